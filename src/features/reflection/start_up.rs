//! What is past its day goes at start, before anything is shown, and one line says so; and what belongs to nothing
//! any more goes when its session has gone.

use leptos::task::spawn_local;

use super::private::effects::remove_orphans;
use crate::progress::SessionEntry;
use crate::services::{Notice, Services};
use crate::storage::expiry::{Entry as Expiring, expiry};
use crate::storage::progress::{entry_record, keeping};

/// Removes what is past its day. What is unfinished is never removed here. Called when this window has
/// become the writing one.
pub fn clean_up(services: Services) {
    spawn_local(async move {
        let records = services.records();
        let Ok(listed) = records.load_all::<SessionEntry>().await else { return };
        let today = services.today();
        let entries: Vec<SessionEntry> =
            listed.into_iter().filter_map(|listed| listed.value.ready()).collect();
        let expiring: Vec<Expiring> = entries.iter().map(expiring).collect();
        let due = expiry(&expiring, today, services.now_ms()).remove;
        let gone: Vec<_> =
            entries.iter().filter(|entry| due.contains(&entry_record(&entry.session))).collect();
        if services.remove_sessions(gone.iter().map(|entry| &entry.session)).await {
            services.set_notice(Some(Notice::Expired(gone.len())));
        }
    });
}

/// Removes private rounds whose session is gone, and their keys.
pub fn remove_rounds_without_session(services: Services) {
    spawn_local(remove_orphans(services));
}

fn expiring(entry: &SessionEntry) -> Expiring {
    Expiring { id: entry_record(&entry.session), keeping: keeping(entry), touched_ms: entry.changed_ms }
}
