//! The overview: which lessons were used as the basis for a talk in a time, how often, when last and where; on the
//! screen, on paper and as a file.

use leptos::prelude::*;

use super::super::files::Files;
use super::super::paths::{Head, link};
use crate::content::LessonItem;
use crate::ethics::{LessonId, TalkId};
use crate::features::learning::group::overview::{Overview, Period, Used, file, overview};
use crate::i18n::{Day, Messages, Words};
use crate::order::ordered;
use crate::progress::LessonTalk;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Confirm, DateField, Details, Icon, Look, Row, Tone, live};

/// The way to the overview, among the lessons.
#[component]
pub(in crate::features::learning::view) fn TalksLink() -> impl IntoView {
    link(Route::Talks, Messages::talks_title, Messages::talks_small)
}

/// The talks that lie here, and the time that is looked at.
#[derive(Clone, Copy)]
struct Talks {
    services: Services,
    words: Words,
    here: RwSignal<Option<Vec<(TalkId, LessonTalk)>>>,
    /// Its first and its last day as they stand in the fields.
    from: RwSignal<String>,
    to: RwSignal<String>,
}

impl Talks {
    /// Read, and read again when they change; this year until somebody says something else.
    fn read(services: Services) -> Self {
        let today = services.today().to_string();
        let first = today.get(..4).map(|year| format!("{year}-01-01")).unwrap_or_default();
        // What cannot be read is left alone: the records guard it.
        let here = services
            .followed(async |services: Services| services.read_talks().await.ok().map(|all| all.here));
        Self { services, words: Words::get(), here, from: RwSignal::new(first), to: RwSignal::new(today) }
    }

    /// The time that is looked at; tracked.
    fn period(self) -> Period {
        let day = |text: RwSignal<String>| text.with(|text| Day::parse(text));
        Period { from: day(self.from), to: day(self.to) }
    }

    /// What was talked about in it; tracked.
    fn overview(self) -> Overview {
        self.here.with(|here| overview(here.iter().flatten().map(|(_, talk)| talk), self.period()))
    }

    /// What a lesson is called; its id where it is no longer here. Tracked.
    fn title(self, id: &LessonId) -> String {
        let lessons = self.services.lessons();
        let found = lessons.ready().and_then(|pack| pack.lessons.iter().find(|item| item.neutral.id == *id));
        found.map_or_else(|| id.to_string(), |item| item.words.title.clone())
    }
}

/// The overview.
#[component]
pub fn TalksPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_lessons();
    let talks = Talks::read(services);
    let found = Memo::new(move |_| talks.overview());
    let empty = Signal::derive(move || found.with(|found| found.lessons.is_empty()));
    Some(view! {
        <div class="measure stack g6">
            <Head back=Route::Lessons back_text=Messages::app_learning title=words.text(Messages::talks_title)
                lead=words.text(Messages::talks_lead)/>
            <div class="row wrap g4 no-print" role="group" aria-label=words.text(Messages::talks_period)>
                <DateField id="talks-from" label=words.text(Messages::talks_from) value=talks.from
                    on_input=move |day: String| talks.from.set(day)/>
                <DateField id="talks-to" label=words.text(Messages::talks_to) value=talks.to
                    on_input=move |day: String| talks.to.set(day)/>
            </div>
            <article class="referat stack g4">
                <Paper talks/>
                <Sum talks found/>
                <List talks found/>
            </article>
            <Files file=move |()| as_file(talks, found) empty=empty/>
            <Each talks/>
            <Choose talks/>
        </div>
    })
}

/// What stands above the list on paper.
#[component]
fn Paper(talks: Talks) -> impl IntoView {
    let words = talks.words;
    let period = words.made(move |words| {
        let Period { from, to } = talks.period();
        let told = |day: Option<Day>| day.map(|day| day.long(words)).unwrap_or_default();
        words.talks_between(told(from), told(to))
    });
    let made = words.made(move |words| words.proof_made(talks.services.today().long(words)));
    view! {
        <div class="paper-only">
            <h1>{words.text(Messages::talks_title)}</h1>
            <p>{period}</p>
            <p>{made}</p>
        </div>
    }
}

/// The number that was asked for.
#[component]
fn Sum(talks: Talks, found: Memo<Overview>) -> impl IntoView {
    let words = talks.words;
    let is_empty = Memo::new(move |_| found.with(|found| found.lessons.is_empty()));
    let sum = words.made(move |words| words.talks_sum(found.with(|found| found.lessons.len())));
    let count = words.made(move |words| words.talks_talks(found.with(|found| found.talks)));
    live(move || {
        if is_empty.get() {
            view! { <p class="muted">{words.text(Messages::talks_none)}</p> }.into_any()
        } else {
            view! { <div><p class="serif q-md">{sum}</p> <p class="muted">{count}</p></div> }.into_any()
        }
    })
}

