//! Putting things in order, by tapping and by buttons, never by dragging. Each thing stands once: among those that wait,
//! or at its place.

use leptos::prelude::*;

use super::desk::Desk;
use crate::features::learning::player::Msg;
use crate::i18n::{Messages, Phrase};
use crate::platform::document;
use crate::progress::Answer;
use crate::ui::{Icon, IconButton, IconScale, icon_with, live};

/// The heading of the list, where the focus goes when something is taken out of it.
const LIST: &str = "lesson-order";

/// The heading of what has no place yet.
const WAITING: &str = "lesson-waiting";

/// What stands in the list, and how it gets there.
#[derive(Clone, Copy)]
struct Ordering {
    desk: Desk,
    items: StoredValue<Vec<(String, String)>>,
    given: Memo<Vec<String>>,
}

impl Ordering {
    fn text(self, id: &str) -> String {
        let found = self.items.with_value(|items| items.iter().find(|(one, _)| one == id).cloned());
        found.map(|(_, text)| text).unwrap_or_default()
    }

    fn place_of(self, id: &str) -> Option<usize> {
        self.given.with_untracked(|given| given.iter().position(|one| one == id))
    }

    /// Takes in what happened to something, and tells where it stands now.
    fn tell(self, msg: Msg, id: &str) {
        self.desk.tell(msg);
        let (place, text) = (self.place_of(id), self.text(id));
        let told = self.desk.words.now(|words| match place {
            Some(place) => words.learning_place(place + 1, text),
            None => words.learning_taken(text),
        });
        self.desk.told.set(told);
    }

    /// What has no place yet.
    fn waiting(self) -> Vec<(String, String)> {
        let given = self.given.get();
        let items = self.items.get_value();
        items.into_iter().filter(|(id, _)| !given.contains(id)).collect()
    }

    /// Puts something last; the focus goes to what stood after it, or to the list when nothing waits any more.
    fn put_last(self, id: &str) {
        let waiting = untrack(|| self.waiting());
        let place = waiting.iter().position(|(one, _)| one == id).unwrap_or_default();
        self.tell(Msg::PutLast(id.to_owned()), id);
        let other = waiting.get(place + 1).or_else(|| waiting.first()).filter(|(one, _)| one != id);
        document::focus_soon(other.map_or_else(|| LIST.to_owned(), |(other, _)| waiting_id(other)));
    }

    /// Moves something, and keeps the focus on it: at an end on the button that still does something.
    fn move_it(self, id: &str, earlier: bool) {
        let msg = if earlier { Msg::Earlier(id.to_owned()) } else { Msg::Later(id.to_owned()) };
        self.tell(msg, id);
        let place = self.place_of(id).unwrap_or_default();
        let count = self.given.with_untracked(Vec::len);
        let is_at_end = if earlier { place == 0 } else { place + 1 == count };
        let up = earlier != is_at_end;
        document::focus_soon(if up { up_id(id) } else { down_id(id) });
    }

    /// Takes something away; the focus goes to the list, which says what is left.
    fn take_away(self, id: &str) {
        self.tell(Msg::PutLast(id.to_owned()), id);
        document::focus_soon(LIST.to_owned());
    }
}

fn waiting_id(id: &str) -> String {
    format!("waiting-{id}")
}

fn up_id(id: &str) -> String {
    format!("up-{id}")
}

fn down_id(id: &str) -> String {
    format!("down-{id}")
}

/// What can be put in order, and the order so far.
#[component]
pub(super) fn OrderAsked(desk: Desk, items: Vec<(String, String)>) -> impl IntoView {
    let words = desk.words;
    let given = desk.memo(|player| match &player.draft {
        Some(Answer::Order(given)) => given.clone(),
        Some(_) | None => Vec::new(),
    });
    let ordering = Ordering { desk, items: StoredValue::new(items), given };
    let waits = move |(id, text): (String, String)| {
        let button_id = waiting_id(&id);
        let press = move |_| ordering.put_last(&id);
        view! { <li><button type="button" class="ds-button lesson-choice" data-variant="plain" id=button_id on:click=press>{text}</button></li> }
    };
    let waiting = move || {
        let waiting = ordering.waiting();
        (!waiting.is_empty()).then(|| {
            view! {
                <section class="stack g2" aria-labelledby=WAITING>
                    <h2 id=WAITING class="t-sub">{words.text(Messages::learning_choose_order)}</h2>
                    <ul class="lesson-halves">{waiting.into_iter().map(waits).collect_view()}</ul>
                </section>
            }
        })
    };
    let list = move || {
        let given = given.get();
        if given.is_empty() {
            return view! { <p class="muted">{words.text(Messages::learning_order_none)}</p> }.into_any();
        }
        let count = given.len();
        let line = |(place, id): (usize, String)| view! { <Line ordering place count id/> };
        view! { <ol class="lesson-lines">{given.into_iter().enumerate().map(line).collect_view()}</ol> }
            .into_any()
    };
    view! {
        {live(waiting)}
        <section class="stack g2" aria-labelledby=LIST>
            <h2 id=LIST class="t-sub" tabindex="-1">{words.text(Messages::learning_order_so_far)}</h2>
            {live(list)}
        </section>
    }
}

/// One thing in the order, with the ways to move it.
#[component]
fn Line(ordering: Ordering, place: usize, count: usize, id: String) -> impl IntoView {
    let words = ordering.desk.words;
    let text = ordering.text(&id);
    let about = StoredValue::new(text.clone());
    let label =
        move |phrase: Phrase| words.made(move |words| format!("{}: {}", phrase(words), about.get_value()));
    let (is_first, is_last) = (place == 0, place + 1 == count);
    let (up, down, away) = (id.clone(), id.clone(), id.clone());
    view! {
        <li class="lesson-line">
            <span class="lesson-line-text">{text}</span>
            <span class="row">
                <button type="button" class="ds-button" data-icon=true data-variant="tertiary" id=up_id(&id) disabled=is_first
                    aria-label=label(Messages::learning_earlier) on:click=move |_| ordering.move_it(&up, true)>
                    {icon_with(Icon::ArrowUp, IconScale::Normal, "")}
                </button>
                <button type="button" class="ds-button" data-icon=true data-variant="tertiary" id=down_id(&id) disabled=is_last
                    aria-label=label(Messages::learning_later) on:click=move |_| ordering.move_it(&down, false)>
                    {icon_with(Icon::ArrowDown, IconScale::Normal, "")}
                </button>
                <IconButton label=label(Messages::learning_take_away) sign=Icon::Close on_press=move |()| ordering.take_away(&away)/>
            </span>
        </li>
    }
}
