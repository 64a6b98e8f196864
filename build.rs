//! Two things that every start would pay for before its first instruction, on Linux:
//!
//! - the shared library of the unwinder, one more to find, load and set up, a twentieth of the time to the first frame: the
//!   compiler's own is linked in where there is one;
//! - nine thousand addresses in the constants to be set anew, a tenth of that time: the program is linked to one place.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, io};

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
