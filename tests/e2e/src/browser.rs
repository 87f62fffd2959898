//! One real browser with an empty profile, which ends with the value.
//!
//! It knows windows, sizes, faults, printing and the console; what stands on a page is for [`crate::pages`].

mod devtools_socket;

use std::cell::{Cell, RefCell};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::command::Command;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

use crate::engine::{Extra, mini_browser};
use crate::process::{Guarded, free_port};
use crate::wait::{until, until_within};
use crate::{Engine, Outcome, Size};

/// A machine under load starts Firefox in several seconds.
const START: Duration = Duration::from_secs(40);

/// How long one WebDriver command may take.
const COMMAND: Duration = Duration::from_secs(30);

/// A browser that this test started.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    driver: RefCell<WebDriver>,
    driver_port: u16,
    watch: Watch,
    log: PathBuf,
    log_read: Cell<usize>,
    current: RefCell<Option<WindowHandle>>,
    /// Whether it is as good as new for another scene once it has been freshened.
    goes_on: Cell<bool>,
    // Dropped in this order: the driver and what it started, WebKit's browser and its screen, the files.
    process: Guarded,
    view: Option<View>,
    profile: TempDir,
}

/// WebKit's browser, which runs before its driver does, on a screen in memory. Its session is over when a page's
/// process dies, but the browser and what it has stored are not.
#[derive(Debug)]
struct View {
    process: Guarded,
    port: u16,
    _screen: Guarded,
}

impl Browser {
    /// Starts the driver and the browser on ports of their own.
    ///
    /// # Errors
    /// When something is not installed or does not start.
    pub async fn start(engine: Engine) -> Outcome<Self> {
        Self::start_with(engine, &Extra::Nothing).await
    }

    /// [`start`](Self::start), with something extra (Chromium).
    ///
    /// # Errors
    /// When something is not installed or does not start.
    pub async fn start_with(engine: Engine, extra: &Extra) -> Outcome<Self> {
        let profile = tempfile::Builder::new().prefix("e2e-").tempdir()?;
        let log = profile.path().join("driver.log");
        let environment = environment_in(profile.path());
        let watch = Watch::start()?;
        let view = match engine {
            Engine::WebKit => Some(View::start(profile.path(), environment.clone(), watch.port).await?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let driver_port = free_port()?;
        let arguments = engine.driver_arguments(driver_port, view.as_ref().map(|view| view.port));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let process = Guarded::start(&engine.driver()?, &arguments, &environment, &log)?;
        listening(driver_port, "the driver").await?;
        let driver =
            connect(engine, driver_port, watch.port, profile.path(), extra).await.map_err(|error| {
                let log = std::fs::read_to_string(&log).unwrap_or_default();
                format!("{engine} does not start: {error}\n{}", tail(&log, 20))
            })?;
        Ok(Self {
            engine,
            driver: RefCell::new(driver),
            driver_port,
            watch,
            log,
            log_read: Cell::new(0),
            current: RefCell::new(None),
            goes_on: Cell::new(true),
            process,
            view,
            profile,
        })
    }

    /// Which engine it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver session, for what has no verb here.
    #[must_use]
    pub fn driver(&self) -> WebDriver {
        self.driver.borrow().clone()
    }

    /// Ends the session as a person would: all windows closed, the profile written. What is left is ended when
    /// the value is dropped.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn close(&self) -> Outcome {
        self.driver().cmd(Command::DeleteSession).await?;
        Ok(())
    }

    /// Whether another scene can have it: nothing was killed in it or set for good.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.goes_on.get()
    }

    /// No other scene gets it: something in it is not as in a new one, and cannot be undone.
    pub fn is_used_up(&self) {
        self.goes_on.set(false);
    }

    /// One window with an empty page, and nothing heard: ready for another host.
    ///
    /// # Errors
    /// When a window does not close.
    pub async fn freshen(&self) -> Outcome {
        let windows = self.driver().windows().await?;
        let (first, others) = windows.split_first().ok_or("no window is left")?;
        for window in others {
            self.go_to_window(window).await?;
            self.driver().close_window().await?;
        }
        self.go_to_window(first).await?;
        self.driver().goto("about:blank").await?;
        self.console().await?;
        self.watch.seen.lock().unwrap_or_else(PoisonError::into_inner).clear();
        Ok(())
    }

