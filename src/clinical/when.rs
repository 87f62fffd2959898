//! Conditions over the state of a course, as authors write them: `spo2 < 92 and not done.oxygen or acvpu >= C`.
//!
//! `and` binds tighter than `or`; there are no brackets. A name alone holds where its reading is not nothing.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::body::Position;
use super::fixed::Fixed;
use super::vitals::Acvpu;

/// Something that can be read off a course.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Respirations a minute.
    Rf,
    /// Saturation, per cent.
    Spo2,
    /// Systolic blood pressure, mmHg.
    Sbp,
    /// Heart beats a minute.
    Pulse,
    /// Temperature, °C.
    Temp,
    /// Consciousness, from alert (0) to unresponsive (4); compared with a letter.
    Acvpu,
    /// Blood glucose, mmol/l.
    Glucose,
    /// Capillary refill, seconds.
    Refill,
    /// Pain, 0–10.
    Pain,
    /// Urine, ml an hour.
    Urine,
    /// The sum of NEWS2.
    News2,
    /// Whether oxygen is given.
    Oxygen,
    /// Whether the heart stands still.
    Arrest,
    /// Minutes since the beginning.
    Minute,
    /// How the person lies or sits.
    In(Position),
    /// The level of a condition, 0–100.
    Level(String),
    /// How many times an action was carried out.
    Done(String),
    /// Minutes since an action was carried out last; 3 000 where it never was.
    Since(String),
    /// How many times something was looked at or measured.
    Seen(String),
    /// Whether a receiver was called.
    Called(String),
    /// Minutes since a receiver was called first; 3 000 where nobody called.
    SinceCall(String),
    /// Whether a receiver, or whom they sent, has come.
    Arrived(String),
    /// Whether an action was ordered in a call.
    Ordered(String),
    /// Whether a fact was said in the last call.
    Told(String),
}

/// What a condition is held against.
pub trait Facts {
    /// The reading at this moment.
    fn read(&self, reading: &Reading) -> Fixed;
}

/// A condition: any of these, each all of those. Without any it always holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct When(Vec<Vec<Test>>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Test {
    reading: Reading,
    compare: Compare,
    value: Fixed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Compare {
    Below,
    AtMost,
    Equal,
    Other,
    AtLeast,
    Above,
}

const COMPARE: [(&str, Compare); 6] = [
    ("<", Compare::Below),
    ("<=", Compare::AtMost),
    ("=", Compare::Equal),
    ("!=", Compare::Other),
    (">=", Compare::AtLeast),
    (">", Compare::Above),
];

/// A text that is no condition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no condition: write such as `spo2 < 92 and not done.oxygen`")]
pub struct NotACondition(String);

