//! The private round on one tablet: the tablet goes round, everybody answers alone, and all answers open
//! together or not at all.
//!
//! What lies on the device is how many turns are over and one sealed lump. The lump is put in order by content
//! each time an answer is added, has always the same length, and carries no time, no turn and no id: who said
//! what, and when, is nowhere. An answer that is being written is in the private screen's own fields and
//! nowhere else (docs/decisions/0014).

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::session::{Session, filled};
use crate::content::PrivateForm;
use crate::ethics::{SessionId, StepId};
use crate::i18n::Language;
use crate::json;

pub mod ticket;
pub mod update;

#[cfg(feature = "app")]
pub(super) mod effects;

/// Fewer answers than these are never shown.
pub const FEWEST: usize = 4;
/// The longest line that somebody can add, characters.
pub const LONGEST_LINE: usize = 200;
/// How long a sealed lump is before it is sealed, bytes: more than [`super::group::MOST`] answers take.
const LUMP: usize = 48 * 1024;

/// Why something about a round cannot be done. For a log: a person is told that it can be tried again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoundError {
    /// The step has no round, or nothing to choose between yet.
    #[error("nothing is asked in this step")]
    NothingAsked,
    /// There are fewer answers than [`FEWEST`].
    #[error("there are too few answers")]
    TooFew,
    /// The answers are too long to be sealed, which [`LONGEST_LINE`] and the size of a group rule out.
    #[error("the answers are too long to be sealed")]
    TooLong,
    /// What was sealed is no bag of answers.
    #[error("the answers cannot be read: {0}")]
    Unreadable(String),
}

/// A round that is not opened yet, as it lies on the device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// The session that it belongs to.
    pub session: SessionId,
    /// The step that was on the screen.
    pub step: StepId,
    /// What it is about: the step, or the meeting.
    #[serde(default)]
    pub about: About,
    /// The name of the key that seals it: random, and known to nothing else.
    pub key: String,
    /// What is asked, in the words that everybody gets.
    pub asked: Asked,
    /// How many are to have the tablet.
    pub turns: u8,
    /// How many have had it, whether they answered or passed.
    pub had: u8,
    /// The answers so far, sealed.
    pub sealed: String,
}

/// What a round is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// What the guide asks in a step.
    #[default]
    Step,
    /// How the meeting was.
    Meeting,
}

impl About {
    /// Fewer answers than these are never shown.
    #[must_use]
    pub const fn fewest(self) -> usize {
        match self {
            Self::Step => FEWEST,
            Self::Meeting => ticket::FEWEST,
        }
    }
}

/// What is asked in a round.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Asked {
    /// The language of the words.
    pub language: Language,
    /// The question.
    pub question: String,
    /// The answers to choose between.
    pub choices: Vec<String>,
    /// What the line under them is for; nobody has to write one.
    pub line: String,
}

impl Round {
    /// A round in which nobody has had the tablet. `sealed` is [`Bag::default`], sealed under `key`.
    #[must_use]
    pub fn new(session: &Session, asked: Asked, turns: u8, key: String, sealed: String) -> Self {
        let (session, step) = (session.id.clone(), session.at.clone());
        Self { session, step, about: About::Step, key, asked, turns: turns.max(1), had: 0, sealed }
    }

    /// Whether everybody has had the tablet.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.had >= self.turns
    }

    /// The round when one more has had the tablet.
    #[must_use]
    pub fn after_a_turn(&self, sealed: String) -> Self {
        Self { had: self.had.saturating_add(1).min(self.turns), sealed, ..self.clone() }
    }
}

/// What is asked in a step, in the wanted language; none where the guide does not allow a round there, or where
/// there is nothing to choose between yet.
#[must_use]
pub fn asked_in(session: &Session, step: &StepId, language: Language) -> Option<Asked> {
    let form = session.step(step)?.private?;
    let (language, words) = session.step_words(step, language)?;
    let words = words.private.clone()?;
    let choices = match form {
        PrivateForm::Scale => words.choices,
        PrivateForm::Alternatives => {
            let ideas = session.alternatives.iter().map(|idea| idea.text.trim()).filter(|text| filled(text));
            ideas.map(str::to_owned).chain(words.choices).collect()
        }
    };
    (choices.len() > 1).then_some(Asked { language, question: words.question, choices, line: words.line })
}

