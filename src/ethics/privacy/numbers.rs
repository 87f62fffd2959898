//! National identity numbers and telephone numbers. It does not look numbers up anywhere: a number is
//! judged by its own digits, its grouping and the words beside it.

use super::dates::is_year;
use super::tokens::{Gap, Tokens};
use super::words::Roles;

/// Number tokens read as one row, at most 16 digits.
struct Row {
    digits: [u8; 16],
    count: usize,
    groups: [usize; 8],
    parts: usize,
    last: usize,
}

impl Row {
    fn digits(&self) -> &[u8] {
        self.digits.get(..self.count).unwrap_or_default()
    }

    fn groups(&self) -> &[usize] {
        self.groups.get(..self.parts).unwrap_or_default()
    }

    fn push(&mut self, written: &str, at: usize) -> bool {
        if self.parts >= self.groups.len() || self.count + written.len() > self.digits.len() {
            return false;
        }
        for (slot, byte) in self.digits.iter_mut().skip(self.count).zip(written.bytes()) {
            *slot = byte - b'0';
        }
        if let Some(group) = self.groups.get_mut(self.parts) {
            *group = written.len();
        }
        self.count += written.len();
        self.parts += 1;
        self.last = at;
        true
    }
}

/// Reads rows of number tokens from `at`, longer and longer, and returns the last token of the longest
/// that `fits`.
fn longest(tokens: &Tokens, at: usize, signs: &str, fits: impl Fn(&Row) -> bool) -> Option<usize> {
    let mut row = Row { digits: [0; 16], count: 0, groups: [0; 8], parts: 0, last: at };
    let mut best = None;
    let mut next = at;
    while let Some(written) = tokens.digits(next) {
        if !row.push(written, next) {
            break;
        }
        if fits(&row) {
            best = Some(row.last);
        }
        next = match next_number(tokens, next + 1, signs) {
            Some(found) => found,
            None => break,
        };
    }
    best
}

/// The next number token, across at most two of `signs` and some space.
fn next_number(tokens: &Tokens, mut at: usize, signs: &str) -> Option<usize> {
    for _ in 0..3 {
        if !tokens.follows(at) {
            return None;
        }
        if tokens.digits(at).is_some() {
            return Some(at);
        }
        if !tokens.is_sign(at, signs) {
            return None;
        }
        at += 1;
    }
    None
}

/// A fødselsnummer, D-nummer or synthetic number that begins here: its last token.
pub(super) fn national_id(tokens: &Tokens, at: usize) -> Option<usize> {
    longest(tokens, at, ".-–‑/", |row| {
        matches!(row.groups(), [11] | [6, 5] | [6, 3, 2] | [6, 2, 3] | [2, 2, 2, 5] | [2, 2, 2, 3, 2])
            && is_national_id(row.digits())
    })
}

/// Day (plus 40 in a D-nummer), month (plus 40 or 80 in a synthetic number) and both control digits.
fn is_national_id(digits: &[u8]) -> bool {
    const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let weighed = |weights: &[u32]| -> u32 {
        weights.iter().zip(digits).map(|(weight, digit)| weight * u32::from(*digit)).sum()
    };
    let [d1, d2, m1, m2, ..] = *digits else { return false };
    let day = u32::from(d1) * 10 + u32::from(d2);
    let day = if day > 40 { day - 40 } else { day };
    let month = match u32::from(m1) * 10 + u32::from(m2) {
        month @ 81..=92 => month - 80,
        month @ 41..=52 => month - 40,
        month => month,
    };
    digits.len() == 11 && is_day(day, month) && weighed(&FIRST) % 11 == 0 && weighed(&SECOND) % 11 == 0
}

