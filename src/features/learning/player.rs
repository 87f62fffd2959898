//! A lesson as the screen knows it: where one is, what one is answering, and what was answered before. Pure.
//!
//! One goes back and forth as one likes. A question that was looked at lets one go on, right or wrong: trying again
//! is free, and so is leaving it. Only a question that nobody has tried asks for an answer first, and may be passed
//! by: then it stands among what is left at the end. From there one goes to a question, and from it back to the end.

use std::collections::BTreeMap;

use crate::content::lesson::{Lesson, Screen};
use crate::progress::{Answer, LessonMarks};

use super::answer::{Verdict, is_whole, judge, moment_after};

/// Where one is in a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At a screen, from 0.
    Screen(usize),
    /// After the last: what to take along.
    End,
}

/// A lesson on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    /// The lesson without its words.
    pub lesson: Lesson,
    /// What is kept of it.
    pub marks: LessonMarks,
    /// Where one is.
    pub place: Place,
    /// The answer that one is giving.
    pub draft: Option<Answer>,
    /// Whether the draft has been looked at: then its reasons stand there.
    pub is_shown: bool,
    /// How many times this question has been tried since one came to it.
    pub tries: u32,
    /// Whether one came to this screen from the end, and goes on to it again.
    pub is_from_end: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// One option or position is chosen.
    Choose(String),
    /// One of several options is chosen, or no longer.
    Toggle(String),
    /// Something is put last in an order; there already, it is taken away.
    PutLast(String),
    /// Something in an order goes one place earlier.
    Earlier(String),
    /// Something in an order goes one place later.
    Later(String),
    /// A left half gets a right one.
    Pair(String, String),
    /// Something is put in a bin.
    Put(String, String),
    /// A number is chosen.
    Number(i32),
    /// A choice is made at a moment of a case.
    Take(String),
    /// The answer is looked at.
    Look,
    /// One tries again.
    Again,
    /// One goes on.
    On,
    /// One goes back.
    Back,
    /// One goes to a screen, by its id.
    To(String),
    /// One begins anew; what was answered before stays.
    FromTheStart,
}

/// What should happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Effect {
    /// Nothing.
    None,
    /// What is kept is written.
    Save,
}

impl Player {
    /// The lesson where one left it: at a screen, or after the last.
    #[must_use]
    pub fn resume(lesson: Lesson, marks: LessonMarks) -> Self {
        let is_at_end = marks.at.is_empty() && !marks.done.is_empty();
        let at = lesson.screens.iter().position(|screen| screen.id() == marks.at).unwrap_or_default();
        let place = if is_at_end { Place::End } else { Place::Screen(at) };
        let mut player =
            Self { lesson, marks, place, draft: None, is_shown: false, tries: 0, is_from_end: false };
        // Nothing has been done yet.
        let _ = player.arrive();
        player
    }

    /// The screen where one is; none at the end.
    #[must_use]
    pub fn screen(&self) -> Option<&Screen> {
        match self.place {
            Place::Screen(at) => self.lesson.screens.get(at),
            Place::End => None,
        }
    }

