//! Waiting for a state, never for a time.

use std::time::{Duration, Instant};

use crate::Outcome;

/// How long a person would wait before calling it broken.
pub const PATIENCE: Duration = Duration::from_secs(10);

const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// Looks again and again until `look` gives `Some`, or `patience` is over. A look that fails counts as «not
/// yet»; the last failure is told at the end.
///
/// # Errors
/// When the deadline passes; the text says what was waited for.
pub async fn until_within<T, F>(patience: Duration, what: &str, mut look: F) -> Outcome<T>
where
    F: AsyncFnMut() -> Outcome<Option<T>>,
{
    let deadline = Instant::now() + patience;
    loop {
        let seen = look().await;
        let reason = match seen {
            Ok(Some(value)) => return Ok(value),
            Ok(None) => String::new(),
            Err(failure) => format!(" ({failure})"),
        };
        if Instant::now() >= deadline {
            return Err(format!("waited {patience:?} in vain: {what}{reason}").into());
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}

/// [`until_within`] with [`PATIENCE`].
///
/// # Errors
/// When the deadline passes.
pub async fn until<T, F>(what: &str, look: F) -> Outcome<T>
where
    F: AsyncFnMut() -> Outcome<Option<T>>,
{
    until_within(PATIENCE, what, look).await
}
