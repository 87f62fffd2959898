//! What is done to a card.

use super::{CardEdit, ChoiceEdit, VoiceEdit, free, mark, put, trim};
use crate::content::{Card, CardKind, CardLevel, CardWords, Voice, VoiceWords};
use crate::packs::{OwnCard, cleaned};

/// How many choices a new card has rows for.
const CHOICES: usize = 3;
/// How many voices a new case card has rows for.
const VOICES: usize = 2;

impl OwnCard {
    pub(super) fn blank(id: &str) -> Self {
        let neutral = Card {
            id: id.into(),
            kind: CardKind::Claim,
            level: CardLevel::Start,
            settings: Vec::new(),
            task: String::new(),
            themes: Vec::new(),
            values: Vec::new(),
            parties: Vec::new(),
            professions: Vec::new(),
            law: None,
            choices: Vec::new(),
            panel: Vec::new(),
        };
        Self { neutral, words: CardWords::default() }
    }

    pub(super) fn apply(&mut self, edit: CardEdit) {
        let Self { neutral, words } = self;
        match edit {
            CardEdit::Kind(kind) => self.turn_into(kind),
            CardEdit::Level(level) => neutral.level = level,
            CardEdit::Title(text) => words.title = cleaned(text),
            CardEdit::Text(text) => words.text = cleaned(text),
            CardEdit::Question(text) => words.question = cleaned(text),
            CardEdit::FollowUp(at, text) => put(&mut words.follow_ups, at, cleaned(text), String::is_empty),
            CardEdit::Twist(text) => words.twist = cleaned(text),
            CardEdit::Value(at, id) => put(&mut neutral.values, at, id, |id| id.as_str().is_empty()),
            CardEdit::Task(tag) => neutral.task = tag,
            CardEdit::Law(law) => neutral.law = law,
            CardEdit::Setting(tag, on) => mark(&mut neutral.settings, tag, on),
            CardEdit::Theme(tag, on) => mark(&mut neutral.themes, tag, on),
            CardEdit::Party(tag, on) => mark(&mut neutral.parties, tag, on),
            CardEdit::Choices(edit) => self.apply_to_choices(edit),
            CardEdit::Voices(edit) => self.apply_to_voices(edit),
        }
    }

    fn apply_to_choices(&mut self, edit: ChoiceEdit) {
        let Self { neutral, words } = self;
        match edit {
            ChoiceEdit::Added => self.add_choice(),
            ChoiceEdit::Text(id, text) => {
                if let Some(choice) = words.choices.get_mut(&id) {
                    *choice = cleaned(text);
                }
            }
            ChoiceEdit::Removed(id) => {
                neutral.choices.retain(|one| *one != id);
                words.choices.remove(&id);
                for voice in neutral.panel.iter_mut().filter(|voice| voice.leans == id) {
                    voice.leans.clear();
                }
            }
        }
    }

    fn apply_to_voices(&mut self, edit: VoiceEdit) {
        let Self { neutral, words } = self;
        match edit {
            VoiceEdit::Added => self.add_voice(),
            VoiceEdit::Who(id, text) => {
                if let Some(voice) = words.panel.get_mut(&id) {
                    voice.who = cleaned(text);
                }
            }
            VoiceEdit::Reason(id, text) => {
                if let Some(voice) = words.panel.get_mut(&id) {
                    voice.reason = cleaned(text);
                }
            }
            VoiceEdit::Leans(id, to) => {
                if let Some(voice) = neutral.panel.iter_mut().find(|voice| voice.id == id) {
                    voice.leans = to;
                }
            }
            VoiceEdit::Removed(id) => {
                neutral.panel.retain(|voice| voice.id != id);
                words.panel.remove(&id);
            }
        }
    }

    /// What the other kind has no place for stays until the card is finished: a person may turn back.
    fn turn_into(&mut self, kind: CardKind) {
        self.neutral.kind = kind;
        if kind != CardKind::Claim && self.neutral.choices.is_empty() {
            (0..CHOICES).for_each(|_| self.add_choice());
        }
        if kind == CardKind::Case && self.neutral.panel.is_empty() {
            (0..VOICES).for_each(|_| self.add_voice());
        }
    }

    fn add_choice(&mut self) {
        let Some(id) = free(self.neutral.choices.iter()) else { return };
        self.words.choices.insert(id.clone(), String::new());
        self.neutral.choices.push(id);
    }

    fn add_voice(&mut self) {
        let Some(id) = free(self.neutral.panel.iter().map(|voice| &voice.id)) else { return };
        self.words.panel.insert(id.clone(), VoiceWords::default());
        self.neutral.panel.push(Voice { id, leans: String::new() });
    }

    pub(super) fn tidy(&mut self) {
        let Self { neutral, words } = self;
        if neutral.kind == CardKind::Claim {
            neutral.choices.clear();
            words.choices.clear();
        }
        if neutral.kind != CardKind::Case {
            neutral.panel.clear();
            words.panel.clear();
        }
        [&mut words.title, &mut words.text, &mut words.question, &mut words.twist].into_iter().for_each(trim);
        words.follow_ups.iter_mut().chain(words.choices.values_mut()).for_each(trim);
        words.panel.values_mut().flat_map(|voice| [&mut voice.who, &mut voice.reason]).for_each(trim);
    }
}
