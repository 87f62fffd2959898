//! Asking once more before something that cannot be taken back.

use leptos::prelude::*;

use super::Text;
use super::button::{Button, Look, Tone};
use super::icon::Icon;
use super::overlay::Dialog;

/// A question with two answers. What is lost stands between them, in the children.
#[component]
pub fn Confirm(
    /// The dialog's own id.
    id: &'static str,
    /// The question.
    #[prop(into)]
    title: Text,
    /// The name of the cross in the corner.
    #[prop(into)]
    close: Text,
    /// Whether it is asked now.
    #[prop(into)]
    open: Signal<bool>,
    /// The answer that loses something.
    #[prop(into)]
    yes: Text,
    /// The answer that leaves everything as it is.
    #[prop(into)]
    no: Text,
    /// It is to be done.
    #[prop(into)]
    on_yes: Callback<()>,
    /// Nothing is to be done.
    #[prop(into)]
    on_no: Callback<()>,
    /// What is lost.
    children: ChildrenFn,
) -> impl IntoView {
    let actions = move || {
        view! {
            <Button text=yes look=Look::Secondary tone=Tone::Danger before=Icon::Trash on_press=on_yes/>
            <Button text=no look=Look::Tertiary tone=Tone::Neutral on_press=on_no/>
        }
    };
    view! {
        <Dialog id=id title=title close=close open=open on_close=on_no actions=actions>
            {children()}
        </Dialog>
    }
}
