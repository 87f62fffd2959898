//! A round of a drill: a question, an answer and its reason, and at the end what to look at again. Pure.

use super::queue::Queue;
use crate::progress::DrillMarks;

/// How many questions a round has.
pub const ROUND: usize = 10;

/// Something that is asked.
pub trait Asked: Clone {
    /// What one can answer.
    type Answer: Copy + PartialEq;

    /// Its id in the record.
    fn id(&self) -> &str;

    /// The right answer.
    fn right(&self) -> Self::Answer;
}

/// When a round is over by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// After [`ROUND`] questions.
    AfterTen,
    /// When everything was asked once, and what was missed once more.
    AfterEachOnce,
}

impl Ends {
    /// How many times something that was missed comes again in a round at the most.
    const fn again(self) -> usize {
        match self {
            Self::AfterTen => 2,
            Self::AfterEachOnce => 1,
        }
    }
}

/// A round, and the drill that it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Round<Q: Asked> {
    questions: Vec<Q>,
    queue: Queue,
    ends: Ends,
    /// What is remembered of the drills.
    pub marks: DrillMarks,
    /// What is asked now; none when the round is over.
    pub at: Option<Q>,
    /// Which question of the round it is, from 1.
    pub number: usize,
    /// How many the round has, by what was missed before this question.
    pub of: usize,
    /// What was answered last; one may answer again.
    pub given: Option<Q::Answer>,
    missed: Vec<String>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Msg<A> {
    /// An answer was given: the first one counts, and all others are free.
    Answer(A),
    /// One goes on.
    Next,
    /// One has had enough for now.
    Stop,
    /// One wants another round.
    More,
}

/// What should happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Effect {
    /// Nothing.
    None,
    /// What is remembered is kept.
    Keep,
}

impl<Q: Asked> Round<Q> {
    /// The first round of a drill.
    #[must_use]
    pub fn new(questions: Vec<Q>, marks: DrillMarks, seed: u64, ends: Ends) -> Self {
        let ids = questions.iter().map(|question| question.id().to_owned()).collect();
        let queue = Queue::new(ids, seed, ends.again());
        let (number, of, missed) = (0, 0, Vec::new());
        let mut round = Self { questions, queue, ends, marks, at: None, number, of, given: None, missed };
        round.ask();
        round
    }

    /// Takes in what happened.
    pub fn update(&mut self, msg: Msg<Q::Answer>) -> Effect {
        match msg {
            Msg::Answer(answer) => return self.answer(answer),
            Msg::Next if self.is_done() => self.at = None,
            Msg::Next => self.ask(),
            Msg::Stop => self.at = None,
            Msg::More => {
                self.number = 0;
                self.missed.clear();
                self.queue.begin();
                self.ask();
            }
        }
        Effect::None
    }

    /// Whether the answer that was given last is right; none before one was given.
    #[must_use]
    pub fn is_right(&self) -> Option<bool> {
        let question = self.at.as_ref()?;
        self.given.map(|given| given == question.right())
    }

    /// What was missed in this round, in the order in which it was asked first.
    #[must_use]
    pub fn missed(&self) -> Vec<Q> {
        let of = |id: &String| self.questions.iter().find(|question| question.id() == id).cloned();
        self.missed.iter().filter_map(of).collect()
    }

    /// Whether the question that is asked now is the last one of the round.
    #[must_use]
    pub fn is_done(&self) -> bool {
        match self.ends {
            Ends::AfterTen => self.number >= ROUND,
            Ends::AfterEachOnce => self.queue.left(&self.marks, &self.missed) == 0,
        }
    }

    fn ask(&mut self) {
        let next = self.queue.draw(&self.marks, &self.missed);
        self.at = next.and_then(|id| self.questions.iter().find(|question| question.id() == id).cloned());
        self.given = None;
        self.number += 1;
        self.of = match self.ends {
            Ends::AfterTen => ROUND,
            Ends::AfterEachOnce => self.number + self.queue.left(&self.marks, &self.missed),
        };
    }

