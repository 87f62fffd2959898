//! The session screen: one model, one writer of it, and the frame around the step on the screen.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::edits::Edit;
use super::effects;
use super::group::{GroupEdit, GroupStage};
use super::model::Model;
use super::private::effects as rounds;
use super::private::update::{Face, Msg::Found};
use super::session::{Form, Session};
use super::update::{ArrivedWords, Msg, update};
use crate::content::Library;
use crate::ethics::SessionId;
use crate::i18n::Words;
use crate::platform::awake::Awake;
use crate::platform::document;
use crate::platform::locks::WriterState;
use crate::route::Route;
use crate::services::{Services, once_painted};
use crate::storage::{Loaded, StorageError};
use crate::ui::live;

mod alike;
mod alternatives;
mod choices;
mod clock;
mod end;
mod facts;
mod follow_up;
mod for_group;
mod frame;
mod group;
mod hint;
mod laws;
mod leader;
mod opening;
mod overall;
mod panel;
mod parties;
mod private;
mod problem;
mod referat;
mod reveal;
mod room;
mod room_view;
mod seats;
mod short;
mod step;
mod summary;
mod talk;
mod ticket;
mod topic;
mod unread;
mod values;

pub use follow_up::FollowUpPage;
pub use opening::{CasePage, HandoverPage, StartPage};
pub use room::{ArchivePage, ReflectionPage};
pub use room_view::RoomWindowPage;
pub use summary::SummaryPage;

/// Something that is asked of a session.
type Question<T> = Box<dyn Fn(&Session) -> T + Send + Sync>;

/// What the parts of the screen work at: they look at the session and say what was done to it.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// What the screen knows.
    pub(super) model: RwSignal<Model>,
    /// Where what happened goes.
    pub(super) dispatch: Callback<Msg>,
    /// The words in use.
    pub(super) words: Words,
    /// The outside world.
    pub(super) services: Services,
    /// Whether the room's face is on the screen.
    pub(super) room: RwSignal<bool>,
}

impl Desk {
    /// The same desk with words of its own, for a part that goes before the session does.
    pub(super) fn part(self) -> Self {
        let words = self.words.of_its_own();
        words.provide();
        Self { words, ..self }
    }

    /// Says that somebody changed the session.
    pub(super) fn edit(self, edit: Edit) {
        self.dispatch.run(Msg::Edited(edit));
    }

    /// Says that somebody changed something about the group.
    pub(super) fn edit_group(self, edit: GroupEdit) {
        self.edit(Edit::Group(edit));
    }

    /// A question about the session that is asked again when the session changes.
    pub(super) fn memo<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        ask: impl Fn(&Session) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.memo_of(Box::new(ask))
    }

    /// Behind a pointer, so that the machinery of a memo is made once for each type that it holds, and not for
    /// each question (docs/decisions/0011).
    fn memo_of<T: Clone + PartialEq + Send + Sync + 'static>(self, ask: Question<T>) -> Memo<T> {
        Memo::new(move |_| self.model.with(|model| ask(&model.session)))
    }

    /// A text of the session.
    pub(super) fn text(self, ask: impl Fn(&Session) -> String + Send + Sync + 'static) -> Signal<String> {
        self.memo(ask).into()
    }
}

/// Whether a session is to be read, now that another window may write. What a window has on its screen when it
/// loses the right to write stays there.
fn is_to_be_read(before: Option<WriterState>, now: WriterState) -> bool {
    match now {
        WriterState::Waiting => false,
        WriterState::Writer => before != Some(WriterState::Writer),
        WriterState::Reader | WriterState::Lost => matches!(before, None | Some(WriterState::Waiting)),
    }
}

/// A session by its id: read from the device, then on the screen until its end. The app opens it when it
/// is known which window writes, and anew when this window takes over.
#[component]
pub fn SessionPage(
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let loaded = RwSignal::new(None::<Result<Loaded<Session>, StorageError>>);
    let wanted = id.clone();
    // Not before it is known which window writes: a window that becomes the writer forgets what it had read,
    // and would take its own next write for somebody else's.
    Effect::new(move |before: Option<WriterState>| {
        let now = services.writer();
        if is_to_be_read(before, now) {
            let wanted = wanted.clone();
            spawn_local(async move {
                let found = effects::load(&wanted, services).await;
                // The screen may be gone by now.
                let _ = loaded.try_set(Some(found));
            });
        }
        now
    });
    live(move || match loaded.get() {
        None => ().into_any(),
        Some(Ok(Loaded::Ready(session))) => {
            view! { <SessionScreen session=session.come_back(services.now_ms())/> }.into_any()
        }
        Some(other) => view! {
            <main id="main" class="page" tabindex="-1"><unread::Unread id=id.clone() found=other/></main>
        }
        .into_any(),
    })
}

