//! In which order the options of a question stand: another one for each question, and another when one tries again,
//! and the same on every device. Pure.

/// The things in an order that depends on the words alone: the lesson, the question, and how often it was tried.
#[must_use]
pub fn shuffled<T>(things: Vec<T>, lesson: &str, question: &str, tries: u32) -> Vec<T> {
    let mut state = seed(lesson, question, tries);
    let mut left = things;
    let mut shuffled = Vec::with_capacity(left.len());
    while !left.is_empty() {
        state = mixed(state);
        let place = usize::try_from(state % left.len() as u64).unwrap_or_default();
        shuffled.push(left.swap_remove(place));
    }
    shuffled
}

/// FNV-1a over the words.
fn seed(lesson: &str, question: &str, tries: u32) -> u64 {
    let bytes = lesson.bytes().chain([b'/']).chain(question.bytes()).chain(tries.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// `SplitMix64`.
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_is_lost_or_made_and_the_same_words_give_the_same_order(
            things in prop::collection::vec(0_u8..50, 0..9), lesson in "[a-z]{1,9}", question in "[a-z]{1,9}", tries in 0_u32..9,
        ) {
            let once = shuffled(things.clone(), &lesson, &question, tries);
            prop_assert_eq!(&once, &shuffled(things.clone(), &lesson, &question, tries));
            let (mut given, mut got) = (things, once);
            given.sort_unstable();
            got.sort_unstable();
            prop_assert_eq!(given, got);
        }
    }

    #[test]
    fn every_place_is_the_first_in_some_question() {
        let first = |tries| shuffled(vec![0, 1, 2, 3], "verdighet", "a", tries).first().copied();
        for place in 0..4 {
            assert!((0..40).any(|tries| first(tries) == Some(place)), "{place} never stands first");
        }
    }
}
