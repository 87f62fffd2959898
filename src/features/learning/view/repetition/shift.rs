//! A «vaktskifte»: up to six things, each with the screen for itself, and then when each comes again.

use leptos::prelude::*;

use super::asked::AskedAgain;
use super::chosen::{BorderAgain, LetterAgain, letter_of, text_of};
use super::kept::{Kept, Known};
use super::met::{MetAgain, shapes};
use super::term::TermAgain;
use crate::clinical::borders::Question;
use crate::content::LessonPack;
use crate::ethics::SittingId;
use crate::features::learning::repetition::round::{Effect as Wish, Msg, Round};
use crate::features::learning::repetition::told;
use crate::features::learning::view::lessons::in_place_of_lessons;
use crate::i18n::{Messages, Words};
use crate::platform::document;
use crate::progress::memory::{Comes, Item};
use crate::route::Route;
use crate::scored::said;
use crate::services::Services;
use crate::ui::{ActionBar, Icon, LinkButton, Look, Scale, TopBar, live};
use crate::writing::KeptStatus;

/// A sitting, and what the screen knows of it.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    pub(super) services: Services,
    pub(super) words: Words,
    id: StoredValue<SittingId>,
    pub(super) known: RwSignal<Option<Known>>,
    round: RwSignal<Option<Round>>,
}

impl Sitting {
    /// A sitting with what is due now. It is put together once, as soon as everything has come that it needs.
    fn new(services: Services) -> Self {
        services.need_lessons();
        services.need_terms();
        services.need_decks();
        let sitting = Self {
            services,
            words: Words::get(),
            id: StoredValue::new(services.random_id().into()),
            known: RwSignal::new(None),
            round: RwSignal::new(None),
        };
        let kept = Kept::read(services);
        Effect::new(move |_| {
            let Some(known) = kept.known(services) else { return };
            // The calls are large, and are fetched by nobody else here.
            if known.items.iter().any(|item| matches!(item, Item::Letter(_))) {
                services.need_scenarios();
            }
            if !sitting.has_come() || sitting.round.with_untracked(Option::is_some) {
                return;
            }
            let may_come = |item: &&Item| sitting.can_ask(&known, item);
            let items: Vec<Item> = known.items.iter().filter(may_come).cloned().collect();
            let portion = known.memory.portion(&items, services.today());
            sitting.known.set(Some(known));
            sitting.round.set(Some(Round::new(portion)));
        });
        sitting
    }

    /// Whether the content is here, or will not come: then what needs it is left out.
    fn has_come(self) -> bool {
        use crate::services::{Fetched, LibraryState};
        let is_done = |is_loading: bool| !is_loading;
        is_done(matches!(self.services.terms(), Fetched::Loading | Fetched::NotAsked))
            && is_done(matches!(self.services.decks(), Fetched::Loading | Fetched::NotAsked))
            && is_done(matches!(self.services.scenarios(), Fetched::Loading))
            && is_done(matches!(self.services.library(), LibraryState::Loading))
    }

    /// Whether this screen can ask about something now.
    fn can_ask(self, known: &Known, item: &Item) -> bool {
        match item {
            Item::Question { lesson, question } => known
                .lessons
                .iter()
                .any(|one| one.id == *lesson && one.screens.iter().any(|screen| screen.id() == question)),
            Item::Term(id) => {
                self.services.terms().ready().is_some_and(|glossary| glossary.term(id).is_some())
            }
            Item::Theme(theme) => !shapes(self.services, known, theme).is_empty(),
            Item::Border(id) => Question::find(id).is_some(),
            Item::Letter(id) => letter_of(self.services, id).is_some(),
        }
    }

    /// Takes in what happened, and keeps it where that is wanted.
    pub(super) fn tell(self, msg: Msg) {
        let (now, today) = (self.services.now_ms(), self.services.today());
        let wish = self.round.try_update(|round| round.as_mut().map(|round| round.update(msg, now, today)));
        match wish.flatten() {
            Some(Wish::Keep) => {
                let log = self.round.with_untracked(|round| round.as_ref().map(|round| round.log.clone()));
                if let Some(log) = log {
                    self.id.with_value(|id| self.services.keep_sitting(id, &log));
                }
            }
            Some(Wish::None) | None => {}
        }
        document::to_heading();
    }
}

/// What is on the screen.
#[derive(Debug, Clone, PartialEq, Default)]
enum Face {
    /// It is being put together.
    #[default]
    OnItsWay,
    /// One thing.
    Item(Item),
    /// It is over.
    Over,
}

