//! A correct start for an author: files that explain themselves, with everything in place but the words.

mod call;
mod lesson;
mod path;
mod scenario;

use std::fmt::Write as _;

use crate::content::rules::{Course, TagNames, is_odd};
use crate::i18n::Day;
use crate::i18n::Language;
use call::new_call;
use lesson::new_lesson;
use path::new_path;
use scenario::new_scenario;

/// Why there is no start.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The id is not written as ids are.
    #[error("`{0}` is no id: use short words in a-z and 0-9, with - between them")]
    OddId(String),
    /// There is such an item already.
    #[error("`{0}` exists already: choose another id")]
    Exists(String),
    /// There is no such deck to put a card into.
    #[error("there is no deck `{0}`: make it first, with cargo xtask new deck {0}")]
    NoDeck(String),
    /// Nothing of that kind can be begun.
    #[error("`{0}` is no kind of item: case, deck, card, term, law, value, scenario, call, lesson or path")]
    NoKind(String),
    /// There is nothing to choose from.
    #[error("there is no {0} to choose from: add some first")]
    NothingToChoose(&'static str),
    /// The catalogue is written in a way that cannot be added to safely.
    #[error("catalogue.toml has no list `{kind} = [ … ]` that can be added to: add \"{id}\" by hand")]
    OddCatalogue {
        /// The list.
        kind: String,
        /// What should stand in it.
        id: String,
    },
}

/// What is written for a new item: paths below `content/`, and texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewItem {
    /// Files that were not there.
    pub files: Vec<(String, String)>,
    /// What is added at the end of files that are there.
    pub added: Vec<(String, String)>,
    /// The list of the catalogue that names it.
    pub listed: Option<&'static str>,
}

/// A new item of a kind; of a card the id is `<deck>/<card>`. What `content check` then refuses is exactly
/// what has to be written.
///
/// # Errors
/// [`StartError`] where kind or id will not do, or where there is nothing to choose from.
pub fn new_item(kind: &str, id: &str, course: &Course, today: Day) -> Result<NewItem, StartError> {
    let (deck, name) = match id.split_once('/') {
        Some((deck, name)) if kind == "card" => (Some(deck), name),
        _ => (None, id),
    };
    if is_odd(name) {
        return Err(StartError::OddId(name.to_owned()));
    }
    // Calls are known by the drill that they belong to.
    let listed = if kind == "call" { "isbar/".to_owned() } else { format!("{kind}s/") };
    let ids = course.ids();
    if ids.iter().any(|known| known.starts_with(&listed) && known.ends_with(&format!("/{name}"))) {
        return Err(StartError::Exists(name.to_owned()));
    }
    match kind {
        "case" => {
            Ok(NewItem { files: new_case(name, course, today)?, listed: Some("cases"), ..NewItem::default() })
        }
        "deck" => Ok(NewItem { files: new_deck(name, today), listed: Some("decks"), ..NewItem::default() }),
        "card" => {
            let deck = deck.unwrap_or_default();
            if !course.decks.iter().any(|item| item.neutral.id.as_str() == deck) {
                return Err(StartError::NoDeck(deck.to_owned()));
            }
            new_card(deck, name, course)
        }
        "scenario" => {
            let files = new_scenario(name, course, today)?;
            Ok(NewItem { files, listed: Some("scenarios"), ..NewItem::default() })
        }
        "lesson" => {
            let files = new_lesson(name, course, today)?;
            Ok(NewItem { files, listed: Some("lessons"), ..NewItem::default() })
        }
        "path" => {
            let files = new_path(name, course, today)?;
            Ok(NewItem { files, listed: Some("paths"), ..NewItem::default() })
        }
        "call" => new_call(name, course, today),
        "term" => Ok(added("terms", name, TERM, TERM_WORDS, today)),
        "law" => Ok(added("laws", name, LAW, LAW_WORDS, today)),
        "value" => Ok(added("values", name, VALUE, VALUE_WORDS, today)),
        other => Err(StartError::NoKind(other.to_owned())),
    }
}

fn new_deck(id: &str, today: Day) -> Vec<(String, String)> {
    let neutral = DECK.replace("<id>", id).replace("<today>", &today.to_string());
    let mut files = vec![(format!("decks/{id}/deck.toml"), neutral)];
    files.extend(Language::ALL.map(|language| {
        let text = DECK_WORDS.replace("<language>", language_name(language));
        (format!("decks/{id}/{}.toml", language.code()), text)
    }));
    files
}