/// What one person answered. Never a name, a time or a turn.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Answer {
    /// Which of the choices.
    choice: u8,
    /// The line, trimmed and cut to [`LONGEST_LINE`]; often empty.
    line: String,
}

impl Answer {
    /// An answer. A line that is too long is cut.
    #[must_use]
    pub fn new(choice: u8, line: &str) -> Self {
        Self { choice, line: line.trim().chars().take(LONGEST_LINE).collect() }
    }
}

/// Something that one person gives into a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// An answer to what a step asks.
    Answer(Answer),
    /// How the meeting was.
    Ticket(ticket::TicketAnswer),
}

/// The answers of a round: a bag of them, kept in the order of what they say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bag<A>(Vec<A>);

/// The answers to what a step asks.
pub type Answers = Bag<Answer>;

impl<A> Default for Bag<A> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<A: Ord + Serialize + DeserializeOwned> Bag<A> {
    /// Puts one more into the bag.
    pub fn add(&mut self, answer: A) {
        self.0.push(answer);
        self.0.sort();
    }

    /// The bag as it is sealed: the same length whatever is in it.
    ///
    /// # Errors
    /// [`RoundError::TooLong`].
    pub fn to_lump(&self) -> Result<Vec<u8>, RoundError> {
        let mut lump = json::write(self).map_err(|error| RoundError::Unreadable(error.to_string()))?;
        if lump.len() > LUMP {
            return Err(RoundError::TooLong);
        }
        lump.resize(LUMP, b' ');
        Ok(lump)
    }

    /// The bag out of what was sealed.
    ///
    /// # Errors
    /// [`RoundError::Unreadable`].
    pub fn of_lump(lump: &[u8]) -> Result<Self, RoundError> {
        let unreadable = |error: json::Error| RoundError::Unreadable(error.to_string());
        json::from_value(&json::parse(lump).map_err(unreadable)?).map_err(unreadable)
    }
}

impl Answers {
    /// The lines that somebody wrote, in the order of what they say, for the one who leads to look through.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> =
            self.0.iter().map(|answer| answer.line.clone()).filter(|l| filled(l)).collect();
        lines.sort();
        lines
    }

    /// The answers opened together; none below [`FEWEST`]. `held_back` are lines that the one who leads keeps
    /// from the group: each takes away one line that says the same, and its mark stays.
    #[must_use]
    pub fn open(&self, round: &Round, held_back: &[String]) -> Option<Reveal> {
        if self.0.len() < FEWEST {
            return None;
        }
        let mut counts = vec![0; round.asked.choices.len()];
        for answer in &self.0 {
            if let Some(count) = counts.get_mut(usize::from(answer.choice)) {
                *count += 1;
            }
        }
        let mut lines = self.lines();
        let mut held: u8 = 0;
        for held_line in held_back {
            if let Some(place) = lines.iter().position(|line| line == held_line) {
                lines.remove(place);
                held = held.saturating_add(1);
            }
        }
        Some(Reveal { step: round.step.clone(), asked: round.asked.clone(), counts, lines, held })
    }
}

/// What a round has gathered so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gathered {
    /// Answers to what a step asks.
    Step(Answers),
    /// How the meeting was.
    Meeting(Bag<ticket::TicketAnswer>),
}

impl Gathered {
    /// Nothing yet.
    #[must_use]
    pub fn nothing(about: About) -> Self {
        match about {
            About::Step => Self::Step(Bag::default()),
            About::Meeting => Self::Meeting(Bag::default()),
        }
    }

