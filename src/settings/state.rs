//! The state file: where a reader was in each report. A file that is damaged,
//! foreign, too large or not writable costs the memory of the place and nothing else.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The pane a reader was in, and the place in each pane; all by their ids, so
/// that a report may gain and lose entries between two runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The id of the pane.
    pub pane: String,
    /// The id of the selected entry, by the id of the pane.
    pub entries: BTreeMap<String, String>,
}

/// The memory of one report, or of several that are open together under the first.
#[derive(Clone, Debug)]
pub struct Memory {
    file: PathBuf,
    report: String,
}

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
struct State {
    format: u32,
    /// The last one left comes first.
    reports: Vec<Kept>,
}

/// The position in one report.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    report: String,
    position: Position,
}

/// What stands in the file's place.
enum Found {
    State(State),
    Nothing,
    Damaged,
}

const FORMAT: u32 = 1;

/// The reports that are remembered; the one left longest ago is forgotten first.
const REPORTS: usize = 100;

/// The most bytes that are read, and so the most that are written.
const LIMIT: usize = 1 << 18;

impl Memory {
    /// The memory of a report; `None` where no place for the file is known.
    pub fn new(file: Option<&Path>, report: &str) -> Option<Self> {
        Some(Self { file: file?.to_owned(), report: report.to_owned() })
    }

    /// Where the reader was when the program last ended.
    pub fn recall(&self) -> Option<Position> {
        match read(&self.file) {
            Found::State(state) => self.of(&state).cloned(),
            Found::Nothing | Found::Damaged => None,
        }
    }

    /// Keeps where the reader is. Writes only what the file, or `fresh` where
    /// it knows nothing of this report, does not say already.
    pub fn keep(&self, position: &Position, fresh: &Position) {
        // Read again: another run may have kept its own report meanwhile.
        let mut state = match read(&self.file) {
            Found::State(state) if self.of(&state).unwrap_or(fresh) == position => return,
            Found::Nothing if position == fresh => return,
            Found::State(state) => state,
            Found::Nothing | Found::Damaged => State { format: FORMAT, reports: Vec::new() },
        };
        state.reports.retain(|kept| kept.report != self.report);
        state.reports.insert(0, Kept { report: self.report.clone(), position: position.clone() });
        state.reports.truncate(REPORTS);
        // Nobody can be told at the end of a run, and nothing but comfort is lost.
        let _ = write(&self.file, &mut state);
    }

    fn of<'a>(&self, state: &'a State) -> Option<&'a Position> {
        state.reports.iter().find(|kept| kept.report == self.report).map(|kept| &kept.position)
    }
}

fn read(file: &Path) -> Found {
    match fs::metadata(file) {
        // A pipe would keep the program waiting.
        Ok(found) if found.is_file() => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Found::Nothing,
        _ => return Found::Damaged,
    }
    let mut bytes = Vec::new();
    let done = File::open(file).and_then(|file| file.take(LIMIT as u64 + 1).read_to_end(&mut bytes));
    if done.is_err() || bytes.len() > LIMIT {
        return Found::Damaged;
    }
    match serde_json::from_slice::<State>(&bytes) {
        Ok(state) if state.format == FORMAT => Found::State(state),
        _ => Found::Damaged,
    }
}

/// Writes under another name and gives it the right one when it is whole.
fn write(file: &Path, state: &mut State) -> io::Result<()> {
    let mut text = serde_json::to_vec_pretty(state)?;
    while text.len() >= LIMIT && state.reports.len() > 1 {
        state.reports.pop();
        text = serde_json::to_vec_pretty(state)?;
    }
    text.push(b'\n');
    if text.len() > LIMIT {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let folder = file.parent().ok_or(ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let whole = folder.join(format!(".state-{}.json", std::process::id()));
    let done = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&whole)
        .and_then(|mut out| out.write_all(&text))
        .and_then(|()| fs::rename(&whole, file));
    if done.is_err() {
        let _ = fs::remove_file(&whole);
    }
    done
}
