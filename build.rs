//! Writes the typed `Messages` from `locales/`: a key that a language lacks stops the build.

#[path = "src/i18n/catalogue.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build uses only a part of it; cargo xtask uses the rest")]
mod catalogue;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=src/i18n/catalogue.rs");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    match catalogue::read(Path::new("locales")) {
        Ok(all) => {
            let source = all.get(catalogue::LANGUAGES[0]).map(catalogue::rust_source).unwrap_or_default();
            if let Err(error) = std::fs::write(Path::new(&out).join("messages.rs"), source) {
                println!("cargo::error=cannot write messages.rs: {error}");
            }
        }
        Err(wrong) => wrong.iter().for_each(|line| println!("cargo::error={line}")),
    }
}
