//! The private round on the screen. What somebody answers is in this screen's own fields until it is sealed, and
//! the fields go with the screen.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use super::frame::is_read_only;
use super::ticket::TicketTurn;
use crate::features::reflection::group::MOST;
use crate::features::reflection::private::effects::lines;
use crate::features::reflection::private::update::{Face, Msg, Private};
use crate::features::reflection::private::{About, Answer, Asked, Given, Round, asked_in};
use crate::features::reflection::update;
use crate::i18n::{Messages, Phrase};
use crate::ui::{
    Button, Chip, Confirm, Counter, Hex, HexLook, HexScale, Icon, Look, Notice, NoticeKind, RadioTile, Scale,
    Tiles, Tone, icon, live, when,
};
use crate::writing::WritingField;

/// As many seats stand in a ring; more stand in rows.
const RING: u8 = 10;

fn tell(desk: Desk, msg: Msg) {
    desk.dispatch.run(update::Msg::Private(msg));
}

/// Thinks of a round for everybody who is here.
pub(super) fn offer(desk: Desk, about: About) {
    let group =
        desk.model.with_untracked(|model| model.session.group.as_ref().map(|group| group.participants));
    tell(desk, Msg::Offered(about, group.unwrap_or_default()));
}

/// A question about the round, asked again when it changes.
fn about<T: Clone + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    ask: impl Fn(&Private) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let ask: Box<dyn Fn(&Private) -> T + Send + Sync> = Box::new(ask);
    Memo::new(move |_| desk.model.with(|model| ask(&model.private)))
}

/// What the screen shows of a round.
pub(super) fn face(desk: Desk) -> Memo<Face> {
    about(desk, |private| private.face)
}

/// The way into a round, where the step has one and somebody is here to answer.
#[component]
pub(super) fn Offer(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let offered = desk.memo(|session| {
        session.group.is_some() && asked_in(session, &session.at, session.language).is_some()
    });
    when(offered, move || {
        view! {
            <Button text=words.text(Messages::private_offer) look=Look::Tertiary tone=Tone::Lyng before=Icon::Tablet
                on_press=move |()| offer(desk, About::Step)/>
        }
    })
}

/// The round, one face at a time.
#[component]
pub(super) fn PrivateRound(desk: Desk, face: Memo<Face>) -> impl IntoView {
    let words = desk.words;
    let asked = RwSignal::new(false);
    // Whoever has the tablet is alone with it, unless what they answer cannot be kept.
    let can_stop = about(desk, |private| {
        private.round.is_some() && (private.face != Face::Turn || private.trouble.is_some())
    });
    let end = move |()| {
        asked.set(false);
        tell(desk, Msg::StopPressed);
    };
    let inside = move || match face.get() {
        Face::Away => ().into_any(),
        Face::Before { .. } => view! { <Before desk/> }.into_any(),
        Face::HandOver => view! { <HandOver desk/> }.into_any(),
        Face::Turn => match of_round(desk) {
            About::Step => view! { <Turn desk/> }.into_any(),
            About::Meeting => view! { <TicketTurn desk/> }.into_any(),
        },
        Face::Over { .. } => view! { <Over desk/> }.into_any(),
        Face::LookingThrough => view! { <LookThrough desk/> }.into_any(),
    };
    // A turn is a screen of its own, and so is every handing over.
    let kind = Memo::new(move |_| std::mem::discriminant(&face.get()));
    view! {
        <div class="private" data-color-scheme="dark">
            <header class="private-top">
                <p class="row g2">{icon(Icon::Hidden)} <span>{words.text(Messages::private_title)}</span></p>
                {when(can_stop, move || view! {
                    <Button text=words.text(Messages::private_stop) look=Look::Tertiary tone=Tone::Neutral
                        on_press=move |()| asked.set(true)/>
                })}
            </header>
            <main id="main" class="private-main" tabindex="-1" inert=Signal::derive(move || is_read_only(desk))>
                {live(move || { let _ = kind.get(); untrack(inside) })}
            </main>
        </div>
        <Confirm id="stop-round" title=words.text(Messages::private_stop_ask) close=words.text(Messages::private_stop_no)
            open=asked yes=words.text(Messages::private_stop_yes) no=words.text(Messages::private_stop_no)
            on_yes=end on_no=move |()| asked.set(false)>
            <p>{words.text(Messages::private_stop_text)}</p>
        </Confirm>
    }
}

