//! Exact dates in figures and words. A month, a season, a weekday, a clock time, a fraction, a score or
//! a section number is not an exact date.

use super::numbers::is_day;
use super::tokens::{Gap, Tokens};
use super::words::{Roles, month_of, ordinal_of};

/// A date that begins here: its last token.
pub(super) fn date(tokens: &Tokens, at: usize) -> Option<usize> {
    if tokens.is_word(at) {
        return month_first(tokens, at).or_else(|| ordinal_and_month(tokens, at));
    }
    let digits = tokens.digits(at)?;
    day_and_month_word(tokens, at)
        .or_else(|| year_first(tokens, at))
        .or_else(|| compact(tokens, at, digits))
        .or_else(|| if is_part_of_number(tokens, at) { None } else { in_figures(tokens, at) })
        .or_else(|| day_of_weekday(tokens, at))
}

/// A year that people living now can have met.
pub(super) fn is_year(value: u32) -> bool {
    (1900..=2099).contains(&value)
}

/// «3.12.2026» inside «1.3.12.2026», «v2.3.12».
fn is_part_of_number(tokens: &Tokens, at: usize) -> bool {
    at >= 2
        && tokens.gap(at) == Gap::None
        && tokens.is_sign(at - 1, ".,")
        && tokens.gap(at - 1) == Gap::None
        && tokens.digits(at - 2).is_some()
}

fn day(tokens: &Tokens, at: usize) -> Option<u32> {
    tokens.value(at).filter(|day| (1..=31).contains(day) && tokens.written(at).len() <= 2)
}

/// «12. mars 2026», «12 March», «12th of March», «12.–14. mars», «12. og 13. mars».
fn day_and_month_word(tokens: &Tokens, at: usize) -> Option<usize> {
    let day = day(tokens, at)?;
    let dash =
        tokens.is_sign(at + 1, "-–/") && tokens.gap(at + 1) == Gap::None && tokens.gap(at + 2) == Gap::None;
    let next = if dash && tokens.is_word(at + 2) { at + 2 } else { after_ordinal(tokens, at + 1) };
    if let Some(found) = month_word(tokens, next) {
        let (month, last) = found;
        return is_day(day, month).then(|| with_year(tokens, last));
    }
    let joined = tokens.follows(next)
        && (tokens.is_sign(next, "-–—/,&")
            || matches!(tokens.lower(next), "og" | "til" | "and" | "to" | "eller" | "or"));
    let other = next + 1;
    if !joined || !tokens.follows(other) || self::day(tokens, other).is_none() {
        return None;
    }
    let (month, last) = month_word(tokens, after_ordinal(tokens, other + 1))?;
    is_day(day, month).then(|| with_year(tokens, last))
}

/// Past «.», «st», «nd», «rd», «th», «of», «i».
fn after_ordinal(tokens: &Tokens, mut at: usize) -> usize {
    if tokens.is_sign(at, ".")
        || (tokens.gap(at) == Gap::None && matches!(tokens.lower(at), "st" | "nd" | "rd" | "th"))
    {
        at += 1;
    }
    if tokens.lower(at) == "of" { at + 1 } else { at }
}

fn month_word(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    if !tokens.follows(at) || is_verb_may(tokens, at) {
        return None;
    }
    month_of(tokens.lower(at)).map(|month| (month, at))
}

/// «may» in small letters is the month only where no verb follows: «12 may fall».
fn is_verb_may(tokens: &Tokens, at: usize) -> bool {
    const AFTER_MONTH: &[&str] = &[
        "and", "at", "when", "was", "is", "she", "he", "the", "we", "in", "on", "with", "they", "after",
        "before", "because", "but", "i",
    ];
    let of = at
        .checked_sub(1)
        .is_some_and(|before| matches!(tokens.lower(before), "of" | "th" | "st" | "nd" | "rd"));
    tokens.written(at) == "may"
        && !of
        && tokens.is_word(at + 1)
        && !AFTER_MONTH.contains(&tokens.lower(at + 1))
}

