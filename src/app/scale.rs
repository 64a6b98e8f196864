//! Which figures stand on one scale: pairs of one indicator, families of one
//! sentence, the growth rates of a report.

use std::collections::HashMap;

use crate::report::{Basis, EntryView, Figure, Library, Pair, Scope, Section, Side, compare};

/// All pairs of the library, and which of them a figure is in.
#[derive(Clone, Debug, Default)]
pub struct Joined {
    /// The pairs in the order of the Compare pane.
    pub pairs: Vec<Pair>,
    by_side: HashMap<Side, Vec<usize>>,
}

impl Joined {
    /// The pairs of a library.
    pub fn of(library: &Library) -> Self {
        let pairs = compare(library);
        let mut by_side: HashMap<Side, Vec<usize>> = HashMap::new();
        for (at, pair) in pairs.iter().enumerate() {
            for side in pair.result.into_iter().chain(pair.target) {
                by_side.entry(side).or_default().push(at);
            }
        }
        Self { pairs, by_side }
    }

    /// The pairs in which `side` has a partner, the same scope first.
    pub fn partners(&self, side: Side) -> impl Iterator<Item = (&Pair, Side)> {
        let places = self.by_side.get(&side).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(move |&at| {
            let pair = self.pairs.get(at)?;
            let (result, target) = (pair.result?, pair.target?);
            Some((pair, if side == result { target } else { result }))
        })
    }

    /// The partner of the same scope.
    pub fn same(&self, side: Side) -> Option<Side> {
        self.partners(side).find(|(pair, _)| pair.scope == Some(Scope::Same)).map(|(_, partner)| partner)
    }
}

/// The ends of the scales that the bars of a report share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scales {
    /// The growth rate, in %, that fills a bar.
    pub growth: f64,
}

impl Scales {
    /// The scales for the bars of `library`: one growth scale for all panes, so that all of them compare.
    pub fn of(library: &Library) -> Self {
        let figures = library.entries().flat_map(|view| &view.entry.figures);
        let most =
            figures.filter(|figure| figure.basis == Basis::Growth).map(|figure| figure.value).fold(0.0, f64::max);
        Self { growth: nice_ceiling(most) }
    }
}

/// The next of 1, 2, 2.5, 5 times a power of ten that is not below `value`; at least 1.
pub fn nice_ceiling(value: f64) -> f64 {
    if !value.is_finite() || value <= 1.0 {
        return 1.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    // A little slack keeps 100 from becoming 200 for the sake of a rounding error.
    let fits = |step: f64| step * power >= value * (1.0 - 1e-9);
    [1.0, 2.0, 2.5, 5.0].into_iter().find(|&step| fits(step)).unwrap_or(10.0) * power
}

/// The growth rates of a section in the order of the source.
pub fn growth_rates(section: &Section) -> Vec<f64> {
    let figures = section.entries.iter().flat_map(|entry| &entry.figures);
    figures.filter(|figure| figure.basis == Basis::Growth).map(|figure| figure.value).collect()
}

/// The figures that one sentence lists beside this one in the same unit and kind
/// (猪、牛、羊、禽), when it lists three or more.
pub(super) fn family(view: EntryView<'_>) -> Option<Vec<(usize, &Figure)>> {
    let first = view.entry.figures.first()?;
    let kin = |figure: &Figure| {
        figure.basis == first.basis && figure.unit == first.unit && figure.name.is_none() && figure.indicator.is_some()
    };
    if first.basis != Basis::Growth || !kin(first) {
        return None;
    }
    let members: Vec<(usize, &Figure)> = view
        .section
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.sentence == view.entry.sentence)
        .filter_map(|(at, entry)| Some((at, entry.figures.first().filter(|figure| kin(figure))?)))
        .collect();
    (members.len() >= 3).then_some(members)
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
