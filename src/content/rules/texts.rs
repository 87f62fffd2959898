//! Every text of an item with the field where it stands, so that one rule reads all of them.

use std::collections::BTreeMap;

use crate::content::lesson::Reasoned;
use crate::content::{
    CardWords, CaseWords, DeckWords, GuideWords, IsbarCallWords, LawWords, LessonWords, PathWords, RuleWords,
    ScenarioWords, ScreenWords, StandardWords, TermWords, ValueWords,
};

/// One text of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<'a> {
    /// The field as it is written in the file; a paragraph of a list by its number, from 1.
    pub field: String,
    /// What it says.
    pub text: &'a str,
    /// What kind of text it is.
    pub kind: TextKind,
}

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A name or a title: no sentence, so it does not count in LIX.
    Name,
    /// Running text.
    Prose,
    /// Running text that may be left out.
    Optional,
}

/// Words whose texts can be listed.
pub trait Words {
    /// Every text, in the order in which a reader meets it.
    fn texts(&self) -> Vec<Text<'_>>;
}

fn name<'a>(field: impl Into<String>, text: &'a str) -> Text<'a> {
    Text { field: field.into(), text, kind: TextKind::Name }
}

fn prose<'a>(field: impl Into<String>, text: &'a str) -> Text<'a> {
    Text { field: field.into(), text, kind: TextKind::Prose }
}

fn optional<'a>(field: impl Into<String>, text: &'a str) -> Text<'a> {
    Text { field: field.into(), text, kind: TextKind::Optional }
}

impl Words for GuideWords {
    fn texts(&self) -> Vec<Text<'_>> {
        let mut all = vec![name("name", &self.name), prose("summary", &self.summary)];
        all.extend(self.triggers.iter().map(|(on, text)| name(format!("triggers.{on}"), text)));
        for (id, step) in &self.steps {
            all.push(name(format!("steps.{id}.name"), &step.name));
            all.push(prose(format!("steps.{id}.question"), &step.question));
            all.push(prose(format!("steps.{id}.why"), &step.why));
            all.push(optional(format!("steps.{id}.done"), &step.done));
            let questions = step.questions.iter();
            all.extend(questions.map(|(key, text)| prose(format!("steps.{id}.questions.{key}"), text)));
            if let Some(private) = &step.private {
                let field = |name: &str| format!("steps.{id}.private.{name}");
                all.push(prose(field("question"), &private.question));
                all.extend(
                    private
                        .choices
                        .iter()
                        .zip(1..)
                        .map(|(text, at)| name(field(&format!("choices.{at}")), text)),
                );
                all.push(prose(field("line"), &private.line));
            }
            let prompts = step.prompts.iter();
            all.extend(prompts.map(|(on, text)| prose(format!("steps.{id}.prompts.{on}"), text)));
        }
        all
    }
}

impl Words for CaseWords {
    fn texts(&self) -> Vec<Text<'_>> {
        let mut all = vec![name("title", &self.title), prose("teaser", &self.teaser)];
        let paragraphs = self.background.iter().zip(1..);
        all.extend(paragraphs.map(|(text, number)| prose(format!("background.{number}"), text)));
        all.push(prose("question", &self.question));
        all.extend(self.facts.iter().map(|(id, text)| prose(format!("facts.{id}"), text)));
        for (id, party) in &self.parties {
            all.push(name(format!("parties.{id}.role"), &party.role));
            all.push(optional(format!("parties.{id}.view"), &party.view));
            all.push(optional(format!("parties.{id}.interest"), &party.interest));
        }
        all
    }
}

impl Words for ValueWords {
    fn texts(&self) -> Vec<Text<'_>> {
        vec![name("name", &self.name), prose("meaning", &self.meaning), prose("question", &self.question)]
    }
}

impl Words for RuleWords {
    fn texts(&self) -> Vec<Text<'_>> {
        vec![prose("text", &self.text)]
    }
}

impl Words for LawWords {
    fn texts(&self) -> Vec<Text<'_>> {
        vec![
            name("act", &self.act),
            name("title", &self.title),
            prose("says", &self.says),
            prose("room", &self.room),
        ]
    }
}

/// The deck's own texts; its cards are items of their own.
impl Words for DeckWords {
    fn texts(&self) -> Vec<Text<'_>> {
        vec![name("name", &self.name), prose("about", &self.about)]
    }
}

