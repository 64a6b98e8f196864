//! The text of a file: the members of its objects as they are written, and in which line a value begins.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The members of an object in their order, the same name perhaps twice.
pub(super) struct Members<'a>(pub(super) Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        from.deserialize_map(Collect).map(Members)
    }
}

/// The lines of a text, to tell in which of them a part of it begins.
pub(super) struct Lines {
    /// Where the text stands in memory.
    base: usize,
    /// Where each line ends.
    ends: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at);
        Self { base: text.as_ptr().addr(), ends: ends.collect() }
    }

    /// The line that `part` begins in, counted from 1.
    pub(super) fn line(&self, part: &str) -> usize {
        let at = part.as_ptr().addr().saturating_sub(self.base);
        self.ends.partition_point(|&end| end < at) + 1
    }
}
