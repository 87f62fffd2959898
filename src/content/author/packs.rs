//! Packs out of a course: deterministic JSON, one of each kind per language.

use serde::Serialize;

use crate::content::rules::{Authored, Course, TagNames};
use crate::content::short_hash;
use crate::content::{
    CardPack, CaseEntry, CaseItem, CasePack, ContentError, CorePack, FORMAT_VERSION, Item, LessonPack,
    PathPack, Revision, ScenarioPack, Tag, TermPack,
};
use crate::i18n::Language;

/// Which pack it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PackKind {
    /// What a session needs.
    Core,
    /// The dilemmas whole.
    Cases,
    /// The decks of reflection cards.
    Cards,
    /// The glossary.
    Terms,
    /// The scenarios and the calls of the ISBAR drills.
    Scenarios,
    /// The lessons.
    Lessons,
    /// The paths and the standards.
    Paths,
}

impl PackKind {
    /// The word in file names and in the map of packs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Cases => "cases",
            Self::Cards => "cards",
            Self::Terms => "terms",
            Self::Scenarios => "scenarios",
            Self::Lessons => "lessons",
            Self::Paths => "paths",
        }
    }
}

/// A pack as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Which pack.
    pub kind: PackKind,
    /// Its language.
    pub language: Language,
    /// Its name: `<kind>-<language>.<hash>.json`, the hash being that of the bytes.
    pub name: String,
    /// The JSON.
    pub bytes: Vec<u8>,
}

/// All packs of a course that was found to be right. The same course gives the same bytes. An item
/// without words in a language is left out of the packs of that language.
///
/// # Errors
/// Where something cannot be written as JSON, which none of the types of content can cause.
pub fn packs(course: &Course) -> Result<Vec<PackFile>, ContentError> {
    let mut files = Vec::new();
    for language in Language::ALL {
        let whole = items(&course.cases, language)?;
        files.push(file(PackKind::Core, language, &core(course, language, &whole)?)?);
        let cases = CasePack { format_version: FORMAT_VERSION, language, cases: whole };
        files.push(file(PackKind::Cases, language, &cases)?);
        let decks = items(&course.decks, language)?;
        let cards = CardPack { format_version: FORMAT_VERSION, language, decks };
        files.push(file(PackKind::Cards, language, &cards)?);
        let terms = items(&course.terms, language)?;
        let terms = TermPack { format_version: FORMAT_VERSION, language, terms };
        files.push(file(PackKind::Terms, language, &terms)?);
        let scenarios = items(&course.scenarios, language)?;
        let kit = tags(&course.kit, language);
        let isbar = items(&course.isbar, language)?;
        let scenarios = ScenarioPack { format_version: FORMAT_VERSION, language, kit, scenarios, isbar };
        files.push(file(PackKind::Scenarios, language, &scenarios)?);
        let lessons = items(&course.lessons, language)?;
        let lessons = LessonPack { format_version: FORMAT_VERSION, language, lessons };
        files.push(file(PackKind::Lessons, language, &lessons)?);
        let (paths, standards) = (items(&course.paths, language)?, items(&course.standards, language)?);
        let paths = PathPack { format_version: FORMAT_VERSION, language, paths, standards };
        files.push(file(PackKind::Paths, language, &paths)?);
    }
    Ok(files)
}

fn core(course: &Course, language: Language, cases: &[CaseItem]) -> Result<CorePack, ContentError> {
    Ok(CorePack {
        format_version: FORMAT_VERSION,
        language,
        guides: items(&course.guides, language)?,
        values: items(&course.values, language)?,
        laws: items(&course.laws, language)?,
        rules: items(&course.rules, language)?,
        settings: tags(&course.settings, language),
        tasks: tags(&course.tasks, language),
        themes: tags(&course.themes, language),
        parties: tags(&course.parties, language),
        professions: tags(&course.professions, language),
        cases: cases.iter().map(CaseEntry::of).collect(),
    })
}

fn items<N, W>(all: &[Authored<N, W>], language: Language) -> Result<Vec<Item<N, W>>, ContentError>
where
    N: Serialize + Clone,
    W: Serialize + Clone,
{
    let worded = all.iter().filter_map(|item| item.words.get(&language).map(|words| (item, words)));
    worded
        .map(|(item, words)| {
            let revision = Revision::of(&(&item.neutral, &item.words))?;
            Ok(Item { neutral: item.neutral.clone(), words: words.clone(), revision })
        })
        .collect()
}

fn tags(all: &[TagNames], language: Language) -> Vec<Tag> {
    let named = all.iter().filter_map(|tag| tag.names.get(&language).map(|name| (tag, name)));
    named.map(|(tag, name)| Tag { id: tag.id.clone(), name: name.clone() }).collect()
}

fn file(kind: PackKind, language: Language, pack: &impl Serialize) -> Result<PackFile, ContentError> {
    let bytes =
        serde_json::to_vec(pack).map_err(|error| ContentError::Unreadable { reason: error.to_string() })?;
    let name = format!("{}-{}.{}.json", kind.name(), language.code(), short_hash(&bytes));
    Ok(PackFile { kind, language, name, bytes })
}