    fn answer(&mut self, answer: Q::Answer) -> Effect {
        let Some(question) = &self.at else { return Effect::None };
        let is_first = self.given.replace(answer).is_none();
        if !is_first {
            return Effect::None;
        }
        let (id, is_right) = (question.id(), answer == question.right());
        if !is_right && !self.missed.iter().any(|missed| missed == id) {
            self.missed.push(id.to_owned());
        }
        self.marks.answered(id, is_right);
        Effect::Keep
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::simulation::drill::Drill;
    use crate::features::simulation::drill::question::{Question, questions};
    use crate::progress::DrillMark;

    fn round() -> Round<Question> {
        Round::new(questions(Drill::Pulse), DrillMarks::default(), 7, Ends::AfterTen)
    }

    fn wrong(question: &Question) -> u8 {
        question.choices().into_iter().find(|points| *points != question.right()).unwrap()
    }

    #[test]
    fn the_first_answer_is_remembered_and_every_other_is_free() {
        let mut round = round();
        let question = round.at.clone().unwrap();
        assert_eq!(round.is_right(), None);
        assert_eq!(round.update(Msg::Answer(wrong(&question))), Effect::Keep);
        assert_eq!(round.is_right(), Some(false));
        assert_eq!(round.update(Msg::Answer(question.right())), Effect::None);
        assert_eq!(round.is_right(), Some(true));
        assert_eq!(round.marks.of(question.id()), Some(DrillMark::Missed));
        assert_eq!(round.missed(), [question]);
    }

    #[test]
    fn a_round_is_ten_questions_or_ends_when_one_wants_and_another_one_begins_anew() {
        let mut round = round();
        for number in 1..=10 {
            assert_eq!((round.number, round.is_done()), (number, number == 10));
            let question = round.at.clone().unwrap();
            let _ = round.update(Msg::Answer(wrong(&question)));
            let _ = round.update(Msg::Next);
        }
        assert_eq!((round.at.is_none(), round.missed().is_empty()), (true, false));
        assert_eq!(round.update(Msg::Answer(0)), Effect::None);
        let _ = round.update(Msg::More);
        assert_eq!((round.at.is_some(), round.number, round.missed().is_empty()), (true, 1, true));
        let _ = round.update(Msg::Stop);
        assert!(round.at.is_none());
    }

    #[test]
    fn a_round_of_each_once_ends_also_for_whoever_misses_everything() {
        let all = questions(Drill::Pulse);
        for seed in 0..20 {
            let mut round = Round::new(all.clone(), DrillMarks::default(), seed, Ends::AfterEachOnce);
            assert_eq!((round.number, round.of), (1, all.len()));
            let mut asked = Vec::new();
            while let Some(question) = round.at.clone() {
                assert!(round.number <= round.of);
                asked.push(question.id().to_owned());
                let _ = round.update(Msg::Answer(wrong(&question)));
                let _ = round.update(Msg::Next);
                assert!(asked.len() <= 2 * all.len(), "it comes to an end: {asked:?}");
            }
            for question in &all {
                let times = asked.iter().filter(|id| *id == question.id()).count();
                assert!((1..=2).contains(&times), "{} {times}", question.id());
            }
            assert_eq!(round.missed().len(), all.len());
        }
    }

    #[test]
    fn a_round_of_each_once_has_no_more_questions_than_things_when_all_is_right() {
        let mut round = Round::new(questions(Drill::Pulse), DrillMarks::default(), 3, Ends::AfterEachOnce);
        for number in 1..=10 {
            assert_eq!((round.number, round.of, round.is_done()), (number, 10, number == 10));
            let right = round.at.clone().unwrap().right();
            let _ = round.update(Msg::Answer(right));
            let _ = round.update(Msg::Next);
        }
        assert!(round.at.is_none() && round.missed().is_empty());
    }
}
