//! Every sentence about Refleks in real browsers. One file per feature; `harness` proves that the checks can
//! fail.

mod accessibility;
mod harness;
mod journeys;
mod story;

use std::process::ExitCode;

fn main() -> ExitCode {
    e2e::runner::run(vec![harness::spec(), accessibility::spec(), journeys::spec()])
}
