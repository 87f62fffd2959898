//! Lessons: pages that one reads, questions that one answers, and what a group can go on with.
//!
//! A lesson grades nobody. Each question says at every option why, so that whoever was wrong learns as much as
//! whoever was right; a [`Standpoint`] has no right option at all.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::clinical::{self, Acvpu, Fixed, Impossible, News2, Parameter, Scale, Tenths, Vitals};
use crate::ethics::{LawId, LessonId, TermId, ValueId};

macro_rules! data {
    ($($derive:ident)*; $(#[$doc:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, $($derive,)* Serialize, Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
    };
    ($($derive:ident)*; $(#[$doc:meta])* pub enum $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, $($derive,)* Serialize, Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($body)* }
    };
}

mod words;

pub use words::{
    FigureWords, LessonOpening, LessonWords, MomentWords, NumberReasons, PairWords, Reasoned, ScreenWords,
};

data! {;
    /// The language-neutral part of a lesson. In `content/lessons/<id>/lesson.toml` each screen says its `kind`.
    pub struct Lesson {
        /// Its stable id, the name of its folder.
        pub id: LessonId,
        /// The row of lessons that it belongs to.
        pub series: Series,
        /// How long it takes, in minutes: 3 to 5.
        pub minutes: u8,
        /// What it is about: one to four known tags.
        pub themes: Vec<String>,
        /// Values that it speaks of.
        pub values: Vec<ValueId>,
        /// Law cards that it speaks of.
        pub laws: Vec<LawId>,
        /// Terms of the glossary that its words use, two to six.
        pub terms: Vec<TermId>,
        /// Names that may stand in the words: made-up first names, and those who are named as the origin of a
        /// method, such as an author of a model.
        pub people: Vec<String>,
        /// What one sees, in this order.
        pub screens: Vec<Screen>,
        /// Source, date and review.
        pub metadata: Metadata,
    }
}

data! { Copy PartialOrd Ord Hash;
    /// A row of lessons.
    pub enum Series {
        /// What everybody in the service meets.
        Standard,
        /// To see, measure and tell how somebody is.
        Observation,
        /// For whoever leads a reflection.
        Facilitator,
    }
}

impl Series {
    /// Every row, in the order in which a reader meets them.
    pub const ALL: [Self; 3] = [Self::Standard, Self::Observation, Self::Facilitator];
}

data! {;
    /// One screen of a lesson. Where the kind has an order in it, that order is the right one; shown, it is shuffled.
    pub enum Screen {
        /// Something to read.
        Page(Page),
        /// One right option.
        Single(Single),
        /// Two or more right options, and one or more that are not.
        Several(Several),
        /// Things to put in order.
        Order(Order),
        /// Two halves to bring together.
        Match(Match),
        /// Things to sort into bins.
        Sort(Sort),
        /// A number on a scale.
        Number(Number),
        /// A short case that goes on by what one chooses.
        Case(Branching),
        /// A value question: positions, none of them right.
        Standpoint(Standpoint),
    }
}

impl Screen {
    /// Its id, unique in the lesson. What is remembered of a question lies under the lesson and this.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Page(screen) => &screen.id,
            Self::Single(screen) => &screen.id,
            Self::Several(screen) => &screen.id,
            Self::Order(screen) => &screen.id,
            Self::Match(screen) => &screen.id,
            Self::Sort(screen) => &screen.id,
            Self::Number(screen) => &screen.id,
            Self::Case(screen) => &screen.id,
            Self::Standpoint(screen) => &screen.id,
        }
    }

    /// How its kind is written in data.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Page(_) => "page",
            Self::Single(_) => "single",
            Self::Several(_) => "several",
            Self::Order(_) => "order",
            Self::Match(_) => "match",
            Self::Sort(_) => "sort",
            Self::Number(_) => "number",
            Self::Case(_) => "case",
            Self::Standpoint(_) => "standpoint",
        }
    }

    /// Whether it checks what was read: neither a page, which asks nothing, nor a value question, which has no
    /// answer.
    #[must_use]
    pub const fn is_question(&self) -> bool {
        match self {
            Self::Page(_) | Self::Standpoint(_) => false,
            Self::Single(_)
            | Self::Several(_)
            | Self::Order(_)
            | Self::Match(_)
            | Self::Sort(_)
            | Self::Number(_)
            | Self::Case(_) => true,
        }
    }

    /// The ids of what one reads, chooses, puts in order, brings together or sorts: the parts of the figure, the
    /// options, items, pairs or positions, the moments of a case. None for a number.
    #[must_use]
    pub fn parts(&self) -> Vec<&str> {
        match self {
            Self::Page(page) => page.figure.as_ref().map_or_else(Vec::new, |figure| texts(&figure.parts)),
            Self::Single(single) => texts(&single.options),
            Self::Several(several) => texts(&several.options),
            Self::Order(order) => texts(&order.items),
            Self::Match(pairs) => texts(&pairs.pairs),
            Self::Sort(sort) => sort.items.iter().map(|item| item.id.as_str()).collect(),
            Self::Number(_) => Vec::new(),
            Self::Case(case) => case.moments.iter().map(|moment| moment.id.as_str()).collect(),
            Self::Standpoint(standpoint) => texts(&standpoint.positions),
        }
    }
}