/// What the round is about that is on the screen.
fn of_round(desk: Desk) -> About {
    desk.model.with_untracked(|model| model.private.about())
}

/// What could not be done.
#[component]
fn Trouble(desk: Desk, text: Signal<String>) -> impl IntoView {
    let trouble = about(desk, |private| private.trouble.is_some());
    when(trouble, move || view! { <Notice kind=NoticeKind::Danger sign=Icon::Error text=text urgent=true/> })
}

/// What a round is, what is asked, and for how many.
#[component]
fn Before(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let turns = about(desk, |private| private.turns().unwrap_or_default());
    let kind = of_round(desk);
    let asked = Signal::derive(move || {
        let language = words.language();
        let in_step = || desk.model.with(|model| asked_in(&model.session, &model.session.at, language));
        match kind {
            About::Step => in_step().map(|asked| asked.question).unwrap_or_default(),
            About::Meeting => words.with(|words| words.private_t_question().to_owned()),
        }
    });
    let [opens, few]: [Phrase; 2] = match kind {
        About::Step => [Messages::private_how_open, Messages::private_few_turns],
        About::Meeting => [Messages::private_t_how_open, Messages::private_t_few_turns],
    };
    let is_few = Memo::new(move |_| usize::from(turns.get()) < kind.fewest());
    let step = move |by: i8| tell(desk, Msg::TurnsChanged(turns.get_untracked().saturating_add_signed(by)));
    let how: [Phrase; 4] =
        [Messages::private_how_round, opens, Messages::private_how_nobody, Messages::private_how_unsaved];
    view! {
        <div class="stack g5 private-column">
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::private_title)}</h1>
            <ul class="bullets t-lead">{how.into_iter().map(|key| view! { <li>{words.text(key)}</li> }).collect_view()}</ul>
            <section class="stack g2">
                <h2 class="t-sub">{words.text(Messages::private_asked)}</h2>
                <p class="serif q-md">{asked}</p>
            </section>
            <section class="stack g2">
                <h2 class="t-sub">{words.text(Messages::private_turns)}</h2>
                <Counter label=words.text(Messages::private_turns) text=words.made(move |w| w.group_size_count(turns.get().into()))
                    fewer=words.text(Messages::group_one_fewer) more=words.text(Messages::group_one_more)
                    lowest=Signal::derive(move || turns.get() <= 1) highest=Signal::derive(move || turns.get() >= MOST)
                    on_step=step/>
                {when(is_few, move || view! { <p class="private-note">{words.text(few)}</p> })}
            </section>
            {(kind == About::Meeting).then(|| view! { <p class="private-note">{words.text(Messages::private_t_source)}</p> })}
            <Trouble desk text=words.text(Messages::private_failed_round)/>
            <div class="row wrap g3">
                <Button text=words.text(Messages::private_start) tone=Tone::Refleks scale=Scale::Large after=Icon::ArrowRight
                    on_press=move |()| tell(desk, Msg::BeginPressed)/>
                <Button text=words.text(Messages::private_cancel) look=Look::Tertiary tone=Tone::Neutral scale=Scale::Large
                    on_press=move |()| tell(desk, Msg::PutAway)/>
            </div>
        </div>
    }
}

/// «Gi videre»: the table with its seats, and one button.
#[component]
fn HandOver(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let counts =
        about(desk, |private| private.round.as_ref().map_or((0, 0), |round| (round.had, round.turns)));
    let title = words.made(move |words| {
        if counts.get().0 == 0 { words.private_hand_first() } else { words.private_hand_on() }.to_owned()
    });
    let had = words.made(move |words| {
        let (had, turns) = counts.get();
        words.private_had(turns, had)
    });
    view! {
        <div class="handover">
            {live(move || { let (had, turns) = counts.get(); view! { <Table had turns/> } })}
            <div class="stack g4 private-column">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{title}</h1>
                <p class="t-lead">{words.text(Messages::private_hand_text)}</p>
                <div class="row">
                    <Button text=words.text(Messages::private_taken) tone=Tone::Refleks scale=Scale::Huge after=Icon::ArrowRight
                        on_press=move |()| tell(desk, Msg::Taken)/>
                </div>
                <p class="t-sub">{had}</p>
            </div>
        </div>
        <p class="private-note private-foot">{words.text(Messages::private_hand_note)}</p>
    }
}

