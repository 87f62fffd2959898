//! «Lignende saker» on the real library, in every language.

use refleks::content::Library;
use refleks::features::reflection::found_again::traits_of_case;
use refleks::i18n::Language;
use refleks::progress::alike;

use crate::support::library;

/// The dilemmas that are like one, the most alike first.
fn like(library: &Library, id: &str) -> Vec<String> {
    let mine = library.case(&id.into()).expect("a dilemma of the library");
    let others = library.cases().iter().filter(|entry| entry.id.as_str() != id);
    let others = others.filter_map(|entry| library.case(&entry.id));
    let others = others.map(|item| (item.neutral.id.to_string(), traits_of_case(item)));
    alike(&traits_of_case(mine), others, usize::MAX).into_iter().map(|(id, _)| id).collect()
}

#[test]
fn the_dilemmas_that_a_person_would_call_alike_are_found_in_every_language() {
    for language in Language::ALL {
        let library = library(language);
        let shower = like(&library, "dusj");
        assert_eq!(shower.first().map(String::as_str), Some("mat-eller-ro"), "{language:?}: {shower:?}");
        assert!(!shower.contains(&"kort-besok".to_owned()), "{language:?}: {shower:?}");
        let safe = like(&library, "nokkelboks");
        assert_eq!(safe.first().map(String::as_str), Some("dispenser"), "{language:?}: {safe:?}");
    }
}

#[test]
fn every_dilemma_has_one_like_it_and_none_is_like_all() {
    for language in Language::ALL {
        let library = library(language);
        for entry in library.cases() {
            let found = like(&library, entry.id.as_str());
            assert!(
                (1..library.cases().len() - 1).contains(&found.len()),
                "{language:?} {}: {found:?}",
                entry.id
            );
        }
    }
}
