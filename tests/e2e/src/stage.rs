//! What one test gets: browsers and hosts, and pictures when it fails.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use crate::server::TEST_PAGES;
use crate::{Browser, Engine, Extra, Outcome, Page, Server, Size, shots, wings};

/// The place where one sentence is played in one engine.
#[derive(Debug, Clone)]
pub struct Stage {
    engine: Engine,
    browsers: Rc<RefCell<Vec<Rc<Browser>>>>,
}

impl Stage {
    /// An empty stage.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        Self { engine, browsers: Rc::default() }
    }

    /// The engine of this run.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A browser that holds nothing of the stage's hosts: one that comes from another scene, or a new one.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn browser(&self) -> Outcome<Rc<Browser>> {
        let browser = match wings::call(self.engine) {
            Some(browser) => browser,
            None => Browser::start(self.engine).await?,
        };
        Ok(self.enters(browser))
    }

    /// A new browser with an empty profile, for this scene alone: to be measured, slowed down, set up, or killed.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn new_browser(&self) -> Outcome<Rc<Browser>> {
        let browser = Browser::start(self.engine).await?;
        browser.is_used_up();
        Ok(self.enters(browser))
    }

    /// A new browser with something extra (Chromium), which nobody gets afterwards.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn new_browser_with(&self, extra: &Extra) -> Outcome<Rc<Browser>> {
        let browser = Browser::start_with(self.engine, extra).await?;
        browser.is_used_up();
        Ok(self.enters(browser))
    }

    fn enters(&self, browser: Browser) -> Rc<Browser> {
        let browser = Rc::new(browser);
        self.browsers.borrow_mut().push(Rc::clone(&browser));
        browser
    }

    /// The built app, on a host of its own. `REFLEKS_DIST` names another folder than `dist/`.
    ///
    /// # Errors
    /// When the app has not been built.
    pub fn serve_app(&self) -> Outcome<Server> {
        Server::serve(app_folder())
    }

    /// The test build, whose store fails when `globalThis.refleksFaults` says so (`src/storage/faulty.rs`), on a
    /// host of its own. `REFLEKS_DIST_FAULTS` names another folder than `.build/dist-faults/`.
    ///
    /// # Errors
    /// When it has not been built: `cargo xtask build --faults`.
    pub fn serve_faulty_app(&self) -> Outcome<Server> {
        let folder = faulty_folder();
        Server::serve(&folder).map_err(|error| format!("{error}: cargo xtask build --faults").into())
    }

    /// A visit to the host's first page, at the size of a tablet.
    #[must_use]
    pub fn visit<'a>(&'a self, server: &'a Server) -> Visit<'a> {
        Visit {
            stage: self,
            server,
            path: String::new(),
            size: Size::TABLET,
            settings: Vec::new(),
            quota: None,
        }
    }

    /// Pictures and logs of every browser of this stage, for a test that did not hold.
    pub async fn keep_evidence(&self, sentence: &str) -> Vec<String> {
        let mut evidence = Vec::new();
        let browsers = self.browsers.borrow().clone();
        for (number, browser) in browsers.iter().enumerate() {
            let name = format!("failed/{}-{number}", slug(sentence));
            match shots::take(browser, &name).await {
                Ok(file) => evidence.push(format!("picture: {}", file.display())),
                Err(failure) => evidence.push(format!("no picture: {failure}")),
            }
            if let Ok(address) = browser.driver().current_url().await {
                evidence.push(format!("address: {address}"));
            }
            evidence.extend(browser.console().await.unwrap_or_default());
        }
        evidence
    }

    /// The scene has been played: its browsers may go on in the next.
    pub async fn clear(&self) {
        let browsers = std::mem::take(&mut *self.browsers.borrow_mut());
        for browser in browsers {
            // A page that still holds its browser keeps it to itself; it ends with the page.
            if let Some(browser) = Rc::into_inner(browser) {
                wings::take_back(browser).await;
            }
        }
    }

    /// The scene did not hold: nobody else gets its browsers.
    pub async fn clear_for_good(&self) {
        for browser in self.browsers.borrow().iter() {
            browser.is_used_up();
        }
        self.clear().await;
    }
}

