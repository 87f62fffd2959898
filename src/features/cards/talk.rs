//! Forms of talk, each a few parts with a time of its own, and the clock beside them. Pure; the time is handed in.
//!
//! The times are our own proposals. The clock advises: it stops nobody and goes nowhere by itself.

/// How people talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As they like.
    Free,
    /// Each in turn, without being interrupted.
    Circle,
    /// First alone, then two, then four, then all: 1-2-4-alle.
    Growing,
}

/// A part of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// All together.
    All,
    /// One after the other.
    EachInTurn,
    /// Everybody thinks.
    Alone,
    /// Two and two.
    Pairs,
    /// Four and four.
    Fours,
}

impl Form {
    /// The forms that so many people can use.
    #[must_use]
    pub fn of(people: u8) -> &'static [Self] {
        match people {
            0 | 1 => &[],
            2 | 3 => &[Self::Free, Self::Circle],
            _ => &[Self::Free, Self::Circle, Self::Growing],
        }
    }

    /// Its parts with their minutes.
    #[must_use]
    pub fn phases(self, people: u8) -> Vec<(Phase, u8)> {
        match self {
            Self::Free => vec![(Phase::All, 5)],
            Self::Circle => vec![(Phase::EachInTurn, people.max(2)), (Phase::All, 3)],
            Self::Growing => {
                vec![(Phase::Alone, 1), (Phase::Pairs, 2), (Phase::Fours, 4), (Phase::All, 5)]
            }
        }
    }
}

/// The clock of a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    phases: Vec<(Phase, u8)>,
    at: usize,
    /// When this part began, milliseconds since 1970.
    since: u64,
}

impl Clock {
    /// A clock that begins now.
    #[must_use]
    pub fn started(form: Form, people: u8, now: u64) -> Self {
        Self { phases: form.phases(people), at: 0, since: now }
    }

    /// The part that is on, and its minutes; none when all are over.
    #[must_use]
    pub fn phase(&self) -> Option<(Phase, u8)> {
        self.phases.get(self.at).copied()
    }

    /// The part that comes after it.
    #[must_use]
    pub fn next(&self) -> Option<Phase> {
        self.phases.get(self.at + 1).map(|(phase, _)| *phase)
    }

    /// Seconds that are left of the part; 0 when they are over. A clock that was set back takes nothing away.
    #[must_use]
    pub fn seconds_left(&self, now: u64) -> u64 {
        let whole = self.phase().map_or(0, |(_, minutes)| u64::from(minutes) * 60);
        whole.saturating_sub(now.saturating_sub(self.since) / 1_000)
    }

    /// How many sixths of the part have gone.
    #[must_use]
    pub fn sixths(&self, now: u64) -> u8 {
        let whole = self.phase().map_or(0, |(_, minutes)| u64::from(minutes) * 60);
        let gone = whole.saturating_sub(self.seconds_left(now));
        u8::try_from((gone * 6).checked_div(whole).unwrap_or(0)).unwrap_or(6).min(6)
    }

    /// On to the next part, now.
    pub fn go_on(&mut self, now: u64) {
        self.at = (self.at + 1).min(self.phases.len());
        self.since = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_two_four_all_takes_twelve_minutes_in_four_parts() {
        let phases = Form::Growing.phases(6);
        let names: Vec<Phase> = phases.iter().map(|(phase, _)| *phase).collect();
        assert_eq!(names, [Phase::Alone, Phase::Pairs, Phase::Fours, Phase::All]);
        assert_eq!(phases.iter().map(|(_, minutes)| u32::from(*minutes)).sum::<u32>(), 12);
    }

    #[test]
    fn forms_are_offered_to_those_who_are_enough_for_them() {
        assert!(Form::of(1).is_empty());
        assert!(!Form::of(3).contains(&Form::Growing));
        assert!(Form::of(4).contains(&Form::Growing));
    }

    #[test]
    fn the_clock_waits_at_the_end_of_a_part_until_somebody_goes_on() {
        let mut clock = Clock::started(Form::Growing, 6, 1_000);
        assert_eq!((clock.seconds_left(1_000), clock.sixths(1_000)), (60, 0));
        assert_eq!((clock.seconds_left(31_000), clock.sixths(31_000)), (30, 3));
        assert_eq!((clock.seconds_left(999_000), clock.sixths(999_000)), (0, 6));
        assert_eq!((clock.phase(), clock.next()), (Some((Phase::Alone, 1)), Some(Phase::Pairs)));
        clock.go_on(100_000);
        assert_eq!((clock.phase(), clock.seconds_left(100_000)), (Some((Phase::Pairs, 2)), 120));
        for _ in 0..9 {
            clock.go_on(100_000);
        }
        assert_eq!((clock.phase(), clock.next(), clock.seconds_left(100_000)), (None, None, 0));
    }

    #[test]
    fn a_clock_that_was_set_back_takes_no_time_away() {
        assert_eq!(Clock::started(Form::Free, 4, 60_000).seconds_left(0), 300);
    }
}