    /// Runs a script in the current window and frame.
    ///
    /// # Errors
    /// When the script throws or the answer has another shape.
    pub async fn run<T: serde::de::DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Outcome<T> {
        let answer = self.driver().execute(script, arguments).await?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// Runs a script that answers later, by calling its last argument.
    ///
    /// # Errors
    /// When the script throws, does not answer in time, or answers in another shape.
    pub async fn run_later<T: serde::de::DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Outcome<T> {
        let answer = self.driver().execute_async(script, arguments).await?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// A command of the DevTools protocol.
    ///
    /// # Errors
    /// When this is not Chromium, or the command is refused.
    pub async fn devtools<P: Serialize>(&self, method: &str, parameters: P) -> Outcome<Value> {
        if self.engine != Engine::Chromium {
            return Err(format!("{method} needs Chromium").into());
        }
        Ok(self.driver().cdp().send_raw(method, parameters).await?)
    }

    /// Gives the page exactly this size. Firefox and WebKit refuse widths below about 500: see
    /// [`crate::stage::Visit::size`].
    ///
    /// # Errors
    /// When the browser will not have that size.
    pub async fn resize(&self, size: Size) -> Outcome {
        if self.engine == Engine::Chromium {
            let metrics = json!({
                "width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": false,
            });
            self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        }
        let inside = "return [innerWidth, innerHeight]";
        let mut outer = (i64::from(size.width), i64::from(size.height));
        let wanted = outer;
        until(&format!("{}: the window is {size}", self.engine), async || {
            let inner: (i64, i64) = self.run(inside, vec![]).await?;
            if inner == wanted {
                return Ok(Some(()));
            }
            if self.engine != Engine::Chromium {
                let (width, height) = (u32::try_from(outer.0)?, u32::try_from(outer.1)?);
                self.driver().set_window_rect(0, 0, width, height).await?;
                let inner: (i64, i64) = self.run(inside, vec![]).await?;
                // The frame around the page differs per engine: ask for what is missing as well.
                outer = (outer.0 + wanted.0 - inner.0, outer.1 + wanted.1 - inner.1);
                outer = (outer.0.clamp(200, 3000), outer.1.clamp(200, 2400));
            }
            Ok(None)
        })
        .await
    }

    /// Opens an empty window and goes to it.
    ///
    /// # Errors
    /// When the browser opens none.
    pub async fn new_window(&self) -> Outcome<WindowHandle> {
        let handle = self.driver().new_window().await?;
        self.go_to_window(&handle).await?;
        Ok(handle)
    }

    /// Makes a window the current one. Always by its handle: the order of windows differs per driver.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn go_to_window(&self, handle: &WindowHandle) -> Outcome {
        self.driver().switch_to_window(handle.clone()).await?;
        *self.current.borrow_mut() = Some(handle.clone());
        Ok(())
    }

    /// The window that commands go to, if [`Browser::go_to_window`] was used.
    #[must_use]
    pub fn current_window(&self) -> Option<WindowHandle> {
        self.current.borrow().clone()
    }

    /// Ends the process that shows the current page, without any warning to the page: what a tablet short of
    /// memory does. The window that can be used afterwards is the current one; it shows nothing yet.
    ///
    /// # Errors
    /// When there was no such process, or it did not end.
    pub async fn kill_content(&self) -> Outcome<WindowHandle> {
        self.is_used_up();
        match self.engine {
            Engine::Chromium => self.crash_page().await,
            Engine::Firefox => self.kill_tab().await,
            Engine::WebKit => self.kill_view().await,
        }
    }

    /// chromedriver gives up the whole session when a command meets a crashed page. So the order to crash goes
    /// straight to the page's own DevTools socket, while another window of the profile is the current one: a
    /// window and not a tab, which would hide the page before it dies.
    async fn crash_page(&self) -> Outcome<WindowHandle> {
        let page = self.devtools("Target.getTargetInfo", json!({})).await?["targetInfo"]["targetId"].clone();
        let page = page.as_str().ok_or("the page has no target id")?;
        let keeper = self.driver().new_window().await?;
        self.go_to_window(&keeper).await?;
        let options = self.driver().capabilities().get("goog:chromeOptions").cloned().unwrap_or_default();
        let address = options["debuggerAddress"].as_str().ok_or("Chromium told no DevTools address")?;
        devtools_socket::order(address, page, r#"{"id":1,"method":"Page.crash"}"#, "targetCrashed").await?;
        self.devtools("Target.closeTarget", json!({ "targetId": page })).await?;
        Ok(keeper)
    }

    /// The process of the site is Firefox's «isolated web content»; an empty tab lives in another one.
    async fn kill_tab(&self) -> Outcome<WindowHandle> {
        let keeper = self.driver().new_tab().await?;
        end_members(&self.process, "Isolated Web Co").await?;
        self.go_to_window(&keeper).await?;
        Ok(keeper)
    }

    /// WebKit ends the session with the page: a new one in the same browser goes on.
    async fn kill_view(&self) -> Outcome<WindowHandle> {
        let view = self.view.as_ref().ok_or("WebKit has no view")?;
        end_members(&view.process, "WebKitWebProces").await?;
        // Before the driver has noticed, a new session would get the news of the old page's end.
        until("WebKit has noticed that the page is gone", async || {
            Ok(self.driver().execute("return 1", vec![]).await.is_err().then_some(()))
        })
        .await?;
        let _ = self.driver().cmd(Command::DeleteSession).await;
        let driver =
            connect(self.engine, self.driver_port, self.watch.port, self.profile.path(), &Extra::Nothing)
                .await?;
        self.driver.replace(driver);
        let window = self.driver().window().await?;
        self.go_to_window(&window).await?;
        Ok(window)
    }

    /// The origin may store this many bytes in all (Chromium). To be said before the origin is opened: Chromium
    /// remembers for half a minute how much room it has seen.
    ///
    /// # Errors
    /// When this is not Chromium.
    pub async fn limit_quota(&self, origin: &str, bytes: u64) -> Outcome {
        let limit = json!({ "origin": origin, "quotaSize": bytes });
        self.devtools("Storage.overrideQuotaForOrigin", limit).await.map(|_| ())
    }

    /// As much room as the device has (Chromium).
    ///
    /// # Errors
    /// When this is not Chromium.
    pub async fn lift_quota(&self, origin: &str) -> Outcome {
        self.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin })).await.map(|_| ())
    }

    /// The current page as a PDF of A4 sheets (Chromium, Firefox; WebKitGTK cannot).
    ///
    /// # Errors
    /// When the engine cannot print.
    pub async fn print(&self) -> Outcome<Vec<u8>> {
        Ok(self.driver().print_page(thirtyfour::common::print::PrintParameters::default()).await?)
    }

    /// Warnings and errors on the console since the last time this was asked. In WebKit they are heard from the
    /// moment when the page has loaded.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub async fn console(&self) -> Outcome<Vec<String>> {
        if self.engine == Engine::Chromium {
            let entries = self.driver().browser_log().await?;
            let loud =
                entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
            return Ok(loud.map(|entry| format!("{}: {}", entry.level, entry.message)).collect());
        }
        if self.engine == Engine::WebKit {
            let take = "const heard = window.e2eConsole ?? []; window.e2eConsole = []; return heard";
            return self.run(take, vec![]).await;
        }
        let text = String::from_utf8_lossy(&std::fs::read(&self.log)?).into_owned();
        let lines: Vec<&str> = text.lines().collect();
        let read = self.log_read.replace(lines.len());
        let loud = lines.into_iter().skip(read).filter(|line| is_loud(line));
        Ok(loud.map(str::to_owned).collect())
    }

    /// Every request that tried to leave the machine: method and address, or host alone where it was encrypted.
    #[must_use]
    pub fn left_the_machine(&self) -> Vec<String> {
        let seen = self.watch.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.iter().filter(|line| !is_own_chatter(line)).cloned().collect()
    }

    /// The end of the driver's log, for a failed test.
    #[must_use]
    pub fn log_tail(&self) -> String {
        tail(&std::fs::read_to_string(&self.log).unwrap_or_default(), 30)
    }
}

