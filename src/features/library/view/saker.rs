//! Saker: one search over everything, by kind, place and task.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Head, Missing};
use crate::content::search::{Catalogue, Entry, Group, Kind, Wanted};
use crate::content::{Library, Tag};
use crate::ethics::ValueId;
use crate::explained::Explained;
use crate::i18n::{Messages, Phrase, Words};
use crate::platform::document;
use crate::route::Route;
use crate::services::{Fetched, LibraryState, Services, once_painted};
use crate::ui::{
    Button, Chips, Details, Field, Icon, LinkButton, Look, RadioChip, Room, Row, Text, live, when,
};

/// How many of each kind are shown where all kinds are.
const FIRST: usize = 5;
/// How many of one kind are shown before somebody asks for all.
const FIRST_OF_KIND: usize = 30;

/// What the page looks at.
#[derive(Clone, Copy)]
struct Shelf {
    services: Services,
    wanted: RwSignal<Wanted>,
    /// None until everything that could come has come, and the index has been made.
    all: RwSignal<Option<Arc<All>>>,
}

/// Everything, in one language.
struct All {
    catalogue: Catalogue,
    library: Arc<Library>,
}

impl Shelf {
    fn of(services: Services) -> Self {
        services.need_decks();
        services.need_terms();
        let shelf = Self { services, wanted: services.wanted(), all: RwSignal::new(None) };
        Effect::new(move |_| {
            let (library, decks, terms) = (services.library(), services.decks(), services.terms());
            if is_on_its_way(&decks) || is_on_its_way(&terms) {
                return;
            }
            let Some(library) = library.ready().map(Arc::clone) else { return };
            spawn_local(async move {
                // The page answers before the index is made.
                document::painted().await;
                let decks = decks.ready().map(|pack| pack.decks.as_slice()).unwrap_or_default();
                let terms = terms.ready().map(|glossary| glossary.terms()).unwrap_or_default();
                let catalogue = Catalogue::of_library(&library, decks, terms);
                // The screen may be gone by now.
                let _ = shelf.all.try_set(Some(Arc::new(All { catalogue, library })));
            });
        });
        shelf
    }

    /// Whether something did not come.
    fn is_missing(self) -> bool {
        let failed = matches!(self.services.library(), LibraryState::Failed(_));
        failed
            || matches!(self.services.decks(), Fetched::Failed(_))
            || matches!(self.services.terms(), Fetched::Failed(_))
    }
}

fn is_on_its_way<T>(what: &Fetched<T>) -> bool {
    matches!(what, Fetched::NotAsked | Fetched::Loading)
}

fn kind_name(kind: Kind) -> Phrase {
    match kind {
        Kind::Case => Messages::library_cases,
        Kind::Term => Messages::library_terms,
        Kind::Law => Messages::library_laws,
        Kind::Value => Messages::library_values,
        Kind::Card => Messages::library_cards,
    }
}

const fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Case => "found-cases",
        Kind::Term => "found-terms",
        Kind::Law => "found-laws",
        Kind::Value => "found-values",
        Kind::Card => "found-cards",
    }
}

/// The page.
#[component]
pub fn LibraryPage() -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    services.follow_own_cases();
    let shelf = Shelf::of(services);
    let groups = Memo::new(move |_| {
        let all = shelf.all.get()?;
        Some(shelf.wanted.with(|wanted| all.catalogue.find(wanted)))
    });
    let missing = Memo::new(move |_| shelf.is_missing());
    // The field answers before the lists follow.
    let shown = once_painted(groups);
    let lists = Kind::ALL.into_iter().map(|kind| view! { <Found shelf groups=shown kind/> }).collect_view();
    let page = view! {
        <div class="measure stack g4">
            <Head back=Route::Reflection back_text=Messages::reflection_room title=Messages::app_library lead=Messages::library_lead/>
            <div class="row wrap g2">
                <LinkButton text=words.text(Messages::app_terms) href=Signal::stored(Route::Terms.to_string()) look=Look::Secondary before=Icon::Book/>
                <LinkButton text=words.text(Messages::app_laws) href=Signal::stored(Route::Laws.to_string()) look=Look::Secondary before=Icon::Law/>
            </div>
            <Wishes shelf/>
            <Status shelf groups/>
            {when(missing, move || view! { <Missing services/> })}
            <div class="stack g6">{lists}</div>
        </div>
    };
    Some(page)
}

