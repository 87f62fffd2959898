//! Signs and drawings, taken by name from one sprite. What a sign means is for whoever uses it:
//! every sign here is hidden from screen readers and stands beside a word or in a named button.
//!
//! The sprite lies in the page, where `boot.js` puts it: a sign from another file makes Chromium read that
//! file anew, some ten milliseconds on a slow device each time a sign is drawn or changed.

use leptos::prelude::*;

macro_rules! icons {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// The signs in the sprite, one for each line of `style/icons.txt`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "a variant is what its name says: the sign of that name in the sprite")]
        pub enum Icon { $($variant),* }

        impl Icon {
            /// Every sign.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The sign's name in the sprite.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

icons! {
    Home = "home",
    HomeFill = "home-fill",
    Reflection = "reflection",
    ReflectionFill = "reflection-fill",
    Cards = "cards",
    CardsFill = "cards-fill",
    Simulation = "simulation",
    SimulationFill = "simulation-fill",
    Learning = "learning",
    LearningFill = "learning-fill",
    Phone = "phone",
    Measure = "measure",
    Play = "play",
    Workshop = "workshop",
    WorkshopFill = "workshop-fill",
    Settings = "settings",
    SettingsFill = "settings-fill",
    Close = "close",
    Check = "check",
    CheckHeavy = "check-heavy",
    CheckCircle = "check-circle",
    Plus = "plus",
    Minus = "minus",
    ArrowRight = "arrow-right",
    ArrowLeft = "arrow-left",
    ArrowUp = "arrow-up",
    ArrowDown = "arrow-down",
    ArrowsBoth = "arrows-both",
    ChevronRight = "chevron-right",
    ChevronDown = "chevron-down",
    Skip = "skip",
    Pencil = "pencil",
    Note = "note",
    Trash = "trash",
    Undo = "undo",
    Bookmark = "bookmark",
    BookmarkFill = "bookmark-fill",
    Archive = "archive",
    Search = "search",
    Menu = "menu",
    Print = "print",
    Download = "download",
    Upload = "upload",
    Share = "share",
    Copy = "copy",
    External = "external",
    Said = "said",
    Observed = "observed",
    Assumed = "assumed",
    Unknown = "unknown",
    Known = "known",
    Hidden = "hidden",
    Voice = "voice",
    Person = "person",
    Group = "group",
    Tablet = "tablet",
    Clock = "clock",
    Calendar = "calendar",
    Law = "law",
    Value = "value",
    Weigh = "weigh",
    Idea = "idea",
    Flag = "flag",
    Book = "book",
    Lock = "lock",
    Shield = "shield",
    Info = "info",
    Warning = "warning",
    Error = "error",
    Offline = "offline",
    OfflineReady = "offline-ready",
    Sync = "sync",
    Language = "language",
    Appearance = "appearance",
    TextSize = "text-size",
    Help = "help",
}

/// How large a sign is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IconScale {
    /// 20 px, in lines of small text.
    Small,
    /// 24 px.
    #[default]
    Normal,
    /// 32 px.
    Large,
}

impl IconScale {
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Small => Some("small"),
            Self::Normal => None,
            Self::Large => Some("large"),
        }
    }
}

/// A sign at its usual size.
#[must_use]
pub fn icon(icon: Icon) -> AnyView {
    icon_with(icon, IconScale::Normal, "")
}

/// A sign at a given size, with one more class beside `icon`.
#[must_use]
pub fn icon_with(icon: Icon, scale: IconScale, class: &'static str) -> AnyView {
    let class = if class.is_empty() { "icon".to_owned() } else { format!("icon {class}") };
    view! {
        <svg class=class data-scale=scale.name() viewBox="0 0 24 24" aria-hidden="true">
            <use href=address(icon)></use>
        </svg>
    }
    .into_any()
}

/// A sign that changes with what it stands for.
#[must_use]
pub fn icon_signal(icon: Signal<Icon>, class: &'static str) -> AnyView {
    view! {
        <svg class=format!("icon {class}") viewBox="0 0 24 24" aria-hidden="true">
            <use href=Signal::derive(move || address(icon.get()))></use>
        </svg>
    }
    .into_any()
}

