//! Days as a file that every calendar takes in (RFC 5545): one event for each, all day long. Pure.

use crate::i18n::Day;

/// How many bytes a line may have, without its end.
const LINE: usize = 75;

const MS_PER_DAY: u64 = 86_400_000;

/// A day in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// A name that stays the same, so that what is taken in twice stands there once.
    pub name: String,
    /// When.
    pub day: Day,
    /// What stands in the calendar.
    pub title: String,
    /// What one reads when one opens it.
    pub text: String,
}

/// The file of these events, made at a moment in milliseconds since 1970.
#[must_use]
pub fn calendar(events: &[Event], made_ms: u64) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Refleks//Refleks//NO".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    let made = moment(made_ms);
    for event in events {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@refleks", escaped(&event.name)),
            format!("DTSTAMP:{made}"),
            format!("DTSTART;VALUE=DATE:{}", compact(event.day)),
            // The day after the last one.
            format!("DTEND;VALUE=DATE:{}", compact(event.day.plus(1))),
            format!("SUMMARY:{}", escaped(&event.title)),
            format!("DESCRIPTION:{}", escaped(&event.text)),
            // Nobody is busy all day with a lesson.
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// `YYYYMMDD`.
fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// `YYYYMMDDTHHMMSSZ`, in UTC.
fn moment(ms: u64) -> String {
    let seconds = ms % MS_PER_DAY / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hours:02}{minutes:02}{seconds:02}Z", compact(Day::of_moment(ms, 0)))
}

/// A text as a value: what has a meaning of its own is escaped, and no other control sign is let in.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line with its end. A long one goes on in the next, after a space, and no letter is cut in two.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn event(name: &str, on: &str, title: &str, text: &str) -> Event {
        Event { name: name.into(), day: day(on), title: title.into(), text: text.into() }
    }

    /// 2026-11-23, 20:00:25 in UTC.
    const MADE: u64 = 1_795_464_025_000;

    #[test]
    fn a_file_says_the_day_the_next_one_and_when_it_was_made() {
        let file =
            calendar(&[event("p.fire", "2026-12-31", "Refleks: Brann", "Innen 31. desember 2026")], MADE);
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Refleks//Refleks//NO",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            "UID:p.fire@refleks",
            "DTSTAMP:20261123T200025Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Refleks: Brann",
            "DESCRIPTION:Innen 31. desember 2026",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        assert_eq!(file, expected.map(|line| format!("{line}\r\n")).concat());
    }

    #[test]
    fn a_day_ends_on_the_next_one() {
        for (on, from, to) in [
            ("2026-12-31", "20261231", "20270101"),
            ("2028-02-28", "20280228", "20280229"),
            ("2028-02-29", "20280229", "20280301"),
            ("2027-02-28", "20270228", "20270301"),
        ] {
            let file = calendar(&[event("a", on, "", "")], MADE);
            assert!(
                file.contains(&format!("DTSTART;VALUE=DATE:{from}\r\nDTEND;VALUE=DATE:{to}\r\n")),
                "{on}"
            );
        }
    }

    #[test]
    fn a_moment_is_written_in_utc() {
        for (ms, text) in [
            (0, "19700101T000000Z"),
            (MADE, "20261123T200025Z"),
            (86_399_999, "19700101T235959Z"),
            (1_835_481_600_000, "20280301T000000Z"),
        ] {
            assert_eq!(moment(ms), text);
        }
    }

    #[test]
    fn what_has_a_meaning_of_its_own_is_escaped_and_control_signs_are_left_out() {
        for (text, value) in [
            ("Ta det, når du kan", "Ta det\\, når du kan"),
            ("a;b\\c", "a\\;b\\\\c"),
            ("to\nlinjer\r\nog en\rtil", "to\\nlinjer\\nog en\\ntil"),
            ("END:VEVENT\r\nBEGIN:VALARM", "END:VEVENT\\nBEGIN:VALARM"),
            ("\u{0}\u{7}a\tb", "a b"),
        ] {
            assert_eq!(escaped(text), value);
        }
    }

    /// Reads the value of a property as RFC 5545 says.
    fn read(file: &str, property: &str) -> Option<String> {
        let unfolded = file.replace("\r\n ", "");
        let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix(&format!("{property}:")))?;
        let mut text = String::new();
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => text.push(match chars.next()? {
                    'n' => '\n',
                    other => other,
                }),
                c => text.push(c),
            }
        }
        Some(text)
    }

    proptest! {
        #[test]
        fn every_text_is_read_back_whole_and_no_line_is_too_long(
            title in "[ -~æøåÆØÅ«»–☕\n]{0,200}", text in "[ -~æøå\n]{0,300}",
        ) {
            let file = calendar(&[event("a", "2026-12-31", &title, &text)], MADE);
            prop_assert_eq!(read(&file, "SUMMARY"), Some(title));
            prop_assert_eq!(read(&file, "DESCRIPTION"), Some(text));
            prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
            prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "a line ends with CRLF alone");
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE));
        }
    }
}
