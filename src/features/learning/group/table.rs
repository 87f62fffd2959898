//! A group at a lesson: where it is, how each question is answered, and the log of the talk. Pure.
//!
//! Counts are taken in the open, lie in memory and go with the screen. What one answers for oneself is on paper or in
//! the head, and has no place here at all.

use super::asked::Asked;
use crate::ethics::LessonId;
use crate::progress::{Arena, LessonTalk};

/// More are not counted.
pub const MOST: u8 = 99;
/// How many are here until somebody says something else.
const USUALLY: u8 = 6;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// Each for oneself. Nothing is recorded.
    #[default]
    Private,
    /// In the open: it is counted how many chose what.
    Open,
}

impl Way {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Private, Self::Open];
}

/// How far a question has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    /// How it is answered.
    pub way: Way,
    /// How many chose each option; nothing but zeros where it is not counted.
    pub counts: Vec<u8>,
    /// Whether the reasons are shown.
    pub is_told: bool,
}

/// Where the group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// Before the first question.
    #[default]
    Opening,
    /// At a question, by its place.
    Question(usize),
    /// At the samtalespørsmål.
    Talk,
    /// After it: the talk can be logged.
    Close,
}

/// A group at a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Which lesson.
    pub lesson: LessonId,
    /// Where the group is.
    pub place: Place,
    /// Each question.
    pub rounds: Vec<Round>,
    /// How many are here.
    pub people: u8,
    /// What kind of meeting it is.
    pub arena: Arena,
    /// Whether the talk is in the log.
    pub is_logged: bool,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Msg {
    /// On to what comes next.
    On,
    /// Back to what was before.
    Back,
    /// Straight to the samtalespørsmål.
    ToTalk,
    /// The question is answered in this way.
    Way(Way),
    /// So many more or fewer chose an option.
    Count {
        /// Which, by its place.
        option: usize,
        /// One more or one fewer.
        by: i8,
    },
    /// The reasons are shown.
    Tell,
    /// So many more or fewer are here.
    People(i8),
    /// What kind of meeting it is.
    Arena(Arena),
    /// The talk goes into the log.
    Log,
    /// It is taken out again.
    Unlog,
}

/// What the outside world is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Keep this.
    Keep(LessonTalk),
    /// Forget what was kept.
    Forget,
}

impl Table {
    /// A group before the first question of a lesson.
    #[must_use]
    pub fn new(lesson: LessonId, asked: &[Asked]) -> Self {
        let round = |one: &Asked| Round { counts: vec![0; one.options.len()], ..Round::default() };
        Self {
            lesson,
            place: Place::Opening,
            rounds: asked.iter().map(round).collect(),
            people: USUALLY,
            arena: Arena::StaffMeeting,
            is_logged: false,
        }
    }

    /// The question that is on.
    #[must_use]
    pub fn round(&self) -> Option<&Round> {
        match self.place {
            Place::Question(at) => self.rounds.get(at),
            Place::Opening | Place::Talk | Place::Close => None,
        }
    }

    /// Takes in what happened on a day.
    #[must_use]
    pub fn update(&mut self, msg: Msg, today: &str) -> Effect {
        match msg {
            Msg::On => self.place = self.next(),
            Msg::Back => self.place = self.before(),
            Msg::ToTalk => self.place = Place::Talk,
            Msg::Way(way) => self.on_round(|round| {
                round.way = way;
                if way == Way::Private {
                    round.counts.fill(0);
                }
            }),
            Msg::Count { option, by } => self.on_round(|round| {
                if let Some(count) = round.counts.get_mut(option).filter(|_| round.way == Way::Open) {
                    *count = count.saturating_add_signed(by).min(MOST);
                }
            }),
            Msg::Tell => self.on_round(|round| round.is_told = true),
            Msg::People(by) if !self.is_logged => {
                self.people = self.people.saturating_add_signed(by).clamp(1, MOST);
            }
            Msg::Arena(arena) if !self.is_logged => self.arena = arena,
            Msg::People(_) | Msg::Arena(_) => {}
            Msg::Log => return self.log(today),
            Msg::Unlog => return self.unlog(),
        }
        Effect::None
    }

    fn on_round(&mut self, change: impl FnOnce(&mut Round)) {
        let at = match self.place {
            Place::Question(at) => at,
            Place::Opening | Place::Talk | Place::Close => return,
        };
        if let Some(round) = self.rounds.get_mut(at) {
            change(round);
        }
    }

    fn next(&self) -> Place {
        let question = |at: usize| if at < self.rounds.len() { Place::Question(at) } else { Place::Talk };
        match self.place {
            Place::Opening => question(0),
            Place::Question(at) => question(at + 1),
            Place::Talk | Place::Close => Place::Close,
        }
    }

