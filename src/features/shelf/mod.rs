//! What lies beside the reflections of a workplace: idéboksen, with cases that somebody wants the group to talk
//! about, and «Slik gjør vi det hos oss», what everybody does the same way. What is written on the two, and what
//! can be done to it, is [`crate::progress::Idea`] and [`crate::progress::Practice`]; here they come to the screen.

#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{IdeaPage, IdeasPage, NewIdeaPage, NewPracticePage, PracticePage, PracticesPage};
