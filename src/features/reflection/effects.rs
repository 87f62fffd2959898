//! Carries out what the session screen wants done. The only file of the feature's screens that
//! reaches outside.

use super::model::{Keep, Model};
use super::private::effects as rounds;
use super::private::update as private;
use super::saved::{forget_changes, forget_round, keep_changes, summary_changes, whole_changes};
use super::session::Session;
use super::summary::Summary;
use super::update::{Effect, Msg};
use leptos::callback::Callback;
use leptos::prelude::Callable as _;
use leptos::task::spawn_local;

use crate::ethics::{Opening, SessionId};
use crate::progress::{Agreement, SessionEntry, to_be_asked};
use crate::services::{Notice, Services};
use crate::storage::progress::{
    agreement_record, entry_record, opening_record, session_record, summary_record,
};
use crate::storage::{Change, Loaded, StorageError};

/// Reads a session from the device, and with it everything that keeping or ending it writes: what was not read
/// is never written over.
///
/// # Errors
/// [`StorageError`] when the store does not answer and nothing of the session waits to be written.
pub(super) async fn load(id: &SessionId, services: Services) -> Result<Loaded<Session>, StorageError> {
    let saver = services.saver();
    let found = saver.load::<Session>(&session_record(id)).await?;
    // What cannot be read of these is told when it is to be written.
    let _ = saver.load::<SessionEntry>(&entry_record(id)).await;
    let _ = saver.load::<Summary>(&summary_record(id)).await;
    let _ = saver.load::<Agreement>(&agreement_record(id)).await;
    if let Loaded::Ready(Session { opening: Some(opening), .. }) = &found {
        let _ = saver.load::<Opening>(&opening_record(opening)).await;
    }
    Ok(found)
}

/// How much a group is asked about before it begins.
const ASKED_AT_MOST: usize = 3;

/// What groups have agreed on here and said nothing of yet, in the order in which to ask about it. What cannot be
/// read is told on Hjem; it keeps no group from beginning.
pub(super) async fn open_agreements_of_groups(services: Services) -> Vec<Agreement> {
    let listed = services.records().load_all::<Agreement>().await.unwrap_or_default();
    let all: Vec<Agreement> = listed.into_iter().filter_map(|one| one.value.ready()).collect();
    let of_groups = all.iter().filter(|agreement| agreement.by_group);
    to_be_asked(of_groups, services.today()).into_iter().take(ASKED_AT_MOST).cloned().collect()
}

/// Carries out an effect; answers with what happened, where that is known at once.
/// `later` takes what is known afterwards.
pub(super) fn run(effect: &Effect, model: &Model, services: Services, later: Callback<Msg>) -> Option<Msg> {
    match effect {
        Effect::None => None,
        Effect::Private(effect) => {
            in_private(effect, model, services, later);
            None
        }
        Effect::Save => {
            save(keep_changes(&model.session, services.now_ms()), services);
            None
        }
        Effect::SaveAndOpen(route) => {
            save(keep_changes(&model.session, services.now_ms()), services);
            services.open(route);
            None
        }
        Effect::End(keep) => match end_changes(*keep, model, services) {
            Ok(changes) => {
                services.saver().edited(changes);
                None
            }
            Err(error) => Some(Msg::EndFailed(error)),
        },
        Effect::Ended(route) => {
            if model.ending.keep == Keep::Nothing {
                services.set_notice(Some(Notice::Forgotten));
            }
            services.records_changed();
            services.replace(route);
            None
        }
    }
}

/// What is known afterwards is told, where the screen is still there.
fn tell(later: Callback<Msg>, msg: private::Msg) {
    let _ = later.try_run(Msg::Private(msg));
}

fn in_private(effect: &private::Effect, model: &Model, services: Services, later: Callback<Msg>) {
    let (session, round) = (&model.session, model.private.round.clone());
    match (effect.clone(), round) {
        (private::Effect::Begin(about, turns), _) => {
            let session = session.clone();
            spawn_local(async move {
                tell(later, private::Msg::Begun(rounds::begin(&session, about, turns, services).await));
            });
        }
        (private::Effect::EndTurn(answer), Some(round)) => {
            let started_ms = session.started_ms;
            spawn_local(async move {
                let kept = rounds::end_turn(&round, answer, started_ms, services).await;
                tell(later, private::Msg::TurnKept(kept));
            });
        }
        (private::Effect::Count, Some(round)) => spawn_local(async move {
            tell(later, private::Msg::Counted(rounds::count(&round, services).await));
        }),
        (private::Effect::Open(held), Some(round)) => spawn_local(async move {
            tell(later, private::Msg::Opened(rounds::open(&round, &held, services).await));
        }),
        (private::Effect::Keep(_, round), _) => {
            let changes = keep_changes(session, services.now_ms()).map(|mut changes| {
                changes.push(forget_round(&round));
                changes
            });
            save(changes, services);
        }
        (private::Effect::Forget(round), _) => {
            save(Ok(vec![forget_round(&round)]), services);
        }
        (private::Effect::ForgetKey(key), _) => {
            spawn_local(async move { rounds::forget_key(&key, services).await });
        }
        (private::Effect::None, _)
        | (private::Effect::EndTurn(_) | private::Effect::Count | private::Effect::Open(_), None) => {}
    }
}

fn save(changes: Result<Vec<Change>, StorageError>, services: Services) {
    match changes {
        Ok(changes) => services.saver().edited(changes),
        Err(error) => leptos::logging::error!("a session could not be written: {error}"),
    }
}

fn end_changes(keep: Keep, model: &Model, services: Services) -> Result<Vec<Change>, StorageError> {
    let (session, now) = (&model.session, services.now_ms());
    match keep {
        Keep::Nothing => Ok(forget_changes(session)),
        Keep::Summary => summary_changes(session, services.language_now(), now),
        Keep::Everything => whole_changes(session, &model.ending.until, now),
    }
}