    /// How the answer that was looked at stands.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        if !self.is_shown {
            return None;
        }
        judge(self.screen()?, self.draft.as_ref()?)
    }

    /// Whether the answer can be looked at.
    #[must_use]
    pub fn may_look(&self) -> bool {
        let draft = self.screen().zip(self.draft.as_ref());
        !self.is_shown && draft.is_some_and(|(screen, draft)| is_whole(screen, draft))
    }

    /// The questions that nobody has tried, in their order.
    pub fn left(&self) -> impl Iterator<Item = &Screen> {
        self.lesson.questions().filter(|screen| !self.marks.answers.contains_key(screen.id()))
    }

    /// Takes in what happened. `today` is the day, `YYYY-MM-DD`.
    pub fn update(&mut self, msg: Msg, today: &str) -> Effect {
        match msg {
            Msg::Look => self.look(),
            Msg::Again => self.again(),
            Msg::On => self.go(true, today),
            Msg::Back => self.go(false, today),
            Msg::To(id) => match self.lesson.screens.iter().position(|screen| screen.id() == id) {
                Some(at) => {
                    let is_from_end = self.place == Place::End;
                    self.place = Place::Screen(at);
                    self.is_from_end = is_from_end;
                    self.arrive()
                }
                None => Effect::None,
            },
            Msg::FromTheStart => {
                self.place = Place::Screen(0);
                self.arrive()
            }
            // What was looked at stands still until one tries again.
            _ if self.is_shown => Effect::None,
            Msg::Choose(id) => self.give(Answer::One(id)),
            Msg::Number(number) => self.give(Answer::Number(number)),
            Msg::Toggle(id) => {
                let mut some = self.some();
                toggle(&mut some, id);
                some.sort();
                self.give(Answer::Some(some))
            }
            Msg::PutLast(id) => {
                let mut order = self.order();
                toggle(&mut order, id);
                self.give(Answer::Order(order))
            }
            Msg::Earlier(id) => self.move_by(&id, |place| place.checked_sub(1)),
            Msg::Later(id) => self.move_by(&id, |place| place.checked_add(1)),
            Msg::Pair(left, right) => {
                let mut pairs = self.pairs();
                // A half belongs to one.
                pairs.retain(|_, other| *other != right);
                pairs.insert(left, right);
                self.give(Answer::Pairs(pairs))
            }
            Msg::Put(item, bin) => {
                let mut bins = self.bins();
                bins.insert(item, bin);
                self.give(Answer::Bins(bins))
            }
            Msg::Take(choice) => self.take(choice),
        }
    }

    fn give(&mut self, answer: Answer) -> Effect {
        self.draft = Some(answer);
        Effect::None
    }

    /// A case goes on by itself; when it has ended, it can be looked at.
    fn take(&mut self, choice: String) -> Effect {
        let Some(Screen::Case(case)) = self.screen() else { return Effect::None };
        let mut path = match &self.draft {
            Some(Answer::Path(path)) => path.clone(),
            Some(_) | None => Vec::new(),
        };
        let moment = moment_after(case, &path).and_then(|at| case.moments.get(at));
        if moment.is_some_and(|moment| moment.choices.iter().any(|one| one.id == choice)) {
            path.push(choice);
        }
        self.give(Answer::Path(path))
    }

    fn look(&mut self) -> Effect {
        if !self.may_look() {
            return Effect::None;
        }
        let Some((id, answer)) = self.screen().map(|screen| screen.id().to_owned()).zip(self.draft.clone())
        else {
            return Effect::None;
        };
        self.is_shown = true;
        self.tries = self.tries.saturating_add(1);
        self.marks.answered(&id, answer);
        Effect::Save
    }

    fn again(&mut self) -> Effect {
        self.is_shown = false;
        self.draft = None;
        Effect::None
    }

    fn go(&mut self, on: bool, today: &str) -> Effect {
        let last = self.lesson.screens.len().saturating_sub(1);
        self.place = match (self.place, on) {
            (Place::Screen(_), _) if self.is_from_end => Place::End,
            (Place::Screen(at), true) if at >= last => {
                if self.marks.done.is_empty() {
                    today.clone_into(&mut self.marks.done);
                }
                Place::End
            }
            (Place::Screen(at), true) => Place::Screen(at + 1),
            (Place::Screen(at), false) => Place::Screen(at.saturating_sub(1)),
            (Place::End, true) => Place::End,
            (Place::End, false) => Place::Screen(last),
        };
        self.is_from_end = false;
        self.arrive()
    }

    /// At a screen: what was answered there before stands there, looked at.
    fn arrive(&mut self) -> Effect {
        self.tries = 0;
        let id = self.screen().map(|screen| screen.id().to_owned()).unwrap_or_default();
        self.draft = self.marks.answers.get(&id).map(|answered| answered.last.clone());
        // An answer that an earlier edition of the lesson asked for is none here.
        let fits =
            self.screen().zip(self.draft.as_ref()).is_some_and(|(screen, draft)| is_whole(screen, draft));
        if !fits {
            self.draft = None;
        }
        self.is_shown = fits;
        self.marks.at = id;
        Effect::Save
    }

    fn some(&self) -> Vec<String> {
        match &self.draft {
            Some(Answer::Some(some)) => some.clone(),
            Some(_) | None => Vec::new(),
        }
    }

    fn order(&self) -> Vec<String> {
        match &self.draft {
            Some(Answer::Order(order)) => order.clone(),
            Some(_) | None => Vec::new(),
        }
    }

    fn pairs(&self) -> BTreeMap<String, String> {
        match &self.draft {
            Some(Answer::Pairs(pairs)) => pairs.clone(),
            Some(_) | None => BTreeMap::new(),
        }
    }

    fn bins(&self) -> BTreeMap<String, String> {
        match &self.draft {
            Some(Answer::Bins(bins)) => bins.clone(),
            Some(_) | None => BTreeMap::new(),
        }
    }

    fn move_by(&mut self, id: &str, other: impl Fn(usize) -> Option<usize>) -> Effect {
        let mut order = self.order();
        let place = order.iter().position(|one| one == id);
        let other = place.and_then(other).filter(|other| *other < order.len());
        if let Some((place, other)) = place.zip(other) {
            order.swap(place, other);
        }
        self.give(Answer::Order(order))
    }
}

fn toggle(ids: &mut Vec<String>, id: String) {
    let before = ids.len();
    ids.retain(|one| *one != id);
    if ids.len() == before {
        ids.push(id);
    }
}
