//! The browser, apart from its storage.
