//! Which question comes next: what was missed comes again after two or three others, then what was never shown,
//! and last what is known. Pure: the same seed and the same answers give the same order.

use std::collections::BTreeSet;

use crate::progress::DrillMarks;

/// After how many others at the least something that was missed comes again; by the draw one more.
const OTHERS: usize = 2;

/// The questions of a drill, and what was asked since it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    seed: u64,
    ids: Vec<String>,
    asked: Vec<String>,
}

impl Queue {
    /// A queue of these questions. The seed decides among equals.
    #[must_use]
    pub fn new(ids: Vec<String>, seed: u64) -> Self {
        Self { seed, ids, asked: Vec::new() }
    }

    /// What was asked, in order.
    #[must_use]
    pub fn asked(&self) -> &[String] {
        &self.asked
    }

    /// Whether a question was asked since the drill was opened.
    #[must_use]
    pub fn has_asked(&self, id: &str) -> bool {
        self.asked.iter().any(|asked| asked == id)
    }

    /// The next question; none where there is none at all.
    pub fn draw(&mut self, marks: &DrillMarks) -> Option<String> {
        let next = self.due(marks).or_else(|| self.fresh(marks)).or_else(|| self.longest_ago())?;
        self.asked.push(next.clone());
        Some(next)
    }

    /// When each question was asked last, and how many others have come since; the one longest ago first.
    fn waiting(&self) -> Vec<(usize, &String)> {
        let last = |id: &&String| self.asked.iter().rposition(|asked| asked == *id);
        let mut waiting: Vec<(usize, &String)> =
            self.ids.iter().filter_map(|id| Some((last(&id)?, id))).collect();
        waiting.sort_unstable();
        waiting
    }

    /// What was missed here and has waited long enough.
    fn due(&self, marks: &DrillMarks) -> Option<String> {
        let is_due = |(at, id): &&(usize, &String)| {
            let others = self.asked.len().saturating_sub(at + 1);
            let wanted = OTHERS + usize::from(self.throw(*at, 2) == 1);
            marks.is_open(id) && others >= wanted
        };
        self.waiting().iter().find(is_due).map(|(_, id)| (*id).clone())
    }

    /// What was not asked yet since the drill was opened: what was missed at another time, then what was never
    /// shown, then what is known. Every table has the same chance, however many borders it has.
    fn fresh(&self, marks: &DrillMarks) -> Option<String> {
        let rank = |id: &str| match (marks.is_open(id), marks.of(id)) {
            (true, _) => 0,
            (false, None) => 1,
            (false, Some(_)) => 2,
        };
        let fresh: Vec<&String> = self.ids.iter().filter(|id| !self.has_asked(id)).collect();
        let first = fresh.iter().map(|id| rank(id)).min()?;
        let fresh: Vec<&String> = fresh.into_iter().filter(|id| rank(id) == first).collect();
        let tables: BTreeSet<&str> = fresh.iter().map(|id| table(id)).collect();
        let chosen = tables.iter().nth(self.throw(self.asked.len(), tables.len())).copied()?;
        let of_table: Vec<&String> = fresh.into_iter().filter(|id| table(id) == chosen).collect();
        let place = self.throw(self.asked.len().wrapping_mul(31) + 7, of_table.len());
        of_table.get(place).map(|id| (*id).clone())
    }

    fn longest_ago(&self) -> Option<String> {
        self.waiting().first().map(|(_, id)| (*id).clone())
    }

    /// A number below `sides` that the seed decides.
    fn throw(&self, at: usize, sides: usize) -> usize {
        let at = u64::try_from(at).unwrap_or_default();
        let sides = u64::try_from(sides).unwrap_or_default().max(1);
        usize::try_from(mixed(self.seed ^ mixed(at.wrapping_add(1))) % sides).unwrap_or_default()
    }
}

/// What stands before the last point of an id: the table that a border belongs to.
fn table(id: &str) -> &str {
    id.rsplit_once('.').map_or(id, |(table, _)| table)
}

