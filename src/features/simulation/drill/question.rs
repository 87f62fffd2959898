//! Which readings a drill asks about. Pure.

use super::Drill;
use super::round::Asked;
pub use crate::clinical::borders::Question;
use crate::clinical::borders::{of_mews, of_news2};
use crate::clinical::{Parameter, Points, Scale};

impl Asked for Question {
    type Answer = Points;

    fn id(&self) -> &str {
        Self::id(self)
    }

    fn right(&self) -> Points {
        Self::right(self)
    }
}

/// Everything that a drill asks; nothing for the drills of ISBAR, whose questions are content.
#[must_use]
pub fn questions(drill: Drill) -> Vec<Question> {
    let news2 = |parameter| of_news2(parameter, Scale::One);
    match drill {
        Drill::News2 => {
            let parts = Drill::ALL.into_iter().filter(|part| {
                !matches!(part, Drill::News2 | Drill::Mews | Drill::IsbarSort | Drill::IsbarOrder)
            });
            parts.flat_map(questions).collect()
        }
        Drill::Rf => news2(Parameter::Rf),
        Drill::SpO2One => news2(Parameter::Spo2),
        Drill::SpO2Two => of_news2(Parameter::Spo2, Scale::Two),
        Drill::Sbp => news2(Parameter::Sbp),
        Drill::Pulse => news2(Parameter::Pulse),
        Drill::Temp => news2(Parameter::Temp),
        Drill::AcvpuOxygen => {
            let mut all = news2(Parameter::Acvpu);
            all.extend(news2(Parameter::Oxygen));
            all
        }
        Drill::Mews => of_mews(),
        Drill::IsbarSort | Drill::IsbarOrder => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(drill: Drill) -> Vec<String> {
        questions(drill).iter().map(|question| question.id().to_owned()).collect()
    }

    #[test]
    fn both_sides_of_every_border_are_asked_about_and_nothing_else() {
        let values = |drill| -> Vec<i32> { questions(drill).iter().map(|question| question.value).collect() };
        assert_eq!(values(Drill::Rf), [8, 9, 11, 12, 20, 21, 24, 25]);
        assert_eq!(values(Drill::SpO2One), [91, 92, 93, 94, 95, 96]);
        assert_eq!(values(Drill::Sbp), [90, 91, 100, 101, 110, 111, 219, 220]);
        assert_eq!(values(Drill::Pulse), [40, 41, 50, 51, 90, 91, 110, 111, 130, 131]);
        assert_eq!(values(Drill::Temp), [350, 351, 360, 361, 380, 381, 390, 391]);
        let (air, oxygen): (Vec<_>, Vec<_>) =
            questions(Drill::SpO2Two).into_iter().partition(|question| question.id().contains("air"));
        let values = |all: &[Question]| all.iter().map(|question| question.value).collect::<Vec<_>>();
        assert_eq!(values(&air), [83, 84, 85, 86, 87, 88, 93, 94, 95, 96, 97]);
        assert_eq!(values(&oxygen), [83, 84, 85, 86, 87, 88, 92, 93, 94, 95, 96, 97]);
        assert_eq!(ids(Drill::AcvpuOxygen).len(), 7);
        assert_eq!(ids(Drill::Mews).len(), 8 + 8 + 10 + 4 + 4);
    }

    #[test]
    fn all_mixed_holds_every_other_one_of_news2_and_no_id_is_there_twice() {
        let mixed = ids(Drill::News2);
        let all: BTreeSet<&String> = mixed.iter().collect();
        assert_eq!((mixed.len(), all.len()), (8 + 6 + 23 + 8 + 10 + 8 + 7, 70));
        assert!(mixed.contains(&"news2.spo2-2-oxygen.93".to_owned()));
        assert!(
            mixed.contains(&"news2.acvpu.c".to_owned()) && mixed.contains(&"news2.oxygen.air".to_owned())
        );
    }
}
