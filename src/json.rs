//! Reading and writing JSON: the one door to `serde_json` in the app. Pure.
//!
//! `serde_json` takes the text apart, once, into a [`Value`]: its rules hold for depth, numbers and UTF-8.
//! A narrow reader then makes today's types of the value. It exists because the general reader is compiled
//! anew for every type, several times over; this one gives a type as little code as serde allows
//! (docs/decisions/0011).
//!
//! What it reads, of what serde can derive:
//!
//! - A struct, from an object. The fields are looked up by name, so their order does not matter and what is
//!   not known is left alone (`deny_unknown_fields` is for authors' TOML). A field that may be missing says
//!   `#[serde(default)]`, an `Option` too.
//! - An enum, tagged from outside: `"open"`, or `{"kept": {…}}`.
//! - Lists, tuples, options, numbers, texts, and maps whose keys are texts, ids or words.
//!
//! `alias`, `tag`, `untagged` and `flatten` do not work here; `tests/architecture.rs` refuses them.

use std::fmt;
use std::slice;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Visitor};
use serde::{Serialize, de};
pub use serde_json::Value;

type Object = serde_json::Map<String, Value>;

/// What is wrong with a JSON text, and where. For logs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Fault>);

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Fault {
    /// The way to what is wrong: `facts[3].certainty`. Built from the inside out.
    path: String,
    why: String,
    /// Where the text ceases to be JSON, from 1.
    place: Option<(usize, usize)>,
    /// There are fewer parts than the type has.
    too_few: bool,
}

impl Error {
    /// The line and the character in it, from 1, where the text ceases to be JSON; `None` when it is JSON,
    /// but not of the right shape.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        self.0.place
    }

    /// The way to what has the wrong shape: `facts[3].certainty`; empty for the whole, or where the text is no
    /// JSON.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The field that is missing there, where that is what is wrong.
    #[must_use]
    pub fn missing(&self) -> Option<&str> {
        self.0.why.strip_prefix("missing field `")?.strip_suffix('`')
    }

    #[cold]
    #[inline(never)]
    fn said(why: &dyn fmt::Display) -> Self {
        Self(Box::new(Fault { why: why.to_string(), ..Fault::default() }))
    }

    #[cold]
    #[inline(never)]
    fn of_text(error: &serde_json::Error) -> Self {
        let place = (error.line() > 0).then(|| (error.line(), error.column()));
        Self(Box::new(Fault { why: error.to_string(), place, ..Fault::default() }))
    }

    #[cold]
    #[inline(never)]
    fn below(mut self, name: &str) -> Self {
        let joint = if self.0.path.is_empty() || self.0.path.starts_with('[') { "" } else { "." };
        self.0.path = format!("{name}{joint}{}", self.0.path);
        self.0.too_few = false;
        self
    }

    #[cold]
    #[inline(never)]
    fn at(self, place: usize) -> Self {
        self.below(&format!("[{place}]"))
    }

    /// Names the field that is missing, where the error is that one is.
    #[cold]
    #[inline(never)]
    fn lacks(mut self, field: &str) -> Self {
        if self.0.too_few {
            self.0.why = format!("missing field `{field}`");
            self.0.too_few = false;
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "{}: ", self.0.path)?;
        }
        f.write_str(&self.0.why)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(why: T) -> Self {
        Self::said(&why)
    }

    // What serde says of its own accord brings along the writing of decimal numbers, 6 kB of the first load.
    #[cold]
    #[inline(never)]
    fn invalid_type(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::said(&format_args!("is not {expected}"))
    }

    #[cold]
    #[inline(never)]
    fn invalid_value(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::said(&format_args!("is not {expected}"))
    }

    #[cold]
    #[inline(never)]
    fn invalid_length(found: usize, _: &dyn de::Expected) -> Self {
        let why = format!("only {found} of what it needs");
        Self(Box::new(Fault { why, too_few: true, ..Fault::default() }))
    }
}

/// Reads a value from a JSON text.
///
/// # Errors
/// [`Error`], when it is not JSON or not of this shape.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Error> {
    from_value(&parse(json)?)
}

