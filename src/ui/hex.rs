//! The cell of a reflector: step, seat, answer, ring. Its state is always told by shape, edge or
//! sign as well, and in words beside it.

use leptos::prelude::*;

/// The outline of a cell in a box of 32 × 36.
pub(super) const CELL: &str = "M16 1.5 30 9.4v17.2L16 34.5 2 26.6V9.4Z";

/// How a cell is filled and drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HexLook {
    /// An outline.
    #[default]
    Outline,
    /// Filled with pine: done.
    Done,
    /// Filled with amber: look here now.
    Now,
    /// A dashed outline: passed over, or waiting.
    Skipped,
    /// Tinted with amber: beside a line that asks for attention.
    Soft,
    /// Tinted with pine: a theme.
    Calm,
}

impl HexLook {
    /// The look's name in the style.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::Done => "done",
            Self::Now => "now",
            Self::Skipped => "skipped",
            Self::Soft => "soft",
            Self::Calm => "calm",
        }
    }
}

/// How large a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HexScale {
    /// 34 px.
    Small,
    /// 36 px.
    #[default]
    Normal,
    /// 52 px.
    Large,
    /// 84 px: a seat at the table.
    Seat,
}

impl HexScale {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Small => Some("small"),
            Self::Normal => None,
            Self::Large => Some("large"),
            Self::Seat => Some("seat"),
        }
    }
}

/// A cell with a number or a sign in it.
#[component]
pub fn Hex(
    #[prop(optional, into)] look: Signal<HexLook>,
    #[prop(optional)] scale: HexScale,
    /// What stands in the cell.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <span class="hex" data-look=Signal::derive(move || look.get().name()) data-scale=scale.name()>
            <svg class="hex-cell" viewBox="0 0 32 36" aria-hidden="true">
                <path d=CELL></path>
            </svg>
            {children.map(|inside| inside())}
        </span>
    }
}

impl Default for HexMark {
    fn default() -> Self {
        Self::Number(0)
    }
}

/// What stands in a cell that is drawn from data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HexMark {
    /// A number.
    Number(u8),
    /// A sign.
    Sign(super::icon::Icon),
}

impl HexMark {
    pub(super) fn view(self) -> AnyView {
        match self {
            Self::Number(number) => view! { <span>{number}</span> }.into_any(),
            Self::Sign(sign) => super::icon::icon(sign),
        }
    }
}
