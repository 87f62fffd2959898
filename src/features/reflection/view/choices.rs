//! The choices of the session as parts show them: a word for the value, its name, its sign.

use leptos::prelude::*;

use crate::ethics::{Certainty, FactSource, HowWeKnow};
use crate::features::reflection::session::{Heard, QuestionSort, ReportAnswer, Situation};
use crate::i18n::{Messages, Words};
use crate::ui::{Edge, Icon, RadioChip, SelectValue};

/// A choice that a select can hold.
pub(super) trait Choice: Copy + PartialEq + 'static {
    /// All values, in order.
    fn all() -> Vec<Self>;
    /// The value as the select holds it.
    fn word(self) -> &'static str;
    /// Its name.
    fn name(self, words: &Messages) -> &str;
    /// Its sign and edge.
    fn mark(self) -> (Icon, Edge);

    /// The value of a word.
    fn of_word(word: &str) -> Option<Self> {
        Self::all().into_iter().find(|choice| choice.word() == word)
    }

    /// The values as a select shows them.
    fn values(words: Words) -> Vec<SelectValue> {
        let value = |choice: Self| {
            let (sign, edge) = choice.mark();
            let place = Self::all().iter().position(|one| *one == choice).unwrap_or_default();
            let text = words.made(move |words| {
                Self::all().get(place).map(|choice| choice.name(words).to_owned()).unwrap_or_default()
            });
            SelectValue { value: choice.word(), text, sign, edge }
        };
        Self::all().into_iter().map(value).collect()
    }
}

impl Choice for Certainty {
    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Believed => "believed",
            Self::Unknown => "unknown",
        }
    }

    fn name(self, words: &Messages) -> &str {
        match self {
            Self::Known => words.reflection_certainty_known(),
            Self::Believed => words.reflection_certainty_believed(),
            Self::Unknown => words.reflection_certainty_unknown(),
        }
    }

    fn mark(self) -> (Icon, Edge) {
        match self {
            Self::Known => (Icon::Known, Edge::Filled),
            Self::Believed => (Icon::Assumed, Edge::Dashed),
            Self::Unknown => (Icon::Unknown, Edge::Dotted),
        }
    }
}

impl Choice for HowWeKnow {
    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Observed => "observed",
            Self::Assumed => "assumed",
            Self::Unknown => "unknown",
        }
    }

    fn name(self, words: &Messages) -> &str {
        match self {
            Self::Said => words.reflection_how_said(),
            Self::Observed => words.reflection_how_observed(),
            Self::Assumed => words.reflection_how_assumed(),
            Self::Unknown => words.reflection_how_unknown(),
        }
    }

    fn mark(self) -> (Icon, Edge) {
        match self {
            Self::Said => (Icon::Said, Edge::Filled),
            Self::Observed => (Icon::Observed, Edge::Solid),
            Self::Assumed => (Icon::Assumed, Edge::Dashed),
            Self::Unknown => (Icon::Unknown, Edge::Dotted),
        }
    }
}

impl Choice for Option<FactSource> {
    fn all() -> Vec<Self> {
        FactSource::ALL.into_iter().map(Some).chain([None]).collect()
    }

    fn word(self) -> &'static str {
        match self {
            Some(FactSource::Observed) => "observed",
            Some(FactSource::Said) => "said",
            Some(FactSource::Record) => "record",
            Some(FactSource::Professional) => "professional",
            Some(FactSource::Experience) => "experience",
            Some(FactSource::ServiceUser) => "service-user",
            None => "none",
        }
    }

    fn name(self, words: &Messages) -> &str {
        match self {
            Some(source) => crate::features::reflection::referat::source_name(source, words),
            None => words.reflection_source_none(),
        }
    }

    fn mark(self) -> (Icon, Edge) {
        let sign = match self {
            Some(FactSource::Observed) => Icon::Observed,
            Some(FactSource::Said) => Icon::Said,
            Some(FactSource::Record) => Icon::Note,
            Some(FactSource::Professional) => Icon::Book,
            Some(FactSource::Experience) => Icon::Group,
            Some(FactSource::ServiceUser) => Icon::Person,
            None => Icon::Unknown,
        };
        (sign, if self.is_some() { Edge::Solid } else { Edge::Dotted })
    }
}

impl Choice for Heard {
    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Asked => "asked",
            Self::NotHeard => "not-heard",
        }
    }

    fn name(self, words: &Messages) -> &str {
        crate::features::reflection::referat::heard_name(self, words)
    }

    fn mark(self) -> (Icon, Edge) {
        match self {
            Self::Here => (Icon::Person, Edge::Filled),
            Self::Asked => (Icon::Voice, Edge::Solid),
            Self::NotHeard => (Icon::Hidden, Edge::Dotted),
        }
    }
}

/// The answers of a question as chips, one of which can be chosen. `question` is the same for no other question in
/// the page.
pub(super) fn one_of<T: Copy + PartialEq + Send + Sync + 'static>(
    question: &str,
    all: impl IntoIterator<Item = T>,
    named: fn(T, &Messages) -> &str,
    chosen: Signal<Option<T>>,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
    words: Words,
) -> Vec<AnyView> {
    let chip = |one: T| {
        view! {
            <RadioChip name=question.to_owned() text=words.made(move |words| named(one, words).to_owned())
                chosen=Signal::derive(move || chosen.get() == Some(one)) on_choose=move |()| choose(one)/>
        }
        .into_any()
    };
    all.into_iter().map(chip).collect()
}

/// The name of a kind of question.
pub(super) fn sort_name(sort: QuestionSort, words: &Messages) -> &str {
    match sort {
        QuestionSort::Values => words.reflection_sort_values(),
        QuestionSort::Professional => words.reflection_sort_professional(),
        QuestionSort::Legal => words.reflection_sort_legal(),
        QuestionSort::Resources => words.reflection_sort_resources(),
        QuestionSort::Several => words.reflection_sort_several(),
    }
}

/// The name of a kind of situation, and the line under it.
pub(super) fn situation_words(situation: Situation, words: &Messages) -> (&str, &str) {
    match situation {
        Situation::Difficult => {
            (words.reflection_situation_difficult(), words.reflection_situation_difficult_hint())
        }
        Situation::Unusual => {
            (words.reflection_situation_unusual(), words.reflection_situation_unusual_hint())
        }
        Situation::Joyful => (words.reflection_situation_joyful(), words.reflection_situation_joyful_hint()),
    }
}

/// The name of an answer to «Skal dette meldes?»
pub(super) fn answer_text(answer: ReportAnswer, words: Words) -> Signal<String> {
    words.made(move |words| crate::features::reflection::referat::report_answer(answer, words).to_owned())
}
