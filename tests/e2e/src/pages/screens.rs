//! Every screen of the app, as one line each, for whoever wants to look at all of them: accessibility, layout,
//! pictures.
//!
//! Nothing here knows a word of the app: screens are reached by address, and what is on the device is planted,
//! so that a tour is the same in all languages.

use std::time::Duration;

use super::Page;
use crate::server::TEST_PAGES;
use crate::wait::until;
use crate::{Outcome, ensure};

const FURNISH: &str = concat!(include_str!("../js/database.js"), include_str!("../js/furnish.js"));
const UNFOLD: &str = include_str!("../js/unfold.js");

/// What is done with a screen after its address has been opened.
#[derive(Debug, Clone, Copy)]
enum Then {
    /// Everything that folds out is opened.
    Unfold,
    /// This is clicked.
    Click(&'static str),
    /// This is written into the first field.
    Write(&'static str),
}

/// One screen in one state.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Its name, as files are named.
    pub name: &'static str,
    path: &'static str,
    empty_device: bool,
    /// A window with a role of its own.
    is_a_window: bool,
    then: &'static [Then],
}

const fn screen(name: &'static str, path: &'static str, then: &'static [Then]) -> Screen {
    Screen { name, path, empty_device: false, is_a_window: false, then }
}

const fn first_time(name: &'static str, path: &'static str) -> Screen {
    Screen { name, path, empty_device: true, is_a_window: false, then: &[] }
}

const fn window(name: &'static str, path: &'static str) -> Screen {
    Screen { name, path, empty_device: false, is_a_window: true, then: &[] }
}

/// A choice on the screen where a reflection ends, counted from one.
const KEEP_SUMMARY: &str = ".tile:has([name=keep]):nth-of-type(2)";
const KEEP_ALL: &str = ".tile:has([name=keep]):nth-of-type(3)";

/// A call to the last of whom one can call, and what is done in it. Under the request, the first thing that can be
/// said is a clear wish, and the last the next check.
const CALL: Then = Then::Click(".practice-call > .ds-button");
const TWO: Then = Then::Click(".practice-receivers .chip");
const RECEIVER: Then = Then::Click(".practice-receivers .ds-button:last-child");
const TAKE: Then = Then::Click(".private-main .ds-button");
const ON: Then = Then::Click(".actionbar-forward .ds-button:last-child");
const SAY: Then = Then::Click(".call fieldset:nth-of-type(1) .chip:first-of-type");
const WISH: Then = Then::Click(".call fieldset:nth-of-type(5) .chip:first-of-type");
const NEXT_CHECK: Then = Then::Click(".call fieldset:nth-of-type(5) .chip:last-of-type");
const CALL_ANSWER: &[Then] = &[CALL, RECEIVER, WISH, NEXT_CHECK, ON];
const CALL_READ_BACK: &[Then] =
    &[CALL, RECEIVER, WISH, NEXT_CHECK, ON, ON, Then::Click(".actionbar-forward .ds-button:first-child")];
const CALL_OF_TWO: &[Then] = &[CALL, TWO, RECEIVER, Then::Unfold];

/// What waits to be put in order in a lesson.
const FIRST_WAITING: Then = Then::Click(".lesson-halves li:first-child button");
const SEVERAL: &[Then] = &[Then::Click(".tile:nth-of-type(1)"), Then::Click(".tile:nth-of-type(3)"), ON];

/// A lesson in a group: hands are counted; on without the reasons; the room's face in this window.
const COUNTED: Then = Then::Click(".talk-screen .chip:last-child");
const PASS: Then = Then::Click(".actionbar-forward .ds-button:first-child");
const TALK_ROOM: Then = Then::Click(".talk-guide .ds-button:first-child");

/// All screens. A new one is one line.
pub const SCREENS: &[Screen] = &[
    first_time("home-first-time", "#/"),
    first_time("archive-empty", "#/refleksjon/arkiv"),
    first_time("ideas-empty", "#/refleksjon/ideer"),
    first_time("practices-empty", "#/refleksjon/praksis"),
    first_time("workshop-empty", "#/veileder"),
    screen("home", "#/", &[]),
    screen("home-open", "#/", &[Then::Unfold]),
    screen("reflection", "#/refleksjon", &[]),
    screen("archive", "#/refleksjon/arkiv", &[]),
    screen("archive-none", "#/refleksjon/arkiv", &[Then::Write("zzz")]),
    screen("case", "#/refleksjon/sak/dusj", &[]),
    screen("case-open", "#/refleksjon/sak/dusj", &[Then::Unfold]),
    screen("library", "#/refleksjon/saker", &[]),
    screen("library-open", "#/refleksjon/saker", &[Then::Unfold]),
    screen("library-found", "#/refleksjon/saker", &[Then::Write("dusj")]),
    screen("library-none", "#/refleksjon/saker", &[Then::Write("zzz")]),
    screen("glossary", "#/refleksjon/ordliste", &[]),
    screen("glossary-none", "#/refleksjon/ordliste", &[Then::Write("zzz")]),
    screen("term", "#/refleksjon/ordliste/samtykke", &[]),
    screen("laws", "#/refleksjon/lover", &[]),
    screen("law", "#/refleksjon/lover/pbrl-4-1", &[]),
    screen("law-explained", "#/refleksjon/lover/hpl-7", &[Then::Click(".explained .term")]),
    screen("blank-problem", "#/refleksjon/blank/steg/problem", &[]),
    screen("blank-parties", "#/refleksjon/blank/steg/parties", &[]),
    screen("blank-overall", "#/refleksjon/blank/steg/overall", &[]),
    screen("problem", "#/refleksjon/whole/steg/problem", &[Then::Unfold]),
    screen("facts", "#/refleksjon/whole/steg/facts", &[Then::Unfold]),
    screen("parties", "#/refleksjon/whole/steg/parties", &[]),
    screen("parties-open", "#/refleksjon/whole/steg/parties", &[Then::Unfold]),
    screen("values", "#/refleksjon/whole/steg/values", &[]),
    screen("values-open", "#/refleksjon/whole/steg/values", &[Then::Unfold]),
    screen("alternatives", "#/refleksjon/whole/steg/alternatives", &[]),
    screen("alternatives-open", "#/refleksjon/whole/steg/alternatives", &[Then::Unfold]),
    screen("overall", "#/refleksjon/whole/steg/overall", &[Then::Unfold]),
    screen("language-menu", "#/refleksjon/whole/steg/facts", &[Then::Click(".topbar-tools button")]),
    screen("said-last", "#/refleksjon/gathering", &[Then::Unfold]),
    screen(
        "group-gathering-open",
        "#/refleksjon/gathering",
        &[Then::Click(".actionbar .ds-button:last-child"), Then::Unfold],
    ),
    screen("follow-up", "#/refleksjon/summed/sist", &[]),
    first_time("cards-first-time", "#/kort"),
    screen("cards", "#/kort", &[Then::Unfold]),
    screen("deck", "#/kort/stokk/sykehjem", &[]),
    screen("card-claim", "#/kort/sh-kake", &[]),
    screen("card-case", "#/kort/sh-jakka", &[Then::Unfold]),
    screen("card-choose", "#/kort/sh-jakka", &[Then::Click(".actionbar .ds-button:last-child")]),
    screen("card-talk", "#/kort/sh-jakka", &[Then::Click(".actionbar .ds-button:first-child"), Then::Unfold]),
    screen(
        "card-handover",
        "#/kort/te-frakken",
        &[Then::Click(".counter-button:last-child"), Then::Click(".actionbar .ds-button:last-child")],
    ),
    first_time("simulation-first-time", "#/oving"),
    screen("simulation", "#/oving", &[]),
    screen("scenario", "#/oving/scenario/hjerneslag", &[Then::Unfold]),
    screen("bedside", "#/oving/bedside", &[]),
    screen("bedside-open", "#/oving/bedside", &[Then::Unfold]),
    screen(
        "isbar-call",
        "#/oving/bedside",
        &[
            Then::Click(".practice-call > .ds-button"),
            Then::Click(".practice-receivers .ds-button:last-child"),
            Then::Unfold,
        ],
    ),
    screen("call-answer", "#/oving/bedside", CALL_ANSWER),
    screen("call-read-back", "#/oving/bedside", CALL_READ_BACK),
    screen("call-handover", "#/oving/bedside", CALL_OF_TWO),
    screen("call-sheet", "#/oving/bedside", &[CALL, TWO, RECEIVER, TAKE]),
    screen("call-between", "#/oving/bedside", &[CALL, TWO, RECEIVER, TAKE, ON]),
    screen("call-heard", "#/oving/bedside", &[CALL, TWO, RECEIVER, TAKE, ON, TAKE]),
    screen("call-compared", "#/oving/bedside", &[CALL, TWO, RECEIVER, TAKE, ON, TAKE, ON, TAKE, SAY, ON]),
    screen("sheets", "#/oving/ark", &[]),
    screen("sheet", "#/oving/ark/G01QBJ", &[]),
    screen("sheet-wrong", "#/oving/ark/AAAAAA", &[]),
    screen("debrief", "#/oving/talked", &[]),
    screen("scenario-lead", "#/oving/scenario/urosepsis", &[Then::Click(".tile:nth-of-type(4) [name=mode]")]),
    screen("watching", "#/oving/watching", &[]),
    screen("watched", "#/oving/watched", &[]),
    screen("instructor", "#/oving/led", &[Then::Unfold]),
    screen(
        "instructor-monitor",
        "#/oving/led",
        &[Then::Click(".instructor .ds-button[data-variant=tertiary]")],
    ),
    screen("group-bedside", "#/oving/shared", &[]),
    screen("drills", "#/oving/drill", &[]),
    screen("drill-news2", "#/oving/drill/news2", &[]),
    screen(
        "drill-answered",
        "#/oving/drill/news2-spo2-2",
        &[Then::Click(".drill-answers button:first-child")],
    ),
    screen(
        "drill-sort",
        "#/oving/drill/isbar-sort",
        &[Then::Click(".drill-answers button:last-child"), Then::Unfold],
    ),
    screen(
        "drill-order",
        "#/oving/drill/isbar-order",
        &[
            Then::Click(".drill-facts .chip:nth-of-type(5)"),
            Then::Click(".drill-facts .chip:nth-of-type(6)"),
            Then::Click(".drill-facts .chip:nth-of-type(4)"),
            Then::Click(".drill-columns section .ds-button:not([data-icon])"),
        ],
    ),
    screen(
        "debrief-explored",
        "#/oving/talked",
        &[
            Then::Click(".explore .chips label:first-child"),
            Then::Click(".explore fieldset:nth-of-type(2) label:first-child"),
        ],
    ),
    first_time("lessons-first-time", "#/laring"),
    screen("lessons", "#/laring", &[]),
    screen("lessons-due-open", "#/laring", &[Then::Unfold]),
    screen("lesson", "#/laring/uenighet", &[]),
    screen("lesson-fork", "#/laring/tvang", &[]),
    screen("lesson-line", "#/laring/selvbestemmelse", &[]),
    screen("lesson-bands", "#/laring/sma-tegn", &[]),
    screen("lesson-balance", "#/laring/bilder", &[]),
    screen("lesson-single", "#/laring/habilitet", &[]),
    screen("lesson-several", "#/laring/apenhet", SEVERAL),
    screen("lesson-order", "#/laring/innkjop", &[FIRST_WAITING, FIRST_WAITING]),
    screen("lesson-match", "#/laring/gaver", &[Then::Click(".lesson-halves li:last-child button")]),
    screen("lesson-sort", "#/laring/isbar", &[Then::Click(".actionbar-forward .ds-button:first-child")]),
    screen("lesson-sorted", "#/laring/isbar", &[]),
    screen("lesson-in-order", "#/laring/seks-trinn", &[]),
    screen("lesson-number", "#/laring/news2", &[]),
    screen("lesson-case", "#/laring/likeverd", &[Then::Click(".lesson-choices li:first-child button")]),
    screen("lesson-standpoint", "#/laring/vare", &[Then::Click(".tile:first-of-type"), ON]),
    screen("lesson-end", "#/laring/verdighet", &[Then::Unfold]),
    screen("lesson-unknown", "#/laring/finnes-ikke", &[]),
    screen("talk-opening", "#/laring/verdighet/gruppe", &[Then::Unfold]),
    screen("talk-question", "#/laring/verdighet/gruppe", &[ON]),
    screen("talk-counted", "#/laring/verdighet/gruppe", &[ON, COUNTED]),
    screen("talk-reasons", "#/laring/verdighet/gruppe", &[ON, COUNTED, ON]),
    screen("talk-sorted", "#/laring/verdighet/gruppe", &[ON, PASS, PASS]),
    screen("talk-room", "#/laring/verdighet/gruppe", &[ON, COUNTED, TALK_ROOM]),
    screen("talk-talk", "#/laring/verdighet/gruppe", &[PASS, Then::Unfold]),
    screen("talk-close", "#/laring/verdighet/gruppe", &[PASS, ON]),
    screen("talk-logged", "#/laring/verdighet/gruppe", &[PASS, ON, Then::Click(".panel .row .ds-button")]),
    screen("talks", "#/laring/gruppe", &[Then::Unfold]),
    screen("paths", "#/laring/pakker", &[]),
    screen("path-start", "#/laring/pakker/nyansatt", &[]),
    screen("path", "#/laring/pakker/nyansatt", &[Then::Click(".panel .ds-button"), Then::Unfold]),
    screen("standard", "#/laring/standard", &[]),
    screen("who-is-who", "#/laring/hvem", &[]),
    screen("who-is-who-form", "#/laring/hvem", &[Then::Click(".measure > .row .ds-button")]),
    screen("log", "#/laring/logg", &[]),
    screen("appraisal", "#/laring/samtale", &[]),
    screen("diploma-not-yet", "#/laring/pakker/nyansatt/diplom", &[]),
    screen("own-standard", "#/veileder/standard", &[]),
    screen("ideas", "#/refleksjon/ideer", &[]),
    screen("idea-blank", "#/refleksjon/ideer/blank", &[]),
    screen("idea-draft", "#/refleksjon/ideer/draft", &[]),
    screen("idea", "#/refleksjon/ideer/taken", &[]),
    screen("practices", "#/refleksjon/praksis", &[]),
    screen("practice-draft", "#/refleksjon/praksis/draft", &[]),
    screen("practice-due", "#/refleksjon/praksis/due", &[]),
    screen("group-end", "#/refleksjon/underway/slutt", &[]),
    screen("meeting-marks", "#/refleksjon/revealed/slutt", &[]),
    screen("meeting-turn", "#/refleksjon/marking", &[Then::Click(".private-main button")]),
    screen("group-leader", "#/refleksjon/underway/slutt", &[Then::Click("main .chips label:last-child")]),
    screen("group-rules", "#/refleksjon/rules", &[]),
    screen("group-lead", "#/refleksjon/underway", &[Then::Click(".lead-help > button"), Then::Unfold]),
    screen(
        "group-seats",
        "#/refleksjon/underway",
        &[Then::Click(".lead-tools button:has([href=\"#sign-group\"])")],
    ),
    screen(
        "group-perspectives",
        "#/refleksjon/underway",
        &[
            Then::Click(".lead-tools button:has([href=\"#sign-group\"])"),
            Then::Click("#talk .chips label:nth-child(2)"),
        ],
    ),
    screen(
        "group-one-two-four",
        "#/refleksjon/underway",
        &[
            Then::Click(".lead-tools button:has([href=\"#sign-group\"])"),
            Then::Click("#talk .chips label:nth-child(3)"),
        ],
    ),
    screen(
        "group-room",
        "#/refleksjon/underway",
        &[Then::Click(".lead-tools button:has([href=\"#sign-observed\"])")],
    ),
    screen("group-time", "#/refleksjon/underway", &[Then::Click(".timer")]),
    screen("private-before", "#/refleksjon/underway", &[Then::Click(".lead-tools [data-color=lyng]")]),
    screen("private-hand-over", "#/refleksjon/private", &[]),
    screen("private-turn", "#/refleksjon/private", &[Then::Click(".private-main button")]),
    screen("revealed", "#/refleksjon/revealed", &[]),
    screen("short", "#/refleksjon/brief", &[Then::Unfold]),
    screen("end-forget", "#/refleksjon/whole/slutt", &[]),
    screen(
        "end-forget-asked",
        "#/refleksjon/whole/slutt",
        &[Then::Click(".actionbar button[data-scale=large]")],
    ),
    screen("end-summary", "#/refleksjon/whole/slutt", &[Then::Click(KEEP_SUMMARY)]),
    screen("end-all", "#/refleksjon/whole/slutt", &[Then::Click(KEEP_ALL), Then::Unfold]),
    screen("end-own", "#/refleksjon/brief/slutt", &[]),
    screen("referat-whole", "#/refleksjon/done/referat", &[]),
    screen("referat-summary", "#/refleksjon/summed/referat", &[]),
    screen("unread", "#/refleksjon/spoilt", &[]),
    screen("workshop", "#/veileder", &[]),
    screen("pack-blank", "#/veileder/eget/blank001", &[]),
    screen("pack", "#/veileder/eget/made0001", &[]),
    screen("pack-taken", "#/veileder/eget/taken001", &[Then::Unfold]),
    screen("pack-card", "#/veileder/eget/made0001/own-card0001", &[]),
    screen("pack-case", "#/veileder/eget/made0001/own-case0001", &[Then::Unfold]),
    screen("pack-question", "#/veileder/eget/made0001/own-word0001", &[]),
    screen("pack-take-in", "#/veileder/inn", &[]),
    screen("profiles", "#/profil", &[]),
    screen("profile-new", "#/profil/ny", &[Then::Click(".picture-choice:nth-child(2)")]),
    screen("profile-none", "#/profil/min", &[]),
    screen("settings", "#/innstillinger", &[]),
    screen("settings-open", "#/innstillinger", &[Then::Unfold]),
    screen("about", "#/om", &[Then::Unfold]),
    screen("unknown", "#/finnes/ikke", &[]),
    // A window keeps the role that it was opened with: what has one of its own comes last.
    window("group-room-empty", "#/rom"),
    window("monitor-empty", "#/monitor"),
    window("talk-room-empty", "#/rom/leksjon"),
];

/// How the tour comes to a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// As somebody who opens the app there: the page is loaded, and nothing has the focus.
    Anew,
    /// As somebody who has the app open: through an address that shows nothing of the screen before. Loading the
    /// page takes longer than looking at it.
    Onward,
}

