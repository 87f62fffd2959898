//! Every verb of the project: `cargo xtask <verb>`.
//!
//! This file only sends a verb to its module. Two verbs, `look` and `dist`, are steps of the build that
//! Trunk calls back for; nobody types them. Under the name of wasm-bindgen it is one more step (`split`).

mod budgets;
mod build;
mod check;
mod clinical;
mod command;
mod content;
mod dist;
mod e2e;
mod look;
mod notices;
mod privacy;
mod serve;
mod size;
mod split;
mod test;
mod tools;
mod workers;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <verb>

  serve     install what is missing, build, and serve on this machine
            --port N   another port than 8080
            --lan      also https for tablets on the same network
            --no-build serve dist/ as it is
  test      install what is missing, then everything that .ci/run runs
  dev       build and reload while you write
  build     the release in dist/ (--faults: a test build with a store that fails on demand)
  check     formatting, lints on all targets, native tests, content
  e2e       real browsers; words after it go to the tests
  size      what the first load weighs, held against budgets.toml
  bench     how fast it answers, held against budgets.toml
  content   check | stats | compile <folder> | ids | schema
  new       case | deck | term | law | value | scenario | call | lesson | path <id>, or card <deck>/<id>:
            a correct start, with all in place but the words
  news2     read vitals as JSON lines, print the score of each (--mews: MEWS instead)
  simulate  <scenario> [--script FILE] [--seed N] [--role ROLE] [--json] [--dice N]
            or --all --dice N: so many random runs over every scenario
            play a scenario in the terminal, or N times by dice
  notices   print the third-party notices
  privacy   read lines, print what the privacy guard finds
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if split::stands_in() {
        return told(split::run(&words));
    }
    let (verb, rest) = words.split_first().map_or(("help", &[][..]), |(verb, rest)| (*verb, rest));
    match verb {
        "serve" => told(serve::run(rest)),
        "test" => told(test::run(rest)),
        "dev" => told(build::develop(rest)),
        "build" => told(build::run(rest)),
        "check" => told(check::run(rest)),
        "e2e" => told(e2e::run(rest)),
        "size" => told(size::run(rest)),
        "bench" => told(e2e::bench(rest)),
        "look" => told(look::build(&command::root())),
        "notices" => told(notices::print()),
        "dist" => told(dist::run()),
        "content" => content::run(rest),
        "new" => content::new_item(rest),
        "news2" => clinical::news2(rest),
        "simulate" => clinical::simulate(rest),
        "privacy" => privacy::run(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        other => {
            eprintln!("cargo xtask has no verb «{other}».\n\n{HELP}");
            ExitCode::FAILURE
        }
    }
}

fn told(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error}");
            ExitCode::FAILURE
        }
    }
}
