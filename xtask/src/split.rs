//! Splits the app's code: what the first screen needs, and parts that are fetched after it (docs/decisions/0012).
//!
//! Trunk starts `wasm-bindgen` between cargo and its own last steps. This program stands first on Trunk's
//! search path under that name: it splits what cargo made, and hands the main part on to the real
//! wasm-bindgen. `xtask dist` takes the other parts in.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{fed, files_in, root, silent};
use crate::dist::{self, assets::Assets, hash};
use crate::{look, tools};

/// The name under which Trunk starts this program.
const STANDS_IN_FOR: &str = "wasm-bindgen";
/// The name that Trunk gives the app's code.
const NAME: &str = "refleks";
/// What the splitter calls the script that fetches the parts.
const LINK: &str = "__wasm_split.js";
/// Where the page tells Trunk how wasm-opt is to be told what browsers can do.
const FEATURES: &str = "data-wasm-opt-params=\"";

/// Which build Trunk is at, in the environment of what it calls back.
pub const BUILD: &str = "REFLEKS_BUILD";

/// Where the parts of this build lie until `xtask dist` takes them.
fn folder(root: &Path) -> PathBuf {
    let build = std::env::var(BUILD).unwrap_or_default();
    root.join(format!(".build/parts-{build}"))
}

/// Whether Trunk has started this program in the place of wasm-bindgen.
pub fn stands_in() -> bool {
    let own = std::env::args_os().next().map(PathBuf::from);
    own.as_deref().and_then(Path::file_stem) == Some(OsStr::new(STANDS_IN_FOR))
}

/// Puts this program under the name of wasm-bindgen into a folder for Trunk's search path.
///
/// # Errors
/// When the folder cannot be written.
pub fn stand_in(root: &Path, build: &str) -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let bin = root.join(format!(".build/bin-{build}"));
    look::remove_folder(&bin)?;
    let name = bin.join(format!("{STANDS_IN_FOR}{}", std::env::consts::EXE_SUFFIX));
    std::fs::create_dir_all(&bin)
        .and_then(|()| std::fs::hard_link(&own, &name).or_else(|_| std::fs::copy(&own, &name).map(|_| ())))
        .map_err(|error| format!("{}: {error}", name.display()))?;
    Ok(bin)
}

/// What Trunk asks of wasm-bindgen.
///
/// # Errors
/// When a tool is missing or fails.
pub fn run(words: &[&str]) -> Result<(), String> {
    let root = root();
    let mut bindgen = Command::new(tools::program(&root, "wasm-bindgen-cli")?);
    let Some(whole) = words.iter().find(|word| word.ends_with(".wasm")) else {
        return silent(bindgen.args(words));
    };
    let parts = folder(&root);
    look::remove_folder(&parts)?;
    let mut split = Command::new(tools::program(&root, "wasm_split_cli_support")?);
    silent(split.arg(whole).arg(&parts).args(["--out-name", NAME]))?;
    let main = parts.join(format!("{NAME}.wasm"));
    let others = words.iter().filter(|word| *word != whole);
    // The table and the memory are how the parts reach each other.
    silent(bindgen.args(others).arg("--keep-lld-exports").arg(&main))?;
    std::fs::remove_file(&main).map_err(|error| format!("{}: {error}", main.display()))
}

/// Takes the parts into a release: each made small and named by its bytes, and the script that fetches them
/// made one with the script that Trunk has put there.
///
/// # Errors
/// When a part cannot be read, written or made smaller.
pub fn take_in(root: &Path, out: &Path, release: bool, assets: &mut Assets) -> Result<(), String> {
    let parts = folder(root);
    let link = parts.join(LINK);
    let mut script = dist::read(&link)?;
    let page = dist::read(&root.join("index.html"))?;
    let features = features(&page)?;
    for file in files_in(&parts)?.into_iter().filter(|file| file.extension() == Some(OsStr::new("wasm"))) {
        let plain = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if release {
            silent(
                Command::new("wasm-opt")
                    .args(features.clone())
                    .arg(level_of(&plain))
                    .arg(&file)
                    .arg("-o")
                    .arg(&file),
            )?;
        }
        let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let hashed = name_of(&plain, &bytes);
        std::fs::write(out.join(&hashed), &bytes).map_err(|error| format!("{hashed}: {error}"))?;
        script = script.replace(&format!("\"./{plain}\""), &format!("\"./{hashed}\""));
        assets.parts.push(hashed);
    }
    let glue = out.join(format!("{NAME}.js"));
    std::fs::write(out.join(LINK), script).map_err(|error| format!("{LINK}: {error}"))?;
    silent(
        Command::new("esbuild")
            .arg(&glue)
            .args([
                "--bundle",
                "--format=esm",
                "--log-level=warning",
                "--log-override:duplicate-object-key=silent",
                "--allow-overwrite",
            ])
            .args(release.then_some("--minify"))
            .arg(format!("--outfile={}", glue.display())),
    )?;
    std::fs::remove_file(out.join(LINK)).map_err(|error| format!("{LINK}: {error}"))
}

/// How a part is made: small, but quick where a clock runs. That part packs no larger for it (docs/decisions/0012).
fn level_of(plain: &str) -> &'static str {
    match plain {
        "split_simulation.wasm" => "-O3",
        _ => "-Oz",
    }
}

/// The name of a part in a release. What rooms share has twelve digits of its hash alone, which still tell a hundred
/// files apart for good: the first screen carries all those names, and a hash does not pack.
fn name_of(plain: &str, bytes: &[u8]) -> String {
    match plain.strip_prefix("split_") {
        Some(room) => hash::in_name(&format!("part-{room}"), bytes),
        None => format!("part-{:.12}.wasm", hash::hex(bytes)),
    }
}

/// Makes a wasm file small, as the parts are made small.
///
/// # Errors
/// When wasm-opt fails.
pub fn optimised(root: &Path, file: &Path) -> Result<(), String> {
    let page = dist::read(&root.join("index.html"))?;
    silent(Command::new("wasm-opt").args(features(&page)?).arg("-Oz").arg(file).arg("-o").arg(file))
}

/// A script without its comments and spaces, whose names are its own. Its syntax stays as it is: its first lines
/// tell old browsers that they are old.
///
/// # Errors
/// When esbuild fails.
pub fn small(script: &str) -> Result<String, String> {
    fed(
        Command::new("esbuild").args([
            "--minify-whitespace",
            "--format=iife",
            "--charset=utf8",
            "--log-level=warning",
        ]),
        script,
    )
}

/// How wasm-opt is told what browsers can do: the parts are made like the main part.
fn features(page: &str) -> Result<std::str::SplitWhitespace<'_>, String> {
    let after = page.split_once(FEATURES).and_then(|(_, rest)| rest.split_once('"'));
    let (words, _) = after.ok_or_else(|| format!("index.html has no {FEATURES}…\""))?;
    Ok(words.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_keeps_its_name_and_what_rooms_share_is_named_by_its_bytes_alone() {
        assert_eq!(name_of("split_cards.wasm", b""), "part-cards.e3b0c44298fc1c14.wasm");
        let shared = name_of("chunk_7.wasm", b"");
        assert_eq!(shared, "part-e3b0c44298fc.wasm");
        assert!(hash::is_in_name(&shared), "it may be kept for ever");
    }
}
