//! Which reports and entries a list or a search is narrowed to.

use super::many::{named_indicator, unknown_indicator, unknown_places};
use super::parse::Filter;
use crate::library::{EntryView, Head, Library, indicators_of};
use crate::text::Bilingual;

/// A filter over the reports that are open.
pub(super) struct Narrowed<'a> {
    filter: &'a Filter,
    /// The id of the indicator whose name is asked for.
    named: Option<String>,
}

impl<'a> Narrowed<'a> {
    /// `filter` with the indicator by its id, as far as the words that are known by now tell it.
    pub(super) fn of(library: &Library, filter: &'a Filter) -> Self {
        let named = filter.indicator.as_deref().and_then(|asked| named_indicator(library.lexicon(), asked));
        Self { filter, named }
    }

    /// What is asked for and not there, told when all reports have been read.
    pub(super) fn remarks(library: &Library, filter: &Filter) -> Vec<Bilingual> {
        let mut remarks = unknown_places(&filter.of, library);
        let lexicon = library.lexicon();
        let unknown = |asked: &&String| named_indicator(lexicon, asked).is_none() && !library.holds(asked);
        remarks.extend(filter.indicator.iter().filter(unknown).map(|asked| unknown_indicator(lexicon, asked)));
        remarks
    }

    /// Whether entries of a report may pass.
    pub(super) fn takes_report(&self, head: &Head) -> bool {
        self.filter.of.takes_place(&head.place) && self.filter.of.takes_year(head.year)
    }

    /// Whether it takes an entry to tell what passes, and not its report alone.
    pub(super) fn looks_into_entries(&self) -> bool {
        let Filter { tab, section, ids, figures, .. } = self.filter;
        tab.is_some() || section.is_some() || ids.is_some() || figures.is_some() || self.filter.indicator.is_some()
    }

    /// Whether an entry passes, its report and all.
    pub(super) fn takes(&self, library: &Library, view: EntryView<'_>) -> bool {
        let Filter { tab, section, ids, figures, .. } = self.filter;
        library.head(view.report_at()).is_some_and(|head| self.takes_report(head))
            && tab.is_none_or(|tab| view.tab() == tab)
            && section.as_deref().is_none_or(|section| is_section(library, view, section))
            && ids.as_ref().is_none_or(|ids| ids.iter().any(|id| is_entry(library, view, id)))
            && figures.is_none_or(|figures| figures != view.figures().is_empty())
            && self.takes_indicator(view)
    }

    /// Whether an entry speaks of the indicator that is asked for, by its id or by its name.
    fn takes_indicator(&self, view: EntryView<'_>) -> bool {
        let Some(asked) = self.filter.indicator.as_deref() else { return true };
        indicators_of(view.entry()).any(|own| own == asked || Some(own) == self.named.as_deref())
    }
}

/// Whether `view` stands in the section `id`: a printed id names one section, a
/// bare one the sections of that name in all reports.
fn is_section(library: &Library, view: EntryView<'_>, id: &str) -> bool {
    view.section().id() == id || library.printed_section(view) == id
}

/// Whether `view` is the entry `id`, by its bare or its printed id.
fn is_entry(library: &Library, view: EntryView<'_>, id: &str) -> bool {
    view.entry().id() == id || library.printed_id(view) == id
}
