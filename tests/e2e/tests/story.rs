//! One nurse's way through the shower dilemma, told once and played by several tests: what is done in each step,
//! and what has to stand in the referat afterwards.
//!
//! Every text that she writes holds a word that stands nowhere else, so that it can be looked for afterwards.

use std::time::Duration;

use e2e::pages::reflection::{CasePage, EndPage, QUESTION, Reason, RoomPage, SessionPage, Side};
use e2e::{Outcome, Page, ensure};

/// The whole way is some hundred clicks, and a busy machine takes its time over each.
pub const TIME_LIMIT: Duration = Duration::from_secs(180);

/// The dilemma's title.
pub const TITLE: &str = "Når hun sier nei til dusj";

/// The question as the dilemma asks it.
pub const FIRST_QUESTION: &str = "Bør vi dusje henne når hun sier nei, og huden samtidig blir verre?";

/// A wording that is given up again.
pub const SECOND_QUESTION: &str = "Bør vi vente når hun sier nei, og huden samtidig svir som kvastfluor?";

/// The wording that is kept.
pub const QUESTION_KEPT: &str =
    "Bør vi vaske litt om gangen når hun sier nei, og samtidig verne solhylla hennes?";

/// What is picked wherever a day is asked for, and how it reads.
pub const DAY: (&str, &str) = ("2099-03-01", "1. mars 2099");

const FACT: &str = "Hun nynner tangoriff når noen synger";
const UNKNOWN: &str = "Om hun har vondt i perlehofta";
/// The role that finds out and follows up.
pub const ROLE: &str = "Stjernekontakten";
const PARTY: &str = "Lanternevakten";
/// What the night watch is assumed to think.
pub const VIEW: &str = "Det går bedre etter fjellkaffen";
const OWN_VALUE: &str = "Humlero";
/// The idea that is chosen.
pub const IDEA: &str = "Vaske litt om gangen med trekkspillvals";
const FOR: &str = "Hun får bestemme takten som en lerkefjær";
const AGAINST: &str = "Det tar lengre tid enn en bjørkesky";
const REASON: &str = "Et nei med frykt i trenger tid, ikke hardere ordkastanje";
const SOFTEN: &str = "Tørke og smøre huden med ringblomklut to ganger om dagen";
const DOUBT: &str = "Legen er mer redd for huden enn oss andre, sier nattravnen";
const ACTION: &str = "Prøve vask med sang i sju vaktbølger";

/// Words that stand in what she writes and nowhere in the app, one from each place that takes text.
pub const PLANTED: [&str; 13] = [
    "kvastfluor",
    "solhylla",
    "tangoriff",
    "perlehofta",
    "stjernekontakt",
    "lanternevakt",
    "fjellkaffe",
    "humlero",
    "trekkspillvals",
    "lerkefjær",
    "ordkastanje",
    "ringblomklut",
    "vaktbølger",
];

/// What the referat must say, in Bokmål.
const TOLD: [&str; 19] = [
    QUESTION_KEPT,
    FACT,
    "Stjernekontakten finner det ut innen 1. mars 2099",
    "Beboeren: Har sagt: «La meg være.»",
    "Lanternevakten: Bare antatt: Det går bedre etter fjellkaffen",
    "Selvbestemmelse, verdighet, ikke skade og humlero",
    "Selvbestemmelse mot ikke skade",
    "Samtykke: ",
    "Vente og se",
    "Spørre mer",
    "Valgt: Vaske litt om gangen med trekkspillvals",
    "For: Hun får bestemme takten som en lerkefjær (taler for selvbestemmelse og beboeren)",
    "Mot: Det tar lengre tid enn en bjørkesky (taler for ikke skade og legen på sykehjemmet)",
    REASON,
    "Ikke skade, for legen på sykehjemmet",
    "Dette gjør det lettere: Tørke og smøre huden med ringblomklut to ganger om dagen",
    DOUBT,
    "Avvik: Usikker, vil spørre",
    "Ny vurdering: 1. mars 2099",
];

/// A group that has gathered, past the ground rules and at the first step.
pub async fn past_the_rules(page: &Page) -> Outcome<SessionPage<'_>> {
    page.click_button("Videre til kjøreregler").await?;
    page.see_heading("Slik snakker vi sammen").await?;
    page.click_button("Vi er klare. Start").await?;
    SessionPage::at_step(page, 1).await
}

/// From the library into the dilemma.
pub async fn choose_the_case(page: &Page) -> Outcome<CasePage<'_>> {
    RoomPage::open(page).await?.read_case(TITLE).await
}

