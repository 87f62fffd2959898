//! Parts without product knowledge, on the design system.
//!
//! A part gets finished text and callbacks. It knows neither messages nor features, keeps nothing
//! that a person wrote, and carries the class that is its name in `style/ui/`. Text is a signal, so
//! that a change of language shows at once where it stands.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

mod button;
mod choice;
mod confirm;
mod counter;
mod field;
mod frame;
mod hex;
mod icon;
mod live;
mod overlay;
mod secret;
mod status;
mod steady;
mod stepper;
mod surface;
mod timer;

pub use button::{Button, IconButton, LinkButton, Look, Scale, Tone};
pub use choice::{CheckTile, Chip, Chips, Edge, RadioChip, RadioTile, SelectChip, SelectValue, Tiles};
pub use confirm::Confirm;
pub use counter::Counter;
pub use field::{DateField, Field, FieldNote, Label, Room};
pub use frame::{ActionBar, Nav, NavItem, SkipLink, TopBar};
pub use hex::{Hex, HexLook, HexScale};
pub use icon::{Art, Icon, IconScale, art, icon, icon_signal, icon_with, logo};
pub use live::{every, live, when};
pub use overlay::{Dialog, Menu, MenuItem, Toast};
pub use secret::{Secret, SecretField};
pub use status::{LiveRegion, SaveLook, SaveStatus};
pub use steady::Steady;
pub use stepper::{StepItem, StepState, Stepper, step_cell};
pub use surface::{Details, EmptyRoom, Entry, Notice, NoticeKind, Panel, PanelLook, Row, Tag};
pub use timer::Timer;

/// Finished words, in the language in use.
pub type Text = leptos::prelude::Signal<String>;
