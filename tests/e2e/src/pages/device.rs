//! What lies on the device, read past the app: its database, byte by byte, and everything else that a page can
//! keep. And what is put there past the app, for the tests of what the app does when it finds it.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Page;
use crate::server::TEST_PAGES;
use crate::{Outcome, ensure};

const RECORDS: &str = include_str!("../js/records.js");
const ALL_READ: &str = concat!(include_str!("../js/database.js"), include_str!("../js/all_read.js"));
const PLANT: &str = concat!(include_str!("../js/database.js"), include_str!("../js/plant.js"));
const PUT: &str = concat!(include_str!("../js/database.js"), include_str!("../js/put.js"));
const KEPT_TEXT: &str = include_str!("../js/kept_text.js");
const TYPE_ON: &str = include_str!("../js/type_on.js");
const HOLD_DATABASE: &str = include_str!("../js/hold_database.js");
const CATCH_FILES: &str = include_str!("../js/catch_files.js");

/// A record as it lies in the database.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct RawRecord {
    /// Its key.
    pub id: String,
    /// Its fields but the payload, as JSON.
    pub envelope: Value,
    /// The payload as text; none where there is none.
    pub payload: Option<String>,
}

impl RawRecord {
    /// The kind that stands in the envelope.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.envelope["kind"].as_str().unwrap_or_default()
    }

    /// What the payload says.
    ///
    /// # Errors
    /// When there is none, or it is no JSON.
    pub fn value(&self) -> Outcome<Value> {
        let payload = self.payload.as_deref().ok_or_else(|| format!("{} has no payload", self.id))?;
        Ok(serde_json::from_str(payload)?)
    }

    /// Whether it is the mark of something forgotten: an envelope without content and without a time.
    #[must_use]
    pub fn is_mark(&self) -> bool {
        self.payload.is_none() && self.envelope["forgotten"] == true && self.envelope["updated_ms"] == 0
    }
}

/// The time between two letters of [`Page::type_on`], milliseconds: quicker than anybody writes on a tablet.
const TYPING_MS: u32 = 35;

/// How many letters stood in a field when, milliseconds since 1970: the last hundred.
#[derive(Debug, Clone)]
pub struct Typed(Vec<(usize, u64)>);

impl Typed {
    /// How many letters stood in the field at the end.
    #[must_use]
    pub fn all(&self) -> usize {
        self.0.last().map_or(0, |(letters, _)| *letters)
    }

    /// How many letters were older than this at the end, milliseconds. While a busy machine lets the page stand
    /// still, its clock stands still as well: a pause between two letters counts as twice the usual one at most.
    #[must_use]
    pub fn older_than(&self, age_ms: u64) -> usize {
        let mut age = 0;
        for pair in self.0.windows(2).rev() {
            let [(letters, at), (_, next)] = pair else { continue };
            age += next.saturating_sub(*at).min(2 * u64::from(TYPING_MS));
            if age > age_ms {
                return *letters;
            }
        }
        0
    }

    /// The text that so many letters are.
    #[must_use]
    pub fn text(letters: usize) -> String {
        "abcdefghij".chars().cycle().take(letters).collect()
    }
}

/// How a record is to be spoiled.
#[derive(Debug, Clone, Copy)]
pub enum Spoil {
    /// A byte of the payload is another one.
    Damage,
    /// It says, in all order, that a later version of the app wrote it.
    FromTheFuture,
}