/// One cell for each turn: had, next, waiting. Which person is which is nowhere.
#[component]
fn Table(had: u8, turns: u8) -> impl IntoView {
    let seat = move |place: u8| {
        let (look, sign) = match place.cmp(&had) {
            std::cmp::Ordering::Less => (HexLook::Done, Some(Icon::Check)),
            std::cmp::Ordering::Equal => (HexLook::Now, Some(Icon::Person)),
            std::cmp::Ordering::Greater => (HexLook::Skipped, None),
        };
        let around = format!("{}turn", f32::from(place) / f32::from(turns.max(1)));
        view! {
            <li class="seat" style:--around=around>
                <Hex look=Signal::stored(look) scale=HexScale::Large>{sign.map(icon)}</Hex>
            </li>
        }
    };
    view! {
        <div class="table" data-ring=(turns <= RING).to_string() aria-hidden="true">
            <span class="table-tablet">{icon(Icon::Tablet)}</span>
            <ol>{(0..turns).map(seat).collect_view()}</ol>
        </div>
    }
}

/// The private screen of one person.
#[component]
fn Turn(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let Some(asked) =
        desk.model.with_untracked(|model| model.private.round.as_ref().map(|round| round.asked.clone()))
    else {
        return ().into_any();
    };
    let Asked { language, question, choices, line } = asked;
    // In this screen and nowhere else, until it is sealed.
    let (chosen, written) = (RwSignal::new(None::<u8>), RwSignal::new(String::new()));
    let missing = RwSignal::new(false);
    let done = move || {
        let choice = chosen.get_untracked();
        missing.set(choice.is_none());
        choice.map(|choice| Given::Answer(Answer::new(choice, &written.get_untracked())))
    };
    let tile = move |(text, choice): (String, u8)| {
        let choose = move |()| {
            chosen.set(Some(choice));
            missing.set(false);
        };
        view! {
            <RadioTile name="private" text=Signal::stored(text) chosen=Signal::derive(move || chosen.get() == Some(choice))
                on_choose=choose/>
        }
    };
    view! {
        <div class="stack g5 private-column" data-look="start">
            <h1 id="step-title" class="serif q-lg" tabindex="-1" lang=language.code()>{question.clone()}</h1>
            <Tiles legend=Signal::stored(question) legend_hidden=true sentences=true>
                {choices.into_iter().zip(0..).map(tile).collect_view()}
            </Tiles>
            <WritingField id="private-line" label=Signal::stored(line) value=written on_input=move |text| written.set(text)/>
            {when(missing, move || view! { <p role="status" class="private-note">{words.text(Messages::private_choose_first)}</p> })}
            <TurnEnd desk done/>
        </div>
        <p class="private-note private-foot">{words.text(Messages::private_turn_note)}</p>
    }
    .into_any()
}

/// The end of a turn: with what is given, once there is enough of it, or by passing. It ends once.
#[component]
pub(super) fn TurnEnd(
    desk: Desk,
    /// What is given; none where something is missing, which the screen then tells.
    done: impl Fn() -> Option<Given> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let words = desk.words;
    let sent = RwSignal::new(false);
    let trouble = about(desk, |private| private.trouble.is_some());
    Effect::new(move |_| {
        if trouble.get() {
            sent.set(false);
        }
    });
    let end = move |given: Option<Given>| {
        if !sent.get_untracked() {
            sent.set(true);
            tell(desk, Msg::TurnEnded(given));
        }
    };
    let finish = move |()| {
        if let Some(given) = done() {
            end(Some(given));
        }
    };
    view! {
        <Trouble desk text=words.text(Messages::private_failed)/>
        <div class="row wrap g3">
            <Button text=words.text(Messages::private_done) tone=Tone::Refleks scale=Scale::Large after=Icon::ArrowRight on_press=finish/>
            <Button text=words.text(Messages::private_pass) look=Look::Tertiary tone=Tone::Neutral scale=Scale::Large
                on_press=move |()| end(None)/>
        </div>
    }
}

