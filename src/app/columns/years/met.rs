//! The columns of the newest promise that a result answers.

use super::Widths;
use super::cells::Met;
use crate::report::Role;
use crate::text::{Label, Lang, width};

/// The columns of the year, the promise, the result and the difference: each where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MetColumns {
    pub(crate) year: u16,
    /// Nothing where the promise gives way: it follows from result and difference.
    pub(crate) target: Option<(u16, u16)>,
    pub(crate) result: (u16, u16),
    pub(crate) difference: Option<u16>,
}

impl MetColumns {
    /// What stands where: result and promise; where there is room for one of them, the promise only without a result.
    pub(crate) fn sides<'a>(&self, met: &'a Met) -> Vec<((u16, u16), &'a str, Role)> {
        let (result, target) = ((met.result.as_str(), Role::Result), (met.target.as_str(), Role::Target));
        let sides = match self.target {
            Some(columns) => vec![(self.result, result), (columns, target)],
            None => vec![(self.result, if met.result.is_empty() { target } else { result })],
        };
        sides.into_iter().map(|(columns, (text, role))| (columns, text, role)).collect()
    }

    /// What stands over them in so many cells.
    pub(crate) fn label(&self, lang: Lang, room: usize) -> &'static str {
        let full = match self.target {
            Some(_) => Label::new("最近一次承诺与结果", "Latest promise and result"),
            None => Label::new("最近一次结果", "Latest result"),
        };
        let mut labels = [full, Label::new("最近一次", "Latest")].into_iter().map(|label| label.get(lang));
        labels.find(|label| width(label) <= room).unwrap_or_default()
    }

    pub(super) fn at(x: u16, widths: &Widths) -> Self {
        let target = widths.target.map(|target| (x + 6, x + 6 + 2 + target));
        // Between a year and its only mark one cell is enough.
        let result = target.map_or(x + 5, |(_, end)| end + 2);
        Self {
            year: x,
            target,
            result: (result, result + 2 + widths.result.result),
            difference: widths.result.both.map(|both| result + 2 + both),
        }
    }
}
