//! What a person does: click, write, choose, press keys.

use serde_json::Value;
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::{By, Key, TypingData, WebElement};

use super::Page;
use crate::wait::until;
use crate::{Engine, Outcome, ensure};

const INTO_REACH: &str = concat!(include_str!("../js/reach.js"), "reach();");
const GUARD_PRESS: &str = concat!(include_str!("../js/reach.js"), include_str!("../js/guard_press.js"));

impl Page {
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
        self.clicked(role, name).await.map(|_| ())
    }

    async fn clicked(&self, role: &str, name: &str) -> Outcome<WebElement> {
        until(&format!("{role} «{name}» can be clicked"), async || {
            match self.look_for(role, name).await? {
                Some(element) => self.click_element(&element).await.map(|()| Some(element)),
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
        // A person waits too: a button cannot be pressed before what it needs is here.
        ensure(element.is_enabled().await?, || "it can not be pressed yet".to_owned())?;
        if self.browser.engine() == Engine::WebKit {
            return self.click_guarded(element).await;
        }
        self.browser.driver().execute(INTO_REACH, vec![element.to_json()?]).await?;
        Ok(element.click().await?)
    }

    /// WebKit's driver presses the place where an element stood, whatever stands there by then: another row of a
    /// list that has moved, for one. Such a press is taken by nobody, and has failed.
    async fn click_guarded(&self, element: &WebElement) -> Outcome {
        let restless: Option<String> = self.browser.run_later(GUARD_PRESS, vec![element.to_json()?]).await?;
        ensure(restless.is_none(), || restless.unwrap_or_default())?;
        element.click().await?;
        // A page that was left with the press has nothing to tell.
        let ended = "return window.e2ePress?.ended() ?? null";
        let missed: Option<String> = self.browser.run(ended, vec![]).await?;
        ensure(missed.is_none(), || missed.unwrap_or_default())
    }

    /// Writes into the field with that label, in place of what stood there.
    ///
    /// # Errors
    /// When there is no such field, or it does not hold the text afterwards.
    pub async fn fill(&self, label: &str, text: &str) -> Outcome {
        let field = self.clicked("textbox", label).await?;
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
        self.choose_within(None, group, option).await
    }

    /// [`Page::choose`] in one part of the page, such as a row that has the same controls as the others.
    ///
    /// # Errors
    /// When the group or the option is not there.
    pub async fn choose_in(&self, part: &WebElement, group: &str, option: &str) -> Outcome {
        self.choose_within(Some(part), group, option).await
    }

    async fn choose_within(&self, part: Option<&WebElement>, group: &str, option: &str) -> Outcome {
        until(&format!("«{option}» can be chosen in «{group}»"), async || {
            let Some(scope) = self.look_in(part, "group", group).await? else {
                return Err(self.offered("group").await?.into());
            };
            match self.look_in(Some(&scope), "option", option).await? {
                Some(element) => self.choose_element(&element).await.map(Some),
                None => Ok(None),
            }
        })
        .await
    }

    /// [`Page::click`] in one part of the page.
    ///
    /// # Errors
    /// When it is not there or cannot be clicked.
    pub async fn click_in(&self, part: &WebElement, role: &str, name: &str) -> Outcome {
        until(&format!("{role} «{name}» can be clicked in its part of the page"), async || {
            match self.look_in(Some(part), role, name).await? {
                Some(element) => self.click_element(&element).await.map(Some),
                None => Ok(None),
            }
        })
        .await
    }

    /// The row of a list that the control of that role and name stands in.
    ///
    /// # Errors
    /// When there is no such control, or it stands in no list.
    pub async fn row_of(&self, role: &str, name: &str) -> Outcome<WebElement> {
        let element = self.see_element(role, name).await?;
        let row = self
            .browser
            .driver()
            .execute("return arguments[0].closest('li')", vec![element.to_json()?])
            .await?;
        Ok(row.element()?)
    }

    /// Picks a day in the field with that label, as its calendar does; the calendar itself is the browser's.
    /// The day is ISO 8601.
    ///
    /// # Errors
    /// When there is no such field, or it does not take the day.
    pub async fn pick_day(&self, label: &str, day: &str) -> Outcome {
        let field = self.field(label).await?;
        let pick = "const [field, day] = arguments;
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, day);
            for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";
        self.browser.driver().execute(pick, vec![field.to_json()?, day.into()]).await?;
        self.see_value(label, day).await
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
        let command = Command::PerformActions(Actions::from(sources));
        self.browser.driver().cmd(command).await?;
        Ok(())
    }
}