    /// Puts in what one person gives. What belongs to another kind of round, which no screen gives, is left out.
    pub fn add(&mut self, given: Given) {
        match (self, given) {
            (Self::Step(bag), Given::Answer(answer)) => bag.add(answer),
            (Self::Meeting(bag), Given::Ticket(answer)) => bag.add(answer),
            (Self::Step(_), Given::Ticket(_)) | (Self::Meeting(_), Given::Answer(_)) => {}
        }
    }

    /// As it is sealed: the same length whatever is in it.
    ///
    /// # Errors
    /// [`RoundError::TooLong`].
    pub fn to_lump(&self) -> Result<Vec<u8>, RoundError> {
        match self {
            Self::Step(bag) => bag.to_lump(),
            Self::Meeting(bag) => bag.to_lump(),
        }
    }

    /// Out of what was sealed.
    ///
    /// # Errors
    /// [`RoundError::Unreadable`].
    pub fn of_lump(about: About, lump: &[u8]) -> Result<Self, RoundError> {
        match about {
            About::Step => Bag::of_lump(lump).map(Self::Step),
            About::Meeting => Bag::of_lump(lump).map(Self::Meeting),
        }
    }

    /// Whether there is enough to be shown.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        match self {
            Self::Step(bag) => bag.0.len() >= FEWEST,
            Self::Meeting(bag) => bag.0.len() >= ticket::FEWEST,
        }
    }

    /// The lines that somebody wrote; none where nobody is asked for one.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        match self {
            Self::Step(bag) => bag.lines(),
            Self::Meeting(_) => Vec::new(),
        }
    }

    /// Opened together; none where there is not enough.
    #[must_use]
    pub fn open(&self, round: &Round, held_back: &[String]) -> Option<Opened> {
        match self {
            Self::Step(bag) => bag.open(round, held_back).map(Opened::Answers),
            Self::Meeting(bag) => bag.open().map(Opened::Meeting),
        }
    }
}

/// The answers of a round, opened: counts and lines that belong to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reveal {
    /// The step.
    pub step: StepId,
    /// What was asked.
    pub asked: Asked,
    /// How many chose each of the choices.
    pub counts: Vec<u8>,
    /// What was written, in the order of what it says.
    pub lines: Vec<String>,
    /// How many lines the one who leads kept from the group.
    pub held: u8,
}

impl Reveal {
    /// How many answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.counts.iter().map(|count| usize::from(*count)).sum()
    }

    /// How the answers lie. It names the spread and never a side.
    #[must_use]
    pub fn spread(&self) -> Spread {
        let chosen: Vec<usize> =
            self.counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(place, _)| place).collect();
        let most = self.counts.iter().copied().max().map_or(0, usize::from);
        match (chosen.first(), chosen.last()) {
            (Some(first), Some(last)) if first == last => Spread::Alike,
            (Some(first), Some(last)) if last - first == 1 || most * 4 >= self.answered() * 3 => {
                Spread::Close
            }
            _ => Spread::Apart,
        }
    }
}

/// What a round gave when it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// Answers to what a step asked.
    Answers(Reveal),
    /// How the meeting was.
    Meeting(ticket::Ticket),
}

