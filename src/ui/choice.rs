//! One or several of a few. Native radios, checkboxes and selects under their looks, so that the
//! keyboard can all that a finger can. A choice shows what it is given and tells what was chosen:
//! a choice that was not taken goes back to what it was.

use leptos::prelude::*;

use super::Text;
use super::icon::{Icon, IconScale, icon_signal, icon_with};

/// Several [`RadioTile`]s or [`CheckTile`]s under one question.
#[component]
pub fn Tiles(
    /// The question that the tiles answer.
    #[prop(into)]
    legend: Text,
    /// The question is heard, not seen.
    #[prop(optional)]
    legend_hidden: bool,
    /// The legend's class, such as `t-sub`.
    #[prop(default = "t-sub")]
    legend_class: &'static str,
    /// How many tiles there are, where the layout depends on it.
    #[prop(optional)]
    count: Option<u8>,
    /// The tiles hold sentences that somebody wrote, and need room for them.
    #[prop(optional)]
    sentences: bool,
    /// The tiles.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="choice">
            <legend class=if legend_hidden { "sr" } else { legend_class }>{legend}</legend>
            <div class="tiles" data-count=count.map(|n| n.to_string()) data-sentences=sentences>
                {children()}
            </div>
        </fieldset>
    }
}

/// Chips side by side under one question.
#[component]
pub fn Chips(
    /// The question that the chips answer.
    #[prop(into)]
    legend: Text,
    /// The question is heard, not seen.
    #[prop(optional)]
    legend_hidden: bool,
    /// The chips.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="choice">
            <legend class=if legend_hidden { "sr" } else { "t-sub" }>{legend}</legend>
            <div class="chips">{children()}</div>
        </fieldset>
    }
}

fn tile_face(text: Text, unit: Option<Text>, small: Option<Text>) -> impl IntoView {
    view! {
        <span class="tile-label" data-scale=unit.is_none().then_some("words")>
            {text}
            {unit.map(|unit| view! { " " <span class="tile-unit">{unit}</span> })}
        </span>
        {small.map(|small| view! { <span class="tile-small">{small}</span> })}
        {icon_with(Icon::CheckCircle, IconScale::Normal, "tile-tick")}
    }
}

/// One of several, of which exactly one is chosen.
#[component]
pub fn RadioTile(
    /// The same for all tiles of one question, and for no other in the page.
    #[prop(into)]
    name: String,
    /// The answer.
    #[prop(into)]
    text: Text,
    /// A unit after a number, such as «min».
    #[prop(optional, into)]
    unit: Option<Text>,
    /// One line that explains the answer.
    #[prop(optional, into)]
    small: Option<Text>,
    /// Whether this one is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// This one was chosen.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="tile">
            <input
                type="radio"
                name=name
                prop:checked=chosen
                on:change:target=move |event| {
                    on_choose.run(());
                    event.target().set_checked(chosen.get_untracked());
                }
            />
            {tile_face(text, unit, small)}
        </label>
    }
}

/// One of several, of which any number can be chosen.
#[component]
pub fn CheckTile(
    /// What is chosen.
    #[prop(into)]
    text: Text,
    /// One line that explains it.
    #[prop(optional, into)]
    small: Option<Text>,
    /// Whether it is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// It was chosen (`true`) or given up (`false`).
    #[prop(into)]
    on_toggle: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="tile">
            <input
                type="checkbox"
                prop:checked=chosen
                on:change:target=move |event| {
                    on_toggle.run(event.target().checked());
                    event.target().set_checked(chosen.get_untracked());
                }
            />
            {tile_face(text, None, small)}
        </label>
    }
}

