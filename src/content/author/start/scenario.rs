//! The start of a scenario: the smallest one that can be played, with a comment at each of its tables.
//!
//! Its person is ill with nothing in particular, so that no number of it can be taken for one of a source.

use super::{StartError, comment, ids, language_name};
use crate::content::rules::Course;
use crate::i18n::{Day, Language};

/// What most measurements need; what the course has of it is at hand.
const USUAL_KIT: [&str; 5] = ["oximeter", "cuff", "thermometer", "glucometer", "phone"];

pub(super) fn new_scenario(
    id: &str,
    course: &Course,
    today: Day,
) -> Result<Vec<(String, String)>, StartError> {
    let setting = course.settings.first().ok_or(StartError::NothingToChoose("setting"))?;
    let theme = course.themes.first().ok_or(StartError::NothingToChoose("theme"))?;
    let values: Vec<&str> = course.values.iter().map(|value| value.neutral.id.as_str()).collect();
    let [first, second, ..] = values.as_slice() else {
        return Err(StartError::NothingToChoose("pair of values"));
    };
    let laws: Vec<&str> = course.laws.iter().map(|law| law.neutral.id.as_str()).collect();
    let kit = course.kit.iter().map(|kit| kit.id.as_str()).filter(|id| USUAL_KIT.contains(id));
    let kit: Vec<String> = kit.map(|id| format!("\"{id}\"")).collect();
    let neutral = [
        ("<id>", id.to_owned()),
        ("<today>", today.to_string()),
        ("<settings>", comment(&ids(&course.settings))),
        ("<themes>", comment(&ids(&course.themes))),
        ("<kits>", comment(&ids(&course.kit))),
        ("<values>", comment(&values)),
        ("<laws>", comment(&laws)),
        ("<setting>", setting.id.clone()),
        ("<theme>", theme.id.clone()),
        ("<kit>", kit.join(", ")),
        ("<value>", format!("\"{first}\", \"{second}\"")),
    ];
    let neutral = neutral.iter().fold(SCENARIO.to_owned(), |text, (mark, words)| text.replace(mark, words));
    let mut files = vec![(format!("scenarios/{id}/scenario.toml"), neutral)];
    files.extend(Language::ALL.map(|language| {
        let text = WORDS.replace("<language>", language_name(language));
        (format!("scenarios/{id}/{}.toml", language.code()), text)
    }));
    Ok(files)
}

const SCENARIO: &str = r#"# A simulation: what is the same in every language. The words lie beside it, by the ids that stand here.
# It can be played as it is: cargo xtask simulate <id>
# What is here only makes it run. Exchange ids, numbers and conditions for those of your story, in this file and in
# all three languages. The person is made up, and nobody can be recognised.
#
# NUMBERS NEED A SOURCE. What a source says (after so many minutes: respirations, saturation, pressure …) goes as
# rows into tests/fixtures/scenarios/<id>.toml, with the script that leads there, and never into this file: it gets
# there by its rates, and a test holds it to the rows. No threshold and no dose stands here that is not in a source.
id = "<id>"

# Where it happens. One of:
<settings>
setting = "<setting>"

# What it is about. One or more of:
<themes>
themes = ["<theme>"]

# The made-up first names in its words, such as ["Olea"]. The forks have roles, and no names.
people = []

# Whether it is heavy, so that the end reminds people to look after one another.
heavy = false

# What one practises, two to four. The words are sentences.
goals = ["see-it", "call-in-time"]

# Who is there beside the person, if anybody.
people_present = ["alone"]

[play]
# The time of day when it begins, in minutes after midnight (480 is 08:00), and how long it lasts at most.
begins = 480
minutes = 60
# In whose place one can be: assistant, health-worker, nurse
roles = ["health-worker", "nurse"]
# Who else is there and can be asked to do what one may not do oneself: the same words.
present = []
# What is at hand. Saturation needs an oximeter, blood pressure a cuff, temperature a thermometer, blood glucose a
# glucometer; everything else is measured without. Some of:
<kits>
kit = [<kit>]
# Where NEWS2 says less or more than the person does; with it, score_misleads in the words says why. It has to be
# there where the score at the beginning is low and none of the parameters has three points.
# score_misleads = "news2 < 3"

[play.patient]
# Clinical Frailty Scale, 1 (very fit) to 9 (terminally ill).
frailty = 5
# How they lie or sit at first: flat, half-sitting, upright, side …
position = "half-sitting"
# Only for somebody who retains carbon dioxide, where the record says so: scale = "2", and retains.

