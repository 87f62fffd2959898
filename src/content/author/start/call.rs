//! The start of a call for the ISBAR drills: a fact under each letter, and one that does not belong.

use super::{NewItem, StartError, comment, ids};
use crate::content::rules::Course;
use crate::i18n::{Day, Language};

/// The folder of the calls.
const FOLDER: &str = "drills/isbar";

pub(super) fn new_call(id: &str, course: &Course, today: Day) -> Result<NewItem, StartError> {
    let setting = course.settings.first().ok_or(StartError::NothingToChoose("setting"))?;
    let neutral = [
        ("<id>", id.to_owned()),
        ("<today>", today.to_string()),
        ("<settings>", comment(&ids(&course.settings))),
        ("<setting>", setting.id.clone()),
    ];
    let neutral = neutral.iter().fold(CALL.to_owned(), |text, (mark, words)| text.replace(mark, words));
    let mut added = vec![(format!("{FOLDER}/isbar.toml"), neutral)];
    added.extend(
        Language::ALL
            .map(|language| (format!("{FOLDER}/{}.toml", language.code()), WORDS.replace("<id>", id))),
    );
    Ok(NewItem { added, ..NewItem::default() })
}

const CALL: &str = r#"
[[isbar]]
id = "<id>"
# Where it happens. One of:
<settings>
setting = "<setting>"
# The made-up first names in its words, such as ["Olea"].
people = []
# What one could say, six to twelve, in the order in which they lie shuffled. At least one under each letter, and one
# that the other does not need. The ids say what it is, such as "thicker", and not the letter.
# letter: i who one is and whom it is about, s what is the matter now, b what was before, a what one found and thinks,
# r what one asks for; noise: it changes nothing in what the other does.
facts = [
  { id = "found", letter = "a" },
  { id = "who", letter = "i" },
  { id = "beside", letter = "noise" },
  { id = "matter", letter = "s" },
  { id = "asks", letter = "r" },
  { id = "before", letter = "b" },
]

[isbar.metadata]
# What it rests on: NEEDS A SOURCE for ISBAR itself, and for every sign and number that makes the call urgent.
sources = [{ title = "", place = "" }]
# The day when somebody last checked that everything is right.
last_checked = "<today>"
# What a professional still has to look at: clinical, ethics, legal, language
needs_review = ["clinical", "language"]
"#;

const WORDS: &str = r#"
[<id>]
# What it is about, in a few words, at most 40 characters. It does not give the answer away.
title = ""
# Who is called or met, at most 40 characters.
to = ""

# What one could say, as it is said on the telephone, at most 20 words each. Names only from `people`.
[<id>.facts]
found = ""
who = ""
beside = ""
matter = ""
asks = ""
before = ""
"#;
