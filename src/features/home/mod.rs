//! Hjem: where everything starts.
