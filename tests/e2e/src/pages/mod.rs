//! A page as a person uses it: controls by role and accessible name, fields by their label, text as it is read.
//!
//! Every verb waits until it can be done, and fails with what is on the page when it cannot. Names are those
//! that the browser computes for assistive technology. A name that ends in `…` may go on after it. The page
//! objects of the single screens stand beside this file and use nothing but these verbs.

mod act;
pub mod device;
mod find;
mod look;
pub mod reflection;
pub mod screens;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use serde_json::Value;
use thirtyfour::{By, WindowHandle};

use crate::wait::{until, until_within};
use crate::{Browser, Engine, Outcome};

const CONSOLE: &str = include_str!("../js/console.js");

const FILL_STORAGE: &str = include_str!("../js/fill_storage.js");

/// A window (or the narrow frame in it) with the app.
#[derive(Debug, Clone)]
pub struct Page {
    browser: Rc<Browser>,
    base: String,
    window: RefCell<WindowHandle>,
    framed: bool,
}

impl Page {
    /// The page in this window. `base` is the address of the app's first page.
    #[must_use]
    pub fn new(browser: Rc<Browser>, base: String, window: WindowHandle, framed: bool) -> Self {
        Self { browser, base, window: RefCell::new(window), framed }
    }

    /// The browser that shows it.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Makes this window and frame the ones that commands go to.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn here(&self) -> Outcome {
        let window = self.window.borrow().clone();
        if self.browser.current_window().as_ref() != Some(&window) {
            self.browser.go_to_window(&window).await?;
            if self.framed {
                self.enter_frame().await?;
            }
        }
        Ok(())
    }

    async fn enter_frame(&self) -> Outcome {
        self.browser.driver().enter_default_frame().await?;
        let frame = self.browser.driver().find(By::Id("frame")).await?;
        Ok(frame.enter_frame().await?)
    }

    /// Opens a path below the app's first page, as if it had been typed into the address bar.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn go(&self, path: &str) -> Outcome {
        self.here().await?;
        let address = format!("{}{}", self.base, path.trim_start_matches('/'));
        if !self.framed {
            self.go_unframed(&address).await?;
            return self.listen().await;
        }
        self.browser.driver().enter_default_frame().await?;
        // Within one page only the part after # changes, and nothing is loaded.
        let show = "const [address, done] = arguments; const frame = document.getElementById('frame');
            const inside = frame.contentWindow;
            if (inside.location.href === address) { done(null); return; }
            const end = () => done(null);
            frame.addEventListener('load', end, { once: true });
            inside.addEventListener('hashchange', end, { once: true });
            inside.location.href = address;";
        self.browser.run_later::<()>(show, vec![address.into()]).await?;
        self.enter_frame().await?;
        self.listen().await
    }

    /// A WebKit window whose page was killed a moment ago may drop the first address that it is given.
    async fn go_unframed(&self, address: &str) -> Outcome {
        until(&format!("the window goes to {address}"), async || {
            let gone = self.browser.driver().goto(address).await;
            gone.map_err(|failure| format!("going to {address}: {failure}"))?;
            if self.browser.engine() != Engine::WebKit {
                return Ok(Some(()));
            }
            let stayed: bool = self.browser.run("return location.href === 'about:blank'", vec![]).await?;
            Ok((!stayed).then_some(()))
        })
        .await
    }

    /// WebKit's console cannot be read from outside: a page tells its errors from here on.
    async fn listen(&self) -> Outcome {
        if self.browser.engine() != Engine::WebKit {
            return Ok(());
        }
        self.browser.run(CONSOLE, vec![]).await
    }

    /// Loads the page again, as a person who pulls it down.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn reload(&self) -> Outcome {
        self.here().await?;
        // The driver's own way goes past the service worker in Firefox; a person's does not.
        let again = "window.e2eOld = true; location.reload()";
        self.browser.run::<()>(again, vec![]).await?;
        until("the page has been loaded again", async || {
            let fresh = "return window.e2eOld === undefined && document.readyState === 'complete'";
            Ok(self.browser.run::<bool>(fresh, vec![]).await?.then_some(()))
        })
        .await?;
        self.listen().await
    }

    /// What stands after the app's first page in the address, `#/…` as a rule.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn path(&self) -> Outcome<String> {
        self.here().await?;
        let address: String = self.browser.run("return location.href", vec![]).await?;
        Ok(address.strip_prefix(&self.base).unwrap_or(&address).to_owned())
    }

    /// The same app in a second window of the same browser, beside this one.
    ///
    /// # Errors
    /// When the window or the page does not open.
    pub async fn second_window(&self, path: &str) -> Outcome<Self> {
        let window = self.browser.new_window().await?;
        let page = Self::new(Rc::clone(&self.browser), self.base.clone(), window, false);
        page.go(path).await?;
        Ok(page)
    }

    /// The window that the app itself opens while `act` is carried out.
    ///
    /// # Errors
    /// When `act` fails or no window opens.
    pub async fn window_opened_by(&self, act: impl AsyncFnOnce() -> Outcome) -> Outcome<Self> {
        let before = self.browser.driver().windows().await?;
        act().await?;
        let window = until("a window opens", async || {
            let now = self.browser.driver().windows().await?;
            Ok(now.into_iter().find(|window| !before.contains(window)))
        })
        .await?;
        Ok(Self::new(Rc::clone(&self.browser), self.base.clone(), window, false))
    }

    /// Closes this window. The value cannot be used afterwards.
    ///
    /// # Errors
    /// When the window is gone already.
    pub async fn close(self) -> Outcome {
        self.here().await?;
        Ok(self.browser.driver().close_window().await?)
    }

    /// Ends the process behind this page without warning, and goes on in a window of the same profile, which
    /// shows nothing yet: [`Page::go`] is next.
    ///
    /// # Errors
    /// When the process cannot be ended, or the page lies in a frame.
    pub async fn kill(&self) -> Outcome {
        if self.framed {
            return Err("a page in a frame is not killed".into());
        }
        self.here().await?;
        let killed = self.browser.kill_content().await;
        let window = killed.map_err(|failure| format!("ending the page's process: {failure}"))?;
        *self.window.borrow_mut() = window;
        Ok(())
    }

    /// Takes the service worker away: the next address comes from the server.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn let_service_worker_go(&self) -> Outcome {
        self.here().await?;
        let go = "const done = arguments[0];
            navigator.serviceWorker.getRegistrations()
              .then((all) => Promise.all(all.map((one) => one.unregister())))
              .then(() => done(null));";
        self.browser.run_later::<()>(go, vec![]).await
    }

    /// Waits until the service worker is ready to answer without a network.
    ///
    /// # Errors
    /// When there is none after ten seconds.
    pub async fn ready_offline(&self) -> Outcome {
        self.here().await?;
        let ready = "const done = arguments[0];
            navigator.serviceWorker.ready.then((found) => done(found.active?.state ?? ''));";
        until("the service worker is active and controls the page", async || {
            let state: String = self.browser.run_later(ready, vec![]).await?;
            let controls: bool =
                self.browser.run("return navigator.serviceWorker.controller !== null", vec![]).await?;
            Ok((state == "activated" && controls).then_some(()))
        })
        .await
    }

    /// Waits until the app's service worker has kept and verified every file on its list.
    ///
    /// # Errors
    /// When it has not after half a minute.
    pub async fn everything_kept(&self) -> Outcome {
        self.ready_offline().await?;
        let ask = "const done = arguments[0];
            navigator.serviceWorker.addEventListener('message', (event) => {
              if (event.data?.type === 'status') done(event.data);
            });
            navigator.serviceWorker.startMessages?.();
            navigator.serviceWorker.controller.postMessage({ type: 'status?' });";
        until_within(Duration::from_secs(30), "every file is kept for use without network", async || {
            let status: Value = self.browser.run_later(ask, vec![]).await?;
            if status["ready"] == true { Ok(Some(())) } else { Err(status.to_string().into()) }
        })
        .await
    }

    /// Waits until a later version of the app is installed beside the one in use and waits for its turn.
    ///
    /// # Errors
    /// When none comes in half a minute.
    pub async fn next_version_waits(&self) -> Outcome {
        self.here().await?;
        let waits = "const done = arguments[0];
            navigator.serviceWorker.getRegistration().then((found) => done((found?.waiting ?? null) !== null));";
        until_within(Duration::from_secs(30), "a new version waits", async || {
            Ok(self.browser.run_later::<bool>(waits, vec![]).await?.then_some(()))
        })
        .await
    }

    /// Writes until the device has no byte left for this origin, in a database of the test's own (Chromium, after
    /// [`crate::stage::Visit::quota`]).
    ///
    /// # Errors
    /// When there is still room after 64 MB.
    pub async fn fill_storage(&self) -> Outcome {
        self.here().await?;
        let full: bool = self.browser.run_later(FILL_STORAGE, vec![]).await?;
        crate::ensure(full, || "the quota does not bite; was it set before the visit?".to_owned())
    }

    /// Gives the room back that [`Page::fill_storage`] took.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn free_storage(&self) -> Outcome {
        self.here().await?;
        let free = "const done = arguments[0]; const going = indexedDB.deleteDatabase('e2e-filler');
            going.onsuccess = () => done(null); going.onerror = () => done(null);";
        self.browser.run_later(free, vec![]).await
    }
}