/// Extends a date by its year: «2026», «, 2026», «-26», «’26».
fn with_year(tokens: &Tokens, last: usize) -> usize {
    let full = |at: usize| {
        tokens.follows(at) && tokens.written(at).len() == 4 && tokens.value(at).is_some_and(is_year)
    };
    let stop = last + usize::from(tokens.is_sign(last + 1, ".,") && tokens.gap(last + 1) == Gap::None);
    if full(stop + 1) {
        return stop + 1;
    }
    let short = tokens.is_sign(last + 1, "-–’'")
        && tokens.gap(last + 2) == Gap::None
        && tokens.digits(last + 2).is_some_and(|digits| matches!(digits.len(), 2 | 4));
    if short { last + 2 } else { last }
}

/// «March 12», «March 12th, 2026», «March the 12th».
fn month_first(tokens: &Tokens, at: usize) -> Option<usize> {
    let english = tokens.roles(at).has(Roles::ENGLISH_MONTH) && tokens.is_capital(at);
    let month = month_of(tokens.lower(at)).filter(|_| english)?;
    let mut next = at + 1 + usize::from(tokens.is_sign(at + 1, ".") && tokens.gap(at + 1) == Gap::None);
    next += usize::from(tokens.lower(next) == "the");
    let day = day(tokens, next).filter(|day| tokens.follows(next) && is_day(*day, month))?;
    let suffix =
        tokens.gap(next + 1) == Gap::None && matches!(tokens.lower(next + 1), "st" | "nd" | "rd" | "th");
    let last = next + usize::from(suffix);
    let counted = !suffix && (tokens.roles(last + 1).has(Roles::UNIT) || tokens.is_sign(last + 1, "%"));
    (day > 0 && !counted).then(|| with_year(tokens, last))
}

/// «tolvte mars», «the twelfth of March».
fn ordinal_and_month(tokens: &Tokens, at: usize) -> Option<usize> {
    let day = ordinal_of(tokens.lower(at)).or_else(|| hyphenated_ordinal(tokens, at))?;
    let past = if ordinal_of(tokens.lower(at)).is_some() { at + 1 } else { at + 3 };
    let (month, last) = month_word(tokens, after_ordinal(tokens, past))?;
    is_day(day, month).then(|| with_year(tokens, last))
}

/// «twenty-first», «twenty first».
fn hyphenated_ordinal(tokens: &Tokens, at: usize) -> Option<u32> {
    let tens = match tokens.lower(at) {
        "twenty" => 20,
        "thirty" => 30,
        _ => return None,
    };
    let unit = tokens.is_sign(at + 1, "-‑").then(|| ordinal_of(tokens.lower(at + 2))).flatten()?;
    (unit < 10).then_some(tens + unit)
}

/// «2026-03-12», «2026.3.12», «2026/03/12».
fn year_first(tokens: &Tokens, at: usize) -> Option<usize> {
    let year = tokens.value(at).filter(|year| is_year(*year) && tokens.written(at).len() == 4);
    year?;
    let sign = tokens.is_sign(at + 1, "-–‑./") && tokens.is_sign(at + 3, "-–‑./");
    let tight = (1..=4).all(|step| tokens.gap(at + step) == Gap::None);
    let (month, day) = (tokens.value(at + 2)?, day(tokens, at + 4)?);
    (sign && tight && is_day(day, month)).then_some(at + 4)
}

/// «20260312», and «120338» after «født».
fn compact(tokens: &Tokens, at: usize, digits: &str) -> Option<usize> {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let born = is_born(tokens, at);
    let fits = match digits.len() {
        8 => {
            (is_year(part(0, 4)?) && is_day(part(6, 8)?, part(4, 6)?))
                || (born && is_year(part(4, 8)?) && is_day(part(0, 2)?, part(2, 4)?))
        }
        6 => born && is_day(part(0, 2)?, part(2, 4)?),
        _ => false,
    };
    fits.then_some(at)
}

fn is_born(tokens: &Tokens, at: usize) -> bool {
    (1..=4).filter_map(|back| at.checked_sub(back)).any(|word| tokens.roles(word).has(Roles::BORN))
}

