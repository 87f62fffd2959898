//! How much content there is, and what is missing.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::rules::{Authored, Course, cards_of};
use crate::content::{Metadata, Review};
use crate::i18n::Language;

/// Counts over a course, in the shape that `cargo xtask content stats` prints. Kinds that are not read
/// yet are counted as none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Stats {
    guides: usize,
    cases: usize,
    cards: usize,
    decks: usize,
    values: usize,
    laws: usize,
    terms: usize,
    scenarios: usize,
    lessons: usize,
    /// The check questions of the lessons: neither pages nor value questions.
    questions: usize,
    paths: usize,
    standards: usize,
    languages: Vec<&'static str>,
    /// Every item that lacks a language, as `<kind>/<id> <language>`.
    missing: Vec<String>,
    by: By,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
struct By {
    setting: BTreeMap<String, usize>,
    theme: BTreeMap<String, usize>,
    review: BTreeMap<&'static str, usize>,
}

impl Stats {
    /// Counts a course.
    #[must_use]
    pub fn of(course: &Course) -> Self {
        let mut stats = Self {
            guides: course.guides.len(),
            cases: course.cases.len(),
            values: course.values.len(),
            cards: course.decks.iter().map(|deck| deck.neutral.cards.len()).sum(),
            decks: course.decks.len(),
            laws: course.laws.len(),
            terms: course.terms.len(),
            scenarios: course.scenarios.len(),
            lessons: course.lessons.len(),
            questions: course.lessons.iter().map(|lesson| lesson.neutral.questions().count()).sum(),
            paths: course.paths.len(),
            standards: course.standards.len(),
            languages: Language::ALL.map(Language::code).to_vec(),
            ..Self::default()
        };
        stats.by.setting = course.settings.iter().map(|tag| (tag.id.clone(), 0)).collect();
        stats.by.theme = course.themes.iter().map(|tag| (tag.id.clone(), 0)).collect();
        stats.by.review = ["clinical", "ethics", "language", "legal", "none"].map(|key| (key, 0)).into();
        stats.items(&course.guides, |guide| &guide.metadata);
        stats.items(&course.cases, |case| &case.metadata);
        stats.items(&course.values, |value| &value.metadata);
        stats.items(&course.laws, |law| &law.metadata);
        stats.items(&course.rules, |rule| &rule.metadata);
        stats.items(&course.terms, |term| &term.metadata);
        stats.items(&course.scenarios, |scenario| &scenario.metadata);
        stats.items(&course.lessons, |lesson| &lesson.metadata);
        stats.items(&course.paths, |path| &path.metadata);
        stats.items(&course.standards, |standard| &standard.metadata);
        for theme in course.lessons.iter().flat_map(|lesson| &lesson.neutral.themes) {
            *stats.by.theme.entry(theme.clone()).or_default() += 1;
        }
        for deck in &course.decks {
            stats.languages(deck);
            for card in cards_of(deck) {
                stats.languages(&card);
                stats.review(&deck.neutral.metadata);
                for setting in &card.neutral.settings {
                    *stats.by.setting.entry(setting.clone()).or_default() += 1;
                }
                for theme in &card.neutral.themes {
                    *stats.by.theme.entry(theme.clone()).or_default() += 1;
                }
            }
        }
        for scenario in &course.scenarios {
            *stats.by.setting.entry(scenario.neutral.setting.clone()).or_default() += 1;
            for theme in &scenario.neutral.themes {
                *stats.by.theme.entry(theme.clone()).or_default() += 1;
            }
        }
        for case in &course.cases {
            *stats.by.setting.entry(case.neutral.setting.clone()).or_default() += 1;
            for theme in &case.neutral.themes {
                *stats.by.theme.entry(theme.clone()).or_default() += 1;
            }
        }
        stats
    }

    fn items<N, W>(&mut self, items: &[Authored<N, W>], metadata: impl Fn(&N) -> &Metadata) {
        for item in items {
            self.languages(item);
            self.review(metadata(&item.neutral));
        }
    }

    fn languages<N, W>(&mut self, item: &Authored<N, W>) {
        for language in Language::ALL.into_iter().filter(|language| !item.words.contains_key(language)) {
            self.missing.push(format!("{} {}", item.place.name, language.code()));
        }
    }

    fn review(&mut self, metadata: &Metadata) {
        if metadata.needs_review.is_empty() {
            *self.by.review.entry("none").or_default() += 1;
        }
        for review in &metadata.needs_review {
            *self.by.review.entry(name(*review)).or_default() += 1;
        }
    }
}

fn name(review: Review) -> &'static str {
    match review {
        Review::Clinical => "clinical",
        Review::Ethics => "ethics",
        Review::Legal => "legal",
        Review::Language => "language",
    }
}
