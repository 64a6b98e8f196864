//! Embedded data that are read when they are first asked for: the first screen has no use for them.

use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A member of an embedded JSON object that begins on a line of its own, two spaces behind its start.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Member {
    /// The object.
    pub(super) object: &'static str,
    pub(super) name: &'static str,
}

impl Member {
    /// The text of its value.
    fn value(self) -> Option<&'static str> {
        let begins = format!("\n  \"{}\":", self.name);
        let (_, rest) = self.object.split_once(&begins)?;
        let value =
            rest.split_once("\n  \"").map_or_else(|| rest.trim_end().strip_suffix('}'), |(value, _)| Some(value));
        Some(value?.trim().trim_end_matches(','))
    }
}

/// A value that may still stand in its JSON text. The text is one that a test has read, so that nothing is
/// made of one that cannot be read.
#[derive(Clone, Debug)]
pub(super) struct Late<T> {
    from: Member,
    read: OnceLock<T>,
}

impl<T: DeserializeOwned + Default> Late<T> {
    /// The value of a member.
    pub(super) const fn of(from: Member) -> Self {
        Self { from, read: OnceLock::new() }
    }

    fn read(from: Member) -> T {
        from.value().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// The value itself.
    pub(super) fn into_inner(self) -> T {
        let from = self.from;
        self.read.into_inner().unwrap_or_else(|| Self::read(from))
    }

    /// Changes the value.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut T)) {
        let mut value = std::mem::take(self).into_inner();
        change(&mut value);
        *self = value.into();
    }
}

impl<T> From<T> for Late<T> {
    fn from(value: T) -> Self {
        Self { from: Member::default(), read: value.into() }
    }
}

impl<T: Default> Default for Late<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T: DeserializeOwned + Default> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.read.get_or_init(|| Self::read(self.from))
    }
}

impl<T: DeserializeOwned + Default + PartialEq> PartialEq for Late<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + Default + Eq> Eq for Late<T> {}

impl<T: DeserializeOwned + Default + Serialize> Serialize for Late<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(to)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Late<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(Self::from)
    }
}
