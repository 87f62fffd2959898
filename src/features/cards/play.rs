//! A card on the table: who is there, where in the talk they are, and how many chose what. Pure.
//!
//! A choice becomes a count at once. There is no list of answers, so no order, time or person can be read out of
//! it, and nothing of it is ever stored.

/// The fewest answers of a group that are shown: with fewer, everybody could tell who chose what.
pub const FEWEST_SHOWN: u8 = 4;

/// The most people around a tablet.
pub const MOST: u8 = 12;

/// Which of the two choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// Before the talk.
    First,
    /// After one thing on the card was turned around.
    Second,
}

/// Where in the talk they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The card is read.
    Read,
    /// The tablet goes to the next one.
    HandOver(Round),
    /// Somebody chooses, alone with the tablet.
    Choose(Round),
    /// What was chosen is open, and they talk.
    Talk(Round),
    /// «Hva om …?»
    Twist,
    /// What some others think, and why.
    Panel,
    /// What becomes of it.
    Onward,
}

/// How many chose what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// A count for each choice.
    counts: Vec<u8>,
    /// How many stood over.
    passed: u8,
}

impl Tally {
    fn answered(&self) -> u8 {
        self.counts.iter().fold(0_u8, |sum, count| sum.saturating_add(*count))
    }

    fn turns(&self) -> u8 {
        self.answered().saturating_add(self.passed)
    }
}

/// What there is to see of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nobody was asked.
    NotAsked,
    /// So few answered that nothing is shown.
    TooFew,
    /// How many chose each of the choices.
    Counts(Vec<u8>),
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Msg {
    /// So many are around the tablet.
    People(u8),
    /// They choose, each alone.
    Choosing,
    /// They talk, and do not choose.
    Talking,
    /// The next one has the tablet.
    Taken,
    /// Somebody chose.
    Chosen(usize),
    /// Somebody stands over.
    Passed,
    /// The round ends with those who have answered.
    Enough,
    /// On to what comes next.
    On,
    /// Back to what was before; an open round is let go.
    Back,
}

/// A card on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Play {
    people: u8,
    choices: usize,
    has_panel: bool,
    stage: Stage,
    first: Option<Tally>,
    second: Option<Tally>,
}

impl Play {
    /// A card that was just drawn, with so many choices.
    #[must_use]
    pub fn new(people: u8, choices: usize, has_panel: bool) -> Self {
        Self {
            people: people.clamp(1, MOST),
            choices,
            has_panel,
            stage: Stage::Read,
            first: None,
            second: None,
        }
    }

    /// How many are around the tablet.
    #[must_use]
    pub fn people(&self) -> u8 {
        self.people
    }

    /// Where they are.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// How many have had the tablet in the round that is open.
    #[must_use]
    pub fn turns(&self) -> u8 {
        match self.stage {
            Stage::HandOver(round) | Stage::Choose(round) => self.tally(round).map_or(0, Tally::turns),
            Stage::Read | Stage::Talk(_) | Stage::Twist | Stage::Panel | Stage::Onward => 0,
        }
    }

    /// Whether somebody was asked before the talk.
    #[must_use]
    pub fn has_chosen(&self) -> bool {
        self.first.is_some()
    }

    /// What there is to see of a round. Nothing of one that is still open.
    #[must_use]
    pub fn shown(&self, round: Round) -> Shown {
        let open = matches!(self.stage, Stage::HandOver(now) | Stage::Choose(now) if now == round);
        match self.tally(round) {
            Some(tally) if !open => {
                if self.people >= FEWEST_SHOWN && tally.answered() < FEWEST_SHOWN {
                    Shown::TooFew
                } else {
                    Shown::Counts(tally.counts.clone())
                }
            }
            _ => Shown::NotAsked,
        }
    }

