//! The whole path by keyboard alone: Tab, Shift+Tab, Enter, Space, arrows and letters.
//!
//! At every stop the focus must show, be in sight, and have come there in reading order.

use e2e::pages::reflection::RoomPage;
use e2e::pages::screens::Arrival;
use e2e::{Engine, Outcome, Page, Spec, Stage, ensure};
use std::time::Duration;
use thirtyfour::Key;

const CHROMIUM: &[Engine] = &[Engine::Chromium];

const IN_SIGHT: &str = include_str!("../src/js/in_sight.js");
const PLACE: &str = include_str!("../src/js/focus_place.js");

/// What has the focus, and what is wrong with it, in one answer: its words, and the problems.
const STOP: &str = concat!(
    "const place = () => { ",
    include_str!("../src/js/focus_place.js"),
    " };\nfunction inSight() { ",
    include_str!("../src/js/in_sight.js"),
    " }\nconst problems = place();
    if (problems === null) return null;
    const one = document.activeElement;
    const words = one.getAttribute('aria-label') || one.labels?.[0]?.innerText || one.innerText || one.value || one.tagName;
    if (!inSight(one)) problems.push(`«${words.trim()}» is out of sight while it has the focus`);
    return [words.trim(), problems];",
);

/// No screen has more stops than this, and Ordliste, a link for each word, has most; a way that is longer is a trap.
const MOST_STOPS: usize = 200;

const TAB: char = '\u{e004}';

/// All sentences about the keyboard.
pub fn spec() -> Spec {
    Spec::new("keyboard")
        .time_limit(Duration::from_secs(600))
        .on(CHROMIUM, "a reflection goes from the room to its referat without a pointer", whole_path)
        .on(CHROMIUM, "two people choose on a card, and it becomes a favourite, without a pointer", a_card)
        .on(CHROMIUM, "menus and dialogs give the focus back", given_back)
        .for_each_engine("a screen can be left while its menu has the focus", left_with_the_focus_in_a_menu)
        .on(CHROMIUM, "every screen can be walked through and left again", every_screen)
}

/// A person who has no pointer.
struct Hands<'p> {
    page: &'p Page,
    problems: Vec<String>,
}

impl<'p> Hands<'p> {
    fn on(page: &'p Page) -> Self {
        Self { page, problems: Vec::new() }
    }

    /// Presses Tab until the control of that role and name has the focus.
    async fn go_to(&mut self, role: &str, name: &str) -> Outcome {
        let forget = "window.e2eFocus = document.activeElement";
        self.page.browser().run::<()>(forget, vec![]).await?;
        let mut passed = Vec::new();
        for _ in 0..MOST_STOPS {
            self.page.press(Key::Tab).await?;
            let Some(focused) = self.look().await? else { continue };
            if focused == (role.to_owned(), name.to_owned())
                || (focused.0 == role
                    && name.strip_suffix('…').is_some_and(|stem| focused.1.starts_with(stem)))
            {
                return Ok(());
            }
            passed.push(format!("{} «{}»", focused.0, focused.1));
        }
        Err(format!("{role} «{name}» is not on the way: {}", passed.join(", ")).into())
    }

    /// What has the focus, by the name that stands on it; notes what is wrong with it. Asks the page once, and not
    /// the browser for role and name: a tour of all screens comes to some thousand stops.
    async fn glance(&mut self) -> Outcome<Option<String>> {
        let Some((stop, problems)) =
            self.page.browser().run::<Option<(String, Vec<String>)>>(STOP, vec![]).await?
        else {
            return Ok(None);
        };
        self.problems.extend(problems);
        Ok(Some(stop))
    }

    /// What has the focus; notes what is wrong with it.
    async fn look(&mut self) -> Outcome<Option<(String, String)>> {
        let Some(problems) = self.page.browser().run::<Option<Vec<String>>>(PLACE, vec![]).await? else {
            return Ok(None);
        };
        self.problems.extend(problems);
        let Some(element) = self.page.focused().await? else { return Ok(None) };
        let (role, name) = self.page.role_and_name(&element).await?;
        if !self.page.browser().run::<bool>(IN_SIGHT, vec![element.to_json()?]).await? {
            self.problems.push(format!("{role} «{name}» is out of sight while it has the focus"));
        }
        Ok(Some((role, name)))
    }

    async fn press(&mut self, role: &str, name: &str) -> Outcome {
        self.go_to(role, name).await?;
        self.page.press(Key::Enter).await
    }

