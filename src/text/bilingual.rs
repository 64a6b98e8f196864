//! The two languages of the program and text that exists in both.

use serde::{Deserialize, Serialize};

use super::kept::{DataText, cleaned, kept};

/// A language of the screens, the messages and the printed text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Chinese, in simplified characters.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the report's own first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The language that the language key changes to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The code in settings and in the names of fields: `zh` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// A text of the data in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// The Chinese text.
    #[serde(deserialize_with = "kept")]
    pub zh: DataText,
    /// The English text.
    #[serde(deserialize_with = "kept")]
    pub en: DataText,
}

impl Bilingual {
    /// A text from its two sides.
    pub fn new(zh: impl Into<DataText>, en: impl Into<DataText>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The same text without control characters.
    #[must_use]
    pub fn tidied(self) -> Self {
        Self { zh: cleaned(self.zh), en: cleaned(self.en) }
    }

    /// The side in `lang`; the Chinese one where there is no English.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            Lang::Zh | Lang::En => &self.zh,
        }
    }

    /// The side in the other language, where it says something else.
    pub fn in_other(&self, lang: Lang) -> Option<&str> {
        Some(self.get(lang.other())).filter(|other| *other != self.get(lang))
    }
}

/// A text of the program itself in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    zh: &'static str,
    en: &'static str,
}

impl Label {
    /// A label from its two sides.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The side in `lang`.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

impl From<Label> for Bilingual {
    fn from(label: Label) -> Self {
        Self::new(label.zh, label.en)
    }
}

/// So many of something in English.
pub(crate) fn several(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A number with commas between its thousands.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