/// Where the tour steps aside between two screens: one of these is another screen than both.
const ASIDE: [&str; 3] = ["#/finnes/ingensteds", "#/om", "#/"];

/// What an address shows, as far as stepping aside goes: all that lead nowhere show the same.
fn shows(path: &str) -> &str {
    if path.starts_with("#/finnes") { "nothing" } else { path }
}

/// Nothing moves on a tour: what is looked at is how things stand, and waiting for them takes its time.
const STILL: &str = "if (!window.e2eStill) {
  window.e2eStill = new CSSStyleSheet();
  window.e2eStill.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.e2eStill];
}";

impl Screen {
    /// Opens the screen and waits until it has come to rest.
    ///
    /// # Errors
    /// When it does not show.
    pub async fn open(&self, page: &Page, arrival: Arrival) -> Outcome {
        // A window is the room's from the moment when it is opened, and a page that was left on the way has
        // nothing to go on from.
        let here = page.path().await?;
        if arrival == Arrival::Anew || self.is_a_window || !here.starts_with('#') {
            page.go(&format!("{TEST_PAGES}empty")).await?;
            page.go(self.path).await?;
        } else {
            let others = [shows(&here), shows(self.path)];
            let aside = ASIDE.into_iter().find(|aside| !others.contains(&shows(aside)));
            page.leave_for(aside.ok_or("nowhere to step aside")?).await?;
            page.leave_for(self.path).await?;
        }
        if arrival == Arrival::Onward {
            page.browser().run::<()>(STILL, vec![]).await?;
        }
        page.settled().await?;
        for then in self.then {
            match then {
                Then::Unfold => page.unfold().await?,
                Then::Click(selector) => page.click_on(selector).await?,
                Then::Write(text) => page.write_in_first_field(text).await?,
            }
            page.settled().await?;
        }
        page.at_rest().await?;
        page.is_kept().await
    }
}