impl Words for CardWords {
    fn texts(&self) -> Vec<Text<'_>> {
        let mut all =
            vec![name("title", &self.title), prose("text", &self.text), prose("question", &self.question)];
        let follow_ups = self.follow_ups.iter().zip(1..);
        all.extend(follow_ups.map(|(text, number)| prose(format!("follow_ups.{number}"), text)));
        all.push(prose("twist", &self.twist));
        all.extend(self.choices.iter().map(|(id, text)| name(format!("choices.{id}"), text)));
        for (id, voice) in &self.panel {
            all.push(name(format!("panel.{id}.who"), &voice.who));
            all.push(prose(format!("panel.{id}.reason"), &voice.reason));
        }
        all
    }
}

impl Words for IsbarCallWords {
    fn texts(&self) -> Vec<Text<'_>> {
        let mut all = vec![name("title", &self.title), name("to", &self.to)];
        all.extend(by_id("facts", &self.facts));
        all
    }
}

impl Words for TermWords {
    fn texts(&self) -> Vec<Text<'_>> {
        vec![name("name", &self.name), prose("text", &self.text), optional("example", &self.example)]
    }
}

impl Words for ScenarioWords {
    fn texts(&self) -> Vec<Text<'_>> {
        let mut all =
            vec![name("title", &self.title), prose("teaser", &self.teaser), name("person", &self.person)];
        all.extend(lines("usual", &self.usual));
        all.extend(lines("situation", &self.situation));
        all.extend(by_id("goals", &self.goals));
        all.extend(by_id("people_present", &self.people_present));
        all.extend(by_id("signs", &self.signs));
        for (id, look) in &self.looks {
            all.push(name(format!("looks.{id}.name"), &look.name));
            all.extend(by_id(&format!("looks.{id}.states"), &look.states));
        }
        for (id, action) in &self.actions {
            all.push(name(format!("actions.{id}.name"), &action.name));
            all.push(prose(format!("actions.{id}.done"), &action.done));
            all.extend(by_id(&format!("actions.{id}.reasons"), &action.reasons));
        }
        for (id, receiver) in &self.receivers {
            all.push(name(format!("receivers.{id}.name"), &receiver.name));
            all.push(prose(format!("receivers.{id}.greeting"), &receiver.greeting));
            all.push(prose(format!("receivers.{id}.sheet"), &receiver.sheet));
            all.push(optional(format!("receivers.{id}.interruption"), &receiver.interruption));
            all.extend(by_id(&format!("receivers.{id}.questions"), &receiver.questions));
            all.extend(by_id(&format!("receivers.{id}.replies"), &receiver.replies));
            all.extend(by_id(&format!("receivers.{id}.reasons"), &receiver.reasons));
        }
        for (id, event) in &self.events {
            all.push(prose(format!("events.{id}.text"), &event.text));
            all.push(name(format!("events.{id}.go"), &event.go));
            all.push(name(format!("events.{id}.leave"), &event.leave));
            all.push(prose(format!("events.{id}.reason"), &event.reason));
        }
        all.extend(by_id("facts", &self.facts));
        for (id, note) in &self.notes {
            all.push(prose(format!("notes.{id}.right"), &note.right));
            all.push(prose(format!("notes.{id}.missed"), &note.missed));
            all.push(optional(format!("notes.{id}.danger"), &note.danger));
            all.push(prose(format!("notes.{id}.why"), &note.why));
        }
        for (id, ending) in &self.endings {
            all.push(name(format!("endings.{id}.title"), &ending.title));
            all.push(prose(format!("endings.{id}.text"), &ending.text));
        }
        all.push(optional("score_misleads", &self.score_misleads));
        for (id, fork) in &self.forks {
            all.push(name(format!("forks.{id}.title"), &fork.title));
            all.extend(lines(&format!("forks.{id}.background"), &fork.background));
            all.push(prose(format!("forks.{id}.question"), &fork.question));
            all.extend(by_id(&format!("forks.{id}.facts"), &fork.facts));
            for (party, words) in &fork.parties {
                all.push(name(format!("forks.{id}.parties.{party}.role"), &words.role));
                all.push(optional(format!("forks.{id}.parties.{party}.view"), &words.view));
                all.push(optional(format!("forks.{id}.parties.{party}.interest"), &words.interest));
            }
        }
        all
    }
}

impl Words for LessonWords {
    fn texts(&self) -> Vec<Text<'_>> {
        let mut all =
            vec![name("title", &self.title), prose("teaser", &self.teaser), prose("goal", &self.goal)];
        for (id, screen) in &self.screens {
            all.extend(of_screen(&format!("screens.{id}"), screen));
        }
        all.extend([
            prose("short", &self.short),
            prose("talk", &self.talk),
            prose("talk_how", &self.talk_how),
            prose("fadder", &self.fadder),
            prose("practice", &self.practice),
        ]);
        all.extend(lines("leader", &self.leader));
        all.push(name("opening.title", &self.opening.title));
        all.push(prose("opening.text", &self.opening.text));
        all.push(prose("opening.question", &self.opening.question));
        all
    }
}

