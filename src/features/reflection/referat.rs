//! The referat: a summary with words around it, as blocks that the screen, the printer and the
//! Markdown file all show in the same order.

use super::group::Profession;
use super::session::{FindOut, Heard, NextStep, ReportAnswer, ReportKind, Side, filled};
use super::summary::{
    Summary, SummaryAlternative, SummaryArgument, SummaryFact, SummaryGroup, SummaryParty, View,
};
use crate::content::Part;
use crate::ethics::{Certainty, FactSource};
use crate::i18n::{Day, Messages};
use crate::progress::Arena;

/// One block of a referat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title.
    Title(String),
    /// A quiet line.
    Meta(String),
    /// A heading.
    Heading(String),
    /// A smaller heading.
    SubHeading(String),
    /// Text that somebody wrote; paragraphs are set apart by line breaks.
    Text(String),
    /// The question, set large.
    Question(String),
    /// A list.
    Items(Vec<Item>),
    /// Something that must be seen.
    Notice(String),
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What it is about, set strong; may be empty.
    pub lead: String,
    /// What it says.
    pub text: String,
    /// Lines below it.
    pub notes: Vec<String>,
}

impl Item {
    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(super) fn led(lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self { lead: lead.into(), text: text.into(), ..Self::default() }
    }

    fn with(mut self, notes: Vec<String>) -> Self {
        self.notes = notes;
        self
    }
}

/// The referat of a summary. `minutes_ahead` is the zone of the device, for the date at the top.
#[must_use]
pub fn referat(summary: &Summary, words: &Messages, minutes_ahead: i32) -> Vec<Block> {
    let started = Day::of_moment(summary.started_ms, minutes_ahead).long(words);
    let title =
        if filled(&summary.title) { summary.title.clone() } else { words.reflection_untitled().into() };
    let mut blocks = vec![Block::Title(title), Block::Meta(words.reflection_r_started(started))];
    if let Some(group) = &summary.group {
        blocks.push(Block::Meta(present(group, words)));
        if filled(&group.goal) {
            blocks.push(Block::Meta(words.group_r_goal(&group.goal)));
        }
    }
    if filled(&summary.guide) {
        blocks.push(Block::Meta(words.reflection_r_model(&summary.guide)));
    }
    question(summary, words, &mut blocks);
    background(summary, words, &mut blocks);
    facts(summary, words, &mut blocks);
    parties(summary, words, &mut blocks);
    values(summary, words, &mut blocks);
    alternatives(summary, words, &mut blocks);
    overall(summary, words, &mut blocks);
    next(summary, words, &mut blocks);
    left_out(summary, words, &mut blocks);
    blocks.push(Block::Meta(words.reflection_export_note().into()));
    blocks
}

/// Who was here, where and how long: «6 deltakere (2 × sykepleier, 1 × lege) · Fagdag · 60 minutter».
fn present(group: &SummaryGroup, words: &Messages) -> String {
    let mut line = words.group_r_present(group.participants.into());
    let counted = group
        .professions
        .iter()
        .map(|(profession, count)| format!("{count} × {}", lower_first(profession_name(*profession, words))));
    let counted: Vec<String> = counted.collect();
    if !counted.is_empty() {
        line = format!("{line} ({})", counted.join(", "));
    }
    meeting(line, group.arena, group.minutes, words)
}