/// What is looked for: the words, the kind, the place and the task.
#[component]
fn Wishes(shelf: Shelf) -> impl IntoView {
    let words = Words::get();
    let wanted = shelf.wanted;
    let query = Memo::new(move |_| wanted.with(|wanted| wanted.query.clone()));
    let kind = Memo::new(move |_| wanted.with(|wanted| wanted.kind));
    let chip = move |one: Option<Kind>, name: Phrase| {
        let chosen = Signal::derive(move || kind.get() == one);
        view! {
            <RadioChip name="library-kind" text=words.text(name) chosen=chosen
                on_choose=move |()| wanted.update(|wanted| wanted.kind = one)/>
        }
    };
    let chips = Kind::ALL.into_iter().map(|kind| chip(Some(kind), kind_name(kind))).collect_view();
    let has_a_place = Memo::new(move |_| kind.get().is_none_or(Kind::has_a_place));
    let setting = Memo::new(move |_| wanted.with(|wanted| wanted.setting.clone()));
    let task = Memo::new(move |_| wanted.with(|wanted| wanted.task.clone()));
    let choose_setting = move |id| wanted.update(|wanted| wanted.setting = id);
    let choose_task = move |id| wanted.update(|wanted| wanted.task = id);
    view! {
        <Field id="library-search" label=words.text(Messages::library_search) hint=words.text(Messages::library_search_hint)
            value=query on_input=move |text| wanted.update(|wanted| wanted.query = text) room=Room::Line/>
        <Chips legend=words.text(Messages::library_kinds) legend_hidden=true>
            {chip(None, Messages::library_all)}
            {chips}
        </Chips>
        {when(has_a_place, move || view! {
            <div class="wishes">
                <TagSelect shelf id="library-setting" label=Messages::library_setting of=Library::settings value=setting on_choose=choose_setting/>
                <TagSelect shelf id="library-task" label=Messages::library_task of=Library::tasks value=task on_choose=choose_task/>
            </div>
        })}
    }
}

/// A native select of one tag, or any.
#[component]
fn TagSelect(
    shelf: Shelf,
    id: &'static str,
    label: Phrase,
    of: fn(&Library) -> &[Tag],
    value: Memo<Option<String>>,
    #[prop(into)] on_choose: Callback<Option<String>>,
) -> impl IntoView {
    let words = Words::get();
    let option = move |tag: &Tag| {
        let id = tag.id.clone();
        let chosen = Signal::derive(move || value.with(|value| value.as_ref() == Some(&id)));
        view! { <option value=tag.id.clone() prop:selected=chosen>{tag.name.clone()}</option> }
    };
    let options = move || {
        let all = shelf.all.get();
        all.map(|all| of(&all.library).iter().map(option).collect_view())
    };
    let chosen = move |id: String| on_choose.run((!id.is_empty()).then_some(id));
    view! {
        <div class="wish">
            <label class="field-label" for=id>{words.text(label)}</label>
            <select id=id class="ds-input wish-select" autocomplete="off" on:change:target=move |event| chosen(event.target().value())>
                <option value="" prop:selected=Signal::derive(move || value.with(Option::is_none))>{words.text(Messages::library_all)}</option>
                {live(options)}
            </select>
        </div>
    }
}

/// How much was found, and what to do where that is nothing.
#[component]
fn Status(shelf: Shelf, groups: Memo<Option<Vec<Group>>>) -> impl IntoView {
    let words = Words::get();
    let count = Memo::new(move |_| {
        groups.with(|groups| Some(groups.as_ref()?.iter().map(|group| group.places.len()).sum::<usize>()))
    });
    let narrowed = Memo::new(move |_| shelf.wanted.with(|wanted| *wanted != Wanted::default()));
    let status = words.made(move |words| match count.get() {
        None => String::new(),
        Some(0) => words.library_none().to_owned(),
        Some(n) if narrowed.get() => words.library_found(n),
        Some(n) => words.library_in_all(n),
    });
    let is_none = Memo::new(move |_| count.get() == Some(0));
    let clear = move |()| {
        shelf.wanted.set(Wanted::default());
        document::focus("library-search");
    };
    view! {
        <div class="row wrap g3">
            <p role="status" class="muted">{status}</p>
            {when(narrowed, move || view! {
                <Button text=words.text(Messages::library_clear) on_press=clear look=Look::Tertiary before=Icon::Close/>
            })}
        </div>
        {when(is_none, move || view! { <p class="muted">{words.text(Messages::library_none_hint)}</p> })}
    }
}

