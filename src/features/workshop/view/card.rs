//! The form of a reflection card.

use leptos::prelude::*;

use super::desk::Desk;
use super::parts::{Count, Marks, Part, Pick, laws, of_library, tags, values};
use crate::content::readability::words as words_in;
use crate::content::{CardKind, CardLevel};
use crate::features::workshop::told::{CARD_WORDS, reading};
use crate::i18n::{Messages, Phrase};
use crate::packs::{CardEdit, ChoiceEdit, KeptPack, OwnCard, PackEdit, VoiceEdit};
use crate::platform::document;
use crate::ui::{Button, Chips, Icon, IconButton, Look, RadioChip, RadioTile, Room, Tiles, live, when};
use crate::writing::WritingField;

/// How many choices and voices there may be.
const ROWS: usize = 4;

/// One card of a pack on the screen.
#[derive(Clone, Copy)]
struct CardDesk {
    desk: Desk,
    id: StoredValue<String>,
}

impl CardDesk {
    fn find<'a>(&self, kept: &'a KeptPack) -> Option<&'a OwnCard> {
        kept.pack.cards.iter().find(|card| self.id.with_value(|id| card.neutral.id.as_str() == id))
    }

    fn memo<A>(self, ask: impl Fn(&OwnCard) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        self.desk.memo(move |kept| self.find(kept).map(&ask).unwrap_or_default())
    }

    fn edit(self, edit: CardEdit) {
        self.desk.edit(PackEdit::Card(self.id.get_value(), edit));
    }
}

/// The form.
#[component]
pub(super) fn CardForm(desk: Desk, id: String) -> impl IntoView {
    let card = CardDesk { desk, id: StoredValue::new(id) };
    let kind = card.memo(|card| Some(card.neutral.kind));
    let has_choices = Memo::new(move |_| kind.get().is_some_and(|kind| kind != CardKind::Claim));
    let has_panel = Memo::new(move |_| kind.get() == Some(CardKind::Case));
    view! {
        <Says card kind/>
        <GoesOn card/>
        {when(has_choices, move || view! { <ChoicesOf card/> })}
        {when(has_panel, move || view! { <PanelOf card/> })}
        <MarksOf card/>
    }
}

/// What the card says and asks.
#[component]
fn Says(card: CardDesk, kind: Memo<Option<CardKind>>) -> impl IntoView {
    let words = card.desk.words;
    let title = card.memo(|card| card.words.title.clone());
    let text = card.memo(|card| card.words.text.clone());
    let question = card.memo(|card| card.words.question.clone());
    let count = Signal::derive(move || {
        text.with(|text| words_in(text).count()) + question.with(|question| words_in(question).count())
    });
    let lix = card.desk.reading_of(move |kept| card.find(kept).map(|card| card.words.clone()));
    let written = Memo::new(move |_| lix.get().is_some() && count.get() > 0);
    let hard = words.made(move |words| lix.get().map(|lix| reading(lix, words)).unwrap_or_default());
    let tile = move |one: CardKind| {
        let (text, small): (Phrase, Phrase) = match one {
            CardKind::Claim => (Messages::workshop_kind_claim, Messages::workshop_kind_claim_hint),
            CardKind::Term => (Messages::workshop_kind_term, Messages::workshop_kind_term_hint),
            CardKind::Case => (Messages::workshop_kind_case, Messages::workshop_kind_case_hint),
        };
        view! {
            <RadioTile name="own-kind" text=words.text(text) small=words.text(small)
                chosen=Signal::derive(move || kind.get() == Some(one)) on_choose=move |()| card.edit(CardEdit::Kind(one))/>
        }
    };
    view! {
        <Part title=Messages::workshop_group_say>
            <Tiles legend=words.text(Messages::workshop_kind) sentences=true>
                {CardKind::ALL.into_iter().map(tile).collect_view()}
            </Tiles>
            <WritingField id="own-title" label=words.text(Messages::workshop_name) hint=words.text(Messages::workshop_name_hint)
                value=title on_input=move |text| card.edit(CardEdit::Title(text)) room=Room::Line/>
            <WritingField id="own-text" label=words.text(Messages::workshop_text) hint=words.text(Messages::workshop_text_hint)
                value=text on_input=move |text| card.edit(CardEdit::Text(text)) room=Room::Lines/>
            <WritingField id="own-question" label=words.text(Messages::workshop_question) hint=words.text(Messages::workshop_question_hint)
                value=question on_input=move |text| card.edit(CardEdit::Question(text)) room=Room::Growing/>
            <div class="row wrap g4">
                <Count count limit=CARD_WORDS/>
                {when(written, move || view! { <p class="count">{hard}</p> })}
            </div>
        </Part>
    }
}

/// How many questions may lead on.
const FOLLOW_UPS: usize = 3;

