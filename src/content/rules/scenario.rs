//! Rules for scenarios: every id leads somewhere, every value can be, everything can be reached, the right help in
//! time ends safely, and doing nothing does not.

mod played;

use std::collections::BTreeSet;

use super::Examination;
use super::course::{Authored, Place};
use super::finding::Problem;
use crate::clinical::{
    Action, COMMON, Condition, Effect, Fixed, Judgement, Measure, Order, Reading, Receiver, When,
};
use crate::content::{Fork, ForkWords, Scenario, ScenarioWords};
use crate::ethics::{LawId, ValueId};
use crate::i18n::Language;

/// The most words in what a button says.
const BUTTON: usize = 8;
/// The most words in what one finds, hears or sees.
const FOUND: usize = 40;
/// The most words in a reason.
const REASON: usize = 60;
/// The most words in something that is said in a call.
const SAID: usize = 30;
/// The most characters in a title.
const TITLE: usize = 40;

impl Examination<'_> {
    pub(super) fn scenario(&mut self, item: &Authored<Scenario, ScenarioWords>) {
        self.people = item.neutral.people.clone();
        self.item(item, &item.neutral.metadata);
        self.people.clear();
        let before = self.findings.len();
        self.scenario_tags(item);
        self.person(item);
        self.conditions(item);
        self.scenario_ids(item);
        self.judgements(item);
        self.calls(item);
        for fork in &item.neutral.forks {
            self.fork(item, fork);
        }
        // A scenario that is not whole cannot be played; one whose words are not yet written can.
        if self.findings.len() == before {
            self.played(item);
        }
        for (language, words) in &item.words {
            self.scenario_words(item, *language, words);
        }
    }

    fn scenario_tags(&mut self, item: &Authored<Scenario, ScenarioWords>) {
        let Authored { neutral, place, .. } = item;
        self.tagged(place, "setting", &self.tags.settings.clone(), std::slice::from_ref(&neutral.setting));
        self.tagged(place, "themes", &self.tags.themes.clone(), &neutral.themes);
        self.tagged(place, "play.kit", &self.tags.kit.clone(), &neutral.play.kit);
        self.count(place, "goals", "goals", neutral.goals.len(), (2, 4));
        self.count(place, "play.roles", "roles", neutral.play.roles.len(), (1, 3));
        self.count(place, "play.signs", "signs", neutral.play.signs.len(), (2, 10));
        self.count(place, "play.looks", "looks", neutral.play.looks.len(), (4, 30));
        self.count(place, "play.actions", "actions", neutral.play.actions.len(), (4, 30));
        self.count(place, "play.receivers", "receivers", neutral.play.receivers.len(), (2, 6));
        self.count(place, "play.notes", "notes", neutral.play.notes.len(), (4, 14));
        self.count(place, "play.endings", "endings", neutral.play.endings.len(), (2, 6));
        self.count(place, "forks", "forks", neutral.forks.len(), (1, 3));
        let sources: BTreeSet<&str> =
            neutral.metadata.sources.iter().map(|source| source.id.as_str()).collect();
        for note in neutral.play.notes.iter().filter(|note| !sources.contains(note.source.as_str())) {
            let field = format!("play.notes.{}.source", note.id);
            self.neutral(place, &field, Problem::UnknownSource(note.source.clone()));
        }
    }

    /// Values that a living person can have.
    fn person(&mut self, item: &Authored<Scenario, ScenarioWords>) {
        let Authored { neutral, place, .. } = item;
        let patient = &neutral.play.patient;
        let usual = &patient.habitual;
        let bounds = [
            ("rf", usual.rf, 8, 30),
            ("spo2", usual.spo2, 84, 100),
            ("sbp", usual.sbp, 80, 200),
            ("dbp", usual.dbp, 40, 120),
            ("pulse", usual.pulse, 40, 120),
            ("temp", usual.temp, 35, 38),
            ("glucose", usual.glucose, 3, 20),
            ("co2", usual.co2, 4, 9),
        ];
        for (field, found, least, most) in bounds {
            self.bounded(place, &format!("play.patient.habitual.{field}"), found, least, most);
        }
        self.bounded(place, "play.patient.frailty", Fixed::whole(i32::from(patient.frailty)), 1, 9);
        self.bounded(place, "play.patient.retains", patient.retains, 0, 15);
        self.bounded(place, "play.minutes", Fixed::whole(i32::from(neutral.play.minutes)), 5, 600);
        self.bounded(place, "play.begins", Fixed::whole(i32::from(neutral.play.begins)), 0, 1_439);
    }

    fn conditions(&mut self, item: &Authored<Scenario, ScenarioWords>) {
        let Authored { neutral, place, .. } = item;
        let conditions = &neutral.play.patient.conditions;
        let ids: Vec<&str> = conditions.iter().map(|condition| condition.id.as_str()).collect();
        self.unique(place, "play.patient.conditions", &ids);
        for Condition { id, start, rate, shifts, pulls } in conditions {
            let field = |name: &str| format!("play.patient.conditions.{id}.{name}");
            self.bounded(place, &field("start"), *start, 0, 100);
            self.bounded(place, &field("rate"), *rate, -100, 100);
            for shift in shifts {
                self.bounded(place, &field("shifts.rate"), shift.rate, -100, 100);
                self.reads(item, &field("shifts.when"), &shift.when);
            }
            for pull in pulls {
                self.bounded(place, &field("pulls.from"), pull.from, 0, 99);
                self.bounded(place, &field("pulls.by"), pull.by, -300, 300);
            }
        }
    }

    fn bounded(&mut self, place: &Place, field: &str, found: Fixed, least: i32, most: i32) {
        if found < Fixed::whole(least) || found > Fixed::whole(most) {
            self.neutral(place, field, Problem::OutOfBounds { found: found.to_string(), least, most });
        }
    }

    /// Ids that are there once, and conditions that read what is there.
    fn scenario_ids(&mut self, item: &Authored<Scenario, ScenarioWords>) {
        let Authored { neutral, place, .. } = item;
        let play = &neutral.play;
        for (field, ids) in ids_of_play(neutral) {
            self.unique(place, field, &ids);
        }
        for sign in &play.signs {
            self.reads(item, &format!("play.signs.{}.when", sign.id), &sign.when);
        }
        for look in &play.looks {
            let field = format!("play.looks.{}", look.id);
            self.in_kit(item, &field, look.needs.as_deref());
            let ids: Vec<&str> = look.states.iter().map(|state| state.id.as_str()).collect();
            self.unique(place, &format!("{field}.states"), &ids);
            for state in &look.states {
                self.reads(item, &format!("{field}.states.{}.when", state.id), &state.when);
            }
            if look.states.last().is_none_or(|last| !last.when.is_always()) {
                self.neutral(place, &format!("{field}.states"), Problem::NoLastResort);
            }
        }
        for fact in &play.facts {
            self.reads(item, &format!("play.facts.{}.when", fact.id), &fact.when);
        }
        for note in &play.notes {
            self.reads(item, &format!("play.notes.{}.right", note.id), &note.right);
            if let Some(danger) = &note.danger {
                self.reads(item, &format!("play.notes.{}.danger", note.id), danger);
            }
        }
        for ending in &play.endings {
            self.reads(item, &format!("play.endings.{}.when", ending.id), &ending.when);
        }
        for event in &play.events {
            if let Some(when) = &event.when {
                self.reads(item, &format!("play.events.{}.when", event.id), when);
            }
            self.effects(item, &format!("play.events.{}.effects", event.id), &event.effects);
        }
    }

    fn judgements(&mut self, item: &Authored<Scenario, ScenarioWords>) {
        for Action { id, needs, when, effects, judged, .. } in &item.neutral.play.actions {
            let field = format!("play.actions.{id}");
            self.in_kit(item, &field, needs.as_deref());
            self.reads(item, &format!("{field}.when"), when);
            self.effects(item, &format!("{field}.effects"), effects);
            self.judged(item, &field, judged);
        }
        for receiver in &item.neutral.play.receivers {
            self.judged(item, &format!("play.receivers.{}", receiver.id), &receiver.judged);
        }
    }

    fn judged(&mut self, item: &Authored<Scenario, ScenarioWords>, field: &str, judged: &[Judgement]) {
        let ids: Vec<&str> = judged.iter().map(|one| one.id.as_str()).collect();
        self.unique(&item.place, &format!("{field}.judged"), &ids);
        for one in judged {
            self.reads(item, &format!("{field}.judged.{}.when", one.id), &one.when);
        }
        if judged.last().is_none_or(|last| !last.when.is_always()) {
            self.neutral(&item.place, &format!("{field}.judged"), Problem::NoLastResort);
        }
    }

    fn calls(&mut self, item: &Authored<Scenario, ScenarioWords>) {
        let Authored { neutral, place, .. } = item;
        let play = &neutral.play;
        let facts: BTreeSet<&str> = play.facts.iter().map(|fact| fact.id.as_str()).chain(COMMON).collect();
        let ordered = play.actions.iter().filter(|action| action.order == Order::Doctor);
        let ordered: BTreeSet<&str> = ordered.map(|action| action.id.as_str()).collect();
        for Receiver { id, knows, asks, replies, .. } in &play.receivers {
            let field = format!("play.receivers.{id}");
            self.known(place, &format!("{field}.knows"), &facts, &texts(knows));
            self.known(place, &format!("{field}.asks"), &facts, &texts(asks));
            let ids: Vec<&str> = replies.iter().map(|reply| reply.id.as_str()).collect();
            self.unique(place, &format!("{field}.replies"), &ids);
            for reply in replies {
                self.reads(item, &format!("{field}.replies.{}.when", reply.id), &reply.when);
                for order in reply.orders.iter().filter(|order| !ordered.contains(order.as_str())) {
                    self.neutral(
                        place,
                        &format!("{field}.replies.{}.orders", reply.id),
                        Problem::UnknownId(order.clone()),
                    );
                }
            }
            if replies.last().is_none_or(|last| !last.when.is_always()) {
                self.neutral(place, &format!("{field}.replies"), Problem::NoLastResort);
            }
        }
    }

    fn effects(&mut self, item: &Authored<Scenario, ScenarioWords>, field: &str, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Level { condition, by, .. } | Effect::Rate { condition, by, .. } => {
                    if item.neutral.play.place_of(condition).is_none() {
                        self.neutral(&item.place, field, Problem::UnknownId(condition.clone()));
                    }
                    self.bounded(&item.place, field, *by, -100, 100);
                }
                Effect::Glucose { by, .. } => self.bounded(&item.place, field, *by, -20, 20),
                Effect::Position(_)
                | Effect::Oxygen(_)
                | Effect::Airway(_)
                | Effect::Breaths(_)
                | Effect::Compressions(_) => {}
            }
        }
    }

    fn in_kit(&mut self, item: &Authored<Scenario, ScenarioWords>, field: &str, needs: Option<&str>) {
        let known = &self.tags.kit;
        if let Some(needs) = needs.filter(|needs| !known.is_empty() && !known.contains(needs)) {
            self.neutral(&item.place, &format!("{field}.needs"), Problem::UnknownTag(needs.to_owned()));
        }
    }

    /// A condition reads only what is there.
    fn reads(&mut self, item: &Authored<Scenario, ScenarioWords>, field: &str, when: &When) {
        let play = &item.neutral.play;
        let unknown = |reading: &&Reading| match reading {
            Reading::Level(id) => play.place_of(id).is_none(),
            Reading::Done(id) | Reading::Since(id) => play.action(id).is_none(),
            Reading::Ordered(id) => play.action(id).is_none_or(|action| action.order != Order::Doctor),
            Reading::Seen(id) => play.look(id).is_none() && Measure::parse(id).is_none(),
            Reading::Called(id) | Reading::SinceCall(id) | Reading::Arrived(id) => {
                play.receiver(id).is_none()
            }
            Reading::Told(id) => {
                play.facts.iter().all(|fact| fact.id != *id) && !COMMON.contains(&id.as_str())
            }
            Reading::Rf
            | Reading::Spo2
            | Reading::Sbp
            | Reading::Pulse
            | Reading::Temp
            | Reading::Acvpu
            | Reading::Glucose
            | Reading::Refill
            | Reading::Pain
            | Reading::Urine
            | Reading::News2
            | Reading::Oxygen
            | Reading::Arrest
            | Reading::Minute
            | Reading::In(_) => false,
        };
        for reading in when.readings().filter(unknown) {
            self.neutral(&item.place, field, Problem::UnknownReading(reading.name()));
        }
    }

    fn fork(&mut self, item: &Authored<Scenario, ScenarioWords>, fork: &Fork) {
        let place = &item.place;
        let field = |name: &str| format!("forks.{}.{name}", fork.id);
        self.tagged(place, &field("themes"), &self.tags.themes.clone(), &fork.themes);
        let values: Vec<&str> = fork.values.iter().map(ValueId::as_str).collect();
        self.unique(place, &field("values"), &values);
        self.count(place, &field("values"), "values", values.len(), (2, 7));
        self.known(place, &field("values"), &self.values.clone(), &values);
        let laws: Vec<&str> = fork.laws.iter().map(LawId::as_str).collect();
        self.known(place, &field("laws"), &self.laws.clone(), &laws);
        let facts: Vec<&str> = fork.facts.iter().map(|fact| fact.id.as_str()).collect();
        self.unique(place, &field("facts"), &facts);
        self.count(place, &field("facts"), "facts", facts.len(), (4, 12));
        for fact in &fork.facts {
            self.reads(item, &field(&format!("facts.{}.known", fact.id)), &fact.known);
        }
        let parties: Vec<&str> = fork.parties.iter().map(|party| party.id.as_str()).collect();
        self.unique(place, &field("parties"), &parties);
        let patients = fork.parties.iter().filter(|party| party.patient).count();
        if patients != 1 {
            self.neutral(place, &field("parties"), Problem::PatientParties(patients));
        }
    }

    fn scenario_words(
        &mut self,
        item: &Authored<Scenario, ScenarioWords>,
        language: Language,
        words: &ScenarioWords,
    ) {
        let Authored { neutral, place, .. } = item;
        self.name_length(item, language, "title", &words.title, TITLE);
        let mut same = |field: &str, ids: &[&str], worded: Vec<&String>| {
            self.same_ids(place, language, field, ids, worded.into_iter().map(String::as_str));
        };
        let play = &neutral.play;
        same("goals", &texts(&neutral.goals), words.goals.keys().collect());
        same("people_present", &texts(&neutral.people_present), words.people_present.keys().collect());
        same(
            "signs",
            &play.signs.iter().map(|sign| sign.id.as_str()).collect::<Vec<_>>(),
            words.signs.keys().collect(),
        );
        same(
            "looks",
            &play.looks.iter().map(|look| look.id.as_str()).collect::<Vec<_>>(),
            words.looks.keys().collect(),
        );
        for look in &play.looks {
            let ids: Vec<&str> = look.states.iter().map(|state| state.id.as_str()).collect();
            let worded =
                words.looks.get(&look.id).map(|look| look.states.keys().collect()).unwrap_or_default();
            same(&format!("looks.{}.states", look.id), &ids, worded);
        }
        let ids: Vec<&str> = play.actions.iter().map(|action| action.id.as_str()).collect();
        same("actions", &ids, words.actions.keys().collect());
        for action in &play.actions {
            let worded = words
                .actions
                .get(&action.id)
                .map(|action| action.reasons.keys().collect())
                .unwrap_or_default();
            same(&format!("actions.{}.reasons", action.id), &judged_ids(&action.judged), worded);
        }
        let ids: Vec<&str> = play.receivers.iter().map(|receiver| receiver.id.as_str()).collect();
        same("receivers", &ids, words.receivers.keys().collect());
        for receiver in &play.receivers {
            let Some(worded) = words.receivers.get(&receiver.id) else { continue };
            let field = |name: &str| format!("receivers.{}.{name}", receiver.id);
            same(&field("reasons"), &judged_ids(&receiver.judged), worded.reasons.keys().collect());
            same(&field("questions"), &texts(&receiver.asks), worded.questions.keys().collect());
            let replies: Vec<&str> = receiver.replies.iter().map(|reply| reply.id.as_str()).collect();
            same(&field("replies"), &replies, worded.replies.keys().collect());
        }
        let ids: Vec<&str> = play.events.iter().map(|event| event.id.as_str()).collect();
        same("events", &ids, words.events.keys().collect());
        same(
            "facts",
            &play.facts.iter().map(|fact| fact.id.as_str()).collect::<Vec<_>>(),
            words.facts.keys().collect(),
        );
        same(
            "notes",
            &play.notes.iter().map(|note| note.id.as_str()).collect::<Vec<_>>(),
            words.notes.keys().collect(),
        );
        let ids: Vec<&str> = play.endings.iter().map(|ending| ending.id.as_str()).collect();
        same("endings", &ids, words.endings.keys().collect());
        same(
            "forks",
            &neutral.forks.iter().map(|fork| fork.id.as_str()).collect::<Vec<_>>(),
            words.forks.keys().collect(),
        );
        self.where_needed(item, language, words);
        self.scenario_lengths(place, language, words);
        for fork in &neutral.forks {
            if let Some(worded) = words.forks.get(&fork.id) {
                self.fork_words(place, language, fork, worded);
            }
        }
    }

    /// Texts that are there exactly where the language-neutral part asks for them.
    fn where_needed(
        &mut self,
        item: &Authored<Scenario, ScenarioWords>,
        language: Language,
        words: &ScenarioWords,
    ) {
        let Authored { neutral, place, .. } = item;
        let mut there = |field: String, needed: bool, text: &str| {
            if needed && text.trim().is_empty() {
                self.words(place, language, &field, Problem::Empty);
            } else if !needed && !text.trim().is_empty() {
                let problem =
                    Problem::WordsForNothing { id: field.clone(), neutral: place.neutral_file.clone() };
                self.words(place, language, &field, problem);
            }
        };
        there("score_misleads".to_owned(), neutral.play.score_misleads.is_some(), &words.score_misleads);
        for receiver in &neutral.play.receivers {
            let text = words.receivers.get(&receiver.id).map_or("", |words| words.interruption.as_str());
            there(format!("receivers.{}.interruption", receiver.id), receiver.interrupts.is_some(), text);
        }
        for note in &neutral.play.notes {
            let text = words.notes.get(&note.id).map_or("", |words| words.danger.as_str());
            there(format!("notes.{}.danger", note.id), note.danger.is_some(), text);
        }
    }

    fn scenario_lengths(&mut self, place: &Place, language: Language, words: &ScenarioWords) {
        let mut limits: Vec<(String, &str, usize)> = Vec::new();
        for (id, look) in &words.looks {
            limits.push((format!("looks.{id}.name"), &look.name, BUTTON));
            limits.extend(
                look.states
                    .iter()
                    .map(|(state, text)| (format!("looks.{id}.states.{state}"), text.as_str(), FOUND)),
            );
        }
        for (id, action) in &words.actions {
            limits.push((format!("actions.{id}.name"), &action.name, BUTTON));
            limits.push((format!("actions.{id}.done"), &action.done, FOUND));
            limits.extend(
                action
                    .reasons
                    .iter()
                    .map(|(key, text)| (format!("actions.{id}.reasons.{key}"), text.as_str(), REASON)),
            );
        }
        limits.extend(words.signs.iter().map(|(id, text)| (format!("signs.{id}"), text.as_str(), FOUND)));
        limits.extend(words.facts.iter().map(|(id, text)| (format!("facts.{id}"), text.as_str(), SAID)));
        for (id, event) in &words.events {
            limits.push((format!("events.{id}.go"), &event.go, BUTTON));
            limits.push((format!("events.{id}.leave"), &event.leave, BUTTON));
        }
        for (id, note) in &words.notes {
            limits.push((format!("notes.{id}.why"), &note.why, REASON));
        }
        for (field, text, limit) in limits {
            self.length(place, language, &field, text, limit);
        }
    }

    fn fork_words(&mut self, place: &Place, language: Language, fork: &Fork, words: &ForkWords) {
        let field = |name: &str| format!("forks.{}.{name}", fork.id);
        self.question(place, language, &field("question"), &words.question);
        if words.background.is_empty() {
            self.words(place, language, &field("background"), Problem::Empty);
        }
        let facts: Vec<&str> = fork.facts.iter().map(|fact| fact.id.as_str()).collect();
        self.same_ids(place, language, &field("facts"), &facts, words.facts.keys().map(String::as_str));
        let parties: Vec<&str> = fork.parties.iter().map(|party| party.id.as_str()).collect();
        self.same_ids(place, language, &field("parties"), &parties, words.parties.keys().map(String::as_str));
    }
}

fn ids_of_play(scenario: &Scenario) -> Vec<(&'static str, Vec<&str>)> {
    let play = &scenario.play;
    vec![
        ("goals", texts(&scenario.goals)),
        ("people_present", texts(&scenario.people_present)),
        ("play.kit", texts(&play.kit)),
        ("play.signs", play.signs.iter().map(|one| one.id.as_str()).collect()),
        ("play.looks", play.looks.iter().map(|one| one.id.as_str()).collect()),
        ("play.actions", play.actions.iter().map(|one| one.id.as_str()).collect()),
        ("play.receivers", play.receivers.iter().map(|one| one.id.as_str()).collect()),
        ("play.events", play.events.iter().map(|one| one.id.as_str()).collect()),
        ("play.facts", play.facts.iter().map(|one| one.id.as_str()).collect()),
        ("play.notes", play.notes.iter().map(|one| one.id.as_str()).collect()),
        ("play.endings", play.endings.iter().map(|one| one.id.as_str()).collect()),
        ("forks", scenario.forks.iter().map(|one| one.id.as_str()).collect()),
    ]
}

fn texts(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

fn judged_ids(judged: &[Judgement]) -> Vec<&str> {
    judged.iter().map(|one| one.id.as_str()).collect()
}
