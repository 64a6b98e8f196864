//! The program `sulan`.

use std::process::ExitCode;

use sulan::app::App;
use sulan::report::Library;
use sulan::text::Lang;

fn main() -> ExitCode {
    let library = Library::built_in().expect("x");
    let lang = if std::env::args().any(|a| a == "en") { Lang::En } else { Lang::Zh };
    let mut app = App::new(library, lang, (80, 24));
    if std::env::args().any(|a| a == "ascii") {
        app.looks.ascii = true;
    }
    ExitCode::from(sulan::term::browse(app).expect("y"))
}
