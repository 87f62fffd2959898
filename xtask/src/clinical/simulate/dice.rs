//! Random runs: nothing that is done, in whatever order, breaks a course.

use std::fs;
use std::num::NonZero;
use std::ops::Range;
use std::panic::catch_unwind;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use refleks::clinical;
use refleks::clinical::proof::{Proven, random_runs};
use refleks::content::Scenario;
use refleks::content::author::read_scenario;

use super::USAGE;
use crate::command::root;

/// Random runs of one scenario.
///
/// # Errors
/// With the first run that breaks.
pub(super) fn one(scenario: &Scenario, times: u32) -> Result<(), String> {
    let begun = Instant::now();
    let proven = proven(scenario.id.as_str(), &scenario.play, 0..times)?;
    super::say(&line(scenario.id.as_str(), proven, begun.elapsed()));
    Ok(())
}

/// So many random runs in all, spread evenly over every scenario, on every core.
///
/// # Errors
/// With how many scenarios break, when all have been played.
pub(super) fn all(words: &[&str]) -> Result<(), String> {
    let ["--dice", times] = words else { return Err(USAGE.to_owned()) };
    let times: u32 = times.parse().map_err(|_| USAGE.to_owned())?;
    let scenarios = scenarios()?;
    let many = u32::try_from(scenarios.len()).unwrap_or(u32::MAX).max(1);
    // What cannot be shared evenly goes to the first ones.
    let share = |place: u32| times / many + u32::from(place < times % many);
    let begun = Instant::now();
    let waiting = Mutex::new(scenarios.iter().zip(0_u32..));
    let next = || waiting.lock().ok()?.next();
    let worker = || {
        let (mut sum, mut broken) = (Proven::default(), 0_usize);
        while let Some((scenario, place)) = next() {
            let since = Instant::now();
            match proven(scenario.id.as_str(), &scenario.play, 0..share(place)) {
                Ok(proven) => {
                    super::say(&line(scenario.id.as_str(), proven, since.elapsed()));
                    sum.add(proven);
                }
                Err(error) => {
                    super::say(&error);
                    broken += 1;
                }
            }
        }
        (sum, broken)
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let found = thread::scope(|scope| {
        let begun: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        // A worker that is gone has broken something too.
        let ended = begun.into_iter().map(|worker| worker.join().unwrap_or((Proven::default(), 1)));
        ended.collect::<Vec<_>>()
    });
    let mut sum = Proven::default();
    let broken: usize = found.iter().map(|(_, broken)| broken).sum();
    found.into_iter().for_each(|(proven, _)| sum.add(proven));
    super::say(&line("all", sum, begun.elapsed()));
    if broken == 0 { Ok(()) } else { Err(format!("{broken} scenarios break")) }
}

fn scenarios() -> Result<Vec<Scenario>, String> {
    let folder = root().join("content/scenarios");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut folders = Vec::new();
    for entry in entries {
        folders.push(entry.map_err(|error| error.to_string())?.path());
    }
    folders.sort();
    folders.iter().map(|folder| read_scenario(folder).map(|(scenario, _)| scenario)).collect()
}

/// What random runs came to; a panic in one is told as a fault with the name of its scenario.
fn proven(id: &str, scenario: &clinical::Scenario, throws: Range<u32>) -> Result<Proven, String> {
    match catch_unwind(|| random_runs(scenario, throws)) {
        Ok(Ok(proven)) => Ok(proven),
        Ok(Err(broken)) => Err(format!("{id}: {broken}")),
        Err(_) => Err(format!("{id}: a run panics: see above")),
    }
}

fn line(name: &str, proven: Proven, took: Duration) -> String {
    let Proven { runs, deeds, minutes, ended } = proven;
    format!(
        "{name}: {runs} runs, {ended} to an end, {deeds} deeds, {minutes} minutes played twice, {:.1} s",
        took.as_secs_f64()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_runs_has_to_be_said() {
        for words in [&[][..], &["--dice"], &["--dice", "many"], &["--seed", "1"]] {
            assert!(all(words).is_err(), "{words:?}");
        }
        assert_eq!(all(&["--dice", "15"]), Ok(()));
    }
}