    async fn mark(&mut self, role: &str, name: &str) -> Outcome {
        self.go_to(role, name).await?;
        self.page.type_keys(" ").await
    }

    async fn write(&mut self, label: &str, text: &str) -> Outcome {
        self.go_to("textbox", label).await?;
        self.page.type_keys(text).await
    }

    /// Chooses in a list that folds out by its arrow keys.
    async fn turn(&mut self, name: &str, key: Key, times: usize) -> Outcome {
        self.go_to("combobox", name).await?;
        for _ in 0..times {
            self.page.press(key.clone()).await?;
        }
        Ok(())
    }

    /// On to the next step: its heading has the focus then.
    async fn on_to(&mut self, link: &str, question: &str) -> Outcome {
        self.press("link", link).await?;
        self.page.see_focus("heading", question).await
    }

    fn nothing_wrong(self) -> Outcome {
        ensure(self.problems.is_empty(), || self.problems.join("\n    "))
    }
}

async fn a_card(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/kort/sh-jakka").open().await?;
    page.settled().await?;
    page.see_button("Velg").await?;
    let mut hands = Hands::on(&page);
    hands.press("button", "Én til").await?;
    hands.press("button", "Velg hver for dere").await?;
    for _ in 0..2 {
        hands.press("button", "Jeg har nettbrettet").await?;
        hands.mark("radio", "La henne ha jakka på").await?;
        hands.press("button", "Ferdig").await?;
    }
    page.see_heading("Dette valgte dere").await?;
    for _ in 0..3 {
        hands.press("button", "Videre").await?;
    }
    page.see_heading("Hva tar dere med dere?").await?;
    hands.press("button", "Merk som favoritt").await?;
    page.see_button("Ikke favoritt lenger").await?;
    hands.nothing_wrong()
}

async fn whole_path(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).path("#/refleksjon").open().await?;
    page.settled().await?;
    page.see_button("Gjør klart for gruppa").await?;
    let mut hands = Hands::on(&page);
    hands.mark("radio", "Sammen i gruppe…").await?;
    page.press(Key::Down).await?;
    hands.press("button", "Start alene").await?;
    page.see_focus("heading", "Hva er det som skurrer, og hvilket spørsmål ligger bak?").await?;
    first_three(&mut hands).await?;
    last_three(&mut hands).await?;
    end(&mut hands).await?;
    hands.nothing_wrong()
}

async fn first_three(hands: &mut Hands<'_>) -> Outcome {
    hands.write("Hva skjedde?", "Beboeren sier nei til dusj.").await?;
    hands.write("Det etiske spørsmålet", "Bør vi vente, og samtidig passe på huden?").await?;
    hands.mark("radio", "Verdier").await?;
    hands
        .on_to("Videre til fakta", "Hva er sikkert, hva er bare noe vi tror, og hva vet ingen ennå?")
        .await?;

    hands.press("button", "Legg til fakta").await?;
    hands.page.see_focus("textbox", "Faktum 1").await?;
    hands.page.type_keys("Hun har sagt nei fire ganger").await?;
    hands.turn("Hvor sikkert er det?", Key::Down, 1).await?;
    hands.press("button", "Finn ut").await?;
    hands.page.see_focus("textbox", "Hvem finner det ut?").await?;
    hands.page.type_keys("nattsykepleier").await?;
    hands.on_to("Videre til berørte parter", "Hvem berøres, og hva er viktig for dem?").await?;

    hands.write("Personen selv: hva mener de?", "Jeg er trøtt").await?;
    hands.press("button", "Legg til").await?;
    hands.page.see_focus("textbox", "Rolle").await?;
    hands.page.type_keys("datteren").await?;
    hands.write("datteren: hva mener de?", "Mor skal være ren").await?;
    hands.on_to("Videre til verdier og lov", "Hvilke verdier er på spill, og hva sier loven?").await
}

