//! The private round on the screen: what happened goes in, what should happen comes out. No answer is ever kept
//! here: it passes through, from the private screen to the seal.

use super::super::group::MOST;
use super::{About, Given, Opened, Round};
use crate::storage::StorageError;

/// What the screen knows of a round.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Private {
    /// The round, sealed; none where there is none.
    pub round: Option<Round>,
    /// What the screen shows.
    pub face: Face,
    /// What could not be done. Nothing is lost by it.
    pub trouble: Option<StorageError>,
    /// The key of a round that is over, as long as its end is not on the device.
    pub spent: Option<String>,
}

impl Private {
    /// For how many a round is thought of.
    #[must_use]
    pub fn turns(&self) -> Option<u8> {
        if let Face::Before { turns, .. } = self.face { Some(turns) } else { None }
    }

    /// What the round is about, on its way or underway.
    #[must_use]
    pub fn about(&self) -> About {
        match (&self.round, self.face) {
            (Some(round), _) => round.about,
            (None, Face::Before { about, .. }) => about,
            (None, _) => About::default(),
        }
    }

    /// The key that can be forgotten, now that everything is on the device.
    pub fn take_spent(&mut self) -> Option<String> {
        self.spent.take()
    }

    /// The round is over: nothing of it is on the screen any more.
    fn end(&mut self) -> Option<Box<Round>> {
        let round = self.round.take()?;
        self.face = Face::Away;
        self.spent = Some(round.key.clone());
        Some(Box::new(round))
    }
}

/// What the screen shows of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// Nothing: the session is on the screen.
    #[default]
    Away,
    /// What a round is, and how many take part.
    Before {
        /// What it is about.
        about: About,
        /// How many are to have the tablet.
        turns: u8,
    },
    /// «Gi videre».
    HandOver,
    /// Somebody has the tablet, and nobody else looks.
    Turn,
    /// Everybody has had it.
    Over {
        /// Whether there are enough answers; none until they have been counted.
        enough: Option<bool>,
    },
    /// The one who leads looks through the lines.
    LookingThrough,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// A round lies on the device.
    Found(Box<Round>),
    /// A round is thought of, for so many.
    Offered(About, u8),
    /// It shall not be.
    PutAway,
    /// More or fewer take part.
    TurnsChanged(u8),
    /// It begins.
    BeginPressed,
    /// It lies on the device, or cannot.
    Begun(Result<Box<Round>, StorageError>),
    /// Somebody has the tablet.
    Taken,
    /// Somebody is done: with an answer, or by passing.
    TurnEnded(Option<Given>),
    /// The turn lies on the device, or cannot.
    TurnKept(Result<Box<Round>, StorageError>),
    /// The answers were counted.
    Counted(Result<bool, StorageError>),
    /// The one who leads wants to look through the lines, or has.
    LookThrough(bool),
    /// The answers shall open, without these lines.
    OpenPressed(Vec<String>),
    /// They are open, or cannot be.
    Opened(Result<Box<Opened>, StorageError>),
    /// The round shall end with nothing shown.
    StopPressed,
}

/// What should happen.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Effect {
    /// Nothing.
    None,
    /// A round is made for so many and laid on the device.
    Begin(About, u8),
    /// What somebody answered is sealed and laid on the device.
    EndTurn(Option<Given>),
    /// The answers are counted, without anybody seeing them.
    Count,
    /// The answers are opened, without these lines.
    Open(Vec<String>),
    /// What was opened goes into the session, and the round from the device, together.
    Keep(Box<Opened>, Box<Round>),
    /// The round goes from the device.
    Forget(Box<Round>),
    /// The key of a round goes from the device.
    ForgetKey(String),
}

/// Takes in what happened.
pub fn update(private: &mut Private, msg: Msg) -> Effect {
    match msg {
        Msg::Found(round) => found(private, *round),
        Msg::Offered(about, turns) if private.round.is_none() => show(private, Face::Before { about, turns }),
        Msg::Offered(..) => Effect::None,
        Msg::PutAway if private.round.is_none() => show(private, Face::Away),
        Msg::PutAway => Effect::None,
        Msg::TurnsChanged(turns) if private.turns().is_some() => {
            show(private, Face::Before { about: private.about(), turns: turns.clamp(1, MOST) })
        }
        Msg::TurnsChanged(_) => Effect::None,
        Msg::BeginPressed => {
            private.trouble = None;
            private.turns().map_or(Effect::None, |turns| Effect::Begin(private.about(), turns))
        }
        Msg::Begun(Ok(round)) => found(private, *round),
        Msg::Taken if private.face == Face::HandOver => show(private, Face::Turn),
        Msg::Taken => Effect::None,
        Msg::TurnEnded(answer) if private.face == Face::Turn => {
            private.trouble = None;
            Effect::EndTurn(answer)
        }
        Msg::TurnEnded(_) => Effect::None,
        Msg::TurnKept(Ok(round)) => found(private, *round),
        Msg::Counted(Ok(enough)) => show(private, Face::Over { enough: Some(enough) }),
        Msg::LookThrough(looks) => look_through(private, looks),
        Msg::OpenPressed(held) if is_open_to_all(private) => Effect::Open(held),
        Msg::OpenPressed(_) => Effect::None,
        Msg::Opened(Ok(opened)) => private.end().map_or(Effect::None, |round| Effect::Keep(opened, round)),
        Msg::Begun(Err(error))
        | Msg::TurnKept(Err(error))
        | Msg::Counted(Err(error))
        | Msg::Opened(Err(error)) => {
            private.trouble = Some(error);
            Effect::None
        }
        Msg::StopPressed => private.end().map_or(Effect::None, Effect::Forget),
    }
}

