//! Bytes that nobody can foresee, from the browser.

/// Fills bytes; answers whether the browser could.
#[must_use]
pub fn fill(bytes: &mut [u8]) -> bool {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}
