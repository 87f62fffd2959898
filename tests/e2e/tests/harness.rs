//! The harness on a site of its own: that it works in three engines, and that each check can fail.

use std::path::PathBuf;
use std::time::Duration;

use e2e::{Engine, Outcome, Server, Size, Spec, Stage, axe, checks, ensure, keyboard, measure, shots};
use thirtyfour::Key;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

fn site(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/harness").join(name)
}

fn good() -> Outcome<Server> {
    Server::serve(site("site"))
}

fn bad() -> Outcome<Server> {
    Server::serve(site("site-bad"))
}

/// All sentences about the harness.
pub fn spec() -> Spec {
    let spec = Spec::new("harness");
    let spec = acting(spec);
    let spec = windows(spec);
    let spec = host(spec);
    let spec = faults(spec);
    let spec = finding(spec);
    figures(spec)
}

/// Puts another button where the counter stands, in the middle of the first press.
const COMES_LATE: &str = "addEventListener('pointerdown', () => {
  const late = document.createElement('button');
  Object.assign(late, { type: 'button', textContent: 'Kom sent', onclick: () => { window.latePressed = true; } });
  Object.assign(late.style, { display: 'block', width: '100%', height: '12rem' });
  document.getElementById('count').before(late);
}, { once: true, capture: true });";

fn acting(spec: Spec) -> Spec {
    spec.for_each_engine("a page is read, filled in, chosen in and clicked", |stage| async move {
        let server = good()?;
        let page = stage.visit(&server).open().await?;
        page.see_heading("Bør vi vente?").await?;
        page.fill("Spørsmålet ditt", "Bør vi dusje når hun sier nei – og samtidig …?").await?;
        page.fill("Spørsmålet ditt", "Ny ordlyd: æøå ÆØÅ").await?;
        page.choose("Hva slags situasjon?", "Gledelig").await?;
        page.click_button("Ta vare på").await?;
        page.see("Tatt vare på: Ny ordlyd: æøå ÆØÅ").await?;
        page.click_button("Tell…").await?;
        page.see("Talt til 1").await?;
        page.not_see("Tatt vare på:").await?;
        page.click_link("Hjem").await?;
        ensure(page.path().await? == "#/hjem", || "the link was not followed".to_owned())?;
        page.fill("Spørsmålet ditt", "").await?;
        let wrong = page.browser().console().await?;
        ensure(wrong.is_empty(), || format!("console: {wrong:?}"))
    })
    .on(
        &[Engine::WebKit],
        "a press that the page moves away from is taken by nobody, and done again",
        |stage| async move {
            let server = good()?;
            let page = stage.visit(&server).open().await?;
            page.see_heading("Bør vi vente?").await?;
            page.browser().run::<()>(COMES_LATE, vec![]).await?;
            page.click_button("Tell en til").await?;
            page.see("Talt til 1").await?;
            page.see_button("Kom sent").await?;
            let pressed: bool = page.browser().run("return window.latePressed === true", vec![]).await?;
            ensure(!pressed, || "what came late was pressed".to_owned())
        },
    )
    .on(
        CHROMIUM,
        "a button that is not there fails, and the failure names those that are",
        |stage| async move {
            let server = good()?;
            let page = stage.visit(&server).open().await?;
            let failure = page.click_button("Finnes ikke").await.err().ok_or("it was clicked")?.to_string();
            ensure(failure.contains("«Ta vare på»"), || failure.clone())?;
            let failure = page.see_within(Duration::from_millis(200), "Finnes ikke").await;
            ensure(failure.is_err(), || "it was seen".to_owned())
        },
    )
    .for_each_engine(
        "the keyboard walks through the page in its order and can be typed on",
        |stage| async move {
            let server = good()?;
            let page = stage.visit(&server).open().await?;
            page.see_heading("Bør vi vente?").await?;
            let stops = keyboard::walk(&page, 12).await?;
            let names = keyboard::names(&stops);
            let expected = ["Spørsmålet ditt", "Vanskelig", "Ta vare på", "Tell en til"];
            ensure(names.starts_with(&expected), || format!("{stops:?}"))?;
            ensure(stops.iter().all(|stop| stop.in_sight), || format!("{stops:?}"))?;
            page.reload().await?;
            page.press(Key::Tab).await?;
            page.see_focus("textbox", "Spørsmålet ditt").await?;
            page.type_keys("skrevet").await?;
            page.see_value("Spørsmålet ditt", "skrevet").await
        },
    )
}

