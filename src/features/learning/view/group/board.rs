//! A group at a lesson on the screen: what it is asked in the language in use, and what happens.

use leptos::prelude::*;

use crate::content::LessonItem;
use crate::ethics::{LessonId, TalkId};
use crate::features::learning::group::asked::{Asked, asked};
use crate::features::learning::group::table::{Effect as Wish, Msg, Place, Table};
use crate::features::learning::view::lessons::lesson;
use crate::i18n::Words;
use crate::platform::document;
use crate::services::Services;

/// The heading over the reasons: the focus goes there when they are shown.
pub(super) const REASONS: &str = "talk-reasons";

/// The heading of every screen.
const HEADING: &str = "step-title";

/// A group at a lesson.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) services: Services,
    pub(super) words: Words,
    /// The lesson with its words in the language in use.
    pub(super) item: Memo<Option<LessonItem>>,
    /// What it asks.
    pub(super) asked: Memo<Vec<Asked>>,
    /// Whether there is no such lesson.
    pub(super) is_unknown: Memo<bool>,
    /// Whether the room's face has this window for itself.
    pub(super) room: RwSignal<bool>,
    table: RwSignal<Option<Table>>,
    /// The talk in the log, so that it can be taken out again.
    logged: StoredValue<Option<TalkId>>,
}

impl Board {
    pub(super) fn new(services: Services, id: LessonId) -> Self {
        services.need_lessons();
        let (item, is_unknown) = lesson(services, StoredValue::new(id));
        let asked = Memo::new(move |_| item.with(|item| item.as_ref().map(asked).unwrap_or_default()));
        let table = RwSignal::new(None);
        Effect::new(move |_| {
            let Some(id) = item.with(|item| item.as_ref().map(|item| item.neutral.id.clone())) else {
                return;
            };
            if table.with_untracked(Option::is_none) {
                table.set(Some(asked.with(|asked| Table::new(id, asked))));
            }
        });
        Self {
            services,
            words: Words::get(),
            item,
            asked,
            is_unknown,
            room: RwSignal::new(false),
            table,
            logged: StoredValue::new(None),
        }
    }

    /// Whether the group can begin.
    pub(super) fn is_here(self) -> Memo<bool> {
        Memo::new(move |_| self.table.with(Option::is_some))
    }

    /// Where the group is; none before the lesson has come.
    pub(super) fn place(self) -> Memo<Option<Place>> {
        self.memo(|table| Some(table.place))
    }

    /// A question about the group, asked again when something happens.
    pub(super) fn memo<A>(self, ask: impl Fn(&Table) -> A + Send + Sync + 'static) -> Memo<A>
    where
        A: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.table.with(|table| table.as_ref().map(&ask).unwrap_or_default()))
    }

    /// Looks at the group; the default before the lesson has come. Tracked.
    pub(super) fn with<A: Default>(self, look: impl FnOnce(&Table) -> A) -> A {
        self.table.with(|table| table.as_ref().map(look).unwrap_or_default())
    }

    /// Takes in what happened.
    pub(super) fn tell(self, msg: Msg) {
        let today = self.services.today().to_string();
        let wish = self.table.try_update(|table| table.as_mut().map(|table| table.update(msg, &today)));
        match wish.flatten() {
            Some(Wish::Keep(talk)) => {
                // A group is nobody's profile: its talk belongs to the device.
                let id = TalkId::from(self.services.random_id());
                self.services.keep_talk(&id, &talk);
                self.logged.set_value(Some(id));
            }
            Some(Wish::Forget) => {
                if let Some(id) = self.logged.try_update_value(Option::take).flatten() {
                    self.services.forget_talk(&id);
                }
            }
            Some(Wish::None) | None => {}
        }
    }

    /// Gives this window to the room's face, or takes it back; the focus goes to the heading.
    pub(super) fn show_room(self, on: bool) {
        self.room.set(on);
        document::scroll_to_top();
        document::focus_soon(HEADING.to_owned());
    }

    /// Shows the reasons; the focus goes to them.
    pub(super) fn show_reasons(self) {
        self.tell(Msg::Tell);
        document::scroll_to_top();
        document::focus_soon(REASONS.to_owned());
    }
}
