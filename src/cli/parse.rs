//! From the words of the command line to what is to be done.
//! Whatever is wrong with them ends here as one sentence.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::error::ErrorKind;

use super::args::{command, lang_in};
use super::data;
use super::usage::{self, out_of_place};
use crate::draft::Hints;
use crate::library::Asked;
use crate::print::Form;
use crate::report::{Role, Tab};
use crate::settings::{Choices, Chosen, Origin, Theme};
use crate::text::{Bilingual, Label, Lang, clean};

/// The arguments, understood.
#[derive(Debug)]
pub(super) struct Args {
    /// What the arguments say about the settings.
    pub(super) choices: Choices,
    pub(super) color: Color,
    /// The reports that replace the built-in one, as `--report` names them.
    pub(super) reports: Vec<PathBuf>,
    /// The reports that stand without a sub-command.
    pub(super) files: Vec<PathBuf>,
    /// What is said of reports that do not say it themselves.
    pub(super) hints: Hints,
    pub(super) action: Action,
}

/// What is to be done.
#[derive(Debug)]
pub(super) enum Action {
    Reports(Wanted),
    Draft { files: Vec<PathBuf>, wanted: data::Wanted },
    Check { files: Vec<PathBuf> },
    Schema,
    New { file: PathBuf },
    Config { json: bool },
    Completions { shell: String },
    Man,
}

/// What is to be done with the reports.
#[derive(Debug)]
pub(super) enum Wanted {
    Open { find: Option<String> },
    List { filter: Filter, to: Form },
    Search { query: String, filter: Filter, limit: Option<usize>, to: Form },
    Show { ids: Vec<String>, to: Form },
    Compare { to: Form },
    Series { asked: SeriesAsked, to: Form },
    Mentions { query: String, of: Asked, to: Form },
    Reports { of: Asked, to: Form },
}

/// Which series, and what of them.
#[derive(Debug)]
pub(super) struct SeriesAsked {
    /// The id of the indicator, or a name of it.
    pub(super) indicator: String,
    pub(super) of: Asked,
    pub(super) side: Option<Role>,
    pub(super) quotes: bool,
}

/// Which entries a list holds.
#[derive(Debug, Default)]
pub(super) struct Filter {
    pub(super) tab: Option<Tab>,
    pub(super) section: Option<String>,
    pub(super) ids: Option<Vec<String>>,
    /// Whether they carry a figure.
    pub(super) figures: Option<bool>,
    /// The places and years of their reports.
    pub(super) of: Asked,
    /// The id of an indicator that they speak of, or a name of it.
    pub(super) indicator: Option<String>,
}

/// When printed text takes colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// Why there is nothing to do.
#[derive(Debug)]
pub(super) enum Stop {
    /// Help or version was asked for; this is it.
    Asked(String),
    /// The arguments are wrong; a sentence says how.
    Wrong(String),
}

/// The arguments in `args`, the name of the program first; `lang` is the
/// language that they and everything else ask for.
pub(super) fn parse(args: &[OsString], lang: Lang) -> Result<Args, Stop> {
    if args.len() <= 1 {
        // Nothing was said, so nothing has to be understood: the browser opens sooner.
        let action = Action::Reports(Wanted::Open { find: None });
        let (reports, files) = (Vec::new(), Vec::new());
        let (choices, hints) = (Choices::default(), Hints::default());
        return Ok(Args { choices, color: Color::Auto, reports, files, hints, action });
    }
    understood(args, lang)
}

fn understood(args: &[OsString], lang: Lang) -> Result<Args, Stop> {
    let mut definition = command(lang);
    let matches = definition.try_get_matches_from_mut(args).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Asked(error.render().to_string()),
        _ => Stop::Wrong(usage::sentence(&error, &definition, args).get(lang).to_owned()),
    })?;
    let wrong = |what: Bilingual| Stop::Wrong(what.get(lang).to_owned());
    let find = text(&matches, "find");
    let mut parsed = Args {
        choices: Choices { language: lang_in(args), ..looks(&matches) },
        color: color(&matches).unwrap_or(Color::Auto),
        reports: paths(&matches, "report"),
        files: paths(&matches, "file"),
        hints: hints(&matches),
        action: Action::Reports(Wanted::Open { find: find.as_deref().map(asked).transpose().map_err(wrong)? }),
    };
    if let Some((name, own)) = matches.subcommand() {
        if let Some(stray) = stray(name, &matches, &parsed) {
            return Err(wrong(out_of_place(name, stray)));
        }
        parsed.action = action(name, own).map_err(wrong)?;
        if name == "config" {
            parsed.choices = over(looks(own), parsed.choices);
        } else if reads(name) {
            parsed.reports.extend(paths(own, "report"));
            parsed.color = color(own).unwrap_or(parsed.color);
        }
        if reads(name) || name == "draft" {
            let (later, earlier) = (hints(own), parsed.hints);
            parsed.hints = Hints { year: later.year.or(earlier.year), place: later.place.or(earlier.place) };
        }
    }
    Ok(parsed)
}

