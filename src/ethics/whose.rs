//! Whose something is, as its id tells it: `p.<profile>.<rest>` belongs to a profile, all else to the device.

/// What an id begins with that belongs to a profile.
const PROFILE: &str = "p.";

/// The profile that an id belongs to, and the rest of the id; `None` where it belongs to the device.
#[must_use]
pub fn parted(id: &str) -> Option<(&str, &str)> {
    let (profile, rest) = id.strip_prefix(PROFILE)?.split_once('.')?;
    (!profile.is_empty() && !rest.is_empty()).then_some((profile, rest))
}

/// An id that belongs to a profile.
#[must_use]
pub fn of_profile(profile: &str, id: &str) -> String {
    format!("{PROFILE}{profile}.{id}")
}

/// An id with something in front of it, and still of the same owner.
#[must_use]
pub fn with_front(front: &str, id: &str) -> String {
    match parted(id) {
        Some((profile, rest)) => of_profile(profile, &format!("{front}{rest}")),
        None => format!("{front}{id}"),
    }
}

/// What [`with_front`] made of it, without what stands in front; `None` where that does not stand there.
#[must_use]
pub fn without_front(front: &str, id: &str) -> Option<String> {
    match parted(id) {
        Some((profile, rest)) => Some(of_profile(profile, rest.strip_prefix(front)?)),
        None => id.strip_prefix(front).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_front_of_an_id_does_not_change_whose_it_is() {
        assert_eq!(with_front("run-", "4f"), "run-4f");
        assert_eq!(with_front("run-", "p.a1.4f"), "p.a1.run-4f");
        for id in ["4f", "p.a1.4f"] {
            let named = with_front("run-", id);
            assert_eq!(parted(&named).map(|(profile, _)| profile), parted(id).map(|(profile, _)| profile));
            assert_eq!(without_front("run-", &named).as_deref(), Some(id));
            assert_eq!(without_front("idea-", &named), None);
        }
    }

    #[test]
    fn an_id_that_only_looks_like_one_of_a_profile_belongs_to_the_device() {
        for id in ["p", "p.", "p.a1", "p.a1.", "p..x", "practice-p.a1.4f", "4f"] {
            assert_eq!(parted(id), None, "{id}");
        }
        assert_eq!(parted("p.a1.4f.5"), Some(("a1", "4f.5")));
    }
}
