//! What follows when this window becomes the one that writes.

use leptos::prelude::*;

use crate::features::reflection;
use crate::platform::locks::WriterState;
use crate::services::Services;

/// Follows who writes. What was read before is read anew, so that nothing old is written over something
/// newer; what is past its day is removed, once.
pub(super) fn follow(services: Services) {
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
        }
        now
    });
}