/// What was found of one kind.
#[component]
fn Found(shelf: Shelf, groups: Signal<Option<Vec<Group>>>, kind: Kind) -> impl IntoView {
    let words = Words::get();
    let whole = RwSignal::new(false);
    let places = Memo::new(move |_| {
        groups.with(|groups| {
            let group = groups.iter().flatten().find(|group| group.kind == kind);
            group.map(|group| group.places.clone()).unwrap_or_default()
        })
    });
    let alone = Memo::new(move |_| shelf.wanted.with(|wanted| wanted.kind == Some(kind)));
    let most = Memo::new(move |_| match (alone.get(), whole.get()) {
        (true, true) => usize::MAX,
        (true, false) => FIRST_OF_KIND,
        (false, _) => FIRST,
    });
    let count = Memo::new(move |_| places.with(Vec::len));
    let is_there = Memo::new(move |_| count.get() > 0);
    let more = Memo::new(move |_| count.get() > most.get());
    let show_all = move |()| {
        if alone.get_untracked() {
            whole.set(true);
        } else {
            shelf.wanted.update(|wanted| wanted.kind = Some(kind));
        }
    };
    let language = move || shelf.all.with(|all| all.as_ref().map(|all| all.library.language().code()));
    let shown = move || {
        let Some(all) = shelf.all.get() else { return Vec::new() };
        let first = |places: &Vec<usize>| places.iter().take(most.get()).copied().collect::<Vec<_>>();
        let entries = places.with(first).into_iter();
        entries.filter_map(|place| all.catalogue.entries().get(place).cloned()).collect::<Vec<_>>()
    };
    when(is_there, move || {
        view! {
            <section aria-labelledby=kind_id(kind)>
                <h2 id=kind_id(kind) class="t-title">{words.text(kind_name(kind))}" "<span class="muted num">{move || count.get().to_string()}</span></h2>
                <ul class="rows" lang=Signal::derive(language)>
                    <For each=shown key=|entry| (entry.id.clone(), entry.title.clone(), entry.small.clone()) let:entry>
                        <li>{row(entry, shelf)}</li>
                    </For>
                </ul>
                {when(more, move || view! {
                    <Button text=words.made(move |words| words.library_more(count.get())) on_press=show_all look=Look::Tertiary
                        after=Icon::ChevronRight class="pull-start"/>
                })}
            </section>
        }
    })
}

/// Where a thing is read; a value is read where it stands.
fn row(entry: Entry, shelf: Shelf) -> AnyView {
    let id = entry.id.as_str();
    let route = match entry.kind {
        Kind::Case => Route::Case(id.into()),
        Kind::Term => Route::Term(id.into()),
        Kind::Law => Route::Law(id.into()),
        Kind::Card => Route::Card(id.into()),
        Kind::Value => return view! { <Value entry shelf/> }.into_any(),
    };
    let href: Text = Signal::stored(route.to_string());
    view! { <Row href=href title=Signal::stored(entry.title) small=Signal::stored(entry.small)/> }.into_any()
}

#[component]
fn Value(entry: Entry, shelf: Shelf) -> impl IntoView {
    let words = Words::get();
    let id = ValueId::from(entry.id.as_str());
    let question = shelf.all.with_untracked(|all| {
        let value = all.as_ref().and_then(|all| all.library.value(&id));
        value.map(|value| value.words.question.clone()).unwrap_or_default()
    });
    view! {
        <Details summary=Signal::stored(entry.title)>
            <Explained text=Signal::stored(entry.small)/>
            <p><b>{words.text(Messages::library_value_question)}": "</b>{question}</p>
        </Details>
    }
}
