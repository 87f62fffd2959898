//! «Til deg som leder samtalen»: what the etikkveileder may say in a situation. It opens when it is asked for, and the
//! room never sees it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::ethics::StepId;
use crate::features::reflection::session::Session;
use crate::i18n::{Language, Messages};
use crate::ui::{Button, Details, Icon, Look, Panel, PanelLook, Tone, icon, live};

/// What helps the one who leads in a step.
#[derive(Debug, Clone, PartialEq, Default)]
struct Help {
    language: Language,
    done: String,
    prompts: Vec<PromptWords>,
}

#[derive(Debug, Clone, PartialEq)]
struct PromptWords {
    when: String,
    say: String,
    source: String,
}

/// What the workplace has written for a step: the situation and the words.
type Own = Vec<(String, String)>;

fn help(session: &Session, step: &StepId, language: Language, own: &Own) -> Option<Help> {
    let (language, guide) = session.guide_words(language)?;
    let (words, step) = (guide.steps.get(step)?, session.step(step)?);
    let prompts = step.prompts.iter().filter_map(|prompt| {
        let (when, say) = (guide.triggers.get(&prompt.on)?.clone(), words.prompts.get(&prompt.on)?.clone());
        Some(PromptWords { when, say, source: prompt.source.clone() })
    });
    let own = own.iter().filter_map(|(on, say)| {
        let when = guide.triggers.get(on)?.clone();
        Some(PromptWords { when, say: say.clone(), source: String::new() })
    });
    let help = Help { language, done: words.done.clone(), prompts: prompts.chain(own).collect() };
    (!help.prompts.is_empty() || !help.done.is_empty()).then_some(help)
}

/// The button that opens the panel, and the panel. Nothing for somebody alone, or where the guide has no help.
#[component]
pub(super) fn Lead(desk: Desk, at: Signal<StepId>, open: RwSignal<bool>) -> impl IntoView {
    let words = desk.words;
    let own = own_prompts(desk, at);
    let help = Memo::new(move |_| {
        let (language, at) = (words.language(), at.get());
        desk.model.with(|model| {
            let session = &model.session;
            session.group.as_ref().and_then(|_| own.with(|own| help(session, &at, language, own)))
        })
    });
    let there = Memo::new(move |_| help.with(Option::is_some));
    let label = words.made(move |words| {
        if open.get() { words.group_panel_close() } else { words.group_panel_open() }.to_owned()
    });
    live(move || {
        there.get().then(|| {
            view! {
                <div class="lead-help">
                    <Button text=label look=Look::Tertiary tone=Tone::Lyng before=Icon::Voice pressed=Signal::from(open)
                        on_press=move |()| open.update(|open| *open = !*open)/>
                    {live(move || open.get().then(|| help.get().map(|help| view! { <HelpPanel desk help/> })))}
                </div>
            }
        })
    })
}

/// What the workplace has written for the step on the screen, as soon as it has been read.
fn own_prompts(desk: Desk, at: Signal<StepId>) -> RwSignal<Own> {
    let own = RwSignal::new(Own::new());
    Effect::new(move |_| {
        desk.services.follow_changes();
        let step = at.get();
        spawn_local(async move {
            let found = desk.services.own_prompts(&step).await;
            // The screen may be gone by now.
            let _ = own.try_set(found.into_iter().map(|(_, on, say)| (on, say)).collect());
        });
    });
    own
}

#[component]
fn HelpPanel(desk: Desk, help: Help) -> impl IntoView {
    let words = desk.words;
    let Help { language, done, prompts } = help;
    let prompt = move |prompt: PromptWords| {
        let PromptWords { when, say, source } = prompt;
        view! {
            <Details summary=Signal::stored(when)>
                <p class="serif" lang=language.code()>{say}</p>
                <p class="muted t-xs">{words.made(move |words| {
                    if source.is_empty() { words.group_panel_own().to_owned() } else { words.group_panel_source(&source) }
                })}</p>
            </Details>
        }
    };
    view! {
        <Panel look=PanelLook::Leader labelled_by="lead-title">
            <h2 id="lead-title" class="t-title">{words.text(Messages::group_panel)}</h2>
            <p class="row g2 t-sm">{icon(Icon::Hidden)} <span>{words.text(Messages::group_panel_private)}</span></p>
            <p lang=language.code()>{done}</p>
            {prompts.into_iter().map(prompt).collect_view()}
        </Panel>
    }
}
