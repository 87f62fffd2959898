//! The talk after a run as a file: Markdown for people, JSON for machines. Pure.
//!
//! Only what was practised with a made-up person is in it, and what was agreed. No grade.

use serde::Serialize;

use super::bedside::Model;
use super::call::{Said, rubric};
use super::debrief::{Called, SKILLS, Went, notes};
use super::said::Decided;
use super::timeline::{Row, rows, value_at};
use super::{names, said};
use crate::clinical::{Deed, Parameter, Role};
use crate::i18n::{Day, Language, Messages};
use crate::json;
use crate::progress::{Agreement, Scoring};

/// What a data file says it is.
const FORMAT: &str = "refleks-run";

/// Which shape it has; another shape gets another number.
const FORMAT_VERSION: u32 = 1;

/// How many rows the table of values has at most.
pub const ROWS: usize = 13;

/// The values of the table, in order: all that the sum is made of.
pub const COLUMNS: [Parameter; 7] = Parameter::ALL;

#[derive(Serialize)]
struct DataFile<'m> {
    format: &'static str,
    format_version: u32,
    scenario: &'m str,
    revision: &'m str,
    seed: u32,
    role: Role,
    deeds: &'m [Deed],
    scorings: &'m [Scoring],
    moments: Vec<DataMoment>,
    fingerprint: Vec<i64>,
}

/// The values of a minute.
#[derive(Serialize)]
struct DataMoment {
    at: u32,
    rf: i32,
    spo2: i32,
    sbp: i32,
    pulse: i32,
    acvpu: &'static str,
    temp: i32,
    news2: u8,
}

/// The data file of a run: what was done, the values minute by minute (the temperature in tenths of a degree), and
/// the body at the end in millionths, so that another machine can play it again and compare.
///
/// # Errors
/// None that plain data can cause.
pub fn data(model: &Model) -> Result<String, json::Error> {
    let moments = model.course.moments().iter().map(|moment| DataMoment {
        at: moment.at,
        rf: moment.vitals.rf(),
        spo2: moment.vitals.spo2(),
        sbp: moment.vitals.sbp(),
        pulse: moment.vitals.pulse(),
        acvpu: moment.vitals.acvpu().letter(),
        temp: moment.vitals.temp().0,
        news2: moment.news2,
    });
    json::write_text(&DataFile {
        format: FORMAT,
        format_version: FORMAT_VERSION,
        scenario: model.item.neutral.id.as_str(),
        revision: model.item.revision.as_str(),
        seed: model.run.seed,
        role: model.run.role,
        deeds: &model.run.deeds,
        scorings: &model.run.scorings,
        moments: moments.collect(),
        fingerprint: model.course.body().fingerprint().collect(),
    })
}

/// The talk after a run as Markdown.
#[must_use]
pub fn markdown(
    model: &Model,
    agreement: Option<&Agreement>,
    words: &Messages,
    language: Language,
) -> String {
    let mut paper = Paper { out: String::new(), model, words, language };
    paper.head();
    paper.skills();
    paper.decided();
    paper.calls();
    paper.values();
    paper.agreed(agreement.filter(|agreement| agreement.is_said()));
    paper.foot();
    paper.out
}

struct Paper<'m> {
    out: String,
    model: &'m Model,
    words: &'m Messages,
    language: Language,
}