/// Writes a value as a JSON text without spaces.
///
/// # Errors
/// [`Error`], for what JSON cannot hold: no type of the app is that.
pub fn write<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|error| Error::of_text(&error))
}

/// As [`write`], where a `String` is asked for.
///
/// # Errors
/// As [`write`].
pub fn write_text<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    String::from_utf8(write(value)?).map_err(|error| Error::said(&error))
}

/// Takes a JSON text apart.
///
/// # Errors
/// [`Error`], when it is not JSON.
#[inline(never)]
pub fn parse(json: &[u8]) -> Result<Value, Error> {
    serde_json::from_slice(json).map_err(|error| Error::of_text(&error))
}

/// Reads a value from JSON that has been taken apart.
///
/// # Errors
/// [`Error`], when it is not of this shape.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Error> {
    T::deserialize(Reader(value))
}

/// Reads one field of an object, before or instead of the whole.
///
/// # Errors
/// [`Error`], when it is no object, has no such field, or the field is not of this shape.
pub fn field<T: DeserializeOwned>(value: &Value, name: &'static str) -> Result<T, Error> {
    let found = value.get(name).ok_or_else(|| Error::said(&format_args!("missing field `{name}`")))?;
    from_value(found).map_err(|error| error.below(name))
}

/// Reads one value.
#[derive(Clone, Copy)]
struct Reader<'a>(&'a Value);

impl<'a> Reader<'a> {
    #[cold]
    #[inline(never)]
    fn is_not(self, expected: &str) -> Error {
        let found = match self.0 {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Error::said(&format_args!("expected {expected}, found {found}"))
    }

    #[inline(never)]
    fn text(self) -> Result<&'a str, Error> {
        self.0.as_str().ok_or_else(|| self.is_not("a text"))
    }

    #[inline(never)]
    fn list(self) -> Result<List<'a>, Error> {
        let items = self.0.as_array().ok_or_else(|| self.is_not("a list"))?;
        Ok(List { items: items.iter(), at: 0 })
    }

    #[inline(never)]
    fn fields(self, names: &'static [&'static str]) -> Result<Fields<'a>, Error> {
        let object = self.0.as_object().ok_or_else(|| self.is_not("an object"))?;
        Ok(Fields { object, names: names.iter(), now: "" })
    }

    #[inline(never)]
    fn entries(self) -> Result<Entries<'a>, Error> {
        let object = self.0.as_object().ok_or_else(|| self.is_not("an object"))?;
        Ok(Entries { entries: object.iter(), now: None })
    }

    #[inline(never)]
    fn choice(self) -> Result<Choice<'a>, Error> {
        let one = |object: &'a Object| {
            let mut entries = object.iter();
            let (name, value) = entries.next()?;
            entries.next().is_none().then_some(Choice { name, value: Some(value) })
        };
        match self.0 {
            Value::String(name) => Ok(Choice { name, value: None }),
            Value::Object(object) => one(object).ok_or_else(|| self.is_not("an object with one key")),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {
                Err(self.is_not("a word or an object with one key"))
            }
        }
    }

    #[inline(never)]
    fn unsigned(self) -> Result<u64, Error> {
        self.0.as_u64().ok_or_else(|| self.is_not("a whole number from 0"))
    }

    #[inline(never)]
    fn signed(self) -> Result<i64, Error> {
        self.0.as_i64().ok_or_else(|| self.is_not("a whole number"))
    }

    #[inline(never)]
    fn decimal(self) -> Result<f64, Error> {
        self.0.as_f64().ok_or_else(|| self.is_not("a number"))
    }

    #[inline(never)]
    fn nothing(self) -> Result<(), Error> {
        self.0.as_null().ok_or_else(|| self.is_not("null"))
    }

    fn object_of<V: Visitor<'a>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut fields = self.fields(names)?;
        visitor.visit_seq(&mut fields).map_err(|error| error.lacks(fields.now))
    }
}

