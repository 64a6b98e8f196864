//! `sulan config`: where the configuration file is, the settings in force, and
//! what decided each; and what to say of a file that is wrong.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::open::sentences;
use super::output::{Output, told};
use super::{Env, Status};
use crate::loader::unreadable;
use crate::print::{Page, text};
use crate::report::Fault;
use crate::settings::{Chosen, Config, Origin, Settings, Theme};
use crate::text::{Bilingual, Label, Lang, clean};

/// What is wrong with the configuration file, a sentence each.
pub(super) fn remarks(config: &Config, env: &Env, lang: Lang) -> Vec<String> {
    let unread = env.files.config.as_deref().zip(config.unreadable.as_ref());
    let faults: Vec<Fault> = unread.map(|(file, error)| unreadable(file, error)).into_iter().collect();
    sentences(&[faults, config.faults.clone()].concat(), lang)
}

/// Prints the settings, and tells what is wrong with the file.
pub(super) fn print((config, settings): (&Config, &Settings), env: &Env, page: Page, json: bool) -> Status {
    let listed = listed(settings);
    let status = Output::new(page.lang).write(Status::Done, |out| {
        if json {
            serde_json::to_writer_pretty(&mut *out, &printed(config, env, &listed))?;
            writeln!(out)
        } else {
            text::table(out, &files(config, env, page.lang), page)?;
            writeln!(out)?;
            text::table(out, &listed.map(|setting| setting.row(env, page.lang)), page)
        }
    });
    told(&remarks(config, env, page.lang), status)
}

/// A setting as it is printed.
struct Setting {
    key: &'static str,
    value: Value,
    origin: Origin,
}

fn listed(settings: &Settings) -> [Setting; 5] {
    [
        Setting::new("language", settings.language.map(Lang::code)),
        Setting::new("theme", settings.theme.map(Theme::id)),
        Setting::new("ascii", settings.ascii),
        Setting::new("mouse", settings.mouse),
        Setting::new("start", settings.start),
    ]
}

impl Setting {
    fn new(key: &'static str, chosen: Chosen<impl Into<Value>>) -> Self {
        Self { key, value: chosen.value.into(), origin: chosen.origin }
    }

    fn row(&self, env: &Env, lang: Lang) -> [String; 3] {
        let value = match &self.value {
            Value::String(word) => word.clone(),
            // Only `start` can be silent.
            Value::Null => Label::new("上次的位置", "last place").get(lang).to_owned(),
            other => other.to_string(),
        };
        let origin = match self.origin {
            Origin::Argument(name) => Bilingual::new(format!("参数 {name}"), format!("argument {name}")),
            Origin::Environment(name) => Bilingual::new(format!("环境变量 {name}"), format!("environment {name}")),
            Origin::File(line) => {
                let place = format!("{}:{line}", shown(env.files.config.as_deref()).unwrap_or_default());
                Bilingual::new(format!("配置文件 {place}"), format!("file {place}"))
            }
            Origin::Default => Label::new("默认", "default").into(),
        };
        [self.key.to_owned(), value, origin.get(lang).to_owned()]
    }
}

fn files(config: &Config, env: &Env, lang: Lang) -> [[String; 2]; 2] {
    let missing = Label::new("（还没有这个文件）", " (does not exist)").get(lang);
    let path = |file: Option<&Path>, exists: bool| match shown(file) {
        Some(path) if exists => path,
        Some(path) => path + missing,
        None => Label::new("没有：不知道主目录", "none: no home folder is known").get(lang).to_owned(),
    };
    let (config_file, state) = (env.files.config.as_deref(), env.files.state.as_deref());
    [
        [Label::new("配置文件", "configuration").get(lang).to_owned(), path(config_file, config.exists)],
        [Label::new("上次的位置", "last place").get(lang).to_owned(), path(state, state.is_some_and(Path::exists))],
    ]
}

/// The settings as JSON.
#[derive(Serialize)]
struct Printed<'a> {
    config: PrintedFile,
    state: PrintedFile,
    settings: Vec<PrintedSetting<'a>>,
}

#[derive(Serialize)]
struct PrintedFile {
    path: Option<String>,
    exists: bool,
}

#[derive(Serialize)]
struct PrintedSetting<'a> {
    key: &'a str,
    value: &'a Value,
    /// argument, environment, file or default.
    from: &'a str,
    /// The argument or the variable.
    name: Option<&'a str>,
    /// The line of the file.
    line: Option<usize>,
}

fn printed<'a>(config: &Config, env: &Env, listed: &'a [Setting]) -> Printed<'a> {
    let settings = listed.iter().map(|setting| {
        let (from, name, line) = match setting.origin {
            Origin::Argument(name) => ("argument", Some(name), None),
            Origin::Environment(name) => ("environment", Some(name), None),
            Origin::File(line) => ("file", None, Some(line)),
            Origin::Default => ("default", None, None),
        };
        PrintedSetting { key: setting.key, value: &setting.value, from, name, line }
    });
    let state = env.files.state.as_deref();
    Printed {
        config: PrintedFile { path: shown(env.files.config.as_deref()), exists: config.exists },
        state: PrintedFile { path: shown(state), exists: state.is_some_and(Path::exists) },
        settings: settings.collect(),
    }
}

fn shown(file: Option<&Path>) -> Option<String> {
    Some(clean(&file?.to_string_lossy()).into_owned())
}
