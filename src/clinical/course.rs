//! A course: one scenario as it goes, deed by deed. The same scenario, seed, role and deeds give the same course.
//!
//! Time passes only through deeds; letting it pass is one too. A course is not stored: its deeds are, and it is
//! played again from them.

mod deeds;
mod readings;

use super::body::{Body, Oxygen, STEP};
use super::fixed::Fixed;
use super::news2::News2;
use super::scenario::{
    Action, Condition, Effect, Ending, Judgement, Measure, Order, Receiver, Reply, Rhythm, Role, Scenario,
    Verdict,
};
use super::vitals::{Tenths, Vitals};

pub use deeds::{Deed, Entry, Measured, Outcome, Refused};

/// The person's values at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When, in seconds since the beginning.
    pub at: u32,
    /// The values.
    pub vitals: Vitals,
    /// The score of them, 0–20.
    pub news2: u8,
}

/// How often the values are kept, in seconds.
const KEPT: u32 = 60;

/// What it takes to get somebody else to do something, in seconds.
const ASKING: u32 = 60;

/// One scenario as it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    seed: u32,
    role: Role,
    now: u32,
    body: Body,
    /// Effects that last.
    pending: Vec<Pending>,
    log: Vec<Entry>,
    moments: Vec<Moment>,
    /// Signs that have shown, by their place, with the time.
    signs: Vec<(usize, u32)>,
    /// Events that have come and are not answered, by id.
    open: Vec<String>,
    /// Events that have come.
    come: Vec<String>,
    ordered: Vec<String>,
    /// When whoever was called arrives, by receiver.
    arrivals: Vec<(String, u32)>,
    ending: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Pending {
    from: u32,
    until: u32,
    what: Lasting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lasting {
    /// A level goes by so much a step.
    Level(usize, Fixed),
    /// A rate is changed by so much a minute.
    Rate(usize, Fixed),
    /// The glucose goes by so much a step.
    Glucose(Fixed),
}

impl Course {
    /// The beginning. With the seed 0 the person goes as described; every other seed makes a person who goes a
    /// little quicker or slower, and measurements that differ by a little.
    #[must_use]
    pub fn begin(scenario: &Scenario, seed: u32, role: Role) -> Self {
        let mut course = Self {
            seed,
            role,
            now: 0,
            body: Body::new(&scenario.patient),
            pending: Vec::new(),
            log: Vec::new(),
            moments: Vec::new(),
            signs: Vec::new(),
            open: Vec::new(),
            come: Vec::new(),
            ordered: Vec::new(),
            arrivals: Vec::new(),
            ending: None,
        };
        course.keep(scenario);
        course.notice(scenario);
        course
    }

    /// A course played again from its deeds. What is refused is left out, so that deeds of an earlier edition of the
    /// scenario are no fault.
    #[must_use]
    pub fn play(scenario: &Scenario, seed: u32, role: Role, deeds: &[Deed]) -> Self {
        let mut course = Self::begin(scenario, seed, role);
        for deed in deeds {
            let _left_out = course.perform(scenario, deed);
        }
        course
    }

    /// Does something.
    ///
    /// # Errors
    /// [`Refused`], and then no time has passed.
    pub fn perform(&mut self, scenario: &Scenario, deed: &Deed) -> Result<&Outcome, Refused> {
        if self.ending.is_some() {
            return Err(Refused::Over);
        }
        let at = self.now;
        let outcome = match deed {
            Deed::Look(id) => self.look(scenario, id)?,
            Deed::Measure(measure) => self.measure(scenario, *measure)?,
            Deed::Act(id) => self.act(scenario, id)?,
            Deed::Call { receiver, told } => self.call(scenario, receiver, told)?,
            Deed::Answer { event, goes_along } => self.answer(scenario, event, *goes_along)?,
            Deed::Wait(seconds) => {
                self.pass(scenario, *seconds);
                Outcome::Passed
            }
            Deed::Event(id) => self.let_come(scenario, id)?,
            Deed::Push { on, by } => {
                self.body.push(*on, *by);
                Outcome::Passed
            }
        };
        self.note(Entry { at, until: self.now, deed: deed.clone(), outcome });
        self.notice(scenario);
        self.log.last().map(|entry| &entry.outcome).ok_or(Refused::NotThere)
    }

    /// Writes down what was done. Time that passes bit by bit is one entry, as it is one deed when it is kept.
    fn note(&mut self, entry: Entry) {
        match (self.log.last_mut(), &entry.deed) {
            (Some(Entry { until, deed: Deed::Wait(before), .. }), Deed::Wait(more)) => {
                *before = before.saturating_add(*more);
                *until = entry.until;
            }
            _ => self.log.push(entry),
        }
    }

    fn look(&mut self, scenario: &Scenario, id: &str) -> Result<Outcome, Refused> {
        let look = scenario.look(id).ok_or(Refused::NotThere)?;
        scenario.has(look.needs.as_deref())?;
        self.pass(scenario, u32::from(look.seconds));
        let facts = self.facts(scenario);
        let found = look.states.iter().find(|state| state.when.holds(&facts));
        Ok(Outcome::Found(found.map(|state| state.id.clone())))
    }

    fn measure(&mut self, scenario: &Scenario, measure: Measure) -> Result<Outcome, Refused> {
        scenario.has(measure.needs())?;
        let irregular = measure == Measure::Pulse && self.body.rhythm() == Rhythm::Irregular;
        self.pass(scenario, if irregular { 60 } else { measure.seconds() });
        Ok(Outcome::Measured(self.reading_of(scenario, measure)))
    }

    /// What a measurement shows now.
    #[must_use]
    pub fn reading_of(&self, scenario: &Scenario, measure: Measure) -> Measured {
        let vitals = self.body.vitals(&scenario.patient);
        let near = |salt, spread| self.near(salt, spread);
        match measure {
            Measure::Rf => Measured::Rf((vitals.rf() + near(1, 1)).max(0)),
            // Half the time, doubled: even, and what is between two breaths is lost.
            Measure::Rf30 => Measured::Rf((vitals.rf() + near(1, 1)).max(0) / 2 * 2),
            Measure::Spo2 => Measured::Spo2((vitals.spo2() + near(2, 1)).clamp(40, 100)),
            Measure::Sbp => {
                let by = near(3, 2);
                Measured::Pressure((vitals.sbp() + by).max(30), (self.body.dbp() + by).max(10))
            }
            Measure::Pulse => Measured::Pulse((vitals.pulse() + near(4, 2)).max(0), self.body.rhythm()),
            Measure::Temp => Measured::Temp(Tenths(vitals.temp().0 + near(5, 1))),
            Measure::Acvpu => Measured::Acvpu(vitals.acvpu()),
            Measure::Glucose => Measured::Glucose(Tenths(self.body.glucose().0 + near(6, 1))),
            Measure::Refill => Measured::Refill(self.body.refill()),
            Measure::Pain => Measured::Pain(self.body.pain()),
        }
    }

    fn act(&mut self, scenario: &Scenario, id: &str) -> Result<Outcome, Refused> {
        let action = scenario.action(id).ok_or(Refused::NotThere)?;
        let by_another = self.may(scenario, action)?;
        let (verdict, reason) = self.judged(scenario, &action.judged);
        let seconds = u32::from(action.seconds) + if by_another { ASKING } else { 0 };
        self.pass(scenario, seconds);
        for effect in &action.effects {
            self.take_effect(scenario, effect);
        }
        Ok(Outcome::Done { verdict, reason, by_another })
    }

    /// Whether something can be done now, and whether somebody else has to do it.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn may(&self, scenario: &Scenario, action: &Action) -> Result<bool, Refused> {
        if !action.when.holds(&self.facts(scenario)) {
            return Err(Refused::NotThere);
        }
        self.may_do(scenario, action)
    }

    /// The actions that there are now, by their place in the scenario, each with what [`may`](Self::may) says.
    #[must_use]
    pub fn actions(&self, scenario: &Scenario) -> Vec<(usize, Result<bool, Refused>)> {
        let facts = self.facts(scenario);
        let there = scenario.actions.iter().enumerate().filter(|(_, action)| action.when.holds(&facts));
        there.map(|(place, action)| (place, self.may_do(scenario, action))).collect()
    }

    /// [`may`](Self::may) of what there is now.
    fn may_do(&self, scenario: &Scenario, action: &Action) -> Result<bool, Refused> {
        scenario.has(action.needs.as_deref())?;
        if action.order == Order::Doctor && !self.ordered.contains(&action.id) {
            return Err(Refused::NoOrder);
        }
        if action.roles.contains(&self.role) {
            Ok(false)
        } else if scenario.present.iter().any(|role| action.roles.contains(role)) {
            Ok(true)
        } else {
            Err(Refused::NotYours)
        }
    }

    fn call(&mut self, scenario: &Scenario, id: &str, told: &[String]) -> Result<Outcome, Refused> {
        let receiver = scenario.receiver(id).ok_or(Refused::NotThere)?;
        let (verdict, reason) = self.judged(scenario, &receiver.judged);
        self.pass(scenario, u32::from(receiver.seconds));
        let reply = self.reply(scenario, receiver, told).cloned();
        if let Some(reply) = &reply {
            self.ordered.extend(reply.orders.iter().cloned());
            if let Some(minutes) = reply.arrives
                && self.arrival(id).is_none()
            {
                self.arrivals.push((id.to_owned(), self.now + u32::from(minutes) * 60));
            }
        }
        Ok(Outcome::Replied { verdict, reason, reply: reply.map(|reply| reply.id) })
    }

    /// What somebody would answer now to what is said.
    #[must_use]
    pub fn reply<'s>(
        &self,
        scenario: &'s Scenario,
        receiver: &'s Receiver,
        told: &[String],
    ) -> Option<&'s Reply> {
        let facts = self.facts_with(scenario, told);
        receiver.replies.iter().find(|reply| reply.when.holds(&facts))
    }

    fn answer(&mut self, scenario: &Scenario, id: &str, goes_along: bool) -> Result<Outcome, Refused> {
        let event = scenario.event(id).ok_or(Refused::NotThere)?;
        if !self.open.iter().any(|open| open == id) {
            return Err(Refused::NotThere);
        }
        self.open.retain(|open| open != id);
        if !goes_along {
            return Ok(Outcome::Done { verdict: Verdict::Neutral, reason: None, by_another: false });
        }
        self.pass(scenario, u32::from(event.seconds));
        for effect in &event.effects {
            self.take_effect(scenario, effect);
        }
        Ok(Outcome::Done { verdict: event.verdict, reason: Some(id.to_owned()), by_another: false })
    }

    fn let_come(&mut self, scenario: &Scenario, id: &str) -> Result<Outcome, Refused> {
        let event = scenario.event(id).ok_or(Refused::NotThere)?;
        if self.come.contains(&event.id) {
            return Err(Refused::NotThere);
        }
        self.come.push(event.id.clone());
        self.open.push(event.id.clone());
        Ok(Outcome::Passed)
    }

    fn judged(&self, scenario: &Scenario, judgements: &[Judgement]) -> (Verdict, Option<String>) {
        let facts = self.facts(scenario);
        let found = judgements.iter().find(|judgement| judgement.when.holds(&facts));
        found.map_or((Verdict::Neutral, None), |found| (found.verdict, Some(found.id.clone())))
    }

    fn take_effect(&mut self, scenario: &Scenario, effect: &Effect) {
        match effect {
            Effect::Position(position) => self.body.position = *position,
            Effect::Oxygen(oxygen) => self.body.oxygen = *oxygen,
            Effect::Airway(held) => self.body.held_airway = *held,
            Effect::Breaths(given) => self.body.breaths = *given,
            Effect::Compressions(given) => self.body.compressions = *given,
            Effect::Level { condition, by, after, over } => {
                if let Some(place) = scenario.place_of(condition) {
                    let steps = (*over / STEP).max(1);
                    self.wait_for(*after, steps * STEP, Lasting::Level(place, share(*by, steps)));
                }
            }
            Effect::Rate { condition, by, after, lasting } => {
                if let Some(place) = scenario.place_of(condition) {
                    let seconds = if *lasting == 0 { u32::MAX / 2 } else { *lasting };
                    self.wait_for(*after, seconds, Lasting::Rate(place, *by));
                }
            }
            Effect::Glucose { by, after, over } => {
                let steps = (*over / STEP).max(1);
                self.wait_for(*after, steps * STEP, Lasting::Glucose(share(*by, steps)));
            }
        }
    }

    fn wait_for(&mut self, after: u32, seconds: u32, what: Lasting) {
        let from = self.now.saturating_add(after);
        self.pending.push(Pending { from, until: from.saturating_add(seconds), what });
    }

    /// Lets time pass, to whole steps; it stops where the course ends.
    fn pass(&mut self, scenario: &Scenario, seconds: u32) {
        for _ in 0..seconds.div_ceil(STEP) {
            if self.ending.is_some() {
                return;
            }
            self.step(scenario);
        }
    }

    fn step(&mut self, scenario: &Scenario) {
        let mut rates = self.rates(scenario);
        let now = self.now;
        for pending in &self.pending {
            if pending.from > now || pending.until <= now {
                continue;
            }
            match pending.what {
                Lasting::Level(place, by) => self.body.change_level(place, by),
                Lasting::Glucose(by) => self.body.change_glucose(by),
                Lasting::Rate(place, by) => {
                    if let Some(rate) = rates.get_mut(place) {
                        *rate += by;
                    }
                }
            }
        }
        self.pending.retain(|pending| pending.until > now + STEP);
        self.body.step(&scenario.patient, &rates);
        self.now += STEP;
        if self.now.is_multiple_of(KEPT) {
            self.keep(scenario);
        }
        self.notice(scenario);
    }

    fn rates(&self, scenario: &Scenario) -> Vec<Fixed> {
        let facts = self.facts(scenario);
        let one = |(place, condition): (u32, &Condition)| {
            let shifts = condition.shifts.iter().filter(|shift| shift.when.holds(&facts));
            let own = condition.rate + self.variation(place) * condition.rate;
            own + shifts.map(|shift| shift.rate).sum()
        };
        (0_u32..).zip(&scenario.patient.conditions).map(one).collect()
    }

    fn keep(&mut self, scenario: &Scenario) {
        let vitals = self.body.vitals(&scenario.patient);
        self.moments.push(Moment { at: self.now, vitals, news2: News2::of(&vitals).total() });
    }

    /// Notices what shows, what comes in between, and whether it is over.
    fn notice(&mut self, scenario: &Scenario) {
        let facts = self.facts(scenario);
        let is_new = |place: &usize| self.signs.iter().all(|(known, _)| known != place);
        let signs = scenario.signs.iter().enumerate();
        let shown: Vec<usize> = signs
            .filter(|(place, sign)| is_new(place) && sign.when.holds(&facts))
            .map(|(place, _)| place)
            .collect();
        let comes = scenario.events.iter().filter(|event| {
            !self.come.contains(&event.id) && event.when.as_ref().is_some_and(|when| when.holds(&facts))
        });
        let comes: Vec<String> = comes.map(|event| event.id.clone()).collect();
        let ending =
            scenario.endings.iter().find(|ending| ending.when.holds(&facts)).map(|ending| ending.id.clone());
        self.signs.extend(shown.into_iter().map(|place| (place, self.now)));
        self.open.extend(comes.iter().cloned());
        self.come.extend(comes);
        if self.ending.is_none() {
            self.ending = ending;
        }
    }

    /// How much quicker or slower something goes with this seed: at most 8 per cent.
    fn variation(&self, place: u32) -> Fixed {
        if self.seed == 0 { Fixed::ZERO } else { Fixed::thousandths(chance(self.seed, place, 7, 80)) }
    }

    /// By how much a measurement differs with this seed, in this minute.
    fn near(&self, salt: u32, spread: i32) -> i32 {
        if self.seed == 0 { 0 } else { chance(self.seed, self.now / 60, salt, spread) }
    }

    /// Seconds since the beginning.
    #[must_use]
    pub fn now(&self) -> u32 {
        self.now
    }

    /// In whose place one is.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The body as it is now.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The oxygen that is given now.
    #[must_use]
    pub fn oxygen(&self) -> Oxygen {
        self.body.oxygen
    }

    /// What has been done, in order.
    #[must_use]
    pub fn log(&self) -> &[Entry] {
        &self.log
    }

    /// The values of every minute so far.
    #[must_use]
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// The signs that have shown, by their place in the scenario, each with the second when it did.
    #[must_use]
    pub fn signs(&self) -> &[(usize, u32)] {
        &self.signs
    }

    /// Whether something has come in between.
    #[must_use]
    pub fn has_come(&self, event: &str) -> bool {
        self.come.iter().any(|id| id == event)
    }

    /// What has come in between and waits for an answer: ids of events.
    #[must_use]
    pub fn open_events(&self) -> &[String] {
        &self.open
    }

    /// When whoever was called arrives, in seconds since the beginning.
    #[must_use]
    pub fn arrival(&self, receiver: &str) -> Option<u32> {
        self.arrivals.iter().find(|(id, _)| id == receiver).map(|(_, at)| *at)
    }

    /// Whether an action was ordered.
    #[must_use]
    pub fn is_ordered(&self, action: &str) -> bool {
        self.ordered.iter().any(|id| id == action)
    }

    /// How it ended, where it has.
    #[must_use]
    pub fn ending<'s>(&self, scenario: &'s Scenario) -> Option<&'s Ending> {
        let id = self.ending.as_ref()?;
        scenario.endings.iter().find(|ending| ending.id == *id)
    }
}

/// A number between −spread and spread, the same for the same seed, place and salt.
fn chance(seed: u32, place: u32, salt: u32, spread: i32) -> i32 {
    let mut mixed = seed ^ place.wrapping_mul(0x9e37_79b9) ^ salt.wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x7feb_352d);
    mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x846c_a68b);
    mixed ^= mixed >> 16;
    let width = spread.unsigned_abs() * 2 + 1;
    i32::try_from(mixed % width).unwrap_or_default() - spread
}

fn share(whole: Fixed, steps: u32) -> Fixed {
    whole.over(i32::try_from(steps).unwrap_or(i32::MAX))
}
