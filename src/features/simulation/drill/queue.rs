//! Which question comes next: what was missed comes again after two or three others, and between what comes again
//! there is always something that this round has not had. Pure: the same seed and the same answers give the same
//! order.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::progress::DrillMarks;

/// After how many others at the least something that was missed comes again.
const OTHERS: usize = 2;

/// The questions of a drill, and what was asked since it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    seed: u64,
    ids: Vec<String>,
    again: usize,
    asked: Vec<String>,
    /// Where the round begins in what was asked.
    begun: usize,
}

/// Something that was missed in the round and may come again.
struct Waiting {
    id: String,
    /// How many others were asked since.
    others: usize,
    /// Whether it has not come again yet.
    is_first: bool,
}

impl Queue {
    /// A queue of these questions, of which a missed one comes `again` as many times in a round at the most. The
    /// seed decides among equals.
    #[must_use]
    pub fn new(ids: Vec<String>, seed: u64, again: usize) -> Self {
        Self { seed, ids, again, asked: Vec::new(), begun: 0 }
    }

    /// Another round begins: everything may be asked again.
    pub fn begin(&mut self) {
        self.begun = self.asked.len();
    }

    /// The next question, where those were missed in this round; none where there is none at all.
    pub fn draw(&mut self, marks: &DrillMarks, missed: &[String]) -> Option<String> {
        let waiting = self.waiting(marks, missed);
        let next = self.due(&waiting).or_else(|| self.fresh(marks)).or_else(|| self.late(&waiting));
        let next = next.or_else(|| self.longest_ago())?;
        self.asked.push(next.clone());
        Some(next)
    }

    /// How many questions the round still has: each that was not asked in it, and what was missed and may come
    /// again. What is asked now does not come again at once.
    #[must_use]
    pub fn left(&self, marks: &DrillMarks, missed: &[String]) -> usize {
        let again = self.waiting(marks, missed).iter().filter(|one| one.others > 0).count();
        self.unasked().count() + again
    }

    /// What was asked in this round, in order.
    fn round(&self) -> &[String] {
        self.asked.get(self.begun..).unwrap_or_default()
    }

    fn times(&self, id: &str) -> usize {
        self.round().iter().filter(|asked| *asked == id).count()
    }

    fn unasked(&self) -> impl Iterator<Item = &String> {
        self.ids.iter().filter(|id| self.times(id) == 0)
    }

    /// How many others were asked since a question was asked last; none where it was not asked at all.
    fn others_since(&self, id: &str) -> Option<usize> {
        self.asked.iter().rev().position(|asked| asked == id)
    }

    /// What was missed in this round and may come again; the one longest ago first.
    fn waiting(&self, marks: &DrillMarks, missed: &[String]) -> Vec<Waiting> {
        let mut all: Vec<Waiting> = Vec::new();
        for id in self.ids.iter().filter(|id| missed.contains(id) && marks.is_open(id)) {
            let times = self.times(id);
            if let Some(others) = self.others_since(id).filter(|_| (1..=self.again).contains(&times)) {
                all.push(Waiting { id: id.clone(), others, is_first: times == 1 });
            }
        }
        all.sort_by_key(|one| Reverse(one.others));
        all
    }

    /// What comes again now. Something that was missed comes again for the first time after three others at the
    /// latest; otherwise two never come again one after the other, and never more than there were new ones.
    fn due(&self, waiting: &[Waiting]) -> Option<String> {
        let round = self.round();
        let fresh = round.iter().collect::<BTreeSet<_>>().len();
        let again = round.len() - fresh;
        let was_again = round.last().is_some_and(|id| self.times(id) > 1);
        let firsts = waiting.iter().filter(|one| one.is_first).count();
        // Who has missed one thing alone cannot foresee where it comes.
        let more = if waiting.len() == 1 { self.throw(self.asked.len(), 2) } else { 0 };
        let is_due = |one: &&Waiting| {
            if one.is_first {
                again < fresh && one.others >= if was_again { OTHERS + 1 } else { OTHERS + more }
            } else {
                again + firsts < fresh && !was_again && one.others >= OTHERS + more
            }
        };
        let first = waiting.iter().filter(|one| one.is_first).find(is_due);
        first.or_else(|| waiting.iter().find(is_due)).map(|one| one.id.clone())
    }

    /// What was not asked yet in this round. By turns: first what was missed at another time, then what was never
    /// shown, then what is known; and first the table that this round has had least of.
    fn fresh(&self, marks: &DrillMarks) -> Option<String> {
        let new = self.round().iter().collect::<BTreeSet<_>>().len();
        let of_table = |id: &str| self.round().iter().filter(|asked| table(asked) == table(id)).count();
        let rank = |id: &String| {
            let is_missed_first = new.is_multiple_of(2);
            let others = self.others_since(id);
            let known = match (marks.is_open(id), marks.of(id)) {
                (true, _) if is_missed_first => 0,
                (true, _) => 4,
                (false, None) => 1,
                (false, Some(_)) if others.is_none() => 2,
                (false, Some(_)) => 3,
            };
            let is_too_soon = others.is_some_and(|others| others < OTHERS);
            let (first, then) = if is_missed_first { (known, of_table(id)) } else { (of_table(id), known) };
            (is_too_soon, first, then)
        };
        let first = self.unasked().map(rank).min()?;
        let best: Vec<&String> = self.unasked().filter(|id| rank(id) == first).collect();
        // Every table has the same chance, however many borders it has.
        let tables: BTreeSet<&str> = best.iter().map(|id| table(id)).collect();
        let chosen = tables.iter().nth(self.throw(self.asked.len(), tables.len())).copied()?;
        let of_table: Vec<&String> = best.into_iter().filter(|id| table(id) == chosen).collect();
        let place = self.throw(self.asked.len().wrapping_mul(31) + 7, of_table.len());
        of_table.get(place).map(|id| (*id).clone())
    }

