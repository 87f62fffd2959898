//! Playing a scenario in the terminal: by hand, from a script, or by dice.

mod dice;

use std::ffi::OsString;
use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;

use pico_args::Arguments;
use refleks::clinical::script::{self, Line};
use refleks::clinical::{
    Course, Deed, Device, Entry, Measured, Moment, News2, Outcome, Refused, Rhythm, Role, Verdict,
};
use refleks::content::author::read_scenario;
use refleks::content::{Scenario, ScenarioWords};
use refleks::i18n::Language;
use serde_json::{Value, json};

use crate::command::root;

/// As `println!`, and whoever no longer reads is no fault.
macro_rules! say {
    ($($told:tt)*) => {{
        let _gone = writeln!(io::stdout(), $($told)*);
    }};
}

/// Says a line.
fn say(line: &str) {
    say!("{line}");
}

const USAGE: &str = "\
cargo xtask simulate <scenario> [--script FILE] [--seed N] [--role ROLE] [--language nb|nn|en] [--json] [--dice N]
cargo xtask simulate --all --dice N    N random runs in all, spread over every scenario

A scenario is a folder of content/scenarios. Without a script, deeds are read line by line:
  look <id> · measure <code> · do <id> · call <id>: <facts> · go <event> · leave <event>
  wait <minutes> · wait until <hh:mm> · event <id> · push <what> <by> · list · quit";

struct Wanted {
    id: String,
    script: Option<String>,
    seed: u32,
    role: Option<Role>,
    language: Language,
    json: bool,
    dice: Option<u32>,
}