fn windows(spec: Spec) -> Spec {
    spec.for_each_engine("a second window of the same browser shares its storage", |stage| async move {
        let server = good()?;
        let first = stage.visit(&server).open().await?;
        first.fill("Spørsmålet ditt", "felles").await?;
        first.click_button("Ta vare på").await?;
        first.see("Tatt vare på: felles").await?;
        let second = first.second_window("").await?;
        second.see_value("Spørsmålet ditt", "felles").await?;
        let third = first.window_opened_by(async || first.click_link("Nytt vindu").await).await?;
        third.see_heading("Det andre vinduet").await?;
        second.close().await?;
        first.see_heading("Bør vi vente?").await
    })
    .for_each_engine("the page has exactly the size that was asked for, however narrow", |stage| async move {
        let browser = stage.browser().await?;
        for size in [Size::TABLET, Size::KEYBOARD_OPEN, Size::PHONE, Size::NARROWEST] {
            let server = good()?;
            let page = stage.visit(&server).size(size).open_in(&browser).await?;
            page.see_heading("Bør vi vente?").await?;
            let inner: (u32, u32) = page.browser().run("return [innerWidth, innerHeight]", vec![]).await?;
            ensure(inner == (size.width, size.height), || format!("{inner:?} for {size}"))?;
            page.fill("Spørsmålet ditt", "smalt").await?;
            page.reload().await?;
            page.see_value("Spørsmålet ditt", "").await?;
        }
        Ok(())
    })
    .for_each_engine(
        "language, appearance and text size are chosen before the page is opened",
        |stage| async move {
            let server = good()?;
            let page = stage.visit(&server).language("nn").appearance("dark").text_size(200).open().await?;
            page.see_heading("Bør vi vente?").await?;
            let chosen = "const root = document.documentElement;
            return [root.lang, root.dataset.appearance, getComputedStyle(root).fontSize]";
            let chosen: Vec<String> = page.browser().run(chosen, vec![]).await?;
            ensure(chosen == ["nn", "dark", "32px"], || format!("{chosen:?}"))
        },
    )
}

async fn brings_nothing(stage: Stage) -> Outcome {
    let browser = stage.browser().await?;
    let server = good()?;
    let page = stage.visit(&server).appearance("dark").open_in(&browser).await?;
    page.fill("Spørsmålet ditt", "fra scenen før").await?;
    page.click_button("Ta vare på").await?;
    page.see("Tatt vare på: fra scenen før").await?;
    page.second_window("").await?.see_value("Spørsmålet ditt", "fra scenen før").await?;
    browser.driver().goto("http://another-host.example/").await.ok();
    browser.freshen().await?;
    let server = good()?;
    let page = stage.visit(&server).open_in(&browser).await?;
    page.see_value("Spørsmålet ditt", "").await?;
    page.not_see("fra scenen før").await?;
    let stored: u32 = page.browser().run("return localStorage.length", vec![]).await?;
    ensure(stored == 0, || format!("{stored} settings were there already"))?;
    let windows = page.browser().driver().windows().await?.len();
    ensure(windows == 1, || format!("{windows} windows"))?;
    let heard = page.browser().console().await?;
    let left = page.browser().left_the_machine();
    ensure(heard.is_empty() && left.is_empty(), || format!("{heard:?} {left:?}"))
}

