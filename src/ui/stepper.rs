//! The steps of a guide: an ordered list of links, any of which can be opened at any time. Where
//! the cells do not fit side by side at 48 px, the style shows one button that opens the list.

use leptos::prelude::*;

use super::Text;
use super::hex::{Hex, HexLook, HexMark, HexScale};
use super::icon::{Icon, IconScale, icon_with};
use super::live::live;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StepState {
    /// Worked through.
    Done,
    /// The step that is open.
    Now,
    /// Passed over.
    Skipped,
    /// Still to come.
    #[default]
    Ahead,
}

impl StepState {
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Skipped => "skipped",
            Self::Ahead => "ahead",
        }
    }

    const fn look(self) -> HexLook {
        match self {
            Self::Done => HexLook::Done,
            Self::Now => HexLook::Now,
            Self::Skipped => HexLook::Skipped,
            Self::Ahead => HexLook::Outline,
        }
    }

    const fn mark(self, number: u8) -> HexMark {
        match self {
            Self::Done => HexMark::Sign(Icon::CheckHeavy),
            Self::Skipped => HexMark::Sign(Icon::Skip),
            Self::Now | Self::Ahead => HexMark::Number(number),
        }
    }
}

/// One step as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepItem {
    /// Where the step is opened.
    pub href: String,
    /// Its number, from 1.
    pub number: u8,
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: StepState,
    /// Its state in words: «Ferdig», «Her er dere», «Hoppet over», «Steg 5».
    pub words: String,
}

/// The steps of a guide.
#[component]
pub fn Stepper(
    /// What the list is.
    #[prop(into)]
    label: Text,
    /// The button that opens the list where it does not fit: «Steg 3 av 7».
    #[prop(into)]
    short: Text,
    /// The steps, in order.
    #[prop(into)]
    steps: Signal<Vec<StepItem>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let count = Memo::new(move |_| steps.with(Vec::len));
    let number = Memo::new(move |_| {
        steps.with(|all| all.iter().find(|step| step.state == StepState::Now).map_or(1, |step| step.number))
    });
    let step = move |at: usize| {
        let item = Memo::new(move |_| steps.with(|all| all.get(at).cloned().unwrap_or_default()));
        view! { <li>{step_link(item, open)}</li> }
    };
    view! {
        <nav
            class="stepper"
            aria-label=label
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    open.set(false);
                }
            }
        >
            <div class="stepper-frame" data-count=Signal::derive(move || count.get().to_string())>
                <button
                    type="button"
                    class="ds-button stepper-toggle"
                    data-variant="tertiary"
                    data-color="neutral"
                    aria-expanded=Signal::derive(move || open.get().to_string())
                    aria-controls="stepper-list"
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <Hex look=HexLook::Now scale=HexScale::Small>
                        <span aria-hidden="true">{number}</span>
                    </Hex>
                    <span class="button-words">{short}</span>
                    {icon_with(Icon::ChevronDown, IconScale::Small, "")}
                </button>
                <ol class="stepper-list" id="stepper-list" data-open=open>
                    {live(move || (0..count.get()).map(step).collect_view())}
                </ol>
            </div>
        </nav>
    }
}

/// The cell of a step: its number, or the sign of its state.
pub fn step_cell(state: Signal<StepState>, number: Signal<u8>, scale: HexScale) -> impl IntoView {
    view! {
        <Hex look=Signal::derive(move || state.get().look()) scale=scale>
            <span class="hex-mark" aria-hidden="true">
                {live(move || state.get().mark(number.get()).view())}
            </span>
        </Hex>
    }
}

fn step_link(item: Memo<StepItem>, open: RwSignal<bool>) -> impl IntoView {
    let state = Memo::new(move |_| item.with(|step| step.state));
    let number = Memo::new(move |_| item.with(|step| step.number));
    view! {
        <a
            class="step"
            data-state=Signal::derive(move || state.get().name())
            href=Signal::derive(move || item.with(|step| step.href.clone()))
            aria-current=Signal::derive(move || (state.get() == StepState::Now).then_some("step"))
            on:click=move |_| open.set(false)
        >
            {step_cell(state.into(), number.into(), HexScale::Normal)}
            <span class="step-words">
                <span class="step-name">{live(move || item.with(|step| step.name.clone()))}</span>
                " "
                <span class="step-state">{live(move || item.with(|step| step.words.clone()))}</span>
            </span>
        </a>
    }
}