/// A «vaktskifte».
#[component]
pub fn ShiftPage() -> impl IntoView {
    let services = Services::find()?;
    let sitting = Sitting::new(services);
    let words = sitting.words;
    let face = Memo::new(move |_| {
        sitting.round.with(|round| match round {
            None => Face::OnItsWay,
            Some(round) => round.now().map_or(Face::Over, |item| Face::Item(item.clone())),
        })
    });
    let read_only = Signal::derive(move || services.reads_only());
    let body = move || {
        match face.get() {
        Face::OnItsWay => {
            view! { <div class="cols"><main id="main" tabindex="-1">{in_place_of_lessons(services)}</main></div> }.into_any()
        }
        Face::Item(Item::Question { lesson, question }) => {
            view! { <AskedAgain sitting lesson question/> }.into_any()
        }
        Face::Item(Item::Term(id)) => view! { <TermAgain sitting id/> }.into_any(),
        Face::Item(item @ Item::Theme(_)) => view! { <MetAgain sitting item/> }.into_any(),
        Face::Item(Item::Border(id)) => view! { <BorderAgain sitting id/> }.into_any(),
        Face::Item(Item::Letter(id)) => view! { <LetterAgain sitting id/> }.into_any(),
        Face::Over => view! { <Over sitting/> }.into_any(),
    }
    };
    let place = Memo::new(move |_| {
        let is_over = matches!(face.get(), Face::Over | Face::OnItsWay);
        sitting.round.with(|round| round.as_ref().map(Round::place)).filter(|_| !is_over)
    });
    let at = words
        .made(move |words| place.get().map(|(at, of)| words.learning_progress(at, of)).unwrap_or_default());
    let view = view! {
        <div class="guided lesson" inert=read_only>
            <TopBar leave=words.text(Messages::learning_leave) on_leave=move |()| services.open(&Route::Repetition)
                title=words.text(Messages::repetition_shift) under=view! { <KeptStatus services/> }.into_any()>
                <span class="lesson-at t-sm muted num">{at}</span>
            </TopBar>
            {live(body)}
        </div>
    };
    Some(view)
}

/// What was gone through, and when each comes again.
#[component]
fn Over(sitting: Sitting) -> impl IntoView {
    let Sitting { services, words, .. } = sitting;
    let today = services.today();
    let answered = sitting.round.with_untracked(|round| {
        let round = round.as_ref()?;
        let memory =
            sitting.known.with_untracked(|known| known.as_ref().map(|known| known.after(&round.log)))?;
        let line = |item: &Item| (item.clone(), memory.comes(item, today).unwrap_or(Comes::Now));
        Some(round.answered().into_iter().map(line).collect::<Vec<_>>())
    });
    let answered = answered.unwrap_or_default();
    let has_some = !answered.is_empty();
    let rows = answered
        .into_iter()
        .filter_map(|(item, comes)| {
            let name = name_of(services, &item)?;
            let comes = words.made(move |words| told::comes(words, comes));
            Some(view! { <li><b>{name}</b> <span class="muted">{comes}</span></li> })
        })
        .collect_view();
    let text = if has_some { Messages::repetition_over_text } else { Messages::repetition_none_now_text };
    view! {
        <div class="cols"><main id="main" tabindex="-1">
            <div class="lesson-screen">
                <h1 id="step-title" class="serif q-lg" tabindex="-1">{words.text(Messages::repetition_over)}</h1>
                <p>{words.text(text)}</p>
                <ul class="repetition-over">{rows}</ul>
            </div>
        </main></div>
        <ActionBar>
            <LinkButton href=Signal::derive(|| Route::Repetition.to_string()) text=words.text(Messages::repetition_to_list)
                look=Look::Primary scale=Scale::Large after=Icon::ArrowRight/>
        </ActionBar>
    }
}

/// What something is called in a list.
fn name_of(services: Services, item: &Item) -> Option<String> {
    match item {
        Item::Question { lesson, question } => {
            let pack = services.lessons();
            pack.ready().and_then(|pack| question_of(pack, lesson.as_str(), question))
        }
        Item::Term(id) => services.terms().ready()?.term(id).map(|term| term.words.name.clone()),
        Item::Theme(theme) => services.library().ready()?.theme_name(theme).map(str::to_owned),
        Item::Border(id) => {
            let question = Question::find(id)?;
            let words = services.words();
            Some(words.with(|with| said::reading(with, words.language(), &question)))
        }
        Item::Letter(id) => text_of(services, id),
    }
}

fn question_of(pack: &LessonPack, lesson: &str, question: &str) -> Option<String> {
    let item = pack.lessons.iter().find(|item| item.neutral.id.as_str() == lesson)?;
    item.words.screens.get(question).map(|words| words.question.clone())
}
