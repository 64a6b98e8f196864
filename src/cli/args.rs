//! The one definition of the arguments, in the language of the reader.
//! Parsing, help and usage errors all come from it, and so can completions and a manual page.

use std::ffi::OsString;
use std::num::IntErrorKind;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::help;
use crate::report::{Role, Tab, YEARS};
use crate::settings::{Chosen, Language, Origin, Theme};
use crate::text::{Label, Lang};

/// The formats that entries and pairs are printed in.
const FORMATS: [&str; 4] = ["text", "json", "csv", "md"];
/// The values of `--lang`.
const LANGS: [&str; 3] = [Language::ALL[0].id(), Language::ALL[1].id(), Language::ALL[2].id()];
/// The values of `--theme`.
const THEMES: [&str; 2] = [Theme::ALL[0].id(), Theme::ALL[1].id()];
/// The values of `--color`.
const COLORS: [&str; 3] = ["auto", "always", "never"];
/// The shells that there are completions for.
const SHELLS: [&str; 4] = ["bash", "zsh", "fish", "powershell"];
/// The sub-commands, in the order of the help.
pub(super) const SUBCOMMANDS: [&str; 14] = [
    "list",
    "search",
    "show",
    "compare",
    "series",
    "mentions",
    "reports",
    "draft",
    "check",
    "schema",
    "new",
    "config",
    "completions",
    "man",
];

/// The arguments of the program, described in `lang`.
pub fn command(lang: Lang) -> Command {
    Command::new("sulan")
        .version(env!("CARGO_PKG_VERSION"))
        .about(help::ABOUT.get(lang))
        .override_usage(help::USAGE.get(lang))
        .help_template(help::ROOT.get(lang))
        .after_help(help::EXAMPLES.get(lang))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args_override_self(true)
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .num_args(0..)
                .value_parser(value_parser!(PathBuf))
                .help(help::FILE.get(lang)),
        )
        .arg(Arg::new("find").long("find").value_name("QUERY").help(help::FIND.get(lang)))
        .args(looks(lang))
        .args(common(lang))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(Label::new("版本", "Print the version").get(lang)),
        )
        .subcommands([list(lang), search(lang), show(lang), compare(lang)])
        .subcommands([series(lang), mentions(lang), reports(lang)])
        .subcommands([draft(lang), check(lang), schema(lang), new(lang)])
        .subcommands([config(lang), completions(lang), man(lang)])
        .mut_subcommands(|sub| {
            let given = sub.get_positionals().next().is_some();
            if given { sub.help_template(help::SUB_GIVEN.get(lang)) } else { sub }
        })
}

/// What decides how the browser looks and listens.
fn looks(lang: Lang) -> [Arg; 3] {
    [
        closed("theme", "THEME", &THEMES).help(help::THEME.get(lang)),
        Arg::new("ascii").long("ascii").action(ArgAction::SetTrue).help(help::ASCII.get(lang)),
        Arg::new("mouse").long("mouse").action(ArgAction::SetTrue).help(help::MOUSE.get(lang)),
    ]
}

/// What goes without a sub-command and with each one that reads reports. Stated on
/// each of them rather than passed down by clap, which keeps only one of two places.
fn common(lang: Lang) -> [Arg; 6] {
    let [language, help] = spoken(lang);
    let [year, place] = said(lang);
    [
        Arg::new("report")
            .long("report")
            .value_name("FILE")
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .help(help::REPORT.get(lang)),
        year,
        place,
        language,
        closed("color", "WHEN", &COLORS).help(help::COLOR.get(lang)),
        help,
    ]
}

/// What a user says of a text that does not say it itself.
fn said(lang: Lang) -> [Arg; 2] {
    let years = i64::from(*YEARS.start())..=i64::from(*YEARS.end());
    [
        Arg::new("report-year")
            .long("report-year")
            .value_name("Y")
            .value_parser(value_parser!(i32).range(years))
            .help(help::REPORT_YEAR.get(lang)),
        Arg::new("report-place").long("report-place").value_name("NAME").help(help::REPORT_PLACE.get(lang)),
    ]
}

