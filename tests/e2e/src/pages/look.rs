//! What a person sees: text, headings, values, the focus.

use std::time::Duration;

use thirtyfour::WebElement;

use super::{Page, find};
use crate::Outcome;
use crate::wait::{PATIENCE, until, until_within};

/// The text that can be read on the page now.
const READABLE: &str = "return document.body?.innerText ?? ''";

impl Page {
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

    /// Waits until nothing more comes to the screen: nothing is on its way, the app has read all that it reads, and
    /// what follows from it stands there. The page as one would walk through it.
    ///
    /// # Errors
    /// When something still comes.
    pub async fn at_rest(&self) -> Outcome {
        let extent = "return document.querySelector('.on-its-way') === null
            ? [document.documentElement.scrollHeight, document.body.innerText.length, document.querySelectorAll('*').length]
            : null;";
        let mut before = None;
        until("nothing more comes to the screen", async || {
            self.all_read().await?;
            self.settled().await?;
            let now = self.browser.run::<Option<[usize; 3]>>(extent, vec![]).await?;
            let is_still = now.is_some() && before == Some(now);
            before = Some(now);
            Ok(is_still.then_some(()))
        })
        .await
    }

    /// Puts the page in another appearance, as the app does when one is chosen.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn wear(&self, appearance: &str) -> Outcome {
        self.here().await?;
        let set = "document.documentElement.setAttribute('data-color-scheme', arguments[0])";
        self.browser.run(set, vec![serde_json::json!(appearance)]).await
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
