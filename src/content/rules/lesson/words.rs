//! Rules for the words of lessons: those that each screen has, as short as a tired reader needs them, and the same in
//! every language.

use std::collections::BTreeMap;

use super::{Examination, figure_of, is_page};
use crate::content::lesson::{
    Figure, FigureKind, FigureWords, Lesson, LessonWords, MomentWords, Reasoned, Screen, ScreenWords,
};
use crate::content::readability::words as words_of;
use crate::content::rules::course::{Authored, Place};
use crate::content::rules::finding::{LessonProblem, Problem};
use crate::i18n::Language;

/// The most characters in a title.
const TITLE: usize = 40;
/// The most characters in the title of a reflection.
const OPENING_TITLE: usize = 60;
/// The most words in what a reflection begins with, and in a moment.
const OPENING: usize = 70;
/// The most words in what happens at a moment.
const MOMENT: usize = 50;
/// The most words on a page.
const PAGE: usize = 60;
/// The most words in the title of a page, and in a part of a figure.
const PART: usize = 8;
/// The most words in a question, in a line for the leader, and in what a figure shows.
const QUESTION: usize = 30;
/// The most words in something to choose.
const OPTION: usize = 16;
/// The most words in one half of a pair.
const HALF: usize = 12;
/// The most words in a bin.
const BIN: usize = 5;
/// The most words in a unit.
const UNIT: usize = 4;
/// The most words in a reason.
const REASON: usize = 35;
/// The fewest and the most lines for the leader.
const LEADER: (usize, usize) = (3, 4);

/// Where some words stand.
#[derive(Clone, Copy)]
struct At<'a> {
    place: &'a Place,
    language: Language,
    screen: &'a str,
}

impl At<'_> {
    fn field(&self, name: &str) -> String {
        format!("screens.{}.{name}", self.screen)
    }
}

