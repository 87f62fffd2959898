//! A card on the table, with the whole screen for itself: what it says, where in the talk they are, and the way on.

use leptos::prelude::*;

use super::decks::unknown;
use super::marks::{Marks, decks, in_place_of_decks, kind_name};
use super::onward::Onward;
use super::reveal::{PanelOfVoices, Revealed};
use super::stages::{Choose, HandOver, Read, Twist};
use super::talk::Talk;
use crate::aloud::ReadAloud;
use crate::content::CardKind;
use crate::ethics::CardId;
use crate::explained::{Explained, LawText};
use crate::features::cards::draw::{self, Drawn};
use crate::features::cards::play::{Msg, Play, Round, Stage};
use crate::i18n::{Messages, Phrase, Words};
use crate::platform::awake::Awake;
use crate::platform::document;
use crate::progress::MarkEdit;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{
    ActionBar, Button, Details, Hex, HexLook, Icon, IconButton, Look, Scale, Tone, TopBar, icon, live, when,
};

/// The steps on a scale from agreeing to not.
pub(super) const SCALE: [Phrase; 5] = [
    Messages::cards_agree_full,
    Messages::cards_agree_partly,
    Messages::cards_agree_both,
    Messages::cards_disagree_partly,
    Messages::cards_disagree_full,
];

/// A card on the table.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) services: Services,
    pub(super) words: Words,
    pub(super) marks: Marks,
    pub(super) drawn: StoredValue<Drawn>,
    pub(super) play: RwSignal<Play>,
    /// Shown large, for everybody in the room.
    room: RwSignal<bool>,
}

impl Table {
    /// Takes in what is done.
    pub(super) fn tell(self, msg: Msg) {
        self.play.update(|play| play.update(msg));
    }

    /// A question about where they are, asked again when it changes.
    pub(super) fn memo<A: PartialEq + Clone + Send + Sync + 'static>(
        self,
        ask: impl Fn(&Play) -> A + Send + Sync + 'static,
    ) -> Memo<A> {
        Memo::new(move |_| self.play.with(&ask))
    }

    /// What can be chosen, in the language in use.
    pub(super) fn choices(self) -> Vec<String> {
        self.drawn.with_value(|drawn| {
            if drawn.card.kind == CardKind::Claim {
                return self.words.with(|words| SCALE.map(|step| step(words).to_owned()).to_vec());
            }
            let named = drawn.card.choices.iter().filter_map(|id| drawn.words.choices.get(id));
            named.cloned().collect()
        })
    }
}

/// A card.
#[component]
pub fn CardPage(
    /// Which one.
    id: CardId,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let marks = Marks::new(services);
    let pack = decks(services);
    let found = Memo::new(move |_| pack.get().map(|pack| draw::find(&pack.decks, &id)));
    // A change of language changes the words and not where they are.
    let play = RwSignal::new(None::<Play>);
    let view = live(move || match found.get() {
        None => view! { <main id="main" class="page" tabindex="-1">{in_place_of_decks(services)}</main> }
            .into_any(),
        Some(None) => view! {
            <main id="main" class="page" tabindex="-1">{unknown(Messages::cards_unknown, words)}</main>
        }
        .into_any(),
        Some(Some(drawn)) => view! { <OnTheTable drawn marks kept=play/> }.into_any(),
    });
    Some(view)
}

#[component]
fn OnTheTable(drawn: Drawn, marks: Marks, kept: RwSignal<Option<Play>>) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let play = RwSignal::new(kept.get_untracked().unwrap_or_else(|| begin(&drawn, marks)));
    Effect::new(move |_| kept.set(Some(play.get())));
    let table =
        Table { services, words, marks, drawn: StoredValue::new(drawn), play, room: RwSignal::new(false) };
    remember_use(table);
    keep_awake(table);
    let private = table.memo(|play| matches!(play.stage(), Stage::HandOver(_) | Stage::Choose(_)));
    let view = view! {
        <div class="cardtable" data-room=Signal::derive(move || table.room.get().then_some("true"))>
            {live(move || if private.get() {
                view! { <PrivatePart table/> }.into_any()
            } else {
                view! { <OpenPart table/> }.into_any()
            })}
        </div>
    };
    Some(view)
}

/// A card that was just laid on the table, for as many as the last time.
fn begin(drawn: &Drawn, marks: Marks) -> Play {
    let choices = if drawn.card.kind == CardKind::Claim { SCALE.len() } else { drawn.card.choices.len() };
    let people = untrack(|| marks.with(|marks| marks.choice.people));
    Play::new(people, choices, !drawn.card.panel.is_empty())
}

