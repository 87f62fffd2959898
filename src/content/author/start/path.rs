//! The start of a path: the shortest that keeps the rules of shape, with one of each kind of item to learn from.

use super::{StartError, comment, ids, language_name};
use crate::content::rules::Course;
use crate::i18n::{Day, Language};

pub(super) fn new_path(id: &str, course: &Course, today: Day) -> Result<Vec<(String, String)>, StartError> {
    let lessons: Vec<&str> = course.lessons.iter().map(|item| item.neutral.id.as_str()).collect();
    let lesson = lessons.first().ok_or(StartError::NothingToChoose("lesson"))?;
    let scenarios: Vec<&str> = course.scenarios.iter().map(|item| item.neutral.id.as_str()).collect();
    let scenario = scenarios.first().ok_or(StartError::NothingToChoose("scenario"))?;
    let decks: Vec<&str> = course.decks.iter().map(|item| item.neutral.id.as_str()).collect();
    let deck = decks.first().ok_or(StartError::NothingToChoose("deck"))?;
    let neutral = [
        ("<id>", id.to_owned()),
        ("<today>", today.to_string()),
        ("<professions>", comment(&ids(&course.professions))),
        ("<lessons>", comment(&lessons)),
        ("<scenarios>", comment(&scenarios)),
        ("<decks>", comment(&decks)),
        ("<lesson>", (*lesson).to_owned()),
        ("<scenario>", (*scenario).to_owned()),
        ("<deck>", (*deck).to_owned()),
    ];
    let neutral = neutral.iter().fold(PATH.to_owned(), |text, (mark, words)| text.replace(mark, words));
    let mut files = vec![(format!("paths/{id}/path.toml"), neutral)];
    files.extend(Language::ALL.map(|language| {
        let text = WORDS.replace("<language>", language_name(language));
        (format!("paths/{id}/{}.toml", language.code()), text)
    }));
    Ok(files)
}

const PATH: &str = r#"# A path (kompetansepakke): what is the same in every language. The words lie beside it.
# Say here why these things, in this order: whoever changes the path later has to know.
id = "<id>"

# Whom it is for first; none where it is for all. Some of:
<professions>
professions = []

# Five to sixteen items, in the order of the days when they are due, counted from the first day. Ids are English words
# with - between them; what is signed off lies under them, so they never change once they are published.
#   kind          lesson, scenario, deck, case (with of = its id), reading or practical (with words of their own)
#   mandatory     it belongs to the path; otherwise it is offered
#   renew_months  6, 12 or 24; leave it out where once is enough
#   catch_up      those who have been here long do it too
[[items]]
id = "the-routine"
kind = "reading"
due_days = 3
mandatory = true
renew_months = 12
catch_up = true

# practical: shown by a colleague, done, and talked about.
[[items]]
id = "a-tour"
kind = "practical"
due_days = 3
mandatory = true
catch_up = false

# One of:
<lessons>
[[items]]
id = "a-lesson"
kind = "lesson"
of = "<lesson>"
due_days = 7
mandatory = true
catch_up = true

# One of:
<scenarios>
[[items]]
id = "a-scenario"
kind = "scenario"
of = "<scenario>"
due_days = 30
mandatory = true
catch_up = true

# One of:
<decks>
[[items]]
id = "cards"
kind = "deck"
of = "<deck>"
due_days = 60
mandatory = false
catch_up = true

[metadata]
last_checked = "<today>"
# What a professional must still look at: clinical, ethics, legal, language.
needs_review = ["ethics", "language"]

# What it rests on.
[[metadata.sources]]
title = ""
"#;

const WORDS: &str = r#"# The words in <language>: klarspråk, sentences of 20 words at most, said to «du».
# At most 8 words.
title = ""
# What it is about, in at most 30 words.
about = ""
# Whom it is for, in at most 15 words.
who = ""

# A reading: what it is called, and what to find and read, in at most 40 words.
[items.the-routine]
title = ""
text = ""

# Something practical: also what the colleague shows, what one does then, and what both talk about, 25 words each.
[items.a-tour]
title = ""
text = ""
show = ""
do = ""
feedback = ""
"#;
