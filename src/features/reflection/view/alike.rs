//! «Lignende saker»: what lies on the device and in the library and has values, parties, setting or themes in common
//! with a case, and what that is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::room::entries;
use crate::content::Library;
use crate::ethics::{CaseId, PracticeId, SessionId, ValueId};
use crate::features::reflection::found_again::traits_of_case;
use crate::features::reflection::referat::{listed, lower_first};
use crate::i18n::{Language, Messages, Words};
use crate::progress::{Common, Practice, SessionEntry, Traits, alike};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Row, live};

/// How many are shown.
const MOST: usize = 4;
/// How much of what they have in common is named.
const NAMED: usize = 4;

/// The case that others are like.
#[derive(Clone)]
pub(super) enum Mine {
    /// A dilemma of the library.
    Case(CaseId, Traits),
    /// A reflection that was kept.
    Session(SessionId),
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Practice,
    Kept,
    Case,
}

impl Kind {
    fn name(self, words: &Messages) -> &str {
        match self {
            Self::Practice => words.app_practices(),
            Self::Kept => words.reflection_alike_kept(),
            Self::Case => words.reflection_alike_case(),
        }
    }
}

/// A case that is like it.
#[derive(Clone, PartialEq)]
struct Hit {
    kind: Kind,
    title: String,
    language: Language,
    route: Route,
}

/// The cases that are like one, as soon as they are known.
#[component]
pub(super) fn Alike(mine: Mine) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let entries = entries();
    let practices = RwSignal::new(Vec::<(PracticeId, Practice)>::new());
    Effect::new(move |_| {
        services.follow_changes();
        spawn_local(async move {
            let found = services.read_practices().await.unwrap_or_default().here;
            // The screen may be gone by now.
            let _ = practices.try_set(found);
        });
    });
    let hits = Memo::new(move |_| {
        let library = services.library();
        let (library, entries) = (library.ready()?, entries.get()?);
        let me = match &mine {
            Mine::Case(..) => None,
            Mine::Session(id) => Some(entries.iter().find(|entry| entry.session == *id)?),
        };
        let (traits, case) = match (&mine, me) {
            (Mine::Case(id, traits), _) => (traits, Some(id)),
            (Mine::Session(_), me) => (&me?.traits, me?.case.as_ref()),
        };
        let kept = entries.iter().filter(|entry| !entry.is_open() && Some(*entry) != me);
        let mine_too =
            |practice: &Practice| me.is_some_and(|me| practice.session.as_ref() == Some(&me.session));
        let others = practices.with(|all| {
            let others = all.iter().filter(|(_, practice)| practice.agreed && !mine_too(practice));
            others.map(of_practice).collect::<Vec<_>>()
        });
        let others =
            others.into_iter().chain(kept.map(|entry| of_entry(entry))).chain(of_library(library, case));
        let found = alike(traits, others, MOST).into_iter();
        Some(found.map(|(hit, common)| (hit, names(&common, library))).collect::<Vec<_>>())
    });
    let row = move |(hit, common): (Hit, Vec<String>)| {
        let small = words
            .made(move |words| words.reflection_alike_common(hit.kind.name(words), listed(&common, words)));
        let lang = Some(hit.language.code());
        view! { <li><Row href=Signal::stored(hit.route.to_string()) title=Signal::stored(hit.title) title_lang=lang small=small/></li> }
    };
    Some(live(move || {
        let hits = hits.get().unwrap_or_default();
        (!hits.is_empty()).then(|| {
            view! {
                <section class="measure stack g3 no-print" aria-labelledby="alike">
                    <h2 id="alike" class="t-title">{words.text(Messages::reflection_alike)}</h2>
                    <ul class="rows">{hits.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    }))
}

fn of_practice((id, practice): &(PracticeId, Practice)) -> (Hit, Traits) {
    let hit = Hit {
        kind: Kind::Practice,
        title: practice.name(),
        language: practice.language,
        route: Route::Practice(id.clone()),
    };
    (hit, practice.traits.clone())
}

fn of_entry(entry: &SessionEntry) -> (Hit, Traits) {
    let hit = Hit {
        kind: Kind::Kept,
        title: entry.title.clone(),
        language: entry.language,
        route: Route::Summary(entry.session.clone()),
    };
    (hit, entry.traits.clone())
}

/// The dilemmas of the library but one. Before they are here whole there are none.
fn of_library(library: &Library, but: Option<&CaseId>) -> Vec<(Hit, Traits)> {
    let others = library.cases().iter().filter(|entry| Some(&entry.id) != but);
    let whole = others.filter_map(|entry| library.case(&entry.id));
    whole
        .map(|item| {
            let hit = Hit {
                kind: Kind::Case,
                title: item.words.title.clone(),
                language: library.language(),
                route: Route::Case(item.neutral.id.clone()),
            };
            (hit, traits_of_case(item))
        })
        .collect()
}

/// What two have in common, as people read it: what it is about first.
fn names(common: &Common, library: &Library) -> Vec<String> {
    let value = |id: &String| {
        let known = library.value(&ValueId::from(id.as_str()));
        known.map_or_else(|| id.clone(), |value| value.words.name.clone())
    };
    let theme = |id: &String| library.theme_name(id).unwrap_or(id).to_owned();
    let setting = common.setting.iter().map(|id| library.setting_name(id).unwrap_or(id).to_owned());
    let all = common.themes.iter().map(theme).chain(common.values.iter().map(value));
    let all = all.chain(common.parties.iter().cloned()).chain(setting);
    all.take(NAMED).map(|name| lower_first(&name)).collect()
}