/// A page's console in the log of Firefox, which speaks about itself in the same words.
fn is_loud(line: &str) -> bool {
    let of_a_page = !["RSLoader", "chrome://", "resource://"].iter().any(|own| line.contains(own));
    let loud = ["console.error", "console.warn", "JavaScript error", "JavaScript warning"];
    of_a_page && loud.iter().any(|mark| line.contains(mark))
}

/// What the browsers themselves ask for, whatever page is open.
fn is_own_chatter(line: &str) -> bool {
    ["mozilla.", "firefox.", "google.com", "googleapis.com", "gvt1.com", "gstatic.com"]
        .iter()
        .any(|owner| line.contains(owner))
}

fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.lines().collect();
    all.iter().skip(all.len().saturating_sub(lines)).copied().collect::<Vec<_>>().join("\n")
}

/// Everything that the browser writes lands in the profile's folder and goes with it.
fn environment_in(folder: &Path) -> Vec<(&'static str, String)> {
    let place = folder.display().to_string();
    vec![
        ("HOME", place.clone()),
        ("TMPDIR", place.clone()),
        ("XDG_CONFIG_HOME", format!("{place}/config")),
        ("XDG_CACHE_HOME", format!("{place}/cache")),
        ("XDG_DATA_HOME", format!("{place}/data")),
        ("LANGUAGE", "nb:no".to_owned()),
        // Without a locale WebKit calls itself American, and the app greets in English.
        ("LC_ALL", "C.UTF-8".to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        // Services outside the group would write on after the end.
        ("GSETTINGS_BACKEND", "memory".to_owned()),
        ("MESA_SHADER_CACHE_DISABLE", "1".to_owned()),
        ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
        ("MOZ_CRASHREPORTER_DISABLE", "1".to_owned()),
    ]
}

impl View {
    async fn start(folder: &Path, mut environment: Vec<(&'static str, String)>, watch: u16) -> Outcome<Self> {
        let screen = start_screen(folder, &mut environment).await?;
        let port = free_port()?;
        environment.push(("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{port}")));
        let proxy = format!("--proxy=http://127.0.0.1:{watch}");
        let arguments = ["--automation", &proxy, "--ignore-host=127.0.0.1", "--ignore-host=localhost"];
        let log = folder.join("view.log");
        let process = Guarded::start(&mini_browser()?, &arguments, &environment, &log)?;
        listening(port, "MiniBrowser").await?;
        Ok(Self { process, port, _screen: screen })
    }
}

/// A screen in memory. The server itself picks a display that is free.
async fn start_screen(folder: &Path, environment: &mut Vec<(&'static str, String)>) -> Outcome<Guarded> {
    let log = folder.join("screen.log");
    let arguments = ["-displayfd", "1", "-screen", "0", "2560x1600x24", "-nolisten", "tcp"];
    let screen = Guarded::start(Path::new("Xvfb"), &arguments, environment, &log)
        .map_err(|error| format!("{error}: apt-get install xvfb"))?;
    let display = until_within(START, "the screen in memory is there", async || {
        let text = std::fs::read_to_string(&log)?;
        Ok(text.lines().find_map(|line| line.trim().parse::<u32>().ok()))
    })
    .await?;
    environment.push(("DISPLAY", format!(":{display}")));
    Ok(screen)
}

/// Waits until something answers on the port.
async fn listening(port: u16, who: &str) -> Outcome {
    until_within(START, &format!("{who} listens"), async || {
        Ok(tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok())
    })
    .await
    .map(|_| ())
}

/// Kills the members of that name and waits until they are gone.
async fn end_members(group: &Guarded, name: &str) -> Outcome {
    let members = group.members()?;
    let victims: Vec<_> = members.iter().filter(|member| member.name == name).collect();
    if victims.is_empty() {
        return Err(format!("no process {name} among {members:?}").into());
    }
    for victim in &victims {
        group.kill_member(victim)?;
    }
    until("the content process is gone", async || {
        let left = group.members()?;
        Ok(victims.iter().all(|victim| !left.contains(victim)).then_some(()))
    })
    .await
}

/// A session in the browser, which is started by it unless it runs already.
async fn connect(engine: Engine, port: u16, watch: u16, folder: &Path, extra: &Extra) -> Outcome<WebDriver> {
    let Value::Object(capabilities) = engine.capabilities(watch, folder, extra)? else {
        return Err("capabilities are an object".into());
    };
    let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), Capabilities::from(capabilities))
        .request_timeout(COMMAND + Duration::from_secs(10))
        .connect()
        .await?;
    // Closing is ours: the value's own way blocks the thread while it waits.
    driver.clone().leak().map_err(|_| "the session is over already")?;
    driver.set_script_timeout(COMMAND).await?;
    driver.set_page_load_timeout(COMMAND).await?;
    Ok(driver)
}