fn new_card(deck: &str, id: &str, course: &Course) -> Result<NewItem, StartError> {
    let task = course.tasks.first().ok_or(StartError::NothingToChoose("task"))?;
    let theme = course.themes.first().ok_or(StartError::NothingToChoose("theme"))?;
    let mut parties = course.parties.iter();
    let (Some(one), Some(other)) = (parties.next(), parties.next()) else {
        return Err(StartError::NothingToChoose("pair of parties"));
    };
    let mut values = course.values.iter().map(|value| value.neutral.id.as_str());
    let (Some(first), Some(second)) = (values.next(), values.next()) else {
        return Err(StartError::NothingToChoose("pair of values"));
    };
    let all: Vec<&str> = course.values.iter().map(|value| value.neutral.id.as_str()).collect();
    let neutral = [
        ("<id>", id.to_owned()),
        ("<settings>", comment(&ids(&course.settings))),
        ("<tasks>", comment(&ids(&course.tasks))),
        ("<themes>", comment(&ids(&course.themes))),
        ("<parties>", comment(&ids(&course.parties))),
        ("<values>", comment(&all)),
        ("<task>", task.id.clone()),
        ("<theme>", theme.id.clone()),
        ("<party>", format!("\"{}\", \"{}\"", one.id, other.id)),
        ("<value>", format!("\"{first}\", \"{second}\"")),
    ];
    let neutral = neutral.iter().fold(CARD.to_owned(), |text, (mark, words)| text.replace(mark, words));
    let mut all = vec![(format!("decks/{deck}/deck.toml"), neutral)];
    all.extend(
        Language::ALL.map(|language| {
            (format!("decks/{deck}/{}.toml", language.code()), CARD_WORDS.replace("<id>", id))
        }),
    );
    Ok(NewItem { added: all, ..NewItem::default() })
}

/// An item that shares its files with others of its kind.
fn added(kind: &str, id: &str, neutral: &str, words: &str, today: Day) -> NewItem {
    let neutral = neutral.replace("<id>", id).replace("<today>", &today.to_string());
    let mut all = vec![(format!("reference/{kind}/{kind}.toml"), neutral)];
    all.extend(
        Language::ALL.map(|language| {
            (format!("reference/{kind}/{}.toml", language.code()), words.replace("<id>", id))
        }),
    );
    NewItem { added: all, ..NewItem::default() }
}