fn texts(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

impl Lesson {
    /// The check questions, in their order.
    pub fn questions(&self) -> impl Iterator<Item = &Screen> {
        self.screens.iter().filter(|screen| screen.is_question())
    }
}

data! {;
    /// Something to read.
    pub struct Page {
        /// Its id, unique in the lesson.
        pub id: String,
        /// What is drawn beside it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub figure: Option<Figure>,
    }
}

data! {;
    /// A figure; its words stand beside it, so that nobody needs to see it.
    pub struct Figure {
        /// What it is like.
        pub kind: FigureKind,
        /// Its parts, in order; none where it has a measure.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub parts: Vec<String>,
        /// The measure whose bands are shown; only for [`FigureKind::Bands`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub measure: Option<BandsOf>,
    }
}

data! { Copy Hash;
    /// What a figure is like.
    pub enum FigureKind {
        /// Two to six steps from below up: first this, then that.
        Ladder,
        /// Two sides that weigh against each other.
        Balance,
        /// Two to four rings, the innermost first.
        Rings,
        /// First the situation, then two or three ways from it.
        Fork,
        /// Four to six letters, each with what it stands for.
        Letters,
        /// Three to six points in time.
        Line,
        /// The bands of NEWS2 of one measure, from the table of the app.
        Bands,
    }
}

impl FigureKind {
    /// The fewest and the most parts.
    #[must_use]
    pub const fn parts(self) -> (usize, usize) {
        match self {
            Self::Ladder => (2, 6),
            Self::Balance => (2, 2),
            Self::Rings => (2, 4),
            Self::Fork => (3, 4),
            Self::Letters => (4, 6),
            Self::Line => (3, 6),
            Self::Bands => (0, 0),
        }
    }
}

data! { Copy Hash;
    /// The measure whose bands a figure shows.
    pub enum BandsOf {
        /// Respirations a minute.
        Rf,
        /// Oxygen saturation, first scale.
        Spo2,
        /// Oxygen saturation, second scale.
        #[serde(rename = "spo2-2")]
        Spo2Second,
        /// Systolic blood pressure.
        Sbp,
        /// Heart beats a minute.
        Pulse,
        /// Temperature.
        Temp,
    }
}

impl BandsOf {
    /// The parameter and the scale by which [`News2::table`] is asked.
    #[must_use]
    pub const fn parameter(self) -> (Parameter, Scale) {
        match self {
            Self::Rf => (Parameter::Rf, Scale::One),
            Self::Spo2 => (Parameter::Spo2, Scale::One),
            Self::Spo2Second => (Parameter::Spo2, Scale::Two),
            Self::Sbp => (Parameter::Sbp, Scale::One),
            Self::Pulse => (Parameter::Pulse, Scale::One),
            Self::Temp => (Parameter::Temp, Scale::One),
        }
    }
}

data! {;
    /// A question with one right option.
    pub struct Single {
        /// Its id, unique in the lesson.
        pub id: String,
        /// Three or four options.
        pub options: Vec<String>,
        /// The right one.
        pub right: String,
    }
}

data! {;
    /// A question with two or more right options, and one or more that are not.
    pub struct Several {
        /// Its id, unique in the lesson.
        pub id: String,
        /// Four to six options.
        pub options: Vec<String>,
        /// The right ones.
        pub right: Vec<String>,
    }
}

data! {;
    /// Things to put in order.
    pub struct Order {
        /// Its id, unique in the lesson.
        pub id: String,
        /// Three to six, in the right order.
        pub items: Vec<String>,
    }
}

data! {;
    /// Two halves to bring together.
    pub struct Match {
        /// Its id, unique in the lesson.
        pub id: String,
        /// Three to five pairs.
        pub pairs: Vec<String>,
    }
}

data! {;
    /// Things to sort into bins.
    pub struct Sort {
        /// Its id, unique in the lesson.
        pub id: String,
        /// Two or three bins, in the order in which they stand.
        pub bins: Vec<String>,
        /// Four to seven things; every bin gets something.
        pub items: Vec<SortItem>,
    }
}

data! {;
    /// Something to sort.
    pub struct SortItem {
        /// Its id, unique in the question.
        pub id: String,
        /// The bin where it belongs.
        pub bin: String,
    }
}

data! {;
    /// A number on a scale, in steps of one.
    pub struct Number {
        /// Its id, unique in the lesson.
        pub id: String,
        /// The least that can be chosen.
        pub min: i32,
        /// The most.
        pub max: i32,
        /// The right one.
        pub right: i32,
        /// The values whose points of NEWS2 are asked for. The right number is then the table's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub news2: Option<Scored>,
    }
}

data! { Default;
    /// Some values of a made-up person, for practice; what is left out is not scored.
    pub struct Scored {
        /// Respirations a minute.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub rf: Option<i32>,
        /// Oxygen saturation, per cent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub spo2: Option<i32>,
        /// The scale of the saturation; the first where none is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub scale: Option<Scale>,
        /// Whether the person gets oxygen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub oxygen: Option<bool>,
        /// Systolic blood pressure, mmHg.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sbp: Option<i32>,
        /// Heart beats a minute.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub pulse: Option<i32>,
        /// How awake.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub acvpu: Option<Acvpu>,
        /// Temperature, °C, in steps of a tenth.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub temp: Option<Fixed>,
    }
}

impl Scored {
    /// The parameters that are scored, in the order of the chart.
    #[must_use]
    pub fn parameters(&self) -> Vec<Parameter> {
        let is_there = |parameter: &Parameter| match parameter {
            Parameter::Rf => self.rf.is_some(),
            Parameter::Spo2 => self.spo2.is_some(),
            Parameter::Oxygen => self.oxygen.is_some(),
            Parameter::Sbp => self.sbp.is_some(),
            Parameter::Pulse => self.pulse.is_some(),
            Parameter::Acvpu => self.acvpu.is_some(),
            Parameter::Temp => self.temp.is_some(),
        };
        Parameter::ALL.into_iter().filter(is_there).collect()
    }

    /// What the values give together by the table of [`clinical`].
    ///
    /// # Errors
    /// [`Impossible`] where no person can have one of them.
    pub fn points(&self) -> Result<clinical::Points, Impossible> {
        // Where nothing is said, what gives no points; it is not counted either way.
        let numbers = (
            self.rf.unwrap_or(16),
            self.spo2.unwrap_or(97),
            self.sbp.unwrap_or(120),
            self.pulse.unwrap_or(70),
            Tenths(self.temp.map_or(370, Fixed::tenths)),
        );
        let vitals = Vitals::new(
            numbers,
            self.acvpu.unwrap_or_default(),
            self.scale.unwrap_or_default(),
            self.oxygen.unwrap_or_default(),
        )?;
        Ok(self.parameters().into_iter().map(|parameter| News2::points_of(parameter, &vitals)).sum())
    }
}

data! {;
    /// A short case that goes on by what one chooses. It begins at its first moment and never comes back to one.
    pub struct Branching {
        /// Its id, unique in the lesson.
        pub id: String,
        /// Two to four moments.
        pub moments: Vec<Moment>,
    }
}

impl Branching {
    /// The moments that can be reached from the first, itself among them.
    #[must_use]
    pub fn reached(&self) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&str> = self.moments.first().map(|first| first.id.as_str()).into_iter().collect();
        while let Some(id) = next.pop() {
            if reached.insert(id) {
                let moments = self.moments.iter().filter(|moment| moment.id == id);
                let choices = moments.flat_map(|moment| &moment.choices);
                next.extend(choices.filter_map(|choice| choice.to.as_deref()));
            }
        }
        reached
    }
}

