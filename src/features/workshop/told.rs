//! What is wrong, in words: where it is and what to do about it. Pure.

use crate::content::rules::Problem;
use crate::ethics::Certainty;
use crate::i18n::Messages;
use crate::packs::{Disguise, Fault, Item, ItemKind, Joining, OwnFinding, OwnProblem, Pack, PackError};

/// One reason why something is not finished or not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Where: the line, the item, the field; as much as is known.
    pub place: String,
    /// What is wrong and what to do.
    pub text: String,
}

/// What stands between the parts of a place.
const BETWEEN: &str = " · ";

/// Why a file cannot be read.
#[must_use]
pub fn of_error(error: &PackError, words: &Messages) -> Reason {
    let line = error.spot().map(|spot| words.workshop_at_line(spot.line));
    let item = error.item().map(|(kind, number)| words.workshop_item_n(kind_name(kind, words), number));
    let place: Vec<String> = line.into_iter().chain(item).collect();
    Reason { place: place.join(BETWEEN), text: error_text(error, words) }
}

fn error_text(error: &PackError, words: &Messages) -> String {
    match error {
        PackError::TooLarge { limit, .. } => words.workshop_e_too_large(limit / 1024),
        PackError::Empty => words.workshop_e_empty().to_owned(),
        PackError::NotText(Disguise::Compressed) => words.workshop_e_compressed().to_owned(),
        PackError::NotText(Disguise::OtherEncoding) => words.workshop_e_encoding().to_owned(),
        PackError::NotText(Disguise::Binary) => words.workshop_e_binary().to_owned(),
        PackError::NotJson(_) => words.workshop_e_not_json().to_owned(),
        PackError::TooDeep(_) => words.workshop_e_too_deep().to_owned(),
        PackError::NotAPack => words.workshop_e_not_a_pack().to_owned(),
        PackError::TooOld(_) => words.workshop_e_too_old().to_owned(),
        PackError::TooNew(_) => words.workshop_e_too_new().to_owned(),
        PackError::TooMany { found, limit } => words.workshop_e_too_many(found, limit),
        PackError::Field { path, fault, .. } => fault_text(path, fault, words),
    }
}

fn fault_text(path: &str, fault: &Fault, words: &Messages) -> String {
    match fault {
        Fault::Unknown => words.workshop_e_unknown(path),
        Fault::Missing(field) => words.workshop_e_missing(field),
        Fault::Shape => words.workshop_e_shape(path),
        Fault::Twice => words.workshop_e_twice(path),
        Fault::TooLong { characters, limit } => words.workshop_e_long(characters, limit),
        Fault::HiddenSign => words.workshop_e_hidden().to_owned(),
        Fault::Markup(tag) => words.workshop_e_markup(tag),
        Fault::Id => words.workshop_e_id(path),
        Fault::Taken => words.workshop_e_taken().to_owned(),
        Fault::Edition => words.workshop_e_edition().to_owned(),
        Fault::Day => words.workshop_e_day().to_owned(),
    }
}

/// What is not right in a pack. The item is named where `named`; in a form one knows which it is.
#[must_use]
pub fn of_finding(finding: &OwnFinding, pack: &Pack, named: bool, words: &Messages) -> Reason {
    let line = finding.spot.map(|spot| words.workshop_at_line(spot.line));
    let item = named.then(|| item_name(&finding.item, pack, words));
    let item = item.filter(|_| finding.item.kind != ItemKind::Pack);
    let field = field_name(&finding.item, &finding.field, words);
    let place: Vec<String> = line.into_iter().chain(item).chain([field]).collect();
    Reason { place: place.join(BETWEEN), text: problem_text(&finding.problem, words) }
}

/// Whether a finding says no more than that something is not filled in yet.
#[must_use]
pub fn is_blank(problem: &OwnProblem) -> bool {
    match problem {
        OwnProblem::Rule(Problem::Empty | Problem::NoView) => true,
        OwnProblem::Rule(Problem::UnknownTag(id) | Problem::UnknownId(id)) => id.is_empty(),
        OwnProblem::Rule(Problem::Count { found, .. }) => *found == 0,
        OwnProblem::Rule(_)
        | OwnProblem::NoItems
        | OwnProblem::ManyItems { .. }
        | OwnProblem::LargeFile { .. }
        | OwnProblem::LongText { .. }
        | OwnProblem::HiddenSign
        | OwnProblem::Markup(_) => false,
    }
}

/// An item as it is spoken of: what it is and what it is called.
#[must_use]
pub fn item_name(item: &Item, pack: &Pack, words: &Messages) -> String {
    let (kind, title) = (kind_name(item.kind, words), pack.title_of(item));
    if title.is_empty() { kind.to_owned() } else { format!("{kind} «{title}»") }
}

