//! Ways to talk in a step: the round of the table, the round of the perspectives, and «1–2–4–alle». What they hold is
//! in this window only and goes with the step.

use leptos::prelude::*;

use super::Desk;
use super::choices::one_of;
use super::seats::{Seat, Seats, waiting};
use crate::features::reflection::session::filled;
use crate::i18n::{Messages, Phrase};
use crate::ui::{Button, Chips, Dialog, Icon, Look, Tone, live};

/// A way to talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Form {
    /// Everybody gets the word once.
    #[default]
    Round,
    /// Everybody speaks from the place of one party.
    Perspectives,
    /// Alone, in pairs, in fours, all.
    OneTwoFour,
}

impl Form {
    const ALL: [Self; 3] = [Self::Round, Self::Perspectives, Self::OneTwoFour];

    fn name(self, words: &Messages) -> &str {
        match self {
            Self::Round => words.group_seats(),
            Self::Perspectives => words.group_talk_perspective(),
            Self::OneTwoFour => words.group_talk_four(),
        }
    }
}

/// The stages of «1–2–4–alle» with their minutes: our own proposal.
const STAGES: [(Phrase, Phrase, usize); 4] = [
    (Messages::group_talk_four_one, Messages::group_talk_four_one_text, 1),
    (Messages::group_talk_four_two, Messages::group_talk_four_two_text, 2),
    (Messages::group_talk_four_four, Messages::group_talk_four_four_text, 4),
    (Messages::group_talk_four_all, Messages::group_talk_four_all_text, 5),
];

/// How far a way to talk has come in a step.
#[derive(Clone, Copy)]
struct Talk {
    seats: RwSignal<Vec<Seat>>,
    party: RwSignal<usize>,
    stage: RwSignal<usize>,
}

/// The way in, for a group at its steps.
#[component]
pub(super) fn WaysToTalk(desk: Desk) -> impl IntoView {
    let participants =
        desk.memo(|session| session.group_underway().map(|group| usize::from(group.participants)));
    live(move || participants.get().map(|count| view! { <Ways desk count/> }))
}

#[component]
fn Ways(desk: Desk, count: usize) -> impl IntoView {
    let words = desk.words;
    let (open, form) = (RwSignal::new(false), RwSignal::new(Form::default()));
    let talk =
        Talk { seats: RwSignal::new(waiting(count)), party: RwSignal::new(0), stage: RwSignal::new(0) };
    // A new step is a new talk.
    let step = desk.memo(|session| session.at.clone());
    Effect::new(move |before: Option<()>| {
        let _ = step.get();
        if before.is_some() {
            talk.seats.set(waiting(count));
            talk.party.set(0);
            talk.stage.set(0);
        }
    });
    let chosen = Signal::derive(move || Some(form.get()));
    let forms = move || one_of("talk", Form::ALL, Form::name, chosen, move |one| form.set(one), words);
    let inside = move || match form.get() {
        Form::Round => view! { <Seats desk seats=talk.seats/> }.into_any(),
        Form::Perspectives => view! { <Perspectives desk at=talk.party/> }.into_any(),
        Form::OneTwoFour => view! { <OneTwoFour desk at=talk.stage/> }.into_any(),
    };
    view! {
        <Button text=words.text(Messages::group_talk) look=Look::Tertiary tone=Tone::Neutral before=Icon::Group
            on_press=move |()| open.set(true)/>
        <Dialog id="talk" title=words.text(Messages::group_talk) close=words.text(Messages::group_close) open=open
            on_close=move |()| open.set(false)>
            <div class="talk stack g4">
                <Chips legend=words.text(Messages::group_talk) legend_hidden=true>{forms()}</Chips>
                {live(inside)}
            </div>
        </Dialog>
    }
}

/// One party at a time; somebody speaks from its place.
#[component]
fn Perspectives(desk: Desk, at: RwSignal<usize>) -> impl IntoView {
    let words = desk.words;
    let parties = desk.memo(|session| {
        let roles = session.parties.iter().map(|party| party.role.trim().to_owned());
        roles.filter(|role| filled(role)).collect::<Vec<_>>()
    });
    let now =
        Memo::new(move |_| parties.with(|all| all.get(at.get()).cloned().map(|role| (role, all.len()))));
    let is_last = Memo::new(move |_| at.get() + 1 >= parties.with(Vec::len));
    live(move || match now.get() {
        None => view! { <p class="t-lead">{words.text(Messages::group_talk_parties_none)}</p> }.into_any(),
        Some((role, all)) => {
            let place = at.get_untracked() + 1;
            view! {
                <p class="muted">{words.text(Messages::group_talk_parties_lead)}</p>
                <div class="stack g2" role="status">
                    <p class="t-sub">{words.made(move |words| words.group_talk_parties_at(all, place))}</p>
                    <p class="serif q-md">{words.made(move |words| words.group_talk_parties_now(&role))}</p>
                </div>
                <p class="t-lead">{words.text(Messages::group_talk_parties_ask)}</p>
                <Onward desk at is_last/>
                <p class="muted t-sm">{words.text(Messages::group_talk_parties_after)}</p>
            }
            .into_any()
        }
    })
}

/// The four stages, the one that is on marked.
#[component]
fn OneTwoFour(desk: Desk, at: RwSignal<usize>) -> impl IntoView {
    let words = desk.words;
    let is_last = Memo::new(move |_| at.get() + 1 >= STAGES.len());
    let row = move |(place, (name, text, minutes)): (usize, (Phrase, Phrase, usize))| {
        let is_on = Memo::new(move |_| at.get() == place);
        view! {
            <li class="talk-stage" aria-current=move || is_on.get().then_some("step")>
                <span class="t-sub">{words.text(name)}</span>
                <span class="muted t-sm">{words.made(move |words| words.group_r_minutes(minutes))}</span>
                <span>{words.text(text)}</span>
            </li>
        }
    };
    view! {
        <p class="muted">{words.text(Messages::group_talk_four_lead)}</p>
        <ol class="talk-stages">{STAGES.into_iter().enumerate().map(row).collect_view()}</ol>
        <Onward desk at is_last/>
    }
}

/// The next one, or the first again.
#[component]
fn Onward(desk: Desk, at: RwSignal<usize>, is_last: Memo<bool>) -> impl IntoView {
    let words = desk.words;
    let text = words.made(move |words| {
        if is_last.get() { words.group_talk_again() } else { words.group_talk_next() }.to_owned()
    });
    let press = move |()| {
        let last = is_last.get_untracked();
        at.update(|at| *at = if last { 0 } else { *at + 1 });
    };
    view! { <div class="row"><Button text=text look=Look::Secondary on_press=press/></div> }
}
