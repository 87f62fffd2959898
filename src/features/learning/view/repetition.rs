//! Repetisjon: what comes again and when, a pause, and the way to a «vaktskifte».

mod asked;
mod chosen;
mod kept;
mod met;
mod shift;
mod term;

use leptos::prelude::*;

use super::lessons::in_place_of_lessons;
use crate::content::LessonPack;
use crate::features::learning::repetition::coming::{Family, coming};
use crate::features::learning::repetition::told;
use crate::i18n::{Day, Messages, Phrase, Words};
use crate::progress::memory::{Comes, MemoryLog, Pause};
use crate::route::{ISBAR_DRILL, NEWS2_DRILL, Route};
use crate::services::Services;
use crate::ui::{Button, Confirm, Icon, LinkButton, Look, Notice, NoticeKind, Row, Scale, live};

pub(super) use kept::{Kept, Known};
pub use shift::ShiftPage;

/// How long a pause can be, in days, and what it is called.
const PAUSES: [(i64, Phrase); 3] = [
    (7, Messages::repetition_pause_one),
    (14, Messages::repetition_pause_two),
    (21, Messages::repetition_pause_three),
];

/// The way to what comes again, among the lessons; nothing before something was learnt.
#[component]
pub(super) fn RepetitionLink(memory: Kept) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let is_here = Memo::new(move |_| memory.known(services).is_some_and(|known| !known.items.is_empty()));
    Some(live(move || {
        is_here.get().then(|| {
            view! {
                <li><Row href=Signal::derive(|| Route::Repetition.to_string()) title=words.text(Messages::repetition_title)
                    small=words.text(Messages::repetition_small)/></li>
            }
        })
    }))
}

/// What comes again.
#[component]
pub fn RepetitionPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_lessons();
    let kept = Kept::read(services);
    let known = Memo::new(move |_| kept.known(services));
    let body = move || match known.get() {
        None => in_place_of_lessons(services),
        Some(known) if known.items.is_empty() => nothing_yet(words),
        Some(known) => view! {
            <div class="repetition">
                <div class="stack g5">{now(services, words, &known)}<Pauses known=known.clone()/></div>
                <List known/>
            </div>
            <Forget kept/>
        }
        .into_any(),
    };
    let view = view! {
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::repetition_title)}</h1>
                <p class="muted">{words.text(Messages::repetition_lead)}</p>
            </div>
        </header>
        {live(body)}
    };
    Some(view)
}

fn nothing_yet(words: Words) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Quiet sign=Icon::Info title=words.text(Messages::repetition_nothing)
            text=words.text(Messages::repetition_nothing_text)>
            <LinkButton href=Signal::derive(|| Route::Lessons.to_string()) text=words.text(Messages::learning_to_all) look=Look::Secondary/>
        </Notice>
    }
    .into_any()
}

/// What one can do now: a portion, or nothing.
fn now(services: Services, words: Words, known: &Known) -> AnyView {
    let today = services.today();
    if known.memory.pause(today).is_some() {
        return ().into_any();
    }
    if known.memory.portion(&known.items, today).is_empty() {
        return view! {
            <Notice kind=NoticeKind::Quiet sign=Icon::CheckCircle title=words.text(Messages::repetition_none_now)
                text=words.text(Messages::repetition_none_now_text)/>
        }
        .into_any();
    }
    view! {
        <section class="panel stack g4" data-look="soft" aria-labelledby="repetition-now">
            <h2 id="repetition-now" class="t-title">{words.text(Messages::repetition_shift)}</h2>
            <p>{words.text(Messages::repetition_shift_text)}</p>
            <p><LinkButton href=Signal::derive(|| Route::Shift.to_string()) text=words.text(Messages::repetition_start)
                scale=Scale::Large after=Icon::ArrowRight/></p>
        </section>
    }
    .into_any()
}

