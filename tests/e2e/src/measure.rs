//! Figures in Chromium as a four-year-old tablet on a poor line would give them.
//!
//! What an app must offer for a figure is given by the caller as selectors; nothing here knows a screen.

use serde::Deserialize;
use serde_json::json;

use crate::wait::until;
use crate::{Browser, Outcome, Page};

const PROBE: &str = include_str!("js/probe.js");
const FRAMES: &str = include_str!("js/frames.js");
const MEMORY: &str = include_str!("js/memory.js");

/// A slower machine and line.
#[derive(Debug, Clone, Copy)]
pub struct Slow {
    /// How many times slower the processor is.
    pub cpu: f64,
    /// The line, in bits a second; `None` leaves it as it is.
    pub bits_per_second: Option<f64>,
    /// The way there and back, in milliseconds.
    pub latency: f64,
}

impl Slow {
    /// A four-year-old tablet on 1.6 Mbit/s with 150 ms.
    pub const TABLET: Self = Self { cpu: 4.0, bits_per_second: Some(1_600_000.0), latency: 150.0 };

    /// Makes the current page's target this slow. A service worker has a line of its own, which stays quick.
    ///
    /// # Errors
    /// When this is not Chromium.
    pub async fn apply(self, browser: &Browser) -> Outcome {
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": self.cpu })).await?;
        if let Some(bits) = self.bits_per_second {
            browser.devtools("Network.enable", json!({})).await?;
            let line = json!({
                "offline": false, "latency": self.latency,
                "downloadThroughput": bits / 8.0, "uploadThroughput": bits / 8.0,
            });
            browser.devtools("Network.emulateNetworkConditions", line).await?;
        }
        Ok(())
    }
}

/// What a first or a later visit felt like, in milliseconds since the address was entered.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Opening {
    /// When the first words were painted.
    pub first_words: f64,
    /// When the app itself answered the first tap that it could.
    pub usable: f64,
    /// Bytes that came over the line for the page, its worker's own loading left out.
    pub bytes: f64,
}

/// The control that is tapped as soon as it is there, and the sign that the app, not the start screen, answered.
#[derive(Debug, Clone, Copy)]
pub struct Probe<'a> {
    /// A selector for the control.
    pub control: &'a str,
    /// A selector that matches only after the app has answered.
    pub answer: &'a str,
}

impl Probe<'_> {
    /// From now on each page that this window opens taps by itself.
    ///
    /// # Errors
    /// When this is not Chromium.
    pub async fn arm(self, browser: &Browser) -> Outcome {
        let script = format!(
            "const CONTROL = {}; const ANSWER = {};\n{PROBE}",
            json!(self.control),
            json!(self.answer)
        );
        run_on_every_page(browser, &format!("{{{script}}}")).await
    }

    /// Opens the page and answers how long it took.
    ///
    /// # Errors
    /// When the app never answers.
    pub async fn open(self, page: &Page, path: &str) -> Outcome<Opening> {
        page.go(path).await?;
        until(&format!("the app answers at «{}»", self.control), async || {
            page.browser().run("return window.__e2eOpening ?? null", vec![]).await
        })
        .await
    }
}

/// Measures every tap and key from now on, until the next frame has been painted.
///
/// # Errors
/// When the browser does not answer.
pub async fn watch_frames(page: &Page) -> Outcome {
    page.here().await?;
    page.browser().run(FRAMES, vec![]).await
}

/// The measured times since the last call, in milliseconds: `pointer` for taps, `key` for typing.
///
/// # Errors
/// When [`watch_frames`] was not called on this page.
pub async fn frames(page: &Page, kind: &str) -> Outcome<Vec<f64>> {
    page.here().await?;
    let take = "const [kind, done] = arguments;
        requestAnimationFrame(() => setTimeout(() => {
          const times = window.__e2eFrames[kind]; window.__e2eFrames[kind] = []; done(times);
        }, 50));";
    page.browser().run_later(take, vec![kind.into()]).await
}

/// How long the page has worked so far, in milliseconds: script, style and layout together (Chromium).
///
/// # Errors
/// When this is not Chromium.
pub async fn worked(browser: &Browser) -> Outcome<f64> {
    browser.devtools("Performance.enable", json!({})).await?;
    let told = browser.devtools("Performance.getMetrics", json!({})).await?;
    let all = told["metrics"].as_array().cloned().unwrap_or_default();
    let of = |name: &str| {
        let found = all.iter().find(|metric| metric["name"] == name);
        found.and_then(|metric| metric["value"].as_f64()).ok_or_else(|| format!("no metric «{name}»"))
    };
    Ok((of("ScriptDuration")? + of("RecalcStyleDuration")? + of("LayoutDuration")?) * 1000.0)
}

/// Remembers every task of 50 ms or more from now on.
///
/// # Errors
/// When the browser does not answer.
pub async fn watch_long_tasks(page: &Page) -> Outcome {
    let watch = "window.__e2eLong = [];
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.__e2eLong.push(entry.duration); })
          .observe({ entryTypes: ['longtask'] });";
    page.here().await?;
    page.browser().run(watch, vec![]).await
}

/// How long the longest of them was, in milliseconds; 0 where there was none.
///
/// # Errors
/// When [`watch_long_tasks`] was not called on this page.
pub async fn longest_task(page: &Page) -> Outcome<f64> {
    page.here().await?;
    page.browser().run("return Math.max(0, ...window.__e2eLong)", vec![]).await
}

/// Runs a script before every page's own scripts (Chromium).
///
/// # Errors
/// When this is not Chromium.
pub async fn run_on_every_page(browser: &Browser, source: &str) -> Outcome {
    browser.devtools("Page.enable", json!({})).await?;
    let script = json!({ "source": source });
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", script).await.map(|_| ())
}

/// Remembers the WebAssembly memories of every page from now on, so that [`memory`] can count them.
///
/// # Errors
/// When this is not Chromium.
pub async fn watch_memory(browser: &Browser) -> Outcome {
    run_on_every_page(browser, MEMORY).await
}

/// Bytes in use after a forced collection: the WebAssembly memory and the JavaScript heap.
///
/// # Errors
/// When this is not Chromium.
pub async fn memory(page: &Page) -> Outcome<f64> {
    page.here().await?;
    let browser = page.browser();
    browser.devtools("HeapProfiler.enable", json!({})).await?;
    browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    browser.devtools("Performance.enable", json!({})).await?;
    let answer = browser.devtools("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().cloned().unwrap_or_default();
    let heap = metrics
        .iter()
        .find(|metric| metric["name"] == "JSHeapUsedSize")
        .and_then(|metric| metric["value"].as_f64())
        .ok_or("Chromium told no heap size")?;
    let pages = "return (window.__e2eMemories ?? []).reduce((sum, one) => sum + one.buffer.byteLength, 0)";
    Ok(heap + browser.run::<f64>(pages, vec![]).await?)
}

/// The value below which `share` (0–1) of the times lie; the nearest rank. `None` without times.
#[must_use]
pub fn percentile(times: &[f64], share: f64) -> Option<f64> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        clippy::cast_possible_truncation,
        reason = "a rank in a list that fits in memory"
    )]
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_percentile_is_a_value_that_was_measured() {
        let times: Vec<f64> = (1..=20).map(f64::from).collect();
        assert_eq!(percentile(&times, 0.95), Some(19.0));
        assert_eq!(percentile(&times, 0.5), Some(10.0));
        assert_eq!(percentile(&[7.0], 0.95), Some(7.0));
        assert_eq!(percentile(&[], 0.95), None);
    }
}