impl When {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self, facts: &impl Facts) -> bool {
        self.0.is_empty() || self.0.iter().any(|all| all.iter().all(|test| test.holds(facts)))
    }

    /// Whether it holds whatever happens.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.0.is_empty()
    }

    /// Everything that it reads.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.0.iter().flatten().map(|test| &test.reading)
    }

    /// Reads a condition; an empty text always holds.
    ///
    /// # Errors
    /// [`NotACondition`], with the part that is none.
    pub fn parse(text: &str) -> Result<Self, NotACondition> {
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.is_empty() {
            return Ok(Self::default());
        }
        let any = words.split(|word| *word == "or");
        any.map(|all| all.split(|word| *word == "and").map(Test::parse).collect())
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

impl Test {
    fn holds(&self, facts: &impl Facts) -> bool {
        let found = facts.read(&self.reading);
        match self.compare {
            Compare::Below => found < self.value,
            Compare::AtMost => found <= self.value,
            Compare::Equal => found == self.value,
            Compare::Other => found != self.value,
            Compare::AtLeast => found >= self.value,
            Compare::Above => found > self.value,
        }
    }

    fn parse(words: &[&str]) -> Result<Self, NotACondition> {
        let test = match words {
            [name] => Reading::parse(name).map(|reading| (reading, Compare::Other, Fixed::ZERO)),
            ["not", name] => Reading::parse(name).map(|reading| (reading, Compare::Equal, Fixed::ZERO)),
            [name, sign, value] => Reading::parse(name).and_then(|reading| {
                let compare = COMPARE.iter().find(|(one, _)| one == sign)?.1;
                let value = reading.value(value)?;
                Some((reading, compare, value))
            }),
            _ => None,
        };
        let (reading, compare, value) = test.ok_or_else(|| NotACondition(words.join(" ")))?;
        Ok(Self { reading, compare, value })
    }
}

impl Reading {
    fn parse(name: &str) -> Option<Self> {
        if let Some((kind, id)) = name.split_once('.') {
            let id = (!id.is_empty()).then(|| id.to_owned())?;
            return Some(match kind {
                "position" => Self::In(Position::parse(&id)?),
                "level" => Self::Level(id),
                "done" => Self::Done(id),
                "since" => Self::Since(id),
                "seen" => Self::Seen(id),
                "called" => Self::Called(id),
                "since-call" => Self::SinceCall(id),
                "arrived" => Self::Arrived(id),
                "ordered" => Self::Ordered(id),
                "told" => Self::Told(id),
                _ => return None,
            });
        }
        Some(match name {
            "rf" => Self::Rf,
            "spo2" => Self::Spo2,
            "sbp" => Self::Sbp,
            "pulse" => Self::Pulse,
            "temp" => Self::Temp,
            "acvpu" => Self::Acvpu,
            "glucose" => Self::Glucose,
            "refill" => Self::Refill,
            "pain" => Self::Pain,
            "urine" => Self::Urine,
            "news2" => Self::News2,
            "oxygen" => Self::Oxygen,
            "arrest" => Self::Arrest,
            "minute" => Self::Minute,
            _ => return None,
        })
    }

    /// How it is written in data.
    #[must_use]
    pub fn name(&self) -> String {
        let (kind, id) = match self {
            Self::Rf => return "rf".to_owned(),
            Self::Spo2 => return "spo2".to_owned(),
            Self::Sbp => return "sbp".to_owned(),
            Self::Pulse => return "pulse".to_owned(),
            Self::Temp => return "temp".to_owned(),
            Self::Acvpu => return "acvpu".to_owned(),
            Self::Glucose => return "glucose".to_owned(),
            Self::Refill => return "refill".to_owned(),
            Self::Pain => return "pain".to_owned(),
            Self::Urine => return "urine".to_owned(),
            Self::News2 => return "news2".to_owned(),
            Self::Oxygen => return "oxygen".to_owned(),
            Self::Arrest => return "arrest".to_owned(),
            Self::Minute => return "minute".to_owned(),
            Self::In(position) => ("position", position.code()),
            Self::Level(id) => ("level", id.as_str()),
            Self::Done(id) => ("done", id.as_str()),
            Self::Since(id) => ("since", id.as_str()),
            Self::Seen(id) => ("seen", id.as_str()),
            Self::Called(id) => ("called", id.as_str()),
            Self::SinceCall(id) => ("since-call", id.as_str()),
            Self::Arrived(id) => ("arrived", id.as_str()),
            Self::Ordered(id) => ("ordered", id.as_str()),
            Self::Told(id) => ("told", id.as_str()),
        };
        format!("{kind}.{id}")
    }

    fn value(&self, text: &str) -> Option<Fixed> {
        if *self == Self::Acvpu {
            let place = Acvpu::ALL.iter().position(|one| one.letter() == text)?;
            return i32::try_from(place).ok().map(Fixed::whole);
        }
        Fixed::parse(text).ok()
    }

    fn written(&self, value: Fixed) -> String {
        let place = usize::try_from(value.rounded()).ok();
        let letter = place.filter(|_| *self == Self::Acvpu).and_then(|place| Acvpu::ALL.get(place));
        letter.map_or_else(|| value.to_string(), |acvpu| acvpu.letter().to_owned())
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.reading.name();
        match (self.compare, self.value == Fixed::ZERO && self.reading != Reading::Acvpu) {
            (Compare::Other, true) => write!(f, "{name}"),
            (Compare::Equal, true) => write!(f, "not {name}"),
            _ => {
                let sign = COMPARE.iter().find(|(_, one)| *one == self.compare).map_or("", |(sign, _)| sign);
                write!(f, "{name} {sign} {}", self.reading.written(self.value))
            }
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = |all: &Vec<Test>| all.iter().map(Test::to_string).collect::<Vec<_>>().join(" and ");
        f.write_str(&self.0.iter().map(all).collect::<Vec<_>>().join(" or "))
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

#[cfg(feature = "author")]
impl schemars::JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A condition such as `spo2 < 92 and not done.oxygen or acvpu >= C`; empty means always.",
            "type": "string"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixture;

    impl Facts for Fixture {
        fn read(&self, reading: &Reading) -> Fixed {
            let holds = [Reading::Acvpu, Reading::Done("oxygen".to_owned()), Reading::In(Position::Upright)];
            if *reading == Reading::Spo2 {
                Fixed::whole(91)
            } else {
                Fixed::whole(i32::from(holds.contains(reading)))
            }
        }
    }

    #[test]
    fn a_condition_holds_where_any_of_its_parts_holds_whole() {
        let table = [
            ("", true),
            ("spo2 < 92", true),
            ("spo2 <= 91", true),
            ("spo2 > 91", false),
            ("spo2 < 92 and not done.oxygen", false),
            ("spo2 < 92 and done.oxygen", true),
            ("spo2 > 95 or acvpu >= C", true),
            ("acvpu = V or spo2 = 90", false),
            ("acvpu != A", true),
            ("position.upright and not position.flat", true),
            ("seen.skin or spo2 >= 91 and done.bag", false),
        ];
        for (text, holds) in table {
            let when = When::parse(text).unwrap();
            assert_eq!(when.holds(&Fixture), holds, "{text}");
            assert_eq!(when.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_condition_is_refused_with_its_words() {
        for text in [
            "spo2 <",
            "spo3 < 4",
            "done.",
            "and",
            "spo2 < 92 and",
            "acvpu = X",
            "a b c d",
            "position.up",
            "rf ~ 3",
        ] {
            assert!(When::parse(text).is_err(), "{text}");
        }
        assert_eq!(When::parse("rf > 20 and bp < 90"), Err(NotACondition("bp < 90".to_owned())));
    }
}