/// The width of a window around a frame.
const AROUND_WIDTH: u32 = 1180;

/// A window around a frame is higher by this: all of the frame stays in sight, so that a press meets it, when Firefox
/// puts a bar of its own above the page.
const BROWSERS_BAR: u32 = 120;

/// How a page is to be opened.
#[derive(Debug)]
pub struct Visit<'a> {
    stage: &'a Stage,
    server: &'a Server,
    path: String,
    size: Size,
    settings: Vec<(&'static str, String)>,
    quota: Option<u64>,
}

impl Visit<'_> {
    /// The inside of the window. Below what Firefox and WebKit can do, the page lies in a frame of that size, on
    /// a page of the same host.
    #[must_use]
    pub fn size(mut self, size: Size) -> Self {
        self.size = size;
        self
    }

    /// Where to go first, such as `#/…`.
    #[must_use]
    pub fn path(mut self, path: &str) -> Self {
        path.clone_into(&mut self.path);
        self
    }

    /// The language chosen earlier: `nb`, `nn` or `en`.
    #[must_use]
    pub fn language(self, code: &str) -> Self {
        self.setting("refleks.language", code)
    }

    /// The appearance chosen earlier: `light` or `dark`.
    #[must_use]
    pub fn appearance(self, name: &str) -> Self {
        self.setting("refleks.appearance", name)
    }

    /// The text size chosen earlier, in per cent.
    #[must_use]
    pub fn text_size(self, per_cent: u16) -> Self {
        self.setting("refleks.textsize", &per_cent.to_string())
    }

    /// Something that lies in local storage before the page is opened.
    #[must_use]
    pub fn setting(mut self, key: &'static str, value: &str) -> Self {
        self.settings.push((key, value.to_owned()));
        self
    }

    /// How many bytes the device has room for (Chromium).
    #[must_use]
    pub fn quota(mut self, bytes: u64) -> Self {
        self.quota = Some(bytes);
        self
    }

    /// Opens the page in a browser that holds nothing of its host.
    ///
    /// # Errors
    /// When the browser does not start or the page does not open.
    pub async fn open(self) -> Outcome<Page> {
        let browser = self.stage.browser().await?;
        self.open_in(&browser).await
    }

    /// Opens the page in a browser that is already there.
    ///
    /// # Errors
    /// When the page does not open.
    pub async fn open_in(self, browser: &Rc<Browser>) -> Outcome<Page> {
        if let Some(bytes) = self.quota {
            browser.limit_quota(&self.server.origin(), bytes).await?;
        }
        if !self.settings.is_empty() {
            browser.driver().goto(self.server.url_of(&format!("{TEST_PAGES}empty"))).await?;
            for (key, value) in &self.settings {
                let arguments = vec![(*key).into(), value.as_str().into()];
                browser.run::<()>("localStorage.setItem(arguments[0], arguments[1])", arguments).await?;
            }
        }
        let framed = self.size.is_narrow() && browser.engine() != Engine::Chromium;
        let window = browser.driver().window().await?;
        browser.go_to_window(&window).await?;
        if framed {
            browser.driver().goto(self.server.url_of(&format!("{TEST_PAGES}frame?{}", self.size))).await?;
            browser.resize(Size { width: AROUND_WIDTH, height: self.size.height + BROWSERS_BAR }).await?;
        } else {
            browser.resize(self.size).await?;
        }
        let page = Page::new(Rc::clone(browser), self.server.url(), window, framed);
        page.go(&self.path).await?;
        Ok(page)
    }
}

/// The folder of the built app.
#[must_use]
pub fn app_folder() -> PathBuf {
    std::env::var_os("REFLEKS_DIST").map_or_else(|| repository().join("dist"), PathBuf::from)
}

/// The folder of the test build.
#[must_use]
pub fn faulty_folder() -> PathBuf {
    std::env::var_os("REFLEKS_DIST_FAULTS")
        .map_or_else(|| repository().join(".build/dist-faults"), PathBuf::from)
}

/// The root of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A name that any file system takes.
fn slug(sentence: &str) -> String {
    sentence.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
}
