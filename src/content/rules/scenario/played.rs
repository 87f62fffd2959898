//! A scenario is played, many times and in many ways, before anybody gets to see it.

use std::collections::BTreeSet;

use super::super::Examination;
use super::super::course::Authored;
use super::super::finding::Problem;
use crate::clinical::{self, Course, Deed, Judgement, News2, Outcome, Player, Role};
use crate::content::{Scenario, ScenarioWords};

/// How many times dice play until everything was reached.
const THROWS: u32 = 400;

impl Examination<'_> {
    /// Doing nothing goes wrong, care ends safely, and everything is reached.
    pub(super) fn played(&mut self, item: &Authored<Scenario, ScenarioWords>) {
        let play = &item.neutral.play;
        let mut left = Left::of(play);
        let before = self.findings.len();
        if let Some(role) = play.roles.first() {
            self.nobody(item, *role, &mut left);
        }
        let safe = play.roles.iter().any(|role| {
            let course = Player::Careful.play(play, 0, *role, |course| left.look_at(play, course));
            course.ending(play).is_some_and(|ending| ending.safe)
        });
        let mut safe_by_dice = safe;
        for throw in 0..THROWS {
            if left.is_empty() && safe_by_dice {
                break;
            }
            let role =
                play.roles.get(throw as usize % play.roles.len().max(1)).copied().unwrap_or(Role::Nurse);
            let course = Player::Dice(throw).play(play, 0, role, |course| left.look_at(play, course));
            safe_by_dice |= course.ending(play).is_some_and(|ending| ending.safe);
        }
        if !safe {
            self.neutral(&item.place, "play.endings", Problem::NoSafeEnding);
        }
        // An ending that cannot be is told already.
        if self.findings.len() > before {
            return;
        }
        for (field, what) in left.0 {
            self.neutral(&item.place, &field, Problem::NeverReached(what));
        }
    }

    fn nobody(&mut self, item: &Authored<Scenario, ScenarioWords>, role: Role, left: &mut Left) {
        let play = &item.neutral.play;
        let course = Player::Nobody.play(play, 0, role, |course| left.look_at(play, course));
        match course.ending(play) {
            None => self.neutral(&item.place, "play.endings", Problem::NoEnd),
            Some(ending) if ending.safe => {
                self.neutral(&item.place, "play.endings", Problem::NothingIsSafe(ending.id.clone()));
            }
            Some(_) => {
                let first = Course::begin(play, 0, role);
                let score = News2::of(&first.body().vitals(&play.patient));
                if score.total() < 3 && !score.has_a_three() && play.score_misleads.is_none() {
                    self.neutral(&item.place, "play.score_misleads", Problem::SilentScore(score.total()));
                }
            }
        }
    }
}

/// What no course has reached yet: the field, and what it is.
struct Left(BTreeSet<(String, String)>);

impl Left {
    fn of(play: &clinical::Scenario) -> Self {
        let mut all = BTreeSet::new();
        let mut add = |field: String, id: &str| {
            all.insert((field, format!("`{id}`")));
        };
        for sign in &play.signs {
            add("play.signs".to_owned(), &sign.id);
        }
        for look in &play.looks {
            for state in &look.states {
                add(format!("play.looks.{}.states", look.id), &state.id);
            }
        }
        for action in &play.actions {
            add("play.actions".to_owned(), &action.id);
            for judged in &action.judged {
                add(format!("play.actions.{}.judged", action.id), &judged.id);
            }
        }
        for receiver in &play.receivers {
            for judged in &receiver.judged {
                add(format!("play.receivers.{}.judged", receiver.id), &judged.id);
            }
            for reply in &receiver.replies {
                add(format!("play.receivers.{}.replies", receiver.id), &reply.id);
            }
        }
        for event in play.events.iter().filter(|event| event.when.is_some()) {
            add("play.events".to_owned(), &event.id);
        }
        for ending in &play.endings {
            add("play.endings".to_owned(), &ending.id);
        }
        Self(all)
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn reached(&mut self, field: String, id: &str) {
        self.0.remove(&(field, format!("`{id}`")));
    }

    /// Takes away what this course reaches at this moment.
    fn look_at(&mut self, play: &clinical::Scenario, course: &Course) {
        for (place, _) in course.signs() {
            if let Some(sign) = play.signs.get(*place) {
                self.reached("play.signs".to_owned(), &sign.id);
            }
        }
        for look in &play.looks {
            if let Some(state) = look.states.iter().find(|state| course.holds(play, &state.when)) {
                self.reached(format!("play.looks.{}.states", look.id), &state.id);
            }
        }
        for action in play.actions.iter().filter(|action| course.may(play, action).is_ok()) {
            self.reached("play.actions".to_owned(), &action.id);
            self.judged(format!("play.actions.{}.judged", action.id), play, course, &action.judged);
        }
        for receiver in &play.receivers {
            self.judged(format!("play.receivers.{}.judged", receiver.id), play, course, &receiver.judged);
        }
        for event in course.open_events() {
            self.reached("play.events".to_owned(), event);
        }
        if let Some(entry) = course.log().last()
            && let (Deed::Call { receiver, .. }, Outcome::Replied { reply: Some(reply), .. }) =
                (&entry.deed, &entry.outcome)
        {
            self.reached(format!("play.receivers.{receiver}.replies"), reply);
        }
        if let Some(ending) = course.ending(play) {
            self.reached("play.endings".to_owned(), &ending.id);
        }
    }

    fn judged(&mut self, field: String, play: &clinical::Scenario, course: &Course, judged: &[Judgement]) {
        if let Some(found) = judged.iter().find(|one| course.holds(play, &one.when)) {
            self.reached(field, &found.id);
        }
    }
}
