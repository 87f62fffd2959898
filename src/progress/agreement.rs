//! What was agreed at the end of a reflection or of the talk after a simulation: what, which role, when to look at it again, and what came of it.

use serde::{Deserialize, Serialize};

use crate::ethics::{RunId, SessionId};
use crate::i18n::Day;
use crate::order::ordered;

/// How many days «Utsett en uke» is.
const WEEK: i64 = 7;

/// An agreement. It holds no more of the case than the words that it is written in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The session that it comes from. Where it comes from the talk after a simulation, the run's id stands here:
    /// there is one agreement for each, and ids are unlike one another across both ([`run`](Self::run)).
    pub session: SessionId,
    /// Where it was made.
    #[serde(default)]
    pub made_in: MadeIn,
    /// What shall be done.
    pub what: String,
    /// The role that follows it up, never a name; may be empty.
    pub role: String,
    /// When to look at it again, `YYYY-MM-DD`; empty when no day is set.
    pub date: String,
    /// When it was made, milliseconds since 1970.
    pub made_ms: u64,
    /// Whether a group agreed on it; otherwise somebody alone did.
    #[serde(default)]
    pub by_group: bool,
    /// How it went, once somebody has said so.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Whether it helped, once somebody has said so.
    #[serde(default)]
    pub helped: Option<Helped>,
    /// What surprised, or got in the way; often empty.
    #[serde(default)]
    pub surprise: String,
}

/// Where something was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MadeIn {
    /// At the end of a reflection.
    #[default]
    Reflection,
    /// In the talk after a simulation.
    Simulation,
}

/// How it went. None of them is better than the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// «Gjort».
    Done,
    /// «Delvis».
    Partly,
    /// «Ikke ennå».
    NotYet,
}

impl Outcome {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Done, Self::Partly, Self::NotYet];
}

/// Whether it helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Helped {
    /// «Ja».
    Yes,
    /// «Litt».
    Partly,
    /// «Nei».
    No,
    /// «For tidlig å si».
    TooSoon,
}

impl Helped {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::TooSoon];
}

/// Something that is said of an agreement afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUp {
    /// How it went.
    Outcome(Outcome),
    /// Whether it helped.
    Helped(Helped),
    /// What surprised.
    Surprise(String),
    /// It shall be looked at a week later than was thought, or a week from today where that has passed.
    Postponed {
        /// Today.
        today: Day,
    },
}

impl Agreement {
    /// An agreement of the talk after a run, in which nothing is written yet.
    #[must_use]
    pub fn of_run(run: &RunId, by_group: bool, now_ms: u64) -> Self {
        Self {
            session: Self::key_of(run),
            made_in: MadeIn::Simulation,
            what: String::new(),
            role: String::new(),
            date: String::new(),
            made_ms: now_ms,
            by_group,
            outcome: None,
            helped: None,
            surprise: String::new(),
        }
    }

    /// Under which id the agreement of a run lies.
    #[must_use]
    pub fn key_of(run: &RunId) -> SessionId {
        run.as_str().into()
    }

    /// The run that it comes from; `None` where it comes from a reflection.
    #[must_use]
    pub fn run(&self) -> Option<RunId> {
        match self.made_in {
            MadeIn::Reflection => None,
            MadeIn::Simulation => Some(self.session.as_str().into()),
        }
    }

    /// Whether it says what shall be done. While it is being written, it may not yet.
    #[must_use]
    pub fn is_said(&self) -> bool {
        !self.what.trim().is_empty()
    }

    /// Whether nothing at all is written in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let texts = [&self.what, &self.role, &self.date];
        texts.iter().all(|text| text.trim().is_empty())
    }

    /// Takes in what is said of it.
    pub fn follow_up(&mut self, said: FollowUp) {
        match said {
            FollowUp::Outcome(outcome) => {
                self.outcome = Some(outcome);
                // What is not done yet has helped nobody yet.
                if outcome == Outcome::NotYet {
                    self.helped = None;
                }
            }
            FollowUp::Helped(helped) => self.helped = Some(helped),
            FollowUp::Surprise(text) => self.surprise = text,
            FollowUp::Postponed { today } => {
                let before = Day::parse(&self.date).map_or(today, |day| day.max(today));
                self.date = before.plus(WEEK).to_string();
                self.outcome = None;
                self.helped = None;
            }
        }
    }

    /// Whether its day has come.
    #[must_use]
    pub fn is_due(&self, today: Day) -> bool {
        Day::parse(&self.date).is_some_and(|day| day <= today)
    }
}

/// Those that nobody has said anything of yet, in the order in which to ask about them: what is due, the longest
/// waiting first; then what was agreed last.
#[must_use]
pub fn to_be_asked<'a>(all: impl Iterator<Item = &'a Agreement>, today: Day) -> Vec<&'a Agreement> {
    let open: Vec<&Agreement> =
        all.filter(|agreement| agreement.outcome.is_none() && agreement.is_said()).collect();
    ordered(open, |one, other| match (one.is_due(today), other.is_due(today)) {
        (true, true) => one.date.cmp(&other.date),
        (false, false) => other.made_ms.cmp(&one.made_ms),
        (one, other) => other.cmp(&one),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreement() -> Agreement {
        Agreement {
            session: "a".into(),
            made_in: MadeIn::Reflection,
            what: "vi prøver".into(),
            role: "nattevakt".into(),
            date: String::new(),
            made_ms: 1,
            by_group: true,
            outcome: None,
            helped: None,
            surprise: String::new(),
        }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_week_later_is_counted_from_today_when_the_day_has_passed() {
        for (date, later) in [
            ("2026-11-01", "2026-11-28"),
            ("", "2026-11-28"),
            ("2026-12-28", "2027-01-04"),
            ("snart", "2026-11-28"),
        ] {
            let mut agreement = Agreement { date: date.into(), ..agreement() };
            agreement.follow_up(FollowUp::Outcome(Outcome::NotYet));
            agreement.follow_up(FollowUp::Postponed { today: day("2026-11-21") });
            assert_eq!((agreement.date.as_str(), agreement.outcome), (later, None), "{date}");
        }
    }

    #[test]
    fn what_is_agreed_after_a_run_knows_its_run_and_is_asked_about_once_it_is_said() {
        let run = RunId::from("r1");
        let mut made = Agreement::of_run(&run, false, 5);
        assert_eq!((made.run(), made.is_said(), made.is_blank()), (Some(run), false, true));
        made.role = "fagkoordinator".into();
        assert!(!made.is_blank());
        assert!(to_be_asked([&made].into_iter(), day("2026-11-21")).is_empty());
        made.what = "Telle pusten i 60 sekunder".into();
        assert_eq!(to_be_asked([&made].into_iter(), day("2026-11-21")).len(), 1);
        assert_eq!(agreement().run(), None);
    }

    #[test]
    fn what_is_not_done_yet_has_helped_nobody_and_what_surprised_stays() {
        let mut agreement = agreement();
        for said in [
            FollowUp::Outcome(Outcome::Partly),
            FollowUp::Helped(Helped::Yes),
            FollowUp::Surprise("Hun ville selv".into()),
            FollowUp::Outcome(Outcome::NotYet),
        ] {
            agreement.follow_up(said);
        }
        assert_eq!((agreement.helped, agreement.surprise.as_str()), (None, "Hun ville selv"));
    }
}
