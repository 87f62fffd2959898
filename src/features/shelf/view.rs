//! The two lists, and one thing of each.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod ideas;
mod item;
mod practices;

pub use ideas::{IdeaPage, IdeasPage, NewIdeaPage};
pub use practices::{NewPracticePage, PracticePage, PracticesPage};