/// How the talk goes on.
#[component]
fn GoesOn(card: CardDesk) -> impl IntoView {
    let words = card.desk.words;
    let twist = card.memo(|card| card.words.twist.clone());
    let field = move |at: usize| {
        let value = card.memo(move |card| card.words.follow_ups.get(at).cloned().unwrap_or_default());
        let label = words.made(move |words| {
            let number = at + 1;
            if number == FOLLOW_UPS {
                words.workshop_follow_up_last(number)
            } else {
                words.workshop_follow_up(number)
            }
        });
        view! {
            <WritingField id=format!("own-follow-up-{at}") label=label value=value
                on_input=move |text| card.edit(CardEdit::FollowUp(at, text)) room=Room::Growing/>
        }
    };
    view! {
        <Part title=Messages::workshop_group_talk>
            {(0..FOLLOW_UPS).map(field).collect_view()}
            <WritingField id="own-twist" label=words.text(Messages::workshop_twist) hint=words.text(Messages::workshop_twist_hint)
                value=twist on_input=move |text| card.edit(CardEdit::Twist(text)) room=Room::Growing/>
        </Part>
    }
}

/// What can be chosen between.
#[component]
fn ChoicesOf(card: CardDesk) -> impl IntoView {
    let words = card.desk.words;
    let ids = card.memo(|card| card.neutral.choices.clone());
    let full = Memo::new(move |_| ids.with(Vec::len) >= ROWS);
    let row = move |id: String| {
        let (of_value, of_label, of_edit, of_removal) =
            (id.clone(), id.to_uppercase(), id.clone(), id.clone());
        let value = card.memo(move |card| card.words.choices.get(&of_value).cloned().unwrap_or_default());
        let label = words.made(move |words| words.workshop_choice(&of_label));
        let remove = words.made(move |words| words.workshop_remove_row(label.get().to_lowercase()));
        view! {
            <li class="form-row">
                <WritingField id=format!("own-choice-{id}") label=label value=value
                    on_input=move |text| card.edit(CardEdit::Choices(ChoiceEdit::Text(of_edit.clone(), text))) room=Room::Line/>
                <IconButton label=remove sign=Icon::Trash
                    on_press=move |()| card.edit(CardEdit::Choices(ChoiceEdit::Removed(of_removal.clone())))/>
            </li>
        }
    };
    let add = move |()| {
        card.edit(CardEdit::Choices(ChoiceEdit::Added));
        focus_last(ids, "own-choice-");
    };
    view! {
        <Part title=Messages::workshop_group_choices hint=Messages::workshop_choices_hint>
            <ul class="stack g3"><For each=move || ids.get() key=String::clone children=row/></ul>
            {live(move || (!full.get()).then(|| view! {
                <div class="row"><Button text=words.text(Messages::workshop_add_choice) on_press=add look=Look::Secondary before=Icon::Plus/></div>
            }))}
        </Part>
    }
}

/// The field of the row that has just been added gets the focus.
pub(super) fn focus_last(ids: Memo<Vec<String>>, before: &str) {
    if let Some(id) = ids.get_untracked().last() {
        document::focus_soon(format!("{before}{id}"));
    }
}

/// What some people think.
#[component]
fn PanelOf(card: CardDesk) -> impl IntoView {
    let words = card.desk.words;
    let ids = card.memo(|card| card.neutral.panel.iter().map(|voice| voice.id.clone()).collect::<Vec<_>>());
    let full = Memo::new(move |_| ids.with(Vec::len) >= ROWS);
    let add = move |()| {
        card.edit(CardEdit::Voices(VoiceEdit::Added));
        focus_last(ids, "own-who-");
    };
    view! {
        <Part title=Messages::workshop_group_panel hint=Messages::workshop_panel_hint>
            <ul class="stack g5"><For each=move || ids.get() key=String::clone children=move |id| view! { <VoiceRow card id/> }/></ul>
            {live(move || (!full.get()).then(|| view! {
                <div class="row"><Button text=words.text(Messages::workshop_add_voice) on_press=add look=Look::Secondary before=Icon::Plus/></div>
            }))}
        </Part>
    }
}

