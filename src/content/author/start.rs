//! A correct start for an author: files that explain themselves, with everything in place but the words.

use std::fmt::Write as _;

use super::course::{Course, TagNames};
use super::read::is_odd;
use crate::i18n::Day;
use crate::i18n::Language;

/// Why there is no start.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The id is not written as ids are.
    #[error("`{0}` is no id: use short words in a-z and 0-9, with - between them")]
    OddId(String),
    /// There is such an item already.
    #[error("`{0}` exists already: choose another id")]
    Exists(String),
    /// There is nothing to choose from.
    #[error("there is no {0} to choose from: add some first")]
    NothingToChoose(&'static str),
    /// The catalogue is written in a way that cannot be added to safely.
    #[error("catalogue.toml has no list `cases = [ … ]` that can be added to: add \"{0}\" by hand")]
    OddCatalogue(String),
}

/// The files of a new dilemma, path below `content/` and text. What `content check` then refuses is
/// exactly what has to be written.
///
/// # Errors
/// [`StartError`] where the id will not do, or tags or values are missing.
pub fn new_case(id: &str, course: &Course, today: Day) -> Result<Vec<(String, String)>, StartError> {
    if is_odd(id) {
        return Err(StartError::OddId(id.to_owned()));
    }
    if course.cases.iter().any(|case| case.neutral.id.as_str() == id) {
        return Err(StartError::Exists(id.to_owned()));
    }
    let setting = course.settings.first().ok_or(StartError::NothingToChoose("setting"))?;
    let theme = course.themes.first().ok_or(StartError::NothingToChoose("theme"))?;
    let values: Vec<&str> = course.values.iter().map(|value| value.neutral.id.as_str()).collect();
    let value = values.first().ok_or(StartError::NothingToChoose("value"))?;
    let laws: Vec<&str> = course.laws.iter().map(|law| law.neutral.id.as_str()).collect();

    let mut neutral = CASE.replace("<id>", id).replace("<today>", &today.to_string());
    for (mark, text) in [
        ("<settings>", comment(&ids(&course.settings))),
        ("<themes>", comment(&ids(&course.themes))),
        ("<values>", comment(&values)),
        ("<laws>", comment(&laws)),
        ("<setting>", setting.id.clone()),
        ("<theme>", theme.id.clone()),
        ("<value>", (*value).to_owned()),
    ] {
        neutral = neutral.replace(mark, &text);
    }
    let mut files = vec![(format!("cases/{id}/case.toml"), neutral)];
    files.extend(Language::ALL.map(|language| {
        let text = WORDS.replace("<language>", language_name(language));
        (format!("cases/{id}/{}.toml", language.code()), text)
    }));
    Ok(files)
}

fn ids(tags: &[TagNames]) -> Vec<&str> {
    tags.iter().map(|tag| tag.id.as_str()).collect()
}

/// A list as comment lines of a readable width.
fn comment(words: &[&str]) -> String {
    let mut text = String::from("#  ");
    let mut width = 0;
    for word in words {
        if width > 80 {
            text.push_str("\n#  ");
            width = 0;
        }
        let _ = write!(text, " {word}");
        width += word.len() + 1;
    }
    text
}

fn language_name(language: Language) -> &'static str {
    match language {
        Language::Nb => "Bokmål",
        Language::Nn => "Nynorsk (written as Nynorsk, not changed word by word from Bokmål)",
        Language::En => "English (as a British nurse would write)",
    }
}

const CASE: &str = r#"# A library dilemma: what is the same in every language. The words lie beside it.
# It has a background and a question, and never an answer. It is made up, and nobody can be recognised.
id = "<id>"

# Where it happens. One of:
<settings>
setting = "<setting>"

# What it is about. One or more of:
<themes>
themes = ["<theme>"]

# Values that pull in it. One or more of:
<values>
values = ["<value>"]

# Law cards, only where the law really limits the choice. Some of:
<laws>
laws = []

# Facts. At least one that is known, one that is believed and one that is unknown.
# certainty: known, believed, unknown
# source:    observed, said, record, professional, experience, service_user (none for what is unknown)
[[facts]]
id = "known"
certainty = "known"
source = "observed"

[[facts]]
id = "believed"
certainty = "believed"
source = "experience"

[[facts]]
id = "unknown"
certainty = "unknown"

