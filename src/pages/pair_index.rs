//! Which figures of a report join: its pairs, and the pairs of a figure.

use foldhash::{HashMap, HashMapExt as _};

use crate::library::{Alone, Library, Pair, ReportId, Side, pairs_of};
use crate::report::Scope;

/// The pairs of one report, and which of them a figure is in.
#[derive(Clone, Debug, Default)]
pub struct PairIndex {
    pairs: Vec<Pair>,
    by_side: HashMap<Side, Vec<usize>>,
}

impl PairIndex {
    /// The pairs of a report.
    pub fn of(library: &Library, report: ReportId) -> Self {
        let pairs = pairs_of(library, report);
        let mut by_side: HashMap<Side, Vec<usize>> = HashMap::new();
        for (at, pair) in pairs.iter().enumerate() {
            for side in pair.result().into_iter().chain(pair.target()) {
                by_side.entry(side).or_default().push(at);
            }
        }
        Self { pairs, by_side }
    }

    /// The pairs in the order of the Compare pane.
    pub fn all(&self) -> &[Pair] {
        &self.pairs
    }

    /// The pair at a place of [`Self::all`].
    pub fn get(&self, at: usize) -> Option<&Pair> {
        self.pairs.get(at)
    }

    /// The pairs in which `side` has a partner, the same scope first.
    pub fn partners(&self, side: Side) -> impl Iterator<Item = (&Pair, Side)> {
        let places = self.by_side.get(&side).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(move |&at| {
            let pair = self.pairs.get(at)?;
            let (result, target) = (pair.result()?, pair.target()?);
            Some((pair, if side == result { target } else { result }))
        })
    }

    /// Why `side` has no partner; `None` where it has one, or is no side at all.
    pub fn alone(&self, side: Side) -> Option<Alone> {
        self.pairs.get(*self.by_side.get(&side)?.first()?)?.alone()
    }

    /// The partner of the same scope.
    pub fn same(&self, side: Side) -> Option<Side> {
        self.partners(side).find(|(pair, _)| pair.scope() == Some(Scope::Same)).map(|(_, partner)| partner)
    }
}