/// The whole way to the end, without interruption.
pub async fn walk(page: &Page) -> Outcome<EndPage<'_>> {
    let session = choose_the_case(page).await?.start().await?;
    problem(session).await?;
    facts(session.on_to(2).await?).await?;
    parties(session.on_to(3).await?).await?;
    values(session.on_to(4).await?).await?;
    alternatives(session.on_to(5).await?).await?;
    overall(session.on_to(6).await?).await?;
    session.finish().await
}

/// Step 1: the question is worded anew, twice.
pub async fn problem(session: SessionPage<'_>) -> Outcome {
    session.see_value(QUESTION, FIRST_QUESTION).await?;
    session.ask(SECOND_QUESTION).await?;
    session.ask(QUESTION_KEPT).await?;
    session.choose("Hva handler det mest om?", "Verdier").await?;
    session.click_button("Tidligere formuleringer").await?;
    session.see(FIRST_QUESTION).await?;
    session.see(SECOND_QUESTION).await
}

/// Step 2: a belief with its source, and something to find out.
pub async fn facts(session: SessionPage<'_>) -> Outcome {
    let row = session.add_fact(10, FACT).await?;
    session.mark_fact(&row, "Tror", "Erfaring").await?;
    session.add_unknown(11, UNKNOWN, ROLE, DAY.0).await
}

/// Step 3: somebody more, whose view is only assumed.
pub async fn parties(session: SessionPage<'_>) -> Outcome {
    session.add_party(PARTY, VIEW, "Antatt", "Ikke hørt ennå").await
}

/// Step 4: values, one in own words, the conflict, a law card.
pub async fn values(session: SessionPage<'_>) -> Outcome {
    session.choose_values(&["Selvbestemmelse", "Verdighet", "Ikke skade"]).await?;
    session.add_own_value(OWN_VALUE).await?;
    session.add_conflict("Selvbestemmelse", "Ikke skade").await?;
    session.choose_law("Samtykke").await
}

/// Step 5: three ideas first, then reasons for and against, tied to a value and a party.
pub async fn alternatives(session: SessionPage<'_>) -> Outcome {
    session.click_button("Vente og se").await?;
    session.click_button("Spørre mer").await?;
    session.add_idea(3, IDEA).await?;
    let side = Side::For;
    let (values, parties) = (&["Selvbestemmelse"], &["Beboeren"]);
    session.add_reason((3, IDEA), Reason { side, text: FOR, values, parties }).await?;
    let side = Side::Against;
    let (values, parties) = (&["Ikke skade"], &["Legen på sykehjemmet"]);
    session.add_reason((3, IDEA), Reason { side, text: AGAINST, values, parties }).await
}

/// Step 6: a choice with its reason and its price, and what happens now.
pub async fn overall(session: SessionPage<'_>) -> Outcome {
    session.decide(IDEA, REASON).await?;
    session.set_aside("Ikke skade", "Legen på sykehjemmet", SOFTEN).await?;
    session.fill("Tvil eller uenighet som står igjen", DOUBT).await?;
    session.agree(ACTION, ROLE, DAY.0).await?;
    session.report("Avvik", "Usikker, vil spørre").await
}

/// Ends the test unless the referat says all of it.
pub fn tells_all(referat: &str) -> Outcome {
    let missing: Vec<_> = TOLD.iter().filter(|line| !referat.contains(**line)).collect();
    ensure(missing.is_empty(), || format!("the referat does not say {missing:#?}\n{referat}"))
}

/// Ends the test unless everything that was written stands in its step, as she left it.
pub async fn everything_stands(session: SessionPage<'_>) -> Outcome {
    let session = session.jump_to(1).await?;
    session.see_value(QUESTION, QUESTION_KEPT).await?;
    let session = session.jump_to(2).await?;
    session.see_value("Faktum 10", FACT).await?;
    session.see_value("Faktum 11", UNKNOWN).await?;
    session.see_value("Hvem finner det ut?", ROLE).await?;
    let session = session.jump_to(3).await?;
    session.see(VIEW).await?;
    let session = session.jump_to(4).await?;
    session.see_element("checkbox", OWN_VALUE).await?;
    let session = session.jump_to(5).await?;
    session.see_value("Idé 3", IDEA).await?;
    session.see_value(&format!("Grunn for: {IDEA}"), FOR).await?;
    session.see_value(&format!("Grunn mot: {IDEA}"), AGAINST).await?;
    let session = session.jump_to(6).await?;
    session.see_value("Hva veier tyngst, og hvorfor?", REASON).await?;
    session.see_value("Ikke skade: hva kan gjøre det lettere?", SOFTEN).await?;
    session.see_value("Hva skal gjøres?", ACTION).await
}
