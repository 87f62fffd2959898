//! Part 6: what weighs most and why, what is set aside and how it is softened, what happens next.

use leptos::prelude::*;

use super::Desk;
use super::choices::answer_text;
use super::values::ItemSelect;
use crate::features::reflection::edits::Edit;
use crate::features::reflection::referat::report_kind;
use crate::features::reflection::session::{
    ItemId, NextStep, ReportAnswer, ReportKind, SetAside, ValueFate, filled,
};
use crate::i18n::Messages;
use crate::ui::{
    Chips, DateField, Details, Icon, Notice, NoticeKind, RadioChip, RadioTile, Room, Tag, Tiles, Tone, live,
    when,
};
use crate::writing::WritingField;

/// The overall assessment.
#[component]
pub(super) fn Overall(desk: Desk) -> impl IntoView {
    view! {
        <div class="stack g6">
            <Choose desk/>
            <Reason desk/>
            <Remainder desk/>
            <WritingField id="disagreement" label=desk.words.text(Messages::reflection_disagreement)
                hint=desk.words.text(Messages::reflection_disagreement_hint)
                value=desk.text(|session| session.overall.disagreement.clone())
                on_input=move |text| desk.edit(Edit::Disagreement(text))/>
            <Next desk/>
            <Report desk/>
        </div>
    }
}

/// Which course of action, or none yet.
#[component]
pub(super) fn Choose(
    desk: Desk,
    /// Nothing is said where there are no ideas yet.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let words = desk.words;
    let ideas = desk.memo(|session| {
        let written = session.alternatives.iter().filter(|a| filled(&a.text));
        written.map(|a| (a.id, a.text.clone())).collect::<Vec<_>>()
    });
    let chosen = desk.memo(|session| session.overall.chosen);
    let tile = move |(id, text): (ItemId, String)| {
        view! {
            <RadioTile name="choice" text=Signal::stored(text) chosen=Signal::derive(move || chosen.get() == Some(id))
                on_choose=move |()| desk.edit(Edit::Chosen(Some(id)))/>
        }
    };
    live(move || {
        let list = ideas.get();
        if list.is_empty() && quiet {
            return ().into_any();
        }
        if list.is_empty() {
            return view! {
                <Notice kind=NoticeKind::Quiet sign=Icon::Idea text=words.text(Messages::reflection_no_alternatives)/>
            }
            .into_any();
        }
        view! {
            <Tiles legend=words.text(Messages::reflection_choose) sentences=true>
                {list.into_iter().map(tile).collect_view()}
                <RadioTile name="choice" text=words.text(Messages::reflection_choose_none)
                    chosen=Signal::derive(move || chosen.get().is_none()) on_choose=move |()| desk.edit(Edit::Chosen(None))/>
            </Tiles>
        }
        .into_any()
    })
}

/// What weighs most and why.
#[component]
pub(super) fn Reason(desk: Desk) -> impl IntoView {
    view! {
        <WritingField id="reason" label=desk.words.text(Messages::reflection_reason)
            hint=desk.words.text(Messages::reflection_reason_hint)
            value=desk.text(|session| session.overall.reason.clone())
            on_input=move |text| desk.edit(Edit::Reason(text)) room=Room::Lines/>
    }
}

/// The moral remainder: every value is honoured, set aside or named as open.
#[component]
fn Remainder(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let values =
        desk.memo(|session| session.values.iter().map(|v| (v.id, v.name.clone())).collect::<Vec<_>>());
    live(move || {
        (!values.with(Vec::is_empty)).then(|| {
            view! {
                <section class="stack g3">
                    <h2 class="t-sub">{words.text(Messages::reflection_aside_title)}</h2>
                    <p class="muted t-sm">{words.text(Messages::reflection_aside_lead)}</p>
                    <ul class="rows">
                        <For each=move || values.get() key=|value| value.clone()
                            children=move |(id, name)| view! { <Fate desk id name/> }/>
                    </ul>
                </section>
            }
        })
    })
}