    /// Takes in what is done. What does not fit where they are changes nothing.
    pub fn update(&mut self, msg: Msg) {
        match (msg, self.stage) {
            (Msg::People(people), Stage::Read) => self.people = people.clamp(1, MOST),
            (Msg::Choosing, Stage::Read) => self.open(Round::First),
            (Msg::Choosing, Stage::Twist) => self.open(Round::Second),
            (Msg::Talking, Stage::Read) => self.stage = Stage::Talk(Round::First),
            (Msg::Taken, Stage::HandOver(round)) => self.stage = Stage::Choose(round),
            (Msg::Chosen(choice), Stage::Choose(round)) => {
                let count = self.tally_mut(round).and_then(|tally| tally.counts.get_mut(choice));
                if let Some(count) = count {
                    *count = count.saturating_add(1);
                    self.after_turn(round);
                }
            }
            (Msg::Passed, Stage::Choose(round)) => {
                if let Some(tally) = self.tally_mut(round) {
                    tally.passed = tally.passed.saturating_add(1);
                }
                self.after_turn(round);
            }
            (Msg::Enough, Stage::HandOver(round)) => self.stage = Stage::Talk(round),
            (Msg::On, stage) => self.stage = self.after(stage),
            (Msg::Back, stage) => self.back(stage),
            _ => {}
        }
    }

    fn open(&mut self, round: Round) {
        let tally = Some(Tally { counts: vec![0; self.choices], passed: 0 });
        match round {
            Round::First => self.first = tally,
            Round::Second => self.second = tally,
        }
        self.stage = if self.people == 1 { Stage::Choose(round) } else { Stage::HandOver(round) };
    }

    fn after_turn(&mut self, round: Round) {
        let done = self.tally(round).is_none_or(|tally| tally.turns() >= self.people);
        self.stage = if done { Stage::Talk(round) } else { Stage::HandOver(round) };
    }

    fn after(&self, stage: Stage) -> Stage {
        match stage {
            Stage::Read => Stage::Talk(Round::First),
            Stage::Talk(Round::First) => Stage::Twist,
            Stage::Twist | Stage::Talk(Round::Second) if self.has_panel => Stage::Panel,
            Stage::Twist | Stage::Talk(Round::Second) | Stage::Panel | Stage::Onward => Stage::Onward,
            // Nobody goes past a round that is open.
            Stage::HandOver(_) | Stage::Choose(_) => stage,
        }
    }

    fn back(&mut self, stage: Stage) {
        self.stage = match stage {
            Stage::Read | Stage::Talk(Round::First) => Stage::Read,
            Stage::HandOver(Round::First) | Stage::Choose(Round::First) => {
                self.first = None;
                Stage::Read
            }
            Stage::HandOver(Round::Second) | Stage::Choose(Round::Second) => {
                self.second = None;
                Stage::Twist
            }
            Stage::Twist => Stage::Talk(Round::First),
            Stage::Talk(Round::Second) => Stage::Twist,
            Stage::Panel if self.second.is_some() => Stage::Talk(Round::Second),
            Stage::Panel => Stage::Twist,
            Stage::Onward if self.has_panel => Stage::Panel,
            Stage::Onward if self.second.is_some() => Stage::Talk(Round::Second),
            Stage::Onward => Stage::Twist,
        };
        // Whoever goes back to the card begins anew.
        if self.stage == Stage::Read {
            self.first = None;
            self.second = None;
        }
    }

    fn tally(&self, round: Round) -> Option<&Tally> {
        match round {
            Round::First => self.first.as_ref(),
            Round::Second => self.second.as_ref(),
        }
    }