/// Each lesson that was used.
#[component]
fn List(talks: Talks, found: Memo<Overview>) -> impl IntoView {
    let words = talks.words;
    let row = move |used: Used| {
        let title = talks.title(&used.lesson);
        let told = words.made(move |words| {
            let arenas =
                used.arenas.iter().map(|(arena, times)| words.talks_arena_times(arena.name(words), *times));
            let arenas = arenas.collect::<Vec<_>>().join(", ");
            let parts = [words.talks_times(used.times), words.talks_last(used.last.long(words)), arenas];
            parts.join(" · ")
        });
        view! { <li class="talk-used"><b>{title}</b> <span class="muted">{told}</span></li> }
    };
    live(move || {
        view! { <ul class="talk-list">{found.get().lessons.into_iter().map(row).collect_view()}</ul> }
    })
}

/// The overview as a file, with its name.
fn as_file(talks: Talks, found: Memo<Overview>) -> (String, String) {
    talks.words.now(|words| {
        let text = untrack(|| found.with(|found| file(found, |id| talks.title(id), words)));
        (words.talks_file(talks.services.today()), text)
    })
}

/// Each talk in the time, the newest first, so that one that was logged by mistake can be taken away.
#[component]
fn Each(talks: Talks) -> impl IntoView {
    let words = talks.words;
    let asking = RwSignal::new(None::<TalkId>);
    let listed = Memo::new(move |_| {
        let period = talks.period();
        let in_it = |(_, talk): &&(TalkId, LessonTalk)| talk.on().is_some_and(|day| period.has(day));
        let here = talks.here.with(|here| here.iter().flatten().filter(in_it).cloned().collect::<Vec<_>>());
        ordered(here, |one, other| other.1.day.cmp(&one.1.day))
    });
    let row = move |(id, talk): (TalkId, LessonTalk)| {
        let title = talks.title(&talk.lesson);
        let told = words.made(move |words| {
            let day = talk.on().map(|day| day.long(words)).unwrap_or_default();
            let people = words.group_size_count(usize::from(talk.people));
            let about = words.talks_logged_text(talk.arena.name(words), day, people);
            format!("{title} · {about}")
        });
        view! {
            <li class="row wrap g2">
                <span class="talk-told">{told}</span>
                <Button text=words.text(Messages::talks_remove) look=Look::Tertiary tone=Tone::Neutral before=Icon::Trash
                    on_press=move |()| asking.set(Some(id.clone()))/>
            </li>
        }
    };
    let remove = move |()| {
        if let Some(id) = asking.get_untracked() {
            talks.services.forget_talk(&id);
            talks.here.update(|here| here.iter_mut().for_each(|here| here.retain(|(one, _)| *one != id)));
        }
        asking.set(None);
    };
    let is_asking = Signal::derive(move || asking.with(Option::is_some));
    let is_empty = Memo::new(move |_| listed.with(Vec::is_empty));
    live(move || {
        (!is_empty.get()).then(|| {
            view! {
                <div class="no-print">
                    <Details summary=words.text(Messages::talks_all)>
                        <ul class="stack g2">{live(move || listed.get().into_iter().map(row).collect_view())}</ul>
                    </Details>
                    <Confirm id="forget-talk" open=is_asking title=words.text(Messages::talks_remove_sure)
                        close=words.text(Messages::talks_remove_no) yes=words.text(Messages::talks_remove)
                        no=words.text(Messages::talks_remove_no) on_yes=remove on_no=move |()| asking.set(None)>
                        <p>{words.text(Messages::talks_lead)}</p>
                    </Confirm>
                </div>
            }
        })
    })
}

/// The lessons, each with the way to use it in a group.
#[component]
fn Choose(talks: Talks) -> impl IntoView {
    let words = talks.words;
    let rows = move || {
        let lessons = talks.services.lessons();
        let all = lessons.ready().map(|pack| pack.lessons.as_slice()).unwrap_or_default();
        let row = |item: &LessonItem| {
            let href = Route::GroupLesson(item.neutral.id.clone()).to_string();
            view! {
                <li><Row href=Signal::stored(href) title=Signal::stored(item.words.title.clone())
                    small=Signal::stored(item.words.talk.clone())/></li>
            }
        };
        view! { <ul class="rows">{all.iter().map(row).collect_view()}</ul> }
    };
    view! {
        <section class="stack g2 no-print" aria-labelledby="talks-choose">
            <h2 id="talks-choose" class="t-title">{words.text(Messages::talks_choose)}</h2>
            <p class="muted">{words.text(Messages::talks_use_small)}</p>
            {live(rows)}
        </section>
    }
}
