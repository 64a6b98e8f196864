//! Where a reader is, in words that another run understands: ids, not positions.

use super::group::Item;
use super::pane::Pane;
use super::state::App;
use crate::library::ReportId;
use crate::text::Lang;

/// The pane in sight and what is selected in each pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The pane in sight.
    pub pane: Pane,
    /// The id of the selected entry of each pane that has one; of a pair its Chinese name.
    pub entries: Vec<(Pane, String)>,
}

impl App {
    /// Where the reader is.
    pub fn place(&self) -> Place {
        let id = |pane: Pane| {
            if let Some((_, id)) = self.unrestored.iter().find(|(own, _)| *own == pane) {
                return Some(id.clone());
            }
            let selected = self.cursors.get(pane.index())?.selected;
            self.id_of(*self.layout_of(pane).order.get(selected)?)
        };
        let entries = Pane::ALL.into_iter().filter_map(|pane| Some((pane, id(pane)?))).collect();
        Place { pane: self.pane, entries }
    }

    /// Goes to where a reader begins who was never here.
    pub fn rewind(&mut self) {
        self.bring(ReportId::default());
        self.unrestored.clear();
        (self.pane, self.cursors) = (Pane::ALL[0], Default::default());
        (self.numbered, self.compare_filter, self.unfolded) = Default::default();
        self.put_on.clear();
    }

    /// Takes the reader to where an earlier run was left; what is no longer there stays as it is. The panes that are
    /// not in sight are laid out at the first key, not before the first frame.
    pub fn restore(&mut self, place: &Place) {
        self.bring_named(place.pane, &place.entries);
        self.pane = place.pane;
        self.unrestored.clone_from(&place.entries);
        self.select_restored(|pane| pane == place.pane);
        self.settle();
    }

    /// Selects in all panes what was selected there in an earlier run.
    pub(super) fn restore_rest(&mut self) {
        self.select_restored(|_| true);
    }

    fn select_restored(&mut self, is_wanted: impl Fn(Pane) -> bool) {
        let wanted: Vec<(Pane, String)> = self.unrestored.extract_if(.., |(pane, _)| is_wanted(*pane)).collect();
        for (pane, id) in wanted {
            let layout = self.layout_of(pane);
            let at = layout.order.iter().position(|item| self.is_named(*item, &id));
            if let (Some(at), Some(cursor)) = (at, self.cursors.get_mut(pane.index())) {
                cursor.selected = at;
            }
        }
    }

    fn id_of(&self, item: Item) -> Option<String> {
        let (report, id) = self.names_of(item)?;
        Some(if self.library.count() > 1 { format!("{report}/{id}") } else { id.to_owned() })
    }

    /// Whether an id means this item, be it from a run with more reports open or with fewer.
    fn is_named(&self, item: Item, id: &str) -> bool {
        self.names_of(item).is_some_and(|(report, own)| {
            id == own || id.strip_prefix(report).and_then(|rest| rest.strip_prefix('/')) == Some(own)
        })
    }

    /// The id of the report that an item stands in, and its own.
    fn names_of(&self, item: Item) -> Option<(&str, &str)> {
        match item {
            Item::Entry(at) => self.library.get(at).map(|view| (view.report().id(), view.entry().id())),
            Item::Pair(at) => {
                let pair = self.in_view.pairs.get(at)?;
                let report = self.library.get(pair.lead()?.entry)?.report();
                Some((report.id(), &*pair.name().zh))
            }
            Item::Section(at) => {
                let report = self.context().report()?;
                Some((report.id(), report.sections().get(at)?.id()))
            }
            Item::Level(level) => Some((self.context().report()?.id(), level.label().get(Lang::En))),
            Item::Way(way) => Some((self.context().report()?.id(), way.id())),
            Item::Row(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::app::{Action, App, Pane};
    use crate::library::Library;
    use crate::report::{Tab, read_reports};
    use crate::text::Lang;

    fn app() -> App {
        App::new(Library::built_in().expect("the built-in report is whole"), Lang::Zh, (80, 24))
    }

    /// A browser taken to a place, in which a key has been pressed since.
    fn restored(mut app: App, place: &Place) -> App {
        app.restore(place);
        app.restore_rest();
        app
    }

    #[test]
    fn every_place_of_every_pane_is_found_again() {
        let mut there = app();
        for pane in Pane::ALL {
            there.update(Action::Show(pane));
            let mut before = None;
            while before != Some(there.place()) {
                before = Some(there.place());
                let back = restored(app(), &there.place());
                assert_eq!((back.place(), back.item()), (there.place(), there.item()));
                there.update(Action::Down);
            }
        }
    }

    #[test]
    fn what_is_no_longer_there_leaves_the_pane_at_its_start() {
        let start = app().place();
        let gone = vec![(Pane::Tab(Tab::Review), "review.gone".to_owned()), (Pane::Compare, String::new())];
        let app = restored(app(), &Place { pane: Pane::Compare, entries: gone });
        assert_eq!(app.place(), Place { pane: Pane::Compare, ..start });
    }

    #[test]
    fn who_leaves_before_the_first_key_has_been_where_he_was_before() {
        let mut there = app();
        for pane in Pane::ALL {
            there.update(Action::Show(pane));
            there.update(Action::Last);
        }
        let mut back = app();
        back.restore(&there.place());
        assert_eq!(back.place(), there.place());
        assert_eq!(back.item(), there.item());
    }

    #[test]
    fn a_reader_who_rewinds_is_where_a_new_one_begins() {
        let mut moved = app();
        for action in [
            Action::Last,
            Action::FiguresOnly,
            Action::Show(Pane::Compare),
            Action::Filter,
            Action::Filter,
            Action::Last,
        ] {
            moved.update(action);
        }
        assert_ne!(moved.place(), app().place());
        moved.rewind();
        assert_eq!(moved.place(), app().place());
    }

    #[test]
    fn a_place_outlives_a_second_report() {
        let mut alone = app();
        alone.update(Action::Show(Pane::Tab(Tab::Review)));
        alone.update(Action::Last);
        let text = include_str!("../../assets/jilin-city-2025.json");
        let twice = format!("[{text},{}]", text.replacen("\"id\": \"jilin-city-2025\"", "\"id\": \"other\"", 1));
        let lexicon = Library::built_in_lexicon();
        let (reports, lexicon) = read_reports(&twice, "twice.json", lexicon).expect("two reports");
        let library = Library::new(reports, lexicon);
        let both = restored(App::new(library, Lang::Zh, (80, 24)), &alone.place());
        let (report, id) = both.selected().map(|view| (view.report().id(), view.entry().id())).expect("one");
        assert_eq!(Some(id), alone.selected().map(|view| view.entry().id()));
        assert!(both.place().entries.contains(&(Pane::Tab(Tab::Review), format!("{report}/{id}"))));
        let again = restored(app(), &both.place());
        assert_eq!(again.place(), alone.place());
    }
}
