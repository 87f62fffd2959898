//! An ISBAR call: what is said, what is asked for, what arrives, and what was said and missing afterwards. Pure.
//!
//! It shows which parts were said, in words. No sum, no label, no deduction (`fakta.md` 6). One who is alone taps what
//! they say. Two speak aloud: whoever answers marks what they heard, whoever called what they said, each without
//! seeing the other's, and only what was heard counts. In both cases a call ends with what was agreed, read back.

use super::bedside::{Effect, Model, Stage};
use super::code::mix;
use super::read_back::{Agreed, Answer, Correction};
use crate::clinical::{COMMON, Course, Deed, Fact, FactKind, IsbarLetter, Scenario};

/// The letters, in their order.
pub const LETTERS: [IsbarLetter; 5] =
    [IsbarLetter::I, IsbarLetter::S, IsbarLetter::B, IsbarLetter::A, IsbarLetter::R];

/// What is kept as said when the loop was closed.
const READ_BACK: &str = "read-back";

/// Where a call has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Somebody alone taps what they say.
    Talking,
    /// Two: the tablet goes to whoever answers.
    ToReceiver,
    /// Two: whoever answers reads their sheet.
    Sheet,
    /// Two: they talk, and the tablet lies between them.
    Between,
    /// Two: whoever answered marks what they heard.
    Heard,
    /// Two: the tablet goes back to whoever called.
    ToCaller,
    /// Two: whoever called marks what they said.
    Said,
    /// Two: what was said beside what was heard.
    Compared,
    /// The answer.
    Answer,
    /// What was agreed is read back.
    ReadBack,
}

/// The end of a call, from the answer on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// The answer.
    pub answer: Answer,
    /// What is read back, in this order.
    pub read_back: Vec<Agreed>,
    /// What whoever answered corrects in it.
    pub correction: Option<Correction>,
    /// Whether it was right: the call may end.
    pub is_closed: bool,
}

impl Closing {
    fn new(answer: Answer) -> Self {
        Self { answer, read_back: Vec::new(), correction: None, is_closed: false }
    }
}

/// A call while it goes on. It is not kept: a run that is opened again in the middle of one begins it anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calling {
    /// Who is called: the id of a receiver.
    pub receiver: String,
    /// Whether two practise: one calls, and one answers.
    pub two: bool,
    /// Where it has come.
    pub phase: Phase,
    /// What arrives, in this order: what somebody alone says, or what whoever answers has heard.
    pub told: Vec<String>,
    /// Two: what whoever called says that they said.
    pub said: Vec<String>,
    /// From the answer on.
    pub closing: Option<Box<Closing>>,
}

/// What happened in a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// Somebody is going to be called.
    Pick {
        /// Who: the id of a receiver.
        receiver: String,
        /// Whether two practise: one calls, and one answers.
        two: bool,
    },
    /// The call is not made after all.
    HangUp,
    /// Something is marked as said or heard, or the mark is taken back.
    Say(String),
    /// On to what follows.
    On,
    /// Whoever answers reads their sheet again.
    SheetAgain,
    /// The two talk: the sheet lies on another tablet, or something was missing.
    Talk,
    /// The answer is heard once more.
    HearAgain,
    /// Something is read back, or taken out again.
    Repeat(Agreed),
    /// All that was agreed has been read back.
    ReadBack,
    /// The call is ended.
    End,
}

impl Calling {
    /// A call in which nothing is said yet.
    #[must_use]
    pub fn new(receiver: String, two: bool) -> Self {
        let phase = if two { Phase::ToReceiver } else { Phase::Talking };
        Self { receiver, two, phase, told: Vec::new(), said: Vec::new(), closing: None }
    }

    /// Marks something as said or heard; marked again, it is taken back.
    pub fn say(&mut self, id: String) {
        match self.phase {
            Phase::Talking | Phase::Heard => toggle(&mut self.told, id),
            Phase::Said => toggle(&mut self.said, id),
            Phase::ToReceiver
            | Phase::Sheet
            | Phase::Between
            | Phase::ToCaller
            | Phase::Compared
            | Phase::Answer
            | Phase::ReadBack => {}
        }
    }