# Affected parties. Exactly one is the patient, resident or service user.
# how_we_know: said, observed, assumed, unknown (unknown: the view stays empty)
[[parties]]
id = "patient"
patient = true
how_we_know = "said"

[[parties]]
id = "staff"
how_we_know = "said"

[metadata]
# The day when somebody last checked that everything is right.
last_checked = "<today>"
# What a professional still has to look at: clinical, ethics, legal, language
needs_review = ["clinical", "ethics", "language"]

# What the dilemma rests on, so that a reader can look it up.
[[metadata.sources]]
title = ""
place = ""
"#;

const WORDS: &str = r#"# The words of this dilemma in <language>.
# Short sentences, 20 words at most. No names, no dates, no room numbers, no exclamation marks.

# A short title.
title = ""

# One sentence that makes somebody open it.
teaser = ""

# What happened, one string per paragraph, the same number in every language.
background = [
    "",
]

# The ethical question: should we … when …, and at the same time (English: but) …? It ends in a question mark.
question = ""

# The facts by their id in case.toml.
[facts]
known = ""
believed = ""
unknown = ""

# The parties by their id in case.toml. role: never a name. view: what they think, empty where
# how_we_know is unknown. interest: what is at stake for them.
[parties.patient]
role = ""
view = ""
interest = ""

[parties.staff]
role = ""
view = ""
interest = ""
"#;

/// The catalogue with one dilemma more, at the end of its list; everything else stays as it is.
///
/// # Errors
/// [`StartError::OddCatalogue`] where the list is not found or the result would not be right.
pub fn add_case_to_catalogue(catalogue: &str, id: &str) -> Result<String, StartError> {
    let odd = || StartError::OddCatalogue(id.to_owned());
    let mut expected = cases_of(catalogue).ok_or_else(odd)?;
    let (open, close) = list_of_cases(catalogue).ok_or_else(odd)?;
    let (before, rest) = catalogue.split_at_checked(open).ok_or_else(odd)?;
    let (inside, after) = rest.split_at_checked(close - open).ok_or_else(odd)?;
    let added = if inside.contains('\n') {
        let comma = if expected.is_empty() || inside.trim_end().ends_with(',') { "" } else { "," };
        format!("{}{comma}\n    \"{id}\",\n", inside.trim_end())
    } else if expected.is_empty() {
        format!("\"{id}\"")
    } else {
        format!("{}, \"{id}\"", inside.trim_end().trim_end_matches(','))
    };
    let text = format!("{before}{added}{after}");
    expected.push(id.to_owned());
    if cases_of(&text) == Some(expected) { Ok(text) } else { Err(odd()) }
}

fn cases_of(catalogue: &str) -> Option<Vec<String>> {
    let table: toml::Table = catalogue.parse().ok()?;
    table.get("cases")?.as_array()?.iter().map(|id| id.as_str().map(str::to_owned)).collect()
}

/// Where the inside of `cases = [ … ]` begins and ends, in bytes.
fn list_of_cases(catalogue: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for line in catalogue.split_inclusive('\n') {
        if line.strip_prefix("cases").is_some_and(|rest| rest.trim_start().starts_with('=')) {
            let open = at + line.find('[')? + 1;
            let rest = catalogue.get(open..)?;
            return Some((open, open + rest.find(']')?));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_grows_by_one_and_keeps_everything_else() {
        let table = [
            ("cases = []\n", "cases = [\"b\"]\n"),
            ("cases = [\"a\"]\nguides = []\n", "cases = [\"a\", \"b\"]\nguides = []\n"),
            ("# kept\ncases = [\n    \"a\",\n]\n", "# kept\ncases = [\n    \"a\",\n    \"b\",\n]\n"),
            ("cases = [\n    \"a\"\n]\n", "cases = [\n    \"a\",\n    \"b\",\n]\n"),
        ];
        for (before, after) in table {
            assert_eq!(add_case_to_catalogue(before, "b").as_deref(), Ok(after));
        }
    }

    #[test]
    fn a_catalogue_that_cannot_be_added_to_safely_is_left_alone() {
        for text in ["", "guides = []", "cases = 3", "cases = [\n  \"a\", # see [1]\n]", "cases = ["] {
            assert_eq!(add_case_to_catalogue(text, "b"), Err(StartError::OddCatalogue("b".into())), "{text}");
        }
    }
}
