//! The real words and the real content, read from the folders that authors write in.

use std::path::Path;

use refleks::content::author::{PackName, packs, read};
use refleks::content::{CasePack, Library};
use refleks::i18n::{Language, Messages, catalogue};

/// The interface's words in a language.
pub fn words(language: Language) -> Messages {
    let all = catalogue::read(Path::new("locales")).expect("locales are whole");
    let model = &all[language.code()];
    let file = serde_json::json!({ "keys": catalogue::fingerprint(model), "texts": catalogue::texts(model) });
    Messages::parse(&file.to_string()).expect("the words fit this build")
}

/// The real library in a language, dilemmas and all.
pub fn library(language: Language) -> Library {
    let (course, findings) = read(Path::new("content"));
    assert_eq!(findings.len(), 0, "content/ can be read");
    let files = packs(&course).expect("content/ can be packed");
    let json = |name: PackName| {
        let file = files.iter().find(|file| file.name == name && file.language == language).expect("packed");
        file.json.clone()
    };
    let mut library = Library::parse(&json(PackName::Core)).expect("core pack");
    library.add_cases(CasePack::parse(&json(PackName::Cases)).expect("case pack")).expect("same language");
    library
}
