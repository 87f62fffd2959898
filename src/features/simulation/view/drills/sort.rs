//! ISBAR: what one could say, one thing at a time, to the letter where it belongs.

use leptos::prelude::*;

use super::kept::{Played, marks};
use crate::content::{IsbarItem, Sorted};
use crate::ethics::CallId;
use crate::features::simulation::drill::round::{Asked as _, Ends, Msg, Round};
use crate::features::simulation::drill::sorting::{Saying, call_after, first_call, sayings};
use crate::features::simulation::view::scenarios::in_place_of_scenarios;
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::progress::DrillMarks;
use crate::route::Route;
use crate::scored::{OnlyPractice, said};
use crate::services::Services;
use crate::ui::{
    Button, Details, Icon, LinkButton, Look, Notice, NoticeKind, Panel, PanelLook, Scale, live, when,
};
use crate::writing::KeptStatus;

/// The call that is practised, in the language in use.
#[derive(Clone, Copy)]
pub(super) struct Calls {
    pub(super) services: Services,
    /// Which one; none before there is one.
    pub(super) id: RwSignal<Option<CallId>>,
}

impl Calls {
    pub(super) fn new(services: Services) -> Self {
        services.need_scenarios();
        Self { services, id: RwSignal::new(None) }
    }

    /// Asks something of all of them; tracked.
    pub(super) fn with<A: Default>(self, ask: impl FnOnce(&[IsbarItem]) -> A) -> A {
        self.services.scenarios().ready().map(|pack| ask(&pack.isbar)).unwrap_or_default()
    }

    /// The one that is practised; tracked.
    pub(super) fn now(self) -> Option<IsbarItem> {
        let id = self.id.get()?;
        self.with(|calls| calls.iter().find(|call| call.neutral.id == id).cloned())
    }

    /// Chooses one; its heading is where one goes on.
    pub(super) fn choose(self, id: Option<CallId>) {
        if id.is_some() {
            self.id.set(id);
            document::to_heading();
        }
    }

    /// Goes to the one after this one.
    pub(super) fn choose_next(self) {
        let next = untrack(|| self.with(|calls| call_after(calls, &self.id.get()?)));
        self.choose(next);
    }
}

/// The other calls, for whoever wants another one.
#[component]
pub(super) fn OtherCalls(calls: Calls) -> impl IntoView {
    let words = Words::get();
    let others = Memo::new(move |_| {
        let here = calls.id.get();
        let of = |call: &IsbarItem| (call.neutral.id.clone(), call.words.title.clone());
        calls.with(|all| all.iter().map(of).filter(|(id, _)| Some(id) != here.as_ref()).collect::<Vec<_>>())
    });
    let other = move |(id, title): (CallId, String)| {
        view! {
            <li><Button text=Signal::stored(title) look=Look::Tertiary after=Icon::ChevronRight
                on_press=move |()| calls.choose(Some(id.clone()))/></li>
        }
    };
    view! {
        <Details summary=words.text(Messages::drill_calls)>
            <ul class="drill-calls">{live(move || others.get().into_iter().map(other).collect_view())}</ul>
        </Details>
    }
}

/// Sorting to letters.
#[component]
pub(super) fn SortDrill(services: Services) -> impl IntoView {
    let calls = Calls::new(services);
    let played = Played::<Saying>::new(services);
    let marks = marks(services);
    Effect::new(move |_| {
        let Some(found) = marks.get() else { return };
        if calls.id.with_untracked(Option::is_none) {
            let first = calls.with(|calls| first_call(calls, &found));
            calls.id.set(first);
        }
        played.round.update(|round| {
            if let Some(round) = round {
                round.marks = found;
            }
        });
    });
    // Another call is another round.
    Effect::new(move |before: Option<Option<CallId>>| {
        let now = calls.id.get();
        if now.is_some() && before.flatten() != now {
            begin(calls, played, marks);
        }
        now
    });
    let face = played.face();
    live(move || match face.get() {
        None => in_place_of_scenarios(services),
        Some(Some((number, saying))) => view! { <Ask calls played number saying/> }.into_any(),
        Some(None) => view! { <End calls played/> }.into_any(),
    })
}

fn begin(calls: Calls, played: Played<Saying>, marks: RwSignal<Option<DrillMarks>>) {
    let Some(call) = untrack(|| calls.now()) else { return };
    let own = played.round.with_untracked(|round| round.as_ref().map(|round| round.marks.clone()));
    let marks = own.or_else(|| marks.get_untracked()).unwrap_or_default();
    let round = Round::new(sayings(&call), marks, calls.services.chance(), Ends::AfterEachOnce);
    played.round.set(Some(round));
}

