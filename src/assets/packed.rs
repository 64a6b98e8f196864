//! Reads what `build.rs` has packed: the same content as the JSON, each text behind its length and each list behind its
//! count, in a third of the time. The formats that libraries offer for this make a third of a megabyte of code of our
//! shapes, or drop the names of members, without which a member cannot be left out.

use serde::de::value::Error;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use super::mark;

/// The bits of a mark that tell its kind.
const KINDS: u32 = (1 << mark::KIND) - 1;

/// A packed file: its marks, and all of its texts one behind the other.
#[derive(Clone, Copy)]
pub(crate) struct Packed {
    /// The values in order.
    pub(crate) marks: &'static [u8],
    /// What they say.
    pub(crate) texts: &'static str,
}

impl Packed {
    /// What was packed.
    ///
    /// # Errors
    /// Where it is not what is asked for.
    pub(crate) fn read<T: Deserialize<'static>>(mut self) -> Result<T, Error> {
        T::deserialize(&mut self)
    }

    #[inline]
    fn number(&mut self) -> Result<u32, Error> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let [byte] = self.bytes()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift).ok_or_else(|| Error::custom("a number is too long"))?;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    #[inline]
    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let (bytes, rest) = self.marks.split_first_chunk().ok_or_else(|| Error::custom("it ends too soon"))?;
        self.marks = rest;
        Ok(*bytes)
    }

    /// The next value, or the beginning of one that holds others.
    fn value(&mut self) -> Result<Value, Error> {
        let mark = self.number()?;
        let number = mark >> mark::KIND;
        let count = number as usize;
        Ok(match mark & KINDS {
            mark::NULL => Value::Null,
            mark::BOOL => Value::Bool(number != 0),
            mark::WHOLE => Value::Whole((number >> 1).cast_signed() ^ -(number & 1).cast_signed()),
            mark::REAL => Value::Real(f64::from_le_bytes(self.bytes()?)),
            mark::TEXT => {
                let from = self.number()? as usize;
                let text = self.texts.get(from..from + count);
                Value::Text(text.ok_or_else(|| Error::custom("a text is not there"))?)
            }
            mark::LIST => Value::List(count),
            mark::OBJECT => Value::Object(count),
            _ => return Err(Error::custom("an unknown mark")),
        })
    }

    fn is_null(&self) -> bool {
        self.marks.first().is_some_and(|mark| u32::from(*mark) & KINDS == mark::NULL)
    }
}

enum Value {
    Null,
    Bool(bool),
    Whole(i32),
    Real(f64),
    Text(&'static str),
    List(usize),
    Object(usize),
}

impl<'de> Deserializer<'de> for &mut Packed {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value()? {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(truth),
            Value::Whole(number) => visitor.visit_i32(number),
            Value::Real(number) => visitor.visit_f64(number),
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::List(left) => visitor.visit_seq(Held { packed: self, left }),
            Value::Object(left) => visitor.visit_map(Held { packed: self, left }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_null() {
            self.number()?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        // Our enums are names.
        let Value::Text(name) = self.value()? else {
            return Err(Error::custom("a name is missing"));
        };
        visitor.visit_enum(name.into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

/// What a list or an object holds.
struct Held<'a> {
    packed: &'a mut Packed,
    left: usize,
}

impl Held<'_> {
    fn next(&mut self) -> bool {
        let more = self.left > 0;
        self.left = self.left.saturating_sub(1);
        more
    }
}

impl<'de> SeqAccess<'de> for Held<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.next() { seed.deserialize(&mut *self.packed).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Held<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(&mut *self.packed)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// What the marks of the report say, whatever our shapes make of it.
    #[test]
    fn a_packed_report_says_what_its_json_says() {
        for (packed, json) in [
            (crate::assets::REPORT, include_str!("../../assets/jilin-city-2025.json")),
            (crate::assets::HISTORY, include_str!("../../assets/jilin-city-history.json")),
        ] {
            let expected: Value = serde_json::from_str(json).expect("the file is JSON");
            let said: Value = packed.read().expect("it is packed");
            assert!(said == expected, "they differ");
        }
    }

    #[test]
    fn numbers_keep_their_sign_and_size() {
        let packed = |marks: &'static [u8]| Packed { marks, texts: "高 gdp" };
        for (marks, number) in [
            (&[0x02][..], 0),
            (&[0x0a], -1),
            (&[0x12], 1),
            (&[0x92, 0xfd, 0x01], 2025),
            (&[0xfa, 0xff, 0xff, 0xff, 0x0f], -(1 << 28)),
        ] {
            assert_eq!(packed(marks).read::<i64>().ok(), Some(number));
        }
        assert_eq!(packed(&[0x1c, 0x04]).read::<Value>().ok(), Some(json!("gdp")));
        for broken in [&[][..], &[0x15, 0x00], &[0x4c, 0x04], &[0x07], &[0xff; 9]] {
            assert!(packed(broken).read::<Value>().is_err(), "{broken:?}");
        }
    }
}
