//! Who is here: a profile, a guest or nobody. Their records are read and written from now on; after a time without
//! a touch their key goes, and the screen waits for them (docs/decisions/0022).

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{SaveStatus, Services};
use crate::ethics::{ProfileId, whose};
use crate::platform::{chance, stretch, touch};
use crate::profiles::{Code, Cost, DataKey, KeySealer, Lock, Pin, Profile, Question, RecoveryKey, Stretched};
use crate::route::Route;
use crate::storage::mirror::{self, Mirrored};
use crate::storage::progress::{profile_of, profile_record};
use crate::storage::{Change, Commit, GUEST, Loaded, Owner, StorageError};

/// How often it is looked whether nobody has touched the device for a while.
const LOOK: Duration = Duration::from_secs(2);

/// Who is here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Presence {
    /// Nobody in particular: the device's own records.
    #[default]
    Nobody,
    /// This profile, or the guest.
    Here(ProfileId),
    /// This profile was here last. Its key is gone until somebody opens it again.
    Locked(ProfileId),
}

impl Presence {
    /// Whose screens these are; they stay while a profile is locked.
    #[must_use]
    pub fn profile(&self) -> Option<&ProfileId> {
        match self {
            Self::Nobody => None,
            Self::Here(profile) | Self::Locked(profile) => Some(profile),
        }
    }

    /// Whether it is the guest.
    #[must_use]
    pub fn is_guest(&self) -> bool {
        self.profile().is_some_and(|profile| profile.as_str() == GUEST)
    }
}

/// Why a profile was not changed. Everything is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotChanged {
    /// The browser gave no chance, or did not make a key of the PIN.
    NoKey,
    /// The profile is not here any more, or its key is not.
    Gone,
    /// The store did not do it.
    Failed(StorageError),
}

impl From<StorageError> for NotChanged {
    fn from(error: StorageError) -> Self {
        Self::Failed(error)
    }
}

/// What the services remember of the people at the device.
#[derive(Clone, Copy)]
pub(super) struct People {
    presence: RwSignal<Presence>,
    /// Whose screens are on. They stay as they are while a profile is locked.
    screens_of: RwSignal<Option<ProfileId>>,
    /// The key of the guest, for as long as there is one: a guest has no PIN to get it back with.
    guest_key: StoredValue<Option<DataKey>>,
    /// Something hides the screen until it is lifted.
    hidden: RwSignal<bool>,
    touched_ms: StoredValue<u64>,
    /// The pictures of the one who is here.
    code: RwSignal<Option<Code>>,
}

impl People {
    /// Who was here when the page was left has to open their profile again. A window that only shows what a group has
    /// before it belongs to nobody.
    pub(super) fn new(now_ms: u64, only_shows: bool) -> Self {
        let last = mirror::read(Mirrored::Profile).filter(|id| !only_shows && !id.is_empty());
        let presence = last.map_or(Presence::Nobody, |id| Presence::Locked(id.into()));
        Self {
            hidden: RwSignal::new(presence != Presence::Nobody),
            presence: RwSignal::new(presence),
            screens_of: RwSignal::new(None),
            guest_key: StoredValue::new(None),
            touched_ms: StoredValue::new(now_ms),
            code: RwSignal::new(None),
        }
    }
}

impl Services {
    /// Who is here; tracked.
    #[must_use]
    pub fn presence(self) -> Presence {
        self.people.presence.get()
    }

    /// Whose screens these are; tracked. They stay as they are while a profile is locked.
    #[must_use]
    pub fn whose_screens(self) -> Option<ProfileId> {
        self.people.screens_of.get()
    }

    /// Whether the screen is hidden until somebody lifts what hides it; tracked.
    #[must_use]
    pub fn is_hidden(self) -> bool {
        self.people.hidden.get()
    }

    /// The pictures of the one who is here; tracked. None for the guest and for nobody.
    #[must_use]
    pub fn code_here(self) -> Option<Code> {
        self.people.code.get()
    }

    /// Whose records this window reads and writes beside those of the device.
    #[must_use]
    pub fn owner(self) -> Owner {
        match self.people.presence.get_untracked() {
            Presence::Here(profile) => Owner::Profile(profile),
            Presence::Nobody | Presence::Locked(_) => Owner::Device,
        }
    }

    /// The id of something that belongs to the one who is here.
    #[must_use]
    pub fn own(self, id: String) -> String {
        match self.owner() {
            Owner::Device => id,
            Owner::Profile(profile) => whose::of_profile(profile.as_str(), &id),
        }
    }

    /// Every profile on the device.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not answer.
    pub async fn read_profiles(self) -> Result<Vec<(ProfileId, Profile)>, StorageError> {
        let listed = self.records().load_all::<Profile>().await?;
        Ok(listed.into_iter().filter_map(|one| Some((profile_of(&one.id)?, one.value.ready()?))).collect())
    }