/// Day and month in figures, with or without a year.
fn in_figures(tokens: &Tokens, at: usize) -> Option<usize> {
    let first = day(tokens, at)?;
    let second = tokens.value(at + 2).filter(|_| tokens.written(at + 2).len() <= 2);
    if tokens.is_sign(at + 1, ".") && tokens.gap(at + 1) == Gap::None && tokens.gap(at + 2) <= Gap::Space {
        return dotted(tokens, at, first, second?);
    }
    if tokens.is_sign(at + 1, "/") && tokens.gap(at + 1) == Gap::None && tokens.gap(at + 2) == Gap::None {
        return slashed(tokens, at, first, second?);
    }
    let hyphens = tokens.is_sign(at + 1, "-–‑") && tokens.is_sign(at + 3, "-–‑");
    if hyphens && (1..=4).all(|step| tokens.gap(at + step) == Gap::None) {
        let padded = tokens.written(at).len() == 2 && tokens.written(at + 2).len() == 2;
        return year_after(tokens, at + 4, padded).filter(|_| is_day(first, second.unwrap_or(0)));
    }
    spaced(tokens, at, first)
}

/// «12 03 2026»; with a two-digit year only after «født».
fn spaced(tokens: &Tokens, at: usize, first: u32) -> Option<usize> {
    let padded = tokens.written(at).len() == 2 && tokens.written(at + 1).len() == 2;
    let near = tokens.gap(at + 1) == Gap::Space && tokens.gap(at + 2) == Gap::Space;
    let second = tokens.value(at + 1)?;
    if !padded || !near || !is_day(first, second) {
        return None;
    }
    year_after(tokens, at + 2, is_born(tokens, at))
}

/// The token of a year: four digits, or two where `short` is allowed.
fn year_after(tokens: &Tokens, at: usize, short: bool) -> Option<usize> {
    let digits = tokens.digits(at).filter(|_| tokens.follows(at))?;
    let fits = match digits.len() {
        4 => tokens.value(at).is_some_and(is_year),
        2 => short,
        _ => false,
    };
    fits.then_some(at)
}

/// Before the figures stands a clock, a measurement, a section or a version, perhaps with other figures
/// of the same kind between: «punkt 4.1 og 4.2», «kl. 10.15–12.30».
fn is_other_number(tokens: &Tokens, at: usize) -> bool {
    let joined = at.checked_sub(1).filter(|before| {
        tokens.is_sign(*before, "-–,/")
            || matches!(tokens.lower(*before), "og" | "til" | "and" | "to" | "eller" | "or")
    });
    if let Some(first) = joined.and_then(|joint| joint.checked_sub(3)) {
        let figures = tokens.digits(first).is_some()
            && tokens.is_sign(first + 1, ".")
            && tokens.digits(first + 2).is_some();
        if figures && is_other_number(tokens, first) {
            return true;
        }
    }
    tokens.word_before(at).is_some_and(|word| {
        tokens.roles(word).any(Roles::CLOCK.and(Roles::MEASURE).and(Roles::NUMBERED))
            || tokens.is_sign(word, "§")
    })
}

fn has_date_cue(tokens: &Tokens, at: usize) -> bool {
    tokens
        .word_before(at)
        .is_some_and(|word| tokens.roles(word).any(Roles::DATE_CUE.and(Roles::BORN).and(Roles::WEEKDAY)))
}

/// «12.03.2026», «12.3.26», «12. 3. 2026», «12.3.».
fn dotted(tokens: &Tokens, at: usize, first: u32, second: u32) -> Option<usize> {
    let numbered = tokens.word_before(at).is_some_and(|word| tokens.roles(word).has(Roles::NUMBERED))
        || at.checked_sub(1).is_some_and(|sign| tokens.is_sign(sign, "§"));
    if !is_day(first, second) || numbered {
        return None;
    }
    let stop = at + 3;
    let has_stop = tokens.is_sign(stop, ".") && tokens.gap(stop) == Gap::None;
    if let Some(last) = dotted_year(tokens, stop, has_stop) {
        return Some(last);
    }
    if is_other_number(tokens, at) {
        return None;
    }
    without_year(tokens, at, has_stop)
}

