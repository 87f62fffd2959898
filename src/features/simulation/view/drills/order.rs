//! ISBAR: putting what one says in order, by tapping and by buttons, never by dragging alone.

use leptos::prelude::*;

use super::sort::{Calls, OtherCalls};
use crate::content::{IsbarItem, Sorted};
use crate::features::simulation::drill::ordering::{Msg, Ordering, Stands, Verdict};
use crate::features::simulation::view::scenarios::in_place_of_scenarios;
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::route::Route;
use crate::scored::{OnlyPractice, said};
use crate::services::Services;
use crate::ui::{
    Button, Chip, Chips, Icon, IconButton, IconScale, LinkButton, LiveRegion, Look, Notice, NoticeKind,
    icon_with, live,
};

/// What a screen knows of a call that is put in order.
#[derive(Clone, Copy)]
struct Desk {
    calls: Calls,
    words: Words,
    ordering: RwSignal<Ordering>,
    /// What was done last, for whoever does not see it.
    told: RwSignal<String>,
}

impl Desk {
    fn text(self, id: &str) -> String {
        let call = untrack(|| self.calls.now());
        call.and_then(|call| call.words.facts.get(id).cloned()).unwrap_or_default()
    }

    /// Takes in what happened, and tells where something stands now.
    fn tell(self, msg: Msg) {
        let about = match &msg {
            Msg::Say(id) | Msg::Earlier(id) | Msg::Later(id) => Some(id.clone()),
            Msg::Look | Msg::Clear => None,
        };
        self.ordering.update(|ordering| ordering.update(msg));
        let told = about.map(|id| {
            let place = self.ordering.with_untracked(|ordering| ordering.place_of(&id));
            let text = self.text(&id);
            self.words.now(|words| match place {
                Some(place) => words.drill_place(place + 1, text),
                None => words.drill_taken(text),
            })
        });
        self.told.set(told.unwrap_or_default());
    }

    /// Moves something, and keeps the focus on it: at an end on the button that still does something.
    fn move_it(self, id: String, earlier: bool) {
        self.tell(if earlier { Msg::Earlier(id.clone()) } else { Msg::Later(id.clone()) });
        let (place, count) = self
            .ordering
            .with_untracked(|ordering| (ordering.place_of(&id).unwrap_or_default(), ordering.said.len()));
        let is_at_end = if earlier { place == 0 } else { place + 1 == count };
        let up = earlier != is_at_end;
        document::focus_soon(if up { up_id(&id) } else { down_id(&id) });
    }

    /// Takes something away; the focus goes to the list, which says what is left.
    fn take_away(self, id: String) {
        self.tell(Msg::Say(id));
        document::focus_soon(SAID.to_owned());
    }
}

const SAID: &str = "drill-said";

fn up_id(id: &str) -> String {
    format!("up-{id}")
}

fn down_id(id: &str) -> String {
    format!("down-{id}")
}

/// Putting a call in order.
#[component]
pub(super) fn OrderDrill(services: Services) -> impl IntoView {
    let calls = Calls::new(services);
    Effect::new(move |_| {
        let first = calls.with(|calls| calls.first().map(|call| call.neutral.id.clone()));
        if calls.id.with_untracked(Option::is_none) {
            calls.id.set(first);
        }
    });
    live(move || match calls.id.get() {
        None => in_place_of_scenarios(services),
        // Another call is another desk.
        Some(_) => view! { <Whole calls/> }.into_any(),
    })
}

#[component]
fn Whole(calls: Calls) -> impl IntoView {
    let words = Words::get();
    let desk = Desk {
        calls,
        words,
        ordering: RwSignal::new(Ordering::default()),
        told: RwSignal::new(String::new()),
    };
    let call = Memo::new(move |_| calls.now());
    let title = Signal::derive(move || {
        call.with(|call| call.as_ref().map(|call| call.words.title.clone()).unwrap_or_default())
    });
    let to = words.made(move |words| {
        let to = call.with(|call| call.as_ref().map(|call| call.words.to.clone()).unwrap_or_default());
        words.drill_call_to(to)
    });
    let facts = Memo::new(move |_| call.with(|call| call.as_ref().map(facts_of).unwrap_or_default()));
    let chip = move |(id, text): (String, String)| {
        let chosen = {
            let id = id.clone();
            Memo::new(move |_| desk.ordering.with(|ordering| ordering.place_of(&id).is_some()))
        };
        view! { <Chip text=Signal::stored(text) chosen on_toggle=move |_| desk.tell(Msg::Say(id.clone())) sign=Icon::Voice/> }
    };
    view! {
        <header class="stack g2">
            <p class="t-sm muted">{words.text(Messages::drill_order)}</p>
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
            <p>{to}</p>
            <p class="muted">{words.text(Messages::drill_order_lead)}</p>
            <OnlyPractice/>
        </header>
        <div class="drill-columns">
            <div class="drill-facts">
                <Chips legend=words.text(Messages::drill_facts)>{live(move || facts.get().into_iter().map(chip).collect_view())}</Chips>
            </div>
            <Said desk call/>
        </div>
        <LiveRegion text=desk.told/>
        <OtherCalls calls/>
    }
}

fn facts_of(call: &IsbarItem) -> Vec<(String, String)> {
    let facts = call.neutral.facts.iter();
    facts.filter_map(|fact| Some((fact.id.clone(), call.words.facts.get(&fact.id)?.clone()))).collect()
}