data! {;
    /// A moment of a case: something happens, and one chooses.
    pub struct Moment {
        /// Its id, unique in the case.
        pub id: String,
        /// Two or three choices.
        pub choices: Vec<MomentChoice>,
    }
}

data! {;
    /// What one can do at a moment.
    pub struct MomentChoice {
        /// Its id, unique at the moment.
        pub id: String,
        /// Whether it is a good one.
        #[serde(default)]
        pub good: bool,
        /// The moment that follows; without one the case ends.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub to: Option<String>,
    }
}

data! {;
    /// A value question. No position is right, and what one chooses is nobody's business.
    pub struct Standpoint {
        /// Its id, unique in the lesson.
        pub id: String,
        /// Two to four positions.
        pub positions: Vec<String>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_gives_no_points() {
        let table = [
            (Scored::default(), 0),
            (Scored { rf: Some(22), ..Scored::default() }, 2),
            (Scored { oxygen: Some(true), acvpu: Some(Acvpu::C), ..Scored::default() }, 5),
            (Scored { oxygen: Some(false), sbp: Some(90), ..Scored::default() }, 3),
            (Scored { spo2: Some(97), ..Scored::default() }, 0),
            (Scored { spo2: Some(97), scale: Some(Scale::Two), ..Scored::default() }, 0),
            (Scored { spo2: Some(97), scale: Some(Scale::Two), oxygen: Some(true), ..Scored::default() }, 5),
            (Scored { temp: Some(Fixed::thousandths(39_100)), pulse: Some(91), ..Scored::default() }, 3),
        ];
        for (scored, points) in table {
            assert_eq!(scored.points(), Ok(points), "{scored:?}");
        }
        assert_eq!(Scored { rf: Some(200), ..Scored::default() }.points().unwrap_err().what, "rf");
    }

    #[test]
    fn a_case_is_walked_through_once_even_where_it_leads_back() {
        let moment = |id: &str, to: &[&str]| Moment {
            id: id.to_owned(),
            choices: to
                .iter()
                .map(|to| MomentChoice { id: (*to).to_owned(), good: true, to: Some((*to).to_owned()) })
                .collect(),
        };
        let moments = vec![moment("a", &["b"]), moment("b", &["a", "nowhere"]), moment("c", &[])];
        let case = Branching { id: "case".to_owned(), moments };
        assert_eq!(case.reached(), BTreeSet::from(["a", "b", "nowhere"]));
    }
}