fn show(private: &mut Private, face: Face) -> Effect {
    private.face = face;
    private.trouble = None;
    Effect::None
}

/// A round as it lies on the device: it goes on at «Gi videre», whatever was on the screen.
fn found(private: &mut Private, round: Round) -> Effect {
    let full = round.is_full();
    private.round = Some(round);
    private.trouble = None;
    private.face = if full { Face::Over { enough: None } } else { Face::HandOver };
    if full { Effect::Count } else { Effect::None }
}

/// Whether everybody has answered and there are enough answers.
fn is_open_to_all(private: &Private) -> bool {
    matches!(private.face, Face::Over { enough: Some(true) } | Face::LookingThrough)
}

fn look_through(private: &mut Private, looks: bool) -> Effect {
    match (private.face, looks) {
        // The marks of a meeting have no lines.
        (Face::Over { enough: Some(true) }, true) if private.about() == About::Step => {
            show(private, Face::LookingThrough)
        }
        (Face::LookingThrough, false) => show(private, Face::Over { enough: Some(true) }),
        _ => Effect::None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Answer, Asked};
    use super::*;
    use crate::features::reflection::fixtures::group_session;

    fn round(turns: u8, had: u8) -> Box<Round> {
        let round = Round::new(&group_session(), Asked::default(), turns, "k".into(), "lump".into());
        Box::new(Round { had, ..round })
    }

    fn at(face: Face, round: Option<Box<Round>>) -> Private {
        Private { round: round.map(|round| *round), face, ..Private::default() }
    }

    #[test]
    fn a_round_goes_from_hand_to_hand_until_everybody_has_had_the_tablet() {
        let mut p = Private::default();
        let _ = update(&mut p, Msg::Offered(About::Step, 2));
        assert_eq!(update(&mut p, Msg::BeginPressed), Effect::Begin(About::Step, 2));
        let _ = update(&mut p, Msg::Begun(Ok(round(2, 0))));
        assert_eq!(p.face, Face::HandOver);
        let _ = update(&mut p, Msg::Taken);
        let answer = Some(Given::Answer(Answer::new(1, "Jeg er redd")));
        assert_eq!(update(&mut p, Msg::TurnEnded(answer.clone())), Effect::EndTurn(answer));
        assert!(!format!("{p:?}").contains("redd"), "{p:?}");
        let _ = update(&mut p, Msg::TurnKept(Ok(round(2, 1))));
        assert_eq!(p.face, Face::HandOver);
        let _ = update(&mut p, Msg::Taken);
        assert_eq!(update(&mut p, Msg::TurnEnded(None)), Effect::EndTurn(None));
        assert_eq!(update(&mut p, Msg::TurnKept(Ok(round(2, 2)))), Effect::Count);
    }

    #[test]
    fn nothing_opens_before_everybody_is_done_and_there_are_enough() {
        for face in [
            Face::Away,
            Face::HandOver,
            Face::Turn,
            Face::Over { enough: None },
            Face::Over { enough: Some(false) },
        ] {
            let mut p = at(face, Some(round(6, 6)));
            assert_eq!(update(&mut p, Msg::OpenPressed(Vec::new())), Effect::None, "{face:?}");
            let _ = update(&mut p, Msg::LookThrough(true));
            assert_ne!(p.face, Face::LookingThrough, "{face:?}");
        }
        let mut p = at(Face::Over { enough: Some(true) }, Some(round(6, 6)));
        assert_eq!(update(&mut p, Msg::OpenPressed(vec!["a".into()])), Effect::Open(vec!["a".into()]));
    }

    #[test]
    fn the_marks_of_a_meeting_have_no_lines_to_look_through() {
        let mut p = Private::default();
        let _ = update(&mut p, Msg::Offered(About::Meeting, 6));
        assert_eq!(update(&mut p, Msg::TurnsChanged(7)), Effect::None);
        assert_eq!(update(&mut p, Msg::BeginPressed), Effect::Begin(About::Meeting, 7));
        let of_meeting = Box::new(Round { about: About::Meeting, ..*round(7, 7) });
        assert_eq!(update(&mut p, Msg::Begun(Ok(of_meeting))), Effect::Count);
        let _ = update(&mut p, Msg::Counted(Ok(true)));
        let _ = update(&mut p, Msg::LookThrough(true));
        assert_eq!(p.face, Face::Over { enough: Some(true) });
    }

    #[test]
    fn a_turn_that_could_not_be_kept_stays_with_whoever_has_the_tablet() {
        let mut p = at(Face::Turn, Some(round(6, 2)));
        let _ = update(&mut p, Msg::TurnKept(Err(StorageError::Full)));
        assert_eq!((p.face, p.trouble), (Face::Turn, Some(StorageError::Full)));
    }

    #[test]
    fn what_is_found_after_a_reload_goes_on_at_the_handing_over() {
        let mut p = Private::default();
        assert_eq!(update(&mut p, Msg::Found(round(6, 3))), Effect::None);
        assert_eq!(p.face, Face::HandOver);
        assert_eq!(update(&mut p, Msg::Found(round(6, 6))), Effect::Count);
    }

    #[test]
    fn a_round_that_is_stopped_shows_nothing_and_is_forgotten() {
        let mut p = at(Face::HandOver, Some(round(6, 3)));
        assert_eq!(update(&mut p, Msg::StopPressed), Effect::Forget(round(6, 3)));
        assert_eq!((p.face, p.round.clone(), p.take_spent()), (Face::Away, None, Some("k".into())));
        assert_eq!(p.take_spent(), None);
    }
}
