//! Carries out what a private round wants done. Answers pass through here on their way under the seal and out
//! of it; nothing here keeps one, and nothing tells a log what it held.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{About, Asked, Gathered, Given, Opened, Round, RoundError, asked_in};
use crate::ethics::SessionId;
use crate::features::reflection::saved::{forget_round, round_changes};
use crate::features::reflection::session::Session;
use crate::progress::SessionEntry;
use crate::services::Services;
use crate::storage::progress::entry_record;
use crate::storage::{Commit, StorageError};

fn unexpected(error: impl ToString) -> StorageError {
    StorageError::Unexpected(error.to_string())
}

/// The round of a session that lies on the device.
pub(in crate::features::reflection) async fn find(session: &SessionId, services: Services) -> Option<Round> {
    let listed = services.records().load_all::<Round>().await.ok()?;
    listed.into_iter().filter_map(|listed| listed.value.ready()).find(|round| round.session == *session)
}

/// Makes a round for so many and lays it on the device.
pub(in crate::features::reflection) async fn begin(
    session: &Session,
    about: About,
    turns: u8,
    services: Services,
) -> Result<Box<Round>, StorageError> {
    let asked = match about {
        About::Step => asked_in(session, &session.at, services.language_now()),
        About::Meeting => Some(asked_of_meeting(services)),
    };
    let asked = asked.ok_or_else(|| unexpected(RoundError::NothingAsked))?;
    let key = services.random_id();
    services.seals().make_key(&key).await?;
    let sealed = seal(&key, &Gathered::nothing(about), services).await?;
    let round = Round { about, ..Round::new(session, asked, turns, key, sealed) };
    keep(&round, session.started_ms, services).await?;
    Ok(Box::new(round))
}

/// What the room sees while the marks of a meeting are gathered.
fn asked_of_meeting(services: Services) -> Asked {
    let question = services.words().now(|words| words.private_t_question().to_owned());
    Asked { language: services.language_now(), question, ..Asked::default() }
}

/// Seals what somebody answered and lays it on the device. A turn that was passed is sealed anew as well, so that
/// nothing on the device tells it from an answer.
pub(in crate::features::reflection) async fn end_turn(
    round: &Round,
    given: Option<Given>,
    started_ms: u64,
    services: Services,
) -> Result<Box<Round>, StorageError> {
    let mut gathered = unsealed(round, services).await?;
    if let Some(given) = given {
        gathered.add(given);
    }
    let round = round.after_a_turn(seal(&round.key, &gathered, services).await?);
    keep(&round, started_ms, services).await?;
    Ok(Box::new(round))
}

/// Whether there are enough answers to be shown.
pub(in crate::features::reflection) async fn count(
    round: &Round,
    services: Services,
) -> Result<bool, StorageError> {
    Ok(unsealed(round, services).await?.is_enough())
}

/// What was written, for the one who leads to look through before anybody else has seen it. Nothing below
/// [`super::FEWEST`] answers.
pub(in crate::features::reflection) async fn lines(
    round: &Round,
    services: Services,
) -> Result<Vec<String>, StorageError> {
    let gathered = unsealed(round, services).await?;
    Ok(if round.is_full() && gathered.is_enough() { gathered.lines() } else { Vec::new() })
}

/// Opens the answers together, without the lines that are held back.
pub(in crate::features::reflection) async fn open(
    round: &Round,
    held: &[String],
    services: Services,
) -> Result<Box<Opened>, StorageError> {
    let opened = unsealed(round, services).await?.open(round, held);
    opened.map(Box::new).ok_or_else(|| unexpected(RoundError::TooFew))
}

/// Forgets the key of a round that is over, and with it whatever the device may still hold of its answers.
pub(in crate::features::reflection) async fn forget_key(key: &str, services: Services) {
    // Without its record nothing is left that the key could open.
    let _ = services.seals().forget(key).await;
}

/// Removes rounds whose session is gone, and their keys. A session that cannot be read is not gone.
pub(in crate::features::reflection) async fn remove_orphans(services: Services) {
    let Ok(listed) = services.records().load_all::<Round>().await else { return };
    let rounds: Vec<Round> = listed.into_iter().filter_map(|listed| listed.value.ready()).collect();
    if rounds.is_empty() {
        return;
    }
    let Ok(entries) = services.records().load_all::<SessionEntry>().await else { return };
    let is_gone = |round: &&Round| entries.iter().all(|entry| entry.id != entry_record(&round.session));
    for round in rounds.iter().filter(is_gone) {
        let change = forget_round(round);
        // What cannot be removed now is as sealed the next time.
        if services.records().write(vec![change], Commit::Checked).await.is_ok() {
            forget_key(&round.key, services).await;
        }
    }
}

async fn seal(key: &str, gathered: &Gathered, services: Services) -> Result<String, StorageError> {
    let lump = gathered.to_lump().map_err(unexpected)?;
    Ok(STANDARD.encode(services.seals().seal(key, &lump).await?))
}

async fn unsealed(round: &Round, services: Services) -> Result<Gathered, StorageError> {
    let sealed = STANDARD.decode(&round.sealed).map_err(unexpected)?;
    let lump = services.seals().open(&round.key, &sealed).await?;
    Gathered::of_lump(round.about, &lump).map_err(unexpected)
}

async fn keep(round: &Round, started_ms: u64, services: Services) -> Result<(), StorageError> {
    let changes = round_changes(round, started_ms)?;
    services.records().write(changes, Commit::Checked).await
}
