//! After the last screen: what to take along, alone and together. Nothing is counted.

use leptos::prelude::*;

use super::answers::YourAnswers;
use super::desk::Desk;
use super::group::UseInGroup;
use super::onward::{Earlier, LeftOpen, Onward, Reflect};
use crate::aloud::ReadAloud;
use crate::content::lesson::{Lesson, LessonWords};
use crate::content::{LessonItem, Metadata, Review};
use crate::ethics::{LawId, TermId};
use crate::explained::{Checked, Explained, Sources};
use crate::i18n::{Messages, Phrase};
use crate::route::Route;
use crate::ui::{Details, Hex, HexLook, Icon, Panel, PanelLook, icon, live};

/// What one takes along from a lesson.
#[component]
pub(super) fn End(desk: Desk, item: LessonItem) -> impl IntoView {
    let words = desk.words;
    let LessonWords { title, short, talk, talk_how, fadder, practice, leader, .. } = item.words.clone();
    let heard = Signal::stored([&short, &talk, &talk_how, &fadder, &practice].map(String::as_str).join(" "));
    let lines = leader.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <div class="lesson-end">
            <header class="stack g2">
                <p class="kicker">{title}</p>
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::learning_end)}</h1>
            </header>
            <div class="lesson-parts">
                <Panel look=PanelLook::Soft labelled_by="lesson-short">
                    <div class="stack g2">
                        <h2 id="lesson-short" class="t-sub">{words.text(Messages::learning_short)}</h2>
                        <div class="serif q-sm"><Explained text=Signal::stored(short)/></div>
                    </div>
                </Panel>
                <Panel look=PanelLook::Night labelled_by="lesson-talk">
                    <div class="stack g4">
                        <div class="row g3">
                            <Hex look=Signal::stored(HexLook::Now)>{icon(Icon::Said)}</Hex>
                            <h2 id="lesson-talk" class="t-sub">{words.text(Messages::learning_talk)}</h2>
                        </div>
                        <p class="serif q-md">{talk}</p>
                        <p class="night-subtle">{talk_how}</p>
                    </div>
                </Panel>
                <ToTry id="lesson-fadder" sign=Icon::Person title=Messages::learning_fadder text=fadder desk/>
                <ToTry id="lesson-practice" sign=Icon::Simulation title=Messages::learning_practice text=practice desk/>
            </div>
            <div class="row wrap g3"><ReadAloud text=heard/> <UseInGroup lesson=item.neutral.id.clone()/></div>
            <Reflect desk item=item.clone()/>
            <LeftOpen desk item=item.clone()/>
            <div class="stack">
                <YourAnswers desk item=item.clone()/>
                <Details summary=words.text(Messages::learning_leader)><ul class="lesson-lines-plain">{lines}</ul></Details>
                <ReadMore desk lesson=item.neutral.clone()/>
                <Rests desk metadata=item.neutral.metadata.clone()/>
            </div>
            <Earlier desk item/>
            <Onward desk/>
        </div>
    }
}

/// Something to ask or to try.
#[component]
fn ToTry(desk: Desk, id: &'static str, sign: Icon, title: Phrase, text: String) -> impl IntoView {
    view! {
        <Panel labelled_by=id>
            <div class="stack g2">
                <div class="row g3">
                    <Hex look=Signal::stored(HexLook::Calm)>{icon(sign)}</Hex>
                    <h2 id=id class="t-sub">{desk.words.text(title)}</h2>
                </div>
                <p>{text}</p>
            </div>
        </Panel>
    }
}

/// The law cards and the terms of the lesson.
#[component]
fn ReadMore(desk: Desk, lesson: Lesson) -> impl IntoView {
    let services = desk.services;
    services.need_terms();
    let Lesson { laws, terms, .. } = lesson;
    let laws = Memo::new(move |_| {
        let library = services.library();
        let named = |id: &LawId| {
            let law = library.ready()?.law(id)?;
            let text = format!("{} ({} {})", law.words.title, law.words.act, law.neutral.section);
            Some((Route::Law(id.clone()).to_string(), text))
        };
        laws.iter().filter_map(named).collect::<Vec<_>>()
    });
    let terms = Memo::new(move |_| {
        let glossary = services.terms();
        let named = |id: &TermId| {
            let term = glossary.ready()?.term(id)?;
            Some((Route::Term(id.clone()).to_string(), term.words.name.clone()))
        };
        terms.iter().filter_map(named).collect::<Vec<_>>()
    });
    view! {
        <Details summary=desk.words.text(Messages::learning_read_more)>
            <Links desk title=Messages::app_laws links=laws/>
            <Links desk title=Messages::app_terms links=terms/>
        </Details>
    }
}

/// Where one can read on, by address and name.
#[component]
fn Links(desk: Desk, title: Phrase, links: Memo<Vec<(String, String)>>) -> impl IntoView {
    let link = |(href, text): (String, String)| {
        view! { <li><a class="link link-block" href=href>{text}</a></li> }
    };
    live(move || {
        (!links.with(Vec::is_empty)).then(|| {
            view! {
                <div>
                    <h3 class="t-sub">{desk.words.text(title)}</h3>
                    <ul>{links.get().into_iter().map(link).collect_view()}</ul>
                </div>
            }
        })
    })
}

/// What the lesson rests on, when it was checked last, and who still has to look at it.
#[component]
fn Rests(desk: Desk, metadata: Metadata) -> impl IntoView {
    let words = desk.words;
    let needed = StoredValue::new(metadata.needs_review.clone());
    let is_needed = !metadata.needs_review.is_empty();
    let review = words.made(move |words| {
        let names =
            needed.with_value(|needed| needed.iter().map(|one| review_name(*one)(words)).collect::<Vec<_>>());
        words.learning_review(names.join(", "))
    });
    view! {
        <Details summary=words.text(Messages::learning_rests)>
            <Sources metadata=metadata.clone()/>
            <Checked metadata/>
            {is_needed.then(|| view! { <p class="muted t-sm">{review}</p> })}
        </Details>
    }
}

/// What somebody still has to look at.
fn review_name(review: Review) -> Phrase {
    match review {
        Review::Clinical => Messages::learning_review_clinical,
        Review::Ethics => Messages::learning_review_ethics,
        Review::Legal => Messages::learning_review_legal,
        Review::Language => Messages::learning_review_language,
    }
}