    /// Makes a profile without a PIN, and opens it.
    ///
    /// # Errors
    /// [`NotChanged`].
    pub async fn make_profile(self, code: Code) -> Result<(), NotChanged> {
        let key = DataKey::fresh(&mut chance::fill).ok_or(NotChanged::NoKey)?;
        let id = ProfileId::from(self.short_id());
        let profile = Profile::new(code, self.today().to_string(), &key);
        self.write_profile(&id, &profile).await?;
        self.enter(id, key, Some(code));
        Ok(())
    }

    /// Opens a profile that has no PIN; answers whether it could.
    #[must_use]
    pub fn open_profile(self, id: &ProfileId, profile: &Profile) -> bool {
        self.enter_if(id, profile, profile.open_key())
    }

    /// Opens a profile with its PIN; answers whether it was the right one.
    ///
    /// # Errors
    /// [`NotChanged::NoKey`], when no key could be made of any PIN.
    pub async fn open_with_pin(
        self,
        id: &ProfileId,
        profile: &Profile,
        pin: &Pin,
    ) -> Result<bool, NotChanged> {
        let lock = profile.lock().ok_or(NotChanged::NoKey)?;
        let asked = lock.question().ok_or(NotChanged::NoKey)?;
        let answer = self.stretched(pin, &asked).await?;
        Ok(self.enter_if(id, profile, lock.open(id, &answer)))
    }

    /// Opens a profile with its recovery key; answers whether it was the right one.
    #[must_use]
    pub fn open_with_recovery(self, id: &ProfileId, profile: &Profile, recovery: &RecoveryKey) -> bool {
        self.enter_if(id, profile, profile.lock().and_then(|lock| lock.open_with(id, recovery)))
    }

    fn enter_if(self, id: &ProfileId, profile: &Profile, key: Option<DataKey>) -> bool {
        let opens = key.is_some();
        if let Some(key) = key {
            self.enter(id.clone(), key, Some(profile.code));
        }
        opens
    }

    /// Gives the one who is here a PIN. The recovery key that comes back is shown once and kept nowhere.
    ///
    /// # Errors
    /// [`NotChanged`].
    pub async fn set_pin(self, pin: &Pin) -> Result<RecoveryKey, NotChanged> {
        let (id, profile, key) = self.profile_here().await?;
        let (asked, answer) = self.asked_and_answered(pin).await?;
        let recovery = RecoveryKey::fresh(&mut chance::fill).ok_or(NotChanged::NoKey)?;
        let lock = Lock::new(&id, &key, &asked, &answer, &recovery, &mut chance::fill);
        self.write_profile(&id, &profile.locked(lock.ok_or(NotChanged::NoKey)?)).await?;
        Ok(recovery)
    }

    /// Gives the one who is here another PIN. The recovery key stays what it was.
    ///
    /// # Errors
    /// [`NotChanged`].
    pub async fn change_pin(self, pin: &Pin) -> Result<(), NotChanged> {
        let (id, profile, key) = self.profile_here().await?;
        let (asked, answer) = self.asked_and_answered(pin).await?;
        let lock = profile.lock().ok_or(NotChanged::Gone)?;
        let lock = lock.with_pin(&id, &key, &asked, &answer, &mut chance::fill).ok_or(NotChanged::NoKey)?;
        self.write_profile(&id, &profile.locked(lock)).await
    }

    /// Takes the PIN of the one who is here away.
    ///
    /// # Errors
    /// [`NotChanged`].
    pub async fn remove_pin(self) -> Result<(), NotChanged> {
        let (id, profile, key) = self.profile_here().await?;
        self.write_profile(&id, &profile.unlocked(&key)).await
    }

    /// Forgets a profile and all that is its own.
    ///
    /// # Errors
    /// [`StorageError`], when the store does not do it.
    pub async fn forget_profile(self, id: &ProfileId) -> Result<(), StorageError> {
        self.saver().flush();
        self.records().forget_profile(id).await?;
        if self.people.presence.with_untracked(|presence| presence.profile() == Some(id)) {
            self.leave();
        }
        self.everything_changed();
        Ok(())
    }

    /// A guest is here: what they do lies in memory only.
    pub fn enter_guest(self) {
        let key = self.people.guest_key.get_value().or_else(|| DataKey::fresh(&mut chance::fill));
        if let Some(key) = key {
            self.enter(GUEST.into(), key.clone(), None);
            self.people.guest_key.set_value(Some(key));
        }
    }

    /// Somebody has come.
    fn enter(self, profile: ProfileId, key: DataKey, code: Option<Code>) {
        self.leave_for(Some(&profile));
        self.records().enter(profile.clone(), Box::new(KeySealer::new(key, chance::fill)));
        self.people.code.set(code);
        // A guest is forgotten by a page that loads again.
        let remembered = if profile.as_str() == GUEST { "" } else { profile.as_str() };
        mirror::write(Mirrored::Profile, remembered);
        self.people.touched_ms.set_value(self.now_ms());
        self.people.screens_of.set(Some(profile.clone()));
        self.people.presence.set(Presence::Here(profile));
        self.people.hidden.set(false);
        self.saver().try_again();
        self.records_changed();
        self.leave_what_is_anothers();
    }

