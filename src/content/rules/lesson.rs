//! Rules for lessons: read before one is asked, something right and something wrong to choose, every moment of a case
//! reached, points of NEWS2 by the table, and a reason at every option.

mod words;

use std::collections::BTreeSet;

use super::Examination;
use super::course::{Authored, Place};
use super::finding::{LessonProblem, Problem};
use super::writing::sections_listed;
use crate::content::lesson::{
    Branching, Figure, FigureKind, Lesson, LessonWords, Number, Screen, Series, Several, Sort,
};
use crate::ethics::{LawId, TermId, ValueId};

/// How long a lesson takes, in minutes.
const MINUTES: (usize, usize) = (3, 5);
/// The fewest and the most pages.
const PAGES: (usize, usize) = (5, 7);
/// The fewest and the most check questions.
const QUESTIONS: (usize, usize) = (4, 8);
/// The fewest and the most kinds of check question; there are seven.
const KINDS: (usize, usize) = (3, 7);
/// The most questions without a page between them.
const IN_A_ROW: usize = 2;

impl Examination<'_> {
    pub(super) fn lesson(&mut self, item: &Authored<Lesson, LessonWords>) {
        let Authored { neutral, place, words } = item;
        self.people.clone_from(&neutral.people);
        // The day when a law came into force is public.
        self.days = neutral.laws.iter().filter_map(|law| self.changed.get(law.as_str())).copied().collect();
        // A lesson names sections by its own sources too.
        let everywhere = self.sections.clone();
        if !everywhere.is_empty() {
            let sources = neutral.metadata.sources.iter();
            self.sections.extend(sources.flat_map(|source| sections_listed(&source.place)));
        }
        self.item(item, &neutral.metadata);
        self.sections = everywhere;
        self.people.clear();
        self.days.clear();
        self.lesson_tags(neutral, place);
        self.lesson_shape(neutral, place);
        for screen in &neutral.screens {
            self.screen(place, screen);
        }
        for (language, words) in words {
            self.lesson_words(item, *language, words);
        }
        self.lessons_alike(item);
    }

    fn lesson_tags(&mut self, lesson: &Lesson, place: &Place) {
        self.count(place, "minutes", "minutes", usize::from(lesson.minutes), MINUTES);
        self.tagged(place, "themes", &self.tags.themes.clone(), &lesson.themes);
        self.count(place, "themes", "themes", lesson.themes.len(), (1, 4));
        let values: Vec<&str> = lesson.values.iter().map(ValueId::as_str).collect();
        self.unique(place, "values", &values);
        self.count(place, "values", "values", values.len(), (0, 4));
        self.known(place, "values", &self.values.clone(), &values);
        let laws: Vec<&str> = lesson.laws.iter().map(LawId::as_str).collect();
        self.unique(place, "laws", &laws);
        self.known(place, "laws", &self.laws.clone(), &laws);
        let terms: Vec<&str> = lesson.terms.iter().map(TermId::as_str).collect();
        self.unique(place, "terms", &terms);
        self.count(place, "terms", "terms", terms.len(), (2, 6));
        self.known(place, "terms", &self.terms.clone(), &terms);
    }

    /// How many of what, and in which order.
    fn lesson_shape(&mut self, lesson: &Lesson, place: &Place) {
        let ids: Vec<&str> = lesson.screens.iter().map(Screen::id).collect();
        self.unique(place, "screens", &ids);
        let how_many = |wanted: fn(&Screen) -> bool| lesson.screens.iter().filter(|one| wanted(one)).count();
        let pages = how_many(is_page);
        self.count(place, "screens", "pages", pages, PAGES);
        self.count(place, "screens", "check questions", how_many(Screen::is_question), QUESTIONS);
        let kinds: BTreeSet<&str> = lesson.questions().map(Screen::kind).collect();
        self.count(place, "screens", "kinds of check question", kinds.len(), KINDS);
        let figures = how_many(|screen| figure_of(screen).is_some());
        self.count(place, "screens", "figures", figures, (1, pages.max(1)));
        let value_questions = how_many(|screen| matches!(screen, Screen::Standpoint(_)));
        let needed = match lesson.series {
            Series::Standard | Series::Facilitator => (1, 1),
            Series::Observation => (0, 1),
        };
        self.count(place, "screens", "value questions", value_questions, needed);
        if lesson.screens.first().is_some_and(|first| !is_page(first)) {
            self.neutral(place, "screens", LessonProblem::NoPageFirst.into());
        }
        let mut in_a_row = 0;
        for screen in &lesson.screens {
            in_a_row = if is_page(screen) { 0 } else { in_a_row + 1 };
            if in_a_row == IN_A_ROW + 1 {
                let field = format!("screens.{}", screen.id());
                self.neutral(place, &field, LessonProblem::QuestionsInARow { most: IN_A_ROW }.into());
            }
        }
    }

    fn screen(&mut self, place: &Place, screen: &Screen) {
        let field = format!("screens.{}", screen.id());
        let parts = screen.parts();
        if !is_page(screen) {
            self.unique(place, &field, &parts);
        }
        let mut many = |what, most| self.count(place, &field, what, parts.len(), most);
        match screen {
            Screen::Page(page) => {
                if let Some(figure) = &page.figure {
                    self.figure(place, &field, figure);
                }
            }
            Screen::Single(single) => {
                many("options", (3, 4));
                self.part_of(place, &format!("{field}.right"), &parts, &single.right);
            }
            Screen::Several(several) => {
                many("options", (4, 6));
                self.several(place, &field, several);
            }
            Screen::Order(_) => many("items", (3, 6)),
            Screen::Match(_) => many("pairs", (3, 5)),
            Screen::Sort(sort) => {
                many("items", (4, 7));
                self.sort(place, &field, sort);
            }
            Screen::Number(number) => self.number(place, &field, number),
            Screen::Case(case) => {
                many("moments", (2, 4));
                self.branching(place, &field, case);
            }
            Screen::Standpoint(_) => many("positions", (2, 4)),
        }
    }

    fn figure(&mut self, place: &Place, field: &str, figure: &Figure) {
        let field = format!("{field}.figure");
        let parts: Vec<&str> = figure.parts.iter().map(String::as_str).collect();
        self.unique(place, &format!("{field}.parts"), &parts);
        self.count(place, &format!("{field}.parts"), "parts", parts.len(), figure.kind.parts());
        if figure.measure.is_some() != (figure.kind == FigureKind::Bands) {
            self.neutral(place, &format!("{field}.measure"), LessonProblem::FigureMeasure.into());
        }
    }

    fn several(&mut self, place: &Place, field: &str, several: &Several) {
        let field = format!("{field}.right");
        let options: Vec<&str> = several.options.iter().map(String::as_str).collect();
        let right: Vec<&str> = several.right.iter().map(String::as_str).collect();
        self.unique(place, &field, &right);
        for one in &right {
            self.part_of(place, &field, &options, one);
        }
        let most = options.len().saturating_sub(1);
        self.count(place, &field, "right options", right.len(), (2, most));
    }

    fn sort(&mut self, place: &Place, field: &str, sort: &Sort) {
        let field = format!("{field}.bins");
        let bins: Vec<&str> = sort.bins.iter().map(String::as_str).collect();
        self.unique(place, &field, &bins);
        self.count(place, &field, "bins", bins.len(), (2, 3));
        for item in &sort.items {
            self.part_of(place, &format!("{field}.{}", item.id), &bins, &item.bin);
        }
        for bin in bins.iter().filter(|bin| !sort.items.iter().any(|item| item.bin == **bin)) {
            self.neutral(place, &field, LessonProblem::EmptyBin((*bin).to_owned()).into());
        }
    }

    fn number(&mut self, place: &Place, field: &str, number: &Number) {
        let Number { min, max, right, news2, .. } = number;
        if min >= max || !(min..=max).contains(&right) {
            let problem = LessonProblem::OutsideScale { right: *right, min: *min, max: *max }.into();
            self.neutral(place, &format!("{field}.right"), problem);
        }
        let Some(scored) = news2 else { return };
        let field = format!("{field}.news2");
        if scored.parameters().is_empty() {
            self.neutral(place, &field, Problem::Empty);
            return;
        }
        match scored.points() {
            Ok(points) if i32::from(points) == *right => {}
            Ok(points) => {
                self.neutral(place, &field, LessonProblem::OtherPoints { right: *right, points }.into())
            }
            Err(found) => {
                let (least, most) = (found.least, found.most);
                self.neutral(
                    place,
                    &field,
                    Problem::OutOfBounds { found: found.what.to_owned(), least, most },
                );
            }
        }
    }

    /// Every moment is reached and has a good choice, and none leads back.
    fn branching(&mut self, place: &Place, field: &str, case: &Branching) {
        let ids: Vec<&str> = case.moments.iter().map(|moment| moment.id.as_str()).collect();
        for (at, moment) in case.moments.iter().enumerate() {
            let field = format!("{field}.{}", moment.id);
            let choices: Vec<&str> = moment.choices.iter().map(|choice| choice.id.as_str()).collect();
            self.unique(place, &field, &choices);
            self.count(place, &field, "choices", choices.len(), (2, 3));
            if !moment.choices.iter().any(|choice| choice.good) {
                self.neutral(place, &field, LessonProblem::NoGoodChoice.into());
            }
            for choice in &moment.choices {
                let Some(to) = choice.to.as_deref() else { continue };
                let field = format!("{field}.{}.to", choice.id);
                self.part_of(place, &field, &ids, to);
                if ids.iter().position(|id| *id == to).is_some_and(|there| there <= at) {
                    self.neutral(place, &field, LessonProblem::LeadsBack(to.to_owned()).into());
                }
            }
        }
        let reached = case.reached();
        for id in ids.iter().filter(|id| !reached.contains(**id)) {
            self.neutral(place, field, Problem::NeverReached(format!("the moment `{id}`")));
        }
    }

    fn part_of(&mut self, place: &Place, field: &str, parts: &[&str], id: &str) {
        if !parts.contains(&id) {
            self.neutral(place, field, LessonProblem::UnknownPart(id.to_owned()).into());
        }
    }
}

fn is_page(screen: &Screen) -> bool {
    matches!(screen, Screen::Page(_))
}

fn figure_of(screen: &Screen) -> Option<&Figure> {
    match screen {
        Screen::Page(page) => page.figure.as_ref(),
        Screen::Single(_)
        | Screen::Several(_)
        | Screen::Order(_)
        | Screen::Match(_)
        | Screen::Sort(_)
        | Screen::Number(_)
        | Screen::Case(_)
        | Screen::Standpoint(_) => None,
    }
}