/// What goes with everything.
fn spoken(lang: Lang) -> [Arg; 2] {
    [
        closed("lang", "LANG", &LANGS).help(help::LANG.get(lang)),
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(Label::new("这份帮助", "Print this help").get(lang)),
    ]
}

/// An option with a closed set of values; the help text names them.
fn closed(name: &'static str, value: &'static str, values: &'static [&'static str]) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .value_parser(PossibleValuesParser::new(values.iter().copied()))
        .hide_possible_values(true)
}

fn bare(name: &'static str, lang: Lang, text: &help::Sub) -> Command {
    Command::new(name)
        .about(text.about.get(lang))
        .override_usage(text.usage.get(lang))
        .help_template(help::SUB.get(lang))
        .after_help(text.examples.get(lang))
        .disable_help_flag(true)
}

/// A sub-command that prints entries or pairs.
fn sub(name: &'static str, lang: Lang, text: &help::Sub) -> Command {
    bare(name, lang, text)
        .arg(closed("format", "FORMAT", &FORMATS).help(help::FORMAT.get(lang)))
        .arg(Arg::new("bom").long("bom").action(ArgAction::SetTrue).help(help::BOM.get(lang)))
}

fn list(lang: Lang) -> Command {
    sub("list", lang, &help::LIST).args(filter(lang)).args(which(lang)).args(common(lang))
}

/// Which entries.
fn filter(lang: Lang) -> [Arg; 6] {
    const TABS: [&str; 4] = [Tab::ALL[0].id(), Tab::ALL[1].id(), Tab::ALL[2].id(), Tab::ALL[3].id()];
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let option = |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    [
        closed("tab", "TAB", &TABS).help(help::TAB.get(lang)),
        option("section", "ID").help(help::SECTION.get(lang)),
        option("ids", "A,B").action(ArgAction::Append).value_delimiter(',').help(help::IDS.get(lang)),
        option("indicator", "ID").help(help::ONLY_INDICATOR.get(lang)),
        flag("with-figures").help(help::WITH_FIGURES.get(lang)),
        flag("without-figures").help(help::WITHOUT_FIGURES.get(lang)),
    ]
}

fn search(lang: Lang) -> Command {
    sub("search", lang, &help::SEARCH)
        .arg(Arg::new("query").value_name("QUERY").num_args(1..).required(true).help(help::QUERY.get(lang)))
        .arg(Arg::new("limit").long("limit").value_name("N").value_parser(count).help(help::LIMIT.get(lang)))
        .args(filter(lang))
        .args(which(lang))
        .args(common(lang))
}

/// A number from 1; one that is too large to count to is as good as any other that is.
fn count(text: &str) -> Result<usize, &'static str> {
    match text.parse::<usize>() {
        Ok(number @ 1..) => Ok(number),
        Err(error) if *error.kind() == IntErrorKind::PosOverflow => Ok(usize::MAX),
        _ => Err("not a count"),
    }
}

fn show(lang: Lang) -> Command {
    sub("show", lang, &help::SHOW)
        .arg(Arg::new("id").value_name("ID").num_args(1..).required(true).help(help::ID.get(lang)))
        .args(common(lang))
}

fn compare(lang: Lang) -> Command {
    sub("compare", lang, &help::COMPARE).args(common(lang))
}

fn series(lang: Lang) -> Command {
    const ROLES: [&str; 2] = [Role::Result.id(), Role::Target.id()];
    sub("series", lang, &help::SERIES)
        .arg(Arg::new("indicator").value_name("INDICATOR").required(true).help(help::INDICATOR.get(lang)))
        .args(which(lang))
        .arg(closed("role", "ROLE", &ROLES).help(help::ROLE.get(lang)))
        .arg(Arg::new("quotes").long("quotes").action(ArgAction::SetTrue).help(help::QUOTES.get(lang)))
        .args(common(lang))
}

fn mentions(lang: Lang) -> Command {
    sub("mentions", lang, &help::MENTIONS)
        .arg(Arg::new("query").value_name("QUERY").num_args(1..).required(true).help(help::PHRASE.get(lang)))
        .args(which(lang))
        .args(common(lang))
}

