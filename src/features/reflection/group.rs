//! A group around one tablet: who is here as counts and never as names, what it has agreed on, its plan and
//! its clock. Part of a session, and changed by [`GroupEdit`] only.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::clock::StepClock;
use super::for_leader::ForLeader;
use crate::content::{GuideStep, Part, Plan};
use crate::ethics::StepId;
use crate::progress::Arena;

/// The fewest and the most that a group is advised to be (UiO: 4–10). Advice, and no limit.
pub const ADVISED: std::ops::RangeInclusive<u8> = 4..=10;
/// More are not counted.
pub const MOST: u8 = 40;

/// A group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// How many are here, from 1 to [`MOST`], and never fewer than the professions make together.
    pub participants: u8,
    /// How many of each profession. Those who are not counted here have not said.
    pub professions: BTreeMap<Profession, u8>,
    /// Whether the same people meet each time.
    pub kind: Option<GroupKind>,
    /// Where the group meets.
    pub arena: Option<Arena>,
    /// What the group wants, in a line.
    pub goal: String,
    /// How far the start has come.
    pub stage: GroupStage,
    /// How the time was to be shared out when the group began.
    pub plan: Plan,
    /// The clock of the steps.
    pub clock: StepClock,
    /// What the leader is told beside the theme.
    #[serde(default)]
    pub for_leader: ForLeader,
}

/// How far a group has come on the way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupStage {
    /// Who is here, how long, what for.
    #[default]
    Gathering,
    /// Kjøreregler are read.
    Rules,
    /// At the steps.
    Underway,
}

/// Whether the same people meet each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// «Åpen»: whoever is at work.
    Open,
    /// «Fast»: the same people.
    Fixed,
}

impl GroupKind {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Open, Self::Fixed];
}

/// What somebody works as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profession {
    /// «Helsefagarbeider».
    HealthcareWorker,
    /// «Sykepleier».
    Nurse,
    /// «Assistent».
    Assistant,
    /// «Vernepleier».
    SocialEducator,
    /// «Lege».
    Doctor,
    /// «Fysio- eller ergoterapeut».
    Therapist,
    /// «Leder».
    Manager,
    /// «Lærling, elev eller student».
    Student,
    /// Anything else.
    Other,
}

impl Profession {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::HealthcareWorker,
        Self::Nurse,
        Self::Assistant,
        Self::SocialEducator,
        Self::Doctor,
        Self::Therapist,
        Self::Manager,
        Self::Student,
        Self::Other,
    ];
}

/// A change to a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupEdit {
    /// How many are here.
    Participants(u8),
    /// How many of a profession are here.
    Profession(Profession, u8),
    /// Whether the same people meet each time.
    Kind(GroupKind),
    /// Where the group meets.
    Arena(Arena),
    /// What the group wants.
    Goal(String),
    /// Another plan.
    Plan(Plan),
    /// Onward to, or back from, the rules and the steps.
    Stage(GroupStage),
    /// The clock stands.
    Paused,
    /// The clock counts again.
    Resumed,
    /// A few minutes more for the step on the screen.
    MoreTime,
    /// The time is put out of sight, or back.
    TimeHidden(bool),
    /// So many minutes are shared out over the steps to come.
    Replanned(u16),
    /// The leader is told in the group's words what was agreed, or only that something was.
    LeaderWithAgreement(bool),
    /// What the group needs from the leader.
    LeaderNeeds(String),
}

impl Group {
    /// A group of six that has said nothing yet.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self {
            participants: 6,
            professions: BTreeMap::new(),
            kind: None,
            arena: None,
            goal: String::new(),
            stage: GroupStage::Gathering,
            clock: StepClock::of_plan(&plan),
            plan,
            for_leader: ForLeader::default(),
        }
    }

    /// How many have said what they work as.
    #[must_use]
    pub fn counted(&self) -> u8 {
        self.professions.values().fold(0, |sum: u8, count| sum.saturating_add(*count))
    }

    /// What the size of the group calls for.
    #[must_use]
    pub fn size_advice(&self) -> Option<SizeAdvice> {
        match self.participants {
            few if few < *ADVISED.start() => Some(SizeAdvice::Few),
            many if many > *ADVISED.end() => Some(SizeAdvice::Many),
            _ => None,
        }
    }

    /// Whether everybody has said what they work as, and it is the same.
    #[must_use]
    pub fn is_of_one_profession(&self) -> bool {
        self.participants > 1 && self.professions.len() == 1 && self.counted() == self.participants
    }

    /// Takes in a change. `at` is the step on the screen, `to_come` the steps from there on that are not left
    /// out, `now_ms` milliseconds since 1970.
    pub fn apply(&mut self, edit: GroupEdit, at: &StepId, to_come: &[StepId], now_ms: u64) {
        match edit {
            GroupEdit::Participants(count) => {
                self.participants = count.clamp(self.counted().max(1), MOST);
            }
            GroupEdit::Profession(profession, count) => self.count(profession, count),
            GroupEdit::Kind(kind) => self.kind = Some(kind),
            GroupEdit::Arena(arena) => self.arena = Some(arena),
            GroupEdit::Goal(goal) => self.goal = goal,
            GroupEdit::Plan(plan) => self.take_plan(plan),
            GroupEdit::Stage(stage) => self.enter(stage, at, now_ms),
            GroupEdit::Paused => self.clock.stand(at, now_ms),
            GroupEdit::Resumed => self.clock.run(now_ms),
            GroupEdit::MoreTime => self.clock.more(at, now_ms),
            GroupEdit::TimeHidden(hidden) => self.clock.hide(hidden),
            GroupEdit::LeaderWithAgreement(with) => self.for_leader.with_agreement = with,
            GroupEdit::LeaderNeeds(text) => self.for_leader.needs = text,
            GroupEdit::Replanned(minutes) => self.clock.replan(to_come, at, minutes, now_ms),
        }
    }

    /// Another plan, with a clock that begins anew.
    pub(crate) fn take_plan(&mut self, plan: Plan) {
        self.clock = StepClock::of_plan(&plan);
        self.plan = plan;
    }

    fn count(&mut self, profession: Profession, count: u8) {
        let others =
            self.counted().saturating_sub(self.professions.get(&profession).copied().unwrap_or_default());
        let count = count.min(MOST.saturating_sub(others));
        if count == 0 {
            self.professions.remove(&profession);
        } else {
            self.professions.insert(profession, count);
        }
        self.participants = self.participants.max(self.counted());
    }

    /// The clock counts at the steps and nowhere else.
    fn enter(&mut self, stage: GroupStage, at: &StepId, now_ms: u64) {
        match stage {
            GroupStage::Underway => self.clock.run(now_ms),
            GroupStage::Gathering | GroupStage::Rules => self.clock.stand(at, now_ms),
        }
        self.stage = stage;
    }
}