/// Who was here, where and how long, in a line.
pub(super) fn meeting(here: String, arena: Option<Arena>, minutes: u16, words: &Messages) -> String {
    let arena = arena.filter(|arena| *arena != Arena::Other).map(|arena| arena.name(words).to_owned());
    let parts = [Some(here), arena, Some(words.group_r_minutes(minutes.into()))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The name of a profession.
#[must_use]
pub fn profession_name(profession: Profession, words: &Messages) -> &str {
    match profession {
        Profession::HealthcareWorker => words.group_profession_healthcare_worker(),
        Profession::Nurse => words.group_profession_nurse(),
        Profession::Assistant => words.group_profession_assistant(),
        Profession::SocialEducator => words.group_profession_social_educator(),
        Profession::Doctor => words.group_profession_doctor(),
        Profession::Therapist => words.group_profession_therapist(),
        Profession::Manager => words.group_profession_manager(),
        Profession::Student => words.group_profession_student(),
        Profession::Other => words.group_profession_other(),
    }
}

/// The name of a part, for what a plan has no time for.
#[must_use]
pub fn part_name(part: Part, words: &Messages) -> &str {
    match part {
        Part::Problem => words.group_part_problem(),
        Part::Facts => words.group_part_facts(),
        Part::Parties => words.group_part_parties(),
        Part::Values => words.group_part_values(),
        Part::Laws => words.group_part_laws(),
        Part::Alternatives => words.group_part_alternatives(),
        Part::Overall => words.group_part_overall(),
    }
}

fn question(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(words.reflection_r_question().into()));
    if filled(&summary.question) {
        blocks.push(Block::Question(summary.question.clone()));
    } else {
        blocks.push(Block::Text(words.reflection_r_no_question().into()));
    }
    if !summary.earlier.is_empty() {
        blocks.push(Block::SubHeading(words.reflection_r_earlier().into()));
        blocks.push(Block::Items(summary.earlier.iter().map(Item::plain).collect()));
    }
}

fn background(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    if filled(&summary.background) {
        blocks.push(Block::Heading(words.reflection_r_background().into()));
        blocks.push(Block::Text(summary.background.clone()));
    }
}

fn facts(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    if summary.facts.is_empty() {
        return;
    }
    blocks.push(Block::Heading(words.reflection_r_facts().into()));
    for (certainty, heading) in [
        (Certainty::Known, words.reflection_r_known()),
        (Certainty::Believed, words.reflection_r_believed()),
        (Certainty::Unknown, words.reflection_r_unknown()),
    ] {
        let items: Vec<Item> =
            summary.facts.iter().filter(|f| f.certainty == certainty).map(|f| fact(f, words)).collect();
        if !items.is_empty() {
            blocks.push(Block::SubHeading(heading.into()));
            blocks.push(Block::Items(items));
        }
    }
}

fn fact(fact: &SummaryFact, words: &Messages) -> Item {
    let mut notes: Vec<String> =
        fact.source.map(|source| source_name(source, words).into()).into_iter().collect();
    notes.extend(fact.find_out.as_ref().and_then(|find_out| find_out_line(find_out, words)));
    Item::plain(&fact.text).with(notes)
}

/// The name of a source of facts.
#[must_use]
pub fn source_name(source: FactSource, words: &Messages) -> &str {
    match source {
        FactSource::Observed => words.reflection_source_observed(),
        FactSource::Said => words.reflection_source_said(),
        FactSource::Record => words.reflection_source_record(),
        FactSource::Professional => words.reflection_source_professional(),
        FactSource::Experience => words.reflection_source_experience(),
        FactSource::ServiceUser => words.reflection_source_service_user(),
    }
}

/// Who finds out, and by when; none when neither is written.
#[must_use]
pub fn find_out_line(find_out: &FindOut, words: &Messages) -> Option<String> {
    let day = Day::parse(&find_out.date).map(|day| day.long(words));
    match (filled(&find_out.role), day) {
        (true, Some(day)) => Some(words.reflection_find_out_by(day, find_out.role.trim())),
        (true, None) => Some(words.reflection_find_out_by_role(find_out.role.trim())),
        (false, Some(day)) => Some(words.reflection_find_out_by_date(day)),
        (false, None) => None,
    }
}

fn parties(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    let patient = summary.parties.iter().find(|party| party.patient);
    blocks.push(Block::Heading(words.reflection_r_parties().into()));
    if summary.patient_voice_is_missing {
        let role = patient.map(|p| p.role.clone()).filter(|role| filled(role));
        let role = role.unwrap_or_else(|| words.reflection_patient().into());
        blocks.push(Block::Notice(words.reflection_r_voice_missing(&role)));
    }
    let items: Vec<Item> = summary.parties.iter().map(|party| party_item(party, words)).collect();
    if !items.is_empty() {
        blocks.push(Block::Items(items));
    }
}

fn party_item(party: &SummaryParty, words: &Messages) -> Item {
    let role = if filled(&party.role) { party.role.clone() } else { words.reflection_patient().into() };
    let mut notes = Vec::new();
    if filled(&party.interest) {
        notes.push(words.reflection_r_interest(&party.interest));
    }
    notes.push(heard_name(party.heard, words).into());
    notes.extend(party.ask.as_ref().and_then(|ask| find_out_line(ask, words)));
    Item::led(role, view_line(&party.view, words)).with(notes)
}

/// A view in words. An assumed view never stands as a statement.
#[must_use]
pub fn view_line(view: &View, words: &Messages) -> String {
    match view {
        View::Said(text) => words.reflection_r_said(without_quotes(text)),
        View::Observed(text) => words.reflection_r_observed(text),
        View::Assumed(text) => words.reflection_r_assumed(text),
        View::Unknown => words.reflection_r_view_unknown().to_owned(),
    }
}

/// Whether a party is part of the reflection, in words.
#[must_use]
pub fn heard_name(heard: Heard, words: &Messages) -> &str {
    match heard {
        Heard::Here => words.reflection_heard_here(),
        Heard::Asked => words.reflection_heard_asked(),
        Heard::NotHeard => words.reflection_heard_not(),
    }
}

fn values(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    if !summary.values.is_empty() {
        blocks.push(Block::Heading(words.reflection_r_values().into()));
        blocks.push(Block::Text(listed_names(&summary.values, words)));
    }
    if !summary.conflicts.is_empty() {
        blocks.push(Block::SubHeading(words.reflection_r_conflicts().into()));
        let items = summary
            .conflicts
            .iter()
            .map(|(a, b)| Item::plain(words.reflection_conflict_between(a, lower_first(b))))
            .collect();
        blocks.push(Block::Items(items));
    }
    if !summary.laws.is_empty() {
        blocks.push(Block::Heading(words.reflection_r_laws().into()));
        let items = summary.laws.iter().map(|law| {
            let checked =
                Day::parse(&law.last_checked).map(|day| words.reflection_r_law_checked(day.long(words)));
            Item::led(law.title.clone(), format!("{} {}", law.act, law.section))
                .with(checked.into_iter().collect())
        });
        blocks.push(Block::Items(items.collect()));
    }
}

fn alternatives(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    if summary.alternatives.is_empty() {
        return;
    }
    blocks.push(Block::Heading(words.reflection_r_alternatives().into()));
    blocks.push(Block::Items(summary.alternatives.iter().map(|a| alternative(a, words)).collect()));
}

fn alternative(alternative: &SummaryAlternative, words: &Messages) -> Item {
    let lead = if alternative.chosen { words.reflection_r_chosen() } else { "" };
    let notes = alternative.arguments.iter().map(|argument| argument_line(argument, words)).collect();
    Item::led(lead, alternative.text.clone()).with(notes)
}

fn argument_line(argument: &SummaryArgument, words: &Messages) -> String {
    let side = match argument.side {
        Side::For => words.reflection_r_for(),
        Side::Against => words.reflection_r_against(),
    };
    let tied: Vec<String> = argument.values.iter().chain(&argument.parties).map(|n| lower_first(n)).collect();
    let tied = (!tied.is_empty()).then(|| words.reflection_r_tied(listed(&tied, words)));
    match (filled(&argument.text), tied) {
        (true, Some(tied)) => format!("{side}: {} ({tied})", argument.text),
        (true, None) => format!("{side}: {}", argument.text),
        (false, Some(tied)) => format!("{side}: {tied}"),
        (false, None) => side.to_owned(),
    }
}

fn overall(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(words.reflection_r_overall().into()));
    let choice =
        summary.chosen().map_or_else(|| words.reflection_r_no_choice().to_owned(), |c| c.text.clone());
    let mut items = vec![Item::led(words.reflection_r_choice(), choice)];
    if filled(&summary.reason) {
        items.push(Item::led(words.reflection_r_reason(), summary.reason.clone()));
    } else if summary.chosen().is_some() {
        items.push(Item::led(words.reflection_r_reason(), words.reflection_r_no_reason()));
    }
    blocks.push(Block::Items(items));
    if !summary.set_aside.is_empty() {
        blocks.push(Block::SubHeading(words.reflection_r_aside().into()));
        let asides = summary.set_aside.iter().map(|aside| {
            let line = match &aside.party {
                Some(party) => words.reflection_r_aside_for(lower_first(party), &aside.value),
                None => aside.value.clone(),
            };
            let soften = filled(&aside.soften).then(|| words.reflection_r_aside_soften(&aside.soften));
            Item::plain(line).with(soften.into_iter().collect())
        });
        blocks.push(Block::Items(asides.collect()));
    }
    if !summary.open_values.is_empty() {
        blocks.push(Block::Text(words.reflection_r_open_values(listed_names(&summary.open_values, words))));
    }
    if filled(&summary.disagreement) {
        blocks.push(Block::SubHeading(words.reflection_r_disagreement().into()));
        blocks.push(Block::Text(summary.disagreement.clone()));
    }
    report(summary, words, blocks);
}

