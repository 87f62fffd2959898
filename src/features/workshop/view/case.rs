//! The form of a dilemma.

use leptos::prelude::*;

use super::card::{focus_last, row_number};
use super::desk::Desk;
use super::parts::{Marks, Part, Pick, laws, of_library, tags, values};
use crate::ethics::{Certainty, FactSource, HowWeKnow};
use crate::features::workshop::told::reading;
use crate::i18n::{Messages, Phrase, Words};
use crate::packs::{CaseEdit, FactEdit, KeptPack, OwnCase, PackEdit, PartyEdit};
use crate::ui::{Button, Icon, IconButton, Look, RadioChip, Room, when};
use crate::writing::WritingField;

/// One dilemma of a pack on the screen.
#[derive(Clone, Copy)]
struct CaseDesk {
    desk: Desk,
    id: StoredValue<String>,
}

impl CaseDesk {
    fn find<'a>(&self, kept: &'a KeptPack) -> Option<&'a OwnCase> {
        kept.pack.cases.iter().find(|case| self.id.with_value(|id| case.neutral.id.as_str() == id))
    }

    fn memo<A>(self, ask: impl Fn(&OwnCase) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        self.desk.memo(move |kept| self.find(kept).map(&ask).unwrap_or_default())
    }

    fn edit(self, edit: CaseEdit) {
        self.desk.edit(PackEdit::Case(self.id.get_value(), edit));
    }
}

/// The form.
#[component]
pub(super) fn CaseForm(desk: Desk, id: String) -> impl IntoView {
    let case = CaseDesk { desk, id: StoredValue::new(id) };
    view! {
        <Story case/>
        <FactsOf case/>
        <PartiesOf case/>
        <MarksOf case/>
    }
}

/// What happened and what is asked.
#[component]
fn Story(case: CaseDesk) -> impl IntoView {
    let words = case.desk.words;
    let background = case.memo(|case| case.words.background.join("\n"));
    let lix = case.desk.reading_of(move |kept| case.find(kept).map(|case| case.words.clone()));
    let written = Memo::new(move |_| lix.get().is_some_and(|lix| lix > 0));
    let hard = words.made(move |words| lix.get().map(|lix| reading(lix, words)).unwrap_or_default());
    view! {
        <Part title=Messages::workshop_group_story>
            <WritingField id="own-title" label=words.text(Messages::workshop_name) value=case.memo(|case| case.words.title.clone())
                on_input=move |text| case.edit(CaseEdit::Title(text)) room=Room::Line/>
            <WritingField id="own-teaser" label=words.text(Messages::workshop_teaser) value=case.memo(|case| case.words.teaser.clone())
                on_input=move |text| case.edit(CaseEdit::Teaser(text)) room=Room::Growing/>
            <WritingField id="own-background" label=words.text(Messages::workshop_background) hint=words.text(Messages::workshop_background_hint)
                value=background on_input=move |text| case.edit(CaseEdit::Background(text)) room=Room::Lines/>
            <WritingField id="own-question" label=words.text(Messages::workshop_case_question) hint=words.text(Messages::workshop_case_question_hint)
                value=case.memo(|case| case.words.question.clone()) on_input=move |text| case.edit(CaseEdit::Question(text)) room=Room::Growing/>
            {when(written, move || view! { <p class="count">{hard}</p> })}
        </Part>
    }
}

/// The facts, one row each.
#[component]
fn FactsOf(case: CaseDesk) -> impl IntoView {
    let words = case.desk.words;
    let ids = case.memo(|case| case.neutral.facts.iter().map(|fact| fact.id.clone()).collect::<Vec<_>>());
    let add = move |()| {
        case.edit(CaseEdit::Facts(FactEdit::Added));
        focus_last(ids, "own-fact-");
    };
    view! {
        <Part title=Messages::workshop_group_facts hint=Messages::workshop_facts_hint>
            <ul class="stack g5"><For each=move || ids.get() key=String::clone children=move |id| view! { <FactRow case id/> }/></ul>
            <div class="row"><Button text=words.text(Messages::workshop_add_fact) on_press=add look=Look::Secondary before=Icon::Plus/></div>
        </Part>
    }
}