impl Page {
    /// Every record of the app's database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn records(&self) -> Outcome<Vec<RawRecord>> {
        self.here().await?;
        self.browser.run_later(RECORDS, vec![]).await
    }

    /// Ends the test when any of these words lies anywhere where a page can keep something: database, local and
    /// session storage, caches.
    ///
    /// # Errors
    /// The words that were found, and where.
    pub async fn holds_nothing_of(&self, words: &[&str]) -> Outcome {
        self.here().await?;
        let found: Vec<String> = self.browser.run_later(KEPT_TEXT, vec![json!(words)]).await?;
        ensure(found.is_empty(), || format!("still on the device:\n    {}", found.join("\n    ")))
    }

    /// Ends the test unless every record of a session is the mark of something forgotten.
    ///
    /// # Errors
    /// When something else is left, or not even a mark.
    pub async fn holds_only_marks(&self) -> Outcome {
        let records = self.records().await?;
        let of_sessions = records.iter().filter(|record| record.kind() != "preferences");
        let left: Vec<_> = of_sessions.clone().filter(|record| !record.is_mark()).collect();
        ensure(left.is_empty(), || format!("{left:#?}"))?;
        ensure(of_sessions.count() > 0, || {
            "there is not even a mark: a backup would bring it back".to_owned()
        })
    }

    /// Ends the test unless each of these words lies somewhere on the device: the proof that
    /// [`Page::holds_nothing_of`] would have found them.
    ///
    /// # Errors
    /// The words that were not found.
    pub async fn holds_all_of(&self, words: &[&str]) -> Outcome {
        self.here().await?;
        let found: Vec<String> = self.browser.run_later(KEPT_TEXT, vec![json!(words)]).await?;
        let missing: Vec<_> = words
            .iter()
            .filter(|word| !found.iter().any(|line| line.starts_with(&format!("«{word}»"))))
            .collect();
        ensure(missing.is_empty(), || format!("not on the device: {missing:?}; found: {found:?}"))
    }

    /// Spoils a record past the app.
    ///
    /// # Errors
    /// When there is no such record.
    pub async fn spoil(&self, id: &str, how: Spoil) -> Outcome {
        self.here().await?;
        let how = match how {
            Spoil::Damage => "damage",
            Spoil::FromTheFuture => "newer",
        };
        let done: bool = self.browser.run_later(PLANT, vec![id.into(), how.into()]).await?;
        ensure(done, || format!("there is no record {id}"))
    }

    /// Puts records on the device past the app, from a page that is not the app: each by its key, its kind and what
    /// it holds, in the first version of its kind. [`Page::go`] leads back to the app, which finds them there.
    ///
    /// # Errors
    /// When they cannot be put there.
    pub async fn put_past_the_app(&self, records: &[(impl AsRef<str>, &str, Value)]) -> Outcome {
        self.leave_app().await?;
        let records = records.iter();
        let records =
            records.map(|(id, kind, payload)| json!([id.as_ref(), kind, payload.to_string()])).collect();
        let refused: Option<String> = self.browser.run_later(PUT, vec![records]).await?;
        ensure(refused.is_none(), || format!("they cannot be put there: {}", refused.unwrap_or_default()))
    }

    /// Leaves the app for an empty page, as soon as the app has its database open and has read everything. What is
    /// left while it reads never ends in WebKit, and whoever wants to write there afterwards waits for ever.
    ///
    /// # Errors
    /// When the app does not come to rest.
    pub async fn leave_app(&self) -> Outcome {
        self.has_its_database().await?;
        self.settled().await?;
        self.all_read().await?;
        self.go(&format!("{TEST_PAGES}empty")).await
    }

    /// Waits until the app's database has answered all that it was asked.
    ///
    /// # Errors
    /// When it does not.
    pub(super) async fn all_read(&self) -> Outcome {
        self.here().await?;
        let failed: Option<String> = self.browser.run_later(ALL_READ, vec![]).await?;
        ensure(failed.is_none(), || format!("the app still reads: {}", failed.unwrap_or_default()))
    }

    /// Waits until the app has made its database.
    ///
    /// # Errors
    /// When it does not.
    async fn has_its_database(&self) -> Outcome {
        let made = "const done = arguments[0];
            indexedDB.databases().then((all) => done(all.some((one) => one.name === 'refleks')), () => done(false));";
        crate::wait::until("the app has its database", async || {
            self.here().await?;
            Ok(self.browser.run_later::<bool>(made, vec![]).await?.then_some(()))
        })
        .await
    }

    /// Types into the field with that label from now on and does not stop by itself; answers when so many letters
    /// are typed. Afterwards, in whatever window, [`Page::typed`] tells what there was.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn type_on(&self, label: &str, letters: u32) -> Outcome {
        let field = self.field(label).await?;
        self.browser.driver().execute(TYPE_ON, vec![field.to_json()?, TYPING_MS.into()]).await?;
        crate::wait::until(&format!("{letters} letters are typed"), async || {
            let typed: u32 = self.browser.run("return window.e2eTyped", vec![]).await?;
            Ok((typed >= letters).then_some(()))
        })
        .await
    }

    /// When the last letters of [`Page::type_on`] were typed.
    ///
    /// # Errors
    /// When nothing was.
    pub async fn typed(&self) -> Outcome<Typed> {
        self.here().await?;
        let read = "return JSON.parse(localStorage.getItem('e2e.typed'))";
        Ok(Typed(self.browser.run(read, vec![]).await?))
    }

    /// Opens the app's database from this window as well and does not let go when the app asks for it, until
    /// [`Page::let_database_go`].
    ///
    /// # Errors
    /// When it cannot be opened.
    pub async fn hold_database(&self) -> Outcome {
        self.here().await?;
        let held: bool = self.browser.run_later(HOLD_DATABASE, vec![]).await?;
        ensure(held, || "the database cannot be held".to_owned())
    }

    /// Lets go of it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn let_database_go(&self) -> Outcome {
        self.here().await?;
        self.browser.run("window.e2eHeld.close()", vec![]).await
    }

    /// Sets the clock of the page forward. It goes on from there, until the page is loaded anew.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn move_clock(&self, minutes: u32) -> Outcome {
        self.here().await?;
        // Firefox gives a script a Date of its own; the page's is that of its window.
        let forward = "const date = window.Date;
            const real = window.e2eRealNow ??= date.now.bind(date);
            const ahead = window.e2eAhead = (window.e2eAhead ?? 0) + arguments[0] * 60_000;
            date.now = () => real() + ahead";
        self.browser.run(forward, vec![minutes.into()]).await
    }

    /// From here on the texts of files that the page hands out are noted as well; the browser still saves them.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn catch_files(&self) -> Outcome {
        self.here().await?;
        self.browser.run(CATCH_FILES, vec![]).await
    }

    /// [`Page::catch_files`], and the browser saves none of them: WebKit shows each that it has saved in a bar, which
    /// takes its room from the page.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn catch_files_unsaved(&self) -> Outcome {
        self.catch_files().await?;
        let leave = "HTMLAnchorElement.prototype.click = () => {}";
        self.browser.run(leave, vec![]).await
    }

    /// The file that the page has handed out since [`Page::catch_files`] and that was not asked for yet.
    ///
    /// # Errors
    /// When none comes.
    pub async fn file(&self) -> Outcome<String> {
        let take = "return (window.e2eFiles ?? []).shift() ?? null";
        crate::wait::until("a file has been handed out", async || {
            self.here().await?;
            self.browser.run::<Option<String>>(take, vec![]).await
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_as_old_as_the_page_has_run_since() {
        let steady = Typed((1..=40).map(|n| (n, n as u64 * 35)).collect());
        assert_eq!(steady.older_than(500), 25);
        assert_eq!(steady.older_than(0), 39);
        let stalled = Typed(vec![(1, 0), (2, 35), (3, 1_000), (4, 1_035)]);
        assert_eq!(stalled.older_than(100), 2);
        assert_eq!(stalled.older_than(500), 0);
    }
}
