//! *Vis – gjør – tilbakemelding*: three steps, the role of the colleague, the day. Never a name.

use leptos::prelude::*;

use super::kept::Kept;
use super::names::{role_name, step_name};
use crate::content::path::PartWords;
use crate::ethics::PathId;
use crate::features::learning::paths::plan::Standing;
use crate::i18n::{Messages, Phrase, Words};
use crate::progress::{Colleague, PartMark, PathEdit, Practised};
use crate::services::Services;
use crate::ui::{Button, CheckTile, Chips, DateField, Look, RadioChip, Tiles, live};

/// One practical part while it is being done.
#[derive(Clone, Copy)]
struct Sheet {
    services: Services,
    words: Words,
    kept: Kept,
    id: StoredValue<PathId>,
    part: StoredValue<String>,
    mark: Memo<PartMark>,
}

impl Sheet {
    fn edit(self, edit: impl FnOnce(String) -> PathEdit) {
        self.id.with_value(|id| self.kept.edit_path(id, edit(self.part.get_value())));
    }
}

/// What is shown, done and talked about, and the sign-off.
#[component]
pub(super) fn Practical(
    kept: Kept,
    id: PathId,
    part: String,
    said: PartWords,
    is_begun: Memo<bool>,
    stands: Memo<Standing>,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let mark = Memo::new({
        let (id, part) = (id.clone(), part.clone());
        move |_| kept.marks(&id).parts.get(&part).cloned().unwrap_or_default()
    });
    let sheet = Sheet { services, words, kept, id: StoredValue::new(id), part: StoredValue::new(part), mark };
    let explained: [(Phrase, String); 3] = [
        (Messages::paths_show, said.show),
        (Messages::paths_do, said.doing),
        (Messages::paths_feedback, said.feedback),
    ];
    let line = |(title, text): (Phrase, String)| {
        view! { <div><dt>{words.text(title)}</dt><dd>{text}</dd></div> }
    };
    Some(view! {
        <dl class="path-steps">{explained.map(line).collect_view()}</dl>
        {live(move || is_begun.get().then(|| view! { <SignOff sheet stands/> }))}
    })
}

#[component]
fn SignOff(sheet: Sheet, stands: Memo<Standing>) -> impl IntoView {
    let Sheet { services, words, mark, .. } = sheet;
    let step = move |step: Practised| {
        let chosen = Signal::derive(move || mark.with(|mark| mark.steps.contains(&step)));
        let toggle = move |on: bool| {
            sheet.edit(|part| PathEdit::Step { part, step, on, today: services.today() });
        };
        view! { <CheckTile text=words.text(step_name(step)) chosen on_toggle=toggle/> }
    };
    let group = sheet.part.with_value(|part| format!("with-{part}"));
    let role = move |colleague: Colleague| {
        let chosen = Signal::derive(move || mark.with(|mark| mark.colleague == Some(colleague)));
        let choose = move |()| sheet.edit(|part| PathEdit::With { part, colleague });
        view! { <RadioChip name=group.clone() text=words.text(role_name(colleague)) chosen on_choose=choose/> }
    };
    let day = Signal::derive(move || mark.with(|mark| mark.day.clone()));
    let field = sheet.part.with_value(|part| format!("on-{part}"));
    let read_only = Signal::derive(move || services.reads_only());
    view! {
        <div class="stack g4" inert=read_only>
            <Tiles legend=words.text(Messages::paths_steps)>{Practised::ALL.map(step).collect_view()}</Tiles>
            <Chips legend=words.text(Messages::paths_with)>{Colleague::ALL.into_iter().map(role).collect_view()}</Chips>
            <DateField id=field label=words.text(Messages::paths_on) value=day
                on_input=move |day| sheet.edit(|part| PathEdit::On { part, day })/>
            <div role="status">{live(move || outcome(sheet, stands.get()))}</div>
        </div>
    }
}

/// Whether it is signed off, and what is missing until then.
fn outcome(sheet: Sheet, stands: Standing) -> AnyView {
    let Sheet { words, mark, .. } = sheet;
    let signed = mark.with(|mark| mark.practised().zip(mark.colleague));
    let Some((day, colleague)) = signed else {
        return view! { <p class="muted">{words.text(Messages::paths_not_signed)}</p> }.into_any();
    };
    let said = words.made(move |words| words.paths_signed(day.long(words), role_name(colleague)(words)));
    let again = matches!(stands, Standing::Again { .. }).then(|| {
        let press = move |()| sheet.edit(|part| PathEdit::Again { part });
        view! {
            <div class="row"><Button text=words.text(Messages::paths_once_more) look=Look::Secondary on_press=press/></div>
        }
    });
    view! { <div class="stack g3"><p><b>{said}</b></p>{again}</div> }.into_any()
}