/// What an item is.
#[must_use]
pub fn kind_name(kind: ItemKind, words: &Messages) -> &str {
    match kind {
        ItemKind::Pack => words.workshop_f_title(),
        ItemKind::Card => words.workshop_card(),
        ItemKind::Case => words.workshop_case(),
        ItemKind::Prompt => words.workshop_prompt(),
    }
}

/// A field as its form names it.
#[must_use]
pub fn field_name(item: &Item, field: &str, words: &Messages) -> String {
    let mut parts = field.split('.');
    let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let plain = match (item.kind, first) {
        (ItemKind::Pack, "owner") => words.workshop_f_owner(),
        (ItemKind::Pack, "title") => words.workshop_f_title(),
        (ItemKind::Pack, _) | (_, "") => words.workshop_f_whole(),
        (ItemKind::Prompt, "step") => words.workshop_f_step(),
        (ItemKind::Prompt, "on") => words.workshop_f_on(),
        (_, "title") => words.workshop_name(),
        (_, "text") => words.workshop_text(),
        (ItemKind::Case, "question") => words.workshop_case_question(),
        (_, "question") => words.workshop_question(),
        (_, "twist") => words.workshop_f_twist(),
        (_, "teaser") => words.workshop_f_teaser(),
        (_, "background") => words.workshop_f_background(),
        (_, "values") => words.workshop_f_values(),
        (_, "task") => words.workshop_f_task(),
        (_, "settings" | "setting") => words.workshop_f_setting(),
        (_, "themes") => words.workshop_f_themes(),
        (_, "law" | "laws") => words.workshop_f_law(),
        (_, "metadata") => words.workshop_f_metadata(),
        (ItemKind::Card, "parties") => words.workshop_f_views_from(),
        (_, "follow_ups") => {
            let number = second.unwrap_or_default();
            return format!("{} {number}", words.workshop_f_follow_ups()).trim_end().to_owned();
        }
        (_, "choices") => {
            let row = second.map(|id| words.workshop_choice(id.to_uppercase()));
            return row.unwrap_or_else(|| words.workshop_f_choices().to_owned());
        }
        (_, "panel") => return panel_name(second, third, words),
        (_, "facts") => {
            let row = second.and_then(number_of).map(|number| words.workshop_fact(number));
            return row.unwrap_or_else(|| words.workshop_f_facts().to_owned());
        }
        (_, "parties") => {
            let row = second.and_then(number_of).map(|number| words.workshop_role(number));
            return row.unwrap_or_else(|| words.workshop_f_parties().to_owned());
        }
        (_, other) => return other.to_owned(),
    };
    plain.to_owned()
}

fn panel_name(id: Option<&str>, field: Option<&str>, words: &Messages) -> String {
    // The voice is told by the number that its rows have.
    let Some(number) = id.and_then(number_of) else { return words.workshop_f_panel().to_owned() };
    match field {
        Some("who") => words.workshop_who(number),
        Some("reason") => words.workshop_reason(number),
        _ => words.workshop_f_panel().to_owned(),
    }
}

/// The number of a row by its letter.
fn number_of(id: &str) -> Option<usize> {
    let letter = id.chars().next().filter(|_| id.len() == 1)?;
    ('a'..='l').position(|one| one == letter).map(|at| at + 1)
}

fn problem_text(problem: &OwnProblem, words: &Messages) -> String {
    match problem {
        OwnProblem::Rule(problem) => rule_text(problem, words),
        OwnProblem::NoItems => words.workshop_p_no_items().to_owned(),
        OwnProblem::ManyItems { found, limit } => words.workshop_p_many_items(found, limit),
        OwnProblem::LargeFile { .. } => words.workshop_p_large().to_owned(),
        OwnProblem::LongText { characters, limit } => words.workshop_e_long(characters, limit),
        OwnProblem::HiddenSign => words.workshop_e_hidden().to_owned(),
        OwnProblem::Markup(tag) => words.workshop_e_markup(tag),
    }
}