fn new_case(id: &str, course: &Course, today: Day) -> Result<Vec<(String, String)>, StartError> {
    let setting = course.settings.first().ok_or(StartError::NothingToChoose("setting"))?;
    let task = course.tasks.first().ok_or(StartError::NothingToChoose("task"))?;
    let theme = course.themes.first().ok_or(StartError::NothingToChoose("theme"))?;
    let values: Vec<&str> = course.values.iter().map(|value| value.neutral.id.as_str()).collect();
    let value = values.first().ok_or(StartError::NothingToChoose("value"))?;
    let laws: Vec<&str> = course.laws.iter().map(|law| law.neutral.id.as_str()).collect();

    let mut neutral = CASE.replace("<id>", id).replace("<today>", &today.to_string());
    for (mark, text) in [
        ("<settings>", comment(&ids(&course.settings))),
        ("<tasks>", comment(&ids(&course.tasks))),
        ("<themes>", comment(&ids(&course.themes))),
        ("<professions>", comment(&ids(&course.professions))),
        ("<values>", comment(&values)),
        ("<laws>", comment(&laws)),
        ("<setting>", setting.id.clone()),
        ("<task>", task.id.clone()),
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

# What one is doing when it happens. One of:
<tasks>
task = "<task>"

# What it is about. One or more of:
<themes>
themes = ["<theme>"]

# Whom it speaks to first. None means everyone; else some of:
<professions>
professions = []

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

const DECK: &str = r#"# A deck of reflection cards: what is the same in every language. The words lie beside it.
# Add cards with: cargo xtask new card <id>/<card>
id = "<id>"

[metadata]
# The day when somebody last checked that everything is right.
last_checked = "<today>"
# What a professional still has to look at: clinical, ethics, legal, language
needs_review = ["ethics", "language"]

# What the cards rest on, so that a reader can look it up.
[[metadata.sources]]
title = ""
place = ""
"#;

const DECK_WORDS: &str = r#"# The words of this deck in <language>.
# Short sentences, 20 words at most. No names, no dates, no room numbers, no exclamation marks.

# The name of the deck, at most 30 characters.
name = ""

# What it is about, in one sentence.
about = ""
"#;

const CARD: &str = r#"
[[cards]]
id = "<id>"
# claim (one agrees or not), term (a word of the field), case (a short situation)
kind = "case"
# start (good to begin with), demanding
level = "start"
# Where it happens; none means anywhere. Some of:
<settings>
settings = []
# What one is doing when it happens. One of:
<tasks>
task = "<task>"
# What it is about. One to three of:
<themes>
themes = ["<theme>"]
# The one conflict, A against B. Two of:
<values>
values = [<value>]
# From whose place one can look. Two to four of:
<parties>
parties = [<party>]
# What one can choose between, three or four; a claim has none.
choices = ["one", "two", "three"]
# On a case card: two to four voices that do not all lean the same way.
panel = [{ id = "first", leans = "one" }, { id = "second", leans = "two" }]
"#;

const CARD_WORDS: &str = r#"
[cards.<id>]
title = ""
# Together with the question at most 60 words.
text = ""
# One open question.
question = ""
# Two or three that lead on.
follow_ups = ["", ""]
# «Hva om …?» / «Kva om …?» / “What if …?”
twist = ""

[cards.<id>.choices]
one = ""
two = ""
three = ""

[cards.<id>.panel.first]
who = ""
reason = ""

[cards.<id>.panel.second]
who = ""
reason = ""
"#;

const TERM: &str = r#"
[[terms]]
id = "<id>"
# ethics, method, law, observation, service
field = "service"
# Other terms that help to understand it.
see = []
# clinical, ethics, legal, language
metadata = { sources = [{ title = "" }], last_checked = "<today>", needs_review = ["language"] }
"#;

const TERM_WORDS: &str = r#"
[<id>]
name = ""
# Every form in which it stands in running text.
forms = []
# One or two sentences, at most 35 words.
text = ""
"#;

const LAW: &str = r#"
[[laws]]
id = "<id>"
# As it is written, such as § 4-3.
section = ""
values = []

[laws.metadata]
# Act and section, and where and when the text was read.
sources = [{ title = "", place = "" }]
# The day the law text was read last.
last_checked = "<today>"
needs_review = ["legal", "ethics", "language"]
"#;

const LAW_WORDS: &str = r#"
[<id>]
# The act by its name; in English with the Norwegian short name behind it.
act = ""
title = ""
# What the law says in plain words, at most 60 words.
says = ""
# Where it leaves room for judgement.
room = ""
"#;

const VALUE: &str = r#"
[[values]]
id = "<id>"
metadata = { sources = [{ title = "" }], last_checked = "<today>", needs_review = ["ethics", "language"] }
"#;

const VALUE_WORDS: &str = r#"
[<id>]
name = ""
# What it means, in one sentence.
meaning = ""
# A question that makes it concrete.
question = ""
"#;

/// The catalogue with one item more at the end of the list `kind`; everything else stays as it is.
///
/// # Errors
/// [`StartError::OddCatalogue`] where the list is not found or the result would not be right.
pub fn add_to_catalogue(catalogue: &str, kind: &str, id: &str) -> Result<String, StartError> {
    let odd = || StartError::OddCatalogue { kind: kind.to_owned(), id: id.to_owned() };
    let mut expected = list_in(catalogue, kind).ok_or_else(odd)?;
    let (open, close) = place_of_list(catalogue, kind).ok_or_else(odd)?;
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
    if list_in(&text, kind) == Some(expected) { Ok(text) } else { Err(odd()) }
}

fn list_in(catalogue: &str, kind: &str) -> Option<Vec<String>> {
    let table: toml::Table = catalogue.parse().ok()?;
    table.get(kind)?.as_array()?.iter().map(|id| id.as_str().map(str::to_owned)).collect()
}

/// Where the inside of `kind = [ … ]` begins and ends, in bytes.
fn place_of_list(catalogue: &str, kind: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for line in catalogue.split_inclusive('\n') {
        if line.strip_prefix(kind).is_some_and(|rest| rest.trim_start().starts_with('=')) {
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
            assert_eq!(add_to_catalogue(before, "cases", "b").as_deref(), Ok(after));
        }
    }

    #[test]
    fn a_catalogue_that_cannot_be_added_to_safely_is_left_alone() {
        for text in ["", "guides = []", "cases = 3", "cases = [\n  \"a\", # see [1]\n]", "cases = ["] {
            let odd = StartError::OddCatalogue { kind: "cases".into(), id: "b".into() };
            assert_eq!(add_to_catalogue(text, "cases", "b"), Err(odd), "{text}");
        }
    }
}