/// The day when the card was used, as soon as it is known what is remembered.
fn remember_use(table: Table) {
    let done = StoredValue::new(false);
    Effect::new(move |_| {
        if !table.marks.are_here() || done.get_value() {
            return;
        }
        done.set_value(true);
        let id = table.drawn.with_value(|drawn| drawn.card.id.clone());
        untrack(|| {
            if table.play.with(|play| play.stage() == Stage::Read) {
                let people = table.marks.with(|marks| marks.choice.people);
                table.tell(Msg::People(people));
            }
            table.marks.edit(MarkEdit::Used(id, table.services.today()));
        });
    });
}

/// A tablet on a table stays awake as long as several are at it.
fn keep_awake(table: Table) {
    let awake = StoredValue::new_local(None::<Awake>);
    Effect::new(move |_| {
        let wanted = table.play.with(|play| play.people() > 1);
        awake.update_value(|held| *held = wanted.then(|| held.take().unwrap_or_else(Awake::ask)));
    });
}

/// Somebody is alone with the tablet, or hands it over: nothing else is on the screen.
#[component]
fn PrivatePart(table: Table) -> impl IntoView {
    let words = table.words;
    let stage = table.memo(Play::stage);
    let several = table.memo(|play| play.people() > 1);
    view! {
        <div class="private cardtable-private" data-color-scheme="dark">
            <header class="private-top">
                <p class="row g2">{when(several, || icon(Icon::Hidden))} <span>{table.drawn.with_value(|drawn| drawn.words.title.clone())}</span></p>
                <Button text=words.text(Messages::cards_stop_round) look=Look::Tertiary tone=Tone::Neutral on_press=move |()| table.tell(Msg::Back)/>
            </header>
            <main id="main" class="private-main" tabindex="-1">
                {live(move || match stage.get() {
                    Stage::HandOver(_) => view! { <HandOver table/> }.into_any(),
                    Stage::Choose(round) => view! { <Choose table round/> }.into_any(),
                    Stage::Read | Stage::Talk(_) | Stage::Twist | Stage::Panel | Stage::Onward => ().into_any(),
                })}
            </main>
        </div>
    }
}

/// The card, and below it where they are.
#[component]
fn OpenPart(table: Table) -> impl IntoView {
    let stage = table.memo(Play::stage);
    let moved = StoredValue::new(stage.get_untracked());
    Effect::new(move |_| {
        let now = stage.get();
        if moved.get_value() != now {
            moved.set_value(now);
            document::scroll_to_top();
            document::focus_heading_if_lost();
        }
    });
    let with_twist = table.memo(|play| !matches!(play.stage(), Stage::Read | Stage::Talk(Round::First)));
    // The card makes room for what has come to lie beside it.
    let later = Signal::derive(move || !matches!(stage.get(), Stage::Read | Stage::Twist));
    view! {
        <Top table/>
        <main id="main" class="cardtable-main" tabindex="-1" data-later=later>
            <div class="cardtable-card">
                <Face table/>
                {when(with_twist, move || view! { <TwistStrip table/> })}
            </div>
            <div class="cardtable-stage stack g5">
                {live(move || match stage.get() {
                    Stage::Read => view! { <Read table/> }.into_any(),
                    Stage::Talk(round) => view! { <Revealed table round/> <Talk table round/> }.into_any(),
                    Stage::Twist => view! { <Twist table/> }.into_any(),
                    Stage::Panel => view! { <PanelOfVoices table/> }.into_any(),
                    Stage::Onward => view! { <Onward table/> }.into_any(),
                    Stage::HandOver(_) | Stage::Choose(_) => ().into_any(),
                })}
            </div>
        </main>
        <Ways table/>
    }
}

#[component]
fn Top(table: Table) -> impl IntoView {
    let Table { words, services, marks, drawn, room, .. } = table;
    let id = StoredValue::new(drawn.with_value(|drawn| drawn.card.id.clone()));
    let favourite = Memo::new(move |_| marks.with(|marks| id.with_value(|id| marks.of(id).favourite)));
    let toggle = move |()| marks.edit(MarkEdit::Favourite(id.get_value(), !favourite.get_untracked()));
    let name = Signal::stored(drawn.with_value(|drawn| drawn.deck_name.clone()));
    let heard =
        Signal::stored(drawn.with_value(|drawn| {
            format!("{}. {} {}", drawn.words.title, drawn.words.text, drawn.words.question)
        }));
    let favourite_button = move || {
        let (text, sign): (Phrase, Icon) = if favourite.get() {
            (Messages::cards_favourite_off, Icon::BookmarkFill)
        } else {
            (Messages::cards_favourite_on, Icon::Bookmark)
        };
        view! { <IconButton label=words.text(text) sign=sign on_press=toggle/> }
    };
    let room_button = move || {
        let (text, sign): (Phrase, Icon) = if room.get() {
            (Messages::cards_room_off, Icon::Close)
        } else {
            (Messages::cards_room_on, Icon::Observed)
        };
        let press = move |()| {
            room.update(|on| *on = !*on);
            document::fill_the_screen(room.get_untracked());
        };
        view! { <IconButton label=words.text(text) sign=sign on_press=press/> }
    };
    // Whoever leaves the card leaves the whole screen too.
    on_cleanup(|| document::fill_the_screen(false));
    view! {
        <div class="cardtable-bar" data-color-scheme="dark">
            <TopBar leave=words.text(Messages::cards_leave) on_leave=move |()| services.open(&Route::Cards) title=name>
                <ReadAloud text=heard/>
                {live(favourite_button)}
                {live(room_button)}
            </TopBar>
        </div>
    }
}

