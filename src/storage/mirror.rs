//! What is needed before the database is open, mirrored in local storage: language, appearance, text size, and which
//! profile was here last. And, under a key of its own, the journal of a page that went away. Where the browser forbids it nothing is mirrored, and nothing else happens.

/// A mirrored setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mirrored {
    /// The language's code.
    Language,
    /// Light, dark or as the device.
    Appearance,
    /// The size of the text.
    TextSize,
    /// The id of the profile that was here last; empty where nobody was.
    Profile,
}

impl Mirrored {
    /// All.
    pub const ALL: [Self; 4] = [Self::Language, Self::Appearance, Self::TextSize, Self::Profile];

    /// The key in local storage; the start screen reads it too.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Language => "refleks.language",
            Self::Appearance => "refleks.appearance",
            Self::TextSize => "refleks.textsize",
            Self::Profile => "refleks.profile",
        }
    }
}

/// What is mirrored, if anything.
#[must_use]
pub fn read(what: Mirrored) -> Option<String> {
    storage()?.get_item(what.key()).ok().flatten()
}

/// Mirrors a setting. Says whether it worked; nothing depends on it.
pub fn write(what: Mirrored, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(what.key(), value).is_ok())
}

/// Removes all mirrored settings.
pub fn erase() {
    if let Some(storage) = storage() {
        for what in Mirrored::ALL {
            // It fails only where nothing could be written.
            let _ = storage.remove_item(what.key());
        }
    }
}

/// Where the last keystrokes of a page that went away lie until the next start (see `journal`).
const UNFINISHED: &str = "refleks.unfinished";

pub(super) fn read_unfinished() -> Option<String> {
    storage()?.get_item(UNFINISHED).ok().flatten()
}

pub(super) fn write_unfinished(text: Option<&str>) {
    let Some(storage) = storage() else { return };
    // It fails where there is no room; then the database is the only hope, as it is without this.
    let _ = match text {
        Some(text) => storage.set_item(UNFINISHED, text),
        None => storage.remove_item(UNFINISHED),
    };
}

#[expect(clippy::disallowed_methods, reason = "the one place that reaches local storage")]
fn storage() -> Option<web_sys::Storage> {
    // An error where storage is forbidden, `None` where there is none.
    web_sys::window()?.local_storage().ok().flatten()
}
