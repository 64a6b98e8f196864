//! The places whose governments report: the country, the provinces, the prefectures; their codes and their names.
//! The table is read when something is first looked up, never for the first frame.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::Bilingual;

/// A place of the table `assets/places.tsv`.
#[derive(Debug)]
pub struct Place {
    code: &'static str,
    /// The full Chinese name, which stands in `name` too; it lives as long as the table.
    full: &'static str,
    name: Bilingual,
    province: &'static str,
    short: Vec<&'static str>,
}

/// The place of a report: one of the table, or one that only its name tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The name in both languages; what the table does not hold keeps its Chinese name in both.
    pub name: Bilingual,
    /// The code of GB/T 2260; `None` for the whole country and for what the table does not hold.
    pub code: Option<&'static str>,
}

impl Place {
    /// The code of GB/T 2260, six digits; `None` for the whole country.
    pub fn code(&self) -> Option<&'static str> {
        Some(self.code).filter(|code| !code.is_empty())
    }

    /// The full name.
    pub const fn name(&self) -> &Bilingual {
        &self.name
    }

    /// The province it lies in, for a province itself; `None` for the whole country.
    pub fn province(&self) -> Option<&'static Place> {
        named(self.province)
    }

    /// Whether it is a province: the first level below the country.
    pub fn is_province(&self) -> bool {
        self.full == self.province
    }

    /// Place and code as a report carries them.
    pub fn origin(&self) -> Origin {
        Origin { name: self.name.clone(), code: self.code() }
    }
}

impl Origin {
    /// The place with this Chinese name, with its code where the table has one.
    pub fn of_name(zh: &str) -> Self {
        match named(zh) {
            Some(place) => place.origin(),
            None => Self { name: Bilingual::new(zh.to_owned(), zh.to_owned()), code: None },
        }
    }
}

struct Table {
    places: Vec<Place>,
    by_name: HashMap<&'static str, usize>,
    /// The number of characters of the longest full name.
    longest: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../assets/places.tsv")));

impl Table {
    fn read(text: &'static str) -> Self {
        let places: Vec<Place> = text.lines().filter_map(row).collect();
        let mut by_name = HashMap::new();
        let mut shared = Vec::new();
        for (at, place) in places.iter().enumerate() {
            for &short in &place.short {
                if by_name.insert(short, at).is_some() {
                    shared.push(short);
                }
            }
        }
        // A short form that two places share names neither.
        for short in shared {
            by_name.remove(short);
        }
        by_name.extend(places.iter().map(|place| place.full).zip(0..));
        let longest = places.iter().map(|place| place.full.chars().count()).max().unwrap_or(0);
        Self { places, by_name, longest }
    }
}

fn row(line: &'static str) -> Option<Place> {
    if line.starts_with('#') {
        return None;
    }
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    let (code, zh, en, province) = (next()?, next()?, next()?, next()?);
    let short = next()?.split(' ').collect();
    Some(Place { code, full: zh, name: Bilingual::new(zh, en), province, short })
}

/// All places in the order of their codes, the whole country first.
pub fn all() -> &'static [Place] {
    &TABLE.places
}

/// The place with this Chinese name: the full one, or a short or former one that no other place shares.
pub fn named(zh: &str) -> Option<&'static Place> {
    TABLE.places.get(*TABLE.by_name.get(zh)?)
}

/// The place with this code of GB/T 2260.
pub fn with_code(code: &str) -> Option<&'static Place> {
    all().binary_search_by(|place| place.code.cmp(code)).ok().and_then(|at| all().get(at)).filter(|_| !code.is_empty())
}

/// The places that a person may mean by `query`: a code, a Chinese or an English name, full or short.
/// More than one where they share it (吉林, Taizhou); a full name (海南省, Suzhou) means one place only.
pub fn meant_by(query: &str) -> Vec<&'static Place> {
    let query = query.trim();
    if let Some(place) = with_code(query).or_else(|| named(query)) {
        return vec![place];
    }
    let matching = |found: &dyn Fn(&Place) -> bool| all().iter().filter(|place| found(place)).collect::<Vec<_>>();
    let english = plain(query);
    let bare = without_kind(&english);
    let tries: [&dyn Fn(&Place) -> bool; 3] =
        [&|place| place.short.contains(&query), &|place| plain(&place.name.en) == english, &|place| {
            without_kind(&plain(&place.name.en)) == bare
        }];
    tries.iter().map(|found| matching(found)).find(|places| !places.is_empty()).unwrap_or_default()
}

/// An English name for comparing: lower case, without accents and apostrophes.
fn plain(english: &str) -> String {
    let letters = english.chars().filter(|c| !matches!(c, '\'' | '’'));
    letters
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ü' => 'u',
            'ê' => 'e',
            other => other,
        })
        .collect()
}

/// What may end a plain English name and says the kind of place.
const KINDS: [&str; 6] = [" city", " municipality", " province", " autonomous region", " league", " prefecture"];

/// A plain English name without what says the kind of place (city, province) or where it lies (in brackets).
fn without_kind(plain: &str) -> &str {
    let name = plain.split_once(" (").map_or(plain, |(name, _)| name);
    if let Some(full) = name.strip_suffix(" autonomous prefecture") {
        return full.split_once(' ').map_or(full, |(name, _)| name);
    }
    KINDS.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name)
}

/// The place that a text names in full: the longest name, of equal ones the last; where a province's name
/// stands right before that of a place in it (吉林省吉林市), the place.
pub fn inside(text: &str) -> Option<&'static Place> {
    let text: Vec<char> = text.chars().collect();
    let mut best: Option<(usize, usize)> = None;
    for start in 0..text.len() {
        if let Some(length) = length_at(&text, start)
            && best.is_none_or(|(_, known)| length >= known)
        {
            best = Some((start, length));
        }
    }
    let (start, length) = best?;
    let place = place_of(&text, start, length)?;
    let end = start + length;
    let next = length_at(&text, end).and_then(|length| place_of(&text, end, length));
    Some(next.filter(|next| next.province == place.full).unwrap_or(place))
}

/// The number of characters of the longest full name that begins at `start`.
fn length_at(text: &[char], start: usize) -> Option<usize> {
    (2..=TABLE.longest).rev().find(|&length| {
        place_of(text, start, length)
            .is_some_and(|place| place.full.chars().count() == length && !place.province.is_empty())
    })
}

fn place_of(text: &[char], start: usize, length: usize) -> Option<&'static Place> {
    let name: String = text.get(start..start + length)?.iter().collect();
    named(&name)
}
