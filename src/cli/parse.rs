//! From the words of the command line to what is to be done.
//! Whatever is wrong with them ends here as one sentence.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::error::ErrorKind;

use super::args::{command, lang_in};
use super::usage;
use crate::report::Tab;
use crate::text::{Bilingual, Label, Lang, clean};

/// The arguments, understood.
#[derive(Debug)]
pub(super) struct Args {
    pub(super) lang: Lang,
    pub(super) color: Color,
    /// The reports that replace the built-in one, as `--report` names them.
    pub(super) reports: Vec<PathBuf>,
    /// The reports that stand without a sub-command.
    pub(super) files: Vec<PathBuf>,
    pub(super) action: Action,
}

/// What is to be done.
#[derive(Debug)]
pub(super) enum Action {
    Open { find: Option<String> },
    List { filter: Filter, to: Form },
    Search { query: String, limit: Option<usize>, to: Form },
    Show { ids: Vec<String>, to: Form },
    Compare { to: Form },
}

/// Which entries a list holds.
#[derive(Debug, Default)]
pub(super) struct Filter {
    pub(super) tab: Option<Tab>,
    pub(super) section: Option<String>,
    pub(super) ids: Option<Vec<String>>,
    pub(super) with_figures: bool,
}

/// The form that the output takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    #[default]
    Text,
    Json,
    /// With a byte order mark or without.
    Csv {
        bom: bool,
    },
    Markdown,
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

/// The arguments in `args`, the name of the program first; `otherwise` is the
/// language of the environment.
pub(super) fn parse(args: &[OsString], otherwise: Lang) -> Result<Args, Stop> {
    let lang = lang_in(args, otherwise);
    let mut definition = command(lang);
    let matches = definition.try_get_matches_from_mut(args).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Asked(error.render().to_string()),
        _ => Stop::Wrong(usage::sentence(&error, &definition, args).get(lang).to_owned()),
    })?;
    let wrong = |what: Bilingual| Stop::Wrong(what.get(lang).to_owned());
    let find = text(&matches, "find");
    let files = paths(&matches, "file");
    let mut reports = paths(&matches, "report");
    let mut color = color(&matches);
    let action = match matches.subcommand() {
        None => Action::Open { find: find.map(|query| asked(&query)).transpose().map_err(wrong)? },
        Some((name, own)) => {
            if find.is_some() || !files.is_empty() {
                return Err(wrong(out_of_place(name, find.is_some())));
            }
            reports.extend(paths(own, "report"));
            color = self::color(own).or(color);
            action(name, own).map_err(wrong)?
        }
    };
    Ok(Args { lang, color: color.unwrap_or(Color::Auto), reports, files, action })
}

fn action(name: &str, own: &ArgMatches) -> Result<Action, Bilingual> {
    let to = form(own)?;
    Ok(match name {
        "search" => {
            let limit = own.get_one::<u32>("limit").map(|&limit| usize::try_from(limit).unwrap_or(usize::MAX));
            Action::Search { query: asked(&texts(own, "query").join(" "))?, limit, to }
        }
        "show" => Action::Show { ids: texts(own, "id"), to },
        "compare" => Action::Compare { to },
        _ => Action::List { filter: filter(own), to },
    })
}

fn filter(own: &ArgMatches) -> Filter {
    let tab = text(own, "tab");
    Filter {
        tab: Tab::ALL.into_iter().find(|known| Some(known.id()) == tab.as_deref()),
        section: text(own, "section"),
        ids: own.contains_id("ids").then(|| texts(own, "ids").into_iter().filter(|id| !id.is_empty()).collect()),
        with_figures: own.get_flag("with-figures"),
    }
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

fn out_of_place(name: &str, find: bool) -> Bilingual {
    if find {
        Bilingual::new(
            format!("--find 只用于打开浏览，不能与 {name} 同用；要搜索请用 sulan search QUERY。"),
            format!("--find opens the browser and does not go with {name}; to search, use sulan search QUERY."),
        )
    } else {
        Bilingual::new(
            format!("子命令 {name} 前不能有文件；请写 sulan {name} --report FILE。"),
            format!("A file cannot stand before the sub-command {name}; use sulan {name} --report FILE."),
        )
    }
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
