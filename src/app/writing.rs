//! What follows when this window becomes the one that writes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::features::reflection;
use crate::platform::locks::WriterState;
use crate::services::Services;

/// Follows who writes. The signal counts how many times a session has to be opened anew, because this
/// window took over and what it showed may be old.
pub(super) fn follow(services: Services) -> RwSignal<u32> {
    let opened = RwSignal::new(0_u32);
    let cleaned = StoredValue::new(false);
    Effect::new(move |before: Option<WriterState>| {
        let now = services.writer();
        if now == WriterState::Writer && before != Some(WriterState::Writer) {
            services.read_preferences();
            services.records_changed();
            if !cleaned.get_value() {
                cleaned.set_value(true);
                reflection::clean_up(services);
            }
            if matches!(before, Some(WriterState::Reader | WriterState::Lost)) {
                take_up(services, opened);
            }
        }
        now
    });
    opened
}

/// What was written here and is not on the device is tried again, and a conflict is told; nothing of it
/// is dropped. With nothing waiting, the session on the screen is read anew.
fn take_up(services: Services, opened: RwSignal<u32>) {
    if services.saver().unsaved().is_empty() {
        opened.update(|n| *n += 1);
    } else {
        spawn_local(async move { services.saver().try_again() });
    }
}
