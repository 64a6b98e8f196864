//! Where the two files are: by the XDG rules, also on macOS; on Windows in `AppData`.

use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};

/// The folder of the program inside the platform's folders.
const FOLDER: &str = "sulan";

/// The files of the program; `None` where no folder for one is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The configuration file, which need not exist.
    pub config: Option<PathBuf>,
    /// The state file, which need not exist.
    pub state: Option<PathBuf>,
}

impl Files {
    /// The files of the user who runs this process. Looks at the environment only, not at the disk.
    pub fn of_process() -> Self {
        let Ok(folders) = choose_base_strategy() else {
            return Self::default();
        };
        // An empty HOME would put the files into whatever folder the shell is in.
        let inside = |folder: PathBuf, name: &str| folder.is_absolute().then(|| folder.join(FOLDER).join(name));
        // Windows has no folder for state; its local folder does not follow the user to other machines.
        let state = folders.state_dir().unwrap_or_else(|| folders.cache_dir());
        Self { config: inside(folders.config_dir(), "config.toml"), state: inside(state, "state.json") }
    }
}
