//! The lessons that were begun: the newest ones, at the screen where one left. Their names come with the lessons, which
//! are fetched only for whoever has begun one.

use leptos::prelude::*;

use crate::ethics::LessonId;
use crate::features::home::model::Model;
use crate::i18n::{Messages, Words};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Row, live};

/// How many are shown; Læring has them all.
const MOST: usize = 2;

#[component]
pub(super) fn Lessons(model: RwSignal<Model>) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let begun = Memo::new(move |_| model.with(|m| m.lessons.clone()));
    Effect::new(move || {
        if begun.with(|begun| !begun.is_empty()) {
            services.need_lessons();
        }
    });
    let named = Memo::new(move |_| {
        let lessons = services.lessons();
        let all = lessons.ready().map(|pack| pack.lessons.as_slice()).unwrap_or_default();
        let name = |id: LessonId| {
            let item = all.iter().find(|item| item.neutral.id == id)?;
            Some((id, item.words.title.clone(), item.words.teaser.clone()))
        };
        begun.get().into_iter().filter_map(name).take(MOST).collect::<Vec<_>>()
    });
    let row = |(id, title, teaser): (LessonId, String, String)| {
        let href = Route::Lesson(id).to_string();
        view! { <li><Row href=Signal::stored(href) title=Signal::stored(title) small=Signal::stored(teaser)/></li> }
    };
    let list = live(move || {
        (!named.with(Vec::is_empty)).then(|| {
            view! {
                <section aria-labelledby="home-lessons">
                    <h2 class="t-sub" id="home-lessons">{words.text(Messages::home_lessons)}</h2>
                    <ul class="rows" data-look="open">{named.get().into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    });
    Some(list)
}