#[component]
fn FactRow(case: CaseDesk, id: String) -> impl IntoView {
    let words = case.desk.words;
    let own = StoredValue::new(id.clone());
    let number = row_number(&id);
    let text =
        case.memo(move |case| own.with_value(|id| case.words.facts.get(id).cloned()).unwrap_or_default());
    let fact = case.memo(move |case| {
        let fact = case.neutral.facts.iter().find(|fact| own.with_value(|id| fact.id == *id));
        fact.map(|fact| (fact.certainty, fact.source))
    });
    let certainty =
        Signal::derive(move || fact.get().map(|(one, _)| one.word().to_owned()).unwrap_or_default());
    let source = Signal::derive(move || {
        fact.get().and_then(|(_, one)| one).map(|one| one.word().to_owned()).unwrap_or_default()
    });
    let is_known = Memo::new(move |_| fact.get().is_some_and(|(one, _)| one != Certainty::Unknown));
    let (certainties, sources) = (named::<Certainty>(words), named::<FactSource>(words));
    let edit = move |edit: FactEdit| case.edit(CaseEdit::Facts(edit));
    let remove = words.made(move |words| words.workshop_remove_row(words.workshop_fact(number)));
    view! {
        <li class="form-group stack g3">
            <div class="form-row">
                <WritingField id=format!("own-fact-{id}") label=words.made(move |words| words.workshop_fact(number))
                    value=text on_input=move |text| edit(FactEdit::Text(own.get_value(), text)) room=Room::Growing/>
                <IconButton label=remove sign=Icon::Trash on_press=move |()| edit(FactEdit::Removed(own.get_value()))/>
            </div>
            <div class="form-pair">
                <Pick id=format!("own-certainty-{id}") label=words.made(move |words| words.workshop_certainty(number)) options=certainties value=certainty
                    on_choose=move |word: String| {
                        if let Some(one) = Certainty::of_word(&word) {
                            edit(FactEdit::Certainty(own.get_value(), one));
                        }
                    } none=Messages::workshop_choose/>
                {when(is_known, move || view! {
                    <Pick id=own.with_value(|id| format!("own-source-{id}")) label=words.made(move |words| words.workshop_source(number)) options=sources value=source
                        on_choose=move |word: String| edit(FactEdit::Source(own.get_value(), FactSource::of_word(&word))) none=Messages::workshop_source_none/>
                })}
            </div>
        </li>
    }
}

/// Who is affected, one row each.
#[component]
fn PartiesOf(case: CaseDesk) -> impl IntoView {
    let words = case.desk.words;
    let ids = case.memo(|case| case.neutral.parties.iter().map(|party| party.id.clone()).collect::<Vec<_>>());
    let add = move |()| {
        case.edit(CaseEdit::Parties(PartyEdit::Added));
        focus_last(ids, "own-role-");
    };
    view! {
        <Part title=Messages::workshop_group_parties hint=Messages::workshop_case_parties_hint>
            <ul class="stack g5"><For each=move || ids.get() key=String::clone children=move |id| view! { <PartyRow case id/> }/></ul>
            <div class="row"><Button text=words.text(Messages::workshop_add_party) on_press=add look=Look::Secondary before=Icon::Plus/></div>
        </Part>
    }
}

#[component]
fn PartyRow(case: CaseDesk, id: String) -> impl IntoView {
    let words = case.desk.words;
    let own = StoredValue::new(id.clone());
    let number = row_number(&id);
    let texts = case.memo(move |case| own.with_value(|id| case.words.parties.get(id).cloned()));
    let text = move |ask: fn(&crate::content::PartyWords) -> &String| {
        Signal::derive(move || {
            texts.with(|texts| texts.as_ref().map(|texts| ask(texts).clone()).unwrap_or_default())
        })
    };
    let party = case.memo(move |case| {
        let party = case.neutral.parties.iter().find(|party| own.with_value(|id| party.id == *id));
        party.map(|party| (party.patient, party.how_we_know))
    });
    let how = Signal::derive(move || party.get().map(|(_, one)| one.word().to_owned()).unwrap_or_default());
    let is_known = Memo::new(move |_| party.get().is_some_and(|(_, one)| one != HowWeKnow::Unknown));
    let patient = Signal::derive(move || party.get().is_some_and(|(patient, _)| patient));
    let ways = named::<HowWeKnow>(words);
    let edit = move |edit: PartyEdit| case.edit(CaseEdit::Parties(edit));
    let remove = words.made(move |words| words.workshop_remove_row(words.workshop_role(number)));
    view! {
        <li class="form-group stack g3">
            <div class="form-row">
                <WritingField id=format!("own-role-{id}") label=words.made(move |words| words.workshop_role(number)) hint=words.text(Messages::workshop_who_hint)
                    value=text(|texts| &texts.role) on_input=move |text| edit(PartyEdit::Role(own.get_value(), text)) room=Room::Line/>
                <IconButton label=remove sign=Icon::Trash on_press=move |()| edit(PartyEdit::Removed(own.get_value()))/>
            </div>
            <div class="row">
                <RadioChip name="own-patient" text=words.text(Messages::workshop_patient) chosen=patient
                    on_choose=move |()| edit(PartyEdit::Patient(own.get_value()))/>
            </div>
            <Pick id=format!("own-how-{id}") label=words.made(move |words| words.workshop_how(number)) options=ways value=how
                on_choose=move |word: String| {
                    if let Some(one) = HowWeKnow::of_word(&word) {
                        edit(PartyEdit::HowWeKnow(own.get_value(), one));
                    }
                } none=Messages::workshop_choose/>
            {when(is_known, move || view! {
                <WritingField id=own.with_value(|id| format!("own-view-{id}")) label=words.made(move |words| words.workshop_view(number))
                    value=text(|texts| &texts.view) on_input=move |text| edit(PartyEdit::View(own.get_value(), text)) room=Room::Growing/>
            })}
            <WritingField id=format!("own-interest-{id}") label=words.made(move |words| words.workshop_interest(number))
                value=text(|texts| &texts.interest) on_input=move |text| edit(PartyEdit::Interest(own.get_value(), text)) room=Room::Growing/>
        </li>
    }
}

