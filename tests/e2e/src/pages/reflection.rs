//! Refleksjon as a person goes through it, in Bokmål: the room, a dilemma, a session step by step, its end, the
//! referat and the archive.
//!
//! It knows the words of the screens and nothing of what a test wants to show with them.

use std::ops::Deref;

use thirtyfour::WebElement;

use super::Page;
use crate::{Outcome, ensure};

macro_rules! screens {
    ($($(#[$about:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$about])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<'p>(pub &'p Page);

        impl Deref for $name<'_> {
            type Target = Page;

            fn deref(&self) -> &Page {
                self.0
            }
        }
    )+ };
}

screens! {
    /// The room: start, what was begun, dilemmas, the way to the archive.
    RoomPage,
    /// A dilemma of the library.
    CasePage,
    /// A session in all steps.
    SessionPage,
    /// «Kort refleksjon».
    ShortPage,
    /// The end of a session.
    EndPage,
    /// What was kept of a session.
    ReferatPage,
    /// The archive.
    ArchivePage,
}

/// The six steps: their names as the way on says them, and their questions as headings.
pub const STEPS: [(&str, &str); 6] = [
    ("Etisk problem", "Hva er det som skurrer, og hvilket spørsmål ligger bak?"),
    ("Fakta", "Hva er sikkert, hva er bare noe vi tror, og hva vet ingen ennå?"),
    ("Berørte parter", "Hvem berøres, og hva er viktig for dem?"),
    ("Verdier og lov", "Hvilke verdier er på spill, og hva sier loven?"),
    ("Handlinger", "Hva er det mulig å gjøre, og hva taler for og mot?"),
    ("Samlet vurdering", "Hva skal veie tyngst her, og hvorfor?"),
];

/// The label of the question's field.
pub const QUESTION: &str = "Det etiske spørsmålet";

/// What is said of the text while it is not written yet, and when it is.
const KEPT: &str = "Lagret på denne enheten";

impl<'p> RoomPage<'p> {
    /// Opens the room.
    ///
    /// # Errors
    /// When it does not show.
    pub async fn open(page: &'p Page) -> Outcome<Self> {
        page.go("#/refleksjon").await?;
        Self::at(page).await
    }

    /// The room that is on the screen.
    ///
    /// # Errors
    /// When it is not.
    pub async fn at(page: &'p Page) -> Outcome<Self> {
        page.see_heading("Refleksjon").await?;
        Ok(Self(page))
    }

    /// Opens a dilemma by the beginning of its title.
    ///
    /// # Errors
    /// When it is not listed.
    pub async fn read_case(self, title: &str) -> Outcome<CasePage<'p>> {
        self.click_link(&format!("{title}…")).await?;
        self.see_heading(title).await?;
        Ok(CasePage(self.0))
    }

    /// Starts a reflection on one's own situation in all steps: «Vanskelig», «Uvanlig» or «Gledelig».
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start_own(self, situation: &str) -> Outcome<SessionPage<'p>> {
        self.choose("Hva slags situasjon er det?", &format!("{situation}…")).await?;
        self.choose("Hvem er med, og hvor lenge?", "Alene…").await?;
        self.click_button("Start alene").await?;
        SessionPage::at_step(self.0, 1).await
    }

    /// Makes a reflection of a group and stops where it gathers.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start_together(self, situation: &str) -> Outcome {
        self.choose("Hva slags situasjon er det?", &format!("{situation}…")).await?;
        self.choose("Hvem er med, og hvor lenge?", "Sammen i gruppe…").await?;
        self.click_button("Gjør klart for gruppa").await?;
        self.see_heading("Før dere begynner").await
    }

    /// Starts a short reflection on one's own situation.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start_short(self, situation: &str) -> Outcome<ShortPage<'p>> {
        self.choose("Hva slags situasjon er det?", &format!("{situation}…")).await?;
        self.choose("Hvem er med, og hvor lenge?", "Kort refleksjon…").await?;
        self.click_button("Start kort refleksjon").await?;
        ShortPage::at(self.0).await
    }

    /// Goes on with what was begun.
    ///
    /// # Errors
    /// When nothing of that title was.
    pub async fn resume(self, title: &str) -> Outcome {
        self.see_heading("Ikke ferdige").await?;
        self.click_link(&format!("{title}…")).await
    }
}

impl<'p> CasePage<'p> {
    /// Starts a reflection on the dilemma in all six steps.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start(self) -> Outcome<SessionPage<'p>> {
        self.click_button("Start alene").await?;
        SessionPage::at_step(self.0, 1).await
    }
}

