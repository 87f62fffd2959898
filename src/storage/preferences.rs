//! The choices of the device as they lie in their record: language, appearance, text size. Pure.

use serde::{Deserialize, Serialize};

use super::{Kind, Saved, Step};
use crate::i18n::Language;

/// The choices of the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// The language of the interface.
    pub language: Language,
    /// Light, dark, or as the device.
    pub appearance: Appearance,
    /// How large text is, beside what the browser does.
    pub text_size: TextSize,
}

/// Light, dark, or as the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Appearance {
    /// As the device.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How large text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// As designed.
    #[default]
    Normal,
    /// Somewhat larger.
    Large,
    /// Half as large again.
    Larger,
    /// Twice as large.
    Largest,
}

impl Appearance {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in the page and in the mirror.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl TextSize {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Large, Self::Larger, Self::Largest];

    /// The word in the page and in the mirror.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
            Self::Largest => "largest",
        }
    }
}

impl Saved for Preferences {
    const KIND: Kind = Kind::Preferences;
    const VERSION: u16 = 1;
    const STEPS: &'static [Step] = &[];
}
