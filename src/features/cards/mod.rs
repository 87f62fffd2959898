//! Kort: reflection cards, drawn alone or together, and one tap from there to a reflection.
//!
//! What people choose on a card is counted on the screen and nowhere else: it is in no record, has no order and
//! goes with the card. No score anywhere.

pub mod draw;
pub mod play;
pub mod talk;

#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{CardPage, CardsPage, DeckPage};
