//! Cuts a text into words, numbers and signs, each with the space before it and the roles it can play.
//! It knows nothing about what identifies anybody.

use super::words::{Roles, roles_of};
use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Word,
    Number,
    Sign,
}

/// What stands between a token and the one before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Gap {
    None,
    Space,
    Line,
    Break,
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Letters {
    Lower,
    Capital,
    AllCaps,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    start: usize,
    end: usize,
    lower: (usize, usize),
    pub(super) class: Class,
    pub(super) gap: Gap,
    pub(super) letters: Letters,
    pub(super) roles: Roles,
}

/// A text with its tokens. Every question about a place outside it has a harmless answer.
pub(super) struct Tokens<'t> {
    text: &'t str,
    lower: String,
    list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut tokens = Self { text, lower: String::with_capacity(text.len()), list: Vec::new() };
        let mut rest = text.char_indices().peekable();
        let mut gap = Gap::Break;
        let mut spaces = 0_usize;
        while let Some((start, first)) = rest.next() {
            if is_space(first) {
                spaces += usize::from(!is_invisible(first));
                gap = wider(gap, first, spaces);
                continue;
            }
            let class = class_of(first);
            let mut end = start + first.len_utf8();
            while let Some((at, next)) = rest.next_if(|(_, next)| continues(class, *next)) {
                end = at + next.len_utf8();
            }
            tokens.push(start, end, class, gap);
            gap = Gap::None;
            spaces = 0;
        }
        tokens
    }

    fn push(&mut self, start: usize, end: usize, class: Class, gap: Gap) {
        let written = self.text.get(start..end).unwrap_or_default();
        let from = self.lower.len();
        self.lower.extend(written.chars().flat_map(char::to_lowercase));
        let lower = (from, self.lower.len());
        let roles = match class {
            Class::Word => roles_of(self.lower.get(from..).unwrap_or_default()),
            Class::Number | Class::Sign => Roles::NONE,
        };
        let letters = if class == Class::Word { letters_of(written) } else { Letters::Lower };
        self.list.push(Token { start, end, lower, class, gap, letters, roles });
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The word or sign as written; empty outside the text.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    /// The word in small letters; empty outside the text.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.get(at).and_then(|token| self.lower.get(token.lower.0..token.lower.1)).unwrap_or_default()
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.get(at).map(|token| token.class)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.class(at) == Some(Class::Word)
    }

    /// The digits of a number; `None` for anything else.
    pub(super) fn digits(&self, at: usize) -> Option<&'t str> {
        (self.class(at) == Some(Class::Number)).then(|| self.written(at))
    }

    /// A number of at most four digits, as a value.
    pub(super) fn value(&self, at: usize) -> Option<u32> {
        self.digits(at).filter(|digits| digits.len() <= 4).and_then(|digits| digits.parse().ok())
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        self.get(at).map_or(Gap::Break, |token| token.gap)
    }

    /// Whether the token stands close enough to the one before to be read with it.
    pub(super) fn follows(&self, at: usize) -> bool {
        self.gap(at) < Gap::Break
    }

    pub(super) fn roles(&self, at: usize) -> Roles {
        self.get(at).map_or(Roles::NONE, |token| token.roles)
    }

    pub(super) fn roles_before(&self, at: usize) -> Roles {
        at.checked_sub(1).map_or(Roles::NONE, |before| self.roles(before))
    }

    pub(super) fn letters(&self, at: usize) -> Letters {
        self.get(at).map_or(Letters::Lower, |token| token.letters)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.letters(at) != Letters::Lower
    }

    pub(super) fn is_sign(&self, at: usize, signs: &str) -> bool {
        self.class(at) == Some(Class::Sign)
            && signs.contains(self.written(at))
            && !self.written(at).is_empty()
    }

    /// The bytes from the start of one token to the end of another.
    pub(super) fn range(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.get(first).map_or(0, |token| token.start);
        start..self.get(last).map_or(start, |token| token.end)
    }

    /// The last token before `at` that is not a full stop after an abbreviation («kl.», «nr.»).
    pub(super) fn word_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let skip = self.is_sign(before, ".:") && self.gap(before) == Gap::None;
        if skip { before.checked_sub(1) } else { Some(before) }
    }

    /// Whether a sentence (or line, heading, bullet, quotation) begins here, so that a capital letter
    /// says nothing.
    pub(super) fn starts_sentence(&self, at: usize) -> bool {
        if self.gap(at) > Gap::Space {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return true };
        if self.is_sign(before, ".") {
            return !self.ends_abbreviation(before);
        }
        self.is_sign(before, "!?:;«»\"“”„‘’'-–—•*()[]/…|>")
            && !(self.is_sign(before, "-’'") && self.gap(at) == Gap::None)
    }

    fn ends_abbreviation(&self, stop: usize) -> bool {
        stop.checked_sub(1).is_some_and(|word| {
            self.is_word(word)
                && (self.roles(word).has(Roles::ABBREVIATION) || self.written(word).chars().count() == 1)
        })
    }
}

fn class_of(first: char) -> Class {
    if first.is_ascii_digit() {
        Class::Number
    } else if first.is_alphabetic() {
        Class::Word
    } else {
        Class::Sign
    }
}

fn continues(class: Class, next: char) -> bool {
    match class {
        Class::Number => next.is_ascii_digit(),
        Class::Word => next.is_alphabetic() || is_mark(next),
        Class::Sign => false,
    }
}

/// Accents written as characters of their own, and the soft hyphen.
fn is_mark(next: char) -> bool {
    matches!(next, '\u{300}'..='\u{36F}' | '\u{AD}')
}

fn is_space(next: char) -> bool {
    next.is_whitespace() || is_invisible(next)
}

fn is_invisible(next: char) -> bool {
    matches!(next, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn wider(gap: Gap, next: char, spaces: usize) -> Gap {
    let here = match (next == '\n' || next == '\u{2028}' || next == '\u{2029}', spaces > 6) {
        (_, true) => Gap::Break,
        (true, _) if gap >= Gap::Line => Gap::Break,
        (true, _) => Gap::Line,
        _ => Gap::Space,
    };
    gap.max(here)
}

fn letters_of(written: &str) -> Letters {
    let mut letters = written.chars();
    if !letters.next().is_some_and(char::is_uppercase) {
        return Letters::Lower;
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(|letter| !letter.is_lowercase()) {
        Letters::AllCaps
    } else {
        Letters::Capital
    }
}
