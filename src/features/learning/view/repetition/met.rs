//! A theme that comes again, as something else than last time: a card, a dilemma, a question to talk about. It has no
//! answer, and nothing is asked but a thought.

use leptos::prelude::*;

use super::asked::skip;
use super::kept::Known;
use super::shift::Sitting;
use crate::features::learning::repetition::remembered::variants;
use crate::features::learning::repetition::round::Msg;
use crate::i18n::Messages;
use crate::progress::memory::{Item, Variant};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{ActionBar, Button, Icon, LinkButton, Look, Scale, live};

/// The shapes in which a theme can come now.
pub(super) fn shapes(services: Services, known: &Known, theme: &str) -> Vec<Variant> {
    let (decks, library) = (services.decks(), services.library());
    let cases = library.ready().map(|library| library.cases()).unwrap_or_default();
    variants(theme, decks.ready().map(AsRef::as_ref), cases, &known.lessons, &known.marks)
}

/// What a shape says: what is told first, what is asked, and where there is more.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    text: String,
    question: String,
    route: Route,
}

fn told(services: Services, variant: &Variant) -> Option<Told> {
    match variant {
        Variant::Card(id) => {
            let decks = services.decks();
            let decks = decks.ready()?.decks.iter();
            let card = decks.filter_map(|deck| deck.words.cards.get(id)).next()?;
            let (text, question) = (card.text.clone(), card.question.clone());
            Some(Told { text, question, route: Route::Card(id.clone()) })
        }
        Variant::Case(id) => {
            let library = services.library();
            let case = library.ready()?.case(id)?;
            let (text, question) = (case.words.background.join("\n"), case.words.question.clone());
            Some(Told { text, question, route: Route::Case(id.clone()) })
        }
        Variant::Talk(id) => {
            let lessons = services.lessons();
            let item = lessons.ready()?.lessons.iter().find(|item| item.neutral.id == *id)?;
            let (text, question) = (item.words.short.clone(), item.words.talk.clone());
            Some(Told { text, question, route: Route::Lesson(id.clone()) })
        }
    }
}

/// A theme in the shape that comes this time.
#[component]
pub(super) fn MetAgain(sitting: Sitting, item: Item) -> impl IntoView {
    let Sitting { services, words, .. } = sitting;
    let theme = match &item {
        Item::Theme(theme) => theme.clone(),
        Item::Question { .. } | Item::Border(_) | Item::Letter(_) | Item::Term(_) => return ().into_any(),
    };
    let variant = sitting.known.with_untracked(|known| {
        let known = known.as_ref()?;
        known.memory.variant(&item, &shapes(services, known, &theme)).cloned()
    });
    let Some(variant) = variant else {
        return view! { <ActionBar>{skip(sitting)}</ActionBar> }.into_any();
    };
    let shape = variant.clone();
    let said = Memo::new(move |_| told(services, &shape));
    let paragraphs = move || {
        let text = said.get().map(|said| said.text).unwrap_or_default();
        text.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()
    };
    let href = Signal::derive(move || said.get().map(|said| said.route.to_string()).unwrap_or_default());
    view! {
        <div class="cols"><main id="main" tabindex="-1">
            <div class="lesson-screen">
                <p class="kicker">{words.text(Messages::repetition_theme)}</p>
                <h1 id="step-title" class="serif q-md" tabindex="-1">{live(move || said.get().map(|said| said.question))}</h1>
                <div class="stack g3">{live(paragraphs)}</div>
                <p class="muted">{words.text(Messages::repetition_theme_text)}</p>
                <p><LinkButton href=href text=words.text(Messages::repetition_theme_more) look=Look::Secondary/></p>
            </div>
        </main></div>
        <ActionBar>
            {skip(sitting)}
            <Button text=words.text(Messages::learning_on) scale=Scale::Large after=Icon::ArrowRight
                on_press=move |()| sitting.tell(Msg::Met(variant.clone()))/>
        </ActionBar>
    }
    .into_any()
}