/// Carries out `cargo xtask simulate` with the words behind it.
pub fn run(words: &[&str]) -> ExitCode {
    let told = match words {
        ["--all", rest @ ..] | [rest @ .., "--all"] => dice::all(rest),
        one => wanted(one).and_then(|wanted| play(&wanted)),
    };
    match told {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn wanted(words: &[&str]) -> Result<Wanted, String> {
    let mut left = Arguments::from_vec(words.iter().map(OsString::from).collect());
    let odd = |error: pico_args::Error| format!("{error}\n\n{USAGE}");
    let wanted = Wanted {
        script: left.opt_value_from_str("--script").map_err(odd)?,
        seed: left.opt_value_from_str("--seed").map_err(odd)?.unwrap_or_default(),
        role: left.opt_value_from_fn("--role", role).map_err(odd)?,
        language: left.opt_value_from_fn("--language", language).map_err(odd)?.unwrap_or(Language::En),
        json: left.contains("--json"),
        dice: left.opt_value_from_str("--dice").map_err(odd)?,
        id: left.free_from_str().map_err(odd)?,
    };
    if left.finish().is_empty() { Ok(wanted) } else { Err(USAGE.to_owned()) }
}

fn language(code: &str) -> Result<Language, String> {
    let known = Language::ALL.into_iter().find(|language| language.code() == code);
    known.ok_or_else(|| format!("no language {code}"))
}

fn role(word: &str) -> Result<Role, String> {
    match word {
        "assistant" => Ok(Role::Assistant),
        "health-worker" => Ok(Role::HealthWorker),
        "nurse" => Ok(Role::Nurse),
        _ => Err(format!("no role {word}: assistant, health-worker or nurse")),
    }
}

fn play(wanted: &Wanted) -> Result<(), String> {
    let folder = root().join("content/scenarios").join(&wanted.id);
    if !folder.is_dir() {
        return Err(format!("there is no scenario {}\n\n{USAGE}", wanted.id));
    }
    let (scenario, mut words) = read_scenario(&folder)?;
    let words = words.remove(&wanted.language).unwrap_or_default();
    let role = wanted.role.or_else(|| scenario.play.roles.last().copied()).unwrap_or(Role::Nurse);
    if let Some(times) = wanted.dice {
        return dice::one(&scenario, times);
    }
    let mut told = Told {
        scenario: &scenario,
        words: &words,
        course: Course::begin(&scenario.play, wanted.seed, role),
        refused: Vec::new(),
    };
    match &wanted.script {
        Some(file) => {
            let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
            told.script(&script::parse(&text).map_err(|error| format!("{file}: {error}"))?, !wanted.json);
        }
        None => told.by_hand(!wanted.json)?,
    }
    if wanted.json {
        say!("{}", told.json(wanted.seed, role));
    } else {
        told.end();
    }
    Ok(())
}

/// A course with its words.
struct Told<'a> {
    scenario: &'a Scenario,
    words: &'a ScenarioWords,
    course: Course,
    refused: Vec<Value>,
}

impl Told<'_> {
    fn script(&mut self, lines: &[Line], aloud: bool) {
        for line in lines {
            let deed = line.deed(&self.scenario.play, &self.course);
            self.perform(&deed, aloud);
        }
    }

    fn by_hand(&mut self, aloud: bool) -> Result<(), String> {
        let asks = aloud && io::stdin().is_terminal();
        if aloud {
            say!("{}\n{}", self.words.title, self.words.situation.join("\n"));
            self.signs();
        }
        loop {
            if asks {
                print!("{} > ", self.clock(self.course.now()));
                io::stdout().flush().map_err(|error| error.to_string())?;
            }
            let mut line = String::new();
            if io::stdin().lock().read_line(&mut line).map_err(|error| error.to_string())? == 0 {
                return Ok(());
            }
            match line.trim() {
                "quit" => return Ok(()),
                "list" => self.list(),
                text => match script::parse(text) {
                    Ok(lines) => self.script(&lines, aloud),
                    Err(error) => eprintln!("{error}"),
                },
            }
            if self.course.ending(&self.scenario.play).is_some() {
                return Ok(());
            }
        }
    }

    fn perform(&mut self, deed: &Deed, aloud: bool) {
        let at = self.course.now();
        let signs = self.course.signs().len();
        let told = match self.course.perform(&self.scenario.play, deed) {
            Ok(_) => self.course.log().last().map(|entry| self.entry(entry)).unwrap_or_default(),
            Err(refused) => {
                self.refused.push(json!({ "at": self.clock(at), "deed": deed, "why": why(&refused) }));
                format!("not possible: {}", why(&refused))
            }
        };
        if aloud {
            say!("{}  {told}", self.clock(at));
            if self.course.signs().len() > signs {
                self.signs();
            }
            say!("       {}", self.vitals());
        }
    }

    fn signs(&self) {
        for (place, at) in self.course.signs() {
            let Some(sign) = self.scenario.play.signs.get(*place) else { continue };
            say!("{}  * {}", self.clock(*at), worded(&self.words.signs, &sign.id));
        }
    }

    fn list(&self) {
        let play = &self.scenario.play;
        let ids = |all: Vec<&str>| all.join(" ");
        say!("look     {}", ids(play.looks.iter().map(|one| one.id.as_str()).collect()));
        say!("measure  {}", refleks::clinical::Measure::ALL.map(|measure| measure.code()).join(" "));
        say!(
            "do       {}",
            ids(play
                .actions
                .iter()
                .filter(|one| self.course.may(play, one).is_ok())
                .map(|one| one.id.as_str())
                .collect())
        );
        say!("call     {}", ids(play.receivers.iter().map(|one| one.id.as_str()).collect()));
        say!(
            "facts    {}",
            ids(play.facts.iter().map(|one| one.id.as_str()).chain(refleks::clinical::COMMON).collect())
        );
        say!("events   {}", ids(self.course.open_events().iter().map(String::as_str).collect()));
    }

    /// What was done and what came of it, in words.
    fn entry(&self, entry: &Entry) -> String {
        let words = self.words;
        match (&entry.deed, &entry.outcome) {
            (Deed::Look(id), Outcome::Found(state)) => {
                let look = words.looks.get(id);
                let found = state.as_ref().and_then(|state| look?.states.get(state));
                format!(
                    "look {id} -> {}: {}",
                    state.as_deref().unwrap_or("nothing"),
                    found.map_or("", String::as_str)
                )
            }
            (Deed::Measure(measure), Outcome::Measured(measured)) => {
                format!("{} {}", measure.code(), shown(*measured))
            }
            (Deed::Act(id), Outcome::Done { verdict, reason, by_another }) => {
                let action = words.actions.get(id);
                let why = reason.as_ref().and_then(|reason| action?.reasons.get(reason));
                let done = action.map_or("", |action| action.done.as_str());
                let who = if *by_another { " (somebody else)" } else { "" };
                format!("do {id}{who}: {done} [{}: {}]", named(*verdict), why.map_or("", String::as_str))
            }
            (Deed::Call { receiver, told }, Outcome::Replied { verdict, reason, reply }) => {
                let spoken = words.receivers.get(receiver);
                let said = reply.as_ref().and_then(|reply| spoken?.replies.get(reply));
                let why = reason.as_ref().and_then(|reason| spoken?.reasons.get(reason));
                format!(
                    "call {receiver}: {} -> {}: {} [{}: {}]",
                    told.join(" "),
                    reply.as_deref().unwrap_or("nothing"),
                    said.map_or("", String::as_str),
                    named(*verdict),
                    why.map_or("", String::as_str)
                )
            }
            (Deed::Answer { event, goes_along }, _) => {
                format!("{} {event}", if *goes_along { "go" } else { "leave" })
            }
            (Deed::Wait(seconds), _) => format!("{} minutes pass", seconds / 60),
            (deed, _) => json!(deed).to_string(),
        }
    }

    fn vitals(&self) -> String {
        let vitals = self.course.body().vitals(&self.scenario.play.patient);
        let body = self.course.body();
        let oxygen = if body.oxygen.device == Device::Air { "air" } else { "oxygen" };
        format!(
            "{}  RF {}  SpO2 {} ({oxygen})  BP {}/{}  P {}  {}  {}  NEWS2 {}",
            self.clock(self.course.now()),
            vitals.rf(),
            vitals.spo2(),
            vitals.sbp(),
            body.dbp(),
            vitals.pulse(),
            vitals.acvpu().letter(),
            tenths(vitals.temp().0),
            News2::of(&vitals).total(),
        )
    }

    fn clock(&self, seconds: u32) -> String {
        let minutes = (u32::from(self.scenario.play.begins) + seconds / 60) % 1_440;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    fn end(&self) {
        if let Some(ending) = self.course.ending(&self.scenario.play) {
            let words = self.words.endings.get(&ending.id);
            let safe = if ending.safe { "safe" } else { "not safe" };
            say!(
                "{}  END {} ({safe}): {}",
                self.clock(self.course.now()),
                ending.id,
                words.map_or("", |words| words.text.as_str())
            );
        }
        for note in &self.scenario.play.notes {
            let Some(words) = self.words.notes.get(&note.id) else { continue };
            let danger =
                note.danger.as_ref().is_some_and(|danger| self.course.holds(&self.scenario.play, danger));
            let text = if danger {
                &words.danger
            } else if self.course.holds(&self.scenario.play, &note.right) {
                &words.right
            } else {
                &words.missed
            };
            say!("  {}: {text} {}", note.id, words.why);
        }
    }

    fn json(&self, seed: u32, role: Role) -> Value {
        let play = &self.scenario.play;
        let moment = |moment: &Moment| {
            let vitals = &moment.vitals;
            json!({
                "at": self.clock(moment.at), "rf": vitals.rf(), "spo2": vitals.spo2(), "oxygen": vitals.oxygen(),
                "sbp": vitals.sbp(), "pulse": vitals.pulse(), "acvpu": vitals.acvpu().letter(),
                "temp": tenths(vitals.temp().0), "news2": moment.news2,
            })
        };
        let entry = |entry: &Entry| json!({ "at": self.clock(entry.at), "until": self.clock(entry.until), "deed": entry.deed, "told": self.entry(entry) });
        let body = self.course.body();
        let last = Moment {
            at: self.course.now(),
            vitals: body.vitals(&play.patient),
            news2: News2::of(&body.vitals(&play.patient)).total(),
        };
        json!({
            "scenario": self.scenario.id, "seed": seed, "role": role,
            "moments": self.course.moments().iter().map(moment).collect::<Vec<_>>(),
            "now": moment(&last),
            "body": { "glucose": tenths(body.glucose().0), "refill": body.refill(), "pain": body.pain(), "urine": body.urine(), "dbp": body.dbp() },
            "log": self.course.log().iter().map(entry).collect::<Vec<_>>(),
            "refused": self.refused,
            "ending": self.course.ending(play).map(|ending| json!({ "id": ending.id, "safe": ending.safe })),
        })
    }
}

fn worded<'w>(words: &'w std::collections::BTreeMap<String, String>, id: &'w str) -> &'w str {
    // What is not written yet is told by its id.
    words.get(id).filter(|text| !text.is_empty()).map_or(id, String::as_str)
}

fn tenths(number: i32) -> String {
    format!("{}.{}", number / 10, (number % 10).abs())
}

fn shown(measured: Measured) -> String {
    match measured {
        Measured::Rf(number) => format!("{number} a minute"),
        Measured::Spo2(number) => format!("{number} %"),
        Measured::Pressure(upper, lower) => format!("{upper}/{lower} mmHg"),
        Measured::Pulse(number, Rhythm::Regular) => format!("{number}, regular"),
        Measured::Pulse(number, Rhythm::Irregular) => format!("{number}, irregular"),
        Measured::Temp(number) => format!("{} °C", tenths(number.0)),
        Measured::Acvpu(acvpu) => acvpu.letter().to_owned(),
        Measured::Glucose(number) => format!("{} mmol/l", tenths(number.0)),
        Measured::Refill(number) => format!("{number} s"),
        Measured::Pain(number) => format!("{number} of 10"),
    }
}

fn named(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "right",
        Verdict::Neutral => "neither",
        Verdict::Wrong => "wrong",
        Verdict::Dangerous => "dangerous",
    }
}

fn why(refused: &Refused) -> String {
    match refused {
        Refused::Over => "it is over".to_owned(),
        Refused::NotThere => "there is no such thing, or not now".to_owned(),
        Refused::NoKit(kit) => format!("there is no {kit}"),
        Refused::NotYours => "this role may not, and nobody there may".to_owned(),
        Refused::NoOrder => "somebody has to order it first".to_owned(),
    }
}
