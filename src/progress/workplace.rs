//! What a workplace says about itself: who is who, and its own ethical standard in the place of the sample.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ethics::StandardId;
use crate::i18n::{Day, Language};

/// Somebody whom everybody shall be able to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contact {
    /// The leader.
    Leader,
    /// The etikkveileder.
    Facilitator,
    /// The verneombud.
    SafetyRepresentative,
    /// The tillitsvalgt.
    UnionRepresentative,
}

impl Contact {
    /// All, in their order.
    pub const ALL: [Self; 4] =
        [Self::Leader, Self::Facilitator, Self::SafetyRepresentative, Self::UnionRepresentative];
}

/// «Hvem er hvem hos oss». The names stand here and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WhoIsWho {
    /// What was written, line by line.
    #[serde(default)]
    pub contacts: BTreeMap<Contact, String>,
}

impl WhoIsWho {
    /// What stands there for somebody; empty where nobody has written it.
    #[must_use]
    pub fn of(&self, contact: Contact) -> &str {
        self.contacts.get(&contact).map_or("", |text| text.trim())
    }

    /// Whether nobody has written anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Contact::ALL.into_iter().all(|contact| self.of(contact).is_empty())
    }

    /// Takes in what stands there now.
    pub fn write(&mut self, contact: Contact, text: String) {
        self.contacts.insert(contact, text);
    }
}

/// The ethical standard of a workplace.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnStandard {
    /// The language that it is written in.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// Its version, as the receipt names it.
    pub version: String,
    /// The day of the version, `YYYY-MM-DD`.
    pub date: String,
    /// What it says, with an empty line between paragraphs.
    pub text: String,
    /// What is asked afterwards, one question a line. Whoever reads answers in their own words or says yes to having
    /// talked about it: a workplace's own questions have no right answer in the app.
    #[serde(default)]
    pub questions: String,
    /// Whether it stands in the place of the sample.
    #[serde(default)]
    pub in_use: bool,
}

impl OwnStandard {
    /// Under which id its receipts are.
    pub const ID: &str = "own";

    /// The same as an id.
    #[must_use]
    pub fn id() -> StandardId {
        StandardId::from(Self::ID)
    }

    /// Whether it can be used: it has a title, a version, a day and a text.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let has = |text: &String| !text.trim().is_empty();
        has(&self.title) && has(&self.version) && has(&self.text) && Day::parse(&self.date).is_some()
    }

    /// Whether it stands in the place of the sample.
    #[must_use]
    pub fn is_used(&self) -> bool {
        self.in_use && self.is_whole()
    }

    /// Its paragraphs.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.text.split("\n\n").map(str::trim).filter(|part| !part.is_empty())
    }

    /// Its questions.
    pub fn asked(&self) -> impl Iterator<Item = &str> {
        self.questions.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standard_is_used_only_when_it_is_whole_and_somebody_wants_that() {
        let whole = OwnStandard {
            title: "Vår standard".into(),
            version: "1".into(),
            date: "2026-11-23".into(),
            text: "Vi banker på.\n\nVi hilser.".into(),
            questions: "Hva gjør du?\n\n Hvem spør du? ".into(),
            in_use: true,
            ..OwnStandard::default()
        };
        assert!(whole.is_used());
        assert_eq!(whole.paragraphs().collect::<Vec<_>>(), ["Vi banker på.", "Vi hilser."]);
        assert_eq!(whole.asked().collect::<Vec<_>>(), ["Hva gjør du?", "Hvem spør du?"]);
        for broken in [
            OwnStandard { version: " ".into(), ..whole.clone() },
            OwnStandard { date: "snart".into(), ..whole.clone() },
            OwnStandard { in_use: false, ..whole.clone() },
        ] {
            assert!(!broken.is_used(), "{broken:?}");
        }
    }

    #[test]
    fn who_is_who_is_empty_until_somebody_writes() {
        let mut who = WhoIsWho::default();
        who.write(Contact::Leader, "  ".into());
        assert!(who.is_empty());
        who.write(Contact::Leader, " Kari, kontoret innerst ".into());
        assert_eq!((who.is_empty(), who.of(Contact::Leader)), (false, "Kari, kontoret innerst"));
    }
}
