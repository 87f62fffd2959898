//! What is done to a pack while somebody writes it. Every state on the way can be kept: what is missing is found by
//! [`super::check`] and stops nothing but finishing. What is changed is no longer finished.

mod card;
mod case;

use super::{Item, ItemKind, KeptPack, OwnCard, OwnCase, OwnPrompt, Pack, cleaned};
use crate::content::{CardKind, CardLevel};
use crate::ethics::{Certainty, FactSource, HowWeKnow, LawId, StepId, ValueId};
use crate::i18n::Language;

/// The ids of choices, voices, facts and parties, in the order in which they are given out.
const LETTERS: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/// What is done to a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackEdit {
    /// What it is called, as it stands now.
    Title(String),
    /// What the workplace is called, as it stands now.
    Owner(String),
    /// The language that everything in it is written in.
    Language(Language),
    /// An item is begun.
    Begun(Item),
    /// An item is taken out.
    Removed(Item),
    /// An item is finished. Whoever says so has seen to it that nothing is wrong with it.
    Finished(Item),
    /// Something is done to a card.
    Card(String, CardEdit),
    /// Something is done to a dilemma.
    Case(String, CaseEdit),
    /// Something is done to a question.
    Prompt(String, PromptEdit),
    /// It was handed out like this.
    HandedOut(Box<Pack>),
}

/// What is done to a card. Texts are as they stand now; a tag is put on (`true`) or taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the field of the card with its name")]
pub enum CardEdit {
    Kind(CardKind),
    Level(CardLevel),
    Title(String),
    Text(String),
    Question(String),
    /// The question that leads on with this number, from 0.
    FollowUp(usize, String),
    Twist(String),
    /// One of the two values, 0 or 1; an empty id for none.
    Value(usize, ValueId),
    Task(String),
    Law(Option<LawId>),
    Setting(String, bool),
    Theme(String, bool),
    Party(String, bool),
    Choices(ChoiceEdit),
    Voices(VoiceEdit),
}

/// What is done to the choices of a card, each by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it does")]
pub enum ChoiceEdit {
    Added,
    Text(String, String),
    Removed(String),
}

/// What is done to the voices of a case card, each by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it does")]
pub enum VoiceEdit {
    Added,
    Who(String, String),
    Leans(String, String),
    Reason(String, String),
    Removed(String),
}

/// What is done to a dilemma, as [`CardEdit`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the field of the dilemma with its name")]
pub enum CaseEdit {
    Title(String),
    Teaser(String),
    /// The paragraphs, with line breaks between them.
    Background(String),
    Question(String),
    Setting(String),
    Task(String),
    Theme(String, bool),
    Value(ValueId, bool),
    Law(LawId, bool),
    Facts(FactEdit),
    Parties(PartyEdit),
}

/// What is done to the facts of a dilemma, each by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it does")]
pub enum FactEdit {
    Added,
    Text(String, String),
    Certainty(String, Certainty),
    Source(String, Option<FactSource>),
    Removed(String),
}

/// What is done to the parties of a dilemma, each by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it does")]
pub enum PartyEdit {
    Added,
    Role(String, String),
    /// This party, and no other, is the one it is about.
    Patient(String),
    HowWeKnow(String, HowWeKnow),
    View(String, String),
    Interest(String, String),
    Removed(String),
}

/// What is done to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the field of the question with its name")]
pub enum PromptEdit {
    Step(StepId),
    On(String),
    Text(String),
}

