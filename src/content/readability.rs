//! How hard a text is to read: words, sentences and LIX.
//!
//! LIX is the usual one (Björnsson): words per period, plus the percentage of words with more than six
//! letters. A period ends at a full stop, a question mark, an exclamation mark, a colon, or the end of
//! the text. This module judges nothing; the limits lie with the rules that use it.

/// A word with more letters than this is a long word in LIX.
const SHORT_WORD: usize = 6;

/// An inflected form of an exempt term has at most this many letters more («ressursen», «ressursene»).
const INFLECTION: usize = 4;

/// The words of a text: what stands between spaces or slashes and has a letter or a digit in it.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c == '/')
        .map(|token| token.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// The sentences of a text. A full stop ends a sentence only where a capital letter or nothing
/// follows, so that «f.eks. dette» and «nr. 3» are no ends.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut sentence: Vec<&str> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        sentence.push(token);
        if ends_sentence(token, tokens.get(at + 1).copied()) {
            found.push(sentence.join(" "));
            sentence.clear();
        }
    }
    if !sentence.is_empty() {
        found.push(sentence.join(" "));
    }
    found
}

fn ends_sentence(token: &str, next: Option<&str>) -> bool {
    let end = token.trim_end_matches(['»', '"', '”', '’', ')']).chars().next_back();
    let Some(next) = next else { return true };
    let first = next.chars().find(|c| c.is_alphanumeric() || *c == '§');
    match end {
        Some('?' | '!') => !first.is_some_and(char::is_lowercase),
        Some('.' | '…') => first.is_some_and(char::is_uppercase),
        _ => false,
    }
}

/// Words that do not count as long: names of acts, and terms that have their own explanation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exempt(Vec<String>);

impl Exempt {
    /// From terms and names; of one with several words, each word is exempt.
    pub fn new<'a>(terms: impl IntoIterator<Item = &'a str>) -> Self {
        let long = terms.into_iter().flat_map(words).filter(|word| is_long(word));
        let mut all: Vec<String> = long.map(str::to_lowercase).collect();
        all.sort();
        all.dedup();
        Self(all)
    }

    /// Whether a word is one of them, or an inflected form of one.
    #[must_use]
    pub fn covers(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.0.iter().any(|term| {
            word.strip_prefix(term.as_str()).is_some_and(|ending| ending.chars().count() <= INFLECTION)
        })
    }
}

fn is_long(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphanumeric()).count() > SHORT_WORD
}

/// What LIX is made of, over one or more texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Readability {
    /// How many words.
    pub words: usize,
    /// How many periods.
    pub periods: usize,
    /// The long words that count, as they stand.
    pub long_words: Vec<String>,
}

impl Readability {
    /// Of some texts together. A text never shares a sentence with the next one.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, exempt: &Exempt) -> Self {
        let mut sum = Self::default();
        for text in texts {
            for sentence in sentences(text) {
                sum.words += words(&sentence).count();
                sum.periods += 1 + colons_inside(&sentence);
                let long = words(&sentence).filter(|word| is_long(word) && !exempt.covers(word));
                sum.long_words.extend(long.map(str::to_owned));
            }
        }
        sum
    }

    /// LIX, rounded up to a whole number, so that a limit is a limit; 0 where there is no text.
    #[must_use]
    pub fn lix(&self) -> usize {
        if self.words == 0 || self.periods == 0 {
            return 0;
        }
        // words / periods + 100 · long / words, over one denominator and without rounding in between.
        let over = self.words * self.words + 100 * self.long_words.len() * self.periods;
        over.div_ceil(self.words * self.periods)
    }
}

fn colons_inside(sentence: &str) -> usize {
    let mut tokens: Vec<&str> = sentence.split_whitespace().collect();
    tokens.pop();
    tokens.iter().filter(|token| token.ends_with(':')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let table: [(&str, usize); 10] = [
            ("", 0),
            ("Hun sier nei", 1),
            ("Hun sier nei. Vi venter.", 2),
            ("Vi spør f.eks. datteren om det.", 1),
            ("Se nr. 3 og jf. § 4-3 i loven.", 1),
            ("Loven er § 4-3. Den gjelder.", 2),
            ("«Vil du dusje?» spør Anne.", 1),
            ("Vil du? Vil du ikke?", 2),
            ("Hun sier: «Nei.» Så går hun.", 2),
            ("Vent … så kommer det.", 1),
        ];
        for (text, count) in table {
            assert_eq!(sentences(text).len(), count, "{text}");
        }
    }

    #[test]
    fn words_are_counted_without_dashes_and_signs() {
        let table =
            [("", 0), ("– § –", 0), ("§ 4-3 gjelder", 2), ("pasient- og brukerrett", 3), ("og/eller", 2)];
        for (text, count) in table {
            assert_eq!(words(text).count(), count, "{text}");
        }
    }

    #[test]
    fn lix_is_the_usual_one() {
        // 10 words, 2 periods, 2 long words: 5 + 20 = 25.
        let text = "Hun vil ikke dusje i dag. Vi respekterer det selvsagt.";
        assert_eq!(Readability::of([text], &Exempt::default()).lix(), 25);
        // 3 words, 1 period, 1 long: 3 + 33.3, rounded up.
        assert_eq!(Readability::of(["Vi venter fremdeles"], &Exempt::default()).lix(), 3 + 34);
        assert_eq!(Readability::of([], &Exempt::default()).lix(), 0);
    }

    #[test]
    fn a_colon_ends_a_period_and_not_a_sentence() {
        let text = "Hun sier dette: Jeg vil ikke.";
        assert_eq!(sentences(text).len(), 1);
        assert_eq!(Readability::of([text], &Exempt::default()).periods, 2);
    }

    #[test]
    fn an_exempt_term_counts_as_a_word_and_not_as_a_long_one() {
        let exempt = Exempt::new(["Pasient- og brukerrettighetsloven", "samtykke"]);
        let table = [
            ("pasienten", true),
            ("brukerrettighetslovens", true),
            ("samtykket", true),
            ("samtykkekompetanse", false),
            ("brukermedvirkning", false),
        ];
        for (word, covered) in table {
            assert_eq!(exempt.covers(word), covered, "{word}");
        }
        let read = Readability::of(["Samtykke er viktigst"], &exempt);
        assert_eq!((read.words, read.long_words), (3, vec!["viktigst".to_owned()]));
    }
}
