//! Every sentence about Refleks in real browsers. One file per feature; `harness` proves that the checks can
//! fail.

mod cards;
mod drill;
mod due;
mod faults;
mod first_week;
mod group;
mod group_talk;
mod harness;
mod hour;
mod journeys;
mod keyboard;
mod layout;
mod learning;
mod library;
mod modes;
mod offline;
mod paths;
mod private;
mod profiles;
mod repetition;
mod shelf;
mod simulation;
mod simulation_replay;
mod story;
mod workshop;

use std::process::ExitCode;

fn main() -> ExitCode {
    // The long tours first: at the end short ones keep both browsers busy.
    e2e::runner::run(vec![
        layout::spec(),
        keyboard::spec(),
        harness::spec(),
        journeys::spec(),
        group::spec(),
        private::spec(),
        profiles::spec(),
        hour::spec(),
        cards::spec(),
        shelf::spec(),
        library::spec(),
        workshop::spec(),
        simulation::spec(),
        modes::spec(),
        drill::spec(),
        learning::spec(),
        group_talk::spec(),
        paths::spec(),
        first_week::spec(),
        repetition::spec(),
        due::spec(),
        simulation_replay::spec(),
        offline::spec(),
        faults::spec(),
    ])
}