impl KeptPack {
    /// Takes in what is done. One from outside is not changed.
    pub fn apply(&mut self, edit: PackEdit) {
        if !self.made_here {
            return;
        }
        let pack = &mut self.pack;
        match edit {
            PackEdit::Title(text) => pack.title = cleaned(text),
            PackEdit::Owner(text) => pack.owner.name = cleaned(text),
            PackEdit::Language(language) => {
                // The rules for writing are those of the language.
                pack.language = language;
                self.finished.clear();
            }
            PackEdit::Begun(item) => begin(pack, &item),
            PackEdit::Removed(item) => {
                pack.cards.retain(|card| card.neutral.id.as_str() != item.id);
                pack.cases.retain(|case| case.neutral.id.as_str() != item.id);
                pack.prompts.retain(|prompt| prompt.id != item.id);
                self.finished.retain(|id| *id != item.id);
            }
            PackEdit::Finished(item) => {
                self.pack = self.pack.tidied();
                if self.pack.items().any(|one| one == item) && !self.finished.contains(&item.id) {
                    self.finished.push(item.id);
                }
            }
            PackEdit::Card(id, edit) => {
                self.finished.retain(|one| *one != id);
                if let Some(card) = pack.cards.iter_mut().find(|card| card.neutral.id.as_str() == id) {
                    card.apply(edit);
                }
            }
            PackEdit::Case(id, edit) => {
                self.finished.retain(|one| *one != id);
                if let Some(case) = pack.cases.iter_mut().find(|case| case.neutral.id.as_str() == id) {
                    case.apply(edit);
                }
            }
            PackEdit::Prompt(id, edit) => {
                self.finished.retain(|one| *one != id);
                if let Some(prompt) = pack.prompts.iter_mut().find(|prompt| prompt.id == id) {
                    prompt.apply(edit);
                }
            }
            PackEdit::HandedOut(pack) => self.was_handed_out(*pack),
        }
    }
}

impl Pack {
    /// The pack without what a form leaves behind: spaces at the ends of texts, empty paragraphs, and rows that the
    /// kind of a card has no place for.
    #[must_use]
    pub fn tidied(&self) -> Self {
        let mut pack = self.clone();
        trim(&mut pack.title);
        trim(&mut pack.owner.name);
        pack.cards.iter_mut().for_each(OwnCard::tidy);
        pack.cases.iter_mut().for_each(OwnCase::tidy);
        pack.prompts.iter_mut().for_each(|prompt| trim(&mut prompt.text));
        pack
    }
}

fn begin(pack: &mut Pack, item: &Item) {
    if pack.items().any(|one| one.id == item.id) {
        return;
    }
    match item.kind {
        ItemKind::Pack => {}
        ItemKind::Card => pack.cards.push(OwnCard::blank(&item.id)),
        ItemKind::Case => pack.cases.push(OwnCase::blank(&item.id)),
        ItemKind::Prompt => pack.prompts.push(OwnPrompt { id: item.id.clone(), ..OwnPrompt::default() }),
    }
}

impl OwnPrompt {
    fn apply(&mut self, edit: PromptEdit) {
        match edit {
            PromptEdit::Step(step) => self.step = step,
            PromptEdit::On(on) => self.on = on,
            PromptEdit::Text(text) => self.text = cleaned(text),
        }
    }
}

fn trim(text: &mut String) {
    let trimmed = text.trim();
    if trimmed.len() != text.len() {
        *text = trimmed.to_owned();
    }
}

/// Puts something in its place in a list that has no empty end.
fn put<T: Default + Clone>(list: &mut Vec<T>, at: usize, new: T, is_empty: impl Fn(&T) -> bool) {
    if at >= LETTERS.len() {
        return;
    }
    if list.len() <= at {
        list.resize(at + 1, T::default());
    }
    if let Some(place) = list.get_mut(at) {
        *place = new;
    }
    while list.last().is_some_and(&is_empty) {
        list.pop();
    }
}

/// Puts a tag on or takes it off.
fn mark<T: PartialEq>(list: &mut Vec<T>, tag: T, on: bool) {
    list.retain(|one| *one != tag);
    if on {
        list.push(tag);
    }
}

