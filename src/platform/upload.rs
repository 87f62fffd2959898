//! A file that the person chose.

use gloo_file::futures::read_as_bytes;

/// A file as the browser hands it over. Only its size and its bytes are asked for.
pub use web_sys::File as ChosenFile;

/// How many bytes it has; `None` for more than this machine can count.
#[must_use]
pub fn size(file: &ChosenFile) -> Option<usize> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file has no negative size")]
    let bytes = file.size().max(0.0) as u64;
    usize::try_from(bytes).ok()
}

/// All its bytes; `None` where the browser could not read it (it was moved, or the cloud did not give it).
pub async fn read(file: ChosenFile) -> Option<Vec<u8>> {
    read_as_bytes(&gloo_file::File::from(file)).await.ok()
}
