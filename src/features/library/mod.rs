//! Saker: everything that can be looked up, with one search: dilemmas, terms, law cards, values and cards.

#[cfg(feature = "app")]
mod view;

#[cfg(feature = "app")]
pub use view::{LawsPage, LibraryPage, TermsPage};
