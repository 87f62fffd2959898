//! «Orientering til leder» at the end of a group's reflection, and the plan of its meeting on paper.

use leptos::prelude::*;

use super::Desk;
use super::referat::{FileName, Paper, PaperExports};
use crate::features::reflection::for_leader::{briefing, meeting_plan};
use crate::features::reflection::group::GroupEdit;
use crate::features::reflection::referat::Block;
use crate::i18n::Messages;
use crate::platform::{clock, document};
use crate::ui::{Button, CheckTile, Icon, Look, Tone, when};
use crate::writing::WritingField;

/// What the leader gets to read, as it stands now.
pub(super) fn briefing_of(desk: Desk) -> Memo<Vec<Block>> {
    let Desk { model, words, services, .. } = desk;
    Memo::new(move |_| {
        let library = services.library();
        model.with(|model| {
            let session = &model.session;
            let Some(group) = &session.group else { return Vec::new() };
            let name = |id: &String| library.ready()?.theme_name(id).map(str::to_owned);
            let of_case = session.case.as_ref().map(|case| case.themes.as_slice()).unwrap_or_default();
            let themes: Vec<String> = of_case.iter().filter_map(name).collect();
            let ahead = clock::minutes_ahead(session.started_ms);
            words.with(|words| briefing(session, group, &themes, words, ahead))
        })
    })
}

/// What comes along beside the theme, and how it leaves the tablet.
#[component]
pub(super) fn Choices(desk: Desk, briefing: Memo<Vec<Block>>) -> impl IntoView {
    let words = desk.words;
    let with =
        desk.memo(|session| session.group.as_ref().is_some_and(|group| group.for_leader.with_agreement));
    let needs = desk.text(|session| {
        session.group.as_ref().map(|group| group.for_leader.needs.clone()).unwrap_or_default()
    });
    let has_agreement = desk.memo(|session| session.overall.next.is_agreed());
    let name: FileName = |words, day| words.group_l_file(day);
    view! {
        <section class="stack g4">
            {when(has_agreement, move || view! {
                <div class="tiles">
                    <CheckTile text=words.text(Messages::group_l_with) small=words.text(Messages::group_l_with_hint) chosen=with
                        on_toggle=move |on| desk.edit_group(GroupEdit::LeaderWithAgreement(on))/>
                </div>
            })}
            <WritingField id="leader-needs" label=words.text(Messages::group_l_needs_field) value=needs
                on_input=move |text| desk.edit_group(GroupEdit::LeaderNeeds(text))/>
            <PaperExports blocks=briefing name/>
        </section>
    }
}

/// The plan of the meeting: a button, and what it prints.
#[component]
pub(super) fn MeetingPlan(desk: Desk) -> impl IntoView {
    let Desk { model, words, .. } = desk;
    let plan = Memo::new(move |_| {
        let language = words.language();
        model.with(|model| {
            let group = model.session.group.as_ref();
            group
                .map(|group| words.with(|words| meeting_plan(&model.session, group, language, words)))
                .unwrap_or_default()
        })
    });
    let language = Signal::derive(move || words.language().code());
    view! {
        <div class="row no-print">
            <Button text=words.text(Messages::group_p_print) look=Look::Tertiary tone=Tone::Neutral before=Icon::Print class="pull-start"
                on_press=move |()| document::print()/>
        </div>
        <Paper blocks=plan language on_paper_only=true/>
    }
}
