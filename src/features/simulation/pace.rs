//! How fast the clock of a run goes by itself. It stands still until somebody sets it going: nobody has to hurry. Pure.

use crate::clinical::STEP;

/// How fast the clock goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pace {
    /// It stands still; time passes only through what one does.
    #[default]
    Still,
    /// A second is a second.
    Real,
    /// Ten seconds go in one.
    Tenfold,
    /// A minute goes in a second.
    MinuteASecond,
}

impl Pace {
    /// All, from the slowest on.
    pub const ALL: [Self; 4] = [Self::Still, Self::Real, Self::Tenfold, Self::MinuteASecond];

    /// Seconds of the course in one second on the wall.
    const fn speed(self) -> u32 {
        match self {
            Self::Still => 0,
            Self::Real => 1,
            Self::Tenfold => 10,
            Self::MinuteASecond => 60,
        }
    }
}

/// A clock that goes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RunningClock {
    /// How fast.
    pub pace: Pace,
    /// Milliseconds of the course that have gone and are not a whole step yet.
    owed: u32,
    /// Milliseconds on the wall since the run was kept last.
    unkept: u32,
}

/// How often a run whose clock runs is kept, milliseconds on the wall.
const KEPT_MS: u32 = 5_000;

impl RunningClock {
    /// Sets it to another pace.
    pub fn set(&mut self, pace: Pace) {
        *self = Self { pace, owed: 0, unkept: 0 };
    }

    /// So many milliseconds have gone on the wall: how many seconds of the course, in whole steps. A tablet that has
    /// slept does not jump ahead: at most a second is counted.
    pub fn tick(&mut self, milliseconds: u32) -> u32 {
        const STEP_MS: u32 = STEP * 1_000;
        self.unkept = self.unkept.saturating_add(milliseconds);
        self.owed = self.owed.saturating_add(milliseconds.min(1_000) * self.pace.speed());
        let steps = self.owed / STEP_MS;
        self.owed %= STEP_MS;
        steps * STEP
    }

    /// Whether the run is to be kept now; once it is asked, not again for a while.
    pub fn is_to_be_kept(&mut self) -> bool {
        let is_time = self.unkept >= KEPT_MS;
        if is_time {
            self.unkept = 0;
        }
        is_time
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_runs_gives_the_seconds_of_its_pace_in_whole_steps() {
        for (pace, in_ten_seconds) in
            [(Pace::Still, 0), (Pace::Real, 10), (Pace::Tenfold, 100), (Pace::MinuteASecond, 600)]
        {
            let mut clock = RunningClock::default();
            clock.set(pace);
            let ticks = (0..40).map(|_| clock.tick(250));
            let (sum, whole) =
                ticks.fold((0, true), |(sum, whole), gone| (sum + gone, whole && gone % STEP == 0));
            assert_eq!((sum, whole), (in_ten_seconds, true), "{pace:?}");
        }
    }

    #[test]
    fn a_tablet_that_has_slept_for_an_hour_does_not_jump_ahead() {
        let mut clock = RunningClock::default();
        clock.set(Pace::MinuteASecond);
        assert_eq!(clock.tick(3_600_000), 60);
    }
}
