//! Reaches outside for the screen on which a pack is taken in, and for the file that goes out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::model::Refusal;
use super::update::{Effect, Msg};
use crate::packs::{KeptPack, LIMITS, Offer, Pack, PackError, file_name, read, write};
use crate::platform::download::{self, Handed};
use crate::platform::upload;
use crate::services::{NotTakenIn, Services, guarded};

/// Reads a file that was chosen and looks at it. Nothing is written.
pub(super) fn look_at(file: upload::ChosenFile, services: Services, later: impl Fn(Msg) + 'static) {
    spawn_local(async move {
        // What is too large is not even read.
        let size = upload::size(&file).unwrap_or(usize::MAX);
        let looked = if size > LIMITS.bytes {
            let error = PackError::TooLarge { bytes: size, limit: LIMITS.bytes };
            Err(Refusal::NotRead(error))
        } else {
            match upload::read(file).await {
                Some(bytes) => offer(&bytes, services).await,
                None => Err(Refusal::Unread),
            }
        };
        later(Msg::LookedAt(looked.map(Box::new)));
    });
}

async fn offer(bytes: &[u8], services: Services) -> Result<Offer, Refusal> {
    let incoming = read(bytes).map_err(Refusal::NotRead)?;
    let known = services.known(incoming.pack.language).await.map_err(|error| {
        leptos::logging::warn!("what packs are held against: {error}");
        Refusal::NotChecked
    })?;
    let here = services.read_packs().await.map_err(Refusal::Failed)?;
    let here: Vec<KeptPack> = here.here.into_iter().map(|(_, kept)| kept).collect();
    let names = services.names_now();
    let guard = |text: &str| guarded(text, &names);
    Offer::of(&incoming, &here, &known, services.today(), Some(&guard))
        .map_err(|found| Refusal::Wrong(Box::new(incoming.pack), found))
}

/// Carries out an effect.
pub(super) fn run(effect: Effect, services: Services, later: impl Fn(Msg) + 'static) {
    match effect {
        Effect::None => {}
        Effect::TakeIn(offer) => spawn_local(async move {
            let written = services.take_in_pack(&offer).await.map_err(|not| match not {
                NotTakenIn::Changed => Refusal::Changed,
                NotTakenIn::Failed(error) => Refusal::Failed(error),
            });
            later(Msg::Written(written));
        }),
    }
}

/// What became of a file on its way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Out {
    /// Nobody has asked for it.
    #[default]
    None,
    /// The browser saves it.
    Saved,
    /// It was shared.
    Shared,
    /// Somebody closed the sharing.
    Cancelled,
    /// The browser refused.
    Refused,
}

impl Out {
    /// Whether somebody has the file now.
    pub(super) const fn is_out(self) -> bool {
        matches!(self, Self::Saved | Self::Shared)
    }
}

/// Hands out the file of a pack. Called from a tap, so nothing is waited for before.
pub(super) fn hand_out(pack: &Pack, later: impl Fn(Out) + 'static) {
    let (name, file) = (file_name(pack), write(pack));
    spawn_local(async move {
        let Ok(bytes) = file else { return later(Out::Refused) };
        later(match download::share_or_save(&name, "application/json", &bytes).await {
            Ok(Handed::Saved) => Out::Saved,
            Ok(Handed::Shared) => Out::Shared,
            Ok(Handed::Cancelled) => Out::Cancelled,
            Err(_) => Out::Refused,
        });
    });
}

/// A callback for what comes later, on a screen that may be gone by then.
pub(super) fn dispatch_of(model: RwSignal<super::model::Model>, services: Services) -> Callback<Msg> {
    let own: StoredValue<Option<Callback<Msg>>> = StoredValue::new(None);
    let later = move |msg| {
        if let Some(dispatch) = own.try_get_value().flatten() {
            let _ = dispatch.try_run(msg);
        }
    };
    let dispatch = Callback::new(move |msg| {
        if let Some(effect) = model.try_update(|model| super::update::update(model, msg)) {
            run(effect, services, later);
        }
    });
    own.set_value(Some(dispatch));
    dispatch
}