fn report(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    let items: Vec<Item> = summary
        .report
        .iter()
        .map(|(kind, answer)| Item::led(report_kind(*kind, words), report_answer(*answer, words)))
        .collect();
    if !items.is_empty() {
        blocks.push(Block::SubHeading(words.reflection_r_report().into()));
        blocks.push(Block::Items(items));
    }
}

/// What may have to be reported, in words.
#[must_use]
pub fn report_kind(kind: ReportKind, words: &Messages) -> &str {
    match kind {
        ReportKind::Deviation => words.reflection_report_deviation(),
        ReportKind::Threat => words.reflection_report_threat(),
        ReportKind::Wrongdoing => words.reflection_report_wrongdoing(),
    }
}

/// An answer to «Skal dette meldes?», in words.
#[must_use]
pub fn report_answer(answer: ReportAnswer, words: &Messages) -> &str {
    match answer {
        ReportAnswer::No => words.reflection_report_no(),
        ReportAnswer::Yes => words.reflection_report_yes(),
        ReportAnswer::Unsure => words.reflection_report_unsure(),
    }
}

fn next(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(words.reflection_r_next().into()));
    match &summary.next {
        NextStep::Undecided => blocks.push(Block::Text(words.reflection_r_undecided().into())),
        NextStep::Nothing { because } if filled(because) => {
            blocks.push(Block::Text(words.reflection_r_nothing(lower_first(because.trim()))));
        }
        NextStep::Nothing { .. } => blocks.push(Block::Text(words.reflection_r_nothing_plain().into())),
        NextStep::Action { what, role, date } => {
            let what = if filled(what) { what.trim() } else { words.reflection_r_undecided() };
            blocks.push(agreed(what, role, date, words));
        }
    }
}