impl Words for PathWords {
    fn texts(&self) -> Vec<Text<'_>> {
        let mut all = vec![name("title", &self.title), prose("about", &self.about), prose("who", &self.who)];
        for (id, item) in &self.items {
            let field = |part: &str| format!("items.{id}.{part}");
            all.push(name(field("title"), &item.title));
            all.push(prose(field("text"), &item.text));
            // That a practical item has them, and no other, is another rule.
            all.push(optional(field("show"), &item.show));
            all.push(optional(field("do"), &item.doing));
            all.push(optional(field("feedback"), &item.feedback));
        }
        all
    }
}

impl Words for StandardWords {
    fn texts(&self) -> Vec<Text<'_>> {
        let mut all =
            vec![name("title", &self.title), optional("sample", &self.sample), prose("intro", &self.intro)];
        for (id, section) in &self.sections {
            all.push(name(format!("sections.{id}.title"), &section.title));
            all.push(prose(format!("sections.{id}.text"), &section.text));
        }
        for (id, asked) in &self.questions {
            all.push(prose(format!("questions.{id}.question"), &asked.question));
            all.extend(reasoned(&format!("questions.{id}.options"), &asked.options));
        }
        let sign = &self.sign;
        all.push(name("sign.title", &sign.title));
        for (field, text) in
            [("first", &sign.first), ("says", &sign.says), ("receipt", &sign.receipt), ("keeps", &sign.keeps)]
        {
            all.push(prose(format!("sign.{field}"), text));
        }
        all
    }
}

/// What a screen has of words. That it has those of its kind is another rule.
fn of_screen<'a>(at: &str, words: &'a ScreenWords) -> Vec<Text<'a>> {
    let field = |part: &str| format!("{at}.{part}");
    let mut all = Vec::new();
    all.extend(Some(&words.title).filter(|text| !text.is_empty()).map(|text| name(field("title"), text)));
    all.extend(lines(&field("text"), &words.text));
    if let Some(figure) = &words.figure {
        all.push(prose(field("figure.alt"), &figure.alt));
        all.extend(figure.parts.iter().map(|(id, text)| name(field(&format!("figure.parts.{id}")), text)));
    }
    all.push(optional(field("question"), &words.question));
    all.extend(words.bins.iter().map(|(id, text)| name(field(&format!("bins.{id}")), text)));
    all.extend(reasoned(&field("options"), &words.options));
    all.extend(reasoned(&field("items"), &words.items));
    for (id, pair) in &words.pairs {
        all.push(prose(field(&format!("pairs.{id}.left")), &pair.left));
        all.push(prose(field(&format!("pairs.{id}.right")), &pair.right));
        all.push(prose(field(&format!("pairs.{id}.reason")), &pair.reason));
    }
    all.extend(Some(&words.unit).filter(|text| !text.is_empty()).map(|text| name(field("unit"), text)));
    if let Some(reasons) = &words.reasons {
        all.push(prose(field("reasons.low"), &reasons.low));
        all.push(prose(field("reasons.right"), &reasons.right));
        all.push(prose(field("reasons.high"), &reasons.high));
    }
    for (id, moment) in &words.moments {
        all.push(prose(field(&format!("moments.{id}.text")), &moment.text));
        all.extend(reasoned(&field(&format!("moments.{id}.choices")), &moment.choices));
    }
    all.extend(reasoned(&field("positions"), &words.positions));
    all.push(optional(field("after"), &words.after));
    all
}

fn reasoned<'a>(field: &str, all: &'a BTreeMap<String, Reasoned>) -> Vec<Text<'a>> {
    let each = |(id, one): (&String, &'a Reasoned)| {
        [prose(format!("{field}.{id}.text"), &one.text), prose(format!("{field}.{id}.reason"), &one.reason)]
    };
    all.iter().flat_map(each).collect()
}

fn lines<'a>(field: &str, texts: &'a [String]) -> Vec<Text<'a>> {
    texts.iter().zip(1..).map(|(text, number)| prose(format!("{field}.{number}"), text)).collect()
}

fn by_id<'a>(field: &str, texts: &'a BTreeMap<String, String>) -> Vec<Text<'a>> {
    texts.iter().map(|(id, text)| prose(format!("{field}.{id}"), text)).collect()
}
