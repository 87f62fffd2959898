//! The privacy guard: finds what could identify somebody in free text, and says why.
//!
//! It reads Bokmål, Nynorsk and English alike, on the device, by rules and a list of names. It never
//! changes a text, looks nothing up, and does not judge rare combinations («mannen som falt på kaia»):
//! those are a question for the person who writes.

mod dates;
mod lists;
mod numbers;
mod persons;
mod places;
mod sayings;
mod shapes;
mod tokens;
mod traps;
mod words;

pub use lists::{Names, NamesError};
pub use words::month_of;

use serde::{Deserialize, Serialize};
use std::ops::Range;
use tokens::Tokens;

/// What kind of identifier was found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A fødselsnummer, D-nummer or synthetic number whose control digits are right.
    NationalId,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A street address, post box, or postal code with its place.
    Address,
    /// An exact date.
    Date,
    /// A room, ward, flat or unit number.
    Room,
    /// The name or initials of a person.
    Name,
}

impl Kind {
    /// Every kind, in the order of the settings and the explanations.
    pub const ALL: [Kind; 7] =
        [Kind::NationalId, Kind::Phone, Kind::Email, Kind::Address, Kind::Date, Kind::Room, Kind::Name];

    /// The word that the locale keys carry: `privacy_<key>_what`, `_why`, `_instead`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Kind::NationalId => "national_id",
            Kind::Phone => "phone",
            Kind::Email => "email",
            Kind::Address => "address",
            Kind::Date => "date",
            Kind::Room => "room",
            Kind::Name => "name",
        }
    }

    /// What to write instead.
    #[must_use]
    pub const fn suggestion(self) -> Suggestion {
        match self {
            Kind::NationalId => Suggestion::AgeInTens,
            Kind::Phone | Kind::Email => Suggestion::Remove,
            Kind::Address => Suggestion::KindOfPlace,
            Kind::Date => Suggestion::WholeMonthOrSeason,
            Kind::Room => Suggestion::Whereabouts,
            Kind::Name => Suggestion::Role,
        }
    }
}

/// A neutral way to say the same; the interface words it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Suggestion {
    /// Leave it out: the reflection does not need it.
    Remove,
    /// The age in tens: «i 80-årene».
    AgeInTens,
    /// The role or relation: «datteren».
    Role,
    /// A month or season: «en vinterhelg».
    WholeMonthOrSeason,
    /// The kind of home: «hjemme», «på sykehjemmet».
    KindOfPlace,
    /// Where in general: «på rommet», «på avdelingen».
    Whereabouts,
}

impl Suggestion {
    /// The locale key of a wording that can replace what was found, `privacy_replacement_<…>`; `None`
    /// where nothing should stand in its place.
    #[must_use]
    pub const fn replacement_key(self) -> Option<&'static str> {
        match self {
            Suggestion::Remove => None,
            Suggestion::AgeInTens => Some("age_in_tens"),
            Suggestion::Role => Some("role"),
            Suggestion::WholeMonthOrSeason => Some("season"),
            Suggestion::KindOfPlace => Some("kind_of_place"),
            Suggestion::Whereabouts => Some("whereabouts"),
        }
    }
}

/// One identifier in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes of the text that was read; always on character boundaries.
    pub range: Range<usize>,
}

impl Finding {
    /// The exact words found.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range.clone()).unwrap_or_default()
    }

    /// What to write instead.
    #[must_use]
    pub const fn suggestion(&self) -> Suggestion {
        self.kind.suggestion()
    }
}

/// A name in the form the lists hold: small letters without accents, æ, ø and å kept.
#[must_use]
pub fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    lists::fold(name, &mut folded);
    folded
}

/// Whether a folded name has to be on a list to be known: it is no everyday word that is left out on
/// purpose, and its build does not show it to be a name.
#[must_use]
pub fn needs_listing(folded: &str) -> bool {
    !words::roles_of(folded).has(words::Roles::COMMON) && !shapes::is_built_like_a_name(folded)
}

/// Finds every identifier in the text, in order and without overlaps. An empty list of names still finds
/// numbers, addresses, dates, rooms and titled persons.
#[must_use]
pub fn find(text: &str, names: &Names) -> Vec<Finding> {
    let tokens = Tokens::new(text);
    let persons = persons::Persons::new(&tokens, names);
    let emails = emails(&tokens);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((first, last)) = emails.iter().find(|(first, last)| (*first..=*last).contains(&at)) {
            found.push(Finding { kind: Kind::Email, range: tokens.range(*first, *last) });
            at = last + 1;
            continue;
        }
        let Some((kind, last)) = at_token(&tokens, &persons, at) else {
            at += 1;
            continue;
        };
        found.push(Finding { kind, range: tokens.range(at, last) });
        at = last + 1;
    }
    found
}

fn emails(tokens: &Tokens) -> Vec<(usize, usize)> {
    (0..tokens.len()).filter_map(|at| places::email(tokens, at)).collect()
}

/// What begins at this token, the surest kind first.
fn at_token(tokens: &Tokens, persons: &persons::Persons, at: usize) -> Option<(Kind, usize)> {
    let of = |kind: Kind| move |last: usize| (kind, last);
    numbers::national_id(tokens, at)
        .map(of(Kind::NationalId))
        .or_else(|| dates::date(tokens, at).map(of(Kind::Date)))
        .or_else(|| numbers::phone(tokens, at).map(of(Kind::Phone)))
        .or_else(|| places::address(tokens, at).map(of(Kind::Address)))
        .or_else(|| places::room(tokens, at).map(of(Kind::Room)))
        .or_else(|| persons.name(at).map(of(Kind::Name)))
}
