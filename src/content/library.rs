//! The library: content in one language, found by id, in the order that authors gave it.
//!
//! It is made from packs and never changes a word. Whoever keeps a text keeps a copy with the
//! [`Revision`](super::Revision), so that an update of the library changes nothing that was begun.

use super::pack::{
    CaseEntry, CaseItem, CasePack, ContentError, CorePack, GuideItem, LawItem, RuleItem, Tag, ValueItem,
};
use crate::ethics::{CaseId, GuideId, LawId, ValueId};
use crate::i18n::Language;

/// Content in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    core: CorePack,
    cases: Option<Vec<CaseItem>>,
    /// Dilemmas of the workplace, which stand behind the others.
    own: Vec<CaseItem>,
}

impl Library {
    /// A library with everything but the whole text of the dilemmas.
    #[must_use]
    pub fn new(core: CorePack) -> Self {
        Self { core, cases: None, own: Vec::new() }
    }

    /// Reads a core pack into a library.
    ///
    /// # Errors
    /// [`ContentError`] where the pack is damaged, too old or too new.
    pub fn parse(core: &str) -> Result<Self, ContentError> {
        CorePack::parse(core).map(Self::new)
    }

    /// Adds the dilemmas whole. What was added before is replaced.
    ///
    /// # Errors
    /// [`ContentError::OtherLanguage`] where the pack is in another language; nothing is changed then.
    pub fn add_cases(&mut self, pack: CasePack) -> Result<(), ContentError> {
        if pack.language != self.language() {
            return Err(ContentError::OtherLanguage { found: pack.language, expected: self.language() });
        }
        self.cases = Some(pack.cases);
        Ok(())
    }

    /// The dilemmas of the workplace.
    #[must_use]
    pub fn own_cases(&self) -> &[CaseItem] {
        &self.own
    }

    /// Puts the dilemmas of the workplace behind the others, in place of those that were put there before. An id
    /// that a built-in dilemma has stays with that.
    pub fn set_own_cases(&mut self, own: Vec<CaseItem>) {
        let gone: Vec<CaseId> = self.own.iter().map(|item| item.neutral.id.clone()).collect();
        self.core.cases.retain(|entry| !gone.contains(&entry.id));
        self.own = own;
        let entries: Vec<CaseEntry> = self
            .own
            .iter()
            .filter(|item| self.case_entry(&item.neutral.id).is_none())
            .map(CaseEntry::of)
            .collect();
        self.core.cases.extend(entries);
    }

    /// The language of every text in it.
    #[must_use]
    pub fn language(&self) -> Language {
        self.core.language
    }

    /// The guides, in the order in which they are offered.
    #[must_use]
    pub fn guides(&self) -> &[GuideItem] {
        &self.core.guides
    }

    /// A guide.
    #[must_use]
    pub fn guide(&self, id: &GuideId) -> Option<&GuideItem> {
        self.guides().iter().find(|item| item.neutral.id == *id)
    }

    /// The values, in their order.
    #[must_use]
    pub fn values(&self) -> &[ValueItem] {
        &self.core.values
    }

    /// A value.
    #[must_use]
    pub fn value(&self, id: &ValueId) -> Option<&ValueItem> {
        self.values().iter().find(|item| item.neutral.id == *id)
    }

    /// The law cards, in their order.
    #[must_use]
    pub fn laws(&self) -> &[LawItem] {
        &self.core.laws
    }

    /// A law card.
    #[must_use]
    pub fn law(&self, id: &LawId) -> Option<&LawItem> {
        self.laws().iter().find(|item| item.neutral.id == *id)
    }

    /// What a group agrees on before it begins, in order.
    #[must_use]
    pub fn rules(&self) -> &[RuleItem] {
        &self.core.rules
    }

    /// Where things happen, in their order.
    #[must_use]
    pub fn settings(&self) -> &[Tag] {
        &self.core.settings
    }

    /// The name of a setting.
    #[must_use]
    pub fn setting_name(&self, id: &str) -> Option<&str> {
        name_of(self.settings(), id)
    }

    /// What one is doing when things happen, in their order.
    #[must_use]
    pub fn tasks(&self) -> &[Tag] {
        &self.core.tasks
    }

    /// The name of a task.
    #[must_use]
    pub fn task_name(&self, id: &str) -> Option<&str> {
        name_of(self.tasks(), id)
    }

    /// From whose place one can look, in their order.
    #[must_use]
    pub fn parties(&self) -> &[Tag] {
        &self.core.parties
    }

    /// The name of a party.
    #[must_use]
    pub fn party_name(&self, id: &str) -> Option<&str> {
        name_of(self.parties(), id)
    }

    /// Whom things speak to first, in their order.
    #[must_use]
    pub fn professions(&self) -> &[Tag] {
        &self.core.professions
    }

    /// What things are about, in their order.
    #[must_use]
    pub fn themes(&self) -> &[Tag] {
        &self.core.themes
    }

    /// The name of a theme.
    #[must_use]
    pub fn theme_name(&self, id: &str) -> Option<&str> {
        name_of(self.themes(), id)
    }

    /// The dilemmas as a list shows them, in their order.
    #[must_use]
    pub fn cases(&self) -> &[CaseEntry] {
        &self.core.cases
    }

    /// A dilemma as a list shows it.
    #[must_use]
    pub fn case_entry(&self, id: &CaseId) -> Option<&CaseEntry> {
        self.cases().iter().find(|entry| entry.id == *id)
    }

    /// Whether the whole dilemmas have been added.
    #[must_use]
    pub fn has_whole_cases(&self) -> bool {
        self.cases.is_some()
    }

    /// A dilemma whole; `None` where there is none of that id or the dilemmas have not been added yet
    /// ([`has_whole_cases`](Self::has_whole_cases) tells which).
    #[must_use]
    pub fn case(&self, id: &CaseId) -> Option<&CaseItem> {
        let built_in = self.cases.as_ref()?.iter();
        built_in.chain(&self.own).find(|item| item.neutral.id == *id)
    }
}

fn name_of<'a>(tags: &'a [Tag], id: &str) -> Option<&'a str> {
    tags.iter().find(|tag| tag.id == id).map(|tag| tag.name.as_str())
}