/// The year after «12.3»: «.2026», «. 2026», «.26», «-26», «.-26», « 2026».
fn dotted_year(tokens: &Tokens, stop: usize, has_stop: bool) -> Option<usize> {
    let ends = |year: usize| {
        let decimal = tokens.is_sign(year + 1, ".,") && tokens.gap(year + 1) == Gap::None;
        !(decimal && tokens.gap(year + 2) == Gap::None && tokens.digits(year + 2).is_some())
    };
    let after_stop = stop + usize::from(has_stop);
    let dash = tokens.is_sign(after_stop, "-–’'") && tokens.gap(after_stop) == Gap::None;
    let year = after_stop + usize::from(dash);
    let tight = tokens.gap(year) == Gap::None && (has_stop || dash);
    if tokens.gap(year) > Gap::Line {
        return None;
    }
    year_after(tokens, year, tight).filter(|year| ends(*year))
}

fn without_year(tokens: &Tokens, at: usize, has_stop: bool) -> Option<usize> {
    let stop = at + 3;
    let cued = has_date_cue(tokens, at);
    if !has_stop {
        let clock = tokens.roles(stop).has(Roles::CLOCK);
        return (cued || clock).then_some(at + 2);
    }
    // «2.1. Bakgrunn» at the beginning of a line numbers a heading; «12.3.4» numbers a section.
    let heading =
        tokens.gap(at) > Gap::Space && tokens.is_capital(stop + 1) && tokens.gap(stop + 1) <= Gap::Space;
    let section = tokens.gap(stop + 1) == Gap::None && tokens.digits(stop + 1).is_some();
    let spread = tokens.gap(at + 2) != Gap::None && tokens.is_capital(stop + 1);
    (cued || !(heading || section || spread)).then_some(stop)
}

/// «12/3-26», «12/03/2026», «den 12/3», «24/12».
fn slashed(tokens: &Tokens, at: usize, first: u32, second: u32) -> Option<usize> {
    let sign = tokens.is_sign(at + 3, "-–‑/.’'") && tokens.gap(at + 3) == Gap::None;
    let ordered = is_day(first, second) || is_day(second, first);
    if !ordered {
        return None;
    }
    if sign
        && tokens.gap(at + 4) == Gap::None
        && let Some(last) = year_after(tokens, at + 4, true)
    {
        return Some(last);
    }
    if tokens.gap(at + 3) == Gap::Space && year_after(tokens, at + 3, false).is_some() {
        return Some(at + 3);
    }
    if !is_day(first, second) || is_other_number(tokens, at) {
        return None;
    }
    (has_date_cue(tokens, at) || is_no_fraction(tokens, at, first, second)).then_some(at + 2)
}

/// A day and month that can hardly be a fraction, a score or a shift pattern.
fn is_no_fraction(tokens: &Tokens, at: usize, first: u32, second: u32) -> bool {
    let next = tokens.roles(at + 3);
    let counted = next.any(Roles::UNIT.and(Roles::SHARE)) || tokens.is_sign(at + 3, "%");
    let fixed = matches!(
        (first, second),
        (24, 7) | (12, 12) | (1, _) | (2, 3 | 5) | (3, 4 | 5 | 8 | 10) | (_, 10) | (16, 8)
    );
    let share = first <= second && (second <= 5 || first == second);
    !counted && !(fixed && first <= 24 && (first <= second || first == 24 || first == 16)) && !share
}

/// «mandag 12.», «Monday the 12th».
fn day_of_weekday(tokens: &Tokens, at: usize) -> Option<usize> {
    day(tokens, at)?;
    let weekday = tokens.roles_before(at).has(Roles::WEEKDAY)
        || (matches!(at.checked_sub(1).map(|before| tokens.lower(before)), Some("den" | "the"))
            && at.checked_sub(2).is_some_and(|before| tokens.roles(before).has(Roles::WEEKDAY)));
    let ordinal = (tokens.is_sign(at + 1, ".") || matches!(tokens.lower(at + 1), "st" | "nd" | "rd" | "th"))
        && tokens.gap(at + 1) == Gap::None;
    let clock = tokens.digits(at + 2).is_some() && tokens.gap(at + 2) == Gap::None;
    (weekday && ordinal && !clock).then_some(at + 1)
}
