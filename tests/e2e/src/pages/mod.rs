//! A page as a person uses it: controls by role and accessible name, fields by their label, text as it is read.
//!
//! Every verb waits until it can be done, and fails with what is on the page when it cannot. Names are those
//! that the browser computes for assistive technology. A name that ends in `…` may go on after it. The page
//! objects of the single screens stand beside this file and use nothing but these verbs.

mod find;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use serde_json::Value;
use thirtyfour::{By, Key, TypingData, WebElement, WindowHandle};

use crate::wait::{PATIENCE, until, until_within};
use crate::{Browser, Engine, Outcome};

/// The text that can be read on the page now.
const READABLE: &str = "return document.body?.innerText ?? ''";

const CONSOLE: &str = include_str!("../js/console.js");

const FILL_STORAGE: &str = include_str!("../js/fill_storage.js");

/// Brings an element to the middle of the window unless it can be hit where it is.
const INTO_REACH: &str = "const box = arguments[0].getBoundingClientRect();
const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
if (hit === null || !arguments[0].contains(hit)) {
  arguments[0].scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}";

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

    // --- Going somewhere ---

    /// Opens a path below the app's first page, as if it had been typed into the address bar.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn go(&self, path: &str) -> Outcome {
        self.here().await?;
        let address = format!("{}{}", self.base, path.trim_start_matches('/'));
        if !self.framed {
            self.browser.driver().goto(address).await?;
            return self.listen().await;
        }
        self.browser.driver().enter_default_frame().await?;
        let show = "const [address, done] = arguments; const frame = document.getElementById('frame');
            frame.addEventListener('load', () => done(null), { once: true }); frame.src = address;";
        self.browser.run_later::<()>(show, vec![address.into()]).await?;
        self.enter_frame().await?;
        self.listen().await
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
        let window = self.browser.kill_content().await?;
        *self.window.borrow_mut() = window;
        Ok(())
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

    // --- Acting ---

    /// Presses the button of that name.
    ///
    /// # Errors
    /// When it is not there or cannot be pressed.
    pub async fn click_button(&self, name: &str) -> Outcome {
        self.click("button", name).await
    }

    /// Follows the link of that name.
    ///
    /// # Errors
    /// When it is not there or cannot be followed.
    pub async fn click_link(&self, name: &str) -> Outcome {
        self.click("link", name).await
    }

    /// Clicks the control of that role and name.
    ///
    /// # Errors
    /// When it is not there or cannot be clicked.
    pub async fn click(&self, role: &str, name: &str) -> Outcome {
        until(&format!("{role} «{name}» can be clicked"), async || {
            match self.look_for(role, name).await? {
                Some(element) => self.click_element(&element).await.map(Some),
                None => Err(self.offered(role).await?.into()),
            }
        })
        .await
    }

    /// Clicks what a selector finds. For the few places where the words change.
    ///
    /// # Errors
    /// When it is not there or cannot be clicked.
    pub async fn click_on(&self, selector: &str) -> Outcome {
        until(&format!("{selector} can be clicked"), async || {
            self.here().await?;
            let element = self.browser.driver().find(By::Css(selector)).await?;
            self.click_element(&element).await.map(Some)
        })
        .await
    }

    async fn click_element(&self, element: &WebElement) -> Outcome {
        self.browser.driver().execute(INTO_REACH, vec![element.to_json()?]).await?;
        Ok(element.click().await?)
    }

    /// Writes into the field with that label, in place of what stood there.
    ///
    /// # Errors
    /// When there is no such field, or it does not hold the text afterwards.
    pub async fn fill(&self, label: &str, text: &str) -> Outcome {
        let field = self.field(label).await?;
        self.click_element(&field).await?;
        self.browser.driver().execute("arguments[0].select?.()", vec![field.to_json()?]).await?;
        if text.is_empty() {
            field.send_keys(Key::Delete + "").await?;
        } else {
            field.send_keys(text).await?;
        }
        self.see_value(label, text).await
    }

    /// Writes on where the field's text ends.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn add_to(&self, label: &str, text: &str) -> Outcome {
        let field = self.field(label).await?;
        Ok(field.send_keys(text).await?)
    }

    /// Chooses an option in a group of radio buttons, boxes, chips or tabs, or in a list that folds out.
    ///
    /// # Errors
    /// When the group or the option is not there.
    pub async fn choose(&self, group: &str, option: &str) -> Outcome {
        until(&format!("«{option}» can be chosen in «{group}»"), async || {
            let Some(scope) = self.look_for("group", group).await? else {
                return Err(self.offered("group").await?.into());
            };
            match self.look_in(Some(&scope), "option", option).await? {
                Some(element) => self.choose_element(&element).await.map(Some),
                None => Ok(None),
            }
        })
        .await
    }

    /// A choice that is already made stays; a click would take a box away again.
    async fn choose_element(&self, element: &WebElement) -> Outcome {
        let chosen = "return arguments[0].checked === true || arguments[0].selected === true
            || ['aria-checked', 'aria-pressed', 'aria-selected']
              .some((state) => arguments[0].getAttribute(state) === 'true')";
        let arguments = vec![element.to_json()?];
        if self.browser.run::<bool>(chosen, arguments).await? {
            return Ok(());
        }
        self.click_element(element).await
    }

    /// Presses one key where the focus is.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press(&self, key: Key) -> Outcome {
        self.type_keys(TypingData::from(key)).await
    }

    /// Types where the focus is, by keyboard alone.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn type_keys(&self, keys: impl Into<TypingData>) -> Outcome {
        self.here().await?;
        let actions: Vec<Value> = keys
            .into()
            .as_vec()
            .into_iter()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| serde_json::json!({ "type": kind, "value": key }))
            })
            .collect();
        self.perform(actions).await
    }

    /// Holds `modifier` while `key` is pressed.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_with(&self, modifier: Key, key: char) -> Outcome {
        self.here().await?;
        let modifier = char::from(modifier);
        let actions = [("keyDown", modifier), ("keyDown", key), ("keyUp", key), ("keyUp", modifier)]
            .map(|(kind, key)| serde_json::json!({ "type": kind, "value": key }));
        self.perform(actions.to_vec()).await
    }

    async fn perform(&self, actions: Vec<Value>) -> Outcome {
        let sources = serde_json::json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
        let command = thirtyfour::common::command::Command::PerformActions(
            thirtyfour::common::command::Actions::from(sources),
        );
        self.browser.driver().cmd(command).await?;
        Ok(())
    }

    // --- Looking ---

    /// Waits until the text can be read somewhere on the page.
    ///
    /// # Errors
    /// When it cannot; the failure tells what can be read instead.
    pub async fn see(&self, text: &str) -> Outcome {
        self.see_within(PATIENCE, text).await
    }

    /// [`Page::see`] with another patience.
    ///
    /// # Errors
    /// When the text is not there in time.
    pub async fn see_within(&self, patience: Duration, text: &str) -> Outcome {
        let wanted = find::plain(text);
        until_within(patience, &format!("«{text}» can be read"), async || {
            let read = self.text().await?;
            if read.contains(&wanted) {
                return Ok(Some(()));
            }
            Err(format!("what can be read: {}", read.chars().take(600).collect::<String>()).into())
        })
        .await
    }

    /// Waits until the text can be read nowhere on the page.
    ///
    /// # Errors
    /// When it stays.
    pub async fn not_see(&self, text: &str) -> Outcome {
        let unwanted = find::plain(text);
        until(&format!("«{text}» is gone"), async || {
            Ok((!self.text().await?.contains(&unwanted)).then_some(()))
        })
        .await
    }

    /// Waits for a heading of that name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn see_heading(&self, name: &str) -> Outcome {
        self.see_element("heading", name).await.map(|_| ())
    }

    /// Waits for a button of that name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn see_button(&self, name: &str) -> Outcome {
        self.see_element("button", name).await.map(|_| ())
    }

    /// Waits until no visible element has that role and name.
    ///
    /// # Errors
    /// When it stays.
    pub async fn not_see_element(&self, role: &str, name: &str) -> Outcome {
        until(&format!("{role} «{name}» is gone"), async || {
            Ok(self.look_for(role, name).await?.is_none().then_some(()))
        })
        .await
    }

    /// Waits until the field with that label holds exactly this text.
    ///
    /// # Errors
    /// When it holds another text.
    pub async fn see_value(&self, label: &str, text: &str) -> Outcome {
        until(&format!("«{label}» holds «{text}»"), async || {
            let value = self.value(label).await?;
            if value == text { Ok(Some(())) } else { Err(format!("it holds «{value}»").into()) }
        })
        .await
    }

    /// What the field with that label holds.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn value(&self, label: &str) -> Outcome<String> {
        let field = self.field(label).await?;
        let read = "return arguments[0].value ?? arguments[0].innerText ?? ''";
        self.browser.run(read, vec![field.to_json()?]).await
    }

    /// Waits until the app has a heading on the screen, its fonts are loaded and nothing moves any more: the page
    /// as one would look at it.
    ///
    /// # Errors
    /// When it does not come to rest.
    pub async fn settled(&self) -> Outcome {
        self.here().await?;
        let still = "const done = arguments[0];
            const ready = document.querySelector('h1') !== null && document.getElementById('start') === null;
            const moves = document.getAnimations().some((one) => one.playState === 'running'
              && one.effect?.getComputedTiming().endTime !== Infinity);
            if (!ready || moves) { done(false); return; }
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        until("the page has come to rest", async || {
            Ok(self.browser.run_later::<bool>(still, vec![]).await?.then_some(()))
        })
        .await
    }

    /// The text of the page as it can be read now, blanks made plain.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn text(&self) -> Outcome<String> {
        self.here().await?;
        Ok(find::plain(&self.browser.run::<String>(READABLE, vec![]).await?))
    }

    /// Waits for a visible element of that role and name.
    ///
    /// # Errors
    /// When there is none; the failure lists those of the same role.
    pub async fn see_element(&self, role: &str, name: &str) -> Outcome<WebElement> {
        until(&format!("{role} «{name}» is there"), async || match self.look_for(role, name).await? {
            Some(element) => Ok(Some(element)),
            None => Err(self.offered(role).await?.into()),
        })
        .await
    }

    /// The text field with that label.
    ///
    /// # Errors
    /// When there is none.
    pub async fn field(&self, label: &str) -> Outcome<WebElement> {
        self.see_element("textbox", label).await
    }

    /// The element with the focus, unless the page as a whole has it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn focused(&self) -> Outcome<Option<WebElement>> {
        self.here().await?;
        let script = "const one = document.activeElement;
            return one === null || one === document.body || one === document.documentElement ? null : one";
        let answer = self.browser.driver().execute(script, vec![]).await?;
        if answer.json().is_null() { Ok(None) } else { Ok(Some(answer.element()?)) }
    }

    /// Waits until the element of that role and name has the focus.
    ///
    /// # Errors
    /// When the focus is elsewhere.
    pub async fn see_focus(&self, role: &str, name: &str) -> Outcome {
        until(&format!("the focus is on {role} «{name}»"), async || {
            let Some(element) = self.focused().await? else { return Ok(None) };
            let (its_role, its_name) = self.role_and_name(&element).await?;
            if find::fits(&its_name, name) && find::same_role(&its_role, role) {
                return Ok(Some(()));
            }
            Err(format!("it is on {its_role} «{its_name}»").into())
        })
        .await
    }
}