/// A number in which every bit of another one counts (SplitMix64).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::features::simulation::drill::Drill;
    use crate::features::simulation::drill::question::questions;
    use crate::features::simulation::drill::round::Asked as _;

    fn ids(drill: Drill) -> Vec<String> {
        questions(drill).iter().map(|question| question.id().to_owned()).collect()
    }

    /// Draws `times`, answers as told, and gives back what was drawn.
    fn play(drill: Drill, seed: u64, marks: &mut DrillMarks, right: &[bool]) -> Vec<String> {
        let mut queue = Queue::new(ids(drill), seed);
        let draw = |right: &bool| {
            let id = queue.draw(marks).unwrap();
            marks.answered(&id, *right);
            id
        };
        right.iter().map(draw).collect()
    }

    #[test]
    fn a_queue_of_nothing_has_nothing_and_one_of_one_has_that_one_again() {
        assert_eq!(Queue::new(Vec::new(), 1).draw(&DrillMarks::default()), None);
        let mut one = Queue::new(vec!["a.b".into()], 1);
        let drawn = [0; 3].map(|_| one.draw(&DrillMarks::default()));
        assert!(drawn.iter().all(|id| id.as_deref() == Some("a.b")));
    }

    #[test]
    fn what_was_missed_at_another_time_comes_before_what_is_new_and_that_before_what_is_known() {
        let mut marks = DrillMarks::default();
        for id in ["news2.rf.8", "news2.rf.9", "news2.rf.11", "news2.rf.12", "news2.rf.20"] {
            marks.answered(id, true);
        }
        marks.answered("news2.rf.25", false);
        for seed in 0..20 {
            let drawn = play(Drill::Rf, seed, &mut marks.clone(), &[true; 4]);
            assert_eq!(drawn[0], "news2.rf.25");
            let new: BTreeSet<&str> = drawn[1..3].iter().map(String::as_str).collect();
            assert_eq!(new, BTreeSet::from(["news2.rf.21", "news2.rf.24"]));
        }
    }

    const DRILLS: [Drill; 9] = [
        Drill::News2,
        Drill::Rf,
        Drill::SpO2One,
        Drill::SpO2Two,
        Drill::Sbp,
        Drill::Pulse,
        Drill::Temp,
        Drill::AcvpuOxygen,
        Drill::Mews,
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_border_comes(seed in any::<u64>(), which in 0..DRILLS.len()) {
            let all: BTreeSet<String> = ids(DRILLS[which]).into_iter().collect();
            let right = vec![true; all.len()];
            let drawn = play(DRILLS[which], seed, &mut DrillMarks::default(), &right);
            prop_assert_eq!(drawn.into_iter().collect::<BTreeSet<_>>(), all);
        }

        #[test]
        fn what_was_missed_comes_again_after_two_or_three_others_until_it_was_right_twice(
            seed in any::<u64>(),
            which in 0..DRILLS.len(),
            before in prop::collection::vec(any::<bool>(), 0..30),
            right in prop::collection::vec(any::<bool>(), 12..60),
        ) {
            let mut marks = DrillMarks::default();
            play(DRILLS[which], seed.wrapping_add(1), &mut marks, &before);
            let mut after = Vec::new();
            let mut queue = Queue::new(ids(DRILLS[which]), seed);
            for right in &right {
                let id = queue.draw(&marks).unwrap();
                marks.answered(&id, *right);
                after.push((id.clone(), marks.is_open(&id)));
            }
            for (at, (id, is_open)) in after.iter().enumerate() {
                if *is_open && at + 4 < after.len() {
                    let again = after.iter().skip(at + 1).position(|(other, _)| other == id);
                    prop_assert!(matches!(again, Some(2 | 3)), "{id} at {at}: {again:?} in {after:?}");
                }
            }
        }

        #[test]
        fn the_same_seed_and_answers_give_the_same_order(
            seed in any::<u64>(),
            right in prop::collection::vec(any::<bool>(), 0..40),
        ) {
            let one = play(Drill::News2, seed, &mut DrillMarks::default(), &right);
            let other = play(Drill::News2, seed, &mut DrillMarks::default(), &right);
            prop_assert_eq!(one, other);
        }
    }
}
