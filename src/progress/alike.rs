//! «Lignende saker»: what two cases have in common, by value, party, setting and theme. Pure.

use serde::{Deserialize, Serialize};

use crate::order::ordered;

/// What a case is found again by.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Traits {
    /// The values: the id of one of the library's, the words of another.
    pub values: Vec<String>,
    /// The roles of those affected, the patient's own left out: there is always a patient.
    pub parties: Vec<String>,
    /// Where it happens: the id of a setting.
    pub setting: Option<String>,
    /// What it is about: ids of themes.
    pub themes: Vec<String>,
}

/// What a case has in common with another, in the words of the first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Common {
    /// Values, as in [`Traits::values`].
    pub values: Vec<String>,
    /// Roles.
    pub parties: Vec<String>,
    /// The setting.
    pub setting: Option<String>,
    /// Themes.
    pub themes: Vec<String>,
}

/// What something in common counts. A theme says most of what a case is about, a setting least: half of all cases
/// happen there. Our own judgement, tried on the library's dilemmas.
const THEME: usize = 3;
const VALUE: usize = 2;
const PARTY: usize = 2;
const SETTING: usize = 1;

/// What two must have in common to be called alike: more than one value, or than a theme alone.
const ENOUGH: usize = 4;
/// And how much of what the most alike has: beside a case that is much alike, one that is a little alike is none.
const OF_THE_MOST: usize = 2;

impl Traits {
    /// What this case has in common with another.
    #[must_use]
    pub fn in_common(&self, other: &Self) -> Common {
        let shared = |mine: &[String], others: &[String], same: fn(&str, &str) -> bool| {
            let mut found: Vec<String> = Vec::new();
            for one in mine {
                let has = others.iter().any(|other| same(one, other));
                if has && !found.iter().any(|before| same(before, one)) {
                    found.push(one.clone());
                }
            }
            found
        };
        Common {
            values: shared(&self.values, &other.values, same_words),
            parties: shared(&self.parties, &other.parties, same_role),
            setting: self.setting.clone().filter(|setting| other.setting.as_ref() == Some(setting)),
            themes: shared(&self.themes, &other.themes, same_words),
        }
    }
}

impl Common {
    /// How much it is.
    #[must_use]
    pub fn weight(&self) -> usize {
        THEME * self.themes.len()
            + VALUE * self.values.len()
            + PARTY * self.parties.len()
            + SETTING * usize::from(self.setting.is_some())
    }
}

/// The cases that are alike, with what they have in common, the most alike first and `most` of them at most. Those
/// that have as much in common stay in their order.
#[must_use]
pub fn alike<T>(
    mine: &Traits,
    others: impl IntoIterator<Item = (T, Traits)>,
    most: usize,
) -> Vec<(T, Common)> {
    let found = others.into_iter().map(|(one, traits)| (one, mine.in_common(&traits)));
    let found: Vec<_> = found.filter(|(_, common)| common.weight() >= ENOUGH).collect();
    let mut found = ordered(found, |(_, one), (_, other)| other.weight().cmp(&one.weight()));
    let least = found.first().map_or(0, |(_, common)| common.weight().div_ceil(OF_THE_MOST));
    found.retain(|(_, common)| common.weight() >= least);
    found.truncate(most);
    found
}

fn same_words(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// How short a role may be and still have another ending, characters.
const STEM: usize = 4;
/// How long an ending may be: «datter», «datteren»; «lege», «legen»; «nattevakt», «nattevakta».
const ENDING: usize = 3;

/// Whether two name the same role: in the same words, or with another ending.
fn same_role(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim().to_lowercase(), other.trim().to_lowercase());
    let (short, long) =
        if one.chars().count() <= other.chars().count() { (one, other) } else { (other, one) };
    let ending = long.strip_prefix(short.as_str());
    ending.is_some_and(|ending| {
        ending.is_empty()
            || (short.chars().count() >= STEM
                && ending.chars().count() <= ENDING
                && ending.chars().all(char::is_alphabetic))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn traits(values: &[&str], parties: &[&str], setting: &str, themes: &[&str]) -> Traits {
        let list = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        Traits {
            values: list(values),
            parties: list(parties),
            setting: (!setting.is_empty()).then(|| setting.to_owned()),
            themes: list(themes),
        }
    }

    #[test]
    fn a_role_is_the_same_with_another_ending() {
        for (one, other, same) in [
            ("Datteren", "datter", true),
            ("lege", "Legen", true),
            ("nattevakta", "nattevakt", true),
            ("Legen på sykehjemmet", "legen", false),
            ("sønn", "sønnen", true),
            ("mor", "morbror", false),
            ("sykepleier", "sykepleierstudenten", false),
            ("", "datter", false),
        ] {
            assert_eq!(same_role(one, other), same, "{one} / {other}");
            assert_eq!(same_role(other, one), same, "{other} / {one}");
        }
    }

    #[test]
    fn one_value_or_the_place_alone_makes_no_two_cases_alike() {
        let mine = traits(&["verdighet", "tillit"], &["datteren"], "sykehjem", &["stell"]);
        for (other, are_alike) in [
            (traits(&["verdighet"], &[], "", &[]), false),
            (traits(&[], &[], "sykehjem", &[]), false),
            (traits(&[], &[], "", &["stell"]), false),
            (traits(&["verdighet"], &[], "sykehjem", &[]), false),
            (traits(&["verdighet", "tillit"], &[], "", &[]), true),
            (traits(&["verdighet"], &["datter"], "", &[]), true),
            (traits(&[], &[], "sykehjem", &["stell"]), true),
        ] {
            let found = alike(&mine, [((), other.clone())], 3);
            assert_eq!(!found.is_empty(), are_alike, "{other:?}");
        }
    }

    #[test]
    fn the_most_alike_comes_first_and_says_what_it_has_in_common() {
        let mine =
            traits(&["verdighet", "Ro i stua"], &["datteren", "Nattevakta"], "sykehjem", &["stell", "mat"]);
        let others = [
            ("litt", traits(&["verdighet", "ro i stua"], &[], "bolig", &[])),
            ("mest", traits(&["verdighet"], &["nattevakt"], "sykehjem", &["mat"])),
            ("like mye", traits(&["ro i stua"], &["datter"], "bolig", &[])),
        ];
        let found = alike(&mine, others.clone(), 3);
        assert_eq!(found.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["mest", "litt", "like mye"]);
        let (_, common) = &found[0];
        assert_eq!(
            *common,
            Common {
                values: vec!["verdighet".into()],
                parties: vec!["Nattevakta".into()],
                setting: Some("sykehjem".into()),
                themes: vec!["mat".into()],
            }
        );
        assert_eq!(alike(&mine, others, 1).len(), 1);
    }

    #[test]
    fn beside_a_case_that_is_much_alike_one_that_is_a_little_alike_is_none() {
        let mine = traits(&["a", "b", "c"], &["lege"], "bolig", &["x", "y"]);
        let little = ("litt", traits(&["a", "b"], &[], "", &[]));
        assert_eq!(alike(&mine, [little.clone()], 3).len(), 1);
        let found = alike(&mine, [little, ("mye", mine.clone())], 3);
        assert_eq!(found.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["mye"]);
    }

    #[test]
    fn what_stands_twice_counts_once() {
        let mine = traits(&["ro", "Ro"], &["lege", "legen"], "", &[]);
        let common = mine.in_common(&traits(&["ro"], &["Legen"], "", &[]));
        assert_eq!((common.values.len(), common.parties.len()), (1, 1));
    }
}