impl<'p> SessionPage<'p> {
    /// The session that is on the screen, at this step, counted from one.
    ///
    /// # Errors
    /// When another step is.
    pub async fn at_step(page: &'p Page, step: usize) -> Outcome<Self> {
        let (_, question) = STEPS.get(step - 1).ok_or("there are six steps")?;
        page.see_heading(question).await?;
        Ok(Self(page))
    }

    /// The way on at the bottom, to this step.
    ///
    /// # Errors
    /// When it does not lead there.
    pub async fn on_to(self, step: usize) -> Outcome<Self> {
        let (name, _) = STEPS.get(step - 1).ok_or("there are six steps")?;
        let mut letters = name.chars();
        let small = letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>());
        self.click_link(&format!("Videre til {}", small.unwrap_or_default())).await?;
        Self::at_step(self.0, step).await
    }

    /// To any step, by the line of steps at the top.
    ///
    /// # Errors
    /// When it does not lead there.
    pub async fn jump_to(self, step: usize) -> Outcome<Self> {
        let (name, _) = STEPS.get(step - 1).ok_or("there are six steps")?;
        self.click_link(&format!("{name}…")).await?;
        Self::at_step(self.0, step).await
    }

    /// Leaves this step out.
    ///
    /// # Errors
    /// When that is not offered.
    pub async fn skip(self) -> Outcome {
        self.click_button("Hopp over steget").await
    }

    /// Waits until the app says that everything is on the device.
    ///
    /// # Errors
    /// When it does not.
    pub async fn is_kept(self) -> Outcome {
        self.see(KEPT).await
    }

    /// Leaves the session by the bar at the top.
    ///
    /// # Errors
    /// When it cannot be left.
    pub async fn leave(self) -> Outcome<RoomPage<'p>> {
        self.is_kept().await?;
        self.click_button("Lukk. Alt er lagret").await?;
        RoomPage::at(self.0).await
    }

    /// Chooses the language by its own name.
    ///
    /// # Errors
    /// When the menu does not have it.
    pub async fn speak(self, menu: &str, language: &str) -> Outcome {
        self.click_button(menu).await?;
        self.click_button(language).await
    }

    /// Words the question anew.
    ///
    /// # Errors
    /// When the field does not take it.
    pub async fn ask(self, question: &str) -> Outcome {
        self.fill(QUESTION, question).await?;
        // A wording counts when the field is left.
        self.press(thirtyfour::Key::Tab).await
    }

    /// Adds a fact and answers its row.
    ///
    /// # Errors
    /// When the row does not come or does not take the text.
    pub async fn add_fact(self, number: usize, text: &str) -> Outcome<WebElement> {
        self.click_button("Legg til fakta").await?;
        let label = format!("Faktum {number}");
        self.fill(&label, text).await?;
        self.row_of("textbox", &label).await
    }

    /// Says how sure a fact is and where it comes from.
    ///
    /// # Errors
    /// When the choices are not there.
    pub async fn mark_fact(self, row: &WebElement, certainty: &str, source: &str) -> Outcome {
        self.choose_in(row, "Hvor sikkert er det?", certainty).await?;
        self.choose_in(row, "Hvor kommer det fra?", source).await
    }

    /// Adds something that is not known, and who finds out by when.
    ///
    /// # Errors
    /// When the row does not come.
    pub async fn add_unknown(self, number: usize, text: &str, role: &str, day: &str) -> Outcome {
        self.click_button("Noe vi ikke vet").await?;
        let label = format!("Faktum {number}");
        self.fill(&label, text).await?;
        let row = self.row_of("textbox", &label).await?;
        self.click_in(&row, "button", "Finn ut").await?;
        self.fill("Hvem finner det ut?", role).await?;
        self.pick_day("Innen", day).await
    }

    /// Adds somebody who is affected.
    ///
    /// # Errors
    /// When the row does not come.
    pub async fn add_party(self, role: &str, view: &str, how: &str, heard: &str) -> Outcome {
        self.click_button("Legg til").await?;
        self.see_focus("textbox", "Rolle").await?;
        self.type_keys(role).await?;
        let view_label = format!("{role}: hva mener de?");
        self.fill(&view_label, view).await?;
        self.choose(&format!("{role}: hvordan vet vi hva de mener?"), how).await?;
        let row = self.row_of("textbox", &view_label).await?;
        self.choose_in(&row, "Er de hørt?", heard).await
    }

    /// Marks values as being at stake.
    ///
    /// # Errors
    /// When one is not offered.
    pub async fn choose_values(self, names: &[&str]) -> Outcome {
        for name in names {
            self.choose("Verdier som står på spill", name).await?;
        }
        Ok(())
    }

    /// Adds a value in own words.
    ///
    /// # Errors
    /// When it does not become one.
    pub async fn add_own_value(self, name: &str) -> Outcome {
        self.fill("Egen verdi", name).await?;
        self.click_button("Legg til verdi").await?;
        self.see_element("checkbox", name).await.map(|_| ())
    }

    /// Names a conflict, «A mot B».
    ///
    /// # Errors
    /// When it cannot be added.
    pub async fn add_conflict(self, a: &str, b: &str) -> Outcome {
        self.click_button("Legg til en konflikt").await?;
        self.choose("Den ene siden", a).await?;
        self.choose("Den andre siden", b).await
    }

    /// Takes a law card in.
    ///
    /// # Errors
    /// When it is not shown.
    pub async fn choose_law(self, title: &str) -> Outcome {
        let row = self.row_of("button", title).await?;
        self.choose_chip_in(&row, "Gjelder her").await
    }

    /// Adds an idea in own words.
    ///
    /// # Errors
    /// When the row does not come.
    pub async fn add_idea(self, number: usize, text: &str) -> Outcome {
        self.click_button("Legg til en idé").await?;
        self.fill(&format!("Idé {number}"), text).await
    }

    /// Adds a reason for or against an idea, tied to values and parties.
    ///
    /// # Errors
    /// When it cannot be added or tied.
    pub async fn add_reason(self, idea: (usize, &str), reason: Reason<'_>) -> Outcome {
        let (number, name) = idea;
        let (add, label) = match reason.side {
            Side::For => ("Skriv en grunn for", format!("Grunn for: {name}")),
            Side::Against => ("Skriv en grunn mot", format!("Grunn mot: {name}")),
        };
        let card = self.row_of("textbox", &format!("Idé {number}")).await?;
        self.click_in(&card, "button", add).await?;
        self.fill(&label, reason.text).await?;
        let row = self.row_of("textbox", &label).await?;
        self.click_in(&row, "button", "Knytt til verdier og parter").await?;
        for value in reason.values {
            self.choose_in(&row, "Hvilke verdier?", value).await?;
        }
        for party in reason.parties {
            self.choose_in(&row, "Hvem?", party).await?;
        }
        Ok(())
    }

    /// Sets a value aside for somebody, and says what softens it.
    ///
    /// # Errors
    /// When the value is not listed.
    pub async fn set_aside(self, value: &str, party: &str, soften: &str) -> Outcome {
        let find = "return [...document.querySelectorAll('li.fate')]
            .find((row) => row.querySelector('b')?.textContent === arguments[0]) ?? null";
        self.here().await?;
        let row = self.browser().driver().execute(find, vec![value.into()]).await?.element()?;
        self.choose_chip_in(&row, "Må vike").await?;
        self.choose(&format!("{value}: for hvem?"), party).await?;
        self.fill(&format!("{value}: hva kan gjøre det lettere?"), soften).await
    }

    async fn choose_chip_in(self, row: &WebElement, name: &str) -> Outcome {
        self.click_in(row, "checkbox", name).await
    }

    /// Chooses an idea and says why.
    ///
    /// # Errors
    /// When it is not offered.
    pub async fn decide(self, idea: &str, reason: &str) -> Outcome {
        self.choose("Hva blir valget?", idea).await?;
        self.fill("Hva veier tyngst, og hvorfor?", reason).await
    }

    /// Answers «Skal dette meldes?» for one kind: «Avvik», «Trussel eller vold», ….
    ///
    /// # Errors
    /// When it is not asked.
    pub async fn report(self, kind: &str, answer: &str) -> Outcome {
        self.click_button("Skal dette meldes?").await?;
        self.choose(kind, answer).await
    }

    /// What shall be done, who follows it up, and when it is looked at again.
    ///
    /// # Errors
    /// When it cannot be said.
    pub async fn agree(self, what: &str, role: &str, day: &str) -> Outcome {
        self.choose("Hva skjer nå?", "Noe skal gjøres").await?;
        self.fill("Hva skal gjøres?", what).await?;
        self.fill("Hvem følger opp?", role).await?;
        self.pick_day("Når ser noen på det igjen?", day).await
    }

    /// Goes to the end.
    ///
    /// # Errors
    /// When it does not show.
    pub async fn finish(self) -> Outcome<EndPage<'p>> {
        self.click_link("Se oppsummeringen").await?;
        EndPage::at(self.0).await
    }
}