# What is usual for them at rest, on air: breaths and heart beats a minute, per cent, mmHg, °C, mmol/l, and carbon
# dioxide in kPa. NEEDS A SOURCE where something is not what is usual for most.
[play.patient.habitual]
rf = 16
spo2 = 97
sbp = 130
dbp = 75
pulse = 72
temp = 36.8
glucose = 5.5
co2 = 5.3

# What is wrong, as levels from 0 to 100. `start` is the level at the beginning, `rate` what it changes a minute when
# nothing is done. NEEDS A SOURCE: how quickly it goes is known by the rows. Often two or three: an infection, a
# fever, fluid that is missing.
[[play.patient.conditions]]
id = "worse"
start = 40
rate = 2

# What changes the rate while it holds.
[[play.patient.conditions.shifts]]
when = "position.upright"
rate = -0.5

# What it does to the body: `by` is how much at level 100, `from` the level where it begins.
# rf, ventilation, airway, mismatch, shunt, congestion, volume, sbp, pulse, temp, clouding, glucose, refill, pain,
# urine, irregular. `#~` at the end of a line says that a number was tuned to the rows and may be tuned again.
[[play.patient.conditions.pulls]]
on = "rf"
by = 20 #~

[[play.patient.conditions.pulls]]
on = "pulse"
by = 60 #~

[[play.patient.conditions.pulls]]
on = "refill"
from = 30
by = 3 #~

# What somebody notices before anything is measured, two to ten. `when`: from when on; without it, from the first
# moment. A condition has readings with `and`, `or`, `not`, such as
#   spo2 < 92 and not done.oxygen or acvpu >= C
# rf spo2 sbp pulse temp acvpu glucose refill pain urine news2 oxygen arrest minute, position.<how>, level.<condition>,
# done.<action>, since.<action> (minutes), seen.<look or measurement>, called.<receiver>, since-call.<receiver>,
# arrived.<receiver>, ordered.<action>, told.<fact>
[[play.signs]]
id = "quiet"

[[play.signs]]
id = "tired"
when = "level.worse >= 55"

# What can be looked at, listened to, felt and asked, four or more. Measurements are there by themselves.
# letter: a, b, c, d, e, and f for what follows. sense: look, listen, feel, smell, ask, read, measure.
# seconds: what it takes. needs: something from the kit. The first state that holds is found, so the last has no `when`.
# danger: a sign of danger; NEEDS A SOURCE.
[[play.looks]]
id = "voice"
letter = "a"
sense = "listen"
seconds = 10
states = [{ id = "short", when = "level.worse >= 60", danger = true }, { id = "clear" }]

[[play.looks]]
id = "breathing"
letter = "b"
sense = "look"
seconds = 20
states = [{ id = "hard", when = "level.worse >= 30", danger = true }, { id = "calm" }]

[[play.looks]]
id = "skin"
letter = "c"
sense = "feel"
seconds = 10
states = [{ id = "clammy", when = "level.worse >= 50", danger = true }, { id = "warm" }]

[[play.looks]]
id = "record"
letter = "f"
sense = "read"
seconds = 45
states = [{ id = "agreed" }]

# What can be done, four or more, also what does not help. roles: who may do it. order: own, procedure (of the
# workplace, or prescribed already) or doctor (said in a call). when: while it is offered. NEEDS A SOURCE: who may do
# it and on whose word, what it does and how soon, and each verdict.
# judged: right, neutral, wrong, dangerous; the first that holds at the time, so the last has no `when`.
# effects: { position = "upright" }, { oxygen = … }, { airway = true }, { breaths = true }, { compressions = true },
#   { level = { condition = "…", by = -10, after = 60, over = 300 } }, { glucose = { by = 3, after = 60, over = 300 } },
#   { rate = { condition = "…", by = -1, after = 60, lasting = 600 } }; all times in seconds, lasting 0 is to the end.
[[play.actions]]
id = "sit-up"
letter = "b"
seconds = 60
roles = ["assistant", "health-worker", "nurse"]
effects = [{ position = "upright" }]
judged = [{ id = "easier", verdict = "right" }]

[[play.actions]]
id = "treatment"
letter = "c"
seconds = 120
roles = ["health-worker", "nurse"]
order = "doctor"
effects = [{ rate = { condition = "worse", by = -6, after = 60 } }]
judged = [{ id = "helps", verdict = "right" }]