impl Page {
    /// Goes to another address of the app that is open, and waits until what it showed has gone.
    async fn leave_for(&self, path: &str) -> Outcome {
        self.here().await?;
        let mark = "document.querySelector('h1')?.setAttribute('data-e2e-before', '')";
        self.browser.run::<()>(mark, vec![]).await?;
        self.go(path).await?;
        until(&format!("another screen is on at {path}"), async || {
            let gone = "return document.querySelector('[data-e2e-before]') === null";
            Ok(self.browser.run::<bool>(gone, vec![]).await?.then_some(()))
        })
        .await
    }

    /// Opens whatever folds out, and leaves the page as one finds it: at its top, nothing in focus.
    ///
    /// # Errors
    /// When there is always more to open.
    pub async fn unfold(&self) -> Outcome {
        until("everything is open", async || {
            let opened: usize = self.browser.run(UNFOLD, vec![]).await?;
            self.settled().await?;
            Ok((opened == 0).then_some(()))
        })
        .await?;
        let rest = "document.activeElement?.blur(); scrollTo({ top: 0, behavior: 'instant' })";
        self.browser.run(rest, vec![]).await
    }

    /// Waits until what the screen shows lies on the device: one that tells of trouble is another screen.
    ///
    /// # Errors
    /// When something is not kept.
    pub async fn is_kept(&self) -> Outcome {
        let state = "return document.querySelector('.savestatus')?.dataset.state ?? 'kept'";
        until("everything is kept", async || {
            let state: String = self.browser.run(state, vec![]).await?;
            if state == "kept" { Ok(Some(())) } else { Err(self.text().await?.into()) }
        })
        .await
    }

