//! The last step of a build: turns what Trunk has put together into what is served.
//!
//! Trunk calls it after the page is written and before the old `dist/` is replaced. It brings in look,
//! words, content and icons, names every file after its last bytes, fills in the page (what there is,
//! what the page may do), and writes the service worker with its list.

pub mod assets;
mod compress;
pub mod hash;
mod icons;
pub mod page;
pub mod policy;
pub mod precache;
mod words;

use std::path::{Path, PathBuf};

use assets::Assets;

use crate::{command, content, look, notices, privacy, split, workers};

/// `cargo xtask dist`, called by Trunk.
///
/// # Errors
/// When it was not Trunk that called, or something cannot be read, made or written.
pub fn run() -> Result<(), String> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .ok_or("`dist` is a step of the build, which Trunk calls: use `cargo xtask build`")?;
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    assemble(&command::root(), Path::new(&staging), release)
}

fn assemble(root: &Path, out: &Path, release: bool) -> Result<(), String> {
    copy_all(&root.join("public"), out)?;
    icons::write(&root.join("public/icon.svg"), &out.join("icons"))?;
    copy_all(&look::folder(root), out)?;
    notices::write(root, out)?;
    let [words, words_of_rooms] = words::write(&root.join("locales"), out)?;
    let mut assets = Assets {
        words,
        words_of_rooms,
        packs: content::compile(root, out)?,
        names: privacy::compile(root, out)?,
        ..Assets::default()
    };
    split::take_in(root, out, release, &mut assets)?;
    workers::take_in(root, out, &mut assets)?;
    let mut html = read(&out.join("index.html"))?;
    // A release has the first script in the page itself.
    if release {
        html = page::with_code(&html, "boot.js", &split::small(&read(&root.join("boot.js"))?)?)?;
        remove(&out.join("boot.js"))?;
    } else {
        html = page::with_name(&html, "boot.js", &give_hashed_name(out, "boot.js")?)?;
    }
    for name in ["refleks.js", "refleks_bg.wasm"] {
        let hashed = give_hashed_name(out, name)?;
        html = page::with_name(&html, name, &hashed)?;
        if name.ends_with(".wasm") {
            assets.wasm_bytes = size(&out.join(&hashed))?;
        }
    }
    assets.style = give_hashed_name(out, "refleks.css")?;
    assets.style_of_rooms = give_hashed_name(out, "rooms.css")?;
    if out.join("ds.js").is_file() {
        assets.elements = Some(give_hashed_name(out, "ds.js")?);
    }
    if release { finish(root, out, &html, assets) } else { finish_for_development(out, &html, &assets) }
}

fn finish(root: &Path, out: &Path, html: &str, mut assets: Assets) -> Result<(), String> {
    let index = out.join("index.html");
    let worker = out.join("sw.js");
    remove(&index)?;
    let core = assets.files_of("core");
    let others = precache::entries(out, &core)?;
    assets.version = precache::version(&others, &page::filled(html, &assets, true)?);
    write(&index, &page::filled(html, &assets, true)?)?;
    let all = precache::entries(out, &core)?;
    let template = read(&root.join("sw.js"))?;
    write(&worker, &precache::worker(&template, &assets.version, &all)?)?;
    compress::all(root, out)?;
    println!("  version {}, {} files for offline use", assets.version, all.len());
    Ok(())
}

/// Trunk's reload script is inline and opens a socket, so the policy is left out; and a worker that an
/// earlier release left on the same address takes itself away.
fn finish_for_development(out: &Path, html: &str, assets: &Assets) -> Result<(), String> {
    write(&out.join("index.html"), &page::filled(html, assets, false)?)?;
    write(&out.join("sw.js"), precache::LEAVING_WORKER)
}

/// All files below a folder.
///
/// # Errors
/// When a folder cannot be read.
pub fn files_below(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.is_dir() {
            files_below(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// The address of a file of the release: its path below the release, with forward slashes.
pub fn address(out: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(out).unwrap_or(file);
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn give_hashed_name(out: &Path, name: &str) -> Result<String, String> {
    let from = out.join(name);
    let bytes = std::fs::read(&from).map_err(|error| format!("{}: {error}", from.display()))?;
    let hashed = hash::in_name(name, &bytes);
    std::fs::rename(&from, out.join(&hashed)).map_err(|error| format!("{}: {error}", from.display()))?;
    Ok(hashed)
}

fn copy_all(from: &Path, to: &Path) -> Result<(), String> {
    let mut files = Vec::new();
    files_below(from, &mut files)?;
    for file in files {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        let folder = target.parent().unwrap_or(to);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::copy(&file, &target))
            .map_err(|error| format!("{}: {error}", target.display()))?;
    }
    Ok(())
}

/// A file's text.
///
/// # Errors
/// When it cannot be read.
pub fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    std::fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

fn remove(file: &Path) -> Result<(), String> {
    std::fs::remove_file(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn size(file: &Path) -> Result<u64, String> {
    std::fs::metadata(file).map(|about| about.len()).map_err(|error| format!("{}: {error}", file.display()))
}