/// Whether a sub-command reads reports.
fn reads(name: &str) -> bool {
    !matches!(name, "draft" | "check" | "schema" | "new" | "config" | "completions" | "man")
}

fn hints(matches: &ArgMatches) -> Hints {
    let place = text(matches, "report-place").map(|place| place.trim().to_owned());
    Hints { year: matches.get_one::<i32>("report-year").copied(), place: place.filter(|place| !place.is_empty()) }
}

/// What stands before the sub-command `name` and means nothing to it.
fn stray(name: &str, before: &ArgMatches, parsed: &Args) -> Option<&'static str> {
    let looks = &parsed.choices;
    [
        ("FILE", !parsed.files.is_empty()),
        ("--find", before.contains_id("find")),
        ("--theme", looks.theme.is_some() && name != "config"),
        ("--ascii", looks.ascii.is_some() && name != "config"),
        ("--mouse", looks.mouse.is_some() && name != "config"),
        ("--report", !parsed.reports.is_empty() && !reads(name)),
        ("--report-year", parsed.hints.year.is_some() && !reads(name) && name != "draft"),
        ("--report-place", parsed.hints.place.is_some() && !reads(name) && name != "draft"),
        ("--color", before.contains_id("color") && !reads(name)),
    ]
    .into_iter()
    .find_map(|(stray, there)| there.then_some(stray))
}

/// How the browser is to look and to listen.
fn looks(matches: &ArgMatches) -> Choices {
    let theme = text(matches, "theme");
    let theme = Theme::ALL.into_iter().find(|known| Some(known.id()) == theme.as_deref());
    let on = |name: &str, option| matches.get_flag(name).then(|| by(option, true));
    Choices {
        theme: theme.map(|theme| by("--theme", theme)),
        ascii: on("ascii", "--ascii"),
        mouse: on("mouse", "--mouse"),
        ..Choices::default()
    }
}

const fn by<T>(option: &'static str, value: T) -> Chosen<T> {
    Chosen::new(value, Origin::Argument(option))
}

/// The later of two places where arguments stand; the last of two values counts.
fn over(later: Choices, earlier: Choices) -> Choices {
    Choices {
        theme: later.theme.or(earlier.theme),
        ascii: later.ascii.or(earlier.ascii),
        mouse: later.mouse.or(earlier.mouse),
        ..earlier
    }
}

fn action(name: &str, own: &ArgMatches) -> Result<Action, Bilingual> {
    Ok(match name {
        "config" => Action::Config { json: text(own, "format").as_deref() == Some("json") },
        "draft" => {
            let wanted = if own.get_flag("passed-over") { data::Wanted::PassedOver } else { data::Wanted::Data };
            Action::Draft { files: paths(own, "file"), wanted }
        }
        "check" => Action::Check { files: paths(own, "file") },
        "schema" => Action::Schema,
        "new" => Action::New { file: paths(own, "file").pop().unwrap_or_else(|| data::STARTER_NAME.into()) },
        "completions" => Action::Completions { shell: text(own, "shell").unwrap_or_default() },
        "man" => Action::Man,
        _ => Action::Reports(wanted(name, own)?),
    })
}

fn wanted(name: &str, own: &ArgMatches) -> Result<Wanted, Bilingual> {
    let to = form(own)?;
    Ok(match name {
        "search" => {
            let limit = own.get_one::<usize>("limit").copied();
            let query = asked(&texts(own, "query").join(" "))?;
            Wanted::Search { query, filter: filter(own)?, limit, to }
        }
        "show" => Wanted::Show { ids: texts(own, "id"), to },
        "compare" => Wanted::Compare { to },
        "series" => Wanted::Series { asked: series(own)?, to },
        "mentions" => Wanted::Mentions { query: asked(&texts(own, "query").join(" "))?, of: reports_asked(own)?, to },
        "reports" => Wanted::Reports { of: reports_asked(own)?, to },
        _ => Wanted::List { filter: filter(own)?, to },
    })
}