impl Examination<'_> {
    pub(super) fn lesson_words(
        &mut self,
        item: &Authored<Lesson, LessonWords>,
        language: Language,
        words: &LessonWords,
    ) {
        let Authored { neutral, place, .. } = item;
        self.name_length(item, language, "title", &words.title, TITLE);
        self.name_length(item, language, "opening.title", &words.opening.title, OPENING_TITLE);
        for (field, text, limit) in [
            ("teaser", &words.teaser, 20),
            ("goal", &words.goal, 25),
            ("short", &words.short, 25),
            ("talk", &words.talk, QUESTION),
            ("talk_how", &words.talk_how, 12),
            ("fadder", &words.fadder, 25),
            ("practice", &words.practice, 35),
            ("opening.text", &words.opening.text, OPENING),
            ("opening.question", &words.opening.question, QUESTION),
        ] {
            self.length(place, language, field, text, limit);
        }
        for (field, text) in
            [("talk", &words.talk), ("fadder", &words.fadder), ("opening.question", &words.opening.question)]
        {
            self.question(place, language, field, text);
        }
        let (found, (least, most)) = (words.leader.len(), LEADER);
        if found < least || found > most {
            let problem = Problem::Count { what: "lines for the leader", found, least, most };
            self.words(place, language, "leader", problem);
        }
        for (line, number) in words.leader.iter().zip(1..) {
            self.length(place, language, &format!("leader.{number}"), line, QUESTION);
        }
        let ids: Vec<&str> = neutral.screens.iter().map(Screen::id).collect();
        self.same_ids(place, language, "screens", &ids, words.screens.keys().map(String::as_str));
        for screen in &neutral.screens {
            if let Some(words) = words.screens.get(screen.id()) {
                self.screen_words(At { place, language, screen: screen.id() }, screen, words);
            }
        }
    }

    fn screen_words(&mut self, at: At<'_>, screen: &Screen, words: &ScreenWords) {
        let At { place, language, .. } = at;
        let is_number = matches!(screen, Screen::Number(_));
        self.there(at, "title", is_page(screen), words.title.is_empty());
        self.there(at, "text", is_page(screen), words.text.is_empty());
        self.there(at, "question", !is_page(screen), words.question.is_empty());
        self.there(at, "unit", is_number, words.unit.is_empty());
        self.there(at, "reasons", is_number, words.reasons.is_none());
        self.there(at, "figure", figure_of(screen).is_some(), words.figure.is_none());
        if is_page(screen) {
            self.there(at, "after", false, words.after.is_empty());
        }
        self.screen_ids(at, screen, words);
        let count: usize = words.text.iter().map(|text| words_of(text).count()).sum();
        if count > PAGE {
            self.words(place, language, &at.field("text"), Problem::LongText { words: count, limit: PAGE });
        }
        for (name, text, limit) in [
            ("title", &words.title, PART),
            ("question", &words.question, QUESTION),
            ("after", &words.after, REASON),
            ("unit", &words.unit, UNIT),
        ] {
            self.length(place, language, &at.field(name), text, limit);
        }
        if matches!(screen, Screen::Standpoint(_)) {
            self.question(place, language, &at.field("question"), &words.question);
        }
        if let (Some(figure), Some(words)) = (figure_of(screen), &words.figure) {
            self.figure_words(at, figure, words);
        }
        for (name, reasoned) in
            [("options", &words.options), ("items", &words.items), ("positions", &words.positions)]
        {
            self.reasoned(at, name, reasoned);
        }
        self.other_words(at, words);
    }

    /// Words that a kind has, and that others have not.
    fn there(&mut self, at: At<'_>, name: &str, needed: bool, is_missing: bool) {
        if needed && is_missing {
            self.words(at.place, at.language, &at.field(name), Problem::Empty);
        }
        if !needed && !is_missing {
            let neutral = at.place.neutral_file.clone();
            let problem = Problem::WordsForNothing { id: name.to_owned(), neutral };
            self.words(at.place, at.language, &at.field(name), problem);
        }
    }

    /// Words for exactly the parts that the screen has.
    fn screen_ids(&mut self, at: At<'_>, screen: &Screen, words: &ScreenWords) {
        let parts = |is_of_kind: bool| if is_of_kind { screen.parts() } else { Vec::new() };
        let bins: Vec<&str> = match screen {
            Screen::Sort(sort) => sort.bins.iter().map(String::as_str).collect(),
            Screen::Page(_)
            | Screen::Single(_)
            | Screen::Several(_)
            | Screen::Order(_)
            | Screen::Match(_)
            | Screen::Number(_)
            | Screen::Case(_)
            | Screen::Standpoint(_) => Vec::new(),
        };
        let options = parts(matches!(screen, Screen::Single(_) | Screen::Several(_)));
        let items = parts(matches!(screen, Screen::Order(_) | Screen::Sort(_)));
        let moments = parts(matches!(screen, Screen::Case(_)));
        let pairs = parts(matches!(screen, Screen::Match(_)));
        let positions = parts(matches!(screen, Screen::Standpoint(_)));
        self.worded(at, "bins", &bins, &words.bins);
        self.worded(at, "options", &options, &words.options);
        self.worded(at, "items", &items, &words.items);
        self.worded(at, "pairs", &pairs, &words.pairs);
        self.worded(at, "positions", &positions, &words.positions);
        self.worded(at, "moments", &moments, &words.moments);
        let Screen::Case(case) = screen else { return };
        for moment in &case.moments {
            let Some(worded) = words.moments.get(&moment.id) else { continue };
            let choices: Vec<&str> = moment.choices.iter().map(|choice| choice.id.as_str()).collect();
            self.worded(at, &format!("moments.{}.choices", moment.id), &choices, &worded.choices);
        }
    }

    fn worded<W>(&mut self, at: At<'_>, name: &str, neutral: &[&str], words: &BTreeMap<String, W>) {
        let worded = words.keys().map(String::as_str);
        self.same_ids(at.place, at.language, &at.field(name), neutral, worded);
    }

    fn figure_words(&mut self, at: At<'_>, figure: &Figure, words: &FigureWords) {
        let parts: Vec<&str> = figure.parts.iter().map(String::as_str).collect();
        self.worded(at, "figure.parts", &parts, &words.parts);
        self.length(at.place, at.language, &at.field("figure.alt"), &words.alt, QUESTION);
        for (id, text) in &words.parts {
            let field = at.field(&format!("figure.parts.{id}"));
            self.length(at.place, at.language, &field, text, PART);
            let letter = text.split_once(": ").map(|(letter, _)| letter.chars().collect::<Vec<_>>());
            let is_lettered = matches!(letter.as_deref(), Some([one]) if one.is_uppercase());
            if figure.kind == FigureKind::Letters && !text.trim().is_empty() && !is_lettered {
                self.words(at.place, at.language, &field, LessonProblem::NoLetter.into());
            }
        }
    }

    fn reasoned(&mut self, at: At<'_>, name: &str, all: &BTreeMap<String, Reasoned>) {
        for (id, one) in all {
            let field = at.field(&format!("{name}.{id}"));
            self.length(at.place, at.language, &format!("{field}.text"), &one.text, OPTION);
            self.length(at.place, at.language, &format!("{field}.reason"), &one.reason, REASON);
        }
    }

    fn other_words(&mut self, at: At<'_>, words: &ScreenWords) {
        let mut length = |name: &str, text: &str, limit| {
            self.length(at.place, at.language, &at.field(name), text, limit);
        };
        for (id, text) in &words.bins {
            length(&format!("bins.{id}"), text, BIN);
        }
        for (id, pair) in &words.pairs {
            length(&format!("pairs.{id}.left"), &pair.left, HALF);
            length(&format!("pairs.{id}.right"), &pair.right, HALF);
            length(&format!("pairs.{id}.reason"), &pair.reason, REASON);
        }
        if let Some(reasons) = &words.reasons {
            length("reasons.low", &reasons.low, REASON);
            length("reasons.right", &reasons.right, REASON);
            length("reasons.high", &reasons.high, REASON);
        }
        for (id, MomentWords { text, .. }) in &words.moments {
            length(&format!("moments.{id}.text"), text, MOMENT);
        }
        for (id, MomentWords { choices, .. }) in &words.moments {
            self.reasoned(at, &format!("moments.{id}.choices"), choices);
        }
    }

    /// As many lines and paragraphs in every language, and something after the same questions.
    pub(super) fn lessons_alike(&mut self, item: &Authored<Lesson, LessonWords>) {
        let Some((other, model)) = item.words.iter().next() else { return };
        for (language, words) in item.words.iter().skip(1) {
            let mut alike = |field: &str, here: String, there: String| {
                if here != there {
                    let problem = Problem::OtherStructure { here, there, other: *other };
                    self.words(&item.place, *language, field, problem);
                }
            };
            let lines = |words: &LessonWords| format!("{} lines", words.leader.len());
            alike("leader", lines(words), lines(model));
            for (id, there) in &model.screens {
                let Some(here) = words.screens.get(id) else { continue };
                let paragraphs = |words: &ScreenWords| format!("{} paragraphs", words.text.len());
                alike(&format!("screens.{id}.text"), paragraphs(here), paragraphs(there));
                let after = |words: &ScreenWords| match words.after.as_str() {
                    "" => "nothing after it".to_owned(),
                    _ => "something after it".to_owned(),
                };
                alike(&format!("screens.{id}.after"), after(here), after(there));
            }
        }
    }
}
