//! The room: start, dilemmas, what was begun, and the archive with its search.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choices::situation_words;
use super::opening::Starter;
use crate::content::{CaseEntry, Library};
use crate::features::reflection::session::Situation;
use crate::i18n::{Day, Messages, Phrase, Words};
use crate::progress::{EntryState, Search, SessionEntry};
use crate::route::{Route, Way};
use crate::services::{Entries, LibraryState, Services};
use crate::ui::{
    Button, Chips, Field, Icon, LinkButton, Look, Notice, NoticeKind, Panel, PanelLook, RadioChip, RadioTile,
    Room, Row, Scale, Text, Tiles, Tone, live, when,
};

/// Refleksjon.
#[component]
pub fn ReflectionPage() -> impl IntoView {
    let words = Words::get();
    let entries = entries();
    if let Some(services) = Services::find() {
        services.follow_own_cases();
    }
    view! {
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::reflection_room)}</h1>
                <p class="muted">{words.text(Messages::reflection_room_lead)}</p>
            </div>
        </header>
        <div class="room-grid">
            <div class="stack g6">
                <Start/>
                <Begun entries/>
            </div>
            <div class="stack g6">
                <Shelf/>
                <Cases/>
                <ArchiveLink entries/>
            </div>
        </div>
    }
}

/// The entries of the device, the newest first. None until they have been read.
pub(super) fn entries() -> Signal<Option<Entries>> {
    let services = Services::find();
    let found = RwSignal::new(services.and_then(Services::known_entries));
    if let Some(services) = services {
        Effect::new(move |_| {
            services.follow_changes();
            let _ = services.writer();
            if let Some(known) = services.known_entries() {
                found.set(Some(known));
                return;
            }
            spawn_local(async move {
                let read = services.read_entries().await;
                // The screen may be gone by now.
                let _ = found.try_set(Some(read));
            });
        });
    }
    found.into()
}

fn all(entries: &Option<Entries>) -> impl Iterator<Item = &Arc<SessionEntry>> {
    entries.iter().flat_map(|entries| entries.iter())
}

/// One's own situation: what kind it is, how much time there is, one button.
#[component]
fn Start() -> impl IntoView {
    let words = Words::get();
    let starter = Starter::new();
    let situation = RwSignal::new(Situation::Difficult);
    let way = RwSignal::new(Way::Together);
    let situation_tile = move |choice: Situation| {
        view! {
            <RadioTile name="situation" text=words.made(move |w| situation_words(choice, w).0.to_owned())
                small=words.made(move |w| situation_words(choice, w).1.to_owned())
                chosen=Signal::derive(move || situation.get() == choice) on_choose=move |()| situation.set(choice)/>
        }
    };
    let way_tile = move |choice: Way| {
        let (text, small): (Phrase, Phrase) = match choice {
            Way::Together => (Messages::group_together, Messages::group_together_hint),
            Way::Alone => (Messages::reflection_form_full, Messages::reflection_form_full_hint),
            Way::Short => (Messages::reflection_form_short, Messages::reflection_form_short_hint),
        };
        view! {
            <RadioTile name="way" text=words.text(text) small=words.text(small)
                chosen=Signal::derive(move || way.get() == choice) on_choose=move |()| way.set(choice)/>
        }
    };
    let begin = words.made(move |words| {
        match way.get() {
            Way::Together => words.group_together_start(),
            Way::Alone => words.reflection_start_full(),
            Way::Short => words.reflection_start_short(),
        }
        .to_owned()
    });
    view! {
        <Panel look=PanelLook::Start class="room-start">
            <h2 class="serif q-md">{words.text(Messages::reflection_start_own)}</h2>
            <Tiles legend=words.text(Messages::reflection_start_own_lead) legend_class="t-lead night-subtle">
                {Situation::ALL.into_iter().map(situation_tile).collect_view()}
            </Tiles>
            <Tiles legend=words.text(Messages::reflection_form) legend_class="t-lead night-subtle">
                {Way::ALL.into_iter().map(way_tile).collect_view()}
            </Tiles>
            <div class="row wrap g3">
                <Button text=begin on_press=move |()| starter.own(situation.get_untracked(), way.get_untracked())
                    tone=Tone::Refleks scale=Scale::Large after=Icon::ArrowRight disabled=starter.waiting()/>
            </div>
        </Panel>
    }
}

