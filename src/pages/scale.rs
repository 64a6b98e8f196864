//! Scales: which figures share one, and where it ends.

use crate::library::{EntryView, Library, ReportId};
use crate::report::{Basis, Entry, Figure, Section};
use crate::text::{Lang, several};

/// The ends of the scales that the bars of a report share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scales {
    /// The growth rate, in %, that fills a bar.
    pub growth: f64,
}

impl Scales {
    /// The scales for the bars of a report: one growth scale for all its panes, so that all of them compare.
    pub fn of(library: &Library, report: ReportId) -> Self {
        let figures = library.entries_in(report).flat_map(|view| view.figures());
        let most = figures.filter(|figure| figure.basis() == Basis::Growth).map(Figure::value).fold(0.0, f64::max);
        Self { growth: nice_ceiling(most) }
    }
}

/// The next of 1, 2, 2.5, 5 times a power of ten that is not below `value`; at least 1.
pub fn nice_ceiling(value: f64) -> f64 {
    if !value.is_finite() || value <= 1.0 {
        return 1.0;
    }
    let power = power_of_ten(value);
    // A little slack keeps 100 from becoming 200 for the sake of a rounding error.
    let fits = |step: f64| step * power >= value * (1.0 - 1e-9);
    [1.0, 2.0, 2.5, 5.0].into_iter().find(|&step| fits(step)).unwrap_or(10.0) * power
}

/// The greatest power of ten that is not above `value`, which is a number above zero.
pub fn power_of_ten(value: f64) -> f64 {
    let written = format!("{value:e}");
    let exponent = written.split_once('e').and_then(|(_, exponent)| exponent.parse().ok());
    10_f64.powi(exponent.unwrap_or_default())
}

/// The growth rates of a section in the order of the source.
pub fn growth_rates(section: &Section) -> Vec<f64> {
    let figures = section.entries().iter().flat_map(Entry::figures);
    figures.filter(|figure| figure.basis() == Basis::Growth).map(Figure::value).collect()
}

/// The figures that one sentence lists beside this one in the same unit and kind
/// (猪、牛、羊、禽), when it lists three or more.
pub(super) fn family(view: EntryView<'_>) -> Option<Vec<(usize, &Figure)>> {
    let first = view.figures().first()?;
    let kin = |figure: &Figure| {
        figure.basis() == first.basis()
            && figure.unit() == first.unit()
            && figure.name().is_none()
            && figure.indicator().is_some()
    };
    if first.basis() != Basis::Growth || !kin(first) {
        return None;
    }
    let members: Vec<(usize, &Figure)> = view
        .section()
        .entries()
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.sentence() == view.entry().sentence())
        .filter_map(|(at, entry)| Some((at, entry.figures().first().filter(|figure| kin(figure))?)))
        .collect();
    (members.len() >= 3).then_some(members)
}

/// How many tasks carry a number and how many are only a statement; entries are counted, as they are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The tasks with at least one figure.
    pub numbered: usize,
    /// The tasks that are only a statement.
    pub stated: usize,
}

impl Coverage {
    /// The coverage of some entries.
    pub fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        entries.fold(Self::default(), |sum, entry| {
            if entry.figures().is_empty() {
                Self { stated: sum.stated + 1, ..sum }
            } else {
                Self { numbered: sum.numbered + 1, ..sum }
            }
        })
    }

    /// All tasks.
    pub const fn all(self) -> usize {
        self.numbered + self.stated
    }

    /// The share with a number, in %; 0 when there are no tasks.
    pub fn share(self) -> f64 {
        let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        count(self.numbered) / count(self.all()).max(1.0) * 100.0
    }

    /// In words: `18 项：2 项有数字，16 项仅有表述`.
    pub fn sentence(self, lang: Lang) -> String {
        let (all, numbered, stated) = (self.all(), self.numbered, self.stated);
        match lang {
            Lang::Zh => format!("{all} 项：{numbered} 项有数字，{stated} 项仅有表述"),
            Lang::En => format!("{}: {numbered} with a number, {stated} without", several(all, "task", "tasks")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::nice_ceiling;

    #[test]
    fn scales_end_on_round_numbers() {
        for (value, end) in [
            (0.0, 1.0),
            (7.0, 10.0),
            (10.0, 10.0),
            (25.0, 25.0),
            (41.0, 50.0),
            (48.8, 50.0),
            (100.0, 100.0),
            (101.0, 200.0),
        ] {
            assert!((nice_ceiling(value) - end).abs() < 1e-9, "{value} {}", nice_ceiling(value));
        }
        assert!((nice_ceiling(f64::NAN) - 1.0).abs() < 1e-9);
    }
}