/// What one says, in order, and how it stands.
#[component]
fn Said(desk: Desk, call: Memo<Option<IsbarItem>>) -> impl IntoView {
    let words = desk.words;
    let verdict = Memo::new(move |_| {
        let facts = call.with(|call| call.as_ref().map(|call| call.neutral.facts.clone()))?;
        desk.ordering.with(|ordering| ordering.looked.then(|| ordering.verdict(&facts)))
    });
    let said = Memo::new(move |_| desk.ordering.with(|ordering| ordering.said.clone()));
    let count = Memo::new(move |_| said.with(Vec::len));
    // Only what is said is followed here: beside what is made from it, a change of order alone would be missed.
    let list = move || {
        let said = said.get();
        if said.is_empty() {
            return view! { <p class="muted">{words.text(Messages::drill_said_none)}</p> }.into_any();
        }
        let of_call = call.get();
        let line = |(place, id): (usize, String)| {
            let text =
                of_call.as_ref().and_then(|call| call.words.facts.get(&id).cloned()).unwrap_or_default();
            view! { <Line desk verdict place count id text/> }
        };
        let lines = said.into_iter().enumerate().map(line).collect_view();
        view! { <ol class="drill-said">{lines}</ol> }.into_any()
    };
    let is_empty = Signal::derive(move || count.get() == 0);
    view! {
        <section class="stack g3" aria-labelledby=SAID>
            <h2 id=SAID class="t-sub" tabindex="-1">{words.text(Messages::drill_said)}</h2>
            {live(list)}
            <div role="status">{live(move || verdict.get().map(|verdict| told_verdict(words, verdict)))}</div>
            <div class="row wrap g3">
                <Button text=words.text(Messages::drill_look) disabled=is_empty on_press=move |()| desk.tell(Msg::Look)/>
                <Button text=words.text(Messages::drill_clear) look=Look::Tertiary disabled=is_empty
                    on_press=move |()| { desk.tell(Msg::Clear); document::focus_soon(SAID.to_owned()); }/>
                <Button text=words.text(Messages::drill_next_call) look=Look::Secondary on_press=move |()| desk.calls.choose_next()/>
                <LinkButton text=words.text(Messages::drill_to_all) href=Signal::derive(|| Route::Drills.to_string()) look=Look::Tertiary/>
            </div>
        </section>
    }
}

/// One thing that one says, with the ways to move it.
#[component]
fn Line(
    desk: Desk,
    verdict: Memo<Option<Verdict>>,
    place: usize,
    count: Memo<usize>,
    id: String,
    text: String,
) -> impl IntoView {
    let words = desk.words;
    let stands = {
        let id = id.clone();
        Memo::new(move |_| {
            verdict.with(|verdict| {
                let said = verdict.as_ref()?.said.iter();
                said.clone().find(|(other, ..)| *other == id).map(|(_, letter, stands)| (*letter, *stands))
            })
        })
    };
    let about = StoredValue::new(text.clone());
    let label = move |phrase: crate::i18n::Phrase| {
        words.made(move |words| format!("{}: {}", phrase(words), about.get_value()))
    };
    let (up, down, away) = (id.clone(), id.clone(), id.clone());
    let is_last = Signal::derive(move || place + 1 >= count.get());
    let outside = move || stands.get().is_some_and(|(_, stands)| stands != Stands::Right).then_some("true");
    view! {
        <li class="drill-line" data-outside=outside>
            <span class="drill-text">
                {text}
                {live(move || stands.get().map(|(letter, stands)| told_stands(words, letter, stands)))}
            </span>
            <span class="drill-moves">
                <button type="button" class="ds-button" data-icon=true data-variant="tertiary" id=up_id(&id) disabled=place == 0
                    aria-label=label(Messages::drill_earlier) on:click=move |_| desk.move_it(up.clone(), true)>
                    {icon_with(Icon::ArrowUp, IconScale::Normal, "")}
                </button>
                <button type="button" class="ds-button" data-icon=true data-variant="tertiary" id=down_id(&id) disabled=is_last
                    aria-label=label(Messages::drill_later) on:click=move |_| desk.move_it(down.clone(), false)>
                    {icon_with(Icon::ArrowDown, IconScale::Normal, "")}
                </button>
                <IconButton label=label(Messages::drill_take_away) sign=Icon::Close on_press=move |()| desk.take_away(away.clone())/>
            </span>
        </li>
    }
}

fn told_stands(words: Words, letter: Sorted, stands: Stands) -> AnyView {
    let sign = if stands == Stands::Right { Icon::Check } else { Icon::Flag };
    let text = words.made(move |words| {
        let name = said::letter(words, letter);
        match stands {
            Stands::Right => format!("{name}. {}", words.drill_stands_right()),
            Stands::Earlier => format!("{name}. {}", words.drill_stands_earlier()),
            Stands::Later => format!("{name}. {}", words.drill_stands_later()),
            Stands::Noise => format!("{name}. {}", words.drill_mean_noise()),
        }
    });
    view! { <span class="drill-stands t-sm">{icon_with(sign, IconScale::Small, "")} <span>{text}</span></span> }
        .into_any()
}

fn told_verdict(words: Words, verdict: Verdict) -> AnyView {
    let (whole, in_order) = (verdict.is_whole(), verdict.is_in_order());
    let text = words.made(move |words| {
        if whole {
            return words.drill_whole().to_owned();
        }
        let letters: Vec<String> =
            verdict.missing.iter().map(|letter| said::letter(words, *letter)).collect();
        let missing = (!letters.is_empty()).then(|| words.drill_missing(letters.join(", ")));
        let outside = (!in_order).then(|| words.drill_outside().to_owned());
        outside.into_iter().chain(missing).collect::<Vec<_>>().join(" ")
    });
    let (kind, sign) =
        if whole { (NoticeKind::Success, Icon::CheckCircle) } else { (NoticeKind::Info, Icon::Info) };
    view! { <Notice kind sign text/> }.into_any()
}
