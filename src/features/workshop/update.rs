//! What happens to a file on its way in. Nothing is written before somebody has seen what it is and said yes.

use super::model::{Model, Refusal};
use crate::ethics::PackId;
use crate::packs::Offer;

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A file was chosen.
    Chosen,
    /// It was looked at.
    LookedAt(Result<Box<Offer>, Refusal>),
    /// «Ta inn».
    Accepted,
    /// «Avbryt».
    Cancelled,
    /// It was written and lies there, or not.
    Written(Result<PackId, Refusal>),
}

/// Something to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Write it.
    TakeIn(Box<Offer>),
}

/// Takes in what happened.
pub fn update(model: &mut Model, msg: Msg) -> Effect {
    match msg {
        Msg::Chosen => *model = Model::Reading,
        // Somebody may have gone back meanwhile.
        Msg::LookedAt(_) if *model != Model::Reading => {}
        Msg::LookedAt(Ok(offer)) => *model = Model::Offered(offer),
        Msg::LookedAt(Err(refusal)) => *model = Model::Refused(refusal),
        Msg::Accepted => {
            if let Model::Offered(offer) = model {
                let offer = offer.clone();
                *model = Model::TakingIn(offer.clone());
                return Effect::TakeIn(offer);
            }
        }
        Msg::Cancelled => {
            if !matches!(model, Model::TakingIn(_)) {
                *model = Model::Waiting;
            }
        }
        Msg::Written(outcome) => {
            if matches!(model, Model::TakingIn(_)) {
                *model = outcome.map_or_else(Model::Refused, Model::Taken);
            }
        }
    }
    Effect::None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::{Joining, Pack};

    fn offer() -> Box<Offer> {
        Box::new(Offer { pack: Pack { title: "Kvelder".into(), ..Pack::default() }, joining: Joining::New })
    }

    #[test]
    fn nothing_is_written_before_somebody_has_seen_it_and_said_yes() {
        let mut model = Model::default();
        assert_eq!(update(&mut model, Msg::Accepted), Effect::None);
        assert_eq!(update(&mut model, Msg::Chosen), Effect::None);
        assert_eq!(update(&mut model, Msg::Accepted), Effect::None);
        assert_eq!(update(&mut model, Msg::LookedAt(Ok(offer()))), Effect::None);
        assert_eq!(update(&mut model, Msg::Accepted), Effect::TakeIn(offer()));
        assert_eq!(update(&mut model, Msg::Accepted), Effect::None, "pressed twice, it is written once");
        update(&mut model, Msg::Cancelled);
        assert_eq!(model, Model::TakingIn(offer()), "what is being written is not called back");
        update(&mut model, Msg::Written(Ok("in-1".into())));
        assert_eq!(model, Model::Taken("in-1".into()));
    }

    #[test]
    fn a_file_that_is_refused_leaves_nothing_to_say_yes_to() {
        let mut model = Model::default();
        update(&mut model, Msg::Chosen);
        update(&mut model, Msg::LookedAt(Err(Refusal::Unread)));
        assert_eq!((update(&mut model, Msg::Accepted), model.offer()), (Effect::None, None));
        update(&mut model, Msg::Cancelled);
        assert_eq!(model, Model::Waiting);
    }

    #[test]
    fn what_comes_after_somebody_has_gone_back_changes_nothing() {
        let mut model = Model::default();
        update(&mut model, Msg::Chosen);
        update(&mut model, Msg::Cancelled);
        update(&mut model, Msg::LookedAt(Ok(offer())));
        assert_eq!(model, Model::Waiting);
        update(&mut model, Msg::Written(Ok("in-1".into())));
        assert_eq!(model, Model::Waiting);
    }
}