/// One thing that one could say.
#[component]
fn Ask(calls: Calls, played: Played<Saying>, number: usize, saying: Saying) -> impl IntoView {
    let words = Words::get();
    let call = Memo::new(move |_| calls.now());
    let said = {
        let fact = saying.fact.clone();
        Signal::derive(move || {
            let text = |call: &IsbarItem| call.words.facts.get(&fact).cloned();
            call.with(|call| call.as_ref().and_then(text)).unwrap_or_default()
        })
    };
    let title = Signal::derive(move || {
        call.with(|call| call.as_ref().map(|call| call.words.title.clone()).unwrap_or_default())
    });
    let of = played.memo(|round| round.of);
    let step = words.made(move |words| words.drill_step(number, of.get()));
    let to = words.made(move |words| {
        let to = call.with(|call| call.as_ref().map(|call| call.words.to.clone()).unwrap_or_default());
        words.drill_call_to(to)
    });
    let given = played.memo(|round| round.given);
    let is_answered = Signal::derive(move || given.get().is_some());
    let answer = move |letter: Sorted| {
        let text = words.made(move |words| said::letter(words, letter));
        let pressed = Signal::derive(move || given.get() == Some(letter));
        view! {
            <Button text look=Look::Plain scale=Scale::Large class="drill-answer" pressed
                on_press=move |()| played.tell(Msg::Answer(letter))/>
        }
    };
    let is_last = played.memo(Round::is_done);
    let next = words.made(move |words| {
        if is_last.get() { words.drill_finish().to_owned() } else { words.drill_next().to_owned() }
    });
    view! {
        <header class="stack g2">
            <p class="t-sm muted">{title}" · "{step}</p>
            <p class="t-sm muted">{to}</p>
            <h1 id="step-title" class="serif q-md" tabindex="-1">{said}</h1>
            <OnlyPractice/>
        </header>
        <fieldset class="choice">
            <legend class="t-sub">{words.text(Messages::drill_sort)}</legend>
            <div class="drill-answers" data-wide="true">{Sorted::ALL.map(answer).collect_view()}</div>
        </fieldset>
        <div role="status"><Reason played/></div>
        <div class="row wrap g3">
            {when(is_answered, move || view! {
                <Button text=next scale=Scale::Large after=Icon::ArrowRight on_press=move |()| played.tell(Msg::Next)/>
            }.into_any())}
            <Button text=words.text(Messages::drill_stop) look=Look::Tertiary on_press=move |()| played.tell(Msg::Stop)/>
        </div>
        <OtherCalls calls/>
        <KeptStatus services=calls.services/>
    }
}

/// Whether the letter is right, and what it is for.
#[component]
fn Reason(played: Played<Saying>) -> impl IntoView {
    let words = Words::get();
    let answered = played.memo(|round| Some((round.at.as_ref()?.right(), round.given?)));
    live(move || {
        let (right, given) = answered.get()?;
        let is_right = right == given;
        let text = words.made(move |words| said::sorted(words, right, given));
        let (kind, sign, title): (NoticeKind, Icon, crate::i18n::Phrase) = if is_right {
            (NoticeKind::Success, Icon::CheckCircle, Messages::drill_right)
        } else {
            (NoticeKind::Info, Icon::Info, Messages::drill_wrong)
        };
        Some(view! { <Notice kind sign title=words.text(title) text/> })
    })
}

/// The end of a call: what to look at again.
#[component]
fn End(calls: Calls, played: Played<Saying>) -> impl IntoView {
    let words = Words::get();
    let missed = played.memo(Round::missed);
    let lines = move || {
        let call = calls.now();
        let line = |saying: &Saying| {
            let text = call.as_ref().and_then(|call| call.words.facts.get(&saying.fact)).cloned()?;
            let told = words.with(|words| match saying.right() {
                Sorted::Noise => words.drill_line_noise(text),
                letter @ (Sorted::I | Sorted::S | Sorted::B | Sorted::A | Sorted::R) => {
                    words.drill_line(said::letter(words, letter), text)
                }
            });
            Some(view! { <li>{told}</li> })
        };
        let lines: Vec<_> = missed.with(|missed| missed.iter().filter_map(line).collect());
        if lines.is_empty() {
            return view! { <p>{words.text(Messages::drill_sort_end_none)}</p> }.into_any();
        }
        view! { <p>{words.text(Messages::drill_end_some)}</p> <ul class="sentences">{lines}</ul> }.into_any()
    };
    view! {
        <header class="stack g2">
            <p class="t-sm muted">{words.text(Messages::drill_sort)}</p>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::drill_end)}</h1>
            <OnlyPractice/>
        </header>
        <Panel look=PanelLook::Soft><div class="stack g3">{live(lines)}</div></Panel>
        <div class="row wrap g3">
            <Button text=words.text(Messages::drill_next_call) scale=Scale::Large after=Icon::ArrowRight
                on_press=move |()| calls.choose_next()/>
            <LinkButton text=words.text(Messages::drill_to_all) href=Signal::derive(|| Route::Drills.to_string()) look=Look::Tertiary/>
        </div>
        <OtherCalls calls/>
        <KeptStatus services=calls.services/>
    }
}
