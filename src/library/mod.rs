//! Many reports at once: what is kept of each, and what joins across places and years.

mod asked;
mod head;
mod of_place;
mod past;
mod point;
mod series;

pub use asked::Asked;
pub use head::{Head, Mentions, place_of};
pub use of_place::{indicators_of, series_of_place};
pub use past::Past;
pub use point::{Point, Said};
pub use series::{Gathering, Kind, Rivals, Series, SeriesYear, Twice};