    fn tally_mut(&mut self, round: Round) -> Option<&mut Tally> {
        match round {
            Round::First => self.first.as_mut(),
            Round::Second => self.second.as_mut(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Everybody has had the tablet, in this order.
    fn round(play: &mut Play, choices: &[Option<usize>]) {
        play.update(Msg::Choosing);
        for choice in choices {
            play.update(Msg::Taken);
            play.update(choice.map_or(Msg::Passed, Msg::Chosen));
        }
    }

    #[test]
    fn six_people_go_from_the_card_to_what_becomes_of_it() {
        let mut play = Play::new(6, 3, true);
        round(&mut play, &[Some(0), Some(1), Some(1), None, Some(2), Some(1)]);
        assert_eq!(play.stage(), Stage::Talk(Round::First));
        assert_eq!(play.shown(Round::First), Shown::Counts(vec![1, 3, 1]));
        play.update(Msg::On);
        assert_eq!(play.stage(), Stage::Twist);
        round(&mut play, &[Some(0), Some(0), Some(0), Some(0), Some(2), Some(1)]);
        assert_eq!(play.shown(Round::Second), Shown::Counts(vec![4, 1, 1]));
        assert_eq!(play.shown(Round::First), Shown::Counts(vec![1, 3, 1]), "movement can be seen");
        play.update(Msg::On);
        assert_eq!(play.stage(), Stage::Panel);
        play.update(Msg::On);
        assert_eq!(play.stage(), Stage::Onward);
    }

    #[test]
    fn one_person_chooses_without_handing_anything_over() {
        let mut play = Play::new(1, 5, false);
        play.update(Msg::Choosing);
        assert_eq!(play.stage(), Stage::Choose(Round::First));
        play.update(Msg::Chosen(4));
        assert_eq!(play.shown(Round::First), Shown::Counts(vec![0, 0, 0, 0, 1]));
        play.update(Msg::On);
        play.update(Msg::On);
        assert_eq!(play.stage(), Stage::Onward, "without a panel nobody is sent to one");
    }

    #[test]
    fn below_four_answers_of_a_group_nothing_is_shown() {
        let mut play = Play::new(5, 3, true);
        round(&mut play, &[Some(0), None, Some(1), None, Some(2)]);
        assert_eq!(play.shown(Round::First), Shown::TooFew);
        let mut play = Play::new(5, 3, true);
        play.update(Msg::Choosing);
        play.update(Msg::Taken);
        play.update(Msg::Chosen(0));
        play.update(Msg::Enough);
        assert_eq!((play.stage(), play.shown(Round::First)), (Stage::Talk(Round::First), Shown::TooFew));
    }

    #[test]
    fn a_round_that_is_open_shows_nothing_and_cannot_be_gone_past() {
        let mut play = Play::new(4, 3, true);
        play.update(Msg::Choosing);
        play.update(Msg::Taken);
        play.update(Msg::Chosen(2));
        assert_eq!(play.shown(Round::First), Shown::NotAsked);
        play.update(Msg::On);
        assert_eq!((play.stage(), play.turns()), (Stage::HandOver(Round::First), 1));
    }

    #[test]
    fn talking_without_choosing_leads_the_same_way() {
        let mut play = Play::new(3, 3, true);
        play.update(Msg::Talking);
        assert_eq!(play.shown(Round::First), Shown::NotAsked);
        for stage in [Stage::Twist, Stage::Panel, Stage::Onward] {
            play.update(Msg::On);
            assert_eq!(play.stage(), stage);
        }
    }

    #[test]
    fn who_stands_over_and_who_chooses_last_cannot_be_told() {
        let orders: [[Option<usize>; 5]; 3] = [
            [Some(0), Some(1), None, Some(1), Some(2)],
            [None, Some(2), Some(1), Some(1), Some(0)],
            [Some(1), Some(1), Some(0), Some(2), None],
        ];
        let ends = orders.map(|order| {
            let mut play = Play::new(5, 3, true);
            round(&mut play, &order);
            play
        });
        assert!(ends.iter().all(|end| *end == ends[0]));
    }

    fn msg() -> impl Strategy<Value = Msg> {
        prop_oneof![
            (0_u8..20).prop_map(Msg::People),
            Just(Msg::Choosing),
            Just(Msg::Talking),
            Just(Msg::Taken),
            (0_usize..6).prop_map(Msg::Chosen),
            Just(Msg::Passed),
            Just(Msg::Enough),
            Just(Msg::On),
            Just(Msg::Back),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_done_no_group_sees_fewer_than_four_answers(people in 0_u8..20, msgs in prop::collection::vec(msg(), 0..80)) {
            let mut play = Play::new(people, 4, true);
            for msg in msgs {
                play.update(msg);
                prop_assert!((1..=MOST).contains(&play.people()));
                prop_assert!(play.turns() <= play.people());
                for round in [Round::First, Round::Second] {
                    if let Shown::Counts(counts) = play.shown(round) {
                        let sum: u8 = counts.iter().sum();
                        prop_assert!(sum <= play.people());
                        prop_assert!(play.people() < FEWEST_SHOWN || sum >= FEWEST_SHOWN);
                    }
                }
            }
        }
    }
}
