//! Rules for an ethical standard: sections that can be read in one breath, questions whose answers stand in them, and a
//! reason at every option.

use super::Examination;
use super::course::{Authored, Course};
use super::finding::{PathProblem, Problem};
use super::path::has;
use super::writing::sections_listed;
use crate::content::{Standard, StandardWords};
use crate::ethics::LawId;
use crate::i18n::Language;

/// The fewest and the most sections.
const SECTIONS: (usize, usize) = (3, 12);
/// The fewest and the most questions.
const QUESTIONS: (usize, usize) = (3, 8);
/// The fewest and the most options.
const OPTIONS: (usize, usize) = (3, 4);
/// The most words in a title.
const TITLE: usize = 8;
/// The most words in a section, and in what the standard is for.
const SECTION: usize = 60;
/// The most words in a question, and in a line of what is signed.
const LINE: usize = 30;
/// The most words in something to choose.
const OPTION: usize = 16;
/// The most words in a reason.
const REASON: usize = 35;
/// The most words that say that it is a sample.
const SAMPLE: usize = 20;

impl Examination<'_> {
    pub(super) fn standard(&mut self, item: &Authored<Standard, StandardWords>, course: &Course) {
        let Authored { neutral, place, words } = item;
        // It names sections of law by its own sources too, as a lesson does.
        let everywhere = self.sections.clone();
        if !everywhere.is_empty() {
            let sources = neutral.metadata.sources.iter();
            self.sections.extend(sources.flat_map(|source| sections_listed(&source.place)));
        }
        self.item(item, &neutral.metadata);
        self.sections = everywhere;
        self.written(place, "version", &neutral.version);
        self.past_day(place, "date", &neutral.date);
        self.standard_shape(item, course);
        for (language, words) in words {
            self.standard_words(item, *language, words);
        }
    }

    fn standard_shape(&mut self, item: &Authored<Standard, StandardWords>, course: &Course) {
        let Authored { neutral, place, .. } = item;
        let sections: Vec<&str> = neutral.sections.iter().map(|section| section.id.as_str()).collect();
        self.unique(place, "sections", &sections);
        self.count(place, "sections", "sections", sections.len(), SECTIONS);
        for section in &neutral.sections {
            let field = |name: &str| format!("sections.{}.{name}", section.id);
            for id in section.lessons.iter().filter(|id| !has(&course.lessons, id.as_str())) {
                let problem = PathProblem::NoSuch { kind: "lesson", id: id.to_string() };
                self.neutral(place, &field("lessons"), problem.into());
            }
            let laws: Vec<&str> = section.laws.iter().map(LawId::as_str).collect();
            self.unique(place, &field("laws"), &laws);
            self.known(place, &field("laws"), &self.laws.clone(), &laws);
        }
        let questions: Vec<&str> = neutral.questions.iter().map(|question| question.id.as_str()).collect();
        self.unique(place, "questions", &questions);
        self.count(place, "questions", "questions", questions.len(), QUESTIONS);
        for question in &neutral.questions {
            let field = |name: &str| format!("questions.{}.{name}", question.id);
            let options: Vec<&str> = question.options.iter().map(String::as_str).collect();
            self.unique(place, &field("options"), &options);
            self.count(place, &field("options"), "options", options.len(), OPTIONS);
            if !options.contains(&question.right.as_str()) {
                let problem = PathProblem::NoOption(question.right.clone());
                self.neutral(place, &field("right"), problem.into());
            }
            if !sections.contains(&question.section.as_str()) {
                let problem = PathProblem::NoSection(question.section.clone());
                self.neutral(place, &field("section"), problem.into());
            }
        }
    }

    fn standard_words(
        &mut self,
        item: &Authored<Standard, StandardWords>,
        language: Language,
        words: &StandardWords,
    ) {
        let Authored { neutral, place, .. } = item;
        let mut length = |field: &str, text: &str, limit| self.length(place, language, field, text, limit);
        length("title", &words.title, TITLE);
        length("sample", &words.sample, SAMPLE);
        length("intro", &words.intro, SECTION);
        length("sign.title", &words.sign.title, TITLE);
        length("sign.first", &words.sign.first, LINE);
        length("sign.says", &words.sign.says, LINE);
        length("sign.receipt", &words.sign.receipt, LINE);
        length("sign.keeps", &words.sign.keeps, LINE);
        for (id, section) in &words.sections {
            length(&format!("sections.{id}.title"), &section.title, TITLE);
            length(&format!("sections.{id}.text"), &section.text, SECTION);
        }
        for (id, asked) in &words.questions {
            length(&format!("questions.{id}.question"), &asked.question, LINE);
            for (option, said) in &asked.options {
                length(&format!("questions.{id}.options.{option}.text"), &said.text, OPTION);
                length(&format!("questions.{id}.options.{option}.reason"), &said.reason, REASON);
            }
        }
        let ids: Vec<&str> = neutral.sections.iter().map(|section| section.id.as_str()).collect();
        self.same_ids(place, language, "sections", &ids, words.sections.keys().map(String::as_str));
        let ids: Vec<&str> = neutral.questions.iter().map(|question| question.id.as_str()).collect();
        self.same_ids(place, language, "questions", &ids, words.questions.keys().map(String::as_str));
        for question in &neutral.questions {
            let Some(asked) = words.questions.get(&question.id) else { continue };
            let field = format!("questions.{}", question.id);
            self.question(place, language, &format!("{field}.question"), &asked.question);
            let ids: Vec<&str> = question.options.iter().map(String::as_str).collect();
            let worded = asked.options.keys().map(String::as_str);
            self.same_ids(place, language, &format!("{field}.options"), &ids, worded);
        }
        self.sample_in_every_language(item, language, words);
    }

    /// A standard is a sample in every language, or in none.
    fn sample_in_every_language(
        &mut self,
        item: &Authored<Standard, StandardWords>,
        language: Language,
        words: &StandardWords,
    ) {
        let others = item.words.values();
        if words.sample.trim().is_empty() && others.into_iter().any(|other| !other.sample.trim().is_empty()) {
            self.words(&item.place, language, "sample", Problem::Empty);
        }
    }
}
