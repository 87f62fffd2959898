//! The list as a file for a calendar.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::row::name;
use crate::features::learning::due::calendar::{Event, calendar};
use crate::features::learning::due::list::Waits;
use crate::features::learning::due::told::told;
use crate::i18n::{Messages, Words};
use crate::platform::download;
use crate::services::Services;
use crate::ui::{Button, Icon, Look, Tone};
use crate::writing::FileRefused;

/// The button that hands the file over.
#[component]
pub(super) fn InCalendar(list: Memo<Vec<Waits>>) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let refused = RwSignal::new(false);
    let save = move |()| {
        let (name, text) = words.now(|words| {
            let events = untrack(|| list.with(|all| events(services, all, words)));
            (words.waits_file(services.today()), calendar(&events, services.now_ms()))
        });
        spawn_local(async move {
            let handed =
                download::share_or_save(&format!("{name}.ics"), "text/calendar", text.as_bytes()).await;
            // The screen may be gone by now.
            let _ = refused.try_set(handed.is_err());
        });
    };
    Some(view! {
        <div class="stack g2">
            <div class="row"><Button text=words.text(Messages::waits_calendar) look=Look::Secondary tone=Tone::Neutral
                before=Icon::Calendar on_press=save/></div>
            <p class="muted t-sm">{words.text(Messages::waits_calendar_text)}</p>
        </div>
        <FileRefused refused/>
    })
}

/// What has a name, day by day. What has waited stands today: nobody looks at the days that have gone by.
fn events(services: Services, all: &[Waits], words: &Messages) -> Vec<Event> {
    let today = services.today();
    let event = |waits: &Waits| {
        let title = words.waits_event(name(services, waits, words)?);
        Some(Event { name: waits.name(), day: waits.on.max(today), title, text: told(words, waits, today) })
    };
    all.iter().filter_map(event).collect()
}
