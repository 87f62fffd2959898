//! The page: greeting, start, what is not finished, what was agreed, ways in, what is coming.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod agreed;
mod coming;
mod lessons;
mod start;
mod unfinished;
mod unread;

use leptos::prelude::*;

use super::effects;
use super::model::{Hour, Model, Reading, Unfinished};
use super::update::{Msg, update};
use crate::i18n::{Messages, Words};
use crate::platform::clock::LocalTime;
use crate::platform::locks::WriterState;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Art, Entry, live, when};
use agreed::Agreed;
use coming::Coming;
use lessons::Lessons;
use start::Start;
use unfinished::{ForgetDialog, Latest, Others};
use unread::{DiscardDialog, NotRead, Unread};

/// Hjem.
#[component]
pub fn HomePage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let model = RwSignal::new(Model::new(services.today()));
    let dispatch = use_dispatch(model, services);
    follow(services, dispatch);
    let waiting = Memo::new(move |_| model.with(|m| m.reading == Reading::Waiting));
    let unfinished = Memo::new(move |_| model.with(|m| m.unfinished(|ms| services.day_of(ms))));
    let agreed =
        Memo::new(move |_| model.with(|m| m.last_agreed().map(|agreement| agreement.session.clone())));
    let may_write = Signal::derive(move || services.writer() == WriterState::Writer);
    let has_follow =
        Memo::new(move |_| agreed.with(Option::is_some) || unfinished.with(|all| !all.is_empty()));
    let latest: Signal<Option<Unfinished>> =
        Signal::derive(move || unfinished.with(|all| all.first().cloned()));
    let has_latest = Memo::new(move |_| latest.with(Option::is_some));
    let follow_cards = move || {
        has_follow.get().then(|| {
            view! {
                <div class="home-follow">
                    {when(has_latest, move || view! { <Latest one=latest dispatch may_write/> })}
                    {live(move || agreed.get().map(|session| view! { <Agreed session model dispatch may_write/> }))}
                </div>
            }
        })
    };
    let has_due = Memo::new(move |_| model.with(|m| !m.coming().is_empty()));
    let due = move || has_due.get().then(|| view! { <div class="home-due"><Coming model/></div> });
    let page = view! {
        <div class="home" data-waiting=waiting>
            <div class="home-top">{head(words)} <NotRead model dispatch/></div>
            <Start model dispatch/>
            {live(follow_cards)}
            <div class="home-ways">{entries(words)} <Lessons model/> <Others all=unfinished.into() dispatch may_write/></div>
            {live(due)}
            <Unread model dispatch may_write/>
        </div>
        <ForgetDialog model dispatch/>
        <DiscardDialog model dispatch/>
    };
    Some(page)
}

fn use_dispatch(model: RwSignal<Model>, services: Services) -> Callback<Msg> {
    let own: StoredValue<Option<Callback<Msg>>> = StoredValue::new(None);
    // A screen that is already gone answers None: nothing to do.
    let later = move |msg| {
        if let Some(dispatch) = own.try_get_value().flatten() {
            dispatch.run(msg);
        }
    };
    let dispatch = Callback::new(move |msg| {
        if let Some(effect) = model.try_update(|model| update(model, msg)) {
            effects::run(effect, services, later);
        }
    });
    own.set_value(Some(dispatch));
    dispatch
}

/// Reads at once, when records change, and when this window becomes the one that writes: what it knew
/// before that may be old.
fn follow(services: Services, dispatch: Callback<Msg>) {
    Effect::new(move || {
        services.follow_changes();
        let _ = services.writer();
        dispatch.run(Msg::RecordsChanged);
    });
    Effect::new(move || dispatch.run(Msg::SaveChanged(services.save_status())));
}

fn head(words: Words) -> impl IntoView {
    let now = LocalTime::now();
    let day = crate::i18n::Day::parse(&now.iso_day());
    let date = words.made(move |words| day.map(|day| day.with_weekday(words)).unwrap_or_default());
    let question: fn(&Messages) -> &str = match Hour::of(now.hour) {
        Hour::Morning => Messages::home_title_morning,
        Hour::Day => Messages::home_title_day,
        Hour::Afternoon => Messages::home_title_afternoon,
        Hour::Evening => Messages::home_title_evening,
        Hour::Night => Messages::home_title_night,
    };
    let question = words.text(question);
    view! {
        <header class="page-head">
            <div class="grow">
                <p class="kicker">{date}</p>
                <h1 class="serif q-lg" tabindex="-1">{question}</h1>
            </div>
        </header>
    }
}

fn entries(words: Words) -> impl IntoView {
    let label = words.text(Messages::home_entries);
    view! {
        <nav class="home-entries" aria-label=label>
            <Entry
                href=Route::StartShort.to_string()
                picture=Art::Lamp
                title=words.text(Messages::home_short)
                small=words.text(Messages::home_short_hint)
            />
            <Entry
                href=Route::Cards.to_string()
                picture=Art::Cards
                title=words.text(Messages::home_card)
                small=words.text(Messages::home_card_hint)
            />
            <Entry
                href=Route::Lessons.to_string()
                picture=Art::Book
                title=words.text(Messages::home_lesson)
                small=words.text(Messages::home_lesson_hint)
            />
            <Entry
                href=Route::Archive.to_string()
                picture=Art::Shelf
                title=words.text(Messages::home_archive)
                small=words.text(Messages::home_archive_hint)
            />
        </nav>
    }
}