[[play.actions]]
id = "blanket"
letter = "e"
seconds = 30
roles = ["assistant", "health-worker", "nurse"]
judged = [{ id = "kind", verdict = "neutral" }]

[[play.actions]]
id = "let-sleep"
letter = "f"
seconds = 600
roles = ["assistant", "health-worker", "nurse"]
judged = [{ id = "much-worse", when = "level.worse >= 60", verdict = "dangerous" }, { id = "time-goes", verdict = "wrong" }]

# Whom one can call, two to six. call: colleague, doctor, out-of-hours (116 117), emergency (113), palliative.
# knows, asks: ids of facts below, or those that every call has: who where whom urgent worried numbers news2 done
# until-then next-check read-back. interrupts: before which letter of ISBAR they break in, if they do.
# replies: the first that holds, so the last has no `when`. arrives: after how many minutes somebody is there.
# orders: actions with order = "doctor". judged: how calling them is looked at; NEEDS A SOURCE: whom to call, and when.
[[play.receivers]]
id = "out-of-hours"
call = "out-of-hours"
seconds = 180
asks = ["numbers", "breathes"]
interrupts = "b"
replies = [
    { id = "comes", when = "told.numbers and told.breathes", arrives = 15, orders = ["treatment"] },
    { id = "look-first" },
]
judged = [{ id = "in-time", verdict = "right" }]

[[play.receivers]]
id = "colleague"
call = "colleague"
seconds = 60
replies = [{ id = "ring-doctor" }]
judged = [{ id = "two-heads", verdict = "neutral" }]

# What comes in between, if anything. verdict: how going along with it is looked at.
[[play.events]]
id = "bell"
when = "minute >= 5"
seconds = 240
verdict = "wrong"

# What can be said in a call, numbers apart. letter: i, s, b, a, r. when: from when on one knows it.
# kind: needed (it changes what they do), useful, noise (it changes nothing), vague (it hides what is needed).
[[play.facts]]
id = "breathes"
letter = "s"
kind = "needed"
when = "seen.breathing"

[[play.facts]]
id = "agreed"
letter = "b"
kind = "useful"
when = "seen.record"

[[play.facts]]
id = "sorry"
letter = "s"
kind = "vague"

# What the talk afterwards looks at, four or more. skill: observe, recognise, act, procedure.
# right, danger: judged at the end. source: the id of a source at the foot of this file; each reason RESTS ON ONE.
[[play.notes]]
id = "counted"
skill = "observe"
right = "seen.rf"
source = "facts"

[[play.notes]]
id = "saw-it"
skill = "recognise"
right = "seen.breathing and seen.skin"
source = "facts"

[[play.notes]]
id = "treated"
skill = "act"
right = "done.treatment"
danger = "done.let-sleep and level.worse >= 60"
source = "facts"

[[play.notes]]
id = "told"
skill = "procedure"
right = "told.numbers and told.breathes and told.read-back"
source = "facts"

# How it can end, two to six; the first that holds ends it. safe: the right help, or what was agreed, came in time.
# Doing nothing must not end safely, and must end; whoever does what is right must end safely.
[[play.endings]]
id = "in-time"
when = "arrived.out-of-hours and level.worse < 90"
safe = true

[[play.endings]]
id = "late"
when = "arrived.out-of-hours"

[[play.endings]]
id = "unseen"
when = "minute >= 50"

# Where it opens into an ethical reflection, one to three. Values, two or more of:
<values>
# Law cards, only where the law really limits the choice. Some of:
<laws>
[[forks]]
id = "stay-or-go"
themes = ["<theme>"]
values = [<value>]
laws = []

# Four facts or more. known: when one knows it for sure, judged at the end; without it one always does, and by
# `minute < 0` one never does. source: observed, said, record, professional, experience, service_user.
# otherwise: how sure it is if one does not: believed, unknown.
[[forks.facts]]
id = "how-ill"
known = "seen.breathing"
source = "observed"
otherwise = "believed"

[[forks.facts]]
id = "agreed"
known = "seen.record"
source = "record"
otherwise = "unknown"

[[forks.facts]]
id = "said"
source = "said"
otherwise = "believed"

[[forks.facts]]
id = "wish"
known = "minute < 0"
source = "service_user"
otherwise = "unknown"

