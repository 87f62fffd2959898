//! What lies over a view for a moment: a dialog, a menu, a message with a way back. Focus goes in
//! when it opens and back to where it was when it closes; Escape closes; nothing closes by time.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::Text;
use super::icon::{Icon, IconScale, icon, icon_with};
use super::live::when;

/// A choice over the view. The browser keeps focus in it and gives it back.
#[component]
pub fn Dialog(
    /// Unique in the page; the heading gets its id from it.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    title: Text,
    /// What closing without a choice is called: «Lukk».
    #[prop(into)]
    close: Text,
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// It was closed without a choice.
    #[prop(into)]
    on_close: Callback<()>,
    /// The buttons, most likely choice first.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// What the choice is about. Made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // It can fail only for a dialog that is not in the page, which has nobody to tell.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            (true, true) | (false, false) => {}
        }
    });
    let heading = format!("{id}-title");
    let named = heading.clone();
    let closed = move |_| {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    view! {
        <dialog node_ref=node id=id class="ds-dialog dialog" aria-labelledby=named on:close=closed>
            <div class="dialog-head">
                <h2 class="dialog-title" id=heading tabindex="-1" autofocus=true>{title}</h2>
                <button
                    type="button"
                    class="ds-button"
                    data-icon=true
                    data-variant="tertiary"
                    data-color="neutral"
                    aria-label=close
                    on:click=move |_| on_close.run(())
                >
                    {icon(Icon::Close)}
                </button>
            </div>
            <div class="dialog-body">{when(open, move || children())}</div>
            {actions.map(|actions| {
                view! { <div class="dialog-actions">{when(open, move || actions.run())}</div> }
            })}
        </dialog>
    }
}

/// One action in a [`Menu`].
#[derive(Debug, Clone)]
pub struct MenuItem {
    /// Verb first.
    pub text: Text,
    /// The sign before it.
    pub sign: Icon,
    /// What happens.
    pub on_press: Callback<()>,
}

/// A few less used actions behind one button.
#[component]
pub fn Menu(
    /// What the button is called.
    #[prop(into)]
    label: Text,
    /// The button's sign.
    #[prop(default = Icon::Menu)]
    sign: Icon,
    /// Show the words on the button too.
    #[prop(optional)]
    words: bool,
    /// Opens upwards.
    #[prop(optional)]
    up: bool,
    /// The actions, in order.
    items: Vec<MenuItem>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let root: NodeRef<html::Div> = NodeRef::new();
    let button: NodeRef<html::Button> = NodeRef::new();
    let shut = move |back: bool| {
        open.set(false);
        if back && let Some(button) = button.get_untracked() {
            // A button that is gone has no focus to take.
            drop(button.focus());
        }
    };
    let items = StoredValue::new(items);
    let list = move || items.get_value().into_iter().map(|item| menu_item(item, shut)).collect_view();
    view! {
        <div
            node_ref=root
            class="menu"
            data-up=up
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.stop_propagation();
                    shut(true);
                }
            }
            on:focusout=move |event| {
                let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
                // Chromium tells of the focus of a menu that goes with its screen, too: then nobody listens.
                let Some(to) = to else { return };
                if root.try_get_untracked().flatten().is_some_and(|root| !root.contains(Some(&to))) {
                    shut(false);
                }
            }
        >
            <button
                node_ref=button
                type="button"
                class="ds-button"
                data-icon=!words
                data-variant="tertiary"
                data-color="neutral"
                aria-expanded=Signal::derive(move || open.get().to_string())
                aria-label=Signal::derive(move || (!words).then(|| label.get()))
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon(sign)}
                {words.then(|| view! { <span class="button-words">{label}</span> })}
            </button>
            {when(open, move || view! { <div class="menu-list">{list()}</div> })}
        </div>
    }
}

fn menu_item(item: MenuItem, shut: impl Fn(bool) + 'static) -> impl IntoView {
    let MenuItem { text, sign, on_press } = item;
    let press = move |_| {
        shut(true);
        on_press.run(());
    };
    view! {
        <button type="button" class="ds-button" data-variant="tertiary" data-color="neutral" on:click=press>
            {icon(sign)} <span class="button-words">{text}</span>
        </button>
    }
}

/// What was just done, and the way back. Stays until it is answered or another takes its place.
#[component]
pub fn Toast(
    /// What was done. Empty: nothing is shown.
    #[prop(into)]
    text: Text,
    /// The way back: «Angre».
    #[prop(optional, into)]
    undo: Option<Text>,
    /// Go back.
    #[prop(optional, into)]
    on_undo: Option<Callback<()>>,
    /// What putting it away is called: «Lukk».
    #[prop(into)]
    close: Text,
    /// It was put away.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let node: NodeRef<html::Div> = NodeRef::new();
    let shown = Memo::new(move |_| text.with(|text| !text.is_empty()));
    Effect::new(move || {
        let Some(toast) = node.get() else { return };
        // Refused where it already is as asked, or has left the page: nothing to do either time.
        drop(if shown.get() { toast.show_popover() } else { toast.hide_popover() });
    });
    view! {
        <div node_ref=node class="toast" popover="manual">
            <p class="grow" role="status">{text}</p>
            {undo.zip(on_undo).map(|(undo, on_undo)| {
                view! {
                    <button type="button" class="ds-button" data-variant="tertiary" on:click=move |_| on_undo.run(())>
                        {undo}
                    </button>
                }
            })}
            <button
                type="button"
                class="ds-button"
                data-icon=true
                data-variant="tertiary"
                aria-label=close
                on:click=move |_| on_close.run(())
            >
                {icon_with(Icon::Close, IconScale::Small, "")}
            </button>
        </div>
    }
}
