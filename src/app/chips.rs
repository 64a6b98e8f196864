//! What narrows the list in sight, each a chip that can be seen and taken off again.

use super::action::Action;
use super::compare_filter::{CompareFilter, Show};
use super::figures::Figures;
use super::pane::{Mode, Pane};
use super::places_view::PlaceOrder;
use super::regions::Regions;
use super::state::App;
use crate::report::Section;
use crate::text::Label;

/// One thing that narrows a list, or sorts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chip {
    /// Only entries with a number, or only those without.
    Figures,
    /// Only pairs of one kind.
    Show,
    /// Only pairs of one section.
    Section,
    /// Pairs by their difference.
    ByDifference,
    /// The years of this place, or the places of one year.
    View,
    /// Places by their code, not by their value.
    ByPlace,
}

impl App {
    /// Which entries of a pane are listed by whether they carry a number.
    pub fn numbered_in(&self, pane: Pane) -> Figures {
        self.numbered.get(pane.index()).copied().unwrap_or_default()
    }

    /// What narrows the list in sight, the last one last.
    pub fn chips(&self) -> Vec<(Chip, String)> {
        self.chips_here().into_iter().map(|chip| (chip, self.name_of(chip))).collect()
    }

    fn chips_here(&self) -> Vec<Chip> {
        let by_place = self.places().is_some_and(|places| places.order == PlaceOrder::Place);
        match self.ground() {
            Mode::Places if by_place => vec![Chip::View, Chip::ByPlace],
            Mode::Years | Mode::Places => vec![Chip::View],
            _ => self.chips_in(self.pane),
        }
    }

    fn chips_in(&self, pane: Pane) -> Vec<Chip> {
        match pane {
            Pane::Overview => Vec::new(),
            Pane::Tab(_) if self.numbered_in(pane) == Figures::All => Vec::new(),
            Pane::Tab(_) => vec![Chip::Figures],
            Pane::Compare => self.put_on.iter().copied().filter(|chip| self.is_on(*chip)).collect(),
        }
    }

    fn is_on(&self, chip: Chip) -> bool {
        let CompareFilter { show, section, by_difference } = self.compare_filter;
        match chip {
            Chip::Figures | Chip::View | Chip::ByPlace => false,
            Chip::Show => show != Show::All,
            Chip::Section => section.is_some(),
            Chip::ByDifference => by_difference,
        }
    }

    fn name_of(&self, chip: Chip) -> String {
        let lang = self.lang;
        match chip {
            Chip::Figures => self.numbered_in(self.pane).label().map_or("", |label| label.get(lang)).to_owned(),
            Chip::Show => self.compare_filter.show.label().get(lang).to_owned(),
            Chip::Section => {
                let report = self.context().report();
                let section = report.and_then(|report| report.sections().get(self.compare_filter.section?));
                section.map_or_else(String::new, |section: &Section| section.name().get(lang).to_owned())
            }
            Chip::ByDifference => Label::new("按差额", "by difference").get(lang).to_owned(),
            Chip::View if self.ground() == Mode::Years => Label::new("历年", "years").get(lang).to_owned(),
            Chip::View => Label::new("各地", "places").get(lang).to_owned(),
            Chip::ByPlace => Label::new("按地方", "by place").get(lang).to_owned(),
        }
    }

    /// What narrows the list in sight in short, for a window that has no room for all names.
    pub(crate) fn short_chips(&self) -> Vec<(Chip, String)> {
        let short = |chip| match chip {
            Chip::ByDifference => Label::new("排序", "sorted").get(self.lang).to_owned(),
            _ => self.name_of(chip),
        };
        self.chips_here().into_iter().map(|chip| (chip, short(chip))).collect()
    }

    /// Takes off the chip that was put on last; whether there was one.
    pub(super) fn take_off_last(&mut self) -> bool {
        let last = self.chips_here().last().copied();
        if let Some(chip) = last {
            self.take_off(chip);
        }
        last.is_some()
    }

    /// Takes off a chip.
    pub(super) fn take_off(&mut self, chip: Chip) {
        match chip {
            Chip::Figures => self.list_numbered(Figures::All),
            Chip::Show => self.narrow_pairs(|filter| filter.show = Show::All),
            Chip::Section => self.narrow_pairs(|filter| filter.section = None),
            Chip::ByDifference => self.narrow_pairs(|filter| filter.by_difference = false),
            Chip::View => self.close(),
            Chip::ByPlace => self.turn_places(&Action::Sort),
        }
    }

    /// Notes which chips a change of the Compare pane has put on, so that they come off in the other order.
    pub(super) fn note_chips(&mut self) {
        for chip in [Chip::Show, Chip::Section, Chip::ByDifference] {
            let known = self.put_on.contains(&chip);
            match (self.is_on(chip), known) {
                (true, false) => self.put_on.push(chip),
                (false, true) => self.put_on.retain(|other| *other != chip),
                _ => {}
            }
        }
    }

    /// Where things stand in the list of a pane, below the chips that it has.
    pub(crate) fn regions_of(&self, pane: Pane) -> Option<Regions> {
        let regions = Regions::of(self.size, (Mode::Browse, pane), self.needs_of(pane))?;
        Some(if self.chips_in(pane).is_empty() { regions } else { regions.with_chips() })
    }
}