    /// Whether something has arrived.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.told.iter().any(|said| said == id)
    }

    /// Whether something is marked by whoever has the tablet now.
    #[must_use]
    pub fn is_marked(&self, id: &str) -> bool {
        let marked = if self.phase == Phase::Said { &self.said } else { &self.told };
        marked.iter().any(|said| said == id)
    }

    /// What can be marked under a letter by whoever has the tablet now.
    #[must_use]
    pub fn offers(
        &self,
        scenario: &Scenario,
        course: &Course,
        letter: IsbarLetter,
        seed: u32,
    ) -> Vec<String> {
        if self.phase == Phase::Heard {
            hearable(scenario, course, letter, seed)
        } else {
            sayable(scenario, course, letter)
        }
    }

    /// What arrived of what could be said at all. What nobody could know helps nobody, even if it was «heard».
    #[must_use]
    pub fn arrived(&self, scenario: &Scenario, course: &Course) -> Vec<String> {
        if !self.two {
            return self.told.clone();
        }
        let is_known = |id: &&String| {
            let letter = letter_of(scenario, id);
            letter.is_some_and(|letter| sayable(scenario, course, letter).contains(id))
        };
        self.told.iter().filter(is_known).cloned().collect()
    }

    /// Whether there can be an answer: a clear wish has arrived, and when to speak again.
    #[must_use]
    pub fn may_hear(&self, scenario: &Scenario, course: &Course) -> bool {
        self.lacks(scenario, course) == (false, false)
    }

    /// What an answer waits for: a clear wish, and when to speak again.
    #[must_use]
    pub fn lacks(&self, scenario: &Scenario, course: &Course) -> (bool, bool) {
        let arrived = self.arrived(scenario, course);
        let has_wish = scenario.facts.iter().any(|fact| is_wish(fact) && arrived.contains(&fact.id));
        let has_check = arrived.iter().any(|id| id == "next-check");
        (!has_wish, !has_check)
    }

    /// Whether the call may still not be made after all: until the answer.
    #[must_use]
    pub fn may_hang_up(&self) -> bool {
        self.closing.is_none()
    }

    /// What whoever listens asks for next: the first of what they want to know that was not said. Only once
    /// something is said of the situation, so that a caller may begin in peace.
    #[must_use]
    pub fn asked<'s>(&self, scenario: &'s Scenario) -> Option<&'s str> {
        let receiver = scenario.receiver(&self.receiver)?;
        let has_begun = self
            .told
            .iter()
            .any(|said| letter_of(scenario, said).is_some_and(|letter| letter > IsbarLetter::I));
        let unsaid = receiver.asks.iter().find(|asked| !self.has(asked));
        unsaid.filter(|_| has_begun).map(String::as_str)
    }

    /// Whether whoever listens breaks in now: where one has come to their letter, until a wish is said.
    #[must_use]
    pub fn is_interrupted(&self, scenario: &Scenario) -> bool {
        let Some(at) = scenario.receiver(&self.receiver).and_then(|receiver| receiver.interrupts) else {
            return false;
        };
        let reached = self.told.last().and_then(|said| letter_of(scenario, said));
        reached.is_some_and(|letter| letter == at)
    }

    /// What was said beside what was heard.
    #[must_use]
    pub fn compared(&self) -> Compared {
        let (heard, not_heard) = self.said.iter().cloned().partition(|id| self.told.contains(id));
        let not_said = self.told.iter().filter(|id| !self.said.contains(id)).cloned().collect();
        Compared { heard, not_heard, not_said }
    }

    /// What the deed is told with: what arrived, and that it was read back.
    fn whole(&self, scenario: &Scenario, course: &Course) -> Vec<String> {
        let mut told = self.arrived(scenario, course);
        told.retain(|id| id != READ_BACK);
        told.push(READ_BACK.to_owned());
        told
    }

    /// On to what follows, or to the answer where that is next and may come.
    fn on(&mut self, model: &Model) -> bool {
        self.phase = match self.phase {
            Phase::ToReceiver => Phase::Sheet,
            Phase::Sheet => Phase::Between,
            Phase::Between => Phase::Heard,
            Phase::Heard => Phase::ToCaller,
            Phase::ToCaller => Phase::Said,
            Phase::Said => Phase::Compared,
            Phase::Answer => Phase::ReadBack,
            Phase::ReadBack => return true,
            Phase::Talking | Phase::Compared => {
                return !self.may_hear(model.play(), &model.course) || self.hear(model);
            }
        };
        true
    }

    /// Hears the answer to what arrived; `false` where nobody answers any more.
    fn hear(&mut self, model: &Model) -> bool {
        let told = self.whole(model.play(), &model.course);
        let answer = Answer::hear(model.play(), &model.course, &self.receiver, &told, model.run.seed);
        self.told = told;
        self.told.retain(|id| id != READ_BACK);
        self.phase = Phase::Answer;
        self.closing = answer.map(|answer| Box::new(Closing::new(answer)));
        self.closing.is_some()
    }

    /// Whether the receiver would still answer the same: time may have gone since.
    fn is_still_so(&self, model: &Model) -> bool {
        let told = self.whole(model.play(), &model.course);
        let now = Answer::hear(model.play(), &model.course, &self.receiver, &told, model.run.seed);
        let before = self.closing.as_ref().map(|closing| &closing.answer.reply);
        now.as_ref().map(|answer| &answer.reply) == before
    }
}

