//! The pinned tools of `tools.toml`: finds them, and installs once what is missing.
//!
//! What comes from Cargo.lock and package-lock.json is not its business (npm: see `look`).

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::command::{cargo, on_path, output, step};

/// The whole of `tools.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pins {
    /// The oldest major version of Node.
    pub node: u32,
    /// The compilation target of the app.
    pub target: String,
    /// Programs from crates.io.
    pub cargo: Vec<CargoTool>,
    /// Programs from the distribution.
    pub debian: Vec<DebianPackage>,
}

/// What a tool is for: tests need everything that a build needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Need {
    /// Building and serving.
    Build,
    /// Real browsers too.
    Test,
}

/// A program that `cargo install` gives.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CargoTool {
    /// The name of the package.
    pub name: String,
    /// The one version that is used.
    pub version: String,
    /// The file that is run.
    pub program: String,
    /// Whether the package's own lock file is used.
    pub locked: bool,
    /// Its features beside the default ones.
    #[serde(default)]
    pub features: Vec<String>,
    /// How long it usually takes to install, for whoever waits.
    pub takes: String,
    /// What it is needed for.
    pub needed_for: Need,
}

/// A program that the distribution gives.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DebianPackage {
    /// The name of the package.
    pub package: String,
    /// The program that shows that it is there.
    pub program: String,
}

impl Pins {
    /// Reads `tools.toml`.
    ///
    /// # Errors
    /// When the file cannot be read or has another shape.
    pub fn read(root: &Path) -> Result<Self, String> {
        let file = root.join("tools.toml");
        let text = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Self::parse(&text).map_err(|error| format!("{}: {error}", file.display()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }
}

impl CargoTool {
    fn folder(&self, cache: &Path) -> PathBuf {
        cache.join(format!("{}-{}", self.name, self.version))
    }

    fn file(&self, cache: &Path) -> PathBuf {
        let program = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
        self.folder(cache).join("bin").join(program)
    }

    fn is_there(&self, cache: &Path) -> bool {
        self.file(cache).is_file()
    }
}

/// Installs what is missing for `need`, and gives the folders to put first on the search path.
///
/// # Errors
/// When something is missing that cannot be installed from here; the text says what to do.
pub fn ensure(root: &Path, need: Need) -> Result<Vec<PathBuf>, String> {
    let pins = Pins::read(root)?;
    let cache = cache_folder()?.join("tools");
    node(pins.node)?;
    target(&pins.target)?;
    let mut folders = Vec::new();
    for tool in pins.cargo.iter().filter(|tool| tool.needed_for <= need) {
        install(tool, &cache)?;
        folders.push(tool.folder(&cache).join("bin"));
    }
    if need == Need::Test {
        debian(&pins.debian)?;
    }
    Ok(folders)
}

/// Where the program of a pinned package lies.
///
/// # Errors
/// When `tools.toml` does not name the package.
pub fn program(root: &Path, package: &str) -> Result<PathBuf, String> {
    let pins = Pins::read(root)?;
    let tool = pins.cargo.iter().find(|tool| tool.name == package);
    let tool = tool.ok_or_else(|| format!("tools.toml has no {package}"))?;
    Ok(tool.file(&cache_folder()?.join("tools")))
}

/// The user's cache folder for Refleks: tools and, for `serve --lan`, the certificate authority.
///
/// # Errors
/// When the system tells of no home.
pub fn cache_folder() -> Result<PathBuf, String> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("XDG_CACHE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("LOCALAPPDATA"))
        .ok_or("no cache folder: set XDG_CACHE_HOME")?;
    Ok(cache.join("refleks"))
}

fn node(oldest: u32) -> Result<(), String> {
    let advice = format!("install Node {oldest} or newer from https://nodejs.org or your distribution");
    let told = output(Command::new("node").arg("--version"))
        .map_err(|error| format!("{error}\nNode is needed: {advice}"))?;
    let major = told.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= oldest => Ok(()),
        _ => Err(format!("Node {told} is too old: {advice}")),
    }
}

fn target(name: &str) -> Result<(), String> {
    let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", name]))?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    step(
        &format!("Rust's standard library for {name} (half a minute)"),
        Command::new("rustup").args(["target", "add", name]),
    )
}

/// A release that is optimised a little, in parallel and without a last look at the whole.
const QUICK_TO_BUILD: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

