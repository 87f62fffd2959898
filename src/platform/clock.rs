//! What time it is, where the device is. The pure modules get it as an argument.

use js_sys::Date;

/// Milliseconds since 1970. It can jump: a person can set the clock of a device.
#[must_use]
pub fn now_ms() -> u64 {
    whole(Date::now())
}

/// Milliseconds since the page was opened; it never jumps. For measuring how long something took.
#[must_use]
pub fn since_start_ms() -> f64 {
    let performance = js_sys::Reflect::get(&js_sys::global(), &"performance".into());
    let now = performance.and_then(|performance| {
        let now: js_sys::Function = js_sys::Reflect::get(&performance, &"now".into())?.into();
        now.call0(&performance)
    });
    now.ok().and_then(|now| now.as_f64()).unwrap_or_else(Date::now)
}

/// How many minutes the clock on the wall is ahead of UTC at a moment, summer time included.
#[must_use]
pub fn minutes_ahead(ms: u64) -> i32 {
    #[allow(clippy::cast_precision_loss, reason = "times are far below 2^53")]
    let date = Date::new(&(ms as f64).into());
    #[allow(clippy::cast_possible_truncation, reason = "zones lie within a day")]
    let behind = date.get_timezone_offset() as i32;
    -behind
}

/// A moment as a clock on the wall shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalTime {
    /// The year.
    pub year: u32,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
    /// The day of the week, from 0 for Sunday.
    pub weekday: u32,
    /// The hour, from 0.
    pub hour: u32,
    /// The minute.
    pub minute: u32,
}

impl LocalTime {
    /// A moment in the time zone of the device, summer time included.
    #[must_use]
    pub fn of_ms(ms: u64) -> Self {
        #[allow(clippy::cast_precision_loss, reason = "times are far below 2^53")]
        let date = Date::new(&(ms as f64).into());
        Self {
            year: date.get_full_year(),
            month: date.get_month() + 1,
            day: date.get_date(),
            weekday: date.get_day(),
            hour: date.get_hours(),
            minute: date.get_minutes(),
        }
    }

    /// Now.
    #[must_use]
    pub fn now() -> Self {
        Self::of_ms(now_ms())
    }

    /// The day as `YYYY-MM-DD`.
    #[must_use]
    pub fn iso_day(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Day and time as `YYYY-MM-DD HH:MM`.
    #[must_use]
    pub fn iso_minute(&self) -> String {
        format!("{} {:02}:{:02}", self.iso_day(), self.hour, self.minute)
    }
}

fn whole(number: f64) -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clocks before 1970 count as 1970"
    )]
    let whole = number.max(0.0) as u64;
    whole
}
