//! What is not finished: the newest as a card, the others as rows, and the question about what nobody
//! has come back to.

use leptos::prelude::*;

use crate::features::home::model::{Age, Model, Unfinished};
use crate::features::home::update::Msg;
use crate::i18n::{Messages, Words};
use crate::route::Route;
use crate::ui::{
    Button, Confirm, Hex, HexLook, HexScale, Icon, LinkButton, Look, Panel, PanelLook, Row, Text, Tone, icon,
    live, when,
};

fn title(one: &Unfinished, words: &Messages) -> String {
    if one.title.trim().is_empty() { words.home_untitled().to_owned() } else { one.title.clone() }
}

/// The language of the title, where somebody wrote it.
fn written_in(one: &Unfinished) -> Option<&'static str> {
    (!one.title.trim().is_empty()).then(|| one.language.code())
}

fn place(one: &Unfinished, words: &Messages) -> String {
    let age = match one.age {
        Age::Today => words.dates_today().to_owned(),
        Age::Yesterday => words.dates_yesterday().to_owned(),
        Age::Days(days) => words.dates_days_ago(days),
    };
    words.home_place(age, one.at, one.of)
}

fn address(one: &Unfinished) -> String {
    Route::Session(one.session.clone()).to_string()
}

/// The newest one.
#[component]
pub(super) fn Latest(
    one: Signal<Option<Unfinished>>,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let shown = move |show: fn(&Unfinished, &Messages) -> String| -> Text {
        Signal::derive(move || {
            one.with(|one| one.as_ref().map(|one| words.with(|w| show(one, w))).unwrap_or_default())
        })
    };
    let (title, place) = (shown(title), shown(place));
    let heading = words.text(Messages::home_continue_title);
    let href = Signal::derive(move || one.with(|one| one.as_ref().map(address).unwrap_or_default()));
    let language = move || one.with(|one| one.as_ref().and_then(written_in));
    let old = Memo::new(move |_| one.with(|one| one.as_ref().is_some_and(|one| one.age.is_old())));
    let asked = words.text(Messages::home_old_question);
    let forget = move || {
        old.get().then(|| {
            view! {
                <Button
                    text=words.text(Messages::home_forget)
                    look=Look::Tertiary
                    tone=Tone::Neutral
                    disabled=Signal::derive(move || !may_write.get())
                    on_press=move |()| ask(one.get_untracked(), dispatch)
                />
            }
        })
    };
    view! {
        <Panel look=PanelLook::Large labelled_by="home-continue" class="home-card">
            <h2 class="row g3 t-sub" id="home-continue">
                <Hex look=HexLook::Calm scale=HexScale::Small>{icon(Icon::Pencil)}</Hex>
                {heading}
            </h2>
            <p class="serif q-sm home-card-title" lang=language>{title}</p>
            <p class="muted t-sm">{place}</p>
            {when(old, move || view! { <p class="home-card-ask">{asked}</p> })}
            <div class="home-card-go">
                <LinkButton
                    text=words.text(Messages::home_continue)
                    look=Look::Secondary
                    after=Icon::ArrowRight
                    href=href
                />
                {live(forget)}
            </div>
        </Panel>
    }
}

fn ask(one: Option<Unfinished>, dispatch: Callback<Msg>) {
    if let Some(one) = one {
        dispatch.run(Msg::ForgetPressed(one.session));
    }
}

/// All but the newest.
#[component]
pub(super) fn Others(
    all: Signal<Vec<Unfinished>>,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let heading = words.text(Messages::home_more_unfinished);
    let others =
        Memo::new(move |_| all.with(|all| all.get(1..).map(<[Unfinished]>::to_vec).unwrap_or_default()));
    let has_others = Memo::new(move |_| others.with(|others| !others.is_empty()));
    let list = move || {
        view! {
            <section aria-labelledby="home-others">
                <h2 class="t-sub" id="home-others">{heading}</h2>
                <ul class="rows" data-look="open">
                    <For each=move || others.get() key=|one| one.session.clone() let:one>
                        <li>{row(one, words, dispatch, may_write)}</li>
                    </For>
                </ul>
            </section>
        }
    };
    move || has_others.get().then(list)
}

fn row(one: Unfinished, words: Words, dispatch: Callback<Msg>, may_write: Signal<bool>) -> impl IntoView {
    let old = one.age.is_old();
    let href = address(&one);
    let session = one.session.clone();
    let shown = one.clone();
    let language = written_in(&one);
    let heading = words.made(move |words| title(&one, words));
    let small = words.made(move |words| place(&shown, words));
    let asked = words.text(Messages::home_old_question);
    let question = old.then(|| {
        view! {
            <div class="home-old">
                <p class="t-sm">{asked}</p>
                <Button
                    text=words.text(Messages::home_forget)
                    look=Look::Tertiary
                    tone=Tone::Neutral
                    disabled=Signal::derive(move || !may_write.get())
                    on_press=move |()| dispatch.run(Msg::ForgetPressed(session.clone()))
                />
            </div>
        }
    });
    view! {
        <Row href=Signal::stored(href) title=heading title_lang=language small=small/>
        {question}
    }
}

/// Asks once more.
#[component]
pub(super) fn ForgetDialog(model: RwSignal<Model>, dispatch: Callback<Msg>) -> impl IntoView {
    let words = Words::get();
    let open = Memo::new(move |_| model.with(|m| m.asked.is_some()));
    let named = Signal::derive(move || {
        model.with(|m| {
            let entry = m.asked.as_ref().and_then(|id| m.entries.iter().find(|entry| entry.session == *id));
            entry
                .map(|entry| entry.title.clone())
                .filter(|title| !title.trim().is_empty())
                .unwrap_or_default()
        })
    });
    let lost = words.text(Messages::home_forget_lost);
    view! {
        <Confirm
            id="home-forget"
            title=words.text(Messages::home_forget_title)
            close=words.text(Messages::home_forget_no)
            open=open
            yes=words.text(Messages::home_forget_yes)
            no=words.text(Messages::home_forget_no)
            on_yes=move |()| dispatch.run(Msg::ForgetConfirmed)
            on_no=move |()| dispatch.run(Msg::ForgetCancelled)
        >
            {live(move || (!named.with(String::is_empty)).then(|| view! { <p class="serif q-sm">{named}</p> }))}
            <p>{lost}</p>
        </Confirm>
    }
}