    async fn write_in_first_field(&self, text: &str) -> Outcome {
        self.click_on("main input[type=text], main textarea").await?;
        self.type_keys(text).await
    }

    /// Puts reflections in every state on the device, and `many` more into its archive. Their ids are words:
    /// `whole`, `blank`, `brief`, `old`, `done`, `summed`, `spoilt`, the ideas and practices `waits`, `taken`,
    /// `holds`, `due` and `draft`, the packs `made0001` and `taken001`, and the groups `gathering`, `rules`,
    /// `underway`, `private` and `marking` (in a round) and `revealed`.
    ///
    /// # Errors
    /// When the app does not keep the reflection that they are made from.
    pub async fn furnish(&self, language: &str, many: u32) -> Outcome {
        self.go("#/refleksjon/sak/dusj").await?;
        self.click_on("article.case button[data-variant=secondary]").await?;
        let kept = "return document.querySelector('.stepper') !== null
            && document.querySelector('.savestatus')?.dataset.state === 'kept'";
        until("a reflection is kept", async || {
            Ok(self.browser.run::<bool>(kept, vec![]).await?.then_some(()))
        })
        .await?;
        self.leave_app().await?;
        let answer: serde_json::Value =
            self.browser.run_later(FURNISH, vec![language.into(), many.into()]).await?;
        ensure(answer == true, || format!("the device is not furnished: {answer}"))
    }

    /// Shows every screen whose name holds `word`: first those of an empty device, then the others. Tells all
    /// that did not hold, each with its screen, instead of the first.
    ///
    /// # Errors
    /// What `look` found.
    pub async fn tour(
        &self,
        language: &str,
        word: &str,
        arrival: Arrival,
        mut look: impl AsyncFnMut(&Screen) -> Outcome,
    ) -> Outcome {
        let mut found = Vec::new();
        for empty in [true, false] {
            if !empty {
                self.furnish(language, 0).await?;
            }
            let screens = SCREENS.iter().filter(|screen| screen.empty_device == empty);
            for screen in screens.filter(|screen| screen.name.contains(word)) {
                let outcome = match screen.open(self, arrival).await {
                    Ok(()) => look(screen).await,
                    Err(failure) => Err(failure),
                };
                if let Err(failure) = outcome {
                    found.push(format!("{}: {failure}", screen.name));
                }
            }
        }
        ensure(found.is_empty(), || found.join("\n"))
    }
}

/// A tour takes longer than a test.
pub const TOUR: Duration = Duration::from_secs(300);
