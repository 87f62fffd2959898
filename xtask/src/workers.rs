//! The workers: small programs of their own, each in its folder, so that they can take their time and their memory
//! without the page (docs/decisions/0022).

use std::path::Path;
use std::process::Command;

use crate::command::silent;
use crate::dist::{self, assets::Assets, hash};
use crate::{look, split, tools};

/// The packages, as cargo and wasm-bindgen call them.
pub const NAMES: [&str; 2] = ["stretch", "qr"];

/// Builds the workers and takes them into a release: each one script, and the wasm that it fetches.
///
/// # Errors
/// When a tool is missing or fails, or something cannot be read or written.
pub fn take_in(root: &Path, out: &Path, assets: &mut Assets) -> Result<(), String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let target = target.join("workers");
    silent(
        Command::new("cargo")
            .args([
                "build",
                "--quiet",
                "--release",
                "--offline",
                "--target",
                "wasm32-unknown-unknown",
                "--lib",
            ])
            .args(NAMES.iter().flat_map(|name| ["--package", name]))
            .current_dir(root)
            .env("CARGO_TARGET_DIR", &target)
            // In the place of the flags of the app, which keep what the splitter needs and wasm-opt cannot read.
            .env("RUSTFLAGS", "-Cstrip=debuginfo"),
    )?;
    NAMES.iter().try_for_each(|name| take_in_one(name, root, out, &target, assets))
}

fn take_in_one(
    name: &str,
    root: &Path,
    out: &Path,
    target: &Path,
    assets: &mut Assets,
) -> Result<(), String> {
    let made = target.join("bindgen").join(name);
    look::remove_folder(&made)?;
    silent(
        Command::new(tools::program(root, "wasm-bindgen-cli")?)
            .args(["--target", "no-modules", "--no-typescript", "--out-name", name, "--out-dir"])
            .arg(&made)
            .arg(target.join(format!("wasm32-unknown-unknown/release/{name}.wasm"))),
    )?;
    let wasm = made.join(format!("{name}_bg.wasm"));
    split::optimised(root, &wasm)?;
    let bytes = std::fs::read(&wasm).map_err(|error| format!("{}: {error}", wasm.display()))?;
    let plain = format!("{name}_bg.wasm");
    let hashed = hash::in_name(&plain, &bytes);
    std::fs::write(out.join(&hashed), &bytes).map_err(|error| format!("{hashed}: {error}"))?;
    let worker = dist::read(&root.join(name).join("worker.js"))?.replace(&plain, &hashed);
    let script = split::small(&format!("{}\n{worker}", dist::read(&made.join(format!("{name}.js")))?))?;
    let script_name = hash::in_name(&format!("{name}.js"), script.as_bytes());
    std::fs::write(out.join(&script_name), &script).map_err(|error| format!("{script_name}: {error}"))?;
    // They are fetched when somebody first needs them.
    assets.parts.extend([hashed, script_name]);
    Ok(())
}
