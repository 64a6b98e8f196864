//! What was found while a query was typed: a deleted letter brings back what was there before.
//! Longer queries are not restricted to it; a slip or a new word may find what a shorter one did not.

use super::corpus::Corpus;
use super::rank::Ranking;

const NOTHING: &Ranking = &Ranking::NOTHING;

/// The answers along the way of one query. Begin a new one when the corpus changes.
#[derive(Debug, Default)]
pub struct Session {
    /// Every query begins with the one before it.
    steps: Vec<(String, Ranking)>,
}

impl Session {
    /// A session in which nothing has been typed.
    pub fn new() -> Self {
        Self::default()
    }

    /// The records that match the query, best first.
    pub fn search(&mut self, corpus: &Corpus, query: &str) -> &Ranking {
        self.steps.retain(|(before, _)| query.starts_with(before.as_str()));
        let kept = self.steps.iter().position(|(before, _)| before == query);
        let at = kept.unwrap_or_else(|| {
            self.steps.push((query.to_owned(), corpus.search(query)));
            self.steps.len() - 1
        });
        // It was found or pushed just above; the fallback only spares a panic.
        self.steps.get(at).map_or(NOTHING, |(_, ranking)| ranking)
    }
}
