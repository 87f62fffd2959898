//! Rules for paths: what they name is there, it stands in the order in which it is due, and what is practical is shown,
//! done and talked about.

use std::collections::BTreeSet;

use super::Examination;
use super::course::{Authored, Course};
use super::finding::{PathProblem, Problem};
use crate::content::path::{PartKind, PartWords, PathPart};
use crate::content::{LearningPath, PathWords};
use crate::i18n::Language;

/// The fewest and the most items.
const ITEMS: (usize, usize) = (5, 16);
/// The most words in a title.
const TITLE: usize = 8;
/// The most words in what a path is about.
const ABOUT: usize = 30;
/// The most words in whom it is for.
const WHO: usize = 15;
/// The most words in what an item is about.
const TEXT: usize = 40;
/// The most words in what is shown, done and talked about.
const STEP: usize = 25;
/// After how many months something may come back.
const RENEWALS: [u8; 3] = [6, 12, 24];

impl Examination<'_> {
    pub(super) fn path(&mut self, item: &Authored<LearningPath, PathWords>, course: &Course) {
        let Authored { neutral, place, words } = item;
        self.item(item, &neutral.metadata);
        self.tagged(place, "professions", &self.tags.professions.clone(), &neutral.professions);
        let ids: Vec<&str> = neutral.items.iter().map(|part| part.id.as_str()).collect();
        self.unique(place, "items", &ids);
        self.count(place, "items", "items", ids.len(), ITEMS);
        let mut named = BTreeSet::new();
        let mut before = 0;
        for part in &neutral.items {
            self.path_part(item, part, course);
            if let Some(of) = part.of.as_deref().filter(|of| !named.insert((part.kind, *of))) {
                self.neutral(place, &format!("items.{}.of", part.id), Problem::Duplicate(of.to_owned()));
            }
            if part.due_days < before {
                let problem = PathProblem::NotInOrder { day: part.due_days, before };
                self.neutral(place, &format!("items.{}.due_days", part.id), problem.into());
            }
            before = part.due_days;
        }
        for (language, words) in words {
            self.path_words(item, *language, words);
        }
    }

    fn path_part(&mut self, item: &Authored<LearningPath, PathWords>, part: &PathPart, course: &Course) {
        let place = &item.place;
        let kind = part.kind.name();
        let field = format!("items.{}.of", part.id);
        match (part.of.as_deref(), part.kind.is_content()) {
            (None, true) => self.neutral(place, &field, PathProblem::OfNothing(kind).into()),
            (Some(_), false) => self.neutral(place, &field, PathProblem::OfSomething(kind).into()),
            (Some(of), true) if !is_there(course, part.kind, of) => {
                self.neutral(place, &field, PathProblem::NoSuch { kind, id: of.to_owned() }.into());
            }
            (Some(_), true) | (None, false) => {}
        }
        if let Some(months) = part.renew_months.filter(|months| !RENEWALS.contains(months)) {
            let field = format!("items.{}.renew_months", part.id);
            self.neutral(place, &field, PathProblem::Renewal(months).into());
        }
    }

    fn path_words(
        &mut self,
        item: &Authored<LearningPath, PathWords>,
        language: Language,
        words: &PathWords,
    ) {
        let Authored { neutral, place, .. } = item;
        for (field, text, limit) in
            [("title", &words.title, TITLE), ("about", &words.about, ABOUT), ("who", &words.who, WHO)]
        {
            self.length(place, language, field, text, limit);
        }
        // What is content of the app has its words there.
        let own = neutral.items.iter().filter(|part| !part.kind.is_content());
        let ids: Vec<&str> = own.clone().map(|part| part.id.as_str()).collect();
        self.same_ids(place, language, "items", &ids, words.items.keys().map(String::as_str));
        for part in own {
            let Some(said) = words.items.get(&part.id) else { continue };
            self.part_words(item, language, part, said);
        }
    }

    fn part_words(
        &mut self,
        item: &Authored<LearningPath, PathWords>,
        language: Language,
        part: &PathPart,
        words: &PartWords,
    ) {
        let place = &item.place;
        let field = |name: &str| format!("items.{}.{name}", part.id);
        self.length(place, language, &field("title"), &words.title, TITLE);
        self.length(place, language, &field("text"), &words.text, TEXT);
        let is_practical = part.kind == PartKind::Practical;
        for (name, text) in [("show", &words.show), ("do", &words.doing), ("feedback", &words.feedback)] {
            match (text.trim().is_empty(), is_practical) {
                (true, true) => self.words(place, language, &field(name), Problem::Empty),
                (false, false) => {
                    self.words(place, language, &field(name), PathProblem::NotPractical(name).into());
                }
                (true, false) | (false, true) => {}
            }
            self.length(place, language, &field(name), text, STEP);
        }
    }
}

/// Whether there is such content.
fn is_there(course: &Course, kind: PartKind, id: &str) -> bool {
    match kind {
        PartKind::Lesson => has(&course.lessons, id),
        PartKind::Scenario => has(&course.scenarios, id),
        PartKind::Deck => has(&course.decks, id),
        PartKind::Case => has(&course.cases, id),
        PartKind::Reading | PartKind::Practical => false,
    }
}

/// Whether there is an item with a folder of that name. Where none could be read, that is finding enough.
pub(super) fn has<N, W>(items: &[Authored<N, W>], id: &str) -> bool {
    items.is_empty() || items.iter().any(|item| item.place.name.rsplit('/').next() == Some(id))
}