fn series(own: &ArgMatches) -> Result<SeriesAsked, Bilingual> {
    let side = text(own, "role").map(|role| if role == Role::Target.id() { Role::Target } else { Role::Result });
    let indicator = text(own, "indicator").unwrap_or_default().trim().to_owned();
    Ok(SeriesAsked { indicator, of: reports_asked(own)?, side, quotes: own.get_flag("quotes") })
}

/// The places and years that are asked for.
fn reports_asked(own: &ArgMatches) -> Result<Asked, Bilingual> {
    let places = texts(own, "place").into_iter().filter(|place| !place.is_empty()).collect();
    let years = text(own, "year").map(|years| years_in(&years)).transpose()?;
    Ok(Asked { places, years })
}

/// `2021`, or `2014-2016` with both ends.
fn years_in(given: &str) -> Result<(i32, i32), Bilingual> {
    let year = |text: &str| text.trim().parse().ok().filter(|year| (1000..=9999).contains(year));
    let ends = match given.split_once(['-', '–', '—']) {
        Some((first, last)) => year(first).zip(year(last)),
        None => year(given).map(|year| (year, year)),
    };
    ends.filter(|(first, last)| first <= last).ok_or_else(|| {
        Bilingual::new(
            format!("--year 不能是“{given}”；请写一个年份或一段，例如 2021 或 2014-2016。"),
            format!("--year cannot be \"{given}\"; give a year or a span, such as 2021 or 2014-2016."),
        )
    })
}

fn filter(own: &ArgMatches) -> Result<Filter, Bilingual> {
    let tab = text(own, "tab");
    let figures = match (own.get_flag("with-figures"), own.get_flag("without-figures")) {
        (true, true) => return Err(both_figures()),
        (true, false) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    };
    Ok(Filter {
        tab: Tab::ALL.into_iter().find(|known| Some(known.id()) == tab.as_deref()),
        section: text(own, "section"),
        ids: own.contains_id("ids").then(|| texts(own, "ids").into_iter().filter(|id| !id.is_empty()).collect()),
        figures,
        of: reports_asked(own)?,
        indicator: text(own, "indicator").map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()),
    })
}

fn both_figures() -> Bilingual {
    Label::new(
        "--with-figures 和 --without-figures 不能同用；请去掉一个。",
        "--with-figures and --without-figures exclude each other; leave one out.",
    )
    .into()
}

fn form(own: &ArgMatches) -> Result<Form, Bilingual> {
    let bom = own.get_flag("bom");
    let form = match text(own, "format").as_deref() {
        Some("json") => Form::Json,
        Some("csv") => Form::Csv { bom },
        Some("md") => Form::Markdown,
        _ => Form::Text,
    };
    if bom && !matches!(form, Form::Csv { .. }) {
        return Err(Label::new(
            "--bom 只用于 CSV；请同时写 --format csv。",
            "--bom goes with CSV only; add --format csv.",
        )
        .into());
    }
    Ok(form)
}

fn color(matches: &ArgMatches) -> Option<Color> {
    text(matches, "color").map(|when| match when.as_str() {
        "always" => Color::Always,
        "never" => Color::Never,
        _ => Color::Auto,
    })
}

/// A query that asks for something.
fn asked(query: &str) -> Result<String, Bilingual> {
    let query = clean(query).trim().to_owned();
    if query.is_empty() {
        return Err(Label::new(
            "查询是空的；请写要找的内容，例如 sulan search 粮食。",
            "The query is empty; say what to look for, such as sulan search grain.",
        )
        .into());
    }
    Ok(query)
}

/// The value of an option that may be missing, without control characters.
fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).map(|value| clean(value).into_owned())
}

fn texts(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).into_iter().flatten().map(|value| clean(value).trim().to_owned()).collect()
}

fn paths(matches: &ArgMatches, name: &str) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>(name).into_iter().flatten().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{parse, understood};
    use crate::text::Lang;

    #[test]
    fn no_argument_means_what_the_parser_makes_of_it() {
        let args = ["sulan".into()];
        let made = |args| format!("{args:?}");
        assert_eq!(made(parse(&args, Lang::Zh)), made(understood(&args, Lang::Zh)));
    }
}
