//! The pictures that profiles are known by, as they are seen and heard.

use leptos::prelude::*;

use crate::i18n::Messages;
use crate::profiles::{Code, Picture};
use crate::ui::{Art, art};

/// A picture's drawing.
#[must_use]
pub fn drawing(picture: Picture) -> AnyView {
    art(match picture {
        Picture::Fox => Art::Fox,
        Picture::Boat => Art::Boat,
        Picture::Lantern => Art::Lantern,
        Picture::Apple => Art::Apple,
        Picture::Bird => Art::Bird,
        Picture::Tree => Art::Tree,
        Picture::Moon => Art::Moon,
        Picture::Cup => Art::Cup,
        Picture::Fish => Art::Fish,
        Picture::Star => Art::Star,
        Picture::Flower => Art::Flower,
        Picture::Umbrella => Art::Umbrella,
    })
}

/// A picture's name.
#[must_use]
pub fn name(picture: Picture, words: &Messages) -> &str {
    match picture {
        Picture::Fox => words.app_picture_fox(),
        Picture::Boat => words.app_picture_boat(),
        Picture::Lantern => words.app_picture_lantern(),
        Picture::Apple => words.app_picture_apple(),
        Picture::Bird => words.app_picture_bird(),
        Picture::Tree => words.app_picture_tree(),
        Picture::Moon => words.app_picture_moon(),
        Picture::Cup => words.app_picture_cup(),
        Picture::Fish => words.app_picture_fish(),
        Picture::Star => words.app_picture_star(),
        Picture::Flower => words.app_picture_flower(),
        Picture::Umbrella => words.app_picture_umbrella(),
    }
}

/// The three pictures of a code, side by side. They say nothing to a screen reader: the names stand beside them.
#[must_use]
pub fn pictures(code: Code) -> AnyView {
    let one = |picture| view! { <span class="picture">{drawing(picture)}</span> };
    view! { <span class="pictures">{code.pictures().map(one).collect_view()}</span> }.into_any()
}

/// What a profile is called: the names of its pictures.
#[must_use]
pub fn called(code: Code, words: &Messages) -> String {
    let [first, second, third] = code.pictures().map(|picture| name(picture, words));
    words.app_profile_name(first, second, third)
}
