//! Numbers with six decimals that are the same to the bit on every machine.

use std::fmt;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

const ONE: i64 = 1_000_000;
const DECIMALS: usize = 6;
/// Far above every value of a body, and small enough that a product of two fits.
const MOST: i64 = 3_000 * ONE;

/// A decimal number with six decimals, between −3 000 and 3 000. What would be larger is held at the edge, so no
/// calculation can fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fixed(i64);

/// A text that is no decimal number between −3 000 and 3 000 with at most six decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is no decimal number between -3000 and 3000 with at most six decimals")]
pub struct NotANumber;

impl Fixed {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(ONE);
    /// A hundred, the highest level of a condition.
    pub const HUNDRED: Self = Self(100 * ONE);

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i32) -> Self {
        Self::held(number as i64 * ONE)
    }

    /// So many thousandths.
    #[must_use]
    pub const fn thousandths(number: i32) -> Self {
        Self::held(number as i64 * (ONE / 1_000))
    }

    const fn held(millionths: i64) -> Self {
        if millionths > MOST {
            Self(MOST)
        } else if millionths < -MOST {
            Self(-MOST)
        } else {
            Self(millionths)
        }
    }

    /// Divided by a whole number; by nothing it stays as it is.
    #[must_use]
    pub const fn over(self, parts: i32) -> Self {
        if parts == 0 { self } else { Self(self.0 / parts as i64) }
    }

    /// Divided by another number; by nothing it goes to the edge.
    #[must_use]
    pub fn divided_by(self, other: Self) -> Self {
        if other.0 == 0 {
            return if self.0 < 0 { Self(-MOST) } else { Self(MOST) };
        }
        Self::held(self.0.saturating_mul(ONE) / other.0)
    }

    /// What is left of it above `floor`; nothing below it.
    #[must_use]
    pub fn above(self, floor: Self) -> Self {
        (self - floor).max(Self::ZERO)
    }

    /// How far it is below `ceiling`; nothing above it.
    #[must_use]
    pub fn below(self, ceiling: Self) -> Self {
        (ceiling - self).max(Self::ZERO)
    }

    /// The nearest whole number, halves away from nothing.
    #[must_use]
    pub const fn rounded(self) -> i32 {
        let half = if self.0 < 0 { -ONE / 2 } else { ONE / 2 };
        ((self.0 + half) / ONE) as i32
    }

    /// The nearest tenth, as a number of tenths.
    #[must_use]
    pub const fn tenths(self) -> i32 {
        let half = if self.0 < 0 { -ONE / 20 } else { ONE / 20 };
        ((self.0 + half) / (ONE / 10)) as i32
    }

    /// As millionths: for what compares runs bit by bit.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// Reads `-12.25`.
    ///
    /// # Errors
    /// [`NotANumber`].
    pub fn parse(text: &str) -> Result<Self, NotANumber> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > 4
            || decimals.len() > DECIMALS
            || !plain(whole)
            || !plain(decimals)
        {
            return Err(NotANumber);
        }
        let whole: i64 = whole.parse().map_err(|_| NotANumber)?;
        let decimals: i64 = format!("{decimals:0<DECIMALS$}").parse().map_err(|_| NotANumber)?;
        let number = Self(sign * (whole * ONE + decimals));
        if number.0.abs() > MOST { Err(NotANumber) } else { Ok(number) }
    }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, decimals) = (self.0.abs() / ONE, self.0.abs() % ONE);
        let decimals = format!("{decimals:0DECIMALS$}");
        let decimals = decimals.trim_end_matches('0');
        if decimals.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{decimals}") }
    }
}

impl Add for Fixed {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::held(self.0 + other.0)
    }
}

impl Sub for Fixed {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::held(self.0 - other.0)
    }
}

impl Mul for Fixed {
    type Output = Self;
    #[expect(clippy::suspicious_arithmetic_impl, reason = "a product of millionths is divided by a million")]
    fn mul(self, other: Self) -> Self {
        Self::held(self.0.saturating_mul(other.0) / ONE)
    }
}

impl Neg for Fixed {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Fixed {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Fixed {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl std::iter::Sum for Fixed {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Fixed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From a text in packs; authors may write a plain number.
impl<'de> Deserialize<'de> for Fixed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Decimal)
    }
}

#[cfg(feature = "author")]
impl schemars::JsonSchema for Fixed {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fixed".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A decimal number with at most six decimals, between -3000 and 3000.",
            "type": ["number", "string"]
        })
    }
}

struct Decimal;

impl de::Visitor<'_> for Decimal {
    type Value = Fixed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number with at most six decimals, between -3000 and 3000")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Fixed, E> {
        Fixed::parse(text).map_err(E::custom)
    }

    #[cfg(feature = "author")]
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Fixed, E> {
        Fixed::parse(&number.to_string()).map_err(E::custom)
    }

    // As it is written: the shortest text that means the number.
    #[cfg(feature = "author")]
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Fixed, E> {
        Fixed::parse(&number.to_string()).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_decimal_number_is_read_and_written_as_it_stands() {
        for text in ["0", "1", "-1", "0.45", "-0.000001", "37.2", "3000", "-3000", "12.25"] {
            assert_eq!(Fixed::parse(text).unwrap().to_string(), text);
        }
        for odd in
            ["", "-", ".", ".5", "1e3", "0.1234567", "3000.1", "99999", "1,5", " 1", "NaN", "--1", "+1"]
        {
            assert_eq!(Fixed::parse(odd), Err(NotANumber), "{odd}");
        }
    }

    #[test]
    fn halves_go_away_from_nothing() {
        for (text, whole) in [("0.5", 1), ("-0.5", -1), ("0.49", 0), ("2.5", 3), ("-2.4", -2)] {
            assert_eq!(Fixed::parse(text).unwrap().rounded(), whole, "{text}");
        }
        for (text, tenths) in [("37.05", 371), ("37.04", 370), ("-0.05", -1)] {
            assert_eq!(Fixed::parse(text).unwrap().tenths(), tenths, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_calculation_fails_or_leaves_the_edges(one in -MOST..=MOST, other in -MOST..=MOST, parts in any::<i32>()) {
            let (one, other) = (Fixed(one), Fixed(other));
            let all = [one + other, one - other, one * other, -one, one.over(parts), one.divided_by(other), one.above(other), one.below(other)];
            for number in all {
                prop_assert!(number.0.abs() <= MOST);
                prop_assert_eq!(Fixed::parse(&number.to_string()), Ok(number));
            }
        }
    }
}
