//! The pages.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod card;
mod case;
mod desk;
mod item;
mod outside;
mod pack;
mod parts;
mod prompt;
mod room;
mod standard;
mod take_in;

pub use item::PackItemPage;
pub use pack::{NewPackPage, PackPage};
pub use room::WorkshopPage;
pub use standard::OwnStandardPage;
pub use take_in::TakeInPage;