#[component]
fn Fate(desk: Desk, id: ItemId, name: String) -> impl IntoView {
    let words = desk.words;
    let fate = desk.memo(move |session| session.fate_of(id));
    let aside =
        desk.memo(move |session| session.overall.set_aside.iter().find(|aside| aside.value == id).cloned());
    let said = words.made(move |words| {
        match fate.get() {
            ValueFate::Honoured => words.reflection_value_honoured(),
            ValueFate::SetAside => words.reflection_value_aside(),
            ValueFate::Open => words.reflection_value_open(),
        }
        .to_owned()
    });
    let label = name.clone();
    let legend = words.made(move |words| words.reflection_aside_choice(&label));
    let is_aside = Memo::new(move |_| fate.get() == ValueFate::SetAside);
    let (fields, shown) = (name.clone(), name);
    view! {
        <li class="fate">
            <div class="row wrap g3">
                <b class="grow">{shown}</b>
                {live(move || (!is_aside.get()).then(|| view! { <Tag text=said tone=Tone::Neutral/> }))}
                <span class="chips">
                    <crate::ui::Chip text=words.text(Messages::reflection_value_aside_set) chosen=is_aside sign=Icon::Weigh
                        on_toggle=move |_| desk.edit(Edit::SetAsideToggled(id))/>
                </span>
                <span class="sr">{legend}</span>
            </div>
            {when(is_aside, move || view! { <Soften desk id name=fields.clone() aside/> })}
        </li>
    }
}

#[component]
fn Soften(desk: Desk, id: ItemId, name: String, aside: Memo<Option<SetAside>>) -> impl IntoView {
    let words = desk.words;
    let parties = desk.memo(|session| {
        let named = session.parties.iter().filter(|party| filled(&party.role));
        named.map(|party| (party.id, party.role.clone())).collect::<Vec<_>>()
    });
    let party = Memo::new(move |_| aside.with(|a| a.as_ref().and_then(|a| a.party)));
    let text =
        Signal::derive(move || aside.with(|a| a.as_ref().map(|a| a.soften.clone()).unwrap_or_default()));
    let value = name.clone();
    view! {
        <div class="soften">
            <div class="field">
                <span class="field-label">{words.text(Messages::reflection_aside_for)}</span>
                <ItemSelect label=words.made(move |w| w.reflection_aside_for_of(&value)) none=words.text(Messages::reflection_aside_nobody)
                    items=parties value=party on_choose=Callback::new(move |party| desk.edit(Edit::SetAsideFor(id, party)))/>
            </div>
            <WritingField id=format!("soften-{}", id.0) label=words.made(move |w| w.reflection_aside_soften_of(&name)) value=text
                on_input=move |text| desk.edit(Edit::SetAsideSoftened(id, text))/>
        </div>
    }
}

/// Which of the two answers to «Hva skjer nå?» is chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NextKind {
    Undecided,
    Action,
    Nothing,
}

impl NextKind {
    fn of(next: &NextStep) -> Self {
        match next {
            NextStep::Undecided => Self::Undecided,
            NextStep::Action { .. } => Self::Action,
            NextStep::Nothing { .. } => Self::Nothing,
        }
    }
}

/// What happens next: something with a role and a day, or nothing for a reason.
#[component]
pub(super) fn Next(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let kind = desk.memo(|session| NextKind::of(&session.overall.next));
    let act = move |()| {
        if kind.get_untracked() != NextKind::Action {
            let (what, role, date) = (String::new(), String::new(), String::new());
            desk.edit(Edit::Next(NextStep::Action { what, role, date }));
        }
    };
    let rest = move |()| {
        if kind.get_untracked() != NextKind::Nothing {
            desk.edit(Edit::Next(NextStep::Nothing { because: String::new() }));
        }
    };
    view! {
        <section class="stack g4">
            <Tiles legend=words.text(Messages::reflection_next_title)>
                <RadioTile name="next" text=words.text(Messages::reflection_next_action)
                    chosen=Signal::derive(move || kind.get() == NextKind::Action) on_choose=act/>
                <RadioTile name="next" text=words.text(Messages::reflection_next_nothing)
                    chosen=Signal::derive(move || kind.get() == NextKind::Nothing) on_choose=rest/>
            </Tiles>
            {live(move || match kind.get() {
                NextKind::Undecided => ().into_any(),
                NextKind::Action => view! { <ActionFields desk/> }.into_any(),
                NextKind::Nothing => view! { <BecauseField desk/> }.into_any(),
            })}
        </section>
    }
}

