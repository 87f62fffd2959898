//! Every rule is seen to refuse: one spoiled copy of the tiny course for each.

use std::collections::BTreeSet;

use proptest::prelude::*;
use refleks::content::author::{LessonProblem, PathProblem, Problem, check};

use super::tiny::{Copy, today};

/// How a copy is spoiled.
enum Edit {
    /// The first of these words in the file become those.
    Change(&'static str, &'static str),
    /// More text at the end.
    Append(&'static str),
    /// A file that was not there, or another one in its place.
    Write(&'static [u8]),
    /// The file or folder goes.
    Remove,
}
use Edit::{Append, Change, Remove, Write};

/// The edited file, the edit, and the one finding: file, field, how the reason begins.
type Broken = (&'static str, Edit, &'static str, &'static str, &'static str);

const CATALOGUE: &str = "catalogue.toml";
const GUIDE: &str = "guides/kort/guide.toml";
const GUIDE_NB: &str = "guides/kort/nb.toml";
const GUIDE_EN: &str = "guides/kort/en.toml";
const LIKE: &str = "guides/lik/guide.toml";
const LIKE_NB: &str = "guides/lik/nb.toml";
const RULES_NB: &str = "reference/rules/nb.toml";
const CASE: &str = "cases/kaffe/case.toml";
const CASE_NB: &str = "cases/kaffe/nb.toml";
const CASE_NN: &str = "cases/kaffe/nn.toml";
const CASE_EN: &str = "cases/kaffe/en.toml";
const VALUES: &str = "reference/values/values.toml";
const VALUES_NB: &str = "reference/values/nb.toml";
const VALUES_NN: &str = "reference/values/nn.toml";
const LAWS: &str = "reference/laws/laws.toml";
const LAWS_NB: &str = "reference/laws/nb.toml";
const TAGS: &str = "tags.toml";
const IDS: &str = "ids.toml";
const DECK: &str = "decks/stue/deck.toml";
const DECK_NB: &str = "decks/stue/nb.toml";
const DECK_EN: &str = "decks/stue/en.toml";
const SCENARIO: &str = "scenarios/sukker/scenario.toml";
const SCENARIO_NB: &str = "scenarios/sukker/nb.toml";
const SCENARIO_NN: &str = "scenarios/sukker/nn.toml";
const SCENARIO_EN: &str = "scenarios/sukker/en.toml";
const ISBAR: &str = "drills/isbar/isbar.toml";
const ISBAR_NB: &str = "drills/isbar/nb.toml";
const ISBAR_NN: &str = "drills/isbar/nn.toml";
const LESSON: &str = "lessons/te/lesson.toml";
const LESSON_NB: &str = "lessons/te/nb.toml";
const LESSON_NN: &str = "lessons/te/nn.toml";
const PATH: &str = "paths/ny/path.toml";
const PATH_NB: &str = "paths/ny/nb.toml";
const PATH_NN: &str = "paths/ny/nn.toml";
const STANDARD: &str = "standards/hus/standard.toml";
const STANDARD_NB: &str = "standards/hus/nb.toml";
const STANDARD_NN: &str = "standards/hus/nn.toml";
const TERMS: &str = "reference/terms/terms.toml";
const TERMS_NB: &str = "reference/terms/nb.toml";
const TERMS_NN: &str = "reference/terms/nn.toml";

/// Files and folders.
const FILES: &[Broken] = &[
    (CATALOGUE, Remove, CATALOGUE, "", "cannot be read: "),
    (CATALOGUE, Change("= 1", "= 0"), CATALOGUE, "format_version", "format_version 0 is older than 1"),
    (CATALOGUE, Change("= 1", "= 2"), CATALOGUE, "format_version", "format_version 2 is newer than 1"),
    (
        CATALOGUE,
        Change("\"kaffe\"", "\"kaffe\", \"kaffe\""),
        CATALOGUE,
        "cases",
        "the id `kaffe` is used twice",
    ),
    (
        CATALOGUE,
        Change("\"kaffe\"", "\"kaffe\", \"te\""),
        CATALOGUE,
        "cases",
        "`te` is in the catalogue and has no folder",
    ),
    (
        CATALOGUE,
        Change(", \"kaffe\"", ""),
        CATALOGUE,
        "cases",
        "`kaffe` has a folder and is not in the catalogue",
    ),
    (
        CATALOGUE,
        Change("\"kaffe\"", "\"kaffe\", \"Te nå\""),
        CATALOGUE,
        "cases",
        "the id `Te nå` has other signs",
    ),
    (
        "guides/annen/guide.toml",
        Write(b""),
        CATALOGUE,
        "guides",
        "`annen` has a folder and is not in the catalogue",
    ),
    (
        CASE,
        Change("\"kaffe\"", "\"kaffi\""),
        CASE,
        "id",
        "the id `kaffi` is not the name of the folder, `kaffe`",
    ),
    (CASE, Remove, CASE, "", "cannot be read: "),
    (CASE_NN, Remove, CASE_NN, "", "there is no file for the language nn"),
    (GUIDE_EN, Remove, GUIDE_EN, "", "there is no file for the language en"),
    (VALUES_NN, Remove, VALUES_NN, "", "there is no file for the language nn"),
    (LAWS_NB, Remove, LAWS_NB, "", "there is no file for the language nb"),
    (VALUES, Write(b"values = []\n"), VALUES, "values", "it is empty"),
    ("cases/kaffe/notes.txt", Write(b"note"), "cases/kaffe/notes.txt", "", "this file belongs to nothing"),
    ("cases/kaffe/sv.toml", Write(b""), "cases/kaffe/sv.toml", "", "this file belongs to nothing"),
    ("reference/laws/sv.toml", Write(b""), "reference/laws/sv.toml", "", "this file belongs to nothing"),
    ("notes.txt", Write(b"note"), "notes.txt", "", "this file belongs to nothing"),
    (CASE_NN, Write(b"title = \"\xff\""), CASE_NN, "", "cannot be read: "),
    (CASE_NN, Change("question =", "question"), CASE_NN, "line 4", "cannot be read: "),
    (
        CASE_NN,
        Change("teaser = \"Han vil ha kaffi heile natta.\"\n", ""),
        CASE_NN,
        "teaser",
        "cannot be read: missing field `teaser`",
    ),
    (
        CASE_NN,
        Change("teaser", "svar = \"Ja\"\nteaser"),
        CASE_NN,
        "svar",
        "cannot be read: unknown field `svar`",
    ),
    (
        CASE,
        Change("\"unknown\"", "\"guessed\""),
        CASE,
        "line 20",
        "cannot be read: unknown variant `guessed`",
    ),
    (
        VALUES_NN,
        Change("question = \"Kva treng ho no?\"\n", ""),
        VALUES_NN,
        "omsorg.question",
        "cannot be read: missing field",
    ),
    (TAGS, Change("en = \"Home\"\n", ""), TAGS, "themes.hjem.en", "there is no file for the language en"),
    (TAGS, Change("\"Home\"", "\" \""), TAGS, "themes.hjem.en", "it is empty"),
    (
        TAGS,
        Append("[themes.Ny_tag]\nnb = \"a\"\nnn = \"a\"\nen = \"a\"\n"),
        TAGS,
        "themes.Ny_tag",
        "the id `Ny_tag` has other signs",
    ),
];

/// Ids, structure and metadata.
const STRUCTURE: &[Broken] = &[
    (
        VALUES,
        Append("[[values]]\nid = \"omsorg\"\nmetadata = { sources = [], last_checked = \"\" }\n"),
        VALUES,
        "values",
        "the id `omsorg` is used twice",
    ),
    (
        LAWS,
        Append(
            "[[laws]]\nid = \"prove-1\"\nsection = \"\"\nmetadata = { sources = [], last_checked = \"\" }\n",
        ),
        LAWS,
        "laws",
        "the id `prove-1` is used twice",
    ),
    (
        CASE,
        Change("[[parties]]", "[[facts]]\nid = \"kopper\"\ncertainty = \"unknown\"\n[[parties]]"),
        CASE,
        "facts",
        "the id `kopper` is used twice",
    ),
    (
        CASE,
        Change("[metadata]", "[[parties]]\nid = \"legen\"\nhow_we_know = \"unknown\"\n[metadata]"),
        CASE,
        "parties",
        "the id `legen` is used twice",
    ),
    (
        GUIDE,
        Change("[metadata]", "[[steps]]\nid = \"se\"\nparts = []\nquestions = []\n[metadata]"),
        GUIDE,
        "steps",
        "the id `se` is used twice",
    ),
    (
        GUIDE,
        Change("\"hvem\"]", "\"hvem\", \"hva\"]"),
        GUIDE,
        "steps.se.questions",
        "the id `hva` is used twice",
    ),
    (GUIDE, Change("\"alternatives\", ", ""), GUIDE, "steps", "no step has the part Alternatives"),
    (GUIDE, Change("\"laws\"", "\"laws\", \"facts\""), GUIDE, "steps", "two steps have the part Facts"),
    (
        GUIDE_NB,
        Change("hvem = \"Hvem gjelder det?\"\n", ""),
        GUIDE_NB,
        "steps.se.questions.hvem",
        "there are no words for `hvem`",
    ),
    (
        GUIDE_NB,
        Append("hvor = \"Hvor?\"\n"),
        GUIDE_NB,
        "steps.velge.questions.hvor",
        "there are words for `hvor`, which guides/kort/guide.toml does not have",
    ),
    (
        CASE_EN,
        Change("kopper = \"He drinks four cups every night.\"\n", ""),
        CASE_EN,
        "facts.kopper",
        "there are no words for `kopper`",
    ),
    (
        CASE_EN,
        Append("[parties.katten]\nrole = \"The cat\"\n"),
        CASE_EN,
        "parties.katten",
        "there are words for `katten`, which cases/kaffe/case.toml",
    ),
    (
        VALUES_NN,
        Append("[tillit]\nname = \"Tillit\"\n"),
        VALUES_NN,
        "tillit",
        "there are words for `tillit`, which reference/values/values.toml",
    ),
    (LAWS_NB, Write(b""), LAWS_NB, "prove-1", "there are no words for `prove-1`"),
    (
        CASE_EN,
        Change("two.\", ", "two.\", \"He is alone.\", "),
        CASE_EN,
        "background",
        "the languages differ: 3 paragraphs here, and 2 paragraphs in nb",
    ),
    (
        CASE_EN,
        Change("\"That he sleeps well.\"", "\"\""),
        CASE_EN,
        "parties.legen.interest",
        "the languages differ: nothing here, and a text in nb",
    ),
    (
        CASE,
        Change("[{ title = \"Skrevet for prøver\" }]", "[]"),
        CASE,
        "metadata.sources",
        "there is no source",
    ),
    (GUIDE, Change("Skrevet for prøver\" }", "\" }"), GUIDE, "metadata.sources.1.title", "it is empty"),
    (
        CASE,
        Change("2026-01-31", "31.01.2026"),
        CASE,
        "metadata.last_checked",
        "`31.01.2026` is not a day as YYYY-MM-DD",
    ),
    (CASE, Change("2026-01-31", "2026-02-30"), CASE, "metadata.last_checked", "`2026-02-30` is not a day"),
    (
        LAWS,
        Change("2026-01-31", "2026-11-22"),
        LAWS,
        "laws.prove-1.metadata.last_checked",
        "2026-11-22 is later than today, 2026-11-21",
    ),
    (
        LAWS,
        Change("2025-06-01", "juni 2025"),
        LAWS,
        "laws.prove-1.changed",
        "`juni 2025` is not a day as YYYY-MM-DD",
    ),
    (LAWS, Change("§ 1", ""), LAWS, "laws.prove-1.section", "it is empty"),
    (
        GUIDE,
        Change("reference = \"Skrevet for prøver\"", "reference = \"\""),
        GUIDE,
        "reference",
        "it is empty",
    ),
    (CASE, Change("\"sykehjem\"", "\"sjukehus\""), CASE, "setting", "the tag `sjukehus` is not known"),
    (CASE, Change("[\"mat\"]", "[\"mat\", \"drikke\"]"), CASE, "themes", "the tag `drikke` is not known"),
    (CASE, Change("[\"mat\"]", "[]"), CASE, "themes", "it is empty"),
    (CASE, Change("\"frihet\"", "\"fridom\""), CASE, "values", "the id `fridom` is not known"),
    (CASE, Change("[\"omsorg\", \"frihet\"]", "[]"), CASE, "values", "it is empty"),
    (CASE, Change("\"prove-1\"", "\"prove-2\""), CASE, "laws", "the id `prove-2` is not known"),
    (LAWS, Change("\"frihet\"", "\"fridom\""), LAWS, "laws.prove-1.values", "the id `fridom` is not known"),
    (CASE, Change("\"known\"", "\"believed\""), CASE, "facts", "no fact is Known"),
    (CASE, Change("\"believed\"", "\"known\""), CASE, "facts", "no fact is Believed"),
    (CASE, Change("\"unknown\"", "\"believed\""), CASE, "facts", "no fact is Unknown"),
    (
        CASE,
        Change("source = \"observed\"\n", ""),
        CASE,
        "facts.kopper.source",
        "a fact that is Known has no source",
    ),
    (
        CASE,
        Change("\"unknown\"", "\"unknown\"\nsource = \"said\""),
        CASE,
        "facts.hjerte.source",
        "a fact that is unknown has a source",
    ),
    (CASE, Change("patient = true\n", ""), CASE, "parties", "0 parties are the patient"),
    (
        CASE,
        Change("id = \"legen\"", "id = \"legen\"\npatient = true"),
        CASE,
        "parties",
        "2 parties are the patient",
    ),
];

/// How texts are written.
const WRITING: &[Broken] = &[
    (CASE_NB, Change("En kopp til", " "), CASE_NB, "title", "it is empty"),
    (CASE_NB, Change("Han drikker fire kopper hver natt.", ""), CASE_NB, "facts.kopper", "it is empty"),
    (CASE_NB, Change("Da sover han ikke mer.", ""), CASE_NB, "background.2", "it is empty"),
    (GUIDE_NB, Change("Hva vet vi?", ""), GUIDE_NB, "steps.se.questions.hva", "it is empty"),
    (VALUES_NB, Change("Omsorg", ""), VALUES_NB, "omsorg.name", "it is empty"),
    (LAWS_NB, Change("prøveloven\"", "\""), LAWS_NB, "prove-1.act", "it is empty"),
    (
        CASE_NB,
        Change("Jeg vil ha kaffe.", ""),
        CASE_NB,
        "parties.beboer.view",
        "the view is empty, and how_we_know",
    ),
    (
        CASE_NB,
        Change("view = \"\"", "view = \"Nei.\""),
        CASE_NB,
        "parties.legen.view",
        "there is a view, and how_we_know",
    ),
    (
        CASE_NB,
        Change("dårlig?", "dårlig."),
        CASE_NB,
        "question",
        "the question does not end in a question mark",
    ),
    (
        VALUES_NB,
        Change("selv?", "selv."),
        VALUES_NB,
        "frihet.question",
        "the question does not end in a question mark",
    ),
    (
        GUIDE_NB,
        Change("mest?", "mest."),
        GUIDE_NB,
        "steps.velge.question",
        "the question does not end in a question mark",
    ),
    (CASE_NN, Change("heile natta.", "heile natta!"), CASE_NN, "teaser", "there is an exclamation mark"),
    (LAWS_NB, Change("Ja til hjelp", "Ja!"), LAWS_NB, "prove-1.title", "there is an exclamation mark"),
    (
        CASE_EN,
        Change(
            "all night.",
            "all night and all day and all week and all year and he will not have it any other way at all.",
        ),
        CASE_EN,
        "teaser",
        "a sentence has 25 words, and 20 is the most: «He wants coffee",
    ),
    (
        GUIDE_NB,
        Change(
            "To steg fra uro til valg.",
            "To steg fra uro til valg og til en god grunn for det, også når vi er få og det haster fælt.",
        ),
        GUIDE_NB,
        "summary",
        "a sentence has 22 words, and 20 is the most",
    ),
    (
        GUIDE_NB,
        Change(
            "Hva skal veie mest?",
            "Er det så? Hva skal veie mest her og nå for hun det gjelder og for alle de andre?",
        ),
        GUIDE_NB,
        "steps.velge.question",
        "the text has 19 words, and 18 is the most",
    ),
    (
        GUIDE_NB,
        Change("\"Velge\"", "\"Å velge det som veier\""),
        GUIDE_NB,
        "steps.velge.name",
        "the name has 21 characters, and 20 is the most",
    ),
    (
        LAWS_NB,
        Change(
            "si ja til den.",
            "si ja. A b c d e f g h i j k l m n. A b c d e f g h i j k l m n. A b c d e f g h i j k l m n. A b c d e f g h i j.",
        ),
        LAWS_NB,
        "prove-1.says",
        "the text has 61 words, and 60 is the most",
    ),
    (
        VALUES_NB,
        Change("Å få velge selv, også når andre er uenige.", HARD),
        VALUES_NB,
        "frihet",
        "LIX is 61, and 40 is the most; long words: beslutningsgrunnlag, Selvbestemmelse, tilrettelegging, ",
    ),
    (
        VALUES_NN,
        Change("Å få velje sjølv, også når andre er usamde.", HARD),
        VALUES_NN,
        "frihet",
        "LIX is 61, and 40 is the most",
    ),
];

/// Steps that are borrowed, prompts and plans.
const GUIDES: &[Broken] = &[
    (
        LIKE,
        Change("like = \"kort\"", "like = \"lang\""),
        LIKE,
        "steps.se",
        "no guide `lang` with a step `se` stands earlier",
    ),
    (
        LIKE,
        Change("like = \"kort\"", "like = \"kort\"\nquestions = [\"a\"]"),
        LIKE,
        "steps.se",
        "`se` is like another",
    ),
    (
        LIKE_NB,
        Append("[steps.se]\nname = \"Se\"\nquestion = \"Hva?\"\nwhy = \"Nå.\"\n[steps.se.questions]\n"),
        LIKE,
        "steps.se",
        "`se` is like another guide's step and has something of its own",
    ),
    (
        GUIDE,
        Change("source = \"prover\"", "source = \"ingen\""),
        GUIDE,
        "steps.se.prompts.stille",
        "no source has the id `ingen`",
    ),
    (
        GUIDE,
        Change("{ velge = 5 }", "{ vege = 5 }"),
        GUIDE,
        "plans.6",
        "the plan gives time to `vege`, which is no step",
    ),
    (
        GUIDE,
        Change("{ se = 4,", "{ se = 5,"),
        GUIDE,
        "plans.10",
        "the frame and the steps make 11 minutes, and the plan has 10",
    ),
    (
        GUIDE_NB,
        Change(
            "[steps.se.private]\nquestion = \"Hvor sterkt?\"\nchoices = [\"Litt\", \"En del\", \"Mye\"]\nline = \"Hvorfor?\"\n",
            "",
        ),
        GUIDE_NB,
        "steps.se.private",
        "the step has a private round and no words for it",
    ),
    (
        GUIDE_NB,
        Change("[\"Litt\", \"En del\", \"Mye\"]", "[\"Litt\", \"Mye\"]"),
        GUIDE_NB,
        "steps.se.private.choices",
        "there are 2 choices, and 3 is the least",
    ),
    (
        GUIDE_NB,
        Append(
            "\n[steps.velge.private]\nquestion = \"Hva?\"\nchoices = [\"A\", \"B\", \"C\"]\nline = \"Hvorfor?\"\n",
        ),
        GUIDE_NB,
        "steps.velge.private",
        "there are words for `steps.velge.private`",
    ),
    (
        GUIDE_EN,
        Change("\"A lot\"", "\"A lot\", \"Very much\""),
        GUIDE_EN,
        "steps.se.private.choices",
        "the languages differ: 4 choices here, and 3 in nb",
    ),
    (GUIDE, Change("usual = true", ""), GUIDE, "plans", "no plan is usual"),
    (
        GUIDE,
        Change("minutes = 6\nframe = 1", "minutes = 10\nframe = 5"),
        GUIDE,
        "plans",
        "the id `10` is used twice",
    ),
    (
        GUIDE_NB,
        Change("stille = \"Hvis det blir stille\"", ""),
        GUIDE_NB,
        "triggers.stille",
        "there are no words for `stille`",
    ),
    (
        GUIDE_NB,
        Change("stille = \"Hva tenker dere på nå?\"", ""),
        GUIDE_NB,
        "steps.se.prompts.stille",
        "there are no words for `stille`",
    ),
    (
        GUIDE_NB,
        Change("Hva tenker dere på nå?", "A b c d e f g h i j k l m n. A b c d e f g h i j k l."),
        GUIDE_NB,
        "steps.se.prompts.stille",
        "the text has 26 words, and 25 is the most",
    ),
    (
        RULES_NB,
        Change("Vi lytter.", "A b c d e f g. A b c d e f."),
        RULES_NB,
        "lytt.text",
        "the text has 13 words, and 12 is the most",
    ),
];

/// Decks and their cards.
const CARDS: &[Broken] = &[
    (
        DECK,
        Change("task = \"maltid\"", "task = \"dans\""),
        DECK,
        "cards.st-te.task",
        "the tag `dans` is not known",
    ),
    (
        DECK,
        Change("themes = [\"mat\"]", "themes = []"),
        DECK,
        "cards.st-te.themes",
        "0 themes, and it must be 1 to 3",
    ),
    (
        DECK,
        Change("[\"omsorg\", \"frihet\"]", "[\"omsorg\", \"omsorg\"]"),
        DECK,
        "cards.st-te.values",
        "the id `omsorg` is used twice",
    ),
    (
        DECK,
        Change("parties = [\"pasient\", \"natt\"]", "parties = [\"pasient\"]"),
        DECK,
        "cards.st-te.parties",
        "1 parties, and it must be 2 to 4",
    ),
    (DECK, Change("\"prove-1\"", "\"prove-9\""), DECK, "cards.st-te.law", "the id `prove-9` is not known"),
    (
        DECK,
        Change("professions = [\"alle\"]", "choices = [\"ja\"]"),
        DECK,
        "cards.st-ro.choices",
        "a claim has no choices",
    ),
    (
        DECK,
        Change("kind = \"case\"", "kind = \"term\""),
        DECK,
        "cards.st-te.panel",
        "only a case card has a panel",
    ),
    (
        DECK,
        Change("leans = \"vent\"", "leans = \"gi\""),
        DECK,
        "cards.st-te.panel",
        "every voice leans to `gi`, which reads as the answer",
    ),
    (
        DECK,
        Change("leans = \"vent\"", "leans = \"sov\""),
        DECK,
        "cards.st-te.panel.leans",
        "the id `sov` is not known",
    ),
    (DECK, Change("kind = \"claim\"", "kind = \"quiz\""), DECK, "line ", "cannot be read: "),
    (DECK, Change("law =", "fasit = \"gi\"\nlaw ="), DECK, "fasit", "cannot be read: unknown field `fasit`"),
    (
        DECK_NB,
        Change("En kopp te gir ro.", "Det er riktig svar."),
        DECK_NB,
        "cards.st-te.panel.pleier.reason",
        "«riktig svar» tells of an answer",
    ),
    (
        DECK_NB,
        Change("Han må få sove.", "En kopp te gir ro."),
        DECK_NB,
        "cards.st-te.panel.sonn.reason",
        "`sonn` gives the same reason as another voice",
    ),
    (
        DECK_EN,
        Change("What do you do?", "What do you do? Why?"),
        DECK_EN,
        "cards.st-te.question",
        "there is more than one question",
    ),
    (
        DECK_EN,
        Change("\"For whom?\", ", ""),
        DECK_EN,
        "cards.st-ro.follow_ups",
        "1 follow-up questions, and it must be 2 to 3",
    ),
    (
        DECK_NB,
        Change("Hva om han fryser?", "Hva om han fryser."),
        DECK_NB,
        "cards.st-ro.twist",
        "the question does not end in",
    ),
    (
        DECK_NB,
        Change("spor = \"Spørre ham mer\"", ""),
        DECK_NB,
        "cards.st-te.choices.spor",
        "there are no words for `spor`",
    ),
    (
        DECK_NB,
        Change("Spørre ham mer", "A b c d e f g h i"),
        DECK_NB,
        "cards.st-te.choices.spor",
        "the text has 9 words, and 8",
    ),
    (
        DECK_NB,
        Change(
            "Ro er mer verdt enn mat.",
            "A b c d e f g h i j k l m n o. A b c d e f g h i j k l m n o. A b c d e f g h i j k l m n o. A b c d e f g h i j k l m n o.",
        ),
        DECK_NB,
        "cards.st-ro.text",
        "the text has 64 words, and 60",
    ),
];

/// The glossary, the law list, and the ids that were published.
const TERMS_AND_IDS: &[Broken] = &[
    (TERMS, Change("[\"vakt\"]", "[\"vask\"]"), TERMS, "terms.stell.see", "the id `vask` is not known"),
    (
        TERMS_NB,
        Change("\"vakta\"", "\"stell\""),
        TERMS_NB,
        "vakt.forms",
        "the form «stell» belongs to `stell` already",
    ),
    (TERMS_NB, Change("[\"vakt\", \"vakta\"]", "[]"), TERMS_NB, "vakt.forms", "it is empty"),
    (
        TERMS_NN,
        Change("example = \"Stellet tok tid.\"\n", ""),
        TERMS_NN,
        "stell.example",
        "the languages differ: no example here",
    ),
    (
        CASE_NB,
        Change("Da sover han ikke mer.", "Da gjelder § 9-9 b."),
        CASE_NB,
        "background.2",
        "«§ 9-9 b» is in no law card",
    ),
    (
        IDS,
        Change("\"cards/stue/st-te\"", "\"cards/bad/st-te\""),
        IDS,
        "ids",
        "`cards/bad/st-te` was published, and now it is `cards/stue/st-te`",
    ),
    (
        IDS,
        Change("\"cases/kaffe\"", "\"cases/kaffe\", \"cases/te\""),
        IDS,
        "ids",
        "`cases/te` was published, and now it is gone",
    ),
    (IDS, Change("\"cases/kaffe\", ", ""), IDS, "ids", "`cases/kaffe` is not in ids.toml"),
];

/// Scenarios: what they are made of, and what comes of playing them.
const SCENARIOS: &[Broken] = &[
    (SCENARIO, Change("setting = \"sykehjem\"", "setting = \"skip\""), SCENARIO, "setting", "the tag `skip`"),
    (
        SCENARIO,
        Change("kit = [\"meter\"]", "kit = [\"meter\", \"wand\"]"),
        SCENARIO,
        "play.kit",
        "the tag `wand`",
    ),
    (
        SCENARIO,
        Change("needs = \"meter\"", "needs = \"wand\""),
        SCENARIO,
        "play.actions.ordered.needs",
        "the tag `wand`",
    ),
    (
        SCENARIO,
        Change("frailty = 4", "frailty = 12"),
        SCENARIO,
        "play.patient.frailty",
        "12 is outside 1 to 9",
    ),
    (SCENARIO, Change("rf = 16", "rf = 160"), SCENARIO, "play.patient.habitual.rf", "160 is outside 8 to 30"),
    (
        SCENARIO,
        Change("start = 40", "start = 101"),
        SCENARIO,
        "play.patient.conditions.insulin.start",
        "101 is outside",
    ),
    (SCENARIO, Change("start = 40", "start = 0.1234567"), SCENARIO, "line 30", "cannot be read: "),
    (
        SCENARIO,
        Change("when = \"glucose < 3.5\"", "when = \"sugar < 3.5\""),
        SCENARIO,
        "line 42",
        "cannot be read: ",
    ),
    (
        SCENARIO,
        Change("when = \"glucose < 3.5\"", "when = \"level.fear > 5\""),
        SCENARIO,
        "play.signs.shaky.when",
        "the condition reads `level.fear`",
    ),
    (
        SCENARIO,
        Change("right = \"seen.voice\"", "right = \"ordered.juice\""),
        SCENARIO,
        "play.notes.seen.right",
        "the condition reads `ordered.juice`",
    ),
    (
        SCENARIO,
        Change("asks = [\"numbers\"]", "asks = [\"numbers\"]\nknows = [\"name\"]"),
        SCENARIO,
        "play.receivers.nurse.knows",
        "the id `name`",
    ),
    (
        SCENARIO,
        Change("orders = [\"ordered\"]", "orders = [\"juice\"]"),
        SCENARIO,
        "play.receivers.nurse.replies.orders.orders",
        "the id `juice`",
    ),
    (
        SCENARIO,
        Change("{ id = \"warm\" }", "{ id = \"warm\", when = \"glucose >= 3.8\" }"),
        SCENARIO,
        "play.looks.hands.states",
        "the last one has a condition",
    ),
    (
        SCENARIO,
        Change("judged = [{ id = \"falls\", ", "judged = [{ id = \"falls\", when = \"minute < 90\", "),
        SCENARIO,
        "play.actions.wait.judged",
        "the last one has a condition",
    ),
    (
        SCENARIO,
        Change("source = \"own\"", "source = \"none\""),
        SCENARIO,
        "play.notes.hands.source",
        "no source has the id",
    ),
    (SCENARIO, Change("patient = true\n", ""), SCENARIO, "forks.house.parties", "0 parties are the patient"),
    (
        SCENARIO,
        Change("values = [\"frihet\", ", "values = [\"luksus\", "),
        SCENARIO,
        "forks.house.values",
        "the id `luksus`",
    ),
    (
        SCENARIO_NB,
        Change("shaky = \"Hun skjelver.\"\n", ""),
        SCENARIO_NB,
        "signs.shaky",
        "there are no words",
    ),
    (
        SCENARIO_NB,
        Change("reasons = { falls = \"Sukkeret faller mens du venter.\" }", "reasons = {}"),
        SCENARIO_NB,
        "actions.wait.reasons.falls",
        "there are no words",
    ),
    (
        SCENARIO_NB,
        Change("danger = \"Hun sovnet først.\"", "danger = \"\""),
        SCENARIO_NB,
        "notes.sugar.danger",
        "it is empty",
    ),
    (
        SCENARIO_EN,
        Change("interruption = \"What is the number?\"\n", ""),
        SCENARIO_EN,
        "receivers.nurse.interruption",
        "it is empty",
    ),
    (
        SCENARIO_EN,
        Change("score_misleads = \"The number is low, and still she is ill.\"\n", ""),
        SCENARIO_EN,
        "score_misleads",
        "it is empty",
    ),
    (
        SCENARIO_NB,
        Change("name = \"Gi saft\"", "name = \"Gi henne et stort glass kald saft med en gang\""),
        SCENARIO_NB,
        "actions.juice.name",
        "the text has 10 words",
    ),
    (
        SCENARIO_NB,
        Change("være alene?", "være alene."),
        SCENARIO_NB,
        "forks.house.question",
        "the question does not end",
    ),
    (
        SCENARIO,
        Change("when = \"acvpu >= C\"", "when = \"temp > 40\""),
        SCENARIO,
        "play.looks.voice.states",
        "`slow` is never reached",
    ),
    (
        SCENARIO,
        Change("glucose >= 4 and", "glucose >= 30 and"),
        SCENARIO,
        "play.endings",
        "nobody who plays with care",
    ),
    (
        SCENARIO,
        Change("minute >= 15\"", "minute >= 15\"\nsafe = true"),
        SCENARIO,
        "play.endings",
        "doing nothing ends safely",
    ),
    (SCENARIO, Change("minute >= 15", "minute >= 900"), SCENARIO, "play.endings", "doing nothing never ends"),
];

const HARD: &str = "Selvbestemmelse forutsetter beslutningsgrunnlag, tilrettelegging, forutsigbarhet.";

/// The calls of the ISBAR drills.
const DRILLS: &[Broken] = &[
    (ISBAR, Remove, ISBAR, "", "cannot be read: "),
    (ISBAR_NN, Remove, ISBAR_NN, "", "there is no file for the language nn"),
    ("drills/isbar/sv.toml", Write(b""), "drills/isbar/sv.toml", "", "this file belongs to nothing"),
    (ISBAR, Change("\"hjemme\"", "\"butikk\""), ISBAR, "isbar.fall.setting", "the tag `butikk` is not known"),
    (ISBAR, Change("\"s\"", "\"x\""), ISBAR, "line 9", "cannot be read: unknown variant `x`"),
    (ISBAR, Change("\"r\"", "\"s\""), ISBAR, "isbar.fall.facts", "no fact belongs under `r`"),
    (ISBAR, Change("\"noise\"", "\"b\""), ISBAR, "isbar.fall.facts", "no fact belongs under `noise`"),
    (
        ISBAR,
        Change("{ title = \"Prøvekilde\" }", ""),
        ISBAR,
        "isbar.fall.metadata.sources",
        "there is no source",
    ),
    (
        ISBAR,
        Change("2026-11-20", "2027-11-20"),
        ISBAR,
        "isbar.fall.metadata.last_checked",
        "2027-11-20 is later than today",
    ),
    (
        ISBAR_NN,
        Change("katt = \"Katten søv.\"\n", ""),
        ISBAR_NN,
        "fall.facts.katt",
        "there are no words for `katt`",
    ),
    (
        ISBAR_NN,
        Change("katt =", "hund = \"Hunden søv.\"\nkatt ="),
        ISBAR_NN,
        "fall.facts.hund",
        "there are words for `hund`",
    ),
    (ISBAR_NB, Change("Hun har vondt i hofta.", ""), ISBAR_NB, "fall.facts.vondt", "it is empty"),
    (ISBAR_NB, Change("i hofta.", "i hofta!"), ISBAR_NB, "fall.facts.vondt", "there is an exclamation mark"),
    (
        ISBAR_NB,
        Change(
            "Katten sover.",
            "Katten sover. Den er rød. Den sov i går òg. Den er gammel nå. Den er snill. Alle er glade i den, og den i oss.",
        ),
        ISBAR_NB,
        "fall.facts.katt",
        "the text has 26 words, and 20 is the most",
    ),
    (
        ISBAR_NB,
        Change("Sykepleieren", "Sykepleieren på vakt denne kvelden i hele byen"),
        ISBAR_NB,
        "fall.to",
        "the name has 46 characters",
    ),
];

/// Lessons: what they are made of, and how short it is.
const LESSONS: &[Broken] = &[
    (
        LESSON,
        Change(
            "[[screens]]\nid = \"cup\"\nkind = \"page\"\n\n[[screens]]\nid = \"first\"\nkind = \"single\"\noptions = [\"ask\", \"pour\", \"wait\"]\nright = \"ask\"\n\n",
            "[[screens]]\nid = \"first\"\nkind = \"single\"\noptions = [\"ask\", \"pour\", \"wait\"]\nright = \"ask\"\n\n[[screens]]\nid = \"cup\"\nkind = \"page\"\n\n",
        ),
        LESSON,
        "screens",
        "it does not begin with a page",
    ),
    (
        LESSON,
        Change(
            "[[screens]]\nid = \"steps\"\nkind = \"page\"\nfigure = { kind = \"letters\", parts = [\"t\", \"e\", \"v\", \"a\"] }\n\n[[screens]]\nid = \"order\"\nkind = \"order\"\nitems = [\"boil\", \"draw\", \"drink\"]\n\n",
            "[[screens]]\nid = \"order\"\nkind = \"order\"\nitems = [\"boil\", \"draw\", \"drink\"]\n\n[[screens]]\nid = \"steps\"\nkind = \"page\"\nfigure = { kind = \"letters\", parts = [\"t\", \"e\", \"v\", \"a\"] }\n\n",
        ),
        LESSON,
        "screens.order",
        "more than 2 questions stand in a row",
    ),
    (
        LESSON,
        Change("id = \"te\"", "id = \"kaffe\""),
        LESSON,
        "id",
        "the id `kaffe` is not the name of the folder",
    ),
    (LESSON, Change("minutes = 3", "minutes = 6"), LESSON, "minutes", "6 minutes, and it must be 3 to 5"),
    (LESSON, Change("themes = [\"mat\"]", "themes = [\"skip\"]"), LESSON, "themes", "the tag `skip`"),
    (
        LESSON,
        Change("themes = [\"mat\"]", "themes = []"),
        LESSON,
        "themes",
        "0 themes, and it must be 1 to 4",
    ),
    (LESSON, Change("[\"omsorg\"]", "[\"ro\"]"), LESSON, "values", "the id `ro` is not known"),
    (LESSON, Change("[\"prove-1\"]", "[\"prove-2\"]"), LESSON, "laws", "the id `prove-2` is not known"),
    (
        LESSON,
        Change("[\"stell\", \"vakt\"]", "[\"stell\", \"vask\"]"),
        LESSON,
        "terms",
        "the id `vask` is not known",
    ),
    (
        LESSON,
        Change("[\"stell\", \"vakt\"]", "[\"stell\"]"),
        LESSON,
        "terms",
        "1 terms, and it must be 2 to 6",
    ),
    (
        LESSON,
        Change("kind = \"single\"", "kind = \"double\""),
        LESSON,
        "line 16",
        "cannot be read: unknown variant `double`",
    ),
    (
        LESSON,
        Change("right = \"ask\"", "right = \"ask\"\nanswer = \"ask\""),
        LESSON,
        "answer",
        "cannot be read: unknown field `answer`",
    ),
    (
        LESSON,
        Change("right = \"ask\"", "right = \"sing\""),
        LESSON,
        "screens.first.right",
        "`sing` is no part of this screen",
    ),
    (
        LESSON,
        Change("right = [\"warm\", \"sweet\"]", "right = [\"warm\", \"hot\", \"sweet\"]"),
        LESSON,
        "screens.several.right",
        "`hot` is no part",
    ),
    (
        LESSON,
        Change("right = [\"warm\", \"sweet\"]", "right = [\"warm\"]"),
        LESSON,
        "screens.several.right",
        "1 right options, and it must be 2 to 3",
    ),
    (
        LESSON,
        Change("right = [\"warm\", \"sweet\"]", "right = [\"warm\", \"sweet\", \"cold\", \"late\"]"),
        LESSON,
        "screens.several.right",
        "4 right options",
    ),
    (
        LESSON,
        Change("right = [\"warm\", \"sweet\"]", "right = [\"warm\", \"warm\"]"),
        LESSON,
        "screens.several.right",
        "the id `warm` is used twice",
    ),
    (
        LESSON,
        Change(
            "parts = [\"t\", \"e\", \"v\", \"a\"]",
            "parts = [\"t\", \"e\", \"v\", \"a\"], measure = \"rf\"",
        ),
        LESSON,
        "screens.steps.figure.measure",
        "a figure of bands has a measure",
    ),
    (
        LESSON,
        Change("kind = \"bands\", measure = \"rf\"", "kind = \"bands\""),
        LESSON,
        "screens.breath.figure.measure",
        "a figure of bands has a measure",
    ),
    (
        LESSON,
        Change("kind = \"letters\"", "kind = \"balance\""),
        LESSON,
        "screens.steps.figure.parts",
        "4 parts, and it must be 2 to 2",
    ),
    (
        LESSON,
        Change("bin = \"tea\" },\n  { id = \"water\"", "bin = \"milk\" },\n  { id = \"water\""),
        LESSON,
        "screens.sorted.bins.leaf",
        "`milk` is no part",
    ),
    (
        LESSON,
        Change(
            "{ id = \"soap\", bin = \"not-tea\" },\n  { id = \"sand\", bin = \"not-tea\" }",
            "{ id = \"soap\", bin = \"tea\" },\n  { id = \"sand\", bin = \"tea\" }",
        ),
        LESSON,
        "screens.sorted.bins",
        "nothing belongs under `not-tea`",
    ),
    (LESSON, Change("max = 3", "max = 1"), LESSON, "screens.points.right", "2 is not on a scale from 0 to 1"),
    (
        LESSON,
        Change("rf = 22", "rf = 25"),
        LESSON,
        "screens.points.news2",
        "the right answer is 2, and the table of NEWS2 gives 3",
    ),
    (
        LESSON,
        Change("rf = 22", "rf = 22, oxygen = true"),
        LESSON,
        "screens.points.news2",
        "the right answer is 2, and the table of NEWS2 gives 4",
    ),
    (LESSON, Change("rf = 22", "rf = 220"), LESSON, "screens.points.news2", "rf is outside 0 to 80"),
    (LESSON, Change("{ rf = 22 }", "{}"), LESSON, "screens.points.news2", "it is empty"),
    (
        LESSON,
        Change("to = \"inside\" }, { id = \"walk-in\"", "to = \"garden\" }, { id = \"walk-in\""),
        LESSON,
        "screens.evening.door.knock.to",
        "`garden` is no part",
    ),
    (
        LESSON,
        Change("{ id = \"leave\" }", "{ id = \"leave\", to = \"door\" }"),
        LESSON,
        "screens.evening.inside.leave.to",
        "it leads back to `door`",
    ),
    (
        LESSON,
        Change(", to = \"upset\"", ""),
        LESSON,
        "screens.evening",
        "the moment `upset` is never reached",
    ),
    (
        LESSON,
        Change("{ id = \"sit\", good = true }", "{ id = \"sit\" }"),
        LESSON,
        "screens.evening.inside",
        "no choice is good",
    ),
    (
        LESSON,
        Change("last_checked = \"2026-01-31\"", "last_checked = \"2027-01-31\""),
        LESSON,
        "metadata.last_checked",
        "2027-01-31 is later than today",
    ),
    (
        LESSON,
        Change(
            "[{ title = \"Skrevet for prøver\", place = \"§§ 7 og 8 b\" }]",
            "[{ title = \"\", place = \"§§ 7 og 8 b\" }]",
        ),
        LESSON,
        "metadata.sources.1.title",
        "it is empty",
    ),
    (
        LESSON_NB,
        Change("title = \"En kopp te\"", "title = \"En kopp te til En kopp te til En kopp te til \""),
        LESSON_NB,
        "title",
        "the name has",
    ),
    (
        LESSON_NB,
        Change("teaser = \"Teen er varm.\"", "teaser = \"A b b b b b b b b b b b b b b. A b b b b b.\""),
        LESSON_NB,
        "teaser",
        "the text has 21 words, and 20",
    ),
    (
        LESSON_NB,
        Change(
            "goal = \"Hun tar en kopp.\"",
            "goal = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b.\"",
        ),
        LESSON_NB,
        "goal",
        "the text has 26 words, and 25",
    ),
    (
        LESSON_NB,
        Change(
            "short = \"Teen er varm.\"",
            "short = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b.\"",
        ),
        LESSON_NB,
        "short",
        "the text has 26 words, and 25",
    ),
    (
        LESSON_NB,
        Change("talk_how = \"Hun tar en kopp.\"", "talk_how = \"A b b b b b b b b b b b b.\""),
        LESSON_NB,
        "talk_how",
        "the text has 13 words, and 12",
    ),
    (
        LESSON_NB,
        Change(
            "practice = \"Teen er varm.\"",
            "practice = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b.\"",
        ),
        LESSON_NB,
        "practice",
        "the text has 36 words, and 35",
    ),
    (
        LESSON_NB,
        Change("talk = \"Vil du ha te?\"", "talk = \"Du vil ha te.\""),
        LESSON_NB,
        "talk",
        "the question does not end in",
    ),
    (
        LESSON_NB,
        Change("fadder = \"Vil du ha te?\"", "fadder = \"Du vil ha te.\""),
        LESSON_NB,
        "fadder",
        "the question does not end in",
    ),
    (
        LESSON_NB,
        Change(
            "leader = [\"Teen er varm.\"",
            "leader = [\"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A.\"",
        ),
        LESSON_NB,
        "leader.1",
        "the text has 31 words, and 30",
    ),
    (
        LESSON_NB,
        Change(
            "[opening]\ntitle = \"En kopp te\"",
            "[opening]\ntitle = \"En kopp te til og En kopp te til og En kopp te til og En kopp te til og \"",
        ),
        LESSON_NB,
        "opening.title",
        "the name has",
    ),
    (
        LESSON_NB,
        Change(
            "text = \"Vi drikker sammen.\"",
            "text = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b b b b b b.\"",
        ),
        LESSON_NB,
        "opening.text",
        "the text has 71 words, and 70",
    ),
    (
        LESSON_NB,
        Change(
            "text = [\"Teen er varm.\", \"Det står i § 8 b.\"]",
            "text = [\"Teen er varm.\", \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b.\"]",
        ),
        LESSON_NB,
        "screens.cup.text",
        "the text has 63 words, and 60",
    ),
    (
        LESSON_NB,
        Change(
            "text = [\"Teen er varm.\", \"Det står i § 8 b.\"]",
            "text = [\"Teen er varm.\", \"Det står i § 9.\"]",
        ),
        LESSON_NB,
        "screens.cup.text.2",
        "«§ 9» is in no law card",
    ),
    (
        LESSON_NB,
        Change("[screens.cup]\ntitle = \"En kopp te\"", "[screens.cup]\ntitle = \"A b c d e f g h i\""),
        LESSON_NB,
        "screens.cup.title",
        "the text has 9 words, and 8",
    ),
    (
        LESSON_NB,
        Change("[screens.cup]\ntitle = \"En kopp te\"", "[screens.cup]\ntitle = \"\""),
        LESSON_NB,
        "screens.cup.title",
        "it is empty",
    ),
    (
        LESSON_NB,
        Change("[screens.cup]\n", "[screens.cup]\nunit = \"poeng\"\n"),
        LESSON_NB,
        "screens.cup.unit",
        "there are words for `unit`",
    ),
    (
        LESSON_NB,
        Change("[screens.cup]\n", "[screens.cup]\nfigure = { alt = \"Teen.\" }\n"),
        LESSON_NB,
        "screens.cup.figure",
        "there are words for `figure`",
    ),
    (
        LESSON_NB,
        Change(
            "[screens.first]\nquestion = \"Vil du ha te?\"",
            "[screens.first]\nquestion = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A.\"",
        ),
        LESSON_NB,
        "screens.first.question",
        "the text has 31 words, and 30",
    ),
    (
        LESSON_NB,
        Change("[screens.first]\nquestion = \"Vil du ha te?\"", "[screens.first]"),
        LESSON_NB,
        "screens.first.question",
        "it is empty",
    ),
    (
        LESSON_NB,
        Change(
            "after = \"Vi drikker sammen.\"",
            "after = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b.\"",
        ),
        LESSON_NB,
        "screens.first.after",
        "the text has 36 words, and 35",
    ),
    (
        LESSON_NN,
        Change("after = \"Vi drikk i lag.\"\n", ""),
        LESSON_NN,
        "screens.first.after",
        "the languages differ: nothing after it here, and something",
    ),
    (
        LESSON_NN,
        Change("leader = [\"Teen er varm.\"", "leader = [\"Teen er varm.\", \"Teen er varm.\""),
        LESSON_NN,
        "leader",
        "the languages differ: 4 lines here, and 3 lines",
    ),
    (
        LESSON_NN,
        Change("text = [\"Teen er varm.\", \"Det står i § 8 b.\"]", "text = [\"Det står i § 8 b.\"]"),
        LESSON_NN,
        "screens.cup.text",
        "the languages differ: 1 paragraphs here, and 2",
    ),
    (
        LESSON_NB,
        Change("ask = { text = \"Teen er varm.\", reason = \"Hun tar en kopp.\" }\n", ""),
        LESSON_NB,
        "screens.first.options.ask",
        "there are no words for `ask`",
    ),
    (
        LESSON_NB,
        Change(
            "ask = { text = \"Teen er varm.\", reason = \"Hun tar en kopp.\" }",
            "ask = { text = \"Teen er varm.\", reason = \"\" }",
        ),
        LESSON_NB,
        "screens.first.options.ask.reason",
        "it is empty",
    ),
    (
        LESSON_NB,
        Change("ask = { text = \"Teen er varm.\"", "ask = { text = \"A b b b b b b b b b b b b b b. A b.\""),
        LESSON_NB,
        "screens.first.options.ask.text",
        "the text has 17 words, and 16",
    ),
    (
        LESSON_NB,
        Change(
            "ask = { text = \"Teen er varm.\", reason = \"Hun tar en kopp.\"",
            "ask = { text = \"Teen er varm.\", reason = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b.\"",
        ),
        LESSON_NB,
        "screens.first.options.ask.reason",
        "the text has 36 words, and 35",
    ),
    (
        LESSON_NB,
        Change(
            "[screens.first.options]",
            "[screens.first.options]\nsing = { text = \"Teen er varm.\", reason = \"Ja.\" }",
        ),
        LESSON_NB,
        "screens.first.options.sing",
        "there are words for `sing`",
    ),
    (
        LESSON_NB,
        Change(
            "alt = \"Vi drikker sammen.\"",
            "alt = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A.\"",
        ),
        LESSON_NB,
        "screens.steps.figure.alt",
        "the text has 31 words, and 30",
    ),
    (
        LESSON_NB,
        Change("t = \"T: varm\"", "t = \"varm\""),
        LESSON_NB,
        "screens.steps.figure.parts.t",
        "it does not begin with its letter",
    ),
    (
        LESSON_NB,
        Change("t = \"T: varm\"", "t = \"T: a b c d e f g h i\""),
        LESSON_NB,
        "screens.steps.figure.parts.t",
        "the text has 10 words, and 8",
    ),
    (
        LESSON_NB,
        Change("t = \"T: varm\", ", ""),
        LESSON_NB,
        "screens.steps.figure.parts.t",
        "there are no words for `t`",
    ),
    (
        LESSON_NB,
        Change("figure = { alt = \"Teen er varm.\" }\n", ""),
        LESSON_NB,
        "screens.breath.figure",
        "it is empty",
    ),
    (
        LESSON_NB,
        Change("boil = { text = \"Teen er varm.\", reason = \"Hun tar en kopp.\" }\n", ""),
        LESSON_NB,
        "screens.order.items.boil",
        "there are no words for `boil`",
    ),
    (
        LESSON_NB,
        Change("cup = { left = \"Teen er varm.\"", "cup = { left = \"A b b b b b b b b b b b b.\""),
        LESSON_NB,
        "screens.pairs.pairs.cup.left",
        "the text has 13 words, and 12",
    ),
    (
        LESSON_NB,
        Change(
            "cup = { left = \"Teen er varm.\"",
            "pan = { left = \"Ja.\", right = \"Nei.\", reason = \"Jo.\" }\ncup = { left = \"Teen er varm.\"",
        ),
        LESSON_NB,
        "screens.pairs.pairs.pan",
        "there are words for `pan`",
    ),
    (
        LESSON_NB,
        Change("tea = \"varm\"", "tea = \"a b c d e f\""),
        LESSON_NB,
        "screens.sorted.bins.tea",
        "the text has 6 words, and 5",
    ),
    (
        LESSON_NB,
        Change("tea = \"varm\"\n", ""),
        LESSON_NB,
        "screens.sorted.bins.tea",
        "there are no words for `tea`",
    ),
    (
        LESSON_NB,
        Change("unit = \"poeng\"", "unit = \"a b c d e\""),
        LESSON_NB,
        "screens.points.unit",
        "the text has 5 words, and 4",
    ),
    (
        LESSON_NB,
        Change(
            "low = \"Teen er varm.\"",
            "low = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b.\"",
        ),
        LESSON_NB,
        "screens.points.reasons.low",
        "the text has 36 words, and 35",
    ),
    (
        LESSON_NB,
        Change(
            "[screens.evening.moments.door]\ntext = \"Teen er varm.\"",
            "[screens.evening.moments.door]\ntext = \"A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b b b b b b b b b b. A b b b b b.\"",
        ),
        LESSON_NB,
        "screens.evening.moments.door.text",
        "the text has 51 words, and 50",
    ),
    (
        LESSON_NB,
        Change("knock = { text = \"Teen er varm.\", reason = \"Hun tar en kopp.\" }\n", ""),
        LESSON_NB,
        "screens.evening.moments.door.choices.knock",
        "there are no words for `knock`",
    ),
    (
        LESSON_NB,
        Change(
            "knock = { text = \"Teen er varm.\", reason = \"Hun tar en kopp.\" }",
            "knock = { text = \"Teen er varm.\", reason = \"Hun tar en kopp!\" }",
        ),
        LESSON_NB,
        "screens.evening.moments.door.choices.knock.reason",
        "there is an exclamation mark",
    ),
    (
        LESSON_NB,
        Change("stay = { text = \"Teen er varm.\", reason = \"Hun tar en kopp.\" }\n", ""),
        LESSON_NB,
        "screens.stand.positions.stay",
        "there are no words for `stay`",
    ),
    (
        LESSON_NB,
        Change(
            "[screens.stand]\nquestion = \"Vil du ha te?\"",
            "[screens.stand]\nquestion = \"Du vil ha te.\"",
        ),
        LESSON_NB,
        "screens.stand.question",
        "the question does not end in",
    ),
    (
        IDS,
        Change("\"questions/te/first\"", "\"questions/te/second\", \"questions/te/first\""),
        IDS,
        "ids",
        "`questions/te/second` was published, and now it is gone",
    ),
    (IDS, Change("\"questions/te/first\", ", ""), IDS, "ids", "`questions/te/first` is not in ids.toml"),
];

/// Paths.
const PATHS: &[Broken] = &[
    (PATH_NN, Remove, PATH_NN, "", "there is no file for the language nn"),
    ("paths/ny/notes.txt", Write(b"note"), "paths/ny/notes.txt", "", "this file belongs to nothing"),
    (PATH, Change("\"ny\"", "\"nye\""), PATH, "id", "the id `nye` is not the name of the folder"),
    (PATH, Change("\"alle\"", "\"ingen\""), PATH, "professions", "the tag `ingen` is not known"),
    (PATH, Change("\"practical\"", "\"exam\""), PATH, "line 6", "cannot be read: unknown variant `exam`"),
    (PATH, Change("of = \"te\"\n", ""), PATH, "items.tea.of", "a lesson does not say which one"),
    (
        PATH,
        Change("kind = \"reading\"", "kind = \"reading\"\nof = \"te\""),
        PATH,
        "items.the-fire.of",
        "a reading is no content of the app, and names some",
    ),
    (PATH, Change("\"te\"", "\"kaffe\""), PATH, "items.tea.of", "there is no lesson `kaffe`"),
    (PATH, Change("\"sukker\"", "\"te\""), PATH, "items.sugar.of", "there is no scenario `te`"),
    (PATH, Change("\"stue\"", "\"st-te\""), PATH, "items.talk.of", "there is no deck `st-te`"),
    (PATH, Change("\"nokkel\"", "\"nokler\""), PATH, "items.the-key.of", "there is no case `nokler`"),
    (
        PATH,
        Change("kind = \"case\"\nof = \"nokkel\"", "kind = \"deck\"\nof = \"stue\""),
        PATH,
        "items.the-key.of",
        "the id `stue` is used twice",
    ),
    (
        PATH,
        Change("due_days = 14", "due_days = 3"),
        PATH,
        "items.sugar.due_days",
        "it is due on day 3, and what stands before it on day 7",
    ),
    (
        PATH,
        Change("renew_months = 12", "renew_months = 9"),
        PATH,
        "items.the-kettle.renew_months",
        "it comes back after 9 months",
    ),
    (
        PATH,
        Change("[{ title = \"Skrevet for prøver\", place = \"her\" }]", "[]"),
        PATH,
        "metadata.sources",
        "there is no source",
    ),
    (
        PATH_NB,
        Change("show = \"Kollegaen koker te.\"\n", ""),
        PATH_NB,
        "items.the-kettle.show",
        "it is empty",
    ),
    (
        PATH_NB,
        Change("text = \"Les det", "do = \"Du leser.\"\ntext = \"Les det"),
        PATH_NB,
        "items.the-fire.do",
        "do is only of something practical",
    ),
    (
        PATH_NB,
        Append("\n[items.tea]\ntitle = \"Te\"\ntext = \"Te.\"\n"),
        PATH_NB,
        "items.tea",
        "there are words for `tea`",
    ),
    (
        PATH_NN,
        Change("[items.the-fire]\ntitle = \"Brannen\"\ntext = \"Les det som står på døra.\"\n", ""),
        PATH_NN,
        "items.the-fire",
        "there are no words for `the-fire`",
    ),
    (
        PATH_NB,
        Change("who = \"For alle nye.\"", "who = \"For a b c d e f g h i j k l m n o.\""),
        PATH_NB,
        "who",
        "the text has 16 words, and 15",
    ),
    (
        PATH_NB,
        Change("\"Du koker te.\"", "\"Du koker te!\""),
        PATH_NB,
        "items.the-kettle.do",
        "there is an exclamation",
    ),
    (IDS, Change("\"path-items/ny/tea\", ", ""), IDS, "ids", "`path-items/ny/tea` is not in ids.toml"),
];

/// Ethical standards.
const STANDARDS: &[Broken] = &[
    (STANDARD_NN, Remove, STANDARD_NN, "", "there is no file for the language nn"),
    (STANDARD, Change("version = \"1\"", "version = \" \""), STANDARD, "version", "it is empty"),
    (STANDARD, Change("date = \"2026-01-31\"", "date = \"i dag\""), STANDARD, "date", "`i dag` is not a day"),
    (
        STANDARD,
        Change("lessons = [\"te\"]", "lessons = [\"kaffe\"]"),
        STANDARD,
        "sections.door.lessons",
        "there is no lesson `kaffe`",
    ),
    (
        STANDARD,
        Change("laws = [\"prove-1\"]", "laws = [\"prove-7\"]"),
        STANDARD,
        "sections.door.laws",
        "the id `prove-7` is not known",
    ),
    (
        STANDARD,
        Change("section = \"cup\"", "section = \"plate\""),
        STANDARD,
        "questions.at-the-table.section",
        "there is no section `plate`",
    ),
    (
        STANDARD,
        Change("right = \"quiet\"", "right = \"asleep\""),
        STANDARD,
        "questions.at-night.right",
        "`asleep` is none of the options",
    ),
    (
        STANDARD_NB,
        Change("leave = { text = \"Går\", reason = \"Han får ro, men ingen te.\" }\n", ""),
        STANDARD_NB,
        "questions.at-the-table.options.leave",
        "there are no words for `leave`",
    ),
    (
        STANDARD_NB,
        Change("reason = \"Da får han velge.\"", "reason = \"\""),
        STANDARD_NB,
        "questions.at-the-table.options.ask.reason",
        "it is empty",
    ),
    (
        STANDARD_NB,
        Change("Hva gjør du ved døra?", "Si hva du gjør."),
        STANDARD_NB,
        "questions.at-the-door.question",
        "the question does not end",
    ),
    (STANDARD_NB, Change("(§ 9 b)", "(§ 5)"), STANDARD_NB, "sections.door.text", "«§ 5» is in no law card"),
    (STANDARD_NN, Change("sample = \"Dette er ein prøve.\"\n", ""), STANDARD_NN, "sample", "it is empty"),
    (STANDARD_NB, Change("says = \"Jeg har lest.\"", "says = \"\""), STANDARD_NB, "sign.says", "it is empty"),
];

fn all() -> impl Iterator<Item = &'static Broken> {
    FILES
        .iter()
        .chain(STRUCTURE)
        .chain(WRITING)
        .chain(GUIDES)
        .chain(CARDS)
        .chain(TERMS_AND_IDS)
        .chain(SCENARIOS)
        .chain(DRILLS)
        .chain(LESSONS)
        .chain(PATHS)
        .chain(STANDARDS)
}

fn spoiled((file, edit, ..): &Broken) -> Copy {
    let copy = Copy::new();
    match edit {
        Change(from, to) => copy.edit(file, from, to),
        Append(text) => copy.append(file, text),
        Write(bytes) => copy.write(file, bytes),
        Remove => copy.remove(file),
    }
    copy
}

#[test]
fn the_tiny_course_itself_is_right() {
    assert_eq!(Copy::new().findings(), []);
}

#[test]
fn every_rule_refuses_with_file_field_reason_and_what_to_do() {
    let mut wrong = Vec::new();
    for broken in all() {
        let (edited, _, file, field, reason) = broken;
        let findings = spoiled(broken).findings();
        let right = matches!(&findings[..], [one] if one.file == *file
            && (one.field == *field || field.ends_with(' ') && one.field.starts_with(field))
            && one.problem.to_string().starts_with(reason)
            && !one.problem.remedy().is_empty());
        if !right {
            let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
            wrong.push(format!("{edited}: expected {file}: {field}: {reason}\n  found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A number for each problem. A new problem does not compile here until it has one, and then the test
/// below asks for a spoiled course that shows it.
fn number(problem: &Problem) -> usize {
    match problem {
        Problem::Unreadable { .. } => 0,
        Problem::TooOld { .. } => 1,
        Problem::TooNew { .. } => 2,
        Problem::MissingLanguage(_) => 3,
        Problem::NotInCatalogue(_) => 4,
        Problem::NoFolder(_) => 5,
        Problem::OtherId { .. } => 6,
        Problem::Duplicate(_) => 7,
        Problem::OddId(_) => 8,
        Problem::StrayFile => 9,
        Problem::MissingWords(_) => 10,
        Problem::WordsForNothing { .. } => 11,
        Problem::OtherStructure { .. } => 12,
        Problem::NoSource => 13,
        Problem::BadDate(_) => 14,
        Problem::FutureDate { .. } => 15,
        Problem::UnknownTag(_) => 16,
        Problem::UnknownId(_) => 17,
        Problem::NoFactThatIs(_) => 18,
        Problem::FactWithoutSource(_) => 19,
        Problem::SourceOfUnknown => 20,
        Problem::PatientParties(_) => 21,
        Problem::NoView => 22,
        Problem::ViewOfUnknown => 23,
        Problem::PartMissing(_) => 24,
        Problem::PartTwice(_) => 25,
        Problem::Empty => 26,
        Problem::NoQuestionMark => 27,
        Problem::Exclamation => 28,
        Problem::LongSentence { .. } => 29,
        Problem::LongText { .. } => 30,
        Problem::LongName { .. } => 31,
        Problem::HardToRead { .. } => 32,
        Problem::Identifies(_) => 33,
        Problem::LikeNothing { .. } => 34,
        Problem::LikeAndOwn(_) => 35,
        Problem::UnknownSource(_) => 36,
        Problem::UnknownStep(_) => 37,
        Problem::PlanSum { .. } => 38,
        Problem::NoUsualPlan => 39,
        Problem::NoPrivateWords => 40,
        Problem::FewChoices { .. } => 41,
        Problem::MovedId { .. } => 42,
        Problem::LostId(_) => 43,
        Problem::UnlistedId(_) => 44,
        Problem::Count { .. } => 45,
        Problem::ClaimWith(_) => 46,
        Problem::PanelOfOther => 47,
        Problem::PanelAgrees(_) => 48,
        Problem::SameReason(_) => 49,
        Problem::Answer(_) => 50,
        Problem::ManyQuestions => 51,
        Problem::UnknownSection(_) => 52,
        Problem::FormTaken { .. } => 53,
        Problem::UnknownReading(_) => 54,
        Problem::OutOfBounds { .. } => 55,
        Problem::NoLastResort => 56,
        Problem::NeverReached(_) => 57,
        Problem::NoSafeEnding => 58,
        Problem::NothingIsSafe(_) => 59,
        Problem::NoEnd => 60,
        Problem::SilentScore(_) => 61,
        Problem::NoFactUnder(_) => 62,
        Problem::Lesson(problem) => number_in_lesson(problem),
        Problem::Path(problem) => number_in_path(problem),
    }
}

fn number_in_lesson(problem: &LessonProblem) -> usize {
    match problem {
        LessonProblem::UnknownPart(_) => 63,
        LessonProblem::NoPageFirst => 64,
        LessonProblem::QuestionsInARow { .. } => 65,
        LessonProblem::EmptyBin(_) => 66,
        LessonProblem::LeadsBack(_) => 67,
        LessonProblem::NoGoodChoice => 68,
        LessonProblem::OutsideScale { .. } => 69,
        LessonProblem::OtherPoints { .. } => 70,
        LessonProblem::FigureMeasure => 71,
        LessonProblem::NoLetter => 72,
    }
}

fn number_in_path(problem: &PathProblem) -> usize {
    match problem {
        PathProblem::OfNothing(_) => 73,
        PathProblem::OfSomething(_) => 74,
        PathProblem::NoSuch { .. } => 75,
        PathProblem::NotInOrder { .. } => 76,
        PathProblem::Renewal(_) => 77,
        PathProblem::NotPractical(_) => 78,
        PathProblem::NoSection(_) => 79,
        PathProblem::NoOption(_) => 80,
    }
}

#[test]
fn no_problem_is_without_a_course_that_shows_it() {
    let mut seen: BTreeSet<usize> =
        all().flat_map(|broken| spoiled(broken).findings()).map(|finding| number(&finding.problem)).collect();
    // These have tests of their own.
    seen.insert(number(&Problem::Identifies(String::new())));
    seen.insert(number(&Problem::SilentScore(0)));
    assert_eq!(seen, (0..=80).collect());
}

#[test]
fn a_low_score_of_somebody_who_gets_worse_is_not_passed_over_in_silence() {
    let copy = Copy::new();
    copy.edit(SCENARIO, "score_misleads = \"news2 < 3\"\n", "");
    copy.edit(SCENARIO_NB, "score_misleads = \"Tallet er lavt, og hun er likevel syk.\"\n", "");
    copy.edit(SCENARIO_NN, "score_misleads = \"Tallet er lavt, og ho er likevel sjuk.\"\n", "");
    copy.edit(SCENARIO_EN, "score_misleads = \"The number is low, and still she is ill.\"\n", "");
    let told: Vec<_> = copy.findings().into_iter().map(|finding| (finding.field, finding.problem)).collect();
    assert_eq!(told, [("play.score_misleads".to_owned(), Problem::SilentScore(0))]);
}

#[test]
fn the_made_up_people_of_a_scenario_or_a_call_may_be_named_in_it_and_nobody_else() {
    let copy = Copy::new();
    copy.edit(ISBAR_NB, "Katten sover.", "Katten til Nils sover.");
    copy.edit(SCENARIO_NB, "Hun er blek i dag.", "Olea er blek. Kari ser det.");
    let guard = |text: &str| -> Vec<String> {
        ["Olea", "Kari", "Nils"]
            .iter()
            .filter(|name| text.contains(**name))
            .map(ToString::to_string)
            .collect()
    };
    let report = check(copy.path(), today(), Some(&guard));
    let told: Vec<_> = report.findings.iter().map(|finding| &finding.problem).collect();
    assert_eq!(told, [&Problem::Identifies("Nils".into()), &Problem::Identifies("Kari".into())]);
}

#[test]
fn what_a_scenario_hands_to_a_reflection_names_nobody() {
    let copy = Copy::new();
    copy.edit(SCENARIO_NB, "Hva hun vil.", "Hva Olea vil.");
    let guard = |text: &str| -> Vec<String> {
        if text.contains("Olea") { vec!["Olea".to_owned()] } else { Vec::new() }
    };
    let report = check(copy.path(), today(), Some(&guard));
    let told: Vec<_> = report.findings.iter().map(|f| (f.field.as_str(), &f.problem)).collect();
    assert_eq!(told, [("forks.house.facts.wish", &Problem::Identifies("Olea".into()))]);
}

#[test]
fn what_could_identify_somebody_is_found_by_the_guard_that_is_handed_in() {
    let copy = Copy::new();
    copy.edit(CASE_NB, "sier sønnen", "sier Kari Hansen");
    let guard = |text: &str| -> Vec<String> {
        if text.contains("Kari Hansen") { vec!["Kari Hansen".to_owned()] } else { Vec::new() }
    };
    let report = check(copy.path(), today(), Some(&guard));
    let told: Vec<_> =
        report.findings.iter().map(|f| (f.file.as_str(), f.field.as_str(), &f.problem)).collect();
    assert_eq!(told, [(CASE_NB, "facts.smak", &Problem::Identifies("Kari Hansen".into()))]);
}

#[test]
fn lix_spares_english_exempt_terms_and_names_of_acts() {
    let english = Copy::new();
    english.edit("reference/values/en.toml", "To choose for oneself, even when others disagree.", HARD);
    assert_eq!(english.findings(), []);

    let exempt = Copy::new();
    exempt.edit(VALUES_NB, "Å få velge selv, også når andre er uenige.", HARD);
    exempt.edit("readability.toml", "nb = [", "nb = [\"selvbestemmelse\", ");
    assert_eq!(exempt.findings().len(), 1, "one of five is not enough");
    exempt.edit("readability.toml", "nb = [", "nb = [\"tilrettelegging\", \"forutsigbarhet\", ");
    assert_eq!(exempt.findings(), []);

    let act = Copy::new();
    act.edit(VALUES_NB, "Å få velge selv, også når andre er uenige.", HARD);
    act.edit(
        LAWS_NB,
        "prøveloven\"",
        "Selvbestemmelse og beslutningsgrunnlag, tilrettelegging og forutsigbarhet\"",
    );
    assert_eq!(act.findings(), []);
}

#[test]
fn a_deck_is_read_as_a_whole_and_more_strictly_than_a_card() {
    let copy = Copy::new();
    // One card alone may have LIX 40; a whole deck that is so is tiring.
    for (from, to) in [
        ("Ro er mer verdt enn mat.", "Tryggheten forsvinner når roen blir borte."),
        ("Når er det sant?", "Hvordan merkes forskjellen?"),
        ("Hva om han fryser?", "Hva om beboeren fryser?"),
        ("Han vil ha te klokka to. Du er alene.", "Beboeren savner frokosten sin. Du er alene."),
        ("Hva gjør du?", "Hvordan hjelper du?"),
        ("Hva vil han?", "Hva ønsker beboeren?"),
        ("Hva vil du?", "Hva ønsker pleieren?"),
        ("Hva om han var din far?", "Hva om beboeren var faren din?"),
        ("For hvem?", "Hvorfor ikke det?"),
        ("En kopp te gir ro.", "En kopp te trøster beboeren."),
        ("Han må få sove.", "Beboeren må få sove."),
    ] {
        copy.edit(DECK_NB, from, to);
    }
    let findings: Vec<String> = copy.findings().iter().map(ToString::to_string).collect();
    assert!(
        matches!(&findings[..], [one] if one.starts_with("decks/stue/nb.toml: LIX is ") && one.contains("35 is the most")),
        "{findings:#?}"
    );
}

#[test]
fn a_folder_that_is_not_there_is_red() {
    let copy = Copy::new();
    let report = check(&copy.path().join("nowhere"), today(), None);
    assert!(report.findings.iter().any(|finding| finding.file == CATALOGUE), "{report}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_place_of_any_file_are_refused_and_never_a_panic(
        file in prop::sample::select(vec![CATALOGUE, TAGS, GUIDE, GUIDE_NB, CASE, CASE_NN, VALUES, VALUES_NN, LAWS]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let copy = Copy::new();
        copy.write(file, bytes);
        prop_assert!(!copy.findings().is_empty());
    }

    #[test]
    fn a_file_cut_anywhere_never_panics(
        file in prop::sample::select(vec![CATALOGUE, TAGS, GUIDE, GUIDE_NB, CASE, CASE_NN, VALUES, VALUES_NN, LAWS]),
        part in 0.0..1.0f64,
    ) {
        let copy = Copy::new();
        let whole = std::fs::read(copy.path().join(file)).unwrap();
        let end = (whole.len() as f64 * part) as usize;
        copy.write(file, &whole[..end]);
        let _ = copy.findings();
    }
}
