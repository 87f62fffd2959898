//! The frames of a page: rooms at the side or the bottom, the bar over a guided view, the bar under
//! it, and the way past them for the keyboard.

use leptos::prelude::*;

use super::Text;
use super::icon::{Icon, IconScale, icon, icon_with, logo};

/// One room in the navigation.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// The room's address.
    pub href: String,
    /// The room's name.
    pub text: Text,
    /// The room's sign.
    pub sign: Icon,
    /// The sign while one is in the room.
    pub sign_current: Icon,
    /// Whether one is in the room.
    pub current: Signal<bool>,
    /// Stands at the foot of the rail, apart from the rest.
    pub last: bool,
    /// Has no place in the bar of a phone; the page offers it in another place there.
    pub aside: bool,
}

/// The rooms: a rail at the left, or a bar at the bottom where the page is narrow.
#[component]
pub fn Nav(
    /// What the list is.
    #[prop(into)]
    label: Text,
    /// The rooms, in order.
    items: Vec<NavItem>,
) -> impl IntoView {
    let room = |item: NavItem| {
        let NavItem { href, text, sign, sign_current, current, last, aside } = item;
        view! {
            <li data-last=last data-aside=aside>
                <a class="nav-item" href=href aria-current=Signal::derive(move || current.get().then_some("page"))>
                    {icon_with(sign_current, IconScale::Normal, "icon-current")}
                    {icon(sign)}
                    <span>{text}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="nav" aria-label=label>
            {logo()}
            <ul class="nav-list">{items.into_iter().map(room).collect_view()}</ul>
        </nav>
    }
}

/// The first thing the keyboard meets: past the frame, to the content. A button and not a link,
/// because the address after `#` is the app's route.
#[component]
pub fn SkipLink(
    /// «Gå til innholdet».
    #[prop(into)]
    text: Text,
    /// Move the focus to the content.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="skiplink" on:click=move |_| on_press.run(())>
            {text}
        </button>
    }
}

/// The bar over a guided view. The children are its tools, at the right.
#[component]
pub fn TopBar(
    /// What leaving is called: «Ta pause eller avslutt».
    #[prop(into)]
    leave: Text,
    /// Leave the view.
    #[prop(into)]
    on_leave: Callback<()>,
    /// What this is.
    #[prop(into)]
    title: Text,
    /// One line under the title, such as a [`super::SaveStatus`].
    #[prop(optional)]
    under: Option<AnyView>,
    /// The tools at the right.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="topbar">
            <button
                type="button"
                class="ds-button"
                data-icon=true
                data-variant="tertiary"
                data-color="neutral"
                aria-label=leave
                on:click=move |_| on_leave.run(())
            >
                {icon(Icon::Close)}
            </button>
            <div class="topbar-titles">
                <p class="t-sub">{title}</p>
                <div class="muted t-xs">{under}</div>
            </div>
            <div class="topbar-tools">{children.map(|tools| tools())}</div>
        </header>
    }
}

/// The bar under a guided view: back to the left, forward (the children) to the right.
#[component]
pub fn ActionBar(
    /// The way back.
    #[prop(optional)]
    back: Option<AnyView>,
    /// The ways forward, one of them filled, last.
    children: Children,
) -> impl IntoView {
    view! {
        <footer class="actionbar">
            {back} <div class="actionbar-forward">{children()}</div>
        </footer>
    }
}