fn host(spec: Spec) -> Spec {
    spec.for_each_engine(
        "a browser that goes on to the next scene brings nothing of the last one with it",
        brings_nothing,
    )
    .for_each_engine(
        "the page opens again after the host has stopped, and after it has come back",
        |stage| async move {
            let mut server = good()?;
            let page = stage.visit(&server).open().await?;
            page.see_heading("Bør vi vente?").await?;
            page.ready_offline().await?;
            server.stop()?;
            page.reload().await?;
            page.see_heading("Bør vi vente?").await?;
            page.click_button("Tell en til").await?;
            page.see("Talt til 1").await?;
            server.start()?;
            server.publish(site("site-next"))?;
            let other = stage.visit(&server).open().await?;
            other.see_heading("Utgave 2").await
        },
    )
    .for_each_engine("without a service worker a stopped host is noticed", |stage| async move {
        let mut server = bad()?;
        let page = stage.visit(&server).open().await?;
        page.see_heading("Alt som er galt").await?;
        server.stop()?;
        // The engines differ in whether they call the error page a failure.
        page.browser().driver().goto(server.url()).await.ok();
        page.not_see("Alt som er galt").await
    })
    .for_each_engine(
        "every request is noted, and one that leaves the machine is caught",
        |stage| async move {
            let server = good()?;
            let page = stage.visit(&server).open().await?;
            page.see_heading("Bør vi vente?").await?;
            page.ready_offline().await?;
            let paths: Vec<_> = server.visitors().into_iter().map(|visitor| visitor.path).collect();
            for path in ["/", "/site.js", "/site.css", "/sw.js"] {
                ensure(paths.iter().any(|seen| seen == path), || format!("{path} is not in {paths:?}"))?;
            }
            let host = server.origin().replace("http://", "");
            ensure(server.visitors().iter().all(|visitor| visitor.host == host), || format!("{paths:?}"))?;
            let left = page.browser().left_the_machine();
            ensure(left.is_empty(), || format!("left the machine: {left:?}"))?;
            page.browser().driver().goto("http://another-host.example/").await.ok();
            let left = page.browser().left_the_machine();
            ensure(left.iter().any(|line| line.contains("another-host.example")), || format!("{left:?}"))
        },
    )
    .for_each_engine("what the policy forbids and the console says is told", |stage| async move {
        let server = bad()?;
        let page = stage.visit(&server).open().await?;
        page.see_heading("Alt som er galt").await?;
        e2e::wait::until("the violations have arrived", async || {
            let told = server.violations().join("\n");
            Ok((told.contains("style-src") && told.contains("another-host.example")).then_some(()))
        })
        .await?;
        let mut heard = String::new();
        e2e::wait::until("the console has spoken", async || {
            if stage.engine() == Engine::WebKit {
                page.browser().run::<()>("console.error('en feil som testen skal se')", vec![]).await?;
            }
            heard += &page.browser().console().await?.join("\n");
            Ok(heard.contains("en feil som testen skal se").then_some(()))
        })
        .await
    })
    .on(CHROMIUM, "the site works under a sub-path and nowhere else", |stage| async move {
        let mut server = Server::serve_under(site("site"), "/kommune/refleks/")?;
        let page = stage.visit(&server).open().await?;
        page.see_heading("Bør vi vente?").await?;
        page.ready_offline().await?;
        let strayed: Vec<_> = server.visitors().into_iter().filter(|one| one.status != 200).collect();
        ensure(strayed.is_empty(), || format!("{strayed:?}"))?;
        server.stop()?;
        page.reload().await?;
        page.see_heading("Bør vi vente?").await
    })
}

fn faults(spec: Spec) -> Spec {
    spec.for_each_engine(
        "a killed page is really gone, and what was kept is still there",
        |stage| async move {
            let server = good()?;
            // What is killed in a browser that has been used may be waited for by what was there before.
            let page = stage.visit(&server).open_in(&stage.new_browser().await?).await?;
            for round in 1..=3 {
                let text = format!("runde {round}");
                page.fill("Spørsmålet ditt", &text).await?;
                page.click_button("Ta vare på").await?;
                page.see(&format!("Tatt vare på: {text}")).await?;
                page.add_to("Spørsmålet ditt", " ikke tatt vare på").await?;
                page.kill().await?;
                page.go("").await?;
                page.see("Hentet fram").await?;
                page.see_value("Spørsmålet ditt", &text).await?;
            }
            Ok(())
        },
    )
    .on(
        CHROMIUM,
        "a full device makes the write fail, and room makes it work again",
        |stage| async move {
            let server = good()?;
            let page = stage.visit(&server).quota(4_000_000).open().await?;
            page.fill("Spørsmålet ditt", "mens det er plass").await?;
            page.click_button("Ta vare på").await?;
            page.see("Tatt vare på: mens det er plass").await?;
            page.fill_storage().await?;
            page.fill("Spørsmålet ditt", "uten plass").await?;
            page.click_button("Ta vare på").await?;
            page.see("Ikke tatt vare på: QuotaExceededError").await?;
            page.free_storage().await?;
            page.click_button("Ta vare på").await?;
            page.see("Tatt vare på: uten plass").await
        },
    )
}

