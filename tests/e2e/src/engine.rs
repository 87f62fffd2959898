//! The three engines and how each is started.

use std::fmt;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::Outcome;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Chrome, Edge and Android browsers; driven by chromedriver.
    Chromium,
    /// Firefox ESR, driven by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser: the engine of Safari, not Safari itself.
    WebKit,
}

/// WebKit has no headless mode: it draws on a screen that only lives in memory.
const MINI_BROWSER: &[&str] = &[
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
];

/// What Chromium notes of its own work where a page is traced.
const TRACED: &str = "devtools.timeline,disabled-by-default-devtools.timeline";

const CHROMIUM_FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--accept-lang=nb-NO,nb",
];

/// What Chromium has that it does not have else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Extra {
    /// Nothing.
    #[default]
    Nothing,
    /// It notes its own work ([`crate::trace`]).
    Trace,
    /// A camera that shows this film over and over, and that nobody is asked about.
    Camera(PathBuf),
}

fn chromium(extra: &Extra) -> Value {
    let mut arguments: Vec<String> = CHROMIUM_FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
    if let Extra::Camera(film) = extra {
        let film = format!("--use-file-for-fake-video-capture={}", film.display());
        let camera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", &film];
        arguments.extend(camera.map(str::to_owned));
    }
    let mut options = json!({ "args": arguments });
    let mut logs = json!({ "browser": "ALL" });
    if *extra == Extra::Trace {
        options["perfLoggingPrefs"] =
            json!({ "enableNetwork": false, "enablePage": false, "traceCategories": TRACED });
        logs["performance"] = json!("ALL");
    }
    json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": logs })
}

impl Engine {
    /// All three. Every feature is tried in all of them.
    pub const ALL: &[Self] = &[Self::Chromium, Self::Firefox, Self::WebKit];

    /// The program that speaks WebDriver for this engine.
    ///
    /// # Errors
    /// When it is not installed; the text says what to do.
    pub fn driver(self) -> Outcome<PathBuf> {
        let (name, remedy) = match self {
            Self::Chromium => ("chromedriver", "apt-get install chromium chromium-driver"),
            Self::Firefox => ("geckodriver", "cargo install geckodriver --version 0.37.1 --locked"),
            Self::WebKit => ("WebKitWebDriver", "apt-get install webkit2gtk-driver xvfb"),
        };
        find_program(name, &[cached_tools("geckodriver-0.37.1")])
            .ok_or_else(|| format!("{name} is missing: {remedy}").into())
    }

    /// The driver's arguments for listening on `port`. `browser` is where a browser that runs already can be
    /// reached.
    #[must_use]
    pub fn driver_arguments(self, port: u16, browser: Option<u16>) -> Vec<String> {
        let mut arguments = match self {
            Self::Chromium | Self::WebKit => vec![format!("--port={port}")],
            Self::Firefox => vec![
                "--port".to_owned(),
                port.to_string(),
                // Port 0: two Firefoxes at once must not meet on the default one.
                "--websocket-port".to_owned(),
                "0".to_owned(),
            ],
        };
        arguments.extend(browser.map(|port| format!("--target=127.0.0.1:{port}")));
        arguments
    }

    /// The WebDriver capabilities. `watch` is the port that stands in for the whole internet; `folder` takes
    /// what the browser writes. With something extra in Chromium.
    ///
    /// # Errors
    /// When the browser is not installed.
    pub fn capabilities(self, watch: u16, folder: &Path, extra: &Extra) -> Outcome<Value> {
        let proxy = json!({
            "proxyType": "manual",
            "httpProxy": format!("127.0.0.1:{watch}"),
            "sslProxy": format!("127.0.0.1:{watch}"),
            "noProxy": ["127.0.0.1", "localhost"],
        });
        let mut capabilities = match self {
            Self::Chromium => chromium(extra),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": firefox_starter(folder)?,
                    "args": ["-headless"],
                    "prefs": firefox_preferences(),
                },
            }),
            // The running MiniBrowser has been told about the proxy already.
            Self::WebKit => {
                return Ok(json!({
                    "browserName": "MiniBrowser", "unhandledPromptBehavior": "ignore",
                }));
            }
        };
        capabilities["proxy"] = proxy;
        // A dialog that nobody expected must fail the test, not be waved away.
        capabilities["unhandledPromptBehavior"] = json!("ignore");
        Ok(capabilities)
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl std::str::FromStr for Engine {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .copied()
            .find(|engine| engine.to_string() == name)
            .ok_or_else(|| format!("no engine is called {name}: chromium, firefox, webkit"))
    }
}

/// geckodriver asks Firefox to shut down when a page's process dies; a person's Firefox does not.
fn firefox_starter(folder: &Path) -> Outcome<PathBuf> {
    let firefox = find_program("firefox-esr", &[])
        .or_else(|| find_program("firefox", &[]))
        .ok_or("Firefox is missing: apt-get install firefox-esr")?;
    let script = format!("unset MOZ_CRASHREPORTER_SHUTDOWN\nexec '{}' \"$@\"", firefox.display());
    starter(folder, &script)
}

/// A small script in front of a browser; the process stays the same one.
fn starter(folder: &Path, script: &str) -> Outcome<PathBuf> {
    let file = folder.join("start-browser");
    std::fs::write(&file, format!("#!/bin/sh\n{script}\n"))?;
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755))?;
    Ok(file)
}

/// WebKitGTK's browser.
///
/// # Errors
/// When it is not installed.
pub fn mini_browser() -> Outcome<PathBuf> {
    let found = MINI_BROWSER.iter().map(PathBuf::from).find(|path| path.exists());
    found.ok_or_else(|| "MiniBrowser is missing: apt-get install webkit2gtk-driver".into())
}

fn firefox_preferences() -> Value {
    json!({
        "intl.accept_languages": "nb-NO, nb",
        "devtools.console.stdout.content": true,
        "browser.tabs.crashReporting.sendReport": false,
        // What Firefox fetches for itself is not what is being tested.
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "browser.search.update": false,
        "extensions.getAddons.cache.enabled": false,
        "media.gmp-manager.updateEnabled": false,
        "browser.region.network.url": "",
        "dom.push.connection.enabled": false,
    })
}

/// Where the project's pinned tools lie.
fn cached_tools(tool: &str) -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")));
    cache.unwrap_or_default().join("refleks/tools").join(tool).join("bin")
}

/// The first program of that name in `places`, then on the path.
fn find_program(name: &str, places: &[PathBuf]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    places
        .iter()
        .cloned()
        .chain(std::env::split_paths(&path))
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}
