//! What is past its day goes at start, before anything is shown, and one line says so. What was opened and left
//! with nothing done goes without a word.

use leptos::task::spawn_local;

use crate::progress::SessionEntry;
use crate::services::{Notice, Services};
use crate::storage::Commit;
use crate::storage::expiry::{Entry as Expiring, expiry};
use crate::storage::progress::{entry_record, forget_session, keeping};

/// How long an untouched reflection is left in peace, milliseconds: somebody may sit in front of it.
const UNTOUCHED_MS: u64 = 24 * 60 * 60 * 1000;

/// Removes what is past its day, and what nobody has touched. What is begun and not finished is never removed here.
/// Called when this window has become the writing one.
pub fn clean_up(services: Services) {
    spawn_local(async move {
        let records = services.records();
        let Ok(listed) = records.load_all::<SessionEntry>().await else { return };
        let today = services.today();
        let entries: Vec<SessionEntry> =
            listed.into_iter().filter_map(|listed| listed.value.ready()).collect();
        let expiring: Vec<Expiring> = entries.iter().map(expiring).collect();
        let due = expiry(&expiring, today, services.now_ms()).remove;
        let (owner, now) = (services.owner(), services.now_ms());
        let untouched = |entry: &SessionEntry| {
            entry.is_untouched() && entry.changed_ms.saturating_add(UNTOUCHED_MS) < now
        };
        let gone = |entry: &SessionEntry| untouched(entry) || due.contains(&entry_record(&entry.session));
        let forget = |entry: &SessionEntry| forget_session(&entry.session, &owner);
        let changes: Vec<_> = entries.iter().filter(|entry| gone(entry)).flat_map(forget).collect();
        if changes.is_empty() {
            return;
        }
        if records.look_at(&changes).await.is_err() {
            return;
        }
        if records.write(changes, Commit::Checked).await.is_ok() {
            if !due.is_empty() {
                services.set_notice(Some(Notice::Expired(due.len())));
            }
            services.records_changed();
        }
    });
}

fn expiring(entry: &SessionEntry) -> Expiring {
    Expiring { id: entry_record(&entry.session), keeping: keeping(entry), touched_ms: entry.changed_ms }
}