/// What was said and what was heard, where two practised: ids of facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compared {
    /// Said, and heard.
    pub heard: Vec<String>,
    /// Said, and not heard.
    pub not_heard: Vec<String>,
    /// Heard, and not said.
    pub not_said: Vec<String>,
}

/// Takes in what happens in a call.
pub fn update(model: &mut Model, msg: Msg) -> Effect {
    if let Msg::Pick { receiver, two } = msg {
        if model.play().receiver(&receiver).is_some() && !model.is_over() {
            model.stage = Stage::Calling(Calling::new(receiver, two));
        }
        return Effect::None;
    }
    let Stage::Calling(calling) = &model.stage else { return Effect::None };
    let mut calling = calling.clone();
    let goes_on = match msg {
        Msg::HangUp => !calling.may_hang_up(),
        Msg::On => calling.on(model),
        Msg::End => return end(model, calling),
        Msg::Say(id) => {
            calling.say(id);
            true
        }
        Msg::SheetAgain => {
            go(&mut calling, Phase::Between, Phase::Sheet);
            true
        }
        Msg::Talk => {
            go(&mut calling, Phase::ToReceiver, Phase::Between);
            go(&mut calling, Phase::Compared, Phase::Between);
            true
        }
        Msg::HearAgain => {
            go(&mut calling, Phase::ReadBack, Phase::Answer);
            true
        }
        Msg::Repeat(agreed) => {
            repeat(&mut calling, agreed);
            true
        }
        Msg::ReadBack => {
            read_back(&mut calling);
            true
        }
        Msg::Pick { .. } => true,
    };
    model.stage = if goes_on { Stage::Calling(calling) } else { Stage::Bedside };
    Effect::None
}

fn go(calling: &mut Calling, from: Phase, to: Phase) {
    if calling.phase == from {
        calling.phase = to;
    }
}

fn repeat(calling: &mut Calling, agreed: Agreed) {
    if calling.phase != Phase::ReadBack {
        return;
    }
    if let Some(closing) = &mut calling.closing {
        toggle(&mut closing.read_back, agreed);
        (closing.correction, closing.is_closed) = (None, false);
    }
}

fn read_back(calling: &mut Calling) {
    if calling.phase != Phase::ReadBack {
        return;
    }
    if let Some(closing) = &mut calling.closing {
        closing.correction = closing.answer.correct(&closing.read_back);
        closing.is_closed = closing.correction.is_none();
    }
}

/// Ends a call whose loop is closed. Where time has gone and the answer would be another by now, that is heard first.
fn end(model: &mut Model, mut calling: Calling) -> Effect {
    if !calling.closing.as_ref().is_some_and(|closing| closing.is_closed) {
        return Effect::None;
    }
    if !calling.is_still_so(model) && calling.hear(model) {
        model.stage = Stage::Calling(calling);
        return Effect::None;
    }
    let told = calling.whole(model.play(), &model.course);
    model.stage = Stage::Bedside;
    model.perform(Deed::Call { receiver: calling.receiver, told })
}