    /// What comes again where nothing new is left to come between. Where each comes again only once there is nothing
    /// else to ask, and one other between is enough.
    fn late(&self, waiting: &[Waiting]) -> Option<String> {
        let others = if self.again > 1 { OTHERS } else { 1 };
        let may = || waiting.iter().filter(|one| one.others >= others);
        may().find(|one| one.is_first).or_else(|| may().next()).map(|one| one.id.clone())
    }

    fn longest_ago(&self) -> Option<String> {
        let has_had_enough = |id: &str| self.times(id) > self.again;
        let longest = |id: &&String| (has_had_enough(id), Reverse(self.others_since(id)));
        self.ids.iter().min_by_key(longest).cloned()
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

    fn ids(drill: Drill) -> Vec<String> {
        questions(drill).iter().map(|question| question.id().to_owned()).collect()
    }

    /// Draws one for each answer, and gives back what was drawn, with whether it was to come again.
    fn drawn(queue: &mut Queue, marks: &mut DrillMarks, right: &[bool]) -> Vec<(String, bool)> {
        let mut missed = Vec::new();
        let draw = |right: &bool| {
            let id = queue.draw(marks, &missed).unwrap();
            marks.answered(&id, *right);
            if !right {
                missed.push(id.clone());
            }
            let is_open = marks.is_open(&id) && missed.contains(&id);
            (id, is_open)
        };
        right.iter().map(draw).collect()
    }

    /// Draws one for each answer, and gives back what was drawn.
    fn play(drill: Drill, seed: u64, marks: &mut DrillMarks, right: &[bool]) -> Vec<String> {
        let mut queue = Queue::new(ids(drill), seed, 2);
        drawn(&mut queue, marks, right).into_iter().map(|(id, _)| id).collect()
    }

    /// How many there are without those that came again.
    fn different(round: &[(String, bool)]) -> usize {
        round.iter().map(|(id, _)| id).collect::<BTreeSet<_>>().len()
    }

    #[test]
    fn a_queue_of_nothing_has_nothing_and_one_of_one_has_that_one_again() {
        assert_eq!(Queue::new(Vec::new(), 1, 2).draw(&DrillMarks::default(), &[]), None);
        let mut one = Queue::new(vec!["a.b".into()], 1, 2);
        let drawn = [0; 3].map(|_| one.draw(&DrillMarks::default(), &[]));
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
        fn what_was_missed_comes_again_after_two_or_three_others_and_every_round_has_enough_that_is_new(
            seed in any::<u64>(),
            which in 0..DRILLS.len(),
            before in prop::collection::vec(any::<bool>(), 0..30),
            rounds in prop::collection::vec(prop::collection::vec(any::<bool>(), 10), 1..4),
        ) {
            let mut marks = DrillMarks::default();
            play(DRILLS[which], seed.wrapping_add(1), &mut marks, &before);
            let mut queue = Queue::new(ids(DRILLS[which]), seed, 2);
            for right in &rounds {
                queue.begin();
                let round = drawn(&mut queue, &mut marks, right);
                for (at, (id, is_open)) in round.iter().enumerate() {
                    let is_first = round.iter().position(|(other, _)| other == id) == Some(at);
                    if *is_open && is_first && at + 4 < round.len() {
                        let again = round.iter().skip(at + 1).position(|(other, _)| other == id);
                        prop_assert!(matches!(again, Some(2 | 3)), "{id} at {at}: {again:?} in {round:?}");
                    }
                    let times = round.iter().filter(|(other, _)| other == id).count();
                    prop_assert!(times <= 3, "{id} comes again {times} times in {round:?}");
                }
                prop_assert!(different(&round) * 2 >= round.len(), "{round:?}");
            }
        }

        #[test]
        fn who_misses_everything_meets_six_readings_of_six_tables_in_a_round(seed in any::<u64>()) {
            let round = play(Drill::News2, seed, &mut DrillMarks::default(), &[false; 10]);
            let all: BTreeSet<&String> = round.iter().collect();
            let tables: BTreeSet<&str> = round.iter().map(|id| table(id)).collect();
            prop_assert!(all.len() >= 6 && tables.len() >= 6, "{round:?}");
        }

        #[test]
        fn a_round_of_scale_two_comes_on_air_and_on_oxygen(
            seed in any::<u64>(),
            before in prop::collection::vec(any::<bool>(), 0..60),
            right in prop::collection::vec(any::<bool>(), 10),
        ) {
            let mut marks = DrillMarks::default();
            play(Drill::SpO2Two, seed.wrapping_add(1), &mut marks, &before);
            let round = play(Drill::SpO2Two, seed, &mut marks, &right);
            let tables: BTreeSet<&str> = round.iter().map(|id| table(id)).collect();
            prop_assert_eq!(tables.len(), 2, "{:?}", round);
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