/// A value, a role, a mark: on or off.
#[component]
pub fn Chip(
    /// What it stands for.
    #[prop(into)]
    text: Text,
    /// Whether it is on.
    #[prop(into)]
    chosen: Signal<bool>,
    /// It was turned on (`true`) or off (`false`).
    #[prop(into)]
    on_toggle: Callback<bool>,
    /// The sign while it is off; a plus unless told.
    #[prop(default = Icon::Plus)]
    sign: Icon,
) -> impl IntoView {
    view! {
        <label class="chip">
            <input
                type="checkbox"
                prop:checked=chosen
                on:change:target=move |event| {
                    on_toggle.run(event.target().checked());
                    event.target().set_checked(chosen.get_untracked());
                }
            />
            {icon_with(Icon::CheckHeavy, IconScale::Small, "icon-on")}
            {icon_with(sign, IconScale::Small, "icon-off")}
            <span>{text}</span>
        </label>
    }
}

/// One of a few short answers, of which one is chosen.
#[component]
pub fn RadioChip(
    /// The same for all chips of one question, and for no other in the page.
    #[prop(into)]
    name: String,
    /// The answer.
    #[prop(into)]
    text: Text,
    /// Whether this one is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// This one was chosen.
    #[prop(into)]
    on_choose: Callback<()>,
    /// The sign while it is not chosen.
    #[prop(optional)]
    sign: Option<Icon>,
) -> impl IntoView {
    view! {
        <label class="chip">
            <input
                type="radio"
                name=name
                prop:checked=chosen
                on:change:target=move |event| {
                    on_choose.run(());
                    event.target().set_checked(chosen.get_untracked());
                }
            />
            {icon_with(Icon::CheckHeavy, IconScale::Small, "icon-on")}
            {sign.map(|sign| icon_with(sign, IconScale::Small, "icon-off"))}
            <span>{text}</span>
        </label>
    }
}

/// The edge of a [`SelectChip`]: with its sign it tells the values apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Tinted, with a solid edge: the surest.
    Filled,
    /// A solid edge.
    Solid,
    /// A dashed edge.
    Dashed,
    /// A dotted edge: the least sure.
    Dotted,
}

impl Edge {
    const fn name(self) -> &'static str {
        match self {
            Self::Filled => "filled",
            Self::Solid => "solid",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
        }
    }
}

/// One value of a [`SelectChip`].
#[derive(Debug, Clone)]
pub struct SelectValue {
    /// The value, as it is told.
    pub value: &'static str,
    /// The value, as it is read.
    pub text: Text,
    /// Its sign.
    pub sign: Icon,
    /// Its edge.
    pub edge: Edge,
}

/// A native select of 48 px that carries the mark of its value.
#[component]
pub fn SelectChip(
    /// What is asked; heard, not seen.
    #[prop(into)]
    label: Text,
    /// What can be chosen, in order.
    values: Vec<SelectValue>,
    /// The value that is chosen. One that is not among `values` shows the last of them.
    #[prop(into)]
    value: Signal<&'static str>,
    /// Another value was chosen.
    #[prop(into)]
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let values = StoredValue::new(values);
    let marks = Memo::new(move |_| {
        let chosen = value.get();
        values.with_value(|all| {
            let found = all.iter().find(|one| one.value == chosen).or(all.last());
            found.map_or((Icon::Unknown, Edge::Dotted), |one| (one.sign, one.edge))
        })
    });
    let choose = move |picked: &str| {
        let known = values.with_value(|all| all.iter().map(|one| one.value).find(|one| *one == picked));
        if let Some(known) = known {
            on_choose.run(known);
        }
    };
    let option = move |one: SelectValue| {
        view! {
            <option value=one.value prop:selected=Signal::derive(move || value.get() == one.value)>
                {one.text}
            </option>
        }
    };
    view! {
        <span class="selectchip" data-edge=Signal::derive(move || marks.get().1.name())>
            {icon_signal(Signal::derive(move || marks.get().0), "selectchip-mark")}
            <select
                autocomplete="off"
                aria-label=label
                on:change:target=move |event| {
                    choose(&event.target().value());
                    event.target().set_value(value.get_untracked());
                }
            >
                {values.get_value().into_iter().map(option).collect_view()}
            </select>
            {icon_with(Icon::ChevronDown, IconScale::Small, "selectchip-open")}
        </span>
    }
}
