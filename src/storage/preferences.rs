//! The choices of the device as they lie in their record: language, appearance, text size, and when a profile is
//! locked. Pure.

use serde::{Deserialize, Serialize};

use super::{Kind, Saved, Step, what_is_missing_is_none};
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
    /// After how long without a touch a profile is locked.
    #[serde(default)]
    pub lock_after: LockAfter,
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

/// After how long without a touch a profile is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LockAfter {
    /// Two minutes.
    Two,
    /// Five minutes.
    #[default]
    Five,
    /// A quarter of an hour.
    Fifteen,
    /// Half an hour.
    Thirty,
}

impl LockAfter {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Two, Self::Five, Self::Fifteen, Self::Thirty];

    /// How many minutes.
    #[must_use]
    pub const fn minutes(self) -> u32 {
        match self {
            Self::Two => 2,
            Self::Five => 5,
            Self::Fifteen => 15,
            Self::Thirty => 30,
        }
    }
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
    const VERSION: u16 = 2;
    // Version 1 knew no profiles.
    const STEPS: &'static [Step] = &[what_is_missing_is_none];
}
