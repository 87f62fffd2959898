//! The outside world as screens get it.