/// What was begun and not ended.
#[component]
fn Begun(entries: Signal<Option<Entries>>) -> impl IntoView {
    let words = Words::get();
    let begun = Memo::new(move |_| {
        entries.with(|list| all(list).filter(|e| e.is_open()).cloned().collect::<Vec<_>>())
    });
    live(move || {
        let list = begun.get();
        (!list.is_empty()).then(|| {
            view! {
                <section aria-labelledby="begun">
                    <h2 id="begun" class="t-title">{words.text(Messages::reflection_ongoing)}</h2>
                    <ul class="rows">{list.into_iter().map(|entry| view! { <li><EntryRow entry/></li> }).collect_view()}</ul>
                </section>
            }
        })
    })
}

/// A session in a list.
#[component]
fn EntryRow(entry: Arc<SessionEntry>) -> impl IntoView {
    let words = Words::get();
    let day = Services::find().map(|services| services.day_of(entry.changed_ms));
    let route = if entry.is_open() {
        Route::Session(entry.session.clone())
    } else {
        Route::Summary(entry.session.clone())
    };
    let written_in = (!entry.title.is_empty()).then(|| entry.language.code());
    let (title_entry, small_entry) = (Arc::clone(&entry), entry);
    let title = words.made(move |words| {
        let title = &title_entry.title;
        if title.is_empty() { words.reflection_untitled().to_owned() } else { title.clone() }
    });
    let small = words.made(move |words| {
        let when = day.map(|day| day.long(words)).unwrap_or_default();
        format!("{} · {when}", state_words(&small_entry.state, words))
    });
    view! { <Row href=Signal::stored(route.to_string()) title=title title_lang=written_in small=small/> }
}

fn state_words(state: &EntryState, words: &Messages) -> String {
    match state {
        EntryState::Open { at, of } => words.reflection_step_of(of, at),
        EntryState::Summary => words.reflection_archive_summary_only().to_owned(),
        EntryState::Whole { until } => {
            Day::parse(until).map(|day| words.reflection_archive_until(day.long(words))).unwrap_or_default()
        }
    }
}

/// How many dilemmas are shown before somebody asks for more.
const FIRST_CASES: usize = 8;

/// The library's dilemmas.
#[component]
fn Cases() -> impl IntoView {
    let words = Words::get();
    let Some(services) = Services::find() else { return ().into_any() };
    let list = move || {
        match services.library() {
        LibraryState::Loading => ().into_any(),
        LibraryState::Failed(_) => view! {
            <Notice kind=NoticeKind::Info sign=Icon::Offline text=words.text(Messages::reflection_content_missing)>
                <Button text=words.text(Messages::reflection_retry) on_press=move |()| services.fetch_library() look=Look::Secondary/>
            </Notice>
        }
        .into_any(),
        LibraryState::Ready(library) => view! { <CaseList library/> }.into_any(),
    }
    };
    view! {
        <section class="room-cases" aria-labelledby="cases">
            <h2 id="cases" class="t-title">{words.text(Messages::reflection_cases)}</h2>
            <p class="muted t-sm">{words.text(Messages::reflection_cases_lead)}</p>
            <LinkButton text=words.text(Messages::library_door) href=Signal::stored(Route::Library.to_string())
                look=Look::Tertiary before=Icon::Search class="pull-start"/>
            {live(list)}
        </section>
    }
    .into_any()
}

