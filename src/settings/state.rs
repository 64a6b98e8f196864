//! The state file: where a reader was in each report. A file that is damaged,
//! foreign, too large or not writable costs the memory of the place and nothing else. One of a newer
//! program is left as it is: that program is still used.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk::{self, Over};

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
    /// Another version of this program wrote it, and only that one knows what is in it.
    Newer,
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
            Found::Nothing | Found::Damaged | Found::Newer => None,
        }
    }

    /// Keeps where the reader is. Writes only what the file, or `fresh` where
    /// it knows nothing of this report, does not say already.
    pub fn keep(&self, position: &Position, fresh: impl FnOnce() -> Position) {
        let none = State { format: FORMAT, reports: Vec::new() };
        // Read again: another run may have kept its own report meanwhile.
        let (mut state, said) = match read(&self.file) {
            Found::State(state) => {
                let said = self.of(&state).map_or_else(|| fresh() == *position, |known| known == position);
                (state, said)
            }
            Found::Nothing => (none, fresh() == *position),
            Found::Damaged => (none, false),
            Found::Newer => return,
        };
        if said {
            return;
        }
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
    let Ok(bytes) = disk::read(file, LIMIT as u64) else {
        return Found::Damaged;
    };
    match serde_json::from_slice::<State>(&bytes) {
        Ok(state) if state.format == FORMAT => Found::State(state),
        _ if is_newer(&bytes) => Found::Newer,
        _ => Found::Damaged,
    }
}

fn is_newer(bytes: &[u8]) -> bool {
    /// What every version begins with.
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    serde_json::from_slice::<Version>(bytes).is_ok_and(|version| version.format > FORMAT)
}

/// Writes the file, or what a link in its place names: some keep such files in a folder of their own.
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
    if let Some(folder) = disk::followed(file).parent() {
        fs::create_dir_all(folder)?;
    }
    disk::save(file, Over::Write, |out| out.write_all(&text)).map(drop)
}
