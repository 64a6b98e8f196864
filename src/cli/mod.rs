//! The command line: arguments in, printed reports and exit statuses out.
//! Everything but the browser happens here; the browser is handed back to the caller, ready to open.

mod args;
mod completions;
mod config;
mod data;
mod env;
mod help;
mod man;
mod many;
mod narrow;
mod open;
mod output;
mod parse;
mod printer;
mod progress;
mod select;
mod usage;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

pub use args::command;
pub use env::{Env, Locale, locale_hint};

use crate::library::{Library, Past};
use crate::loader::{Indexed, Loading};
use crate::print::Page;
use crate::search::{Index, Phrase, Sought};
use crate::settings::{Choices, Config, Settings};
use crate::text::{Bilingual, Label, Lang};
use output::{Output, told};
use parse::{Action, Color, Stop, Wanted};
use printer::Printer;

/// What is left to do after the arguments.
pub enum Task {
    /// Open the browser.
    Browse(Box<Browse>),
    /// End with this status; everything has been printed.
    End(Status),
}

/// What the browser opens with.
pub struct Browse {
    /// The reports, or the first of them.
    pub library: Library,
    /// What is searched, where it was made while the reports were read.
    pub index: Option<Index>,
    /// The reports that are still being read.
    pub loading: Option<Loading>,
    /// What stands behind them for series.
    pub past: Past,
    /// How to begin.
    pub settings: Settings,
    /// The query of `--find`: begin at its first hit.
    pub find: Option<String>,
}

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Found or done; also when the reader of a pipe has left.
    Done = 0,
    /// Nothing was found, or not everything that was asked for.
    Nothing = 1,
    /// The arguments are wrong.
    Usage = 2,
    /// Data are bad, missing or unreadable, or the output cannot be written.
    Data = 3,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why something could not be done: sentences for standard error, and the status.
#[derive(Debug)]
struct Trouble {
    lines: Vec<String>,
    status: Status,
}

/// Does what `args` ask for, the name of the program first among them.
pub fn run(args: impl IntoIterator<Item = OsString>, env: &Env) -> Task {
    let args: Vec<OsString> = args.into_iter().collect();
    let config = Config::read(env.files.config.as_deref());
    let settle = |arguments: &Choices| Settings::of(arguments, &env.choices(), &config.choices);
    let lang = settle(&Choices { language: args::lang_in(&args), ..Choices::default() }).language.value;
    let args = match parse::parse(&args, lang) {
        Ok(args) => args,
        Err(Stop::Asked(text)) => {
            return Task::End(Output::new(lang).write(Status::Done, |out| writeln!(out, "{}", text.trim_end())));
        }
        Err(Stop::Wrong(sentence)) => return Task::End(told(&[sentence], Status::Usage)),
    };
    let settings = settle(&args.choices);
    let page = || page(args.color, lang, env);
    let wanted = match args.action {
        Action::Reports(wanted) => wanted,
        Action::Draft { files, wanted } => return Task::End(data::draft(&files, &args.hints, wanted, page())),
        Action::Check { files } => return Task::End(data::check(&files, lang)),
        Action::Schema => return Task::End(data::print_schema(lang)),
        Action::New { file } => return Task::End(data::new(&file, lang)),
        Action::Config { json } => return Task::End(config::print((&config, &settings), env, page(), json)),
        Action::Completions { shell } => return Task::End(completions::print(&shell, lang)),
        Action::Man => return Task::End(man::print(lang)),
    };
    told(&config::remarks(&config, env, lang), Status::Done);
    let asked = open::Asked { reports: &args.reports, files: &args.files, hints: &args.hints };
    begin(wanted, &asked, (settings, &page), env)
}

/// Says something on standard error that does not end the program.
pub fn tell(what: &Bilingual, lang: Lang) {
    told(&[what.get(lang).to_owned()], Status::Done);
}

/// Says that the browser could not use the terminal; the exit status for that.
pub fn no_terminal(lang: Lang) -> ExitCode {
    let what = Label::new(
        "这个终端不能打开浏览界面；请用 sulan list。",
        "The browser cannot use this terminal; use sulan list.",
    );
    told(&[what.get(lang).to_owned()], Status::Data).into()
}

/// Opens the browser on a terminal, and prints otherwise.
fn begin(wanted: Wanted, asked: &open::Asked<'_>, (settings, page): (Settings, &dyn Fn() -> Page), env: &Env) -> Task {
    let lang = settings.language.value;
    let told = |trouble: Trouble| Task::End(told(&trouble.lines, trouble.status));
    let past = if asked.reports.is_empty() && asked.files.is_empty() { Past::BuiltIn } else { Past::None };
    match wanted {
        Wanted::Open { find } if env.terminal => match open::open_first(asked, lang) {
            Ok((open::Opened { library, index }, loading)) => {
                Task::Browse(Box::new(Browse { library, index, loading, past, settings, find }))
            }
            Err(trouble) => told(trouble),
        },
        wanted => {
            let need = need(&wanted, env);
            let opened = if in_parts(&wanted) {
                open::open_some(asked, need, lang)
            } else {
                open::open(asked, need, lang).map(|opened| (opened, None))
            };
            match opened {
                Ok((open::Opened { library, index }, coming)) => {
                    Task::End(Printer { library, index, coming, past, page: page() }.print(wanted))
                }
                Err(trouble) => told(trouble),
            }
        }
    }
}

/// Whether what is wanted is printed report by report, in the order of the files.
const fn in_parts(wanted: &Wanted) -> bool {
    match wanted {
        Wanted::List { filter, .. } => filter.ids.is_none(),
        Wanted::Open { find, .. } => find.is_none(),
        Wanted::Compare { .. } => true,
        _ => false,
    }
}

/// What is to be done with the reports while they are read.
fn need(wanted: &Wanted, env: &Env) -> open::Need {
    let searched = matches!(wanted, Wanted::Search { .. } | Wanted::Open { find: Some(_) });
    let indexed = if searched { Indexed::Read } else { Indexed::Never };
    let sought = match wanted {
        Wanted::Search { query, .. } | Wanted::Open { find: Some(query) } => Sought::new(query),
        _ => None,
    };
    let phrase = if let Wanted::Mentions { query, .. } = wanted { Some(Phrase::new(query)) } else { None };
    // On a terminal the rows themselves tell how far it is.
    let progress = env.shows_progress() && !(in_parts(wanted) && env.terminal);
    let heads = match wanted {
        Wanted::Reports { .. } | Wanted::Mentions { .. } => true,
        Wanted::Series { asked, .. } => !asked.quotes,
        _ => false,
    };
    open::Need { indexed, phrase, sought, heads, progress }
}

fn page(color: Color, lang: Lang, env: &Env) -> Page {
    let color = match color {
        Color::Auto => env.takes_color(),
        Color::Always => true,
        Color::Never => false,
    };
    Page { lang, columns: env.columns(), color }
}
