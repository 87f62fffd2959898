//! Deeds as lines of text, for the terminal and for tests.
//!
//! ```text
//! look skin
//! measure rf
//! do sit-up
//! call emergency: worried numbers news2
//! go telephone        leave telephone
//! event telephone     push sbp -10
//! wait 5              wait until 10:15
//! # a remark
//! ```

use super::course::{Course, Deed};
use super::fixed::Fixed;
use super::scenario::{Measure, Pulled, Scenario};

/// One line of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Does something.
    Deed(Deed),
    /// Lets time pass until a time of day, in minutes after midnight.
    Until(u16),
}

/// A line that is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: `{text}` is no deed: write look, measure, do, call, go, leave, event, push or wait")]
pub struct NoDeed {
    /// Which line, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
}

/// Reads a script.
///
/// # Errors
/// [`NoDeed`], with the first line that is none.
pub fn parse(script: &str) -> Result<Vec<Line>, NoDeed> {
    let lines =
        script.lines().zip(1..).map(|(text, line)| (text.split('#').next().unwrap_or_default().trim(), line));
    let lines = lines.filter(|(text, _)| !text.is_empty());
    lines.map(|(text, line)| one(text).ok_or_else(|| NoDeed { line, text: text.to_owned() })).collect()
}

fn one(text: &str) -> Option<Line> {
    let (verb, rest) = text.split_once(' ')?;
    let rest = rest.trim();
    let deed = match (verb, rest.split_whitespace().collect::<Vec<_>>().as_slice()) {
        ("look", [id]) => Deed::Look((*id).to_owned()),
        ("measure", [code]) => Deed::Measure(Measure::parse(code)?),
        ("do", [id]) => Deed::Act((*id).to_owned()),
        ("call", [_, ..]) => {
            let (receiver, told) = rest.split_once(':').unwrap_or((rest, ""));
            let told = told.split_whitespace().map(str::to_owned).collect();
            Deed::Call { receiver: receiver.trim().to_owned(), told }
        }
        ("go", [id]) => Deed::Answer { event: (*id).to_owned(), goes_along: true },
        ("leave", [id]) => Deed::Answer { event: (*id).to_owned(), goes_along: false },
        ("event", [id]) => Deed::Event((*id).to_owned()),
        ("push", [on, by]) => Deed::Push { on: Pulled::parse(on)?, by: Fixed::parse(by).ok()? },
        ("wait", ["until", time]) => return clock(time).map(Line::Until),
        ("wait", [minutes]) => {
            Deed::Wait(minutes.parse::<u32>().ok().filter(|minutes| *minutes <= 1_440)? * 60)
        }
        _ => return None,
    };
    Some(Line::Deed(deed))
}

/// Reads a time of day, `10:15`, in minutes after midnight.
#[must_use]
pub fn clock(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

impl Line {
    /// The deed that the line is at this moment of a course.
    #[must_use]
    pub fn deed(&self, scenario: &Scenario, course: &Course) -> Deed {
        match self {
            Self::Deed(deed) => deed.clone(),
            Self::Until(time) => {
                // Past midnight the day goes on.
                let minutes = (u32::from(*time) + 1_440 - u32::from(scenario.begins)) % 1_440;
                Deed::Wait((minutes * 60).saturating_sub(course.now()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_is_read() {
        let script = "look skin # first\n\nmeasure rf-30\ndo sit-up\ncall amk: worried numbers\ncall gp\ngo bell\nleave bell\nevent bell\npush sbp -10.5\nwait 5\nwait until 10:15";
        let lines = parse(script).unwrap();
        assert_eq!(lines.len(), 11);
        assert_eq!(lines[1], Line::Deed(Deed::Measure(Measure::Rf30)));
        assert_eq!(lines[9], Line::Deed(Deed::Wait(300)));
        assert_eq!(lines[10], Line::Until(615));
    }

    #[test]
    fn a_line_that_is_none_is_named() {
        for text in [
            "dance",
            "do",
            "measure luck",
            "wait until 25:00",
            "wait until noon",
            "push sbp ten",
            "wait -1",
            "wait 99999",
        ] {
            let found = parse(&format!("wait 1\n{text}"));
            assert_eq!(found, Err(NoDeed { line: 2, text: text.to_owned() }));
        }
    }
}