/// Whether the day exists in that month of some year.
pub(super) fn is_day(day: u32, month: u32) -> bool {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// A telephone number that begins here: its last token.
pub(super) fn phone(tokens: &Tokens, at: usize) -> Option<usize> {
    if tokens.is_sign(at, "+＋") {
        if national_id(tokens, at + 1).is_some() {
            return None;
        }
        return (tokens.gap(at + 1) <= Gap::Space).then(|| international(tokens, at + 1)).flatten();
    }
    if tokens.is_sign(at, "(") && tokens.is_sign(at + 1, "+") && national_id(tokens, at + 2).is_none() {
        return international(tokens, at + 2);
    }
    let digits = tokens.digits(at)?;
    if after_decimal_sign(tokens, at) {
        return None;
    }
    if digits.starts_with("00") && digits.len() != 3 && !tokens.roles_before(at).has(Roles::CLOCK) {
        return international(tokens, at).filter(|last| *last > at || digits.len() >= 10);
    }
    let cued = cued(tokens, at);
    let last = if digits.starts_with('0') { british(tokens, at)? } else { norwegian(tokens, at, cued)? };
    (cued || !counts_something(tokens, at, last)).then_some(last)
}

fn international(tokens: &Tokens, at: usize) -> Option<usize> {
    longest(tokens, at, "-–‑.()/", |row| {
        let significant = row.digits().iter().skip_while(|digit| **digit == 0).count();
        let norwegian = row.digits().split_first_chunk::<2>().is_some_and(|(code, _)| *code == [4, 7]);
        if norwegian { significant == 10 } else { (8..=15).contains(&significant) }
    })
}

/// A national British number: eleven digits from 01, 02, 03 or 07 that cannot begin with a date.
fn british(tokens: &Tokens, at: usize) -> Option<usize> {
    longest(tokens, at, "-–‑()", |row| {
        let [0, area, m1, m2, ..] = *row.digits() else { return false };
        let dated = is_day(u32::from(area), u32::from(m1) * 10 + u32::from(m2));
        let usual = match row.groups() {
            [11] => !dated,
            [5, 6] | [5, 3, 3] | [4, 7] | [4, 3, 4] | [3, 8] | [3, 4, 4] => true,
            _ => false,
        };
        row.count == 11 && matches!(area, 1 | 2 | 3 | 7) && usual
    })
}

fn norwegian(tokens: &Tokens, at: usize, cued: bool) -> Option<usize> {
    let last = longest(tokens, at, "-–‑.()", |row| {
        let usual = match row.groups() {
            [8] | [2, 2, 2, 2] | [3, 2, 3] => true,
            [4, 4] => cued || !are_years_or_times(tokens, at, row.last),
            [2, 3, 3] | [3, 3, 2] | [2, 6] | [5, 3] | [3, 5] => cued,
            _ => false,
        };
        row.count == 8 && row.digits().first().is_some_and(|first| *first >= 2) && usual
    })?;
    let series = tokens.digits(at).is_some_and(|digits| digits.len() == 2)
        && tokens.gap(last + 1) == Gap::Space
        && tokens.digits(last + 1).is_some_and(|digits| digits.len() == 2)
        && !tokens.is_sign(last + 2, ".");
    (!series || cued).then_some(last)
}

/// «2024 2025», «2230–0730».
fn are_years_or_times(tokens: &Tokens, first: usize, last: usize) -> bool {
    let looks = |at: usize| {
        tokens.value(at).is_some_and(|value| is_year(value) || (value < 2400 && value % 100 < 60))
    };
    (looks(first) && looks(last)) || last != first + 1 || tokens.value(first).is_some_and(is_year)
}

/// «tlf.», «mobil», «ring» beside the number.
fn cued(tokens: &Tokens, at: usize) -> bool {
    (1..=4).filter_map(|back| at.checked_sub(back)).any(|word| tokens.roles(word).has(Roles::PHONE_CUE))
}

/// «3,12345678», «1.22334455»: the rest of a decimal number.
fn after_decimal_sign(tokens: &Tokens, at: usize) -> bool {
    at >= 2
        && tokens.gap(at) == Gap::None
        && tokens.is_sign(at - 1, ",.")
        && tokens.gap(at - 1) == Gap::None
        && tokens.digits(at - 2).is_some()
}

/// An amount, a measurement or a case number, by the words beside it.
fn counts_something(tokens: &Tokens, first: usize, last: usize) -> bool {
    let before = tokens.word_before(first);
    let unit_before = before.is_some_and(|word| {
        tokens.roles(word).any(Roles::UNIT.and(Roles::MEASURE).and(Roles::NUMBERED))
            || tokens.is_sign(word, "£$€#§")
    });
    unit_before || tokens.roles(last + 1).has(Roles::UNIT) || tokens.is_sign(last + 1, "%°£$€")
}
