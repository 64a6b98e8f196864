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
mod select;
mod usage;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

pub use args::command;
pub use env::{Env, Locale, locale_hint};

use crate::library::{Library, Past, compare};
use crate::print::{self, Entries, Page, Pairs};
use crate::search::{Hit, Index, Session};
use crate::settings::{Choices, Config, Settings};
use crate::text::{Bilingual, Label, Lang};
use narrow::Narrowed;
use output::{Output, told};
use parse::{Action, Color, Form, Stop, Wanted};
use select::Selection;

/// What is left to do after the arguments.
#[derive(Debug)]
pub enum Task {
    /// Open the browser.
    Browse(Box<Browse>),
    /// End with this status; everything has been printed.
    End(Status),
}

/// What the browser opens with.
#[derive(Debug)]
pub struct Browse {
    /// The reports.
    pub library: Library,
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
    let page = page(args.color, lang, env);
    let wanted = match args.action {
        Action::Reports(wanted) => wanted,
        Action::Draft { files, wanted } => return Task::End(data::draft(&files, &args.hints, wanted, page)),
        Action::Check { files } => return Task::End(data::check(&files, lang)),
        Action::Schema => return Task::End(data::print_schema(lang)),
        Action::New { file } => return Task::End(data::new(&file, lang)),
        Action::Config { json } => return Task::End(config::print((&config, &settings), env, page, json)),
        Action::Completions { shell } => return Task::End(completions::print(&shell, lang)),
        Action::Man => return Task::End(man::print(lang)),
    };
    told(&config::remarks(&config, env, lang), Status::Done);
    let past = if args.reports.is_empty() && args.files.is_empty() { Past::BuiltIn } else { Past::None };
    let asked = open::Asked { reports: &args.reports, files: &args.files, hints: &args.hints };
    match open::open(&asked, lang) {
        Ok(library) => begin(wanted, Opened { library, past }, (settings, page), env),
        Err(trouble) => Task::End(told(&trouble.lines, trouble.status)),
    }
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

/// The reports that are open, and whether the built-in past stands behind them.
struct Opened {
    library: Library,
    past: Past,
}

/// Opens the browser on a terminal, and prints otherwise.
fn begin(wanted: Wanted, opened: Opened, (settings, page): (Settings, Page), env: &Env) -> Task {
    let Opened { library, past } = opened;
    let printer = Printer { page, library: &library };
    let status = match wanted {
        Wanted::Open { find } if env.is_terminal() => {
            return Task::Browse(Box::new(Browse { library, past, settings, find }));
        }
        Wanted::Open { find: Some(query) } => printer.search(&query, (&parse::Filter::default(), None), Form::Text),
        Wanted::Open { find: None } => printer.list(&parse::Filter::default(), Form::Text),
        Wanted::List { filter, to } => printer.list(&filter, to),
        Wanted::Search { query, filter, limit, to } => printer.search(&query, (&filter, limit), to),
        Wanted::Show { ids, to } => printer.show(&ids, to),
        Wanted::Compare { to } => printer.compare(to),
        Wanted::Series { asked, to } => printer.series(&asked, past, to),
        Wanted::Mentions { query, of, to } => printer.mentions(&query, &of, to),
        Wanted::Reports { of, to } => printer.reports(&of, to),
    };
    Task::End(status)
}

fn page(color: Color, lang: Lang, env: &Env) -> Page {
    let color = match color {
        Color::Auto => env.takes_color(),
        Color::Always => true,
        Color::Never => false,
    };
    Page { lang, columns: env.columns, color }
}

/// A library and how to print from it.
struct Printer<'a> {
    library: &'a Library,
    page: Page,
}

impl Printer<'_> {
    fn list(&self, filter: &parse::Filter, to: Form) -> Status {
        self.entries(&select::list(self.library, filter, self.page.lang), to)
    }

    fn show(&self, ids: &[String], to: Form) -> Status {
        self.entries(&select::named(self.library, ids, self.page.lang), to)
    }

    fn search(&self, query: &str, (filter, limit): (&parse::Filter, Option<usize>), to: Form) -> Status {
        let answer = Session::new(Index::new(self.library)).search(query);
        told(&select::reservations(&answer, self.page.lang), Status::Done);
        let narrowed = Narrowed::of(self.library, filter);
        let takes = |hit: &Hit| self.library.get(hit.entry).is_some_and(|view| narrowed.takes(self.library, view));
        let hits: Vec<Hit> = answer.hits().filter(takes).take(limit.unwrap_or(usize::MAX)).collect();
        self.entries(&select::found(self.library, &hits, (query, narrowed.remarks), self.page.lang), to)
    }

    fn entries(&self, selection: &Selection<'_>, to: Form) -> Status {
        let entries = Entries { library: self.library, items: &selection.items, ranked: selection.ranked };
        let status = Output::new(self.page.lang).write(selection.status, |out| match to {
            Form::Text => print::text::entries(out, &entries, self.page),
            Form::Json => print::json::entries(out, &entries),
            Form::Csv { bom } => print::csv::entries(out, &entries, bom),
            Form::Markdown => print::markdown::entries(out, &entries, self.page.lang),
        });
        told(&selection.remarks, status)
    }

    fn compare(&self, to: Form) -> Status {
        let pairs = compare(self.library);
        let pairs = Pairs { library: self.library, pairs: &pairs };
        let (status, remarks) = select::status_of_pairs(&pairs, self.page.lang);
        let status = Output::new(self.page.lang).write(status, |out| match to {
            Form::Text => print::text::pairs(out, &pairs, self.page),
            Form::Json => print::json::pairs(out, &pairs),
            Form::Csv { bom } => print::csv::pairs(out, &pairs, bom),
            Form::Markdown => print::markdown::pairs(out, &pairs, self.page.lang),
        });
        told(&remarks, status)
    }
}
