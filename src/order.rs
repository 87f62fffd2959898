//! Putting lists in order, with the one sorter that the first screen carries. Pure.
//!
//! A sort of the standard library is compiled anew for every type and every way to compare, 4 kB of code each
//! time. Lists that are read at start are therefore put in order here; where code comes later, `sort_by` is
//! right.

use std::cmp::Ordering;

/// The list in the order that `compare` gives. What is equal stays as it stood.
#[must_use]
pub fn ordered<T>(list: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(list.len(), &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut from: Vec<Option<T>> = list.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| from.get_mut(place).and_then(Option::take)).collect()
}

/// The places `0..count` in the order that `compare` gives them.
#[inline(never)]
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_is_put_in_the_order_that_the_standard_library_gives_it(list in prop::collection::vec((0_u8..9, 0_u8..99), 0..60)) {
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ordered(list, |one, other| one.0.cmp(&other.0)), expected);
        }
    }
}
