//! Any path through the steps ends in a valid summary: property tests over random edits.

use proptest::prelude::*;
use refleks::ethics::{Certainty, HowWeKnow};
use refleks::features::reflection::edits::{ArgumentEdit, ConflictSide, Edit, FactEdit, PartyEdit};
use refleks::features::reflection::fixtures::session;
use refleks::features::reflection::model::Model;
use refleks::features::reflection::referat::{Block, markdown, referat};
use refleks::features::reflection::session::{FindOut, ItemId, NextStep, Session, Side};
use refleks::features::reflection::summary::{Summary, View};
use refleks::features::reflection::update::{Msg, update};
use refleks::i18n::Language;

use crate::support::words;

/// A word that stands nowhere in the interface, so that it can be found again.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "ord[a-z]{6}", "ord[a-z]{5} \\*[a-z]{3}\\*"]
}

fn item() -> impl Strategy<Value = ItemId> {
    (0_u32..14).prop_map(ItemId)
}

fn step() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["problem", "facts", "parties", "values", "alternatives", "overall", "nowhere"])
}

fn how() -> impl Strategy<Value = HowWeKnow> {
    prop::sample::select(HowWeKnow::ALL.to_vec())
}

fn edit() -> impl Strategy<Value = Edit> {
    let side = prop::sample::select(vec![Side::For, Side::Against]);
    let certainty = prop::sample::select(Certainty::ALL.to_vec());
    prop_oneof![
        text().prop_map(Edit::Question),
        Just(Edit::QuestionSettled),
        certainty.prop_map(Edit::FactAdded),
        (item(), text()).prop_map(|(id, t)| Edit::Fact(id, FactEdit::Text(t))),
        item().prop_map(Edit::FactRemoved),
        Just(Edit::PartyAdded),
        (item(), text()).prop_map(|(id, t)| Edit::Party(id, PartyEdit::View(t))),
        (item(), text()).prop_map(|(id, t)| Edit::Party(id, PartyEdit::Role(t))),
        (item(), how()).prop_map(|(id, how)| Edit::Party(id, PartyEdit::How(how))),
        (item(), text()).prop_map(|(id, role)| {
            Edit::Party(id, PartyEdit::Ask(Some(FindOut { role, date: String::new() })))
        }),
        item().prop_map(Edit::PartyRemoved),
        text().prop_map(Edit::OwnValueAdded),
        item().prop_map(Edit::ValueRemoved),
        Just(Edit::ConflictAdded),
        (item(), item()).prop_map(|(id, v)| Edit::ConflictSide(id, ConflictSide::A, Some(v))),
        (item(), item()).prop_map(|(id, v)| Edit::ConflictSide(id, ConflictSide::B, Some(v))),
        text().prop_map(Edit::AlternativeAdded),
        item().prop_map(Edit::AlternativeRemoved),
        (item(), side).prop_map(|(id, side)| Edit::ArgumentAdded(id, side)),
        (item(), text()).prop_map(|(id, t)| Edit::Argument(id, ArgumentEdit::Text(t))),
        (item(), item()).prop_map(|(id, v)| Edit::Argument(id, ArgumentEdit::ValueToggled(v))),
        (item(), item()).prop_map(|(id, p)| Edit::Argument(id, ArgumentEdit::PartyToggled(p))),
        prop::option::of(item()).prop_map(Edit::Chosen),
        text().prop_map(Edit::Reason),
        item().prop_map(Edit::SetAsideToggled),
        (item(), prop::option::of(item())).prop_map(|(v, p)| Edit::SetAsideFor(v, p)),
        text().prop_map(|because| Edit::Next(NextStep::Nothing { because })),
        step().prop_map(|step| Edit::StepOpened(step.into())),
        Just(Edit::StepSkipped),
    ]
}

fn msg() -> impl Strategy<Value = Msg> {
    prop_oneof![9 => edit().prop_map(Msg::Edited), 1 => Just(Msg::UndoPressed)]
}

fn after(msgs: Vec<Msg>) -> Session {
    let mut model = Model::new(session());
    for (at, msg) in (2_000..).zip(msgs) {
        let _ = update(&mut model, msg, at);
    }
    model.session
}

/// Every id that points at something.
fn pointers(session: &Session) -> (Vec<ItemId>, Vec<ItemId>) {
    let arguments = || session.alternatives.iter().flat_map(|a| &a.arguments);
    let mut values: Vec<ItemId> = arguments().flat_map(|a| a.values.clone()).collect();
    values.extend(session.conflicts.iter().flat_map(|c| [c.a, c.b]).flatten());
    values.extend(session.overall.set_aside.iter().map(|aside| aside.value));
    let mut parties: Vec<ItemId> = arguments().flat_map(|a| a.parties.clone()).collect();
    parties.extend(session.overall.set_aside.iter().filter_map(|aside| aside.party));
    (values, parties)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_path_ends_in_a_summary_that_lists_exactly_the_steps_with_nothing_in_them(
        msgs in prop::collection::vec(msg(), 0..60)
    ) {
        let session = after(msgs);
        let summary = Summary::of(&session, Language::Nb);
        let empty: Vec<String> = session
            .steps()
            .iter()
            .filter(|step| !step.parts.iter().any(|part| session.has_content(*part)))
            .map(|step| format!("Steg {}", step.id))
            .collect();
        prop_assert_eq!(&summary.left_out, &empty);
        let text = markdown(&referat(&summary, words(Language::Nb), 60));
        for name in &empty {
            prop_assert!(text.contains(name.as_str()), "{} is not told of in\n{}", name, text);
        }
    }

    #[test]
    fn an_assumed_view_is_never_printed_as_a_statement(msgs in prop::collection::vec(msg(), 0..60)) {
        let session = after(msgs);
        let words = words(Language::Nb);
        let label = words.reflection_r_assumed("").trim().to_owned();
        let blocks = referat(&Summary::of(&session, Language::Nb), words, 60);
        for party in session.parties.iter().filter(|p| !matches!(p.how, HowWeKnow::Said | HowWeKnow::Observed)) {
            let view = party.view.trim();
            if view.is_empty() { continue; }
            let mut seen = false;
            for block in &blocks {
                let Block::Items(items) = block else { continue };
                for item in items.iter().filter(|item| item.text.ends_with(view) && item.text.contains(&label)) {
                    seen = true;
                    prop_assert!(item.text.starts_with(&label), "«{}»", item.text);
                }
            }
            prop_assert!(seen, "the view «{view}» is not printed as an assumption");
        }
        let assumed = Summary::of(&session, Language::Nb).parties.into_iter().any(|p| p.patient && matches!(p.view, View::Said(_)));
        prop_assert_eq!(assumed, !session.patient_voice_is_missing());
    }

    #[test]
    fn nothing_ever_points_at_what_is_gone(msgs in prop::collection::vec(msg(), 0..80)) {
        let session = after(msgs);
        let (values, parties) = pointers(&session);
        prop_assert!(values.iter().all(|id| session.value(*id).is_some()));
        prop_assert!(parties.iter().all(|id| session.party(*id).is_some()));
        prop_assert!(session.overall.chosen.is_none() || session.chosen().is_some());
        prop_assert!(session.patient().is_some());
        prop_assert!(session.place_of(&session.at).is_some());
    }

    #[test]
    fn a_session_reads_back_from_json_as_itself(msgs in prop::collection::vec(msg(), 0..60)) {
        let session = after(msgs);
        let json = serde_json::to_string(&session).unwrap();
        prop_assert_eq!(serde_json::from_str::<Session>(&json).unwrap(), session);
    }
}
