//! The page as a whole: its attributes, its title, its start screen.

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::Window;

/// How long it waits for a frame, in milliseconds: none comes to a page that nobody sees.
const LONGEST_FRAME_MS: i32 = 200;

/// Sets the language of the page, for hyphenation, voices and screen readers.
pub fn set_language(code: &str) {
    set_attribute("lang", code);
}

/// Sets an attribute of the page's root.
pub fn set_attribute(name: &str, value: &str) {
    if let Some(root) =
        web_sys::window().and_then(|window| window.document()).and_then(|d| d.document_element())
    {
        // It fails only for names that are no attribute names; ours are.
        let _ = root.set_attribute(name, value);
    }
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Takes the static start screen away.
pub fn remove_start_screen() {
    if let Some(start) = element("start") {
        start.remove();
    }
}

/// Moves the focus to an element, without scrolling past what is above it.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // It fails only for an element that takes no focus; then it stays where it is.
        let _ = element.focus();
    }
}

/// Whether somebody is writing or choosing in a field. A slow device comes late to what was to happen
/// soon: by then the focus and the page belong to whoever has begun to write.
#[must_use]
pub fn is_in_a_field() -> bool {
    active_element().is_some_and(|active| active.matches("input, textarea, select").unwrap_or(false))
}

/// Moves the focus to an element that is about to be in the page, unless somebody has begun to write elsewhere
/// since. On a tablet a tap on a button leaves the focus in the field before it: that is no beginning.
pub fn focus_soon(id: String) {
    let before = active_element();
    with_the_next_frame(move || {
        if !is_in_a_field() || active_element() == before {
            focus(&id);
        }
    });
}

/// Moves the focus to the heading of the page, or to its content where it has none yet: a screen reader
/// goes on from there.
pub fn focus_heading() {
    let found = web_sys::window().and_then(|window| window.document());
    let heading = found.and_then(|document| document.query_selector("main h1[tabindex]").ok().flatten());
    match heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        Some(heading) => {
            // It fails only for an element that takes no focus; ours do.
            let _ = heading.focus();
        }
        None => focus("main"),
    }
}

/// Another screen is about to be in the page: one begins at its top, and goes on from its heading.
pub fn to_heading() {
    with_the_next_frame(|| {
        scroll_to_top();
        focus_heading();
    });
}

/// [`focus_heading`] for a screen that is there only now, after its address was: where the focus is on
/// nothing, it was waiting for this.
pub fn focus_heading_if_lost() {
    with_the_next_frame(|| {
        let nowhere = active_element()
            .is_none_or(|active| matches!(active.tag_name().as_str(), "BODY" | "HTML" | "MAIN"));
        if nowhere {
            focus_heading();
        }
    });
}

/// Waits until what has changed so far is painted: what a tap leads to at once is seen before the heavier part
/// of it begins.
pub async fn painted() {
    wait(|window, go_on| {
        // They fail only for what is no function.
        let _ = window.request_animation_frame(go_on);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(go_on, LONGEST_FRAME_MS);
    })
    .await;
    // A frame begins before it is painted.
    next_task().await;
}

/// Waits until what has been asked for before now, and may be done, is done.
pub async fn next_task() {
    wait(|window, go_on| {
        // It fails only for what is no function.
        let _ = window.set_timeout_with_callback(go_on);
    })
    .await;
}

async fn wait(ask: impl Fn(&Window, &Function)) {
    let Some(window) = web_sys::window() else { return };
    let asked = Promise::new(&mut |go_on, _| ask(&window, &go_on));
    // It is never refused.
    let _ = JsFuture::from(asked).await;
}

/// Does this when the next frame is made: what is about to be in the page is there by then.
fn with_the_next_frame(todo: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        // It fails only for what is no function.
        let _ = window.request_animation_frame(Closure::once_into_js(todo).unchecked_ref());
    }
}

/// Scrolls the page to its top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // It fails where printing is forbidden; the browser says so itself.
        let _ = window.print();
    }
}

fn element(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

fn active_element() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.active_element()
}

/// Fills the whole screen, or gives it back. Where the browser refuses, everything stays as it is.
pub fn fill_the_screen(on: bool) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let is_on = document.fullscreen_element().is_some();
    if on && !is_on {
        let _ = document.document_element().map(|root| root.request_fullscreen());
    } else if !on && is_on {
        document.exit_fullscreen();
    }
}