/// What shall be done, which role does it, and when to look at it again.
pub(super) fn agreed(what: &str, role: &str, date: &str, words: &Messages) -> Block {
    let role = filled(role).then(|| words.reflection_r_next_role(role.trim()));
    let day = Day::parse(date).map(|day| words.reflection_r_next_date(day.long(words)));
    Block::Items(vec![Item::plain(what).with(role.into_iter().chain(day).collect())])
}

fn left_out(summary: &Summary, words: &Messages, blocks: &mut Vec<Block>) {
    let by_plan =
        summary.parts_left_out.iter().map(|part| words.group_r_part_left_out(part_name(*part, words)));
    let items: Vec<Item> = summary.left_out.iter().cloned().chain(by_plan).map(Item::plain).collect();
    if !items.is_empty() {
        blocks.push(Block::Heading(words.reflection_r_left_out().into()));
        blocks.push(Block::Items(items));
    }
    if filled(&summary.reference) {
        blocks.push(Block::Heading(words.reflection_r_reference().into()));
        blocks.push(Block::Text(summary.reference.clone()));
    }
}

/// «a, b og c».
#[must_use]
pub fn listed(names: &[String], words: &Messages) -> String {
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} {} {last}", rest.join(", "), words.reflection_r_and()),
    }
}

/// «Verdighet, håp og tillit»: only the first name begins a line.
#[must_use]
pub fn listed_names(names: &[String], words: &Messages) -> String {
    let mut inside: Vec<String> = names.iter().map(|name| lower_first(name)).collect();
    if let (Some(first), Some(name)) = (inside.first_mut(), names.first()) {
        first.clone_from(name);
    }
    listed(&inside, words)
}

