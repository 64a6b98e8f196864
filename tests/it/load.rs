//! The embedded report loads without a fault.

use sulan::library::Library;
use sulan::text::Lang;

#[test]
fn the_built_in_report_is_whole() {
    if let Err(faults) = Library::built_in() {
        let all: Vec<String> = faults.iter().map(|fault| fault.sentence(Lang::En)).collect();
        panic!("{}", all.join("\n"));
    }
}
