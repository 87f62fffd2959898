//! Packs give back what was written, in order, and a library finds it by id.

use proptest::prelude::*;
use refleks::content::author::{PackFile, PackKind, Stats, packs, read};
use refleks::content::{CasePack, ContentError, CorePack, Library, Revision, short_hash};
use refleks::ethics::{CaseId, GuideId, LawId, ValueId};
use refleks::i18n::Language;

use super::tiny::Copy;

fn files(copy: &Copy) -> Vec<PackFile> {
    let (course, findings) = read(copy.path());
    assert_eq!(findings, []);
    packs(&course).unwrap()
}

fn text(files: &[PackFile], kind: PackKind, language: Language) -> String {
    let file = files.iter().find(|file| file.kind == kind && file.language == language).unwrap();
    String::from_utf8(file.bytes.clone()).unwrap()
}

fn library(files: &[PackFile], language: Language) -> Library {
    let mut library = Library::parse(&text(files, PackKind::Core, language)).unwrap();
    library.add_cases(CasePack::parse(&text(files, PackKind::Cases, language)).unwrap()).unwrap();
    library
}

#[test]
fn a_library_finds_everything_by_id_in_its_language() {
    let files = files(&Copy::new());
    let library = library(&files, Language::Nn);
    assert_eq!(library.language(), Language::Nn);
    let guide = library.guide(&GuideId::from("kort")).unwrap();
    assert_eq!(guide.words.steps[&guide.neutral.steps[0].id].name, "Sjå");
    assert_eq!(library.value(&ValueId::from("frihet")).unwrap().words.name, "Fridom");
    assert_eq!(library.law(&LawId::from("prove-1")).unwrap().words.act, "prøvelova");
    assert_eq!(library.case(&CaseId::from("kaffe")).unwrap().words.title, "Ein kopp til");
    assert_eq!(library.case_entry(&CaseId::from("kaffe")).unwrap().teaser, "Han vil ha kaffi heile natta.");
    assert_eq!(library.setting_name("sykehjem"), Some("Sjukeheim"));
    assert_eq!(library.theme_name("mat"), Some("Mat og drikke"));
}

#[test]
fn what_is_not_there_is_none() {
    let library = library(&files(&Copy::new()), Language::Nb);
    assert_eq!(library.guide(&GuideId::from("")), None);
    assert_eq!(library.value(&ValueId::from("kort")), None);
    assert_eq!(library.law(&LawId::from("prove-2")), None);
    assert_eq!(library.case(&CaseId::from("te")), None);
    assert_eq!(library.case_entry(&CaseId::from("te")), None);
    assert_eq!(library.setting_name("mat"), None);
    assert_eq!(library.theme_name("sykehjem"), None);
}

#[test]
fn the_order_is_that_of_the_authors_and_not_of_the_alphabet() {
    let library = library(&files(&Copy::new()), Language::En);
    let cases: Vec<&str> = library.cases().iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(cases, ["nokkel", "kaffe"]);
    let values: Vec<&str> = library.values().iter().map(|item| item.neutral.id.as_str()).collect();
    assert_eq!(values, ["omsorg", "frihet"]);
    let settings: Vec<&str> = library.settings().iter().map(|tag| tag.id.as_str()).collect();
    assert_eq!(settings, ["sykehjem", "hjemme"]);
    let themes: Vec<&str> = library.themes().iter().map(|tag| tag.id.as_str()).collect();
    assert_eq!(themes, ["mat", "hjem"]);
}

#[test]
fn whole_cases_come_later_and_only_in_the_same_language() {
    let files = files(&Copy::new());
    let mut library = Library::parse(&text(&files, PackKind::Core, Language::Nb)).unwrap();
    let id = CaseId::from("kaffe");
    assert_eq!((library.has_whole_cases(), library.case(&id), library.cases().len()), (false, None, 2));
    let other = CasePack::parse(&text(&files, PackKind::Cases, Language::En)).unwrap();
    let refused = ContentError::OtherLanguage { found: Language::En, expected: Language::Nb };
    assert_eq!(library.add_cases(other), Err(refused));
    assert!(!library.has_whole_cases());
    let same = CasePack::parse(&text(&files, PackKind::Cases, Language::Nb)).unwrap();
    assert_eq!(library.add_cases(same), Ok(()));
    assert!(library.has_whole_cases() && library.case(&id).is_some());
}

#[test]
fn the_same_content_gives_the_same_bytes_and_names_tell_them() {
    let (one, two) = (files(&Copy::new()), files(&Copy::new()));
    assert_eq!(one, two);
    for file in one {
        let (kind, language) = (file.kind.name(), file.language.code());
        assert_eq!(file.name, format!("{kind}-{language}.{}.json", short_hash(&file.bytes)));
    }
}

#[test]
fn an_entry_and_the_whole_case_have_the_same_revision_in_every_language() {
    let files = files(&Copy::new());
    let revisions = |language| -> Vec<(Revision, Revision)> {
        let library = library(&files, language);
        let entries = library.cases().iter();
        entries
            .map(|entry| (entry.revision.clone(), library.case(&entry.id).unwrap().revision.clone()))
            .collect()
    };
    let nb = revisions(Language::Nb);
    assert!(nb.iter().all(|(entry, whole)| entry == whole));
    assert_ne!(nb[0], nb[1]);
    assert_eq!((revisions(Language::Nn), revisions(Language::En)), (nb.clone(), nb));
}

#[test]
fn a_revision_changes_with_any_language_or_the_neutral_part_and_for_that_item_alone() {
    let before = library(&files(&Copy::new()), Language::Nb);
    let edits = [
        ("cases/kaffe/en.toml", "One more cup", "Another cup"),
        ("cases/kaffe/case.toml", "\"mat\"", "\"mat\", \"hjem\""),
    ];
    for (file, from, to) in edits {
        let copy = Copy::new();
        copy.edit(file, from, to);
        let after = library(&files(&copy), Language::Nb);
        let same: Vec<bool> =
            before.cases().iter().zip(after.cases()).map(|(old, new)| old.revision == new.revision).collect();
        assert_eq!(same, [true, false], "{file}");
        assert_eq!(before.guides(), after.guides());
    }
}

#[test]
fn statistics_have_the_agreed_shape_and_name_what_is_missing() {
    let copy = Copy::new();
    copy.remove("cases/kaffe/nn.toml");
    copy.edit("reference/values/en.toml", "[frihet]", "[fridom]");
    let (course, _) = read(copy.path());
    let printed = serde_json::to_string(&Stats::of(&course)).unwrap();
    assert_eq!(
        printed,
        concat!(
            r#"{"guides":2,"cases":2,"cards":2,"decks":1,"values":2,"laws":1,"terms":2,"scenarios":1,"#,
            r#""lessons":1,"questions":7,"paths":1,"standards":1,"languages":["nb","nn","en"],"#,
            r#""missing":["cases/kaffe nn","values/frihet en"],"#,
            r#""by":{"setting":{"hjemme":1,"sykehjem":3},"theme":{"hjem":1,"mat":6},"#,
            r#""review":{"clinical":1,"ethics":3,"language":1,"legal":1,"none":11}}}"#
        )
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_pack_with_one_byte_changed_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        static PACK: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
        let mut bytes = PACK.get_or_init(|| text(&files(&Copy::new()), PackKind::Core, Language::Nb).into()).clone();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = CorePack::parse(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn no_text_makes_reading_a_pack_panic(text in ".{0,300}") {
        prop_assert!(CorePack::parse(&text).is_err());
        prop_assert!(CasePack::parse(&text).is_err());
    }
}
