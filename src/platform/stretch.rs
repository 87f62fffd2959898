//! The key of a PIN, made in a worker that ends when it is made (docs/decisions/0022).

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;

use super::worker::Helper;

/// How long it may take on the slowest device, milliseconds.
const LONGEST_MS: u32 = 30_000;

/// The key of these digits with this salt, at this cost; `None` where the worker did not come or made none.
pub async fn key_of(file: &str, digits: &[u8], salt: &[u8], memory_kib: u32, passes: u32) -> Option<Vec<u8>> {
    let question = [
        ("pin", Uint8Array::from(digits).into()),
        ("salt", Uint8Array::from(salt).into()),
        ("memory", memory_kib.into()),
        ("passes", passes.into()),
    ];
    let key = Helper::start(file)?.ask(&question, LONGEST_MS).await?;
    key.dyn_into::<Uint8Array>().ok().map(|key| key.to_vec())
}
