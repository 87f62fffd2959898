//! The pictures that a profile is known by: three out of twelve. They find and name it, and are no secret.

use serde::{Deserialize, Serialize};

/// A picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Picture {
    /// A fox.
    Fox,
    /// A boat.
    Boat,
    /// A lantern.
    Lantern,
    /// An apple.
    Apple,
    /// A bird.
    Bird,
    /// A tree.
    Tree,
    /// The moon.
    Moon,
    /// A cup.
    Cup,
    /// A fish.
    Fish,
    /// A star.
    Star,
    /// A flower.
    Flower,
    /// An umbrella.
    Umbrella,
}

impl Picture {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::Fox,
        Self::Boat,
        Self::Lantern,
        Self::Apple,
        Self::Bird,
        Self::Tree,
        Self::Moon,
        Self::Cup,
        Self::Fish,
        Self::Star,
        Self::Flower,
        Self::Umbrella,
    ];
}

/// Three pictures, each another one. In which order they were chosen does not matter: nobody has to remember it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code([Picture; Code::LENGTH]);

impl Code {
    /// How many pictures there are in a code.
    pub const LENGTH: usize = 3;

    /// The code of the pictures that somebody chose; `None` while there are too few, too many, or one twice.
    #[must_use]
    pub fn of(chosen: &[Picture]) -> Option<Self> {
        let mut code: [Picture; Self::LENGTH] = chosen.try_into().ok()?;
        code.sort_unstable();
        let [a, b, c] = code;
        (a != b && b != c).then_some(Self(code))
    }

    /// Its pictures, in the order in which they are offered.
    #[must_use]
    pub const fn pictures(self) -> [Picture; Self::LENGTH] {
        self.0
    }

    /// Whether all of these are among its pictures.
    #[must_use]
    pub fn has(self, chosen: &[Picture]) -> bool {
        chosen.iter().all(|picture| self.0.contains(picture))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_pictures_are_a_code_in_whatever_order_they_are_chosen() {
        let code = Code::of(&[Picture::Lantern, Picture::Fox, Picture::Boat]);
        assert_eq!(code, Code::of(&[Picture::Fox, Picture::Boat, Picture::Lantern]));
        assert_eq!(code.unwrap().pictures(), [Picture::Fox, Picture::Boat, Picture::Lantern]);
        for chosen in [
            &[Picture::Fox, Picture::Boat][..],
            &[Picture::Fox, Picture::Boat, Picture::Fox],
            &[Picture::Fox, Picture::Boat, Picture::Cup, Picture::Moon],
        ] {
            assert_eq!(Code::of(chosen), None, "{chosen:?}");
        }
    }

    #[test]
    fn a_code_is_found_by_some_of_its_pictures() {
        let code = Code::of(&[Picture::Fox, Picture::Boat, Picture::Lantern]).unwrap();
        assert!(code.has(&[]) && code.has(&[Picture::Boat]) && code.has(&[Picture::Lantern, Picture::Fox]));
        assert!(!code.has(&[Picture::Boat, Picture::Cup]));
    }
}
