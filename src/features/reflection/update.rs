//! The only way the session screen changes: what happened goes in, what should happen comes out.

use super::edits::Edit;
use super::model::{Ending, Keep, Model, Stage, UNDO_REACH, Undo};
use super::private::Opened;
use super::private::update as private;
use super::session::{CaseCopy, GuideCopy};
use crate::content::{CaseWords, GuideWords};
use crate::i18n::Language;
use crate::route::Route;
use crate::storage::{SaveStatus, StorageError};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// Somebody changed the session.
    Edited(Edit),
    /// Somebody wants the removed thing back.
    UndoPressed,
    /// The offer to bring it back was put away.
    UndoDismissed,
    /// Saving has come further.
    SaveChanged(SaveStatus),
    /// The library was read in a language: its words may be copied into the session.
    WordsArrived(Box<ArrivedWords>),
    /// What shall become of it was chosen.
    KeepChosen(Keep),
    /// The last day was chosen.
    UntilChosen(String),
    /// «Femregelen» was thought about, or not.
    Considered(bool),
    /// The end was confirmed.
    EndPressed,
    /// The end could not be begun.
    EndFailed(StorageError),
    /// Something about the private round.
    Private(private::Msg),
}

/// The words of the guide and the dilemma in one language, with the edition they come from.
#[derive(Debug, Clone, PartialEq)]
pub struct ArrivedWords {
    /// The language.
    pub language: Language,
    /// The guide's words and edition.
    pub guide: Option<(String, GuideWords)>,
    /// The dilemma's words and edition.
    pub case: Option<(String, CaseWords)>,
}

/// What should happen.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Effect {
    /// Nothing.
    None,
    /// The session is saved.
    Save,
    /// The session is saved and an address opened.
    SaveAndOpen(Route),
    /// The session is ended in this way. Saving then tells how that went.
    End(Keep),
    /// The session has ended; this address is next.
    Ended(Route),
    /// Something about the private round. What was opened stands in the session already.
    Private(private::Effect),
}

/// Takes in what happened. `now_ms`: milliseconds since 1970.
pub fn update(model: &mut Model, msg: Msg, now_ms: u64) -> Effect {
    match msg {
        Msg::Edited(edit) if model.is_open() => edited(model, edit, now_ms),
        // A late keystroke after the end changes nothing.
        Msg::Edited(_) => Effect::None,
        Msg::UndoPressed => undo(model, now_ms),
        Msg::UndoDismissed => {
            model.undo = None;
            Effect::None
        }
        Msg::SaveChanged(status) => save_changed(model, status),
        Msg::WordsArrived(words) => take_words(model, *words),
        Msg::KeepChosen(keep) => {
            model.ending = Ending { keep, stage: Stage::Choosing, ..model.ending.clone() };
            Effect::None
        }
        Msg::UntilChosen(day) => {
            model.ending.until = day;
            Effect::None
        }
        Msg::Considered(considered) => {
            model.ending.considered = considered;
            Effect::None
        }
        Msg::EndPressed if model.obstacle().is_some() || !model.is_open() => Effect::None,
        Msg::EndPressed => {
            model.ending.stage = Stage::Carrying;
            model.undo = None;
            Effect::End(model.ending.keep)
        }
        Msg::EndFailed(error) => {
            model.ending.stage = Stage::Failed(error);
            Effect::None
        }
        Msg::Private(msg) => in_private(model, msg, now_ms),
    }
}

/// What a round does to the session: what it opened goes in, once, and can not be taken back.
fn in_private(model: &mut Model, msg: private::Msg, now_ms: u64) -> Effect {
    let effect = private::update(&mut model.private, msg);
    if let private::Effect::Keep(opened, _) = &effect {
        let edit = match (**opened).clone() {
            Opened::Answers(reveal) => Edit::Revealed(Box::new(reveal)),
            Opened::Meeting(ticket) => Edit::TicketOpened(Box::new(ticket)),
        };
        model.session.apply(edit, now_ms);
        model.undo = None;
    }
    Effect::Private(effect)
}