    fn before(&self) -> Place {
        match self.place {
            Place::Opening | Place::Question(0) => Place::Opening,
            Place::Question(at) => Place::Question(at - 1),
            Place::Talk => self.rounds.len().checked_sub(1).map_or(Place::Opening, Place::Question),
            Place::Close => Place::Talk,
        }
    }

    fn log(&mut self, today: &str) -> Effect {
        if self.is_logged {
            return Effect::None;
        }
        self.is_logged = true;
        Effect::Keep(LessonTalk {
            lesson: self.lesson.clone(),
            day: today.to_owned(),
            arena: self.arena,
            people: self.people,
        })
    }

    fn unlog(&mut self) -> Effect {
        if std::mem::take(&mut self.is_logged) { Effect::Forget } else { Effect::None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-23";

    fn table() -> Table {
        let asked = |options: usize| Asked { options: vec![String::new(); options], ..Asked::default() };
        Table::new("verdighet".into(), &[asked(3), asked(2)])
    }

    fn tell(table: &mut Table, msgs: &[Msg]) -> Effect {
        msgs.iter().fold(Effect::None, |_, msg| table.update(*msg, TODAY))
    }

    #[test]
    fn one_goes_through_every_question_to_the_talk_and_back_again() {
        let mut table = table();
        let mut places = vec![table.place];
        for _ in 0..5 {
            let _ = table.update(Msg::On, TODAY);
            places.push(table.place);
        }
        let way = [Place::Opening, Place::Question(0), Place::Question(1), Place::Talk, Place::Close];
        assert_eq!(places, [&way[..], &[Place::Close]].concat());
        let mut back = vec![table.place];
        for _ in 0..4 {
            let _ = table.update(Msg::Back, TODAY);
            back.push(table.place);
        }
        assert_eq!(back, way.into_iter().rev().collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_counted_while_each_answers_alone_and_what_was_counted_is_gone_when_one_does() {
        let mut table = table();
        let count = Msg::Count { option: 1, by: 1 };
        let _ = tell(&mut table, &[Msg::On, count]);
        assert_eq!(table.round().map(|round| round.counts.clone()), Some(vec![0, 0, 0]));
        let _ = tell(&mut table, &[Msg::Way(Way::Open), count, count, Msg::Count { option: 9, by: 1 }]);
        assert_eq!(table.round().map(|round| round.counts.clone()), Some(vec![0, 2, 0]));
        let _ = tell(&mut table, &[Msg::Way(Way::Private), Msg::Way(Way::Open)]);
        assert_eq!(table.round().map(|round| round.counts.clone()), Some(vec![0, 0, 0]));
    }

    #[test]
    fn a_count_stays_between_none_and_the_most() {
        let mut table = table();
        let fewer = Msg::Count { option: 0, by: -1 };
        let _ = tell(&mut table, &[Msg::On, Msg::Way(Way::Open), fewer]);
        assert_eq!(table.round().map(|round| round.counts[0]), Some(0));
        let _ = tell(&mut table, &[Msg::Count { option: 0, by: 1 }; 120]);
        assert_eq!(table.round().map(|round| round.counts[0]), Some(MOST));
    }

    #[test]
    fn reasons_that_were_shown_stay_shown_when_one_comes_back() {
        let mut table = table();
        let _ = tell(&mut table, &[Msg::On, Msg::Tell, Msg::On]);
        assert_eq!(table.round().map(|round| round.is_told), Some(false));
        let _ = table.update(Msg::Back, TODAY);
        assert_eq!(table.round().map(|round| round.is_told), Some(true));
    }

    #[test]
    fn a_talk_is_logged_once_with_the_day_the_arena_and_how_many_and_can_be_taken_out() {
        let mut table = table();
        let _ = tell(&mut table, &[Msg::ToTalk, Msg::On, Msg::Arena(Arena::Handover), Msg::People(-1)]);
        let talk =
            LessonTalk { lesson: "verdighet".into(), day: TODAY.into(), arena: Arena::Handover, people: 5 };
        assert_eq!(table.update(Msg::Log, TODAY), Effect::Keep(talk.clone()));
        assert_eq!(tell(&mut table, &[Msg::People(1), Msg::Arena(Arena::Other), Msg::Log]), Effect::None);
        assert_eq!(table.update(Msg::Unlog, TODAY), Effect::Forget);
        assert_eq!(table.update(Msg::Unlog, TODAY), Effect::None);
        assert_eq!(table.update(Msg::Log, TODAY), Effect::Keep(talk));
    }

    #[test]
    fn a_lesson_without_questions_goes_from_the_opening_to_the_talk() {
        let mut table = Table::new("a".into(), &[]);
        let _ = table.update(Msg::On, TODAY);
        assert_eq!(table.place, Place::Talk);
        let _ = table.update(Msg::Back, TODAY);
        assert_eq!(table.place, Place::Opening);
    }
}
