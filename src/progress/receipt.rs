//! The receipt that somebody has read the ethical standard. It is no legal e-signature, and says so where it is printed.

use serde::{Deserialize, Serialize};

use crate::ethics::StandardId;
use crate::i18n::Day;

/// A receipt, and before it is signed what it will hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Receipt {
    /// Which standard.
    pub standard: StandardId,
    /// What it was called.
    pub title: String,
    /// Its version.
    pub version: String,
    /// The day of the version, `YYYY-MM-DD`.
    pub dated: String,
    /// What was answered, in the order of the questions.
    #[serde(default)]
    pub answers: Vec<ReceiptAnswer>,
    /// The name as it was typed. It stands here and nowhere else.
    #[serde(default)]
    pub name: String,
    /// The day when it was signed, `YYYY-MM-DD`; empty until then.
    #[serde(default)]
    pub day: String,
}

/// What was answered to one question, in the words that were read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceiptAnswer {
    /// The id of the question.
    pub id: String,
    /// The id of the option.
    pub option: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

impl Receipt {
    /// The day when it was signed.
    #[must_use]
    pub fn signed(&self) -> Option<Day> {
        Day::parse(&self.day)
    }

    /// Whether it is of this version of this standard.
    #[must_use]
    pub fn is_of(&self, standard: &StandardId, version: &str) -> bool {
        self.standard == *standard && self.version == version
    }

    /// What was answered to a question.
    #[must_use]
    pub fn answer(&self, question: &str) -> Option<&ReceiptAnswer> {
        self.answers.iter().find(|one| one.id == question)
    }

    /// Takes in an answer; what was answered before gives way. What is signed is never changed.
    pub fn answered(&mut self, answer: ReceiptAnswer) {
        if self.signed().is_some() {
            return;
        }
        match self.answers.iter_mut().find(|one| one.id == answer.id) {
            Some(before) => *before = answer,
            None => self.answers.push(answer),
        }
    }

    /// Takes in the name as it stands now. What is signed is never changed.
    pub fn named(&mut self, name: String) {
        if self.signed().is_none() {
            self.name = name;
        }
    }

    /// Whether it can be signed: each of these questions has an answer, and there is a name.
    #[must_use]
    pub fn is_whole<'q>(&self, mut questions: impl Iterator<Item = &'q str>) -> bool {
        !self.name.trim().is_empty() && questions.all(|question| self.answer(question).is_some())
    }

    /// Signs it.
    pub fn sign(&mut self, today: Day) {
        if self.signed().is_none() {
            self.name = self.name.trim().to_owned();
            self.day = today.to_string();
        }
    }
}

/// The day when this version was signed last; none where only another version was.
#[must_use]
pub fn signed_on<'r>(
    receipts: impl Iterator<Item = &'r Receipt>,
    standard: &StandardId,
    version: &str,
) -> Option<Day> {
    receipts.filter(|receipt| receipt.is_of(standard, version)).filter_map(Receipt::signed).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(id: &str, option: &str) -> ReceiptAnswer {
        ReceiptAnswer { id: id.into(), option: option.into(), ..ReceiptAnswer::default() }
    }

    fn receipt(version: &str, day: &str) -> Receipt {
        Receipt { standard: "a".into(), version: version.into(), day: day.into(), ..Receipt::default() }
    }

    #[test]
    fn a_new_version_asks_for_a_new_signature() {
        let all = [receipt("1", "2026-11-23"), receipt("1", "2026-12-01"), receipt("2", "")];
        let signed = |version| signed_on(all.iter(), &"a".into(), version);
        assert_eq!(signed("1"), Day::parse("2026-12-01"));
        assert_eq!(signed("2"), None);
        assert_eq!(signed_on(all.iter(), &"b".into(), "1"), None);
    }

    #[test]
    fn it_can_be_signed_when_every_question_has_an_answer_and_there_is_a_name() {
        let mut one = receipt("1", "");
        one.answered(answer("p", "x"));
        one.answered(answer("p", "y"));
        one.named("  ".into());
        assert_eq!(one.answers.len(), 1);
        assert!(!one.is_whole(["p"].into_iter()));
        one.named(" Kari ".into());
        assert!(one.is_whole(["p"].into_iter()) && !one.is_whole(["p", "q"].into_iter()));
    }

    #[test]
    fn what_is_signed_is_never_changed() {
        let mut one = receipt("1", "");
        one.named(" Kari ".into());
        one.sign(Day::parse("2026-11-23").unwrap());
        let signed = one.clone();
        one.named("Ola".into());
        one.answered(answer("p", "x"));
        one.sign(Day::parse("2027-11-23").unwrap());
        assert_eq!(one, signed);
        assert_eq!((one.name.as_str(), one.day.as_str()), ("Kari", "2026-11-23"));
    }
}