/// Which way a reason pulls.
#[derive(Debug, Clone, Copy)]
pub enum Side {
    /// For the idea.
    For,
    /// Against it.
    Against,
}

/// A reason, and what it speaks for.
#[derive(Debug, Clone, Copy)]
pub struct Reason<'a> {
    /// Which way it pulls.
    pub side: Side,
    /// The reason.
    pub text: &'a str,
    /// Values that it speaks for.
    pub values: &'a [&'a str],
    /// Parties that it speaks for.
    pub parties: &'a [&'a str],
}

impl<'p> ShortPage<'p> {
    /// The short reflection that is on the screen.
    ///
    /// # Errors
    /// When it is not.
    pub async fn at(page: &'p Page) -> Outcome<Self> {
        page.see_heading("Kort refleksjon").await?;
        Ok(Self(page))
    }

    /// Makes it a whole one.
    ///
    /// # Errors
    /// When it does not become one.
    pub async fn grow(self) -> Outcome<SessionPage<'p>> {
        self.click_button("Gå dypere med alle steg").await?;
        SessionPage::at_step(self.0, 1).await
    }
}

impl<'p> EndPage<'p> {
    /// The end that is on the screen.
    ///
    /// # Errors
    /// When it is not.
    pub async fn at(page: &'p Page) -> Outcome<Self> {
        page.see("Hva skal skje med teksten?").await?;
        Ok(Self(page))
    }