#[component]
fn SessionScreen(session: Session) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let id = session.id.clone();
    let id_of_round = id.clone();
    let model = RwSignal::new(Model::new(session));
    let desk = Desk {
        model,
        dispatch: dispatcher(model, services),
        words: Words::get(),
        services,
        room: RwSignal::new(false),
    };
    follow(desk, id.clone());
    document::focus_heading_if_lost();
    let at_end = once_painted(Memo::new(move |_| matches!(services.route(), Route::SessionEnd(_))));
    let form = desk.memo(|session| session.form);
    let stage = desk.memo(|session| session.group.as_ref().map(|group| group.stage));
    keep_the_screen_awake(stage);
    let face = private::face(desk);
    let is_private = Memo::new(move |_| face.get() != Face::Away);
    // Somebody alone has neither a round nor a room that looks on.
    let in_group = desk.model.with_untracked(|model| model.session.group.is_some());
    let seen_by_room = in_group.then(|| {
        find_round(desk, id_of_round);
        room_view::tell_the_room(desk)
    });
    let before = follow_up::BeforeGroup::of(desk, stage);
    let said_last = Memo::new(move |_| before.is_shown());
    // Another face of the session is a screen of its own: it is shown from its top, and its heading heard.
    Effect::new(move |earlier: Option<(Option<GroupStage>, Face, bool, Option<bool>)>| {
        let now = (stage.get(), face.get(), desk.room.get(), said_last.get());
        if earlier.is_some_and(|earlier| earlier != now) {
            spawn_local(show_from_the_top());
        }
        now
    });
    live(move || {
        match stage.get() {
            Some(GroupStage::Gathering) => {
                return match said_last.get() {
                    None => ().into_any(),
                    Some(true) => view! { <follow_up::SaidLast desk before/> }.into_any(),
                    Some(false) => view! { <group::Gathering desk/> }.into_any(),
                };
            }
            Some(GroupStage::Rules) => return view! { <group::Rules desk/> }.into_any(),
            Some(GroupStage::Underway) | None => {}
        }
        if is_private.get() {
            view! { <private::PrivateRound desk face/> }.into_any()
        } else if let Some(face) = seen_by_room.filter(|_| desk.room.get()) {
            view! { <room_view::ShownHere desk face/> }.into_any()
        } else if at_end.get() {
            view! { <end::End desk/> }.into_any()
        } else {
            match form.get() {
                Form::Full => view! { <frame::Guided desk/> }.into_any(),
                Form::Short => view! { <short::Short desk/> }.into_any(),
            }
        }
    })
}

/// A round that lies on the device goes on at «Gi videre».
fn find_round(desk: Desk, id: SessionId) {
    spawn_local(async move {
        if let Some(round) = rounds::find(&id, desk.services).await {
            // The screen may be gone by now.
            let _ = desk.dispatch.try_run(Msg::Private(Found(Box::new(round))));
        }
    });
}

/// A tablet on a table stays awake as long as a group is at it.
fn keep_the_screen_awake(stage: Memo<Option<GroupStage>>) {
    let awake = StoredValue::new_local(None::<Awake>);
    Effect::new(move |_| {
        let wanted = stage.get().is_some();
        awake.update_value(|held| *held = wanted.then(|| held.take().unwrap_or_else(Awake::ask)));
    });
}

/// The one writer of the model.
fn dispatcher(model: RwSignal<Model>, services: Services) -> Callback<Msg> {
    let own: StoredValue<Option<Callback<Msg>>> = StoredValue::new(None);
    let later = Callback::new(move |msg| {
        // A screen that is already gone answers None: nothing to do.
        if let Some(dispatch) = own.try_get_value().flatten() {
            dispatch.run(msg);
        }
    });
    let dispatch = Callback::new(move |msg| {
        let mut next = Some(msg);
        while let Some(msg) = next {
            // A screen that is already gone answers None: nothing to do.
            let Some(effect) = model.try_update(|model| update(model, msg, services.now_ms())) else {
                return;
            };
            next = model.try_with_untracked(|model| effects::run(&effect, model, services, later)).flatten();
        }
    });
    own.set_value(Some(dispatch));
    dispatch
}

/// Brings what happens outside to the model: saving, the address, the library.
fn follow(desk: Desk, id: SessionId) {
    let Desk { services, dispatch, .. } = desk;
    Effect::new(move |_| dispatch.run(Msg::SaveChanged(services.save_status())));
    Effect::new(move |before: Option<()>| {
        if let Route::SessionStep(session, step) = services.route()
            && session == id
        {
            let moved = desk.model.with_untracked(|model| model.session.at != step);
            if moved {
                desk.edit(Edit::StepOpened(step));
            }
            if moved || before.is_some() {
                spawn_local(show_from_the_top());
            }
        }
    });
    Effect::new(move |_| {
        if let Some(library) = services.library().ready() {
            let arrived = desk.model.with_untracked(|model| words_for(&model.session, library));
            dispatch.run(Msg::WordsArrived(Box::new(arrived)));
        }
    });
}

/// Shows a step from its top, as soon as it is on the screen.
async fn show_from_the_top() {
    document::painted().await;
    document::next_task().await;
    // Whoever is writing by then stays where the writing is.
    if !document::is_in_a_field() {
        document::scroll_to_top();
        document::focus("step-title");
    }
}

fn words_for(session: &Session, library: &Library) -> ArrivedWords {
    let guide = library.guide(&session.guide.id).map(|item| (item.revision.to_string(), item.words.clone()));
    let case = session.case.as_ref().and_then(|copy| library.case(&copy.id));
    ArrivedWords {
        language: library.language(),
        guide,
        case: case.map(|item| (item.revision.to_string(), item.words.clone())),
    }
}