/// Everybody has had the tablet.
#[component]
fn Over(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let enough = about(desk, |private| if let Face::Over { enough } = private.face { enough } else { None });
    let stop = move |()| tell(desk, Msg::StopPressed);
    let kind = of_round(desk);
    let few: Phrase = match kind {
        About::Step => Messages::private_few_text,
        About::Meeting => Messages::private_t_few_text,
    };
    live(move || {
        match enough.get() {
        None => view! { <Trouble desk text=words.text(Messages::private_failed_round)/> }.into_any(),
        Some(false) => view! {
            <div class="stack g4 private-column">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::private_few_title)}</h1>
                <p class="t-lead">{words.text(few)}</p>
                <div class="row">
                    <Button text=words.text(Messages::private_stop_yes) tone=Tone::Refleks scale=Scale::Large on_press=stop/>
                </div>
            </div>
        }
        .into_any(),
        Some(true) => view! {
            <div class="stack g4 private-column">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::private_over_title)}</h1>
                <p class="t-lead">{words.text(Messages::private_over_text)}</p>
                <Trouble desk text=words.text(Messages::private_failed_round)/>
                <div class="row">
                    <Button text=words.text(Messages::private_open) tone=Tone::Refleks scale=Scale::Huge after=Icon::ArrowRight
                        on_press=move |()| tell(desk, Msg::OpenPressed(Vec::new()))/>
                </div>
                {(kind == About::Step).then(|| view! {
                    <div class="row">
                        <Button text=words.text(Messages::private_look) look=Look::Secondary tone=Tone::Lyng before=Icon::Observed
                            on_press=move |()| tell(desk, Msg::LookThrough(true))/>
                    </div>
                    <p class="private-note">{words.text(Messages::private_look_note)}</p>
                })}
            </div>
        }
        .into_any(),
    }
    })
}

/// The one who leads looks through the lines before anybody else has seen them. They are in this screen only.
#[component]
fn LookThrough(desk: Desk) -> impl IntoView {
    let Desk { words, services, .. } = desk;
    let found = RwSignal::new(None::<Vec<(String, RwSignal<bool>)>>);
    let round: Option<Round> = desk.model.with_untracked(|model| model.private.round.clone());
    spawn_local(async move {
        let Some(round) = round else { return };
        let texts = lines(&round, services).await.unwrap_or_default();
        // The screen may be gone by now.
        let _ = found.try_update(|found| {
            *found = Some(texts.into_iter().map(|text| (text, RwSignal::new(false))).collect());
        });
    });
    let held = move || {
        let lines = found.get_untracked().unwrap_or_default();
        lines.into_iter().filter(|(_, held)| held.get_untracked()).map(|(text, _)| text).collect::<Vec<_>>()
    };
    let row = move |(text, held): (String, RwSignal<bool>)| {
        view! {
            <li class="row wrap g3">
                <span class="grow serif">{text}</span>
                <Chip text=words.text(Messages::private_hold) chosen=held sign=Icon::Hidden on_toggle=move |on| held.set(on)/>
            </li>
        }
    };
    let list = move || {
        found.get().map(|lines| {
            if lines.is_empty() {
                view! { <p class="t-lead">{words.text(Messages::private_look_none)}</p> }.into_any()
            } else {
                view! { <ul class="rows private-lines">{lines.into_iter().map(row).collect_view()}</ul> }
                    .into_any()
            }
        })
    };
    view! {
        <div class="stack g4 private-column">
            <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::private_look_title)}</h1>
            <p>{words.text(Messages::private_look_text)}</p>
            {live(list)}
            <Trouble desk text=words.text(Messages::private_failed_round)/>
            <div class="row wrap g3">
                <Button text=words.text(Messages::private_open) tone=Tone::Refleks scale=Scale::Large after=Icon::ArrowRight
                    on_press=move |()| tell(desk, Msg::OpenPressed(held()))/>
                <Button text=words.text(Messages::private_back) look=Look::Tertiary tone=Tone::Neutral scale=Scale::Large
                    on_press=move |()| tell(desk, Msg::LookThrough(false))/>
            </div>
        </div>
    }
}
