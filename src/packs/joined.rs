//! What taking in a pack would do to what lies here. A pack is known by its owner and its own id: one of another
//! owner is another pack, whatever it is called. What was made here is never written over by something that is not
//! a later edition of itself.

use super::{KeptPack, Pack, local_id};
use crate::ethics::PackId;

/// What taking in a pack would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// It is not here yet.
    New,
    /// It is here already, in this edition.
    Same,
    /// It replaces an earlier edition that was taken in before.
    Update {
        /// The edition that is here.
        from: u32,
        /// The edition of the file.
        to: u32,
    },
    /// A later edition is here.
    Older {
        /// The edition that is here.
        have: u32,
    },
    /// The same edition is here with another content: two have gone on from the same one.
    Differs {
        /// The edition of both.
        edition: u32,
    },
    /// It was made here, and comes back in a later edition.
    OwnComesBack {
        /// The edition that is here.
        from: u32,
        /// The edition of the file.
        to: u32,
        /// What is here was changed since that edition, and the change would be lost.
        loses_changes: bool,
    },
}

impl Joining {
    /// Whether there is something to take in.
    #[must_use]
    pub const fn changes_anything(self) -> bool {
        match self {
            Self::New | Self::Update { .. } | Self::OwnComesBack { .. } => true,
            Self::Same | Self::Older { .. } | Self::Differs { .. } => false,
        }
    }
}

/// What taking in `incoming` would do to what lies here.
#[must_use]
pub fn joined(here: &[KeptPack], incoming: &Pack) -> Joining {
    let Some(kept) = same_pack(here, incoming) else { return Joining::New };
    let (from, to) = (kept.pack.edition, incoming.edition);
    if to < from {
        Joining::Older { have: from }
    } else if to > from && kept.made_here {
        Joining::OwnComesBack { from, to, loses_changes: kept.is_changed() }
    } else if to > from {
        Joining::Update { from, to }
    } else if kept.holds_the_same_as(incoming) {
        Joining::Same
    } else {
        Joining::Differs { edition: to }
    }
}

/// What lies here afterwards, and under which id; none where nothing is to be taken in.
#[must_use]
pub fn taken_in(here: &[KeptPack], incoming: &Pack) -> Option<(PackId, KeptPack)> {
    if !joined(here, incoming).changes_anything() {
        return None;
    }
    let made_here = same_pack(here, incoming).is_some_and(|kept| kept.made_here);
    let kept = if made_here {
        KeptPack::back_again(incoming.clone())
    } else {
        KeptPack::from_outside(incoming.clone())
    };
    Some((local_id(&kept), kept))
}

/// What is the same pack, what was made here before what was taken in.
fn same_pack<'a>(here: &'a [KeptPack], incoming: &Pack) -> Option<&'a KeptPack> {
    let same = || here.iter().filter(|kept| kept.pack.is_the_same_as(incoming));
    same().find(|kept| kept.made_here).or_else(|| same().max_by_key(|kept| kept.pack.edition))
}
