//! The columns of the list of hits.

use crate::app::{App, Grouping, HitWidths};
use crate::pages::margins;
use crate::text::Lang;

/// The columns, in cells from the left edge.
pub(super) struct Grid {
    pub(super) mark: u16,
    pub(super) title: u16,
    /// The first column of the numbers.
    pub(super) number: u16,
    pub(super) point: Option<u16>,
    pub(super) unit: u16,
    pub(super) section: Option<u16>,
    pub(super) reason: Option<u16>,
    pub(super) right: u16,
}

/// From this width on the columns of the list have room to spare.
const ROOMY: u16 = 76;

/// The cells that columns keep while one types, whatever is found.
struct Reserved {
    title: u16,
    whole: u16,
    fraction: u16,
    /// All of a section, and the least of one that may be cut.
    section: (u16, u16),
    reason: u16,
}

/// Where the columns come to stand.
struct Plan {
    /// The cells of the titles.
    title: u16,
    section: Option<u16>,
    reason: u16,
    /// Whether nothing that was found is cut or left out.
    whole: bool,
}

impl Grid {
    pub(super) fn of(app: &App, cells: u16) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        // Where the heading is a report, the mark of the year stands before the title.
        let left = left + if cells >= 60 && app.live.grouping() == Grouping::Reports { 2 } else { 0 };
        if cells < 60 {
            // The mark of the year stands before the title where headings have no room.
            return Self { mark, title: left, number: 0, point: None, unit: 0, section: None, reason: None, right };
        }
        let widest = app.hit_widths();
        let (title, whole, reason) = if app.lang == Lang::Zh { (26, 6, 7) } else { (30, 8, 9) };
        let kept = Reserved {
            title,
            whole: widest.whole.max(whole),
            fraction: widest.fraction.max(3),
            section: widest.sections(),
            reason: widest.reason.max(if cells < ROOMY { 0 } else { reason }),
        };
        let found = Reserved {
            title: title.min(widest.title),
            whole: widest.whole,
            fraction: widest.fraction,
            section: (widest.section, widest.section.min(kept.section.1)),
            reason: widest.reason,
        };
        // The columns keep their place while one types where nothing is cut for it.
        let roomy = kept.plan(&widest, (left, right));
        let (plan, numbers) = if roomy.whole { (roomy, kept) } else { (found.plan(&widest, (left, right)), found) };
        let number = left + plan.title + numbers.gap(&widest);
        let point = number + numbers.whole;
        let unit = point + numbers.fraction + 1;
        let (section, reason) = (plan.section, Some(plan.reason));
        Self { mark, title: left, number, point: Some(point), unit, section, reason, right }
    }

    /// The first column behind the numbers.
    pub(super) fn next(&self) -> Option<u16> {
        self.section.or(self.reason)
    }
}

impl Reserved {
    /// The cells between titles and numbers: a number that fills its column keeps two before it.
    const fn gap(&self, widest: &HitWidths) -> u16 {
        if self.whole > widest.whole { 1 } else { 2 }
    }

    fn plan(&self, widest: &HitWidths, (left, right): (u16, u16)) -> Plan {
        let reason = right.saturating_sub(self.reason);
        let behind = |title: u16| left + title + self.gap(widest) + self.whole + self.fraction + 1 + widest.unit + 2;
        let words = left + widest.worded + 2;
        let (all, least) = self.section;
        let section_of = |cells: u16| reason.saturating_sub(cells + 2);
        // What was found is whole before one knows where; titles, and what stands in the place of a number, are before
        // what matched beside them.
        let uncut = behind(widest.title.max(self.title)).max(words);
        let bare = behind(widest.bare).max(words);
        let phrase = left + widest.phrase + 2;
        let section = if uncut <= section_of(least) {
            Some(uncut.max(phrase).min(section_of(least)).max(section_of(all)))
        } else {
            let kept = section_of(least);
            let fits = behind(widest.title.min(self.title)) <= kept && (bare <= kept || bare > reason);
            fits.then_some(kept)
        };
        let limit = section.unwrap_or(reason);
        let most = widest.title.max(self.title);
        let title = (limit + most).saturating_sub(behind(most)).clamp((self.title - self.title / 3).min(most), most);
        let whole = title >= widest.title
            && words.max(phrase) <= limit
            && section.is_some_and(|section| section + widest.section + 2 <= reason);
        Plan { title, section, reason, whole }
    }
}
