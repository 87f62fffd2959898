//! What parts of a path, and roles, are called, and where a part leads.

use leptos::prelude::*;

use crate::content::path::{PartKind, PathPart};
use crate::content::{LearningPath, PathItem};
use crate::ethics::PathId;
use crate::features::learning::paths::log::{Entry, What};
use crate::i18n::{Messages, Phrase};
use crate::progress::{Colleague, Contact, Practised};
use crate::route::Route;
use crate::services::Services;

/// Asks for everything that parts of a path can name.
pub(super) fn need_names(services: Services) {
    services.need_paths();
    services.need_lessons();
    services.need_scenarios();
    services.need_decks();
}

/// Whether some of that may still come by itself; tracked.
pub(super) fn names_are_on_their_way(services: Services) -> bool {
    services.paths().is_on_its_way()
        || services.lessons().is_on_its_way()
        || services.scenarios().is_on_its_way()
        || services.decks().is_on_its_way()
}

/// What a part is called, as soon as that has come; tracked.
pub(in crate::features::learning::view) fn part_name(
    services: Services,
    item: &PathItem,
    part: &PathPart,
) -> Option<String> {
    match part.kind {
        PartKind::Reading | PartKind::Practical => {
            item.words.items.get(&part.id).map(|words| words.title.clone())
        }
        PartKind::Lesson | PartKind::Scenario | PartKind::Deck | PartKind::Case => {
            content_name(services, part.kind, part.of.as_deref()?)
        }
    }
}

/// What a piece of content is called; tracked.
pub(in crate::features::learning::view) fn content_name(
    services: Services,
    kind: PartKind,
    id: &str,
) -> Option<String> {
    match kind {
        PartKind::Lesson => {
            let lessons = services.lessons();
            let found = lessons.ready()?.lessons.iter().find(|one| one.neutral.id.as_str() == id);
            found.map(|one| one.words.title.clone())
        }
        PartKind::Scenario => {
            let scenarios = services.scenarios();
            let found = scenarios.ready()?.scenarios.iter().find(|one| one.neutral.id.as_str() == id);
            found.map(|one| one.words.title.clone())
        }
        PartKind::Deck => {
            let decks = services.decks();
            let found = decks.ready()?.decks.iter().find(|one| one.neutral.id.as_str() == id);
            found.map(|one| one.words.name.clone())
        }
        PartKind::Case => {
            let library = services.library();
            library.ready()?.case_entry(&id.into()).map(|one| one.title.clone())
        }
        PartKind::Reading | PartKind::Practical => None,
    }
}

/// Where a part leads; none for what is read or shown at the workplace.
pub(in crate::features::learning::view) fn part_route(part: &PathPart) -> Option<Route> {
    let of = || part.of.as_deref();
    match part.kind {
        PartKind::Lesson => Some(Route::Lesson(of()?.into())),
        PartKind::Scenario => Some(Route::Scenario(of()?.into())),
        PartKind::Deck => Some(Route::Deck(of()?.into())),
        PartKind::Case => Some(Route::Case(of()?.into())),
        PartKind::Reading if part.id == LearningPath::STANDARD => Some(Route::Standard),
        PartKind::Practical if part.id == LearningPath::WHO_IS_WHO => Some(Route::WhoIsWho),
        PartKind::Reading | PartKind::Practical => None,
    }
}

/// A path with its words, as soon as it has come; tracked.
pub(super) fn path(services: Services, id: &PathId) -> Option<PathItem> {
    let paths = services.paths();
    paths.ready()?.paths.iter().find(|item| item.neutral.id == *id).cloned()
}

/// The same for a screen of one path: while the words of another language are on their way, those before them stay.
pub(super) fn path_on_screen(services: Services, id: StoredValue<PathId>) -> Memo<Option<PathItem>> {
    Memo::new(move |before: Option<&Option<PathItem>>| {
        id.with_value(|id| path(services, id)).or_else(|| before.cloned().flatten())
    })
}

/// What a line of the log is called, of what kind it is, and which path it belongs to; tracked.
pub(super) fn entry_names(services: Services, entry: &Entry, words: &Messages) -> (String, String, String) {
    match &entry.what {
        What::Part { path: id, part } => {
            let item = path(services, id);
            let name = item.as_ref().and_then(|item| part_name(services, item, part)).unwrap_or_default();
            let title = item.map(|item| item.words.title).unwrap_or_default();
            (name, kind_name(part.kind)(words).to_owned(), title)
        }
        What::Lesson(id) => {
            let name = content_name(services, PartKind::Lesson, id.as_str()).unwrap_or_default();
            (name, kind_name(PartKind::Lesson)(words).to_owned(), String::new())
        }
        What::Standard(title, version) => {
            (title.clone(), words.standard_title().to_owned(), words.proof_log_version(version))
        }
    }
}

/// What a kind of part is called.
pub(super) fn kind_name(kind: PartKind) -> Phrase {
    match kind {
        PartKind::Lesson => Messages::paths_lesson,
        PartKind::Scenario => Messages::paths_scenario,
        PartKind::Deck => Messages::paths_deck,
        PartKind::Case => Messages::paths_case,
        PartKind::Reading => Messages::paths_reading,
        PartKind::Practical => Messages::paths_practical,
    }
}

/// What the role of a colleague is called.
pub(super) fn role_name(colleague: Colleague) -> Phrase {
    match colleague {
        Colleague::Fadder => Messages::paths_fadder,
        Colleague::Nurse => Messages::paths_nurse,
        Colleague::HealthWorker => Messages::paths_health_worker,
        Colleague::SocialEducator => Messages::paths_social_educator,
        Colleague::Assistant => Messages::paths_assistant,
        Colleague::Facilitator => Messages::paths_facilitator,
        Colleague::Leader => Messages::paths_leader,
        Colleague::Other => Messages::paths_other,
    }
}

/// What a step of *vis – gjør – tilbakemelding* is called when it has happened.
pub(super) fn step_name(step: Practised) -> Phrase {
    match step {
        Practised::Shown => Messages::paths_shown,
        Practised::Done => Messages::paths_tried,
        Practised::TalkedAbout => Messages::paths_talked,
    }
}

/// What somebody whom everybody shall find is called.
pub(super) fn contact_name(contact: Contact) -> Phrase {
    match contact {
        Contact::Leader => Messages::standard_leader,
        Contact::Facilitator => Messages::standard_facilitator,
        Contact::SafetyRepresentative => Messages::standard_safety,
        Contact::UnionRepresentative => Messages::standard_union,
    }
}