/// What the size of a group calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizeAdvice {
    /// Fewer than advised.
    Few,
    /// More than advised.
    Many,
}

/// The parts of a guide that a plan has no time for: those that it names, and those of steps without minutes.
#[must_use]
pub fn left_out_by(plan: &Plan, steps: &[GuideStep]) -> Vec<Part> {
    let without_time = |part: &Part| {
        let step = steps.iter().find(|step| step.parts.contains(part));
        step.is_some_and(|step| plan.of_step(&step.id).is_none())
    };
    Part::ALL.into_iter().filter(|part| plan.leaves_out.contains(part) || without_time(part)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::reflection::clock::Remaining;

    fn group() -> Group {
        let steps = [("a", 5), ("b", 8)].map(|(step, minutes)| (StepId::from(step), minutes));
        Group::new(Plan { minutes: 15, frame: 2, steps: steps.into(), ..Plan::default() })
    }

    fn edit(group: &mut Group, edit: GroupEdit) {
        let steps = [StepId::from("a"), StepId::from("b")];
        group.apply(edit, &steps[0], &steps, 0);
    }

    #[test]
    fn a_group_is_never_smaller_than_those_who_are_counted() {
        let mut g = group();
        edit(&mut g, GroupEdit::Participants(2));
        edit(&mut g, GroupEdit::Profession(Profession::Nurse, 3));
        assert_eq!(g.participants, 3);
        edit(&mut g, GroupEdit::Participants(1));
        assert_eq!(g.participants, 3);
        edit(&mut g, GroupEdit::Profession(Profession::Nurse, 0));
        edit(&mut g, GroupEdit::Participants(0));
        assert_eq!((g.participants, g.professions.len()), (1, 0));
        edit(&mut g, GroupEdit::Participants(u8::MAX));
        edit(&mut g, GroupEdit::Profession(Profession::Doctor, u8::MAX));
        edit(&mut g, GroupEdit::Profession(Profession::Nurse, 5));
        assert_eq!((g.participants, g.counted()), (MOST, MOST));
    }

    #[test]
    fn four_to_ten_is_advice_and_nothing_is_refused() {
        for (count, advice) in [
            (1, Some(SizeAdvice::Few)),
            (3, Some(SizeAdvice::Few)),
            (4, None),
            (10, None),
            (11, Some(SizeAdvice::Many)),
        ] {
            let mut g = group();
            edit(&mut g, GroupEdit::Participants(count));
            assert_eq!((g.participants, g.size_advice()), (count, advice));
        }
    }

    #[test]
    fn one_profession_is_told_only_when_everybody_has_said_theirs() {
        let mut g = group();
        edit(&mut g, GroupEdit::Participants(4));
        edit(&mut g, GroupEdit::Profession(Profession::Nurse, 3));
        assert!(!g.is_of_one_profession());
        edit(&mut g, GroupEdit::Profession(Profession::Nurse, 4));
        assert!(g.is_of_one_profession());
        edit(&mut g, GroupEdit::Profession(Profession::Doctor, 1));
        assert!(!g.is_of_one_profession());
    }

    #[test]
    fn the_clock_counts_at_the_steps_and_not_while_the_group_gathers() {
        let mut g = group();
        let (a, steps) = (StepId::from("a"), [StepId::from("a")]);
        for (stage, at_ms) in
            [(GroupStage::Rules, 0), (GroupStage::Underway, 60_000), (GroupStage::Rules, 120_000)]
        {
            g.apply(GroupEdit::Stage(stage), &a, &steps, at_ms);
        }
        assert_eq!(g.clock.remaining(&a, 600_000), Some(Remaining::Left(4)));
    }

    #[test]
    fn a_plan_leaves_out_what_it_names_and_the_steps_without_minutes() {
        let step = |id: &str, parts: &[Part]| GuideStep {
            id: id.into(),
            parts: parts.to_vec(),
            questions: Vec::new(),
            private: None,
            prompts: Vec::new(),
        };
        let steps =
            [step("a", &[Part::Values, Part::Laws]), step("b", &[Part::Facts]), step("c", &[Part::Overall])];
        let plan = Plan {
            steps: [("a".into(), 5), ("c".into(), 0)].into(),
            leaves_out: vec![Part::Laws],
            ..Plan::default()
        };
        assert_eq!(left_out_by(&plan, &steps), [Part::Facts, Part::Laws, Part::Overall]);
    }
}