/// The word as it stands inside a sentence. Abbreviations such as «NAV» stay.
pub(super) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            let mut lowered: String = first.to_lowercase().collect();
            lowered.push_str(text.get(first.len_utf8()..).unwrap_or_default());
            lowered
        }
        _ => text.to_owned(),
    }
}

/// A text without the quotation marks that somebody may have put around it.
#[must_use]
pub fn without_quotes(text: &str) -> &str {
    text.trim_matches(|c| matches!(c, '«' | '»' | '"' | '“' | '”'))
}

/// The referat as Markdown. What somebody wrote can not turn into markup.
#[must_use]
pub fn markdown(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Title(text) => push_paragraph(&mut out, &format!("# {}", inline(text))),
            Block::Heading(text) => push_paragraph(&mut out, &format!("## {}", inline(text))),
            Block::SubHeading(text) => push_paragraph(&mut out, &format!("### {}", inline(text))),
            Block::Meta(text) => push_paragraph(&mut out, &format!("*{}*", inline(text))),
            Block::Question(text) => push_paragraph(&mut out, &format!("> {}", inline(text))),
            Block::Notice(text) => push_paragraph(&mut out, &format!("**{}**", inline(text))),
            Block::Text(text) => text.lines().filter(|line| filled(line)).for_each(|line| {
                push_paragraph(&mut out, &inline(line));
            }),
            Block::Items(items) => push_items(&mut out, items),
        }
    }
    out
}

fn push_paragraph(out: &mut String, text: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(text);
    out.push('\n');
}

fn push_items(out: &mut String, items: &[Item]) {
    out.push('\n');
    for item in items {
        let lead = if filled(&item.lead) { format!("**{}:** ", inline(&item.lead)) } else { String::new() };
        out.push_str(&format!("- {lead}{}\n", inline(&item.text)));
        for note in &item.notes {
            out.push_str(&format!("  - {}\n", inline(note)));
        }
    }
}

/// One line of Markdown in which nothing is markup.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (place, letter) in line.char_indices() {
        let special = matches!(letter, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|')
            || (place == 0 && matches!(letter, '-' | '+'));
        if special {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_can_not_turn_into_markup() {
        assert_eq!(inline("# Hei *du* <b>"), "\\# Hei \\*du\\* \\<b\\>");
        assert_eq!(inline("- en\n\n# to"), "\\- en \\# to");
    }

    #[test]
    fn a_role_inside_a_sentence_has_a_small_letter_unless_it_is_an_abbreviation() {
        for (role, inside) in [("Datteren", "datteren"), ("NAV", "NAV"), ("Åse-huset", "åse-huset"), ("", "")]
        {
            assert_eq!(lower_first(role), inside);
        }
    }
}
