//! A theme comes back in another shape: another card, another dilemma, another question to talk about.

use std::fmt;

use crate::ethics::{CardId, CaseId, LessonId};

/// The shape in which a theme can be met.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// A reflection card.
    Card(CardId),
    /// A dilemma of the library.
    Case(CaseId),
    /// The question to talk about that a lesson ends with.
    Talk(LessonId),
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(id) => write!(f, "card.{id}"),
            Self::Case(id) => write!(f, "case.{id}"),
            Self::Talk(id) => write!(f, "talk.{id}"),
        }
    }
}

/// The shape that comes next: one that was not met, else the one that was met longest ago. Which of those that were
/// not met comes first depends on the words alone, so that it is the same on every device.
pub(super) fn next<'v>(theme: &str, all: &'v [Variant], met: &[String]) -> Option<&'v Variant> {
    let last_met = |variant: &Variant| {
        let written = variant.to_string();
        met.iter().rposition(|one| *one == written)
    };
    all.iter().min_by_key(|variant| (last_met(variant), turn(theme, variant), *variant))
}

fn turn(theme: &str, variant: &Variant) -> u64 {
    let text = format!("{theme}/{variant}");
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_shape_comes_before_any_comes_again_and_never_the_same_twice_in_a_row(count in 1_usize..9, theme in "[a-z]{1,9}") {
            let all: Vec<Variant> = (0..count).map(|n| Variant::Card(format!("card-{n}").into())).collect();
            let mut met: Vec<String> = Vec::new();
            for _ in 0..count * 3 {
                let next = next(&theme, &all, &met).unwrap().to_string();
                let recent = met.iter().rev().take(count - 1);
                prop_assert!(recent.into_iter().all(|one| *one != next), "{next} in {met:?}");
                met.push(next);
            }
        }
    }

    #[test]
    fn a_theme_without_a_shape_has_none() {
        assert_eq!(next("theme.a", &[], &[]), None);
    }
}
