//! Records, merging, backup, and the stores themselves. The only module that reaches the browser's storage.