/// While the end is carried out, it is saving that tells how it went.
fn save_changed(model: &mut Model, status: SaveStatus) -> Effect {
    let carrying = model.ending.stage == Stage::Carrying;
    let effect = match &status {
        SaveStatus::Kept if carrying => {
            model.ending.stage = Stage::Done(model.ending.keep);
            Effect::Ended(end_route(model))
        }
        SaveStatus::Failed(error) if carrying => {
            model.ending.stage = Stage::Failed(error.clone());
            Effect::None
        }
        // What its end wrote is on the device: a key that is spent can go.
        SaveStatus::Kept => model
            .private
            .take_spent()
            .map_or(Effect::None, |key| Effect::Private(private::Effect::ForgetKey(key))),
        SaveStatus::Failed(_) | SaveStatus::Pending | SaveStatus::Saving => Effect::None,
    };
    model.save = status;
    effect
}

fn end_route(model: &Model) -> Route {
    match model.ending.keep {
        Keep::Nothing => Route::Home,
        Keep::Summary | Keep::Everything => Route::Summary(model.session.id.clone()),
    }
}

fn edited(model: &mut Model, edit: Edit, now_ms: u64) -> Effect {
    if edit.removes_something(&model.session) {
        model.undo = Some(Undo { before: Box::new(model.session.clone()), since: Vec::new() });
    } else if let Some(undo) = &mut model.undo {
        undo.since.push((edit.clone(), now_ms));
        if undo.since.len() > UNDO_REACH {
            model.undo = None;
        }
    }
    let before = model.session.at.clone();
    let skipped = edit == Edit::StepSkipped;
    model.session.apply(edit, now_ms);
    if model.session.at == before {
        // Skipping the last step leads to the end.
        return if skipped {
            Effect::SaveAndOpen(Route::SessionEnd(model.session.id.clone()))
        } else {
            Effect::Save
        };
    }
    // What was removed in another step is out of sight, and so is the offer.
    model.undo = None;
    if skipped {
        Effect::SaveAndOpen(Route::SessionStep(model.session.id.clone(), model.session.at.clone()))
    } else {
        Effect::Save
    }
}

fn undo(model: &mut Model, now_ms: u64) -> Effect {
    let Some(undo) = model.undo.take() else { return Effect::None };
    model.session = *undo.before;
    model.session.changed_ms = now_ms;
    for (edit, at_ms) in undo.since {
        model.session.apply(edit, at_ms);
    }
    Effect::Save
}

/// Copies words of the same edition in one more language, so that the session can be read in it.
/// Words of another edition change nothing: the session stays what it was made as.
fn take_words(model: &mut Model, arrived: ArrivedWords) -> Effect {
    let session = &mut model.session;
    let mut taken = false;
    if let Some((revision, words)) = arrived.guide {
        taken |= take_guide(&mut session.guide, arrived.language, &revision, words);
    }
    if let (Some(case), Some((revision, words))) = (session.case.as_mut(), arrived.case) {
        taken |= take_case(case, arrived.language, &revision, words);
    }
    if taken && !session.is_untouched() { Effect::Save } else { Effect::None }
}

fn take_guide(copy: &mut GuideCopy, language: Language, revision: &str, words: GuideWords) -> bool {
    let fits = copy.revision == revision && !copy.words.contains_key(&language);
    if fits {
        copy.words.insert(language, words);
    }
    fits
}

