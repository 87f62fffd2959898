//! Chance, handed in: the browser's in the app, a counter in tests.

/// Fills bytes that nobody can foresee; answers whether it could.
pub type Chance<'a> = &'a mut dyn FnMut(&mut [u8]) -> bool;

/// Fresh bytes; `None` where there is no chance to be had, and nothing may be sealed.
#[must_use]
pub fn fresh<const N: usize>(chance: Chance<'_>) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    chance(&mut bytes).then_some(bytes)
}

#[cfg(test)]
pub(super) mod tests {
    /// Other bytes each time, and the same in every run.
    pub(crate) fn counting(from: u8) -> impl FnMut(&mut [u8]) -> bool {
        let mut next = u64::from(from);
        move |bytes| {
            for byte in bytes.iter_mut() {
                next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                [*byte, ..] = next.to_be_bytes();
            }
            true
        }
    }

    #[test]
    fn where_there_is_no_chance_there_are_no_bytes() {
        assert_eq!(super::fresh::<4>(&mut |_| false), None);
        assert!(super::fresh::<4>(&mut counting(1)).is_some());
    }
}
