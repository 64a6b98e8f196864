//! Which reports and entries a list or a search is narrowed to.

use super::many::{indicator, unknown_indicator, unknown_places};
use super::parse::Filter;
use crate::library::{EntryView, Head, Library, indicators_of};
use crate::text::Bilingual;

/// A filter over the reports that are open.
pub(super) struct Narrowed<'a> {
    filter: &'a Filter,
    /// The id of the indicator that is asked for.
    indicator: Option<String>,
    /// What is asked for and not there.
    pub(super) remarks: Vec<Bilingual>,
}

impl<'a> Narrowed<'a> {
    /// `filter` with the indicator by its id.
    pub(super) fn of(library: &Library, filter: &'a Filter) -> Self {
        let lexicon = library.lexicon();
        let mut remarks = unknown_places(&filter.of, library);
        let asked = filter.indicator.as_deref();
        let known = asked.and_then(|asked| indicator(lexicon, library, asked));
        if let Some(asked) = asked.filter(|_| known.is_none()) {
            remarks.push(unknown_indicator(lexicon, asked));
        }
        // An indicator that nobody knows is one that no entry speaks of.
        Self { filter, indicator: known.or(asked.map(str::to_owned)), remarks }
    }

    /// Whether entries of a report may pass.
    pub(super) fn takes_report(&self, head: &Head) -> bool {
        self.filter.of.takes_place(&head.place) && self.filter.of.takes_year(head.year)
    }

    /// Whether it takes an entry to tell what passes, and not its report alone.
    pub(super) fn looks_into_entries(&self) -> bool {
        let Filter { tab, section, ids, figures, .. } = self.filter;
        tab.is_some() || section.is_some() || ids.is_some() || figures.is_some() || self.indicator.is_some()
    }

    /// Whether an entry passes, its report and all.
    pub(super) fn takes(&self, library: &Library, view: EntryView<'_>) -> bool {
        let Filter { tab, section, ids, figures, .. } = self.filter;
        library.head(view.report_at()).is_some_and(|head| self.takes_report(head))
            && tab.is_none_or(|tab| view.tab() == tab)
            && section.as_deref().is_none_or(|section| is_section(library, view, section))
            && ids.as_ref().is_none_or(|ids| ids.iter().any(|id| is_entry(library, view, id)))
            && figures.is_none_or(|figures| figures != view.figures().is_empty())
            && self.indicator.as_deref().is_none_or(|id| indicators_of(view.entry()).any(|own| own == id))
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