/// The dilemmas of one place or of all, the first of them at once.
#[component]
fn CaseList(library: Arc<Library>) -> impl IntoView {
    let words = Words::get();
    let language = library.language().code();
    let all: Vec<(CaseEntry, String)> = library
        .cases()
        .iter()
        .map(|entry| (entry.clone(), library.setting_name(&entry.setting).unwrap_or_default().to_owned()))
        .collect();
    let count = all.len();
    let place = RwSignal::new(None::<String>);
    let shown = RwSignal::new(FIRST_CASES);
    let chip = move |id: Option<String>, name: Text| {
        let wanted = id.clone();
        let chosen = Signal::derive(move || place.with(|place| *place == wanted));
        view! { <RadioChip name="case-place" text=name chosen=chosen on_choose=move |()| place.set(id.clone())/> }
    };
    let with_cases =
        library.settings().iter().filter(|tag| all.iter().any(|(entry, _)| entry.setting == tag.id));
    let chips =
        with_cases.map(|tag| chip(Some(tag.id.clone()), Signal::stored(tag.name.clone()))).collect_view();
    let found = Memo::new(move |_| {
        let of_place = |(entry, _): &&(CaseEntry, String)| {
            place.with(|place| place.as_ref().is_none_or(|place| entry.setting == *place))
        };
        let found = all.iter().filter(of_place).cloned();
        // Of one place there are few enough for all of them.
        let most = if place.with(Option::is_none) { shown.get() } else { usize::MAX };
        found.take(most).collect::<Vec<_>>()
    });
    let row = move |(entry, setting): (CaseEntry, String)| {
        let small = format!("{setting} · {}", entry.teaser);
        let href = Route::Case(entry.id).to_string();
        view! { <li><Row href=Signal::stored(href) title=Signal::stored(entry.title) small=Signal::stored(small)/></li> }
    };
    let more = Memo::new(move |_| place.with(Option::is_none) && shown.get() < count);
    view! {
        <Chips legend=words.text(Messages::reflection_cases_place) legend_hidden=true>
            {chip(None, words.text(Messages::reflection_cases_all))}
            {chips}
        </Chips>
        <ul class="rows" lang=language>{live(move || found.get().into_iter().map(row).collect_view())}</ul>
        {when(more, move || view! {
            <div class="row">
                <Button text=words.made(move |words| words.reflection_cases_more(count)) on_press=move |()| shown.set(usize::MAX) look=Look::Secondary/>
            </div>
        })}
    }
}

/// What lies beside the reflections: cases for the group, and what is done the same way here.
#[component]
fn Shelf() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    // How many ideas wait; how many practices there are, and how many of them are to be looked at again.
    let counts = RwSignal::new(None::<(usize, usize, usize)>);
    Effect::new(move |_| {
        services.follow_changes();
        let _ = services.writer();
        spawn_local(async move {
            let ideas = services.read_ideas().await.unwrap_or_default().here;
            let practices = services.read_practices().await.unwrap_or_default().here;
            let waiting = ideas.iter().filter(|(_, idea)| idea.offered && !idea.taken_up).count();
            let agreed = practices.iter().filter(|(_, one)| one.agreed).count();
            let due = practices.iter().filter(|(_, one)| one.is_due(services.today())).count();
            // The screen may be gone by now.
            let _ = counts.try_set(Some((waiting, agreed, due)));
        });
    });
    let ideas = words.made(move |words| match counts.get() {
        None => String::new(),
        Some((0, ..)) => words.ideas_none_waits().to_owned(),
        Some((waiting, ..)) => words.ideas_count(waiting),
    });
    let practices = words.made(move |words| match counts.get() {
        None => String::new(),
        Some((_, all, 0)) => words.practice_count(all),
        Some((_, all, due)) => format!("{} · {}", words.practice_count(all), words.practice_due_count(due)),
    });
    let row = move |route: Route, title: Phrase, small: Signal<String>| {
        view! { <li><Row href=Signal::stored(route.to_string()) title=words.text(title) small=small/></li> }
    };
    let view = view! {
        <section aria-labelledby="shelf">
            <h2 id="shelf" class="t-title">{words.text(Messages::reflection_shelf)}</h2>
            <ul class="rows">
                {row(Route::Ideas, Messages::app_ideas, ideas)}
                {row(Route::Practices, Messages::app_practices, practices)}
            </ul>
        </section>
    };
    Some(view)
}

#[component]
fn ArchiveLink(entries: Signal<Option<Entries>>) -> impl IntoView {
    let words = Words::get();
    let count = Memo::new(move |_| entries.with(|list| all(list).filter(|e| !e.is_open()).count()));
    let small = words.made(move |words| match count.get() {
        0 => words.reflection_archive_empty().to_owned(),
        n => words.reflection_archive_count(n),
    });
    view! {
        <section class="room-archive">
            <h2 class="t-title">{words.text(Messages::reflection_archive)}</h2>
            <p class="muted t-sm">{small}</p>
            {live(move || (count.get() > 0).then(|| view! {
                <LinkButton text=words.text(Messages::reflection_archive_open) href=Signal::stored(Route::Archive.to_string()) look=Look::Secondary before=Icon::Archive/>
            }))}
        </section>
    }
}

