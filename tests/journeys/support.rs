//! The real words and the real content, read from the folders that authors write in.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use refleks::content::author::{PackKind, packs, read};
use refleks::content::{CasePack, Library};
use refleks::i18n::{Language, Messages, catalogue};

static WORDS: LazyLock<BTreeMap<Language, Messages>> = LazyLock::new(|| {
    let all = catalogue::read(Path::new("locales")).expect("locales are whole");
    let read = |language: Language| {
        (language, Messages::of_authors(&all[language.code()]).expect("the words fit this build"))
    };
    Language::ALL.into_iter().map(read).collect()
});

/// The interface's words in a language.
pub(crate) fn words(language: Language) -> &'static Messages {
    &WORDS[&language]
}

/// The real library in a language, dilemmas and all.
pub(crate) fn library(language: Language) -> Library {
    library_of(Path::new("content"), language)
}

/// A library out of another folder that authors write in.
pub(crate) fn library_of(folder: &Path, language: Language) -> Library {
    let (course, findings) = read(folder);
    assert_eq!(findings.len(), 0, "{} can be read", folder.display());
    let files = packs(&course).expect("content/ can be packed");
    let json = |kind: PackKind| {
        let file = files.iter().find(|file| file.kind == kind && file.language == language).expect("packed");
        String::from_utf8(file.bytes.clone()).expect("JSON")
    };
    let mut library = Library::parse(&json(PackKind::Core)).expect("core pack");
    library.add_cases(CasePack::parse(&json(PackKind::Cases)).expect("case pack")).expect("same language");
    library
}