/// What the card says.
#[component]
fn Face(table: Table) -> impl IntoView {
    let words = table.words;
    let language = words.language_now().code();
    let services = table.services;
    table.drawn.with_value(|drawn| {
        let kind = kind_name(drawn.card.kind);
        let law = drawn.card.law.clone();
        let law = Memo::new(move |_| {
            let library = services.library();
            law.as_ref().and_then(|id| library.ready()?.law(id).cloned())
        });
        let law_card = move || {
            law.get().map(|law| {
                let title = law.words.title.clone();
                view! {
                    <Details summary=words.text(Messages::cards_law)>
                        <p class="t-sub">{title}</p>
                        <LawText law/>
                    </Details>
                }
            })
        };
        view! {
            <article class="reflectcard" lang=language data-kind=draw::kind_word(drawn.card.kind)>
                <p class="reflectcard-top">
                    <Hex look=Signal::stored(HexLook::Calm)>{icon(Icon::Cards)}</Hex>
                    <span class="t-sub">{words.text(kind)}</span>
                    <span class="muted">{drawn.words.title.clone()}</span>
                </p>
                <div class="reflectcard-text serif"><Explained text=Signal::stored(drawn.words.text.clone())/></div>
                <h1 id="step-title" class="reflectcard-question serif" tabindex="-1">{drawn.words.question.clone()}</h1>
                {live(law_card)}
            </article>
        }
    })
}

/// The twist, as it slides out under the card.
#[component]
fn TwistStrip(table: Table) -> impl IntoView {
    let language = table.words.language_now().code();
    view! {
        <aside class="reflectcard-twist" lang=language>
            <Hex look=Signal::stored(HexLook::Now)>{icon(Icon::Sync)}</Hex>
            <p class="serif q-md">{table.drawn.with_value(|drawn| drawn.words.twist.clone())}</p>
        </aside>
    }
}

/// The bar below: back, and on.
#[component]
fn Ways(table: Table) -> impl IntoView {
    let words = table.words;
    let stage = table.memo(Play::stage);
    let has_chosen = table.memo(Play::has_chosen);
    let alone = table.memo(|play| play.people() == 1);
    let back = move || {
        (stage.get() != Stage::Read).then(|| {
            view! {
                <Button text=words.text(Messages::cards_back) look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft
                    on_press=move |()| table.tell(Msg::Back) class="pull-start"/>
            }
        })
    };
    let button = move |text: Phrase, msg: Msg, look: Look| {
        let tone = if look == Look::Primary { Tone::Refleks } else { Tone::Neutral };
        view! { <Button text=words.text(text) look=look tone=tone scale=Scale::Large on_press=move |()| table.tell(msg)/> }
    };
    let onward = move || match stage.get() {
        Stage::Read => {
            let choose: Phrase =
                if alone.get() { Messages::cards_choose_alone } else { Messages::cards_choose };
            view! {
                {button(Messages::cards_talk_only, Msg::Talking, Look::Secondary)}
                {button(choose, Msg::Choosing, Look::Primary)}
            }
            .into_any()
        }
        Stage::Twist if has_chosen.get() => view! {
            {button(Messages::cards_on, Msg::On, Look::Secondary)}
            {button(Messages::cards_choose_again, Msg::Choosing, Look::Primary)}
        }
        .into_any(),
        Stage::Onward => view! { <DrawNext table/> }.into_any(),
        Stage::HandOver(_) | Stage::Choose(_) | Stage::Talk(_) | Stage::Twist | Stage::Panel => {
            button(Messages::cards_on, Msg::On, Look::Primary).into_any()
        }
    };
    view! {
        <div class="cardtable-bar" data-color-scheme="dark">
            <ActionBar back=live(back)>{live(onward)}</ActionBar>
        </div>
    }
}

/// Another card, of those that somebody wants to draw from.
#[component]
fn DrawNext(table: Table) -> impl IntoView {
    let pack = decks(table.services);
    let next = move |()| {
        if let Some(pack) = pack.get_untracked() {
            let id = table.drawn.with_value(|drawn| drawn.card.id.clone());
            table.marks.draw(&pack.decks, Some(&id));
        }
    };
    view! {
        <Button text=table.words.text(Messages::cards_draw_next) tone=Tone::Refleks scale=Scale::Large after=Icon::ArrowRight on_press=next/>
    }
}
