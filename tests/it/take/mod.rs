//! Taking along what was found: picking, copying, citing, exporting; in memory, in files
//! and in a real terminal with stand-ins for the clipboard programs.

#![expect(clippy::indexing_slicing, reason = "an index out of range is a failed test")]

mod export;
mod picks;
#[cfg(unix)]
mod terminal;
mod words;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::common::Screen;
use sulan::app::Effect;

/// What the last key asked to be copied.
fn copied(screen: &Screen) -> &str {
    match &screen.effect {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing is copied but {other:?}"),
    }
}

/// Feeds a script and draws, without holding the screen against the rules: only what is copied or marked counts.
fn type_blind(screen: &mut Screen, script: &str) {
    for event in crate::common::script::events(script) {
        screen.feed(event);
    }
    screen.paint();
}

/// A folder of its own for a test, gone when the test has passed.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("take-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    pub(crate) fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("a name in UTF-8").to_owned()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names in it, hidden ones too.
    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).expect("the folder is there");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}
