//! The state of the browser and the one way to change it. No drawing, no
//! terminal, no files: an action goes in, an effect comes out.

mod across;
mod action;
mod chips;
mod columns;
mod compare_filter;
mod copy;
mod cursor;
mod doors;
mod examples;
mod figures;
mod filter;
mod found;
mod group;
mod help;
mod hit_columns;
mod hit_list;
mod input;
mod keys;
mod list_layout;
mod looks;
mod matrix;
mod memo;
mod mode_stack;
mod navigation;
mod needs;
mod notice;
mod opened;
mod outcome;
mod overview;
mod pane;
mod place;
mod places_view;
mod reading;
mod regions;
mod report_in_view;
mod reports_taken;
mod searching;
mod seek;
mod series_taken;
mod state;
mod update;
mod years;

pub use across::PastTask;
pub use action::{Action, Effect};
pub use chips::Chip;
pub(crate) use columns::{
    Behind, Columns, EXPLAINED, INDENT, MetColumns, NAME_INDENT, PairCells, PairForm, PlaceCells, Running, UNDER,
    Written, YearsCells, YearsForm, count_of, first_of, has_words, has_words_below, medals, name_of, notes_of,
    point_said, rate_of, reason_of, said, side_of, tight_unit,
};
pub use columns::{CompareColumns, EntryColumns, HonourColumns, PlacesTable, SectionColumns, YearsTable};
pub(crate) use columns::{
    OverviewColumns, PROMISES, RateColumns, Strip, StripColumns, TallyColumns, second_of, title_of,
};
pub use compare_filter::{CompareFilter, Show, section_of, unit_of};
pub use cursor::Cursor;
pub use examples::Example;
pub use figures::Figures;
pub use found::{Found, Grouping, HitGroup, HitLine, HitRows, HitsOf};
pub use group::{Block, Group, Item, Line, Way};
pub use help::{about, help};
pub(crate) use hit_columns::{HIT_WORDS, HitWidths, excerpt_of, figure_of, medals_of, title_field};
pub use input::{Edit, Input};
pub use keys::{BINDINGS, Binding, Chord, FooterSlot, footer_rows, help_rows, lookup};
pub use list_layout::{ListLayout, ListParams};
pub use looks::Looks;
pub(crate) use looks::drawable;
pub(crate) use matrix::MatrixGrid;
pub use matrix::{Matrix, MatrixRow};
pub use needs::Needs;
pub use outcome::{Exported, Form, Order, Outcome, Unwritten};
pub(crate) use overview::{counted_in, is_tasks};
pub use pane::{Mode, Pane};
pub use place::Place;
pub(crate) use places_view::head_rows;
pub use places_view::{PlaceOrder, PlaceRow, PlacesAsked, PlacesView};
pub use regions::{Arrangement, Poster, Regions, SMALLEST};
pub use searching::{SearchNews, SearchTask};
pub use state::App;
pub use years::{YearsLine, YearsRow, YearsView};
