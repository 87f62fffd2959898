//! Where things stand in a JSON text: the line and the character of every field, and what the reader of JSON
//! would not tell: a field that is there twice, a text that is too long or has odd signs.
//!
//! It walks over a text that [`crate::json::parse`] has found whole, so it judges no grammar; where the text is
//! not what it expects it stops.

use std::collections::{BTreeMap, BTreeSet};

use super::LIMITS;
use super::read::{Fault, PackError, Spot};
use super::signs::{Odd, odd};
use crate::json;

/// How many places are kept: more than the largest pack has. What lies beyond them is told by what it lies in.
const MOST: usize = 60_000;

/// The place of every value, by its path: `cards[0].words.title`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Places(BTreeMap<String, Spot>);

impl Places {
    /// The place of a path, or of the nearest thing that it lies in.
    pub(super) fn nearest(&self, path: &str) -> Option<Spot> {
        self.found(path).map(|(_, spot)| spot)
    }

    /// How much of a path there is, and its place.
    pub(super) fn found(&self, path: &str) -> Option<(usize, Spot)> {
        let mut path = path;
        loop {
            if let Some(spot) = self.0.get(path) {
                return Some((path.len(), *spot));
            }
            path = path.get(..path.rfind(['.', '[']).unwrap_or(0)).filter(|_| !path.is_empty())?;
        }
    }
}

/// How deep lists and objects lie in each other at most, and where they lie too deep. Looks at any text.
pub(super) fn too_deep(text: &str) -> Option<Spot> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (at, sign) in text.bytes().enumerate() {
        if in_text {
            in_text = escaped || sign != b'"';
            escaped = !escaped && sign == b'\\';
            continue;
        }
        match sign {
            b'"' => in_text = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > LIMITS.depth {
            return Some(Spot::of(text, at));
        }
    }
    None
}

/// The places of a text that is JSON and not too deep.
///
/// # Errors
/// [`PackError::Field`] for what no field may be, and where.
pub(super) fn places(text: &str) -> Result<Places, PackError> {
    let mut walk = Walk { text, at: 0, line: 1, line_start: 0, places: Places::default() };
    walk.value("")?;
    Ok(walk.places)
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    line_start: usize,
    places: Places,
}

impl<'a> Walk<'a> {
    fn next(&mut self) -> Option<u8> {
        while let Some(sign) = self.text.as_bytes().get(self.at) {
            match sign {
                b'\n' => {
                    self.line += 1;
                    self.line_start = self.at + 1;
                }
                b' ' | b'\t' | b'\r' => {}
                other => return Some(*other),
            }
            self.at += 1;
        }
        None
    }

    fn spot(&self) -> Spot {
        let before = self.text.get(self.line_start..self.at).unwrap_or_default();
        Spot { line: self.line, column: before.chars().count() + 1 }
    }

    /// A value at a path; it is not too deep, so this ends.
    fn value(&mut self, path: &str) -> Result<(), PackError> {
        let Some(sign) = self.next() else { return Ok(()) };
        let spot = self.spot();
        if self.places.0.len() < MOST {
            self.places.0.insert(path.to_owned(), spot);
        }
        match sign {
            b'{' => self.object(path),
            b'[' => self.list(path),
            b'"' => {
                let text = self.string();
                look_at(&text, path, spot, LIMITS.characters)
            }
            _ => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                self.at += rest.find([',', '}', ']', ' ', '\n', '\r', '\t']).unwrap_or(rest.len());
                Ok(())
            }
        }
    }

    fn object(&mut self, path: &str) -> Result<(), PackError> {
        let mut names = BTreeSet::new();
        self.at += 1;
        while self.next() == Some(b'"') {
            let spot = self.spot();
            let name = self.string();
            look_at(&name, path, spot, LIMITS.id)?;
            let joint = if path.is_empty() { "" } else { "." };
            let inside = format!("{path}{joint}{name}");
            if !names.insert(name) {
                return Err(PackError::Field { path: inside, spot: Some(spot), fault: Fault::Twice });
            }
            if self.next() == Some(b':') {
                self.at += 1;
            }
            self.value(&inside)?;
            if self.next() == Some(b',') {
                self.at += 1;
            }
        }
        self.at += 1;
        Ok(())
    }

    fn list(&mut self, path: &str) -> Result<(), PackError> {
        let mut number = 0_usize;
        self.at += 1;
        while self.next().is_some_and(|sign| sign != b']') {
            self.value(&format!("{path}[{number}]"))?;
            number += 1;
            if self.next() == Some(b',') {
                self.at += 1;
            }
        }
        self.at += 1;
        Ok(())
    }

    /// A text, and behind it. It cannot hold a line break of its own.
    fn string(&mut self) -> String {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut escaped = false;
        let end = rest.bytes().skip(1).position(|sign| {
            let is_end = !escaped && sign == b'"';
            escaped = !escaped && sign == b'\\';
            is_end
        });
        let length = end.map_or(rest.len(), |end| end + 2);
        self.at += length;
        let raw: &'a str = rest.get(..length).unwrap_or_default();
        json::read::<String>(raw.as_bytes()).unwrap_or_default()
    }
}

fn look_at(text: &str, path: &str, spot: Spot, limit: usize) -> Result<(), PackError> {
    let characters = text.chars().count();
    let fault = if characters > limit {
        Some(Fault::TooLong { characters, limit })
    } else {
        odd(text).map(|odd| match odd {
            Odd::Hidden(_) => Fault::HiddenSign,
            Odd::Markup(tag) => Fault::Markup(tag),
        })
    };
    match fault {
        Some(fault) => Err(PackError::Field { path: path.to_owned(), spot: Some(spot), fault }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a\": [1, \"æ\", {\"b\": true}],\n  \"c\":\n    {\"d\\u0065\": \"x \\\" } y\", \"f\": null}\n}\n";

    #[test]
    fn every_value_is_found_at_its_line_and_character() {
        let found = places(TEXT).unwrap();
        let at = |path: &str| found.nearest(path).map(|spot| (spot.line, spot.column));
        for (path, place) in [
            ("", (1, 1)),
            ("a", (2, 8)),
            ("a[1]", (2, 12)),
            ("a[2].b", (2, 23)),
            ("c", (4, 5)),
            ("c.de", (4, 17)),
            ("c.f", (4, 34)),
        ] {
            assert_eq!(at(path), Some(place), "{path}");
        }
        // What is missing is told where it should be.
        assert_eq!(at("c.g.h"), at("c"));
        assert_eq!(at("a[9].x"), at("a"));
    }

    #[test]
    fn a_name_that_stands_there_twice_is_told_at_the_second() {
        let twice = places("{\"a\": 1,\n \"b\": {\"c\": 1,\n \"c\": 2}}").unwrap_err();
        let spot = Some(Spot { line: 3, column: 2 });
        assert_eq!(twice, PackError::Field { path: "b.c".into(), spot, fault: Fault::Twice });
        // Also when it is spelled in another way.
        assert!(places(r#"{"a":1,"\u0061":2}"#).is_err());
        assert!(places(r#"[{"a":1},{"a":2}]"#).is_ok());
    }

    #[test]
    fn depth_is_counted_outside_texts_alone() {
        let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(too_deep(&deep(LIMITS.depth)), None);
        assert_eq!(too_deep(&deep(LIMITS.depth + 1)), Some(Spot { line: 1, column: LIMITS.depth + 1 }));
        assert_eq!(too_deep(&format!("\"{}\\\"{}\"", "[".repeat(50), "{".repeat(50))), None);
    }
}