    /// Forgets everything.
    ///
    /// # Errors
    /// When that is not said to be done.
    pub async fn forget(self) -> Outcome {
        self.choose("Hva skal skje med teksten?", "Glem alt…").await?;
        self.click_button("Glem alt").await?;
        self.see_element("dialog", "Vil du glemme denne refleksjonen?").await?;
        self.click_button("Ja, glem alt").await?;
        self.see("Alt er glemt. Ingenting av refleksjonen ligger igjen på enheten.").await
    }

    /// Keeps the summary only.
    ///
    /// # Errors
    /// When that is not said to be done.
    pub async fn keep_summary(self) -> Outcome<ReferatPage<'p>> {
        self.choose("Hva skal skje med teksten?", "Ta vare på oppsummeringen…").await?;
        self.consider().await?;
        self.click_button("Ta vare på oppsummeringen").await?;
        self.see("Oppsummeringen ligger i arkivet.").await?;
        Ok(ReferatPage(self.0))
    }

    /// Keeps everything to the end of a day (ISO 8601), which the referat then tells in words.
    ///
    /// # Errors
    /// When that is not said to be done.
    pub async fn keep_everything(self, day: &str, told: &str) -> Outcome<ReferatPage<'p>> {
        self.choose("Hva skal skje med teksten?", "Ta vare på alt til en dato…").await?;
        self.pick_day("Til og med", day).await?;
        self.consider().await?;
        self.click_button("Ta vare på alt").await?;
        self.see(&format!("Alt er tatt vare på til {told}.")).await?;
        Ok(ReferatPage(self.0))
    }

    async fn consider(self) -> Outcome {
        self.see("Passer dette på fem personer eller færre?").await?;
        self.click("checkbox", "Dette er tenkt over").await
    }

    /// The text of the referat.
    ///
    /// # Errors
    /// When there is none.
    pub async fn referat(self) -> Outcome<String> {
        referat_of(self.0).await
    }
}

impl<'p> ReferatPage<'p> {
    /// The text of the referat.
    ///
    /// # Errors
    /// When there is none.
    pub async fn referat(self) -> Outcome<String> {
        referat_of(self.0).await
    }

    /// On to the archive.
    ///
    /// # Errors
    /// When it does not show.
    pub async fn archive(self) -> Outcome<ArchivePage<'p>> {
        self.click_link("Arkiv").await?;
        ArchivePage::at(self.0).await
    }
}

async fn referat_of(page: &Page) -> Outcome<String> {
    page.here().await?;
    let read = "return document.querySelector('article.referat')?.innerText ?? ''";
    let text: String = page.browser().run(read, vec![]).await?;
    ensure(!text.is_empty(), || "there is no referat".to_owned())?;
    Ok(super::find::plain(&text))
}

impl<'p> ArchivePage<'p> {
    /// Opens the archive.
    ///
    /// # Errors
    /// When it does not show.
    pub async fn open(page: &'p Page) -> Outcome<Self> {
        page.go("#/refleksjon/arkiv").await?;
        Self::at(page).await
    }

    async fn at(page: &'p Page) -> Outcome<Self> {
        page.see_heading("Arkiv").await?;
        Ok(Self(page))
    }

    /// Searches, and waits for this line about how many there are.
    ///
    /// # Errors
    /// When the line does not come.
    pub async fn search(self, words: &str, told: &str) -> Outcome {
        self.fill("Søk i arkivet", words).await?;
        self.see(told).await
    }

    /// Opens what is kept under that title.
    ///
    /// # Errors
    /// When it is not listed.
    pub async fn read(self, title: &str) -> Outcome<ReferatPage<'p>> {
        self.click_link(&format!("{title}…")).await?;
        self.see_heading(title).await?;
        Ok(ReferatPage(self.0))
    }
}
