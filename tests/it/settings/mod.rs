//! What a user settles once: the configuration file, the remembered place, completions
//! and the manual page, through the built program with folders of its own.

#![expect(clippy::indexing_slicing, reason = "an index out of range is a failed test")]

mod config;
mod faults;
mod memory;
#[cfg(unix)]
mod place;
mod scripts;
#[cfg(unix)]
mod session;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// A home folder of its own for one test, gone afterwards.
struct Home(PathBuf);

/// What a run of the program left.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Home {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("sulan-settings-{}-{name}", std::process::id()));
        std::fs::create_dir_all(path.join("config/sulan")).expect("a folder for the test");
        Self(path)
    }

    /// A home whose configuration file holds `text`.
    fn with(name: &str, text: impl AsRef<[u8]>) -> Self {
        let home = Self::new(name);
        std::fs::write(home.config(), text).expect("a file for the test");
        home
    }

    fn config(&self) -> PathBuf {
        self.0.join("config/sulan/config.toml")
    }

    fn state(&self) -> PathBuf {
        self.0.join("state/sulan/state.json")
    }

    /// The surroundings of a user with this home: nothing but the folders and a locale.
    fn variables(&self) -> [(&'static str, PathBuf); 4] {
        [
            ("HOME", self.0.clone()),
            ("XDG_CONFIG_HOME", self.0.join("config")),
            ("XDG_STATE_HOME", self.0.join("state")),
            ("LANG", PathBuf::from("C.UTF-8")),
        ]
    }

    /// Runs the program with further variables; an empty one is as good as none.
    fn within(&self, variables: &[(&str, &str)], args: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sulan"));
        command.env_clear().envs(self.variables()).envs(variables.iter().copied());
        let done = command.args(args).stdin(Stdio::null()).output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        Run { status: done.status.code().expect("no signal"), out: text(done.stdout), err: text(done.stderr) }
    }

    fn run(&self, args: &[&str]) -> Run {
        self.within(&[], args)
    }

    /// One setting of `sulan config`: its value, where it came from, and the name or the line there.
    fn setting(&self, key: &str, variables: &[(&str, &str)], args: &[&str]) -> (Value, String) {
        let run = self.within(variables, &[args, &["config", "--format", "json"]].concat());
        assert_eq!(run.status, 0, "{}", run.err);
        let all: Value = serde_json::from_str(&run.out).expect("JSON");
        let one = all["settings"].as_array().expect("a list").iter().find(|one| one["key"] == key).expect(key).clone();
        let from = one["from"].as_str().expect("a word");
        let place = match (&one["name"], &one["line"]) {
            (Value::String(name), Value::Null) => format!("{from} {name}"),
            (Value::Null, Value::Number(line)) => format!("{from} {line}"),
            (Value::Null, Value::Null) => from.to_owned(),
            both => panic!("{both:?}"),
        };
        (one["value"].clone(), place)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn shown(path: &Path) -> &str {
    path.to_str().expect("the path is text")
}
