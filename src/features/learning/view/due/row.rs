//! A row of the list: what it is called, where it leads, and when it waits.

use leptos::prelude::*;

use crate::content::path::PartKind;
use crate::features::learning::due::list::{Waits, What};
use crate::features::learning::due::told::told;
use crate::features::learning::view::paths::{content_name, part_name, part_route};
use crate::i18n::{Messages, Words};
use crate::route::Route;
use crate::services::Services;
use crate::ui::Row;

/// The rows of what has a name by now; tracked.
pub(super) fn rows(services: Services, words: Words, all: Vec<Waits>) -> Vec<AnyView> {
    all.into_iter().filter_map(|one| row(services, words, one)).collect()
}

fn row(services: Services, words: Words, waits: Waits) -> Option<AnyView> {
    let title = words.with(|words| name(services, &waits, words))?;
    let href = route(&waits).to_string();
    let today = services.today();
    let small = words.made(move |words| told(words, &waits, today));
    let row = view! { <li><Row href=Signal::stored(href) title=Signal::stored(title) small=small/></li> };
    Some(row.into_any())
}

/// What it is called, as soon as that has come; tracked.
pub(super) fn name(services: Services, waits: &Waits, words: &Messages) -> Option<String> {
    match &waits.what {
        What::Repetition(_) => Some(words.waits_repetition().to_owned()),
        What::Standard { title, .. } => Some(title.clone()),
        What::Lessons(offered) => content_name(services, PartKind::Lesson, offered.lesson.as_str()),
        What::Part { path, part, .. } => {
            let paths = services.paths();
            let item = paths.ready()?.paths.iter().find(|item| item.neutral.id == *path)?;
            part_name(services, item, part)
        }
    }
}

/// Where it leads. What is read or shown at the workplace is marked in its path.
fn route(waits: &Waits) -> Route {
    match &waits.what {
        What::Repetition(_) => Route::Shift,
        What::Standard { .. } => Route::Standard,
        What::Lessons(offered) => Route::Lesson(offered.lesson.clone()),
        What::Part { path, part, .. } => part_route(part).unwrap_or_else(|| Route::Path(path.clone())),
    }
}
