//! Which places and years are asked for.

use crate::report::places;
use crate::text::Bilingual;

/// Places and years; none named means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Names of places, Chinese or English, or codes.
    pub places: Vec<String>,
    /// The first and the last year.
    pub years: Option<(i32, i32)>,
}

impl Asked {
    /// Whether the place with this name is asked for: by its own name, or by one that the table leads to it.
    pub fn takes_place(&self, name: &Bilingual) -> bool {
        self.places.is_empty() || self.places.iter().any(|asked| is_named(name, asked))
    }

    /// Whether `year` is asked for; a year that is not known only where any is.
    pub fn takes_year(&self, year: Option<i32>) -> bool {
        self.years.is_none_or(|(first, last)| year.is_some_and(|year| (first..=last).contains(&year)))
    }

    /// The asked places that are none of `names`.
    pub fn unknown<'a>(&'a self, names: &'a [Bilingual]) -> impl Iterator<Item = &'a str> {
        let missing = |asked: &&String| !names.iter().any(|name| is_named(name, asked));
        self.places.iter().filter(missing).map(String::as_str)
    }
}

fn is_named(name: &Bilingual, asked: &str) -> bool {
    let own = name.zh == asked || name.en.eq_ignore_ascii_case(asked);
    own || places::meant_by(asked).iter().any(|place| place.name().zh == name.zh)
}