#[component]
fn VoiceRow(card: CardDesk, id: String) -> impl IntoView {
    let words = card.desk.words;
    let own = StoredValue::new(id.clone());
    // The row is told by its letter, which stays when another row goes.
    let number = row_number(&id);
    let who = card.memo(move |card| {
        own.with_value(|id| card.words.panel.get(id).map(|voice| voice.who.clone())).unwrap_or_default()
    });
    let reason = card.memo(move |card| {
        own.with_value(|id| card.words.panel.get(id).map(|voice| voice.reason.clone())).unwrap_or_default()
    });
    let leans = card.memo(move |card| {
        let voice = card.neutral.panel.iter().find(|voice| own.with_value(|id| voice.id == *id));
        voice.map(|voice| voice.leans.clone()).unwrap_or_default()
    });
    let choices = card.memo(|card| {
        let choices = card
            .neutral
            .choices
            .iter()
            .map(|id| (id.clone(), card.words.choices.get(id).cloned().unwrap_or_default()));
        choices.collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        let named = |(id, text): (String, String)| {
            let letter = id.to_uppercase();
            let name = if text.trim().is_empty() {
                words.with(|words| words.workshop_choice(&letter))
            } else {
                text
            };
            (id, name)
        };
        choices.get().into_iter().map(named).collect::<Vec<_>>()
    });
    let edit = move |make: fn(String, String) -> VoiceEdit, text: String| {
        card.edit(CardEdit::Voices(make(own.get_value(), text)));
    };
    let remove = words.made(move |words| words.workshop_remove_row(words.workshop_who(number)));
    view! {
        <li class="form-group stack g3">
            <div class="form-row">
                <WritingField id=format!("own-who-{id}") label=words.made(move |words| words.workshop_who(number)) hint=words.text(Messages::workshop_who_hint)
                    value=who on_input=move |text| edit(VoiceEdit::Who, text) room=Room::Line/>
                <IconButton label=remove sign=Icon::Trash on_press=move |()| card.edit(CardEdit::Voices(VoiceEdit::Removed(own.get_value())))/>
            </div>
            <Pick id=format!("own-leans-{id}") label=words.made(move |words| words.workshop_leans(number)) options value=leans
                on_choose=move |to| edit(VoiceEdit::Leans, to) none=Messages::workshop_choose/>
            <WritingField id=format!("own-reason-{id}") label=words.made(move |words| words.workshop_reason(number))
                value=reason on_input=move |text| edit(VoiceEdit::Reason, text) room=Room::Growing/>
        </li>
    }
}

/// The number of a row by its letter, from 1.
pub(super) fn row_number(id: &str) -> usize {
    ('a'..='z').position(|letter| id.starts_with(letter)).unwrap_or_default() + 1
}

/// How the card is found, and which values pull in it.
#[component]
fn MarksOf(card: CardDesk) -> impl IntoView {
    let words = card.desk.words;
    let desk = card.desk;
    let value = move |at: usize| {
        card.memo(move |card| card.neutral.values.get(at).map(ToString::to_string).unwrap_or_default())
    };
    let level = card.memo(|card| Some(card.neutral.level));
    let level_chip = move |one: CardLevel| {
        let text: Phrase = match one {
            CardLevel::Start => Messages::workshop_level_start,
            CardLevel::Demanding => Messages::workshop_level_demanding,
        };
        view! {
            <RadioChip name="own-level" text=words.text(text)
                chosen=Signal::derive(move || level.get() == Some(one)) on_choose=move |()| card.edit(CardEdit::Level(one))/>
        }
    };
    view! {
        <Part title=Messages::workshop_group_marks>
            <Pick id="own-value-0" label=words.text(Messages::workshop_value_first) options=of_library(desk, values) value=value(0)
                on_choose=move |id: String| card.edit(CardEdit::Value(0, id.into())) none=Messages::workshop_choose/>
            <Pick id="own-value-1" label=words.text(Messages::workshop_value_second) options=of_library(desk, values) value=value(1)
                on_choose=move |id: String| card.edit(CardEdit::Value(1, id.into())) none=Messages::workshop_choose/>
            <Pick id="own-task" label=words.text(Messages::workshop_task) options=of_library(desk, |library| tags(library.tasks())) value=card.memo(|card| card.neutral.task.clone())
                on_choose=move |tag| card.edit(CardEdit::Task(tag)) none=Messages::workshop_choose/>
            <Marks legend=words.text(Messages::workshop_settings) hint=Messages::workshop_settings_hint options=of_library(desk, |library| tags(library.settings()))
                on=card.memo(|card| card.neutral.settings.clone()) on_toggle=move |(tag, on)| card.edit(CardEdit::Setting(tag, on))/>
            <Marks legend=words.text(Messages::workshop_themes) hint=Messages::workshop_themes_hint options=of_library(desk, |library| tags(library.themes()))
                on=card.memo(|card| card.neutral.themes.clone()) on_toggle=move |(tag, on)| card.edit(CardEdit::Theme(tag, on))/>
            <Marks legend=words.text(Messages::workshop_parties) hint=Messages::workshop_parties_hint options=of_library(desk, |library| tags(library.parties()))
                on=card.memo(|card| card.neutral.parties.clone()) on_toggle=move |(tag, on)| card.edit(CardEdit::Party(tag, on))/>
            <Chips legend=words.text(Messages::workshop_level)>
                {[CardLevel::Start, CardLevel::Demanding].into_iter().map(level_chip).collect_view()}
            </Chips>
            <Pick id="own-law" label=words.text(Messages::workshop_law) options=of_library(desk, laws)
                value=card.memo(|card| card.neutral.law.as_ref().map(ToString::to_string).unwrap_or_default())
                on_choose=move |id: String| card.edit(CardEdit::Law(Some(id).filter(|id| !id.is_empty()).map(Into::into))) none=Messages::workshop_none/>
        </Part>
    }
}