# Affected parties. Exactly one is the patient, resident or service user.
# how_we_know: said, observed, assumed, unknown (unknown: the view stays empty)
[[forks.parties]]
id = "patient"
patient = true
how_we_know = "said"

[[forks.parties]]
id = "staff"
how_we_know = "said"

[metadata]
# The day when somebody last checked that everything is right.
last_checked = "<today>"
# What a professional still has to look at: clinical, ethics, legal, language
needs_review = ["clinical", "ethics", "language"]

# What the course, the verdicts and the reasons rest on, so that a reader can look it up; one for each id above.
[[metadata.sources]]
id = "facts"
title = ""
place = ""
"#;

const WORDS: &str = r#"# The words of this scenario in <language>.
# Short sentences, 20 words at most. Names only from `people`, no dates, no room numbers, no exclamation marks.
# What stands after a name and a dot is an id in scenario.toml: every id there has words here.

# A short title that does not give away what is wrong, at most 40 characters.
title = ""
# One sentence that makes somebody open it.
teaser = ""
# Who the person is, in a line: first name, age, where they live.
person = ""
# What is usual for them, one string per line.
usual = [
    "",
]
# What happens, one string per paragraph. It says where one is, and never what is wrong.
situation = [
    "",
]

# What one practises.
[goals]
see-it = ""
call-in-time = ""

# Who is there.
[people_present]
alone = ""

# What somebody notices, at most 40 words each: what one sees and hears, and not what it means.
[signs]
quiet = ""
tired = ""

# name: what one does, at most 8 words. states: what one finds, at most 40 words each.
[looks.voice]
name = ""
[looks.voice.states]
short = ""
clear = ""

[looks.breathing]
name = ""
[looks.breathing.states]
hard = ""
calm = ""

[looks.skin]
name = ""
[looks.skin.states]
clammy = ""
warm = ""

[looks.record]
name = ""
[looks.record.states]
agreed = ""

# name: what one does, at most 8 words. done: what one sees then, whatever follows. reasons: why it was right or
# not, without blame, at most 60 words each.
[actions.sit-up]
name = ""
done = ""
[actions.sit-up.reasons]
easier = ""

[actions.treatment]
name = ""
done = ""
[actions.treatment.reasons]
helps = ""

[actions.blanket]
name = ""
done = ""
[actions.blanket.reasons]
kind = ""

[actions.let-sleep]
name = ""
done = ""
[actions.let-sleep.reasons]
much-worse = ""
time-goes = ""

# greeting: what they say first. sheet: what they know and where they are, for whoever plays them. interruption: only
# for those who break in. questions: what they ask where a fact was not said. reasons: why it was right or not to call.
[receivers.out-of-hours]
name = ""
greeting = ""
sheet = ""
interruption = ""
[receivers.out-of-hours.questions]
numbers = ""
breathes = ""
[receivers.out-of-hours.replies]
comes = ""
look-first = ""
[receivers.out-of-hours.reasons]
in-time = ""

[receivers.colleague]
name = ""
greeting = ""
sheet = ""
[receivers.colleague.replies]
ring-doctor = ""
[receivers.colleague.reasons]
two-heads = ""

# What comes in between, the two buttons (at most 8 words each), and why going along was right or not.
[events.bell]
text = ""
go = ""
leave = ""
reason = ""

# What can be said, as it is said on the telephone, at most 30 words each.
[facts]
breathes = ""
agreed = ""
sorry = ""

# What was right, what was missed, and why it matters; danger only where scenario.toml has it. No blame.
[notes.counted]
right = ""
missed = ""
why = ""

[notes.saw-it]
right = ""
missed = ""
why = ""

[notes.treated]
right = ""
missed = ""
danger = ""
why = ""

[notes.told]
right = ""
missed = ""
why = ""

# How it ended: a few words, and what happens.
[endings.in-time]
title = ""
text = ""

[endings.late]
title = ""
text = ""

[endings.unseen]
title = ""
text = ""

# The ethical question: should we … when …, and at the same time (English: but) …? It ends in a question mark.
# Roles and no names. view: what they think, empty where how_we_know is unknown.
[forks.stay-or-go]
title = ""
background = [
    "",
]
question = ""
[forks.stay-or-go.facts]
how-ill = ""
agreed = ""
said = ""
wish = ""
[forks.stay-or-go.parties.patient]
role = ""
view = ""
interest = ""
[forks.stay-or-go.parties.staff]
role = ""
view = ""
interest = ""
"#;
