//! The decks, and a card on the table.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod decks;
mod marks;
mod onward;
mod reveal;
mod stages;
mod table;
mod talk;

pub use decks::{CardsPage, DeckPage};
pub use table::CardPage;