impl Paper<'_> {
    fn line(&mut self, before: &str, text: &str, after: &str) {
        if text.trim().is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(&format!("{before}{}{after}\n", inline(text)));
    }

    fn items(&mut self, items: &[(String, String)]) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        for (lead, text) in items {
            let end = if text.trim().is_empty() { "" } else { ": " };
            self.out.push_str(&format!("- **{}**{end}{}\n", inline(lead), inline(text)));
        }
    }

    fn clock(&self, at: u32) -> String {
        names::clock(self.model.play().begins, at)
    }

    fn head(&mut self) {
        let (model, words) = (self.model, self.words);
        self.line("# ", &model.item.words.title, "");
        self.line("**", words.simulation_only_practice(), "**");
        self.line("*", &said::day_and_role(model, words), "*");
        self.line("## ", words.simulation_ended(), "");
        let ending = model.course.ending(model.play());
        match ending.and_then(|ending| model.item.words.endings.get(&ending.id)) {
            Some(ending) => {
                self.line("**", &ending.title, "**");
                self.line("", &ending.text, "");
            }
            None => self.line("", words.afterwards_open(), ""),
        }
    }

    fn skills(&mut self) {
        let (model, words) = (self.model, self.words);
        let calls = said::calls_of(model);
        self.line("## ", words.simulation_skills(), "");
        for skill in SKILLS {
            let noted = notes(model.play(), &model.course, skill).into_iter().filter_map(|noted| {
                let note = model.item.words.notes.get(&noted.id)?;
                let (name, text) = match noted.went {
                    Went::Right => (words.simulation_w_right(), note.right.clone()),
                    Went::Missed => {
                        let missing = said::not_told(model, words, self.language, &calls, &noted.id);
                        let text = std::iter::once(note.missed.clone()).chain(missing);
                        (words.simulation_w_missed(), text.collect::<Vec<_>>().join(" "))
                    }
                    Went::Dangerous => (words.simulation_w_dangerous(), note.danger.clone()),
                };
                Some((name.to_owned(), format!("{text} {}", note.why)))
            });
            let noted: Vec<_> = noted.collect();
            if !noted.is_empty() {
                self.line("### ", names::skill(skill)(words), "");
                self.items(&noted);
            }
        }
    }

    fn decided(&mut self) {
        let (model, words) = (self.model, self.words);
        self.line("## ", words.simulation_decisions(), "");
        let decided = said::decided(model, words, self.language);
        if decided.is_empty() {
            self.line("", words.simulation_decisions_none(), "");
            return;
        }
        let item = |one: Decided| {
            let lead = format!("{} · {} {}", one.number, one.time, one.what);
            (lead, format!("{}. {}", one.verdict, one.why).trim().to_owned())
        };
        self.items(&decided.into_iter().map(item).collect::<Vec<_>>());
    }

    fn calls(&mut self) {
        let (model, words) = (self.model, self.words);
        for (place, Called { entry, told, before }) in said::calls_of(model).into_iter().enumerate() {
            if place == 0 {
                self.line("## ", words.simulation_calls(), "");
            }
            let (who, reply) = said::said(&model.item.words, words, self.language, &entry);
            self.line("### ", &format!("{} · {who}", self.clock(entry.at)), "");
            let all = |ids: &[String]| {
                let text = |id: &String| {
                    said::fact(&model.item.words, words, self.language, (&model.course, entry.at), id)
                };
                ids.iter().map(text).collect::<Vec<_>>().join(" · ")
            };
            let letters = rubric(model.play(), &before, &told).map(|Said { letter, said, missing }| {
                let (sign, name) = names::isbar(letter);
                let parts =
                    [(words.simulation_said(), all(&said)), (words.simulation_missing(), all(&missing))];
                let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
                let parts = parts.map(|(what, text)| format!("{what}: {text}")).collect::<Vec<_>>();
                (format!("{sign} · {}", name(words)), parts.join(" — "))
            });
            self.items(&letters);
            if !reply.trim().is_empty() {
                let name = said::receiver(&model.item.words, &entry.deed);
                self.out.push_str(&format!("\n> **{}**: {}\n", inline(&name), inline(&reply)));
            }
        }
    }

    fn values(&mut self) {
        let (model, words) = (self.model, self.words);
        self.line("## ", words.simulation_course(), "");
        let mut head = vec![words.simulation_time().to_owned(), words.simulation_news2().to_owned()];
        head.extend(COLUMNS.map(|parameter| names::parameter(parameter)(words).to_owned()));
        head.push(words.simulation_decisions().to_owned());
        let mut table = vec![head];
        for Row { moment, decided } in rows(&model.course, ROWS) {
            let mut row = vec![self.clock(moment.at), moment.news2.to_string()];
            row.extend(COLUMNS.map(|parameter| {
                names::value(words, self.language, parameter, value_at(parameter, &moment)).0
            }));
            let numbers = decided.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            row.push(numbers);
            table.push(row);
        }
        self.out.push('\n');
        for (place, row) in table.into_iter().enumerate() {
            let cells: Vec<String> = row.iter().map(|cell| inline(cell)).collect();
            self.out.push_str(&format!("| {} |\n", cells.join(" | ")));
            if place == 0 {
                self.out.push_str(&format!("|{}\n", " --- |".repeat(cells.len())));
            }
        }
    }

    fn agreed(&mut self, agreement: Option<&Agreement>) {
        let Some(agreement) = agreement else { return };
        let words = self.words;
        self.line("## ", words.afterwards_agreed(), "");
        self.line("", &agreement.what, "");
        if !agreement.role.trim().is_empty() {
            self.line("", &words.reflection_r_next_role(agreement.role.trim()), "");
        }
        if let Some(day) = Day::parse(&agreement.date) {
            self.line("", &words.reflection_r_next_date(day.long(words)), "");
        }
    }

    fn foot(&mut self) {
        let (words, metadata) = (self.words, &self.model.item.neutral.metadata);
        self.line("## ", words.library_sources(), "");
        let sources: Vec<_> =
            metadata.source_lines().into_iter().map(|source| (source, String::new())).collect();
        self.items(&sources);
        if let Some(day) = Day::parse(&metadata.last_checked) {
            self.line("", &words.library_checked(day.long(words)), "");
        }
        if !metadata.needs_review.is_empty() {
            self.line("", words.simulation_review(), "");
        }
        self.line("*", words.afterwards_model(), "*");
        self.line("**", words.simulation_only_practice(), "**");
    }
}

/// One line of Markdown in which nothing is markup.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (place, letter) in line.char_indices() {
        let special = matches!(letter, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|')
            || (place == 0 && matches!(letter, '-' | '+'));
        if special {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