fn install(tool: &CargoTool, cache: &Path) -> Result<(), String> {
    if tool.is_there(cache) {
        return Ok(());
    }
    let mut command = cargo();
    command.args(["install", &tool.name, "--version", &tool.version, "--root"]).arg(tool.folder(cache));
    if tool.locked {
        command.arg("--locked");
    }
    if !tool.features.is_empty() {
        command.args(["--features", &tool.features.join(",")]);
    }
    // The project's flags and target folder are not for a tool.
    for name in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS"] {
        command.env_remove(name);
    }
    // A tool that runs for seconds need not be compiled for minutes.
    for (name, value) in QUICK_TO_BUILD {
        command.env(name, value);
    }
    command.current_dir(std::env::temp_dir());
    step(&format!("install {} {} (once; takes {})", tool.name, tool.version, tool.takes), &mut command)
}

fn debian(packages: &[DebianPackage]) -> Result<(), String> {
    let missing: Vec<&str> = packages
        .iter()
        .filter(|wanted| on_path(&wanted.program).is_none())
        .map(|wanted| wanted.package.as_str())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get install --yes --no-install-recommends {}", missing.join(" "));
    if !is_root() || on_path("apt-get").is_none() {
        return Err(format!(
            "browsers or drivers are missing: {}\nOn Debian, as root:\n  {line}",
            missing.join(", ")
        ));
    }
    step(
        "what the distribution has now (half a minute)",
        Command::new("apt-get").args(["update", "--quiet"]),
    )?;
    step(
        "browsers and drivers (2–4 minutes)",
        Command::new("apt-get")
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args(&missing)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn is_root() -> bool {
    cfg!(unix) && output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    fn pin<'a>(pins: &'a Pins, name: &str) -> &'a CargoTool {
        pins.cargo.iter().find(|tool| tool.name == name).unwrap()
    }

    #[test]
    fn wasm_bindgen_has_one_version_in_the_lock_file_and_among_the_tools() {
        let lock: toml::Table = std::fs::read_to_string(root().join("Cargo.lock")).unwrap().parse().unwrap();
        let packages = lock["package"].as_array().unwrap();
        let locked =
            packages.iter().find(|package| package["name"].as_str() == Some("wasm-bindgen")).unwrap();
        let pins = Pins::read(&root()).unwrap();
        assert_eq!(locked["version"].as_str().unwrap(), pin(&pins, "wasm-bindgen-cli").version);
    }

    #[test]
    fn trunk_has_one_version_in_its_own_file_and_among_the_tools() {
        let own: toml::Table = std::fs::read_to_string(root().join("Trunk.toml")).unwrap().parse().unwrap();
        let pins = Pins::read(&root()).unwrap();
        assert_eq!(own["trunk-version"].as_str().unwrap(), pin(&pins, "trunk").version);
    }

    #[test]
    fn a_build_needs_no_browser_driver_and_a_test_needs_the_build_tools() {
        let pins = Pins::read(&root()).unwrap();
        assert!(pin(&pins, "geckodriver").needed_for > Need::Build);
        assert!(pin(&pins, "trunk").needed_for <= Need::Test);
    }

    #[test]
    fn a_misspelled_line_among_the_tools_is_refused() {
        let wrong = "node = 20\ntarget = \"x\"\ndebian = []\n[[cargo]]\nname = \"a\"\nversoin = \"1\"\n";
        let error = Pins::parse(wrong).unwrap_err();
        assert!(error.contains("versoin"), "{error}");
    }

    #[test]
    fn a_tool_of_another_version_does_not_count() {
        let cache = std::env::temp_dir().join(format!("refleks-tools-{}", std::process::id()));
        let tool = |version: &str| CargoTool {
            name: "some-tool".into(),
            version: version.into(),
            program: "some".into(),
            locked: true,
            features: Vec::new(),
            takes: String::new(),
            needed_for: Need::Build,
        };
        let bin = tool("1.0.0").folder(&cache).join("bin");
        std::fs::create_dir_all(&bin).unwrap();
        std::fs::write(bin.join(format!("some{}", std::env::consts::EXE_SUFFIX)), "").unwrap();
        assert!(tool("1.0.0").is_there(&cache));
        assert!(!tool("1.0.1").is_there(&cache));
        std::fs::remove_dir_all(&cache).unwrap();
    }
}