    /// Nobody is here any more: the device's own records again.
    pub fn leave(self) {
        self.leave_for(None);
        mirror::write(Mirrored::Profile, "");
        self.people.screens_of.set(None);
        self.people.code.set(None);
        self.people.presence.set(Presence::Nobody);
        self.people.hidden.set(false);
        self.records_changed();
        self.leave_what_is_anothers();
    }

    /// Locks the profile that is here: the screen waits for them, and is as it was when they come back.
    pub fn lock(self) {
        let Presence::Here(profile) = self.people.presence.get_untracked() else { return };
        self.saver().flush();
        self.records().leave();
        self.people.presence.set(Presence::Locked(profile));
        self.people.hidden.set(true);
    }

    /// Lifts what hides a screen that belongs to everybody at the table. The profile stays locked.
    pub fn lift(self) {
        self.people.touched_ms.set_value(self.now_ms());
        self.people.hidden.set(false);
    }

    /// What waits of the one before is on its way, and a guest is forgotten.
    fn leave_for(self, next: Option<&ProfileId>) {
        let before = self.people.presence.get_untracked();
        if before.profile() == next {
            return;
        }
        self.saver().flush();
        self.records().leave();
        if before.is_guest() {
            self.people.guest_key.set_value(None);
            spawn_local(async move {
                // Memory does not refuse.
                let _ = self.records().forget_guest().await;
            });
        }
    }

    /// An address that belongs to somebody else leads Home.
    fn leave_what_is_anothers(self) {
        let here = self.people.presence.with_untracked(|presence| presence.profile().cloned());
        let is_anothers = self
            .route
            .with_untracked(|route| route.profile().is_some_and(|profile| here.as_ref() != Some(&profile)));
        if is_anothers {
            self.replace(&Route::Home);
        }
    }

    /// Follows touches, and locks a profile that nobody has touched for as long as Innstillinger says. Keys go as
    /// soon as nothing of theirs waits to be written.
    pub fn follow_people(self) {
        let look = move || {
            let idle_ms = self.now_ms().saturating_sub(self.people.touched_ms.get_value());
            let longest = self.preferences.with_untracked(|p| u64::from(p.lock_after.minutes()) * 60_000);
            if idle_ms >= longest {
                self.lock_or_hide();
            }
        };
        touch::listen(move || {
            // A device that slept is looked at before the first touch counts.
            look();
            self.people.touched_ms.set_value(self.now_ms());
        });
        touch::on_return(look);
        // It lives as long as the page.
        let _ = set_interval_with_handle(look, LOOK);
        Effect::new(move || {
            let is_kept = self.save.get() == SaveStatus::Kept;
            self.people.presence.track();
            if is_kept {
                self.records().let_go_of_keys();
            }
        });
        Effect::new(move || {
            // A screen that is only somebody's own does not stay open behind what was lifted for a group.
            let is_everybodys = self.route.with(Route::is_at_the_table);
            let is_locked = self.people.presence.with(|presence| matches!(presence, Presence::Locked(_)));
            if is_locked && !is_everybodys {
                self.people.hidden.set(true);
            }
        });
    }

    fn lock_or_hide(self) {
        let is_at_the_table = self.route.with_untracked(Route::is_at_the_table);
        match self.people.presence.get_untracked() {
            Presence::Nobody => {}
            Presence::Here(_) => self.lock(),
            Presence::Locked(_) if is_at_the_table => self.people.hidden.set(true),
            Presence::Locked(_) => {}
        }
    }

    async fn profile_here(self) -> Result<(ProfileId, Profile, DataKey), NotChanged> {
        let Presence::Here(id) = self.people.presence.get_untracked() else { return Err(NotChanged::Gone) };
        let loaded = self.records().load::<Profile>(&profile_record(&id)).await?;
        let (Loaded::Ready(profile), Some(key)) = (loaded, self.records().key_of(&id)) else {
            return Err(NotChanged::Gone);
        };
        Ok((id, profile, key))
    }

    async fn write_profile(self, id: &ProfileId, profile: &Profile) -> Result<(), NotChanged> {
        let changes = vec![Change::keep(profile_record(id), profile, self.now_ms())?];
        self.records().look_at(&changes).await?;
        self.records().write(changes, Commit::Checked).await?;
        self.records_changed();
        Ok(())
    }

    async fn asked_and_answered(self, pin: &Pin) -> Result<(Question, Stretched), NotChanged> {
        let asked = Question::fresh(Cost::TODAY, &mut chance::fill).ok_or(NotChanged::NoKey)?;
        let answer = self.stretched(pin, &asked).await?;
        Ok((asked, answer))
    }

    async fn stretched(self, pin: &Pin, asked: &Question) -> Result<Stretched, NotChanged> {
        let file = self.assets().worker("stretch").to_owned();
        let Cost { memory_kib, passes } = asked.cost;
        let key = stretch::key_of(&file, pin.digits(), &asked.salt, memory_kib, passes).await;
        key.and_then(|key| Stretched::of_pin(&key)).ok_or(NotChanged::NoKey)
    }

    /// A fresh id of sixteen letters: short enough to stand in an address beside another one.
    fn short_id(self) -> String {
        self.random_id().chars().filter(char::is_ascii_hexdigit).rev().take(16).collect()
    }
}