fn rule_text(problem: &Problem, words: &Messages) -> String {
    let plain = match problem {
        Problem::UnknownTag(id) | Problem::UnknownId(id) if !id.is_empty() => {
            return words.workshop_p_unknown(id);
        }
        Problem::UnknownTag(_) | Problem::UnknownId(_) => words.workshop_p_choose(),
        Problem::Count { found, least, most, .. } if least == most => {
            return words.workshop_p_count_exact(found, most);
        }
        Problem::Count { found, least, most, .. } => return words.workshop_p_count(found, least, most),
        Problem::LongSentence { words: count, limit, .. } => {
            return words.workshop_p_long_sentence(limit, count);
        }
        Problem::LongText { words: count, limit } => return words.workshop_p_long_text(limit, count),
        Problem::LongName { characters, limit } => return words.workshop_p_long_name(characters, limit),
        Problem::HardToRead { long_words, .. } => return words.workshop_p_hard(long_words),
        Problem::Answer(word) => return words.workshop_p_answer(word),
        Problem::UnknownSection(section) => return words.workshop_p_section(section),
        Problem::Identifies(text) => return words.workshop_p_identifies(text),
        Problem::Empty => words.workshop_p_empty(),
        Problem::ClaimWith(_) => words.workshop_p_claim(),
        Problem::PanelOfOther => words.workshop_p_panel_other(),
        Problem::PanelAgrees(_) => words.workshop_p_panel_agrees(),
        Problem::SameReason(_) => words.workshop_p_same_reason(),
        Problem::NoQuestionMark => words.workshop_p_question(),
        Problem::Exclamation => words.workshop_p_exclamation(),
        Problem::ManyQuestions => words.workshop_p_many_questions(),
        Problem::NoFactThatIs(Certainty::Known) => words.workshop_p_no_known(),
        Problem::NoFactThatIs(Certainty::Believed) => words.workshop_p_no_believed(),
        Problem::NoFactThatIs(Certainty::Unknown) => words.workshop_p_no_unknown(),
        Problem::FactWithoutSource(_) => words.workshop_p_source_missing(),
        Problem::SourceOfUnknown => words.workshop_p_source_of_unknown(),
        Problem::PatientParties(_) => words.workshop_p_patient(),
        Problem::NoView => words.workshop_p_no_view(),
        Problem::ViewOfUnknown => words.workshop_p_view_of_unknown(),
        Problem::MissingWords(_) | Problem::WordsForNothing { .. } => words.workshop_p_words_missing(),
        Problem::Duplicate(_) | Problem::OddId(_) => words.workshop_p_twice(),
        Problem::BadDate(_) | Problem::FutureDate { .. } => words.workshop_p_date(),
        Problem::NoSource => words.workshop_p_no_source(),
        // What only the app's own content can be.
        Problem::Unreadable { .. }
        | Problem::TooOld { .. }
        | Problem::TooNew { .. }
        | Problem::MissingLanguage(_)
        | Problem::NotInCatalogue(_)
        | Problem::NoFolder(_)
        | Problem::OtherId { .. }
        | Problem::StrayFile
        | Problem::MovedId { .. }
        | Problem::LostId(_)
        | Problem::UnlistedId(_)
        | Problem::OtherStructure { .. }
        | Problem::PartMissing(_)
        | Problem::PartTwice(_)
        | Problem::LikeNothing { .. }
        | Problem::LikeAndOwn(_)
        | Problem::UnknownSource(_)
        | Problem::UnknownStep(_)
        | Problem::PlanSum { .. }
        | Problem::NoPrivateWords
        | Problem::FewChoices { .. }
        | Problem::NoUsualPlan
        | Problem::FormTaken { .. }
        | Problem::UnknownReading(_)
        | Problem::OutOfBounds { .. }
        | Problem::NoLastResort
        | Problem::NeverReached(_)
        | Problem::NoSafeEnding
        | Problem::NothingIsSafe(_)
        | Problem::NoEnd
        | Problem::SilentScore(_)
        | Problem::NoFactUnder(_)
        | Problem::Lesson(_)
        | Problem::Path(_) => words.workshop_p_other(),
    };
    plain.to_owned()
}

/// What taking in a pack would do.
#[must_use]
pub fn of_joining(joining: Joining, words: &Messages) -> String {
    match joining {
        Joining::New => words.workshop_joins_new().to_owned(),
        Joining::Same => words.workshop_joins_same().to_owned(),
        Joining::Update { from, to } => words.workshop_joins_update(from, to),
        Joining::Older { have } => words.workshop_joins_older(have),
        Joining::Differs { edition } => words.workshop_joins_differs(edition),
        Joining::OwnComesBack { from, to, loses_changes } => {
            let back = words.workshop_joins_back(from, to);
            if loses_changes { format!("{back} {}", words.workshop_joins_back_loses(from)) } else { back }
        }
    }
}

/// How much of what is in a pack: «3 kort · 1 sak».
#[must_use]
pub fn counts(pack: &Pack, words: &Messages) -> String {
    let (cards, cases, prompts) = (pack.cards.len(), pack.cases.len(), pack.prompts.len());
    let mut parts = Vec::new();
    if cards > 0 {
        parts.push(words.workshop_cards_count(cards));
    }
    if cases > 0 {
        parts.push(words.workshop_cases_count(cases));
    }
    if prompts > 0 {
        parts.push(words.workshop_prompts_count(prompts));
    }
    parts.join(BETWEEN)
}

/// The limit of the words in what a card says and asks.
pub const CARD_WORDS: usize = 60;
/// The limit of the words in what an etikkveileder may say.
pub const PROMPT_WORDS: usize = 25;

/// How hard a text is to read, in a word, by its LIX.
#[must_use]
pub fn reading(lix: usize, words: &Messages) -> String {
    let word = match lix {
        0..=30 => words.workshop_reading_easy(),
        31..=40 => words.workshop_reading_some(),
        _ => words.workshop_reading_hard(),
    };
    words.workshop_reading(word)
}
