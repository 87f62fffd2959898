//! Kompetanselogg: what was done, on the screen, on paper and as a file.

use leptos::prelude::*;

use super::super::files::Files;
use super::kept::Kept;
use super::names::{entry_names, role_name};
use super::{Head, in_one_piece};
use crate::features::learning::paths::csv::csv;
use crate::features::learning::paths::log::{Entry, log};
use crate::i18n::{Messages, Words};
use crate::route::Route;
use crate::services::Services;
use crate::ui::live;

/// Everything that was done, the newest first; tracked.
pub(super) fn entries(services: Services, kept: Kept) -> Vec<Entry> {
    let paths = services.paths();
    let all = paths.ready().map(|pack| pack.paths.as_slice()).unwrap_or_default();
    let begun = all.iter().filter_map(|item| {
        let marks = kept.marks(&item.neutral.id);
        marks.is_begun().then(|| (item.neutral.clone(), marks))
    });
    let receipts: Vec<_> = kept.receipts().into_iter().map(|(_, receipt)| receipt).collect();
    log(&begun.collect::<Vec<_>>(), &kept.known(), &receipts, services.today())
}

/// One line of the log, as people read it; tracked.
pub(super) fn line(services: Services, entry: &Entry, words: &Messages) -> String {
    let (name, kind, of) = entry_names(services, entry, words);
    let with = entry.with.map(|with| words.proof_log_with(role_name(with)(words)));
    let parts = [Some(kind), Some(of).filter(|of| !of.is_empty()), with].into_iter().flatten();
    format!("{}: {name} ({})", entry.on.long(words), parts.collect::<Vec<_>>().join(", "))
}

/// The log as a file.
fn file(services: Services, entries: &[Entry], words: &Messages) -> String {
    let head = [
        words.proof_csv_what(),
        words.proof_csv_kind(),
        words.proof_csv_path(),
        words.proof_csv_on(),
        words.proof_csv_again(),
        words.proof_csv_with(),
    ];
    let row = |entry: &Entry| {
        let (name, kind, of) = entry_names(services, entry, words);
        let again = entry.again.map(|day| day.to_string()).unwrap_or_default();
        let with = entry.with.map(|with| role_name(with)(words).to_owned()).unwrap_or_default();
        vec![name, kind, of, entry.on.to_string(), again, with]
    };
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(entries.iter().map(row));
    csv(&rows)
}

/// Kompetanselogg.
#[component]
pub fn LogPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let kept = Kept::read(services);
    let found = Memo::new(move |_| entries(services, kept));
    let lines = Memo::new(move |_| {
        words.with(|words| {
            found.with(|found| found.iter().map(|entry| line(services, entry, words)).collect::<Vec<_>>())
        })
    });
    let is_here = kept.with_names();
    let as_file = move |()| {
        words.now(|words| {
            let text = untrack(|| found.with(|found| file(services, found, words)));
            (words.proof_log_file(services.today()), text)
        })
    };
    let list = move || {
        if lines.with(Vec::is_empty) {
            view! { <p class="muted">{words.text(Messages::proof_log_empty)}</p> }.into_any()
        } else {
            let line = |line: String| view! { <li>{line}</li> };
            view! { <ul class="lesson-lines-plain">{lines.get().into_iter().map(line).collect_view()}</ul> }
                .into_any()
        }
    };
    let made = words.made(move |words| words.proof_made(services.today().long(words)));
    let empty = Signal::derive(move || lines.with(Vec::is_empty));
    let body = move || {
        view! {
            <article class="referat">
                <div class="paper-only"><h1>{words.text(Messages::proof_log)}</h1><p>{made}</p></div>
                {live(list)}
            </article>
            <Files file=as_file empty=empty/>
        }
    };
    Some(view! {
        <div class="measure stack g6">
            <Head back=Route::Paths back_text=Messages::paths_title title=words.text(Messages::proof_log)
                lead=words.text(Messages::proof_log_lead)/>
            {in_one_piece(services, is_here, body)}
        </div>
    })
}