fn toggle<T: PartialEq>(all: &mut Vec<T>, one: T) {
    let before = all.len();
    all.retain(|known| *known != one);
    if all.len() == before {
        all.push(one);
    }
}

fn is_wish(fact: &Fact) -> bool {
    fact.letter == IsbarLetter::R && fact.kind != FactKind::Vague
}

/// Where something that can be said belongs.
#[must_use]
pub fn letter_of(scenario: &Scenario, id: &str) -> Option<IsbarLetter> {
    let common = match id {
        "who" | "where" | "whom" => Some(IsbarLetter::I),
        "urgent" | "worried" | "news2" => Some(IsbarLetter::S),
        "numbers" | "done" => Some(IsbarLetter::A),
        "until-then" | "next-check" | READ_BACK => Some(IsbarLetter::R),
        _ => None,
    };
    common.or_else(|| scenario.facts.iter().find(|fact| fact.id == id).map(|fact| fact.letter))
}

/// What can be said now under a letter, in order: what every call has first, but for the request, where it is last.
/// Reading back is not said but done, once there is an answer.
#[must_use]
pub fn sayable(scenario: &Scenario, course: &Course, letter: IsbarLetter) -> Vec<String> {
    let common = COMMON.iter().filter(|id| **id != READ_BACK && letter_of(scenario, id) == Some(letter));
    let common = common.filter(|id| can_say(course, id)).map(|id| (*id).to_owned());
    let facts =
        scenario.facts.iter().filter(|fact| fact.letter == letter && course.holds(scenario, &fact.when));
    let facts = facts.map(|fact| fact.id.clone());
    if letter == IsbarLetter::R { facts.chain(common).collect() } else { common.chain(facts).collect() }
}

/// What one may have heard under a letter: what can be said, and one thing that nobody knows yet, shuffled the same
/// way for the same seed.
#[must_use]
pub fn hearable(scenario: &Scenario, course: &Course, letter: IsbarLetter, seed: u32) -> Vec<String> {
    let unknown =
        scenario.facts.iter().filter(|fact| fact.letter == letter && !course.holds(scenario, &fact.when));
    let unknown = unknown.min_by_key(|fact| mix(seed, &fact.id)).map(|fact| fact.id.clone());
    let mut all = sayable(scenario, course, letter);
    all.extend(unknown);
    all.sort_by_key(|id| mix(seed, id));
    all
}

/// Numbers can be said only where something was measured.
pub(super) fn can_say(course: &Course, id: &str) -> bool {
    use crate::clinical::{Deed, Outcome};
    let any = |is_it: fn(&Deed) -> bool| course.log().iter().any(|entry| is_it(&entry.deed));
    match id {
        "numbers" | "news2" => any(|deed| matches!(deed, Deed::Measure(_))),
        "done" => course.log().iter().any(|entry| matches!(entry.outcome, Outcome::Done { .. })),
        _ => true,
    }
}

/// One letter of what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The letter.
    pub letter: IsbarLetter,
    /// What was said.
    pub said: Vec<String>,
    /// What would have changed what the other does, and was not said.
    pub missing: Vec<String>,
}

/// What was said in a call and what was missing, letter by letter; the course as it was when the call was begun.
#[must_use]
pub fn rubric(scenario: &Scenario, course: &Course, told: &[String]) -> [Said; 5] {
    LETTERS.map(|letter| {
        let has = |id: &String| told.contains(id);
        let said = told.iter().filter(|id| letter_of(scenario, id) == Some(letter)).cloned().collect();
        let needed =
            scenario.facts.iter().filter(|fact| fact.letter == letter && fact.kind == FactKind::Needed);
        let has_wish =
            letter == IsbarLetter::R && scenario.facts.iter().any(|fact| is_wish(fact) && has(&fact.id));
        let needed =
            needed.filter(|fact| !has_wish && course.holds(scenario, &fact.when)).map(|fact| fact.id.clone());
        let common =
            COMMON.iter().filter(|id| letter_of(scenario, id) == Some(letter) && can_say(course, id));
        let common = common.map(|id| (*id).to_owned());
        let missing = common.chain(needed).filter(|id| !has(id)).collect();
        Said { letter, said, missing }
    })
}
