//! Runs sentences in engines: at most two browsers' worth at a time, each with a time limit, each told by
//! engine, feature and sentence.
//!
//! The command line is that of `cargo test`: a word filters, `--list` lists, `--exact` is exact. A filter may
//! name the engine (`chromium`), the feature or part of the sentence; `E2E_ENGINES=chromium,firefox` keeps to
//! some engines.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::{Engine, Outcome, Stage, shots, wings};

/// Two cores: a third browser only makes the other two late.
const AT_ONCE: usize = 2;

/// A test that takes longer is broken, unless it says beforehand that it is long.
const TIME_LIMIT: Duration = Duration::from_secs(90);

/// To take a picture and to close; a browser that hangs must not hold the run.
const CLEARING: Duration = Duration::from_secs(15);

type Play = Arc<dyn Fn(Stage) -> Pin<Box<dyn Future<Output = Outcome>>> + Send + Sync>;

/// The sentences about one feature.
pub struct Spec {
    feature: &'static str,
    time_limit: Duration,
    scenes: Vec<Scene>,
}

#[derive(Clone)]
struct Scene {
    engine: Engine,
    name: String,
    time_limit: Duration,
    play: Play,
}

impl Spec {
    /// No sentences yet.
    #[must_use]
    pub fn new(feature: &'static str) -> Self {
        Self { feature, time_limit: TIME_LIMIT, scenes: Vec::new() }
    }

    /// How long each of the sentences that follow may take.
    #[must_use]
    pub fn time_limit(mut self, limit: Duration) -> Self {
        self.time_limit = limit;
        self
    }

    /// A sentence that must hold in these engines.
    #[must_use]
    pub fn on<F, Fut>(mut self, engines: &[Engine], sentence: &str, play: F) -> Self
    where
        F: Fn(Stage) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Outcome> + 'static,
    {
        let play: Play = Arc::new(move |stage| Box::pin(play(stage)));
        for &engine in engines {
            self.scenes.push(Scene {
                engine,
                name: format!("{engine} · {} · {sentence}", self.feature),
                time_limit: self.time_limit,
                play: Arc::clone(&play),
            });
        }
        self
    }

    /// A sentence that must hold in all three engines.
    #[must_use]
    pub fn for_each_engine<F, Fut>(self, sentence: &str, play: F) -> Self
    where
        F: Fn(Stage) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Outcome> + 'static,
    {
        self.on(Engine::ALL, sentence, play)
    }
}

/// Runs every sentence that the command line asks for.
#[must_use]
pub fn run(specs: Vec<Spec>) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(arguments.test_threads.unwrap_or(AT_ONCE).min(AT_ONCE));
    let wanted = match wanted_engines() {
        Ok(wanted) => wanted,
        Err(failure) => {
            eprintln!("E2E_ENGINES: {failure}");
            return ExitCode::FAILURE;
        }
    };
    let times = Arc::new(Mutex::new(Vec::new()));
    let scenes =
        specs.into_iter().flat_map(|spec| spec.scenes).filter(|scene| wanted.contains(&scene.engine));
    let trials = scenes.map(|scene| trial(scene, Arc::clone(&times))).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    wings::empty();
    let mut times = times.lock().unwrap_or_else(PoisonError::into_inner).clone();
    times.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
    print_slowest(&times);
    if let Err(failure) = keep(&times) {
        eprintln!("the times are not kept: {failure}");
    }
    conclusion.exit_code()
}

fn wanted_engines() -> Result<Vec<Engine>, String> {
    match std::env::var("E2E_ENGINES") {
        Ok(names) => names.split(',').map(|name| name.trim().parse()).collect(),
        Err(_) => Ok(Engine::ALL.to_vec()),
    }
}

fn trial(scene: Scene, times: Arc<Mutex<Vec<(Duration, String)>>>) -> Trial {
    Trial::test(scene.name.clone(), move || {
        let started = Instant::now();
        let outcome = play_through(&scene).or_else(|first| again(&scene, &first));
        let took = started.elapsed();
        times.lock().unwrap_or_else(PoisonError::into_inner).push((took, scene.name));
        outcome.map_err(Failed::from)
    })
}

/// A browser can fail where the app did not: a sentence that failed is played once more, from nothing. One
/// that holds then is told as unsteady, so that nobody overlooks it; one that fails twice has failed.
fn again(scene: &Scene, first: &str) -> Result<(), String> {
    wings::empty();
    let second = play_through(scene);
    if second.is_ok() {
        println!("unsteady, held the second time: {}\n{first}", scene.name);
    }
    second
}

/// Plays one scene. A browser in which something did not hold is gone afterwards.
fn play_through(scene: &Scene) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let stage = Stage::new(scene.engine);
    runtime.block_on(async {
        // A task of its own, so that a panic in it is a failure like any other.
        let local = tokio::task::LocalSet::new();
        let playing = local.spawn_local((scene.play)(stage.clone()));
        let finished = local.run_until(tokio::time::timeout(scene.time_limit, playing)).await;
        let outcome = match finished {
            Ok(Ok(outcome)) => outcome.map_err(|failure| without_driver_stack(&failure.to_string())),
            Ok(Err(panic)) => Err(told(panic)),
            Err(_) => Err(format!("not finished after {:?}", scene.time_limit)),
        };
        let ending = async {
            if outcome.is_ok() {
                stage.clear().await;
                return Vec::new();
            }
            let evidence = stage.keep_evidence(&scene.name).await;
            stage.clear_for_good().await;
            evidence
        };
        let evidence = tokio::time::timeout(CLEARING, ending).await.unwrap_or_default();
        outcome.map_err(|failure| format!("{failure}\n{}", evidence.join("\n")))
    })
}

/// A driver's failure carries its own call stack, which helps nobody.
fn without_driver_stack(failure: &str) -> String {
    failure.split("Stacktrace:").next().unwrap_or_default().trim_end().to_owned()
}

fn told(panic: tokio::task::JoinError) -> String {
    let Ok(payload) = panic.try_into_panic() else { return "cancelled".to_owned() };
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|&text| text.to_owned()))
        .unwrap_or_else(|| "panicked".to_owned())
}

fn print_slowest(times: &[(Duration, String)]) {
    if !times.is_empty() {
        println!("slowest:");
    }
    for (took, title) in times.iter().take(5) {
        println!("{}", told_time(*took, title));
    }
    let mut features: BTreeMap<&str, Duration> = BTreeMap::new();
    for (took, title) in times {
        *features.entry(title.split(" · ").nth(1).unwrap_or(title)).or_default() += *took;
    }
    let features = features.iter().map(|(feature, took)| format!("{feature} {:.0} s", took.as_secs_f64()));
    println!("by feature: {}", features.collect::<Vec<_>>().join(", "));
}

/// Every sentence with its time, the longest first, in `output/times.txt`: where the minutes went.
fn keep(times: &[(Duration, String)]) -> Outcome {
    let lines: Vec<_> = times.iter().map(|(took, title)| told_time(*took, title)).collect();
    Ok(std::fs::write(shots::output()?.join("times.txt"), lines.join("\n"))?)
}

fn told_time(took: Duration, title: &str) -> String {
    format!("{:>6.1} s  {title}", took.as_secs_f64())
}
