//! The worker that makes a key of a PIN: a program of its own (`stretch/`), so that it can take its time and its
//! memory without the page (docs/decisions/0022).

use std::path::Path;
use std::process::Command;

use crate::command::silent;
use crate::dist::{self, assets::Assets, hash};
use crate::{look, split, tools};

/// What cargo and wasm-bindgen call it.
const NAME: &str = "stretch";

/// Builds the worker and takes it into a release: one script, and the wasm that it fetches.
///
/// # Errors
/// When a tool is missing or fails, or something cannot be read or written.
pub fn take_in(root: &Path, out: &Path, assets: &mut Assets) -> Result<(), String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let target = target.join(NAME);
    silent(
        Command::new("cargo")
            .args(["build", "--quiet", "--release", "--offline", "--target", "wasm32-unknown-unknown"])
            .args(["--package", NAME, "--lib"])
            .current_dir(root)
            .env("CARGO_TARGET_DIR", &target)
            // In the place of the flags of the app, which keep what the splitter needs and wasm-opt cannot read.
            .env("RUSTFLAGS", "-Cstrip=debuginfo"),
    )?;
    let made = target.join("bindgen");
    look::remove_folder(&made)?;
    silent(
        Command::new(tools::program(root, "wasm-bindgen-cli")?)
            .args(["--target", "no-modules", "--no-typescript", "--out-name", NAME, "--out-dir"])
            .arg(&made)
            .arg(target.join(format!("wasm32-unknown-unknown/release/{NAME}.wasm"))),
    )?;
    let wasm = made.join(format!("{NAME}_bg.wasm"));
    split::optimised(root, &wasm)?;
    let bytes = std::fs::read(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?;
    let plain = format!("{NAME}_bg.wasm");
    let hashed = hash::in_name(&plain, &bytes);
    std::fs::write(out.join(&hashed), &bytes).map_err(|error| format!("{hashed}: {error}"))?;
    let worker = dist::read(&root.join("stretch/worker.js"))?.replace(&plain, &hashed);
    let script = split::small(&format!("{}\n{worker}", dist::read(&made.join(format!("{NAME}.js")))?))?;
    let name = hash::in_name(&format!("{NAME}.js"), script.as_bytes());
    std::fs::write(out.join(&name), &script).map_err(|error| format!("{name}: {error}"))?;
    // They are fetched when somebody first types a PIN.
    assets.parts.extend([hashed, name.clone()]);
    assets.stretch = name;
    Ok(())
}
