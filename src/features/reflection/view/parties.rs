//! Part 3: who is affected, what they think and how we know it. The patient's own voice is always a
//! row, and the first one.

use leptos::prelude::*;

use super::Desk;
use super::choices::Choice;
use super::facts::FindOutFields;
use super::frame::words_about;
use crate::ethics::HowWeKnow;
use crate::features::reflection::edits::{Edit, PartyEdit};
use crate::features::reflection::referat::{find_out_line, without_quotes};
use crate::features::reflection::session::{FindOut, Heard, ItemId, Party, Session, filled};
use crate::i18n::Messages;
use crate::platform::document;
use crate::ui::{Button, Icon, IconButton, Look, Notice, NoticeKind, SelectChip, Tone, live, when};
use crate::writing::WritingField;

/// The patient first, then everybody else.
#[component]
pub(super) fn Parties(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let patient = desk.memo(|session| session.patient().map(|party| party.id));
    let others = desk.memo(|session| {
        session.parties.iter().filter(|party| !party.patient).map(|party| party.id).collect::<Vec<_>>()
    });
    let add = move |()| {
        desk.edit(Edit::PartyAdded);
        if let Some(id) = others.get_untracked().last() {
            document::focus_soon(format!("party-{}-role", id.0));
        }
    };
    view! {
        <MissingVoice desk/>
        <ul class="rows">
            {live(move || patient.get().map(|id| view! { <PartyRow desk id/> }))}
        </ul>
        <div class="section-head">
            <h2 class="t-sub">{words.text(Messages::reflection_parties_others)}</h2>
            <span class="muted t-sm wide-only">{words.text(Messages::reflection_parties_roles)}</span>
            <Button text=words.text(Messages::reflection_party_add) on_press=add look=Look::Tertiary before=Icon::Plus class="pull-end"/>
        </div>
        <ul class="rows">
            <For each=move || others.get() key=|id| *id children=move |id| view! { <PartyRow desk id/> }/>
        </ul>
    }
}

/// A pointer, not an error: the patient's own voice is missing, and one thing can be done about it.
#[component]
fn MissingVoice(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let missing = desk.memo(Session::patient_voice_is_missing);
    let title =
        words_about(desk, |session, words| words.reflection_voice_missing(patient_role(session, words)));
    let asked = words_about(desk, |session, words| {
        let line = session.patient().and_then(|p| p.ask.as_ref()).and_then(|ask| ask_line(ask, words));
        line.unwrap_or_else(|| words.reflection_voice_missing_lead().to_owned())
    });
    let wants = RwSignal::new(false);
    let ask = move |()| {
        wants.set(true);
        document::focus_soon("voice-role".to_owned());
    };
    live(move || {
        missing.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Amber sign=Icon::Voice title=title text=asked>
                    {live(move || (!wants.get()).then(|| view! {
                        <Button text=words.text(Messages::reflection_voice_ask) on_press=ask look=Look::Secondary tone=Tone::Refleks/>
                    }))}
                </Notice>
                {when(wants, move || view! { <VoiceFields desk/> })}
            }
        })
    })
}

fn ask_line(ask: &FindOut, words: &Messages) -> Option<String> {
    let day = crate::i18n::Day::parse(&ask.date).map(|day| day.long(words));
    match (filled(&ask.role), day) {
        (true, Some(day)) => Some(words.reflection_voice_asked_by(day, ask.role.trim())),
        (true, None) => Some(words.reflection_voice_asked_by_role(ask.role.trim())),
        (false, _) => find_out_line(ask, words),
    }
}

#[component]
fn VoiceFields(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let ask = desk.memo(|session| session.patient().and_then(|party| party.ask.clone()));
    let change = move |find_out| {
        if let Some(id) = desk.model.with_untracked(|model| model.session.patient().map(|party| party.id)) {
            desk.edit(Edit::Party(id, PartyEdit::Ask(find_out)));
        }
    };
    view! {
        <FindOutFields words=words id="voice".to_owned() open=true value=ask on_change=change
            opens=words.text(Messages::reflection_voice_ask) who=words.text(Messages::reflection_voice_who)/>
    }
}

fn patient_role(session: &Session, words: &Messages) -> String {
    let role = session.patient().map(|party| party.role.trim().to_owned()).filter(|role| filled(role));
    role.unwrap_or_else(|| words.reflection_patient().to_owned())
}

