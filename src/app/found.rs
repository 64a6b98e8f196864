//! What a search found, grouped by pane for the screen.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::library::{EntryId, Library};
use crate::report::Tab;
use crate::search::{Answer, Hit, Ranked};
use crate::text::{Label, Lang};

/// The hits of one query in the order of the screen: by pane, the pane of the
/// best hit first, and by rank within a pane. Marks are made for what is drawn.
#[derive(Clone, Default)]
pub struct Found {
    /// The query as typed.
    pub query: String,
    /// The entries found, in the order of the screen.
    pub hits: Vec<Place>,
    /// The panes that have hits: pane, place of its first hit, number of its hits.
    pub groups: Vec<(Tab, usize, usize)>,
    answer: Arc<Answer>,
    /// The place of every entry found, in the order of the entries; made when first wanted.
    by_entry: OnceCell<Vec<(EntryId, usize)>>,
}

/// An entry that was found.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The entry.
    pub entry: EntryId,
    ranked: Ranked,
}

/// One row of the list of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitLine {
    /// Nothing.
    Blank,
    /// The heading of a pane.
    Heading(Tab),
    /// A hit.
    Hit(usize),
}

impl Found {
    /// What `answer` holds, sorted into panes.
    pub fn new(answer: Arc<Answer>, library: &Library) -> Self {
        let mut panes: Vec<(Tab, Vec<Place>)> = Vec::new();
        for ranked in answer.ranking().iter() {
            let entry = answer.entry(ranked);
            let Some(view) = library.get(entry) else {
                continue;
            };
            let (pane, place) = (view.section().tab(), Place { entry, ranked });
            match panes.iter_mut().find(|(known, _)| *known == pane) {
                Some((_, hits)) => hits.push(place),
                None => panes.push((pane, vec![place])),
            }
        }
        let mut found = Self { query: answer.query().to_owned(), answer, ..Self::default() };
        for (pane, hits) in panes {
            found.groups.push((pane, found.hits.len(), hits.len()));
            found.hits.extend(hits);
        }
        found
    }

    /// What a reader must know of the answer: how a compound was cut, or that the query is too long.
    pub fn reservation(&self, lang: Lang) -> Option<String> {
        let bound = Label::new("只查前 256 字、16 词", "first 256 characters, 16 words");
        let shortened = self.answer.is_shortened().then(|| bound.get(lang).to_owned());
        shortened.or_else(|| self.answer.cut().map(str::to_owned))
    }

    /// A hit with its marks.
    pub fn hit(&self, at: usize) -> Option<Hit> {
        self.hits.get(at).map(|place| self.answer.hit(place.ranked))
    }

    /// How many hits there are in a pane.
    pub fn count(&self, pane: Tab) -> usize {
        self.groups.iter().find(|group| group.0 == pane).map_or(0, |group| group.2)
    }

    /// The hit on an entry, with its marks.
    pub fn hit_on(&self, entry: EntryId) -> Option<Hit> {
        self.hit(self.place_of(entry)?)
    }

    /// The place of the hit on an entry.
    pub fn place_of(&self, entry: EntryId) -> Option<usize> {
        let places = self.by_entry.get_or_init(|| {
            let mut places: Vec<_> = self.hits.iter().map(|hit| hit.entry).zip(0..).collect();
            places.sort_unstable();
            places
        });
        let at = places.binary_search_by_key(&entry, |(entry, _)| *entry).ok()?;
        places.get(at).map(|(_, place)| *place)
    }

    /// The rows of the list: with headings and blank rows where there is room for them.
    pub fn lines(&self, headed: bool) -> Vec<HitLine> {
        let mut lines = Vec::new();
        for &(pane, first, count) in &self.groups {
            if headed {
                if !lines.is_empty() {
                    lines.push(HitLine::Blank);
                }
                lines.push(HitLine::Heading(pane));
            }
            lines.extend((first..first + count).map(HitLine::Hit));
        }
        lines
    }
}