/// What comes and when, lesson by lesson.
#[component]
fn List(known: Known) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let all = coming(&known.items, &known.memory, services.today());
    let row = |(family, comes): (Family, Comes)| {
        let lessons = services.lessons();
        let (name, href) = told_family(lessons.ready().map(AsRef::as_ref), &family, words)?;
        let comes = words.made(move |words| told::comes(words, comes));
        let mark = view! { <span class="t-sm muted">{comes}</span> }.into_any();
        Some(view! { <li><Row href=Signal::stored(href.to_string()) title=name mark=mark/></li> })
    };
    let rows = all.into_iter().filter_map(row).collect_view();
    Some(view! {
        <section class="stack g3" aria-labelledby="repetition-coming">
            <h2 id="repetition-coming" class="t-title">{words.text(Messages::repetition_coming)}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    })
}

/// What a line of the list is called, and where it leads.
fn told_family(pack: Option<&LessonPack>, family: &Family, words: Words) -> Option<(Signal<String>, Route)> {
    let (name, route): (Phrase, Route) = match family {
        Family::Lesson(id) => {
            let item = pack?.lessons.iter().find(|item| item.neutral.id == *id)?;
            return Some((Signal::stored(item.words.title.clone()), Route::Lesson(id.clone())));
        }
        Family::Terms => (Messages::repetition_terms, Route::Terms),
        Family::Themes => (Messages::repetition_themes, Route::Cards),
        Family::Borders => (Messages::simulation_news2, Route::Drill(NEWS2_DRILL.to_owned())),
        Family::Letters => (Messages::drill_isbar, Route::Drill(ISBAR_DRILL.to_owned())),
    };
    Some((words.text(name), route))
}

/// A pause, and the way back from one.
#[component]
fn Pauses(known: Known) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let today = services.today();
    let body = match known.memory.pause(today) {
        Some(until) => {
            let said = words.made(move |words| words.repetition_paused(until.short(words)));
            let back = known.log.back(today);
            view! {
                <p><b>{said}</b></p>
                <div class="row"><Button text=words.text(Messages::repetition_back) look=Look::Secondary
                    on_press=move |()| write(services, &back)/></div>
            }
            .into_any()
        }
        None => {
            let button = |(days, text): (i64, Phrase)| {
                view! {
                    <Button text=words.text(text) look=Look::Secondary
                        on_press=move |()| write(services, &pause(services.now_ms(), today, days))/>
                }
            };
            view! {
                <p class="muted">{words.text(Messages::repetition_pause_text)}</p>
                <div class="row wrap g3">{PAUSES.map(button).collect_view()}</div>
            }
            .into_any()
        }
    };
    Some(view! {
        <section class="stack g3" aria-labelledby="repetition-pause">
            <h2 id="repetition-pause" class="t-sub">{words.text(Messages::repetition_pause)}</h2>
            {body}
        </section>
    })
}

fn pause(said: u64, from: Day, days: i64) -> MemoryLog {
    let pause = Pause { said, from: from.to_string(), until: from.plus(days).to_string() };
    MemoryLog { pauses: [pause].into(), ..MemoryLog::default() }
}

/// Writes what was said as a sitting of its own.
fn write(services: Services, log: &MemoryLog) {
    services.keep_sitting(&services.random_id().into(), log);
    services.saver().flush();
    services.records_changed();
}

/// Forgets what was answered here.
#[component]
fn Forget(kept: Kept) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let asking = RwSignal::new(false);
    let forget = move |()| {
        services.forget_sittings(&kept.sittings());
        services.records_changed();
        asking.set(false);
    };
    let is_here = Memo::new(move |_| !kept.sittings().is_empty());
    Some(view! {
        {live(move || is_here.get().then(|| view! {
            <div class="row"><Button text=words.text(Messages::repetition_forget) look=Look::Tertiary before=Icon::Trash
                on_press=move |()| asking.set(true)/></div>
        }))}
        <Confirm id="forget-repetition" open=asking title=words.text(Messages::repetition_forget_sure) close=words.text(Messages::learning_forget_no)
            yes=words.text(Messages::learning_forget_yes) no=words.text(Messages::learning_forget_no)
            on_yes=forget on_no=move |()| asking.set(false)>
            <p>{words.text(Messages::repetition_forget_text)}</p>
        </Confirm>
    })
}
