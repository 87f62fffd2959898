//! The start of a lesson: the shortest that keeps the rules of shape, with one of each kind of screen to learn from.

use super::{StartError, comment, ids, language_name};
use crate::content::rules::Course;
use crate::i18n::{Day, Language};

pub(super) fn new_lesson(id: &str, course: &Course, today: Day) -> Result<Vec<(String, String)>, StartError> {
    let theme = course.themes.first().ok_or(StartError::NothingToChoose("theme"))?;
    let values: Vec<&str> = course.values.iter().map(|value| value.neutral.id.as_str()).collect();
    let laws: Vec<&str> = course.laws.iter().map(|law| law.neutral.id.as_str()).collect();
    let terms: Vec<&str> = course.terms.iter().map(|term| term.neutral.id.as_str()).collect();
    let [first, second, ..] = terms.as_slice() else {
        return Err(StartError::NothingToChoose("pair of terms"));
    };
    let neutral = [
        ("<id>", id.to_owned()),
        ("<today>", today.to_string()),
        ("<themes>", comment(&ids(&course.themes))),
        ("<values>", comment(&values)),
        ("<laws>", comment(&laws)),
        ("<terms>", comment(&terms)),
        ("<theme>", theme.id.clone()),
        ("<term>", format!("\"{first}\", \"{second}\"")),
    ];
    let neutral = neutral.iter().fold(LESSON.to_owned(), |text, (mark, words)| text.replace(mark, words));
    let mut files = vec![(format!("lessons/{id}/lesson.toml"), neutral)];
    files.extend(Language::ALL.map(|language| {
        let text = WORDS.replace("<language>", language_name(language));
        (format!("lessons/{id}/{}.toml", language.code()), text)
    }));
    Ok(files)
}

const LESSON: &str = r#"# A lesson: what is the same in every language. The words lie beside it, by the ids that stand here.
# What is here only shows the kinds of screens. Exchange ids and screens for those of your lesson, in this file and in
# all three languages. Ids are English words with - between them; that of a question never changes once it is published.
id = "<id>"

# standard (what everybody meets), observation (see, measure, tell), facilitator (for whoever leads a reflection)
series = "standard"

# How long it takes: 3, 4 or 5 minutes.
minutes = 4

# What it is about. One to four of:
<themes>
themes = ["<theme>"]

# Values that it speaks of, at most four of:
<values>
values = []

# Law cards that it speaks of; the day when one of them changed may be named. Some of:
<laws>
laws = []

# Terms that its words use. Two to six of:
<terms>
terms = [<term>]

# Names that may stand in the words: made-up first names, and who is named as the origin of a method.
people = []

# Five to seven pages with four to eight check questions among them, each after the page that it checks, and never more
# than two questions in a row. At least three kinds of question. It begins with a page: a situation that one recognises.
# Where a kind has an order in it, that order is the right one; the app shuffles.
[[screens]]
id = "situation"
kind = "page"

# single: three or four options, exactly one right.
[[screens]]
id = "what-first"
kind = "single"
options = ["one", "two", "three"]
right = "two"

# A figure, on at least one page: ladder (2-6 parts, from below up), balance (2), rings (2-4, the innermost first),
# fork (the situation, then 2-3 ways), letters (4-6, each part as «I: Hvem du er»), line (3-6 points in time), or
# bands, without parts and with measure = rf, spo2, spo2-2, sbp, pulse or temp.
[[screens]]
id = "steps"
kind = "page"
figure = { kind = "ladder", parts = ["first", "then"] }

# several: four to six options, two or more right, one or more not.
[[screens]]
id = "what-helps"
kind = "several"
options = ["one", "two", "three", "four"]
right = ["one", "three"]

# order: three to six items, in the right order.
[[screens]]
id = "which-order"
kind = "order"
items = ["first", "second", "third"]

[[screens]]
id = "why"
kind = "page"

# A short case: two to four moments, each with two or three choices, at least one of them good. `to` leads to a moment
# that stands later; without it the case ends. Every moment can be reached.
[[screens]]
id = "evening"
kind = "case"
[[screens.moments]]
id = "door"
choices = [{ id = "knock", good = true, to = "inside" }, { id = "walk-in" }]
[[screens.moments]]
id = "inside"
choices = [{ id = "ask", good = true }, { id = "start" }]

[[screens]]
id = "limits"
kind = "page"