/// Stands in for the internet: every browser has it as its proxy, so whatever wants to leave the machine
/// arrives here, is noted and refused.
#[derive(Debug)]
struct Watch {
    port: u16,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Watch {
    fn start() -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::downgrade(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                // Nobody reads the notes any more: the browser is closed.
                let (Ok(stream), Some(_)) = (stream, notes.upgrade()) else { return };
                let notes = Weak::clone(&notes);
                std::thread::spawn(move || refuse(stream, &notes));
            }
        });
        Ok(Self { port, seen })
    }
}

/// Notes and refuses one request. A browser may open a line before it has anything to ask: then there is nothing
/// to answer either.
fn refuse(mut stream: TcpStream, notes: &Weak<Mutex<Vec<String>>>) {
    let mut bytes = [0_u8; 2048];
    let _ = stream.set_read_timeout(Some(COMMAND));
    let length = stream.read(&mut bytes).unwrap_or(0);
    let head = String::from_utf8_lossy(bytes.get(..length).unwrap_or_default());
    let Some(line) = head.lines().next().filter(|line| !line.is_empty()) else { return };
    if let Some(notes) = notes.upgrade() {
        notes.lock().unwrap_or_else(PoisonError::into_inner).push(line.to_owned());
    }
    let _ = stream.write_all(b"HTTP/1.1 502 No Network\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Lets the thread see that it is over.
        self.seen = Arc::default();
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}