fn finding(spec: Spec) -> Spec {
    spec.for_each_engine(
        "axe finds nothing on the good page and the planted faults on the bad one",
        |stage| async move {
            let browser = stage.browser().await?;
            let server = good()?;
            let page = stage.visit(&server).open_in(&browser).await?;
            page.see_heading("Bør vi vente?").await?;
            axe::expect_none(&page).await?;
            let server = bad()?;
            let page = stage.visit(&server).open_in(&browser).await?;
            page.see_heading("Alt som er galt").await?;
            let found = axe::violations(&page).await?;
            let ids: Vec<_> = found.iter().map(|violation| violation.id.as_str()).collect();
            ensure(ids.contains(&"label") && ids.contains(&"color-contrast"), || axe::describe(&found))?;
            let found = axe::violations_in_colour(&page).await?;
            let ids: Vec<_> = found.iter().map(|violation| violation.id.as_str()).collect();
            ensure(ids == ["color-contrast"], || axe::describe(&found))
        },
    )
    .for_each_engine(
        "the checks pass the good page and find each planted fault on the bad one",
        |stage| async move {
            let browser = stage.browser().await?;
            let server = good()?;
            let page = stage.visit(&server).size(Size::KEYBOARD_OPEN).open_in(&browser).await?;
            page.see_heading("Bør vi vente?").await?;
            checks::expect_none("targets", &checks::small_targets(&page).await?)?;
            checks::expect_none("sideways", &checks::sideways(&page).await?)?;
            checks::expect_none("clipped", &checks::clipped(&page).await?)?;
            checks::expect_none("fields", &checks::hidden_fields(&page, &[]).await?)?;
            let server = bad()?;
            let page = stage.visit(&server).size(Size::KEYBOARD_OPEN).open_in(&browser).await?;
            page.see_heading("Alt som er galt").await?;
            let small = checks::small_targets(&page).await?.join("\n");
            ensure(small.contains("Liten") && small.contains("verdi"), || small.clone())?;
            ensure(checks::sideways(&page).await?.join("\n").contains("wide"), || "sideways".to_owned())?;
            ensure(checks::clipped(&page).await?.join("\n").contains("cut"), || "clipped".to_owned())?;
            let hidden = checks::hidden_fields(&page, &[]).await?.join("\n");
            ensure(hidden.contains("covered"), || hidden.clone())
        },
    )
    .for_each_engine("a picture shows the window", |stage| async move {
        let server = good()?;
        let page = stage.visit(&server).appearance("dark").open().await?;
        page.see_heading("Bør vi vente?").await?;
        let file = shots::take(page.browser(), &format!("harness/{}", stage.engine())).await?;
        let (width, height) = png_size(&std::fs::read(file)?)?;
        ensure((width, height) == (1180, 820), || format!("{width}×{height}"))
    })
    .on(
        &[Engine::Chromium, Engine::Firefox],
        "a print is a PDF that can be looked at",
        |stage| async move {
            let server = good()?;
            let page = stage.visit(&server).open().await?;
            page.see_heading("Bør vi vente?").await?;
            let pdf = page.browser().print().await?;
            let sheets = shots::look_at_print(&pdf, &format!("harness-{}", stage.engine()))?;
            ensure(sheets.len() == 1, || format!("{sheets:?}"))
        },
    )
}

fn figures(spec: Spec) -> Spec {
    spec.on(CHROMIUM, "a slow tablet is slower than this machine, and its first answer is measured", |stage| {
        async move {
            let server = good()?;
            let probe = measure::Probe { control: "#count", answer: "#kept:not(:empty)" };
            let browser = stage.new_browser().await?;
            probe.arm(&browser).await?;
            let page = stage.visit(&server).open_in(&browser).await?;
            let quick = probe.open(&page, "?quick").await?;
            measure::Slow::TABLET.apply(&browser).await?;
            let slow = probe.open(&page, "second.html?not-there").await;
            ensure(slow.is_err(), || "a page without the control was measured".to_owned())?;
            let elsewhere = good()?;
            let page = stage.visit(&elsewhere).path("second.html").open_in(&browser).await?;
            let slow = probe.open(&page, "").await?;
            ensure(quick.first_words > 0.0 && slow.usable > quick.usable + 150.0, || {
                format!("{quick:?} {slow:?}")
            })
        }
    })
    .on(CHROMIUM, "taps and keys are timed to the next frame, and memory is counted", |stage| async move {
        let server = good()?;
        let browser = stage.new_browser().await?;
        measure::watch_memory(&browser).await?;
        let page = stage.visit(&server).open_in(&browser).await?;
        page.see_heading("Bør vi vente?").await?;
        measure::watch_frames(&page).await?;
        for _ in 0..5 {
            page.click_button("Tell en til").await?;
        }
        page.fill("Spørsmålet ditt", "ti tegn nå").await?;
        let taps = measure::frames(&page, "pointer").await?;
        let keys = measure::frames(&page, "key").await?;
        ensure(taps.len() == 6 && keys.len() == 10, || format!("{taps:?} {keys:?}"))?;
        let before = measure::memory(&page).await?;
        let grow = "const module = new Uint8Array([0,97,115,109,1,0,0,0,5,4,1,0,160,7,7,5,1,1,109,2,0]);
            const done = arguments[0]; WebAssembly.instantiate(module).then(() => done(null), (error) => done(String(error)));";
        let refused: Option<String> = page.browser().run_later(grow, vec![]).await?;
        ensure(refused.is_none(), || format!("{refused:?}"))?;
        let after = measure::memory(&page).await?;
        // 928 pages of 64 KiB.
        ensure(after - before > 60_000_000.0, || format!("{before} {after}"))
    })
}

/// Width and height from a PNG's header.
fn png_size(png: &[u8]) -> Outcome<(u32, u32)> {
    let number = |at: usize| -> Outcome<u32> {
        let bytes: [u8; 4] = png.get(at..at + 4).ok_or("not a picture")?.try_into()?;
        Ok(u32::from_be_bytes(bytes))
    };
    Ok((number(16)?, number(20)?))
}
