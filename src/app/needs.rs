//! What the lists of a report need of a window, measured once, before its parts get their places.

use super::columns::{OverviewColumns, SectionColumns};
use super::pane::Pane;
use super::state::App;
use crate::library::ReportId;
use crate::pages::PageContext;
use crate::report::{Report, Section, Tab};
use crate::text::Lang;

/// What a pane needs of a window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Whether entries have sub-headings or notes before or behind them, and want all of their room.
    pub(super) labelled: bool,
    /// The cells of all that the list of sections has to say.
    pub(super) sections: u16,
    /// The least cells of the two columns of the opening page.
    pub(super) halves: (u16, u16),
}

/// What the needs of a pane depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    report: ReportId,
    lang: Lang,
    ascii: bool,
    years: Option<(i32, i32)>,
}

impl Needs {
    fn of(context: &PageContext<'_>, pane: Pane, years: Option<(i32, i32)>) -> Self {
        let sections = context.report().map_or(&[][..], Report::sections);
        let of = |tab: Tab| sections.iter().filter(|section| section.tab() == tab).collect::<Vec<&Section>>();
        match pane {
            Pane::Overview => Self { halves: OverviewColumns::least(context, years), ..Self::default() },
            Pane::Tab(tab @ (Tab::Review | Tab::Tasks)) => {
                let sections = of(tab);
                let mut entries = sections.iter().flat_map(|section| section.entries());
                Self {
                    // Results have notes, tasks without sub-headings few.
                    labelled: tab != Tab::Tasks || entries.any(|entry| entry.group().is_some()),
                    sections: SectionColumns::wanted(context, &sections),
                    ..Self::default()
                }
            }
            _ => Self::default(),
        }
    }
}

impl App {
    /// What a pane needs of a window.
    pub(super) fn needs_of(&self, pane: Pane) -> Needs {
        let years = if pane == Pane::Overview { self.years_beside() } else { None };
        let asked = Asked { report: self.in_view.report, lang: self.lang, ascii: self.looks.ascii, years };
        let mut known = self.needs.borrow_mut();
        match known.get(&pane) {
            Some((of, needs)) if *of == asked => *needs,
            _ => {
                let needs = Needs::of(&self.context(), pane, years);
                known.insert(pane, (asked, needs));
                needs
            }
        }
    }
}
