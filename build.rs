//! What every start would pay for otherwise: the reports that the program brings are packed, so that a start reads them
//! in a third of the time that their JSON takes; and on Linux two things that stand before its first instruction:
//!
//! - the shared library of the unwinder, one more to find, load and set up, a twentieth of the time to the first frame: the
//!   compiler's own is linked in where there is one;
//! - nine thousand addresses in the constants to be set anew, a tenth of that time: the program is linked to one place.

use std::collections::HashMap;
use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use serde_json::Value;

#[path = "src/assets/mark.rs"]
mod mark;

/// The reports that are packed.
const REPORTS: [&str; 2] = ["jilin-city-2025", "jilin-city-history"];

fn main() -> io::Result<()> {
    let mut cargo = io::stdout();
    for code in ["build.rs", "src/assets/mark.rs"] {
        writeln!(cargo, "cargo:rerun-if-changed={code}")?;
    }
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

/// Packs a JSON file into marks and texts; a text that comes again is there once.
#[derive(Default)]
struct Pack {
    marks: Vec<u8>,
    texts: String,
    places: HashMap<String, usize>,
}

impl Pack {
    fn number(&mut self, mut number: usize) {
        while number > 0x7f {
            self.marks.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.marks.push(number.to_le_bytes()[0]);
    }

    fn mark(&mut self, kind: u32, number: usize) {
        self.number(number << mark::KIND | kind as usize);
    }

    fn text(&mut self, text: &str) {
        let place = *self.places.entry(text.to_owned()).or_insert_with(|| {
            let place = self.texts.len();
            self.texts.push_str(text);
            place
        });
        self.mark(mark::TEXT, text.len());
        self.number(place);
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.mark(mark::NULL, 0),
            Value::Bool(truth) => self.mark(mark::BOOL, usize::from(*truth)),
            Value::String(text) => self.text(text),
            Value::Array(values) => {
                self.mark(mark::LIST, values.len());
                for value in values {
                    self.value(value);
                }
            }
            Value::Object(members) => {
                self.mark(mark::OBJECT, members.len());
                for (name, value) in members {
                    self.text(name);
                    self.value(value);
                }
            }
            Value::Number(number) => match number.as_i64() {
                // What fits beside its kind.
                Some(whole) if whole.unsigned_abs() < 1 << 28 => {
                    let doubled = whole.unsigned_abs() * 2;
                    let folded = if whole < 0 { doubled - 1 } else { doubled };
                    self.mark(mark::WHOLE, usize::try_from(folded).expect("a small number"));
                }
                _ => {
                    self.mark(mark::REAL, 0);
                    self.marks.extend(number.as_f64().expect("a number").to_le_bytes());
                }
            },
        }
    }
}

/// Packs a JSON file.
fn pack(file: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let mut pack = Pack::default();
    pack.value(&serde_json::from_str(&fs::read_to_string(file)?)?);
    let to = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(to.join(format!("{name}.marks")), pack.marks)?;
    Ok(fs::write(to.join(format!("{name}.txt")), pack.texts)?)
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