async fn last_three(hands: &mut Hands<'_>) -> Outcome {
    hands.mark("checkbox", "Verdighet").await?;
    hands.mark("checkbox", "Selvbestemmelse").await?;
    hands.press("button", "Legg til en konflikt").await?;
    // The new row stands before the button that made it.
    hands.page.press_with(Key::Shift, TAB).await?;
    hands.page.press_with(Key::Shift, TAB).await?;
    hands.page.press_with(Key::Shift, TAB).await?;
    hands.page.see_focus("combobox", "Den ene siden").await?;
    hands.page.press(Key::Down).await?;
    hands.turn("Den andre siden", Key::Down, 2).await?;
    hands.on_to("Videre til handlinger", "Hva er det mulig å gjøre, og hva taler for og mot?").await?;

    hands.press("button", "Legg til en idé").await?;
    hands.page.see_focus("textbox", "Idé 1").await?;
    hands.page.type_keys("Vente til i kveld").await?;
    hands.press("button", "Skriv en grunn for").await?;
    hands.page.see_focus("textbox", "Grunn for: Vente til i kveld").await?;
    hands.page.type_keys("Hun får bestemme").await?;
    hands.press("button", "Knytt til verdier og parter").await?;
    hands.mark("checkbox", "Verdighet").await?;
    hands.on_to("Videre til samlet vurdering", "Hva skal veie tyngst her, og hvorfor?").await?;

    // The open choice is the last of the two, and has the focus as the chosen one.
    hands.go_to("radio", "Ingen av dem ennå").await?;
    hands.page.press(Key::Up).await?;
    hands.page.see_focus("radio", "Vente til i kveld").await?;
    hands.write("Hva veier tyngst, og hvorfor?", "Nei-et hennes er tydelig").await?;
    hands.mark("checkbox", "Må vike").await?;
    hands.mark("radio", "Noe skal gjøres").await?;
    hands.write("Hva skal gjøres?", "Spørre igjen i kveld").await?;
    hands.press("DisclosureTriangle", "Skal dette meldes?").await?;
    hands.mark("radio", "Nei").await
}

async fn end(hands: &mut Hands<'_>) -> Outcome {
    hands.press("link", "Se oppsummeringen").await?;
    hands
        .page
        .see_heading("Hva skal skje med teksten?")
        .await
        .or(hands.page.see("Hva skal skje med teksten?").await)?;
    hands.go_to("radio", "Glem alt…").await?;
    hands.page.press(Key::Down).await?;
    hands.mark("checkbox", "Dette er tenkt over").await?;
    hands.press("button", "Ta vare på oppsummeringen").await?;
    hands.page.see("Oppsummeringen ligger i arkivet.").await?;
    hands.page.see("Hun får bestemme").await
}

async fn given_back(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    page.furnish("nb", 0).await?;
    page.go("#/refleksjon/whole/slutt").await?;
    page.settled().await?;
    let mut hands = Hands::on(&page);
    hands.press("button", "Språk").await?;
    page.see_button("Nynorsk").await?;
    page.press(Key::Escape).await?;
    page.see_focus("button", "Språk").await?;
    hands.press("button", "Glem alt").await?;
    page.see("Vil du glemme denne refleksjonen?").await?;
    // Nothing behind a dialog can be reached.
    for _ in 0..8 {
        page.press(Key::Tab).await?;
        let inside = "return document.activeElement === document.body || document.activeElement.closest('dialog') !== null";
        ensure(page.browser().run(inside, vec![]).await?, || "the focus left the dialog".to_owned())?;
    }
    page.press(Key::Escape).await?;
    page.see_focus("button", "Glem alt").await
}

async fn left_with_the_focus_in_a_menu(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    RoomPage::open(&page).await?.start_own("Vanskelig").await?;
    page.click_button("Språk").await?;
    page.see_button("Nynorsk").await?;
    // As the browser's own way back does: no other control takes the focus first.
    page.go("#/refleksjon").await?;
    page.see_heading("Refleksjon").await?;
    page.click_link("Hjem").await?;
    page.see_button("Start refleksjon").await?;
    let wrong = page.browser().console().await?;
    ensure(wrong.is_empty(), || format!("console: {wrong:?}"))
}

/// Walks through each screen to its last stop; one that never ends is a trap.
async fn every_screen(stage: Stage) -> Outcome {
    let server = stage.serve_app()?;
    let page = stage.visit(&server).open().await?;
    let word = std::env::var("E2E_SCREEN").unwrap_or_default();
    page.tour("nb", &word, Arrival::Anew, async |_| {
        let mut hands = Hands::on(&page);
        let mut stops = Vec::new();
        page.browser().run::<()>("window.e2eFocus = null", vec![]).await?;
        for _ in 0..3 * MOST_STOPS {
            page.press(Key::Tab).await?;
            let Some(stop) = hands.glance().await? else { return hands.nothing_wrong() };
            stops.push(stop);
        }
        Err(format!("the end is never reached: {}", stops.join(", ")).into())
    })
    .await
}
