//! What a key, a paste or a signal asks for, and what the program around must then do.

use super::chips::Chip;
use super::compare_filter::Show;
use super::input::Edit;
use super::outcome::{Order, Outcome};
use super::pane::Pane;

/// One thing a user can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// One entry, hit or line of a page up.
    Up,
    /// One entry, hit or line of a page down.
    Down,
    /// To the start of the section, then to the one before; in search to the group before.
    PreviousSection,
    /// To the next section; in search to the next group.
    NextSection,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Half a page up.
    HalfUp,
    /// Half a page down.
    HalfDown,
    /// To the first entry.
    First,
    /// To the last entry.
    Last,
    /// To the pane at the left.
    PreviousPane,
    /// To the pane at the right.
    NextPane,
    /// To a pane.
    Show(Pane),
    /// To the report of the year before of the same place, else to the report before.
    PreviousReport,
    /// To the report of the next year of the same place, else to the next report.
    NextReport,
    /// Opens the search line.
    Search,
    /// Turns the hits into a list of their own.
    ListHits,
    /// To the next hit of the last search.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// Opens the entry as a page; in search, goes to the hit in its place; in export, writes the file.
    Open,
    /// Selects a place of the list, or a hit.
    Select(usize),
    /// Turns the mouse on or off.
    Mouse,
    /// One step back; never quits.
    Back,
    /// Entries with a number, those without, or all again; in Compare only the section of the selected pair.
    FiguresOnly,
    /// To the counterpart of the entry in the other year, and back.
    Counterpart,
    /// In Compare: shows what the list can be narrowed to; once it is shown, narrows it to the next.
    Filter,
    /// In Compare: narrows the list to this, or takes it back.
    Choose(Show),
    /// Takes off what narrows the list.
    TakeOff(Chip),
    /// In Compare: by difference, or in the order of the source again.
    Sort,
    /// To the years of the figure under the cursor; in the views across reports to the next one, and back.
    View,
    /// Only hits of the report in view, or those of all reports again.
    OneReport,
    /// To the reports, as a matrix of places and years.
    Reports,
    /// To the next indicator of the places.
    NextIndicator,
    /// To the indicator before.
    PreviousIndicator,
    /// To the year before.
    Earlier,
    /// To the year after.
    Later,
    /// Picks what is selected, or lets it go again.
    Pick,
    /// Picks all that is listed, or lets all of it go again.
    PickAll,
    /// Copies what is picked, else what is selected, one line each.
    Copy,
    /// The same as citations.
    Cite,
    /// Asks for the name of a file to write the same to.
    Export,
    /// What came of a copy or an export.
    Done(Outcome),
    /// A key that means nothing here, by its name.
    Unbound(String),
    /// The other language.
    Language,
    /// Help; in help, the page about the program.
    Help,
    /// Text for the line that is typed in, typed or pasted.
    Insert(String),
    /// An edit of that line.
    Edit(Edit),
    /// The window has another size, in cells.
    Resize(u16, u16),
    /// Draws everything anew.
    Redraw,
    /// Stops the program until it is continued.
    Suspend,
    /// Leaves the program.
    Quit,
    /// Leaves the program as an interrupt does.
    Interrupt,
}

/// What the loop around the state must do after an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw what changed.
    Draw,
    /// Draw everything anew.
    Redraw,
    /// Let the terminal report the mouse, or let it select text again.
    Mouse,
    /// Give this text to the clipboard, and tell what came of it.
    Copy(String),
    /// Write a file, and tell what came of it.
    Write(Order),
    /// Stop until continued.
    Suspend,
    /// Leave with this exit status.
    Quit(u8),
}