/// How the dilemma is found, and which values pull in it.
#[component]
fn MarksOf(case: CaseDesk) -> impl IntoView {
    let words = case.desk.words;
    let desk = case.desk;
    view! {
        <Part title=Messages::workshop_group_marks>
            <Pick id="own-setting" label=words.text(Messages::workshop_setting) options=of_library(desk, |library| tags(library.settings())) value=case.memo(|case| case.neutral.setting.clone())
                on_choose=move |tag| case.edit(CaseEdit::Setting(tag)) none=Messages::workshop_choose/>
            <Pick id="own-task" label=words.text(Messages::workshop_task) options=of_library(desk, |library| tags(library.tasks())) value=case.memo(|case| case.neutral.task.clone())
                on_choose=move |tag| case.edit(CaseEdit::Task(tag)) none=Messages::workshop_choose/>
            <Marks legend=words.text(Messages::workshop_themes) options=of_library(desk, |library| tags(library.themes()))
                on=case.memo(|case| case.neutral.themes.clone()) on_toggle=move |(tag, on)| case.edit(CaseEdit::Theme(tag, on))/>
            <Marks legend=words.text(Messages::workshop_values) options=of_library(desk, values)
                on=case.memo(|case| case.neutral.values.iter().map(ToString::to_string).collect::<Vec<_>>())
                on_toggle=move |(id, on): (String, bool)| case.edit(CaseEdit::Value(id.into(), on))/>
            <crate::ui::Details summary=words.text(Messages::workshop_laws)>
                <Marks legend=words.text(Messages::workshop_laws) legend_hidden=true options=of_library(desk, laws)
                    on=case.memo(|case| case.neutral.laws.iter().map(ToString::to_string).collect::<Vec<_>>())
                    on_toggle=move |(id, on): (String, bool)| case.edit(CaseEdit::Law(id.into(), on))/>
            </crate::ui::Details>
        </Part>
    }
}

/// A choice that a list can hold.
trait Choice: Copy + Send + Sync + 'static {
    fn all() -> Vec<Self>;
    fn word(self) -> &'static str;
    fn name(self) -> Phrase;

    fn of_word(word: &str) -> Option<Self> {
        Self::all().into_iter().find(|one| one.word() == word)
    }
}

fn named<C: Choice>(words: Words) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        words.with(|words| {
            C::all().into_iter().map(|one| (one.word().to_owned(), one.name()(words).to_owned())).collect()
        })
    })
}

impl Choice for Certainty {
    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Believed => "believed",
            Self::Unknown => "unknown",
        }
    }

    fn name(self) -> Phrase {
        match self {
            Self::Known => Messages::workshop_certainty_known,
            Self::Believed => Messages::workshop_certainty_believed,
            Self::Unknown => Messages::workshop_certainty_unknown,
        }
    }
}

impl Choice for FactSource {
    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Said => "said",
            Self::Record => "record",
            Self::Professional => "professional",
            Self::Experience => "experience",
            Self::ServiceUser => "service-user",
        }
    }

    fn name(self) -> Phrase {
        match self {
            Self::Observed => Messages::workshop_source_observed,
            Self::Said => Messages::workshop_source_said,
            Self::Record => Messages::workshop_source_record,
            Self::Professional => Messages::workshop_source_professional,
            Self::Experience => Messages::workshop_source_experience,
            Self::ServiceUser => Messages::workshop_source_service_user,
        }
    }
}

impl Choice for HowWeKnow {
    fn all() -> Vec<Self> {
        Self::ALL.to_vec()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Observed => "observed",
            Self::Assumed => "assumed",
            Self::Unknown => "unknown",
        }
    }

    fn name(self) -> Phrase {
        match self {
            Self::Said => Messages::workshop_how_said,
            Self::Observed => Messages::workshop_how_observed,
            Self::Assumed => Messages::workshop_how_assumed,
            Self::Unknown => Messages::workshop_how_unknown,
        }
    }
}
