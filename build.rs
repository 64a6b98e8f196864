//! Links the unwinder of the C compiler into the program where there is one to link. The shared one is one more library
//! to find, load and set up at every start, which takes a twentieth of the time to the first frame.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, io};

fn main() -> io::Result<()> {
    let mut cargo = io::stdout();
    writeln!(cargo, "cargo:rerun-if-changed=build.rs")?;
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|told| told == value);
    let at_home = env::var_os("HOST") == env::var_os("TARGET");
    if at_home && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && has_unwinder() {
        writeln!(cargo, "cargo:rustc-link-lib=static:-bundle=gcc_eh")?;
    }
    Ok(())
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