# standpoint: a value question with two to four positions, none of them right. One in every lesson about ethics; it is
# no check question. Other kinds: match (pairs = three to five), sort (bins = two or three, items = four to seven as
# { id = "…", bin = "…" }), number (min, max, right; news2 = { rf = 22 } where points of NEWS2 are asked for: any of
# rf spo2 scale oxygen sbp pulse acvpu temp, and `right` is what the table gives).
[[screens]]
id = "where-do-you-stand"
kind = "standpoint"
positions = ["stay", "go"]

[[screens]]
id = "what-now"
kind = "page"

[metadata]
# The day when somebody last checked that everything is right.
last_checked = "<today>"
# What a professional still has to look at: clinical, ethics, legal, language
needs_review = ["ethics", "language"]

# What it rests on, so that a reader can look it up. Every § that a text names stands here or in a law card.
[[metadata.sources]]
title = ""
place = ""
"#;

const WORDS: &str = r#"# The words of this lesson in <language>.
# Short sentences, 20 words at most, no exclamation marks. A reason stands at every option, right or wrong: a wrong one
# says kindly what was good in the thought and what it misses. The right option is not always the longest.
# What stands after a name and a dot is an id in lesson.toml: every id there has words here.

# A title of at most 40 characters, and one sentence of at most 20 words that makes somebody open it.
title = ""
teaser = ""
# What one can do afterwards, and the one thing to remember; at most 25 words each.
goal = ""
short = ""
# A question that opens a talk and has no answer in it (30 words), and how to talk about it (12 words).
talk = ""
talk_how = ""
# What somebody new asks their fadder about how it is done here (25 words).
fadder = ""
# One small thing to try on the next shift (35 words).
practice = ""
# For whoever uses the lesson in a group, three or four lines of at most 30 words: how to begin, what to ask on, what to
# do if it grows quiet or sore. The same number in every language.
leader = [
    "",
    "",
    "",
]

# What a reflection about it begins with: a title (60 characters), a made-up situation without names (30 to 70 words),
# and a value question (30 words).
[opening]
title = ""
text = ""
question = ""

# A page: a title of at most 8 words, and one string per paragraph, together at most 60 words.
[screens.situation]
title = ""
text = [
    "",
]

# Questions have at most 30 words, options 16 and reasons 35. Any question may have after = "…" (35 words), such as the
# section of law, shown when it has been answered.
[screens.what-first]
question = ""
[screens.what-first.options]
one = { text = "", reason = "" }
two = { text = "", reason = "" }
three = { text = "", reason = "" }

# alt: what the figure shows, in one sentence. parts: at most 8 words each.
[screens.steps]
title = ""
text = [
    "",
]
figure = { alt = "", parts = { first = "", then = "" } }

[screens.what-helps]
question = ""
[screens.what-helps.options]
one = { text = "", reason = "" }
two = { text = "", reason = "" }
three = { text = "", reason = "" }
four = { text = "", reason = "" }

# The reason says why it stands where it stands.
[screens.which-order]
question = ""
[screens.which-order.items]
first = { text = "", reason = "" }
second = { text = "", reason = "" }
third = { text = "", reason = "" }

[screens.why]
title = ""
text = [
    "",
]

# The question is a line that says what it is about; a moment what happens now, at most 50 words.
[screens.evening]
question = ""
[screens.evening.moments.door]
text = ""
[screens.evening.moments.door.choices]
knock = { text = "", reason = "" }
walk-in = { text = "", reason = "" }
[screens.evening.moments.inside]
text = ""
[screens.evening.moments.inside.choices]
ask = { text = "", reason = "" }
start = { text = "", reason = "" }

[screens.limits]
title = ""
text = [
    "",
]

# At every position a reason that somebody wise could have.
[screens.where-do-you-stand]
question = ""
[screens.where-do-you-stand.positions]
stay = { text = "", reason = "" }
go = { text = "", reason = "" }

[screens.what-now]
title = ""
text = [
    "",
]

# Words of the other kinds. match: [screens.<id>.pairs] with one = { left = "…", right = "…", reason = "…" }, halves of
# at most 12 words. sort: [screens.<id>.bins] with one = "…" (5 words), and [screens.<id>.items] as above. number:
# unit = "…" (4 words), and reasons = { low = "…", right = "…", high = "…" }. bands: figure = { alt = "…" }.
"#;