/// How the answers of a round lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// Everybody chose the same.
    Alike,
    /// Most lie together.
    Close,
    /// They lie apart.
    Apart,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::reflection::fixtures::group_session;
    use proptest::prelude::*;

    fn round(turns: u8) -> Round {
        let asked = Asked { choices: ["Ja", "Nei", "Vet ikke"].map(Into::into).to_vec(), ..Asked::default() };
        Round::new(&group_session(), asked, turns, "k".into(), String::new())
    }

    fn bag(answers: &[(u8, &str)]) -> Answers {
        let mut bag = Answers::default();
        for (choice, line) in answers {
            bag.add(Answer::new(*choice, line));
        }
        bag
    }

    #[test]
    fn below_four_answers_nothing_opens() {
        let answers = [(0, "a"), (1, "b"), (0, "c")];
        assert_eq!(bag(&answers).open(&round(6), &[]), None);
        let four = bag(&[(0, "a"), (1, "b"), (0, "c"), (2, "")]);
        assert_eq!(four.open(&round(6), &[]).map(|reveal| reveal.counts), Some(vec![2, 1, 1]));
    }

    #[test]
    fn a_round_gathers_its_own_kind_and_comes_back_as_it_was_sealed() {
        use ticket::{Much, TicketAnswer};
        let given = [
            Given::Answer(Answer::new(1, "Jeg er redd")),
            Given::Ticket(TicketAnswer::new([Much::Yes; 5], Much::No)),
        ];
        for about in [About::Step, About::Meeting] {
            let mut gathered = Gathered::nothing(about);
            for _ in 0..about.fewest() {
                assert!(!gathered.is_enough());
                given.iter().cloned().for_each(|given| gathered.add(given));
            }
            assert!(gathered.is_enough());
            let lump = gathered.to_lump().unwrap();
            assert_eq!(Gathered::of_lump(about, &lump), Ok(gathered));
        }
    }

    #[test]
    fn a_line_that_is_held_back_is_gone_and_its_mark_stays() {
        let bag = bag(&[(0, "Per er lat"), (0, "Jeg er redd"), (1, "Per er lat"), (1, "")]);
        let reveal = bag.open(&round(4), &["Per er lat".into(), "Finnes ikke".into()]).unwrap();
        assert_eq!((reveal.counts, reveal.held), (vec![2, 2, 0], 1));
        assert_eq!(reveal.lines, ["Jeg er redd", "Per er lat"]);
    }

    #[test]
    fn a_round_is_full_when_everybody_has_had_the_tablet_and_never_more_than_full() {
        let mut round = round(2);
        for full in [false, true, true] {
            round = round.after_a_turn(String::new());
            assert_eq!(round.is_full(), full, "{} of {}", round.had, round.turns);
        }
        assert_eq!(round.had, 2);
    }

    #[test]
    fn the_spread_is_named_without_a_side() {
        let told = |counts: &[u8]| {
            let reveal = Reveal {
                step: "a".into(),
                asked: Asked::default(),
                counts: counts.to_vec(),
                lines: Vec::new(),
                held: 0,
            };
            reveal.spread()
        };
        for (counts, spread) in [
            (&[0, 6, 0, 0, 0][..], Spread::Alike),
            (&[0, 3, 3, 0, 0], Spread::Close),
            (&[1, 0, 0, 0, 5], Spread::Close),
            (&[3, 0, 0, 0, 3], Spread::Apart),
            (&[1, 1, 1, 1, 1], Spread::Apart),
            (&[0, 2, 2, 2, 0], Spread::Apart),
        ] {
            assert_eq!(told(counts), spread, "{counts:?}");
        }
    }

    #[test]
    fn the_largest_group_that_writes_all_it_can_fits() {
        let mut bag = Answers::default();
        for _ in 0..crate::features::reflection::group::MOST {
            bag.add(Answer::new(4, &"\u{1}".repeat(LONGEST_LINE + 50)));
        }
        assert_eq!(bag.to_lump().map(|lump| lump.len()), Ok(LUMP));
    }

    proptest! {
        #[test]
        fn what_is_sealed_tells_neither_order_nor_number(
            mut answers in prop::collection::vec((0u8..5, "[a-zæøå ]{0,40}"), 0..12),
            seed in any::<u64>(),
        ) {
            let in_turn = bag(&answers.iter().map(|(c, l)| (*c, l.as_str())).collect::<Vec<_>>()).to_lump().unwrap();
            let places = answers.len().max(1) as u64;
            for at in 0..answers.len() {
                let other = usize::try_from(seed.rotate_left(u32::try_from(at).unwrap()) % places).unwrap();
                answers.swap(at, other);
            }
            let shuffled = bag(&answers.iter().map(|(c, l)| (*c, l.as_str())).collect::<Vec<_>>()).to_lump().unwrap();
            prop_assert_eq!(&in_turn, &shuffled);
            prop_assert_eq!(in_turn.len(), LUMP);
            prop_assert_eq!(Answers::of_lump(&in_turn).unwrap().to_lump().unwrap(), in_turn);
        }
    }
}
