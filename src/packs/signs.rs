//! Signs that no text of a pack may have: those that nobody sees, those that turn the reading order around, and
//! what looks like a tag. Nothing here is ever read as markup; a text that looks like it is refused all the same,
//! because it is not written for people.

/// What is odd in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Odd {
    /// A control sign, or one that hides or turns around what stands there.
    Hidden(char),
    /// What looks like a tag, as it stands, cut short.
    Markup(String),
}

/// How much of a tag is told, characters.
const TOLD: usize = 20;

/// The first odd thing in a text. A line break is none.
#[must_use]
pub fn odd(text: &str) -> Option<Odd> {
    if let Some(hidden) = text.chars().find(|sign| is_hidden(*sign)) {
        return Some(Odd::Hidden(hidden));
    }
    let tag =
        text.match_indices('<').map(|(at, _)| text.get(at..).unwrap_or_default()).find(|rest| is_tag(rest));
    tag.map(|rest| Odd::Markup(rest.chars().take(TOLD).collect()))
}

/// A text without the hidden signs that come along when something is pasted, and with line breaks alone.
#[must_use]
pub fn cleaned(text: String) -> String {
    if !text.contains(is_hidden) {
        return text;
    }
    let plain = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    plain.chars().filter(|sign| !is_hidden(*sign)).collect()
}

fn is_hidden(sign: char) -> bool {
    let turns = matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hides = matches!(
        sign,
        '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    );
    (sign.is_control() && sign != '\n') || turns || hides
}

/// A `<` with what follows it, as a browser would begin a tag.
fn is_tag(rest: &str) -> bool {
    let next = rest.chars().nth(1);
    next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_told_from_a_sign_of_less() {
        for text in ["<b>", "a <script>alert(1)</script>", "</p>", "<!-- x -->", "<?xml", "1 < 2 <img src=x>"]
        {
            assert!(matches!(odd(text), Some(Odd::Markup(_))), "{text}");
        }
        for text in
            ["1 < 2", "under <5 minutter", "a -> b", "<3", "Bør vi vente?\nJa.", "«Nei», sier hun – igjen"]
        {
            assert_eq!(odd(text), None, "{text}");
        }
        let long = format!("<a{}", "b".repeat(100));
        assert_eq!(odd(&long), Some(Odd::Markup(format!("<a{}", "b".repeat(18)))));
    }

    #[test]
    fn signs_that_hide_or_turn_around_are_found_and_cleaned_away() {
        for sign in
            ['\0', '\u{7}', '\r', '\t', '\u{85}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}', '\u{e0041}']
        {
            let text = format!("ja{sign}nei");
            assert_eq!(odd(&text), Some(Odd::Hidden(sign)), "{sign:?}");
            assert_eq!(odd(&cleaned(text)), None, "{sign:?}");
        }
        assert_eq!(cleaned("a\r\nb\tc\u{2028}d\u{200b}e".into()), "a\nb c\nde");
        assert_eq!(cleaned("som før".into()), "som før");
    }
}