fn reports(lang: Lang) -> Command {
    sub("reports", lang, &help::REPORTS).args(which(lang)).args(common(lang))
}

/// Which places and years.
fn which(lang: Lang) -> [Arg; 2] {
    let place = Arg::new("place").long("place").value_name("NAME").action(ArgAction::Append);
    [place.help(help::PLACE.get(lang)), Arg::new("year").long("year").value_name("YEARS").help(help::YEAR.get(lang))]
}

/// The files that a sub-command is about, of this kind.
fn files(kind: &'static str) -> Arg {
    Arg::new("file").value_name("FILE").num_args(1..).required(true).value_parser(value_parser!(PathBuf)).help(kind)
}

fn draft(lang: Lang) -> Command {
    bare("draft", lang, &help::DRAFT)
        .arg(files(help::DRAFT_FILE.get(lang)))
        .arg(Arg::new("passed-over").long("passed-over").action(ArgAction::SetTrue).help(help::PASSED_OVER.get(lang)))
        .args(said(lang))
        .args(spoken(lang))
}

fn check(lang: Lang) -> Command {
    bare("check", lang, &help::CHECK).arg(files(help::CHECK_FILE.get(lang))).args(spoken(lang))
}

fn schema(lang: Lang) -> Command {
    bare("schema", lang, &help::SCHEMA).args(spoken(lang))
}

fn new(lang: Lang) -> Command {
    let file = Arg::new("file").value_name("FILE").value_parser(value_parser!(PathBuf));
    bare("new", lang, &help::NEW).arg(file.help(help::NEW_FILE.get(lang))).args(spoken(lang))
}

fn config(lang: Lang) -> Command {
    bare("config", lang, &help::CONFIG)
        .arg(closed("format", "FORMAT", &["text", "json"]).help(help::CONFIG_FORMAT.get(lang)))
        .args(looks(lang))
        .args(spoken(lang))
}

fn completions(lang: Lang) -> Command {
    let shell = Arg::new("shell").value_name("SHELL").required(true).hide_possible_values(true);
    bare("completions", lang, &help::COMPLETIONS)
        .arg(shell.value_parser(PossibleValuesParser::new(SHELLS)).help(help::SHELL.get(lang)))
        .args(spoken(lang))
}

fn man(lang: Lang) -> Command {
    bare("man", lang, &help::MAN).args(spoken(lang))
}

/// The value of `--lang` among `args`, looked for before anything is parsed:
/// help and usage errors must already be in that language.
pub(super) fn lang_in(args: &[OsString]) -> Option<Chosen<Language>> {
    let mut language = None;
    let mut args = args.iter().map(|arg| arg.to_string_lossy()).take_while(|arg| arg != "--");
    while let Some(arg) = args.next() {
        let value = match arg.as_ref() {
            "--lang" => args.next().map(std::borrow::Cow::into_owned),
            other => other.strip_prefix("--lang=").map(str::to_owned),
        };
        let named = |known: &Language| value.as_deref() == Some(known.id());
        language = Language::ALL.into_iter().find(named).or(language);
    }
    language.map(|language| Chosen::new(language, Origin::Argument("--lang")))
}

#[cfg(test)]
mod tests {
    use super::{SUBCOMMANDS, command};
    use crate::text::{Lang, width};

    #[test]
    fn the_definition_holds_in_both_languages() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
            let names: Vec<String> = command(lang).get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
            assert_eq!(names, SUBCOMMANDS);
        }
    }

    #[test]
    fn every_help_text_fits_a_screen_of_80_columns() {
        for lang in Lang::ALL {
            let mut root = command(lang);
            root.build();
            let mut helps = vec![root.render_help().to_string()];
            helps.extend(root.get_subcommands_mut().map(|sub| sub.render_help().to_string()));
            for line in helps.iter().flat_map(|help| help.lines()) {
                assert!(width(line) <= 80, "{} cells: {line}", width(line));
            }
        }
    }
}