/// How many entries are shown before somebody asks for more.
const FIRST: usize = 60;
/// How many of them are shown at once, a screenful; the rest follow when nobody writes.
const AT_ONCE: usize = 12;
/// How long after the last letter the rest follow.
const REST_AFTER: Duration = Duration::from_millis(250);

/// The archive with its search.
#[component]
pub fn ArchivePage() -> impl IntoView {
    let words = Words::get();
    let entries = entries();
    let query = RwSignal::new(String::new());
    let shown = Shown::new();
    let kept = Memo::new(move |_| {
        entries.with(|list| all(list).filter(|e| !e.is_open()).cloned().collect::<Vec<_>>())
    });
    let hits = Memo::new(move |_| {
        let search = query.with(|query| Search::of(query));
        kept.with(|kept| kept.iter().filter(|entry| entry.holds(&search)).cloned().collect::<Vec<_>>())
    });
    let status = words.made(move |words| {
        let found = hits.with(Vec::len);
        if found == 0 && !kept.with(Vec::is_empty) {
            words.reflection_archive_none(query.get())
        } else if found == 0 {
            words.reflection_archive_empty().to_owned()
        } else {
            words.reflection_archive_count(found)
        }
    });
    let are_read = Memo::new(move |_| entries.with(Option::is_some));
    Effect::new(move |_| {
        if are_read.get() {
            shown.rest_soon();
        }
    });
    let more = Memo::new(move |_| hits.with(Vec::len) > shown.wanted.get());
    let first = move || hits.with(|hits| hits.iter().take(shown.now.get()).cloned().collect::<Vec<_>>());
    view! {
        <header class="page-head">
            <div class="grow">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::reflection_archive)}</h1>
                <p class="muted">{words.text(Messages::reflection_archive_lead)}</p>
            </div>
        </header>
        <div class="measure stack g4">
            <Field id="archive-search" label=words.text(Messages::reflection_archive_search) value=query
                on_input=move |text| { shown.anew(); query.set(text); } room=Room::Line/>
            <p role="status" class="muted">{live(move || are_read.get().then(|| status.get()))}</p>
            <ul class="rows">
                <For each=first key=|entry| (entry.session.clone(), entry.changed_ms) let:entry>
                    <li><EntryRow entry/></li>
                </For>
            </ul>
            {when(more, move || view! {
                <Button text=words.text(Messages::reflection_archive_more) on_press=move |()| shown.more() look=Look::Secondary/>
            })}
        </div>
    }
}

/// How many entries are on the screen: a screenful at once, and a moment later all that are wanted. Rows that
/// nobody has scrolled to must not hold up the next letter.
#[derive(Clone, Copy)]
struct Shown {
    now: RwSignal<usize>,
    wanted: RwSignal<usize>,
    rest: StoredValue<Option<TimeoutHandle>>,
}

impl Shown {
    fn new() -> Self {
        Self { now: RwSignal::new(AT_ONCE), wanted: RwSignal::new(FIRST), rest: StoredValue::new(None) }
    }

    /// Others are found: from the top again.
    fn anew(self) {
        self.now.set(AT_ONCE);
        self.wanted.set(FIRST);
        self.rest_soon();
    }

    fn rest_soon(self) {
        if let Some(earlier) = self.rest.get_value() {
            earlier.clear();
        }
        // The screen may be gone by then.
        let rest = move || {
            if let Some(wanted) = self.wanted.try_get_untracked() {
                self.now.set(wanted);
            }
        };
        match set_timeout_with_handle(rest, REST_AFTER) {
            Ok(handle) => self.rest.set_value(Some(handle)),
            // Without a timer there is nothing to wait for.
            Err(_) => self.now.set(self.wanted.get_untracked()),
        }
    }

    fn more(self) {
        self.wanted.update(|wanted| *wanted += FIRST);
        self.now.set(self.wanted.get_untracked());
    }
}