fn take_case(copy: &mut CaseCopy, language: Language, revision: &str, words: CaseWords) -> bool {
    let fits = copy.revision == revision && !copy.words.contains_key(&language);
    if fits {
        copy.words.insert(language, words);
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::super::edits::FactEdit;
    use super::super::fixtures::session;
    use super::super::session::Side;
    use super::*;
    use crate::ethics::Certainty;

    fn model() -> Model {
        Model::new(session())
    }

    fn edit(model: &mut Model, edit: Edit) {
        assert_eq!(update(model, Msg::Edited(edit), 2_000), Effect::Save);
    }

    #[test]
    fn a_removed_fact_comes_back_without_taking_what_was_written_after() {
        let mut m = model();
        edit(&mut m, Edit::FactAdded(Certainty::Known));
        let first = m.session.facts[0].id;
        edit(&mut m, Edit::Fact(first, FactEdit::Text("Huden er rød".into())));
        edit(&mut m, Edit::FactRemoved(first));
        edit(&mut m, Edit::FactAdded(Certainty::Unknown));
        let second = m.session.facts[0].id;
        edit(&mut m, Edit::Fact(second, FactEdit::Text("Har hun vondt?".into())));
        assert_eq!(update(&mut m, Msg::UndoPressed, 3_000), Effect::Save);
        let texts: Vec<_> = m.session.facts.iter().map(|f| f.text.as_str()).collect();
        assert_eq!(texts, ["Huden er rød", "Har hun vondt?"]);
        assert_eq!(m.session.facts[1].id, second);
    }

    #[test]
    fn removing_an_empty_row_offers_nothing_to_bring_back() {
        let mut m = model();
        edit(&mut m, Edit::FactAdded(Certainty::Known));
        let id = m.session.facts[0].id;
        edit(&mut m, Edit::FactRemoved(id));
        assert!(m.undo.is_none());
    }

    #[test]
    fn what_is_kept_needs_a_reason_and_a_thought_and_what_is_forgotten_needs_neither() {
        use super::super::model::Obstacle;
        let mut m = model();
        edit(&mut m, Edit::AlternativeAdded("Vente".into()));
        let id = m.session.alternatives[0].id;
        edit(&mut m, Edit::ArgumentAdded(id, Side::For));
        edit(&mut m, Edit::Chosen(Some(id)));
        assert_eq!(m.obstacle(), None);
        let _ = update(&mut m, Msg::KeepChosen(Keep::Everything), 0);
        assert_eq!(m.obstacle(), Some(Obstacle::NoReason));
        assert_eq!(update(&mut m, Msg::EndPressed, 0), Effect::None);
        edit(&mut m, Edit::Reason("Hun er redd".into()));
        assert_eq!(m.obstacle(), Some(Obstacle::NotConsidered));
        let _ = update(&mut m, Msg::Considered(true), 0);
        assert_eq!(m.obstacle(), Some(Obstacle::NoDate));
        let _ = update(&mut m, Msg::UntilChosen("2027-01-01".into()), 0);
        assert_eq!(update(&mut m, Msg::EndPressed, 0), Effect::End(Keep::Everything));
    }

    #[test]
    fn an_end_that_failed_can_be_tried_again_and_has_lost_nothing() {
        let mut m = model();
        assert_eq!(update(&mut m, Msg::EndPressed, 0), Effect::End(Keep::Nothing));
        let before = m.session.clone();
        let _ = update(&mut m, Msg::SaveChanged(SaveStatus::Failed(StorageError::Full)), 0);
        assert_eq!((&m.session, &m.ending.stage), (&before, &Stage::Failed(StorageError::Full)));
        assert_eq!(update(&mut m, Msg::EndPressed, 0), Effect::End(Keep::Nothing));
    }

    #[test]
    fn a_keystroke_after_the_end_changes_nothing() {
        let mut m = model();
        let _ = update(&mut m, Msg::EndPressed, 0);
        assert_eq!(update(&mut m, Msg::SaveChanged(SaveStatus::Kept), 0), Effect::Ended(Route::Home));
        assert_eq!(update(&mut m, Msg::Edited(Edit::Title("x".into())), 0), Effect::None);
        assert_eq!(m.session.title, "");
    }

    #[test]
    fn an_end_is_over_when_it_is_on_the_device_and_not_before() {
        let mut m = model();
        let _ = update(&mut m, Msg::EndPressed, 0);
        for status in [SaveStatus::Pending, SaveStatus::Saving] {
            assert_eq!(update(&mut m, Msg::SaveChanged(status), 0), Effect::None);
        }
        assert_eq!(m.ending.stage, Stage::Carrying);
        assert_eq!(update(&mut m, Msg::SaveChanged(SaveStatus::Kept), 0), Effect::Ended(Route::Home));
    }

    #[test]
    fn skipping_the_last_step_leads_to_the_end() {
        let mut m = model();
        let last = m.session.steps()[5].id.clone();
        edit(&mut m, Edit::StepOpened(last));
        let effect = update(&mut m, Msg::Edited(Edit::StepSkipped), 2_000);
        assert_eq!(effect, Effect::SaveAndOpen(Route::SessionEnd("s1".into())));
    }

    #[test]
    fn words_of_another_edition_never_reach_a_session() {
        let mut m = model();
        let words = |revision: &str| {
            let guide =
                Some((revision.to_owned(), GuideWords { name: "SME".into(), ..GuideWords::default() }));
            Msg::WordsArrived(Box::new(ArrivedWords { language: Language::Nn, guide, case: None }))
        };
        let _ = update(&mut m, words("r2"), 0);
        assert!(!m.session.guide.words.contains_key(&Language::Nn));
        let _ = update(&mut m, words("r1"), 0);
        assert!(m.session.guide.words.contains_key(&Language::Nn));
    }
}