/// One party: what is known at a glance, and the fields when the row is opened.
#[component]
fn PartyRow(desk: Desk, id: ItemId) -> impl IntoView {
    let words = desk.words;
    let party = desk.memo(move |session| session.party(id).cloned());
    let is_new = party
        .with_untracked(|p| p.as_ref().is_none_or(|p| !filled(&p.role) || (!filled(&p.view) && p.patient)));
    let open = RwSignal::new(is_new);
    let role = words.made(move |words| {
        let role = party.with(|party| party.as_ref().map(|p| p.role.clone()).unwrap_or_default());
        if filled(&role) { role } else { words.reflection_party_role().to_owned() }
    });
    let says = words.made(move |words| {
        party.with(|party| party.as_ref().map(|p| at_a_glance(p, words)).unwrap_or_default())
    });
    let how =
        Signal::derive(move || party.with(|party| party.as_ref().map(|p| p.how).unwrap_or_default()).word());
    let set_how = move |word| {
        if let Some(how) = HowWeKnow::of_word(word) {
            desk.edit(Edit::Party(id, PartyEdit::How(how)));
        }
    };
    view! {
        <li class="party-item">
            <div class="party">
                <button type="button" class="party-open" aria-expanded=Signal::derive(move || open.get().to_string())
                    on:click=move |_| open.update(|open| *open = !*open)>
                    <span class="party-role">{role}</span>
                    <span class="party-says">{says}</span>
                    {crate::ui::icon_with(Icon::ChevronDown, crate::ui::IconScale::Small, "party-sign")}
                </button>
                <SelectChip label=words.made(move |words| words.reflection_party_how_of(role.get()))
                    values=HowWeKnow::values(words) value=how on_choose=set_how/>
            </div>
            {when(open, move || view! { <PartyFields desk id party role/> })}
        </li>
    }
}

/// What the row says when it is closed. Only what was said stands in quotation marks; what matters to
/// somebody never stands in the place of what they think.
fn at_a_glance(party: &Party, words: &Messages) -> String {
    match (filled(&party.view), party.how) {
        (true, HowWeKnow::Said) => words.reflection_party_said(without_quotes(party.view.trim())),
        (true, HowWeKnow::Observed | HowWeKnow::Assumed | HowWeKnow::Unknown) => party.view.clone(),
        (false, _) if filled(&party.interest) => words.reflection_r_interest(&party.interest),
        (false, _) => String::new(),
    }
}

#[component]
fn PartyFields(desk: Desk, id: ItemId, party: Memo<Option<Party>>, role: Signal<String>) -> impl IntoView {
    let words = desk.words;
    let edit = move |change: PartyEdit| desk.edit(Edit::Party(id, change));
    let text = move |ask: fn(&Party) -> String| {
        Signal::derive(move || party.with(|party| party.as_ref().map(ask).unwrap_or_default()))
    };
    let heard = Signal::derive(move || {
        party.with(|party| party.as_ref().map(|p| p.heard).unwrap_or_default()).word()
    });
    let patient = party.with_untracked(|party| party.as_ref().is_some_and(|party| party.patient));
    let set_heard = move |word| {
        if let Some(heard) = Heard::of_word(word) {
            edit(PartyEdit::Heard(heard));
        }
    };
    view! {
        <div class="party-fields">
            <WritingField id=format!("party-{}-role", id.0) label=words.text(Messages::reflection_party_role)
                hint=words.text(Messages::reflection_parties_roles)
                value=text(|party| party.role.clone()) on_input=move |text| edit(PartyEdit::Role(text))/>
            <WritingField id=format!("party-{}-view", id.0) label=words.made(move |w| w.reflection_party_view_of(role.get()))
                value=text(|party| party.view.clone()) on_input=move |text| edit(PartyEdit::View(text))/>
            <WritingField id=format!("party-{}-interest", id.0) label=words.made(move |w| w.reflection_party_interest_of(role.get()))
                value=text(|party| party.interest.clone()) on_input=move |text| edit(PartyEdit::Interest(text))/>
            <div class="row wrap g3">
                <span class="t-sub">{words.text(Messages::reflection_party_heard)}</span>
                <SelectChip label=words.text(Messages::reflection_party_heard) values=Heard::values(words) value=heard on_choose=set_heard/>
                {(!patient).then(|| view! {
                    <span class="end">
                        <IconButton label=words.made(move |w| w.reflection_remove_what(role.get())) sign=Icon::Trash
                            on_press=move |()| desk.edit(Edit::PartyRemoved(id))/>
                    </span>
                })}
            </div>
        </div>
    }
}
