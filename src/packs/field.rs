//! Which item of a pack something is about.

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// The pack itself.
    Pack,
    /// A reflection card.
    Card,
    /// A dilemma.
    Case,
    /// Something to say in a situation.
    Prompt,
}

impl ItemKind {
    /// The list of the file that it stands in; none for the pack itself.
    #[must_use]
    pub const fn list(self) -> Option<&'static str> {
        match self {
            Self::Pack => None,
            Self::Card => Some("cards"),
            Self::Case => Some("cases"),
            Self::Prompt => Some("prompts"),
        }
    }

    /// The kind of a list of the file.
    #[must_use]
    pub fn of_list(name: &str) -> Option<Self> {
        [Self::Card, Self::Case, Self::Prompt].into_iter().find(|kind| kind.list() == Some(name))
    }
}

/// An item of a pack, or the pack itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its id; empty for the pack itself.
    pub id: String,
}

impl Item {
    /// The pack itself.
    #[must_use]
    pub fn pack() -> Self {
        Self { kind: ItemKind::Pack, id: String::new() }
    }

    /// A card.
    #[must_use]
    pub fn card(id: &str) -> Self {
        Self { kind: ItemKind::Card, id: id.to_owned() }
    }

    /// A dilemma.
    #[must_use]
    pub fn case(id: &str) -> Self {
        Self { kind: ItemKind::Case, id: id.to_owned() }
    }

    /// Something to say.
    #[must_use]
    pub fn prompt(id: &str) -> Self {
        Self { kind: ItemKind::Prompt, id: id.to_owned() }
    }
}