macro_rules! read_with {
    ($($method:ident $get:ident $visit:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.$get()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Error;

    read_with! {
        deserialize_u8 unsigned visit_u64
        deserialize_u16 unsigned visit_u64
        deserialize_u32 unsigned visit_u64
        deserialize_u64 unsigned visit_u64
        deserialize_i8 signed visit_i64
        deserialize_i16 signed visit_i64
        deserialize_i32 signed visit_i64
        deserialize_i64 signed visit_i64
        deserialize_f32 decimal visit_f64
        deserialize_f64 decimal visit_f64
        deserialize_char text visit_str
        deserialize_str text visit_str
        deserialize_string text visit_str
        deserialize_identifier text visit_str
        deserialize_seq list visit_seq
        deserialize_map entries visit_map
    }

    /// For what authors may write as a number and packs hold as a text.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.0.as_str().ok_or_else(|| self.is_not("a text"))?)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(self.is_not("no bytes"))
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(self.is_not("no bytes"))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.0.as_bool().ok_or_else(|| self.is_not("true or false"))?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.nothing()?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        let list = self.list()?;
        if list.items.len() > length {
            return Err(self.is_not("a shorter list"));
        }
        visitor.visit_seq(list)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.object_of(fields, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.choice()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
}

/// The items of a list.
struct List<'a> {
    items: slice::Iter<'a, Value>,
    at: usize,
}

impl<'de> de::SeqAccess<'de> for List<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let read = seed.deserialize(Reader(item)).map_err(|error| error.at(self.at));
        self.at += 1;
        read.map(Some)
    }
}

/// The fields of a struct, as the list that serde takes a struct to be where the format knows the order:
/// no type needs code of its own to tell names apart.
struct Fields<'a> {
    object: &'a Object,
    names: slice::Iter<'static, &'static str>,
    /// The field that was asked for last.
    now: &'static str,
}

impl<'a> Fields<'a> {
    #[inline(never)]
    fn next(&mut self) -> Option<Reader<'a>> {
        self.now = self.names.next()?;
        self.object.get(self.now).map(Reader)
    }
}

impl<'de> de::SeqAccess<'de> for &mut Fields<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        // What is not there is the default, where the type has one for it, or an error.
        let Some(reader) = self.next() else { return Ok(None) };
        seed.deserialize(reader).map_err(|error| error.below(self.now)).map(Some)
    }
}

/// The entries of a map.
struct Entries<'a> {
    entries: serde_json::map::Iter<'a>,
    now: Option<(&'a String, &'a Value)>,
}

impl<'de> de::MapAccess<'de> for Entries<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        self.now = self.entries.next();
        let Some((name, _)) = self.now else { return Ok(None) };
        seed.deserialize(Name(name)).map_err(|error| error.below(name)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let Some((name, value)) = self.now else { return Err(Error::said(&"a value before its key")) };
        seed.deserialize(Reader(value)).map_err(|error| error.below(name))
    }
}

/// Reads the key of a map or the name of a variant.
#[derive(Clone, Copy)]
struct Name<'a>(&'a str);

impl<'de> Deserializer<'de> for Name<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(Choice { name: self.0, value: None })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// A variant: its name, and what it holds.
#[derive(Clone, Copy)]
struct Choice<'a> {
    name: &'a str,
    value: Option<&'a Value>,
}

impl<'a> Choice<'a> {
    #[inline(never)]
    fn held(self) -> Result<Reader<'a>, Error> {
        self.value.map(Reader).ok_or_else(|| Error::said(&format_args!("`{}` without content", self.name)))
    }
}

impl<'de> de::EnumAccess<'de> for Choice<'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Error> {
        Ok((seed.deserialize(Name(self.name))?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Choice<'de> {
    type Error = Error;

    #[inline(never)]
    fn unit_variant(self) -> Result<(), Error> {
        self.value.map_or(Ok(()), |value| Reader(value).nothing())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self.held()?).map_err(|error| error.below(self.name))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.held()?.deserialize_tuple(length, visitor).map_err(|error| error.below(self.name))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.held()?.object_of(fields, visitor).map_err(|error| error.below(self.name))
    }
}