/// The first id that is not used yet.
fn free<'a>(used: impl Iterator<Item = &'a String>) -> Option<String> {
    let used: Vec<&str> = used.map(String::as_str).collect();
    LETTERS.into_iter().find(|letter| !used.contains(letter)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::Workplace;

    fn begun(kind: ItemKind) -> (KeptPack, Item) {
        let owner = Workplace { id: "owner-12345".into(), name: "Solbakken".into() };
        let mut kept = KeptPack::new("pack-12345".into(), owner, Language::Nb);
        let item = Item { kind, id: "own-abcdef".into() };
        kept.apply(PackEdit::Begun(item.clone()));
        (kept, item)
    }

    #[test]
    fn what_is_changed_is_no_longer_finished() {
        let (mut kept, item) = begun(ItemKind::Prompt);
        kept.apply(PackEdit::Finished(item.clone()));
        assert!(kept.is_finished(&item));
        kept.apply(PackEdit::Prompt(item.id.clone(), PromptEdit::Text(" Hva ser vi? ".into())));
        assert!(!kept.is_finished(&item));
        kept.apply(PackEdit::Finished(item.clone()));
        assert_eq!(kept.pack.prompts[0].text, "Hva ser vi?");
        kept.apply(PackEdit::Removed(item.clone()));
        assert!(kept.finished.is_empty() && kept.pack.count() == 0);
        kept.apply(PackEdit::Finished(item));
        assert!(kept.finished.is_empty(), "what is not there is not finished");
    }

    #[test]
    fn a_pack_from_outside_is_not_changed() {
        let (mut kept, item) = begun(ItemKind::Card);
        kept.made_here = false;
        let before = kept.clone();
        kept.apply(PackEdit::Removed(item));
        kept.apply(PackEdit::Title("Vår".into()));
        assert_eq!(kept, before);
    }

    #[test]
    fn a_card_that_turns_into_another_kind_gets_its_rows_and_keeps_them_until_it_is_finished() {
        let (mut kept, item) = begun(ItemKind::Card);
        let edit = |kept: &mut KeptPack, edit| kept.apply(PackEdit::Card("own-abcdef".into(), edit));
        edit(&mut kept, CardEdit::Kind(CardKind::Case));
        let card = &kept.pack.cards[0];
        assert_eq!((card.neutral.choices.len(), card.neutral.panel.len()), (3, 2));
        edit(&mut kept, CardEdit::Choices(ChoiceEdit::Text("b".into(), "Vente".into())));
        edit(&mut kept, CardEdit::Voices(VoiceEdit::Leans("a".into(), "b".into())));
        edit(&mut kept, CardEdit::Kind(CardKind::Claim));
        edit(&mut kept, CardEdit::Kind(CardKind::Term));
        assert_eq!(kept.pack.cards[0].words.choices["b"], "Vente");
        edit(&mut kept, CardEdit::Choices(ChoiceEdit::Removed("b".into())));
        edit(&mut kept, CardEdit::Choices(ChoiceEdit::Added));
        assert_eq!(kept.pack.cards[0].neutral.choices, ["a", "c", "b"]);
        assert_eq!(kept.pack.cards[0].neutral.panel[0].leans, "");
        kept.apply(PackEdit::Finished(item));
        assert!(kept.pack.cards[0].neutral.panel.is_empty() && kept.pack.cards[0].words.panel.is_empty());
    }

    #[test]
    fn rows_that_may_be_empty_leave_no_empty_end() {
        let (mut kept, _) = begun(ItemKind::Card);
        let mut edit = |edit| kept.apply(PackEdit::Card("own-abcdef".into(), edit));
        edit(CardEdit::FollowUp(2, "Tre?".into()));
        edit(CardEdit::FollowUp(0, "En?".into()));
        edit(CardEdit::Value(1, "frihet".into()));
        edit(CardEdit::Value(1, "".into()));
        edit(CardEdit::FollowUp(usize::MAX, "x".into()));
        let card = &kept.pack.cards[0];
        assert_eq!(card.words.follow_ups, ["En?", "", "Tre?"]);
        assert!(card.neutral.values.is_empty());
    }

    #[test]
    fn a_dilemma_begins_with_a_row_for_each_certainty_and_one_patient() {
        let (mut kept, item) = begun(ItemKind::Case);
        let mut edit = |edit| kept.apply(PackEdit::Case("own-abcdef".into(), edit));
        edit(CaseEdit::Parties(PartyEdit::Added));
        edit(CaseEdit::Parties(PartyEdit::Patient("c".into())));
        edit(CaseEdit::Facts(FactEdit::Source("a".into(), Some(FactSource::Observed))));
        edit(CaseEdit::Facts(FactEdit::Certainty("a".into(), Certainty::Unknown)));
        edit(CaseEdit::Parties(PartyEdit::View("z".into(), "ingen".into())));
        edit(CaseEdit::Background("En.\r\n\nTo. ".into()));
        let case = &kept.pack.cases[0];
        assert_eq!(case.neutral.facts.len(), 3);
        assert_eq!(case.neutral.facts[0].source, None);
        let patients: Vec<&str> =
            case.neutral.parties.iter().filter(|p| p.patient).map(|p| p.id.as_str()).collect();
        assert_eq!(patients, ["c"]);
        assert_eq!(case.words.parties.len(), 3);
        assert_eq!(case.words.background, ["En.", "", "To. "]);
        kept.apply(PackEdit::Finished(item));
        assert_eq!(kept.pack.cases[0].words.background, ["En.", "To."]);
    }
}