#[component]
fn ActionFields(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let parts = desk.memo(|session| match &session.overall.next {
        NextStep::Action { what, role, date } => (what.clone(), role.clone(), date.clone()),
        NextStep::Undecided | NextStep::Nothing { .. } => Default::default(),
    });
    let change = move |place: fn(&mut (String, String, String)) -> &mut String, text: String| {
        let mut next = parts.get_untracked();
        *place(&mut next) = text;
        let (what, role, date) = next;
        desk.edit(Edit::Next(NextStep::Action { what, role, date }));
    };
    let today = desk.services.today();
    view! {
        <div class="action-fields">
            <WritingField id="next-what" label=words.text(Messages::reflection_next_what) value=Signal::derive(move || parts.get().0)
                on_input=move |text| change(|p| &mut p.0, text)/>
            <WritingField id="next-role" label=words.text(Messages::reflection_next_role) hint=words.text(Messages::reflection_next_role_hint)
                value=Signal::derive(move || parts.get().1) on_input=move |text| change(|p| &mut p.1, text)/>
            <DateField id="next-date" label=words.text(Messages::reflection_next_date) value=Signal::derive(move || parts.get().2)
                on_input=move |text| change(|p| &mut p.2, text) first=Signal::stored(today.to_string())/>
        </div>
    }
}

#[component]
fn BecauseField(desk: Desk) -> impl IntoView {
    let because = desk.text(|session| match &session.overall.next {
        NextStep::Nothing { because } => because.clone(),
        NextStep::Undecided | NextStep::Action { .. } => String::new(),
    });
    view! {
        <WritingField id="next-because" label=desk.words.text(Messages::reflection_next_because) value=because
            on_input=move |because| desk.edit(Edit::Next(NextStep::Nothing { because }))/>
    }
}

/// «Skal dette meldes?» points out of the app.
#[component]
fn Report(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let answered = desk.model.with_untracked(|model| !model.session.overall.report.is_empty());
    view! {
        <Details summary=words.text(Messages::reflection_report_title) open=answered>
            <div class="stack g4">
                <p>{words.text(Messages::reflection_report_lead)}</p>
                {ReportKind::ALL.into_iter().map(|kind| view! { <ReportRow desk kind/> }).collect_view()}
                <Notice kind=NoticeKind::Quiet sign=Icon::Info text=words.text(Messages::reflection_report_danger)/>
            </div>
        </Details>
    }
}

#[component]
fn ReportRow(desk: Desk, kind: ReportKind) -> impl IntoView {
    let words = desk.words;
    let chosen = desk.memo(move |session| session.overall.report.get(&kind).copied());
    let name = match kind {
        ReportKind::Deviation => "report-deviation",
        ReportKind::Threat => "report-threat",
        ReportKind::Wrongdoing => "report-wrongdoing",
    };
    let chip = move |answer: ReportAnswer| {
        view! {
            <RadioChip name=name text=answer_text(answer, words) chosen=Signal::derive(move || chosen.get() == Some(answer))
                on_choose=move |()| desk.edit(Edit::Report(kind, Some(answer)))/>
        }
    };
    let note = words.made(move |words| {
        match kind {
            ReportKind::Deviation => words.reflection_report_yes_note(),
            ReportKind::Threat => words.reflection_report_threat_note(),
            ReportKind::Wrongdoing => words.reflection_report_wrongdoing_note(),
        }
        .to_owned()
    });
    view! {
        <div class="stack g2">
            <Chips legend=words.made(move |w| report_kind(kind, w).to_owned())>
                {ReportAnswer::ALL.into_iter().map(chip).collect_view()}
            </Chips>
            {live(move || matches!(chosen.get(), Some(ReportAnswer::Yes | ReportAnswer::Unsure)).then(|| view! { <p class="t-sm">{note}</p> }))}
        </div>
    }
}
