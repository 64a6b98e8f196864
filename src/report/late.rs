//! Embedded data that are read when they are first asked for: the first screen has no use for them.

use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that may still stand in its JSON text. The text is one that a test has read, so that nothing is
/// made of one that cannot be read.
#[derive(Clone, Debug)]
pub(super) struct Late<T> {
    text: &'static str,
    read: OnceLock<T>,
}

impl<T: DeserializeOwned + Default> Late<T> {
    /// The value in `text`.
    pub(super) const fn in_text(text: &'static str) -> Self {
        Self { text, read: OnceLock::new() }
    }

    fn read(text: &str) -> T {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The value itself.
    pub(super) fn into_inner(self) -> T {
        let text = self.text;
        self.read.into_inner().unwrap_or_else(|| Self::read(text))
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
        Self { text: "", read: value.into() }
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
        self.read.get_or_init(|| Self::read(self.text))
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