fn address(icon: Icon) -> String {
    format!("#sign-{}", icon.name())
}

/// The drawings in the sprite, one for each file in `style/art/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Art {
    /// An open book with a light over it.
    Book,
    /// A few cards.
    Cards,
    /// The faded comb of the start card.
    Comb,
    /// A lamp and a cup.
    Lamp,
    /// An apple, small and square.
    Apple,
    /// A bird, small and square.
    Bird,
    /// A boat, small and square.
    Boat,
    /// A cup, small and square.
    Cup,
    /// A fish, small and square.
    Fish,
    /// A flower, small and square.
    Flower,
    /// A fox, small and square.
    Fox,
    /// A lantern, small and square.
    Lantern,
    /// The moon, small and square.
    Moon,
    /// A star, small and square.
    Star,
    /// A tree, small and square.
    Tree,
    /// An umbrella, small and square.
    Umbrella,
    /// A shelf with binders.
    Shelf,
}

impl Art {
    /// Every drawing.
    pub const ALL: &[Self] = &[
        Self::Book,
        Self::Cards,
        Self::Comb,
        Self::Lamp,
        Self::Apple,
        Self::Bird,
        Self::Boat,
        Self::Cup,
        Self::Fish,
        Self::Flower,
        Self::Fox,
        Self::Lantern,
        Self::Moon,
        Self::Star,
        Self::Tree,
        Self::Umbrella,
        Self::Shelf,
    ];

    /// The name of its file in `style/art/`, without the ending.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Cards => "cards",
            Self::Comb => "comb",
            Self::Lamp => "lamp",
            Self::Apple => "picture-apple",
            Self::Bird => "picture-bird",
            Self::Boat => "picture-boat",
            Self::Cup => "picture-cup",
            Self::Fish => "picture-fish",
            Self::Flower => "picture-flower",
            Self::Fox => "picture-fox",
            Self::Lantern => "picture-lantern",
            Self::Moon => "picture-moon",
            Self::Star => "picture-star",
            Self::Tree => "picture-tree",
            Self::Umbrella => "picture-umbrella",
            Self::Shelf => "shelf",
        }
    }
}

/// A drawing. It fills its place and says nothing to a screen reader.
#[must_use]
pub fn art(art: Art) -> AnyView {
    let (class, frame) = match art {
        Art::Comb => ("comb", "0 0 430 420"),
        Art::Book | Art::Cards | Art::Lamp | Art::Shelf => ("art", "0 0 200 112"),
        Art::Apple
        | Art::Bird
        | Art::Boat
        | Art::Cup
        | Art::Fish
        | Art::Flower
        | Art::Fox
        | Art::Lantern
        | Art::Moon
        | Art::Star
        | Art::Tree
        | Art::Umbrella => ("art", "0 0 48 48"),
    };
    view! {
        <svg class=class viewBox=frame aria-hidden="true">
            <use href=format!("#sign-art-{}", art.name())></use>
        </svg>
    }
    .into_any()
}

/// The mark of Refleks: one reflector cell with three facets.
#[must_use]
pub fn logo() -> AnyView {
    view! {
        <svg class="logo" viewBox="0 0 32 36" aria-hidden="true">
            <path class="logo-top" d="M16 2 29.5 9.6 16 17.4 2.5 9.6Z"></path>
            <path class="logo-right" d="M29.5 10.6V26.2L16 34V18.4Z"></path>
            <path class="logo-left" d="M2.5 10.6 16 18.4V34L2.5 26.2Z"></path>
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{Art, Icon};

    #[test]
    fn every_sign_lies_in_the_sprite_and_the_sprite_holds_no_other() {
        let list = include_str!("../../style/icons.txt");
        let listed: Vec<&str> = list
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        let used: Vec<&str> = Icon::ALL.iter().map(|icon| icon.name()).collect();
        assert_eq!(listed, used);
    }

    #[test]
    fn every_drawing_has_a_file_and_every_file_a_drawing() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/style/art");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let used: Vec<&str> = Art::ALL.iter().map(|art| art.name()).collect();
        assert_eq!(files, used);
    }
}
