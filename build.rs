//! What every start would pay for otherwise: the reports that the program brings are packed, so that a start reads them
//! in a third of the time that their JSON takes; and on Linux two things that stand before its first instruction:
//!
//! - the shared library of the unwinder, one more to find, load and set up, a twentieth of the time to the first frame: the
//!   compiler's own is linked in where there is one;
//! - nine thousand addresses in the constants to be set anew, a tenth of that time: the program is linked to one place.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

/// The reports that are packed.
const REPORTS: [&str; 2] = ["jilin-city-2025", "jilin-city-history"];

fn main() -> io::Result<()> {
    let mut cargo = io::stdout();
    writeln!(cargo, "cargo:rerun-if-changed=build.rs")?;
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|told| told == value);
    let at_home = env::var_os("HOST") == env::var_os("TARGET");
    if at_home && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        if has_unwinder() {
            writeln!(cargo, "cargo:rustc-link-lib=static:-bundle=gcc_eh")?;
        }
        if is("PROFILE", "release") {
            writeln!(cargo, "cargo:rustc-link-arg-bins=-no-pie")?;
        }
    }
    for report in REPORTS {
        let file = format!("assets/{report}.json");
        writeln!(cargo, "cargo:rerun-if-changed={file}")?;
        pack(&file, report).map_err(|error| io::Error::other(format!("{file}: {error}")))?;
    }
    Ok(())
}

/// Packs a JSON file into one of the same content in which every text stands behind its length.
fn pack(file: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let content: serde_json::Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let to = Path::new(&env::var("OUT_DIR")?).join(name);
    Ok(fs::write(to, rmp_serde::to_vec(&content)?)?)
}

/// Whether the compiler that links the program has the library.
fn has_unwinder() -> bool {
    let told = Command::new("cc").arg("-print-file-name=libgcc_eh.a").output();
    told.is_ok_and(|told| {
        let path = String::from_utf8_lossy(&told.stdout);
        // A compiler that does not have it gives back the bare name.
        Path::new(path.trim()).is_absolute()
    })
}
