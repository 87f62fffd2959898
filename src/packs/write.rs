//! Writing a pack as a file that a person can open and point into: one thing on each line.

use super::Pack;
use crate::json;

/// How far a level is moved in.
const STEP: &str = "  ";

/// How long the title in a file name may be, characters.
const NAME: usize = 40;

/// The file of a pack.
///
/// # Errors
/// What [`json::write`] says; it never does for a pack.
pub fn write(pack: &Pack) -> Result<Vec<u8>, json::Error> {
    json::write_text(pack).map(|compact| laid_out(&compact).into_bytes())
}

/// The name of its file: `refleks-<title>.json`, in letters that every device can have in a name.
#[must_use]
pub fn file_name(pack: &Pack) -> String {
    let mut name = String::from("refleks");
    let mut gap = true;
    for letter in pack.title.to_lowercase().chars().flat_map(plain) {
        if !letter.is_ascii_alphanumeric() {
            gap = true;
        } else {
            if gap {
                name.push('-');
            }
            gap = false;
            name.push(letter);
        }
        if name.len() >= NAME {
            break;
        }
    }
    name.push_str(".json");
    name
}

fn plain(letter: char) -> Vec<char> {
    match letter {
        'æ' | 'ä' => vec!['a', 'e'],
        'ø' | 'ö' => vec!['o'],
        'å' => vec!['a'],
        other => vec![other],
    }
}

/// A JSON text with its lists and objects on lines of their own.
fn laid_out(compact: &str) -> String {
    let mut out = String::with_capacity(compact.len() * 2);
    let mut signs = compact.chars().peekable();
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    while let Some(sign) = signs.next() {
        if in_text {
            out.push(sign);
            in_text = escaped || sign != '"';
            escaped = !escaped && sign == '\\';
            continue;
        }
        match sign {
            '{' | '[' => {
                out.push(sign);
                // What is empty stays on its line.
                if let Some(close) = signs.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(sign);
            }
            ',' => {
                out.push(sign);
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => {
                in_text = sign == '"';
                out.push(sign);
            }
        }
    }
    out.push('\n');
    out
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str(STEP);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_laid_out_without_touching_a_text() {
        let compact = r#"{"a":[],"b":{"c":"x, {y}: \" \\","d":[1,2]},"e":"\\"}"#;
        let long = "{\n  \"a\": [],\n  \"b\": {\n    \"c\": \"x, {y}: \\\" \\\\\",\n    \"d\": [\n      1,\n      2\n    ]\n  },\n  \"e\": \"\\\\\"\n}\n";
        assert_eq!(laid_out(compact), long);
        assert_eq!(json::parse(long.as_bytes()), json::parse(compact.as_bytes()));
    }

    #[test]
    fn a_file_has_a_name_that_every_device_can_have() {
        let named = |title: &str| file_name(&Pack { title: title.into(), ..Pack::default() });
        assert_eq!(named("Kvelder på Solbakken"), "refleks-kvelder-pa-solbakken.json");
        assert_eq!(named("../../Øv: æ!"), "refleks-ov-ae.json");
        assert_eq!(named("日本"), "refleks.json");
        assert!(named(&"a".repeat(500)).len() <= NAME + 5);
    }
}
