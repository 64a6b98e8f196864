//! One number everywhere: value, unit, qualifier and range of every figure of the built-in report, worked out
//! here from the data by other means than the program's, are what the list, the details, the page, the copy and
//! the text of `sulan list` and `sulan compare` say, in both languages; in English with the source's own form where
//! that differs.

#![expect(clippy::indexing_slicing, reason = "data are asserted by their names")]

mod entries;
mod pairs;

use std::process::Command;

use crate::common::Screen;
use serde_json::Value;
use sulan::text::Lang;

fn data() -> Value {
    serde_json::from_str(include_str!("../../../assets/jilin-city-2025.json")).expect("the data are JSON")
}

fn lexicon() -> Value {
    serde_json::from_str(include_str!("../../../assets/lexicon.json")).expect("the lexicon is JSON")
}

/// The entries with figures: pane, id, figures.
fn entries(data: &Value) -> Vec<(&str, &str, &Vec<Value>)> {
    let sections = data["sections"].as_array().expect("sections");
    let entries = sections.iter().flat_map(|section| {
        let tab = section["tab"].as_str().expect("a tab");
        section["entries"].as_array().expect("entries").iter().map(move |entry| (tab, entry))
    });
    let figures = entries.filter_map(|(tab, entry)| Some((tab, entry["id"].as_str()?, entry["figures"].as_array()?)));
    figures.filter(|(.., figures)| !figures.is_empty()).collect()
}

/// A number in decimal digits, its point moved by `places`.
fn digits(value: f64, places: i32) -> String {
    let text = format!("{:.6}", value.abs() * 10_f64.powi(places));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// With commas between thousands.
fn grouped(text: &str) -> String {
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

/// A figure in a language: its number with the sign, its unit, and whether the source writes it in another form.
struct Told {
    number: String,
    unit: String,
    moved: bool,
}

impl Told {
    fn of(figure: &Value, lexicon: &Value, lang: Lang) -> Self {
        let (value, upper) = (figure["value"].as_f64().expect("a value"), figure["upper"].as_f64());
        let zh = figure["unit"].as_str().unwrap_or_default();
        let (places, unit) = if lang == Lang::Zh { (0, zh.to_owned()) } else { english(figure, lexicon) };
        let end = |value: f64| {
            let text = digits(value, places);
            if lang == Lang::Zh { text } else { grouped(&text) }
        };
        let sign = match (value < 0.0, figure["basis"].as_str()) {
            (true, _) => "−",
            (false, Some("growth" | "points")) if upper.is_none() => "+",
            _ => "",
        };
        let number =
            format!("{sign}{}{}", end(value), upper.map_or_else(String::new, |upper| format!("–{}", end(upper))));
        if lang == Lang::En && figure["basis"] == "rank" {
            let number = if number == "1" { "1st".to_owned() } else { number + "th" };
            return Self { number, unit: String::new(), moved: false };
        }
        Self { number, unit, moved: places != 0 }
    }

    fn line(&self) -> String {
        let space = if self.unit.is_empty() || self.unit.starts_with('%') { "" } else { " " };
        format!("{}{space}{}", self.number, self.unit)
    }
}

/// The places by which the point moves in English, and the unit there.
fn english(figure: &Value, lexicon: &Value) -> (i32, String) {
    let zh = figure["unit"].as_str().unwrap_or_default();
    let known = lexicon["units"].as_array().expect("units").iter().find(|unit| unit["zh"] == zh);
    let power = known.and_then(|unit| unit["power"].as_i64()).unwrap_or(0);
    let own = figure["unit_en"].as_str().or_else(|| known?["en"].as_str()).unwrap_or_default();
    let power = i32::try_from(power).expect("a small power");
    let largest = figure["upper"].as_f64().or(figure["value"].as_f64()).expect("a value").abs() * 10_f64.powi(power);
    let (taken, word) = match largest {
        size if size >= 1e12 => (12, "tn "),
        size if size >= 1e9 => (9, "bn "),
        size if size >= 1e7 => (6, "m "),
        _ => (0, ""),
    };
    (power - taken, format!("{word}{own}").trim_end().to_owned())
}

/// A figure in words.
fn in_words(figure: &Value, lexicon: &Value, lang: Lang) -> String {
    let told = Told::of(figure, lexicon, lang);
    let (basis, line) = (figure["basis"].as_str().unwrap_or_default(), told.line());
    let qualifier = figure["qualifier"].as_str().unwrap_or_default();
    match lang {
        Lang::Zh => {
            let line = match basis {
                "growth" => format!("同比 {line}"),
                "rank" => format!("第 {line}"),
                "multiple" => format!("为上年的 {line}"),
                _ => line,
            };
            let gap = if line.ends_with('%') { " " } else { "" };
            match qualifier {
                "at_least" => format!("{line}{gap}以上"),
                "at_most" => format!("{line}{gap}以内"),
                "about" => format!("{line}{gap}左右"),
                "over" => format!("超过 {line}"),
                "nearly" => format!("近 {line}"),
                "toward" => format!("{line}（迈向）"),
                _ => line,
            }
        }
        Lang::En => {
            let line = match basis {
                "growth" => format!("{line} year on year"),
                "multiple" => format!("{} times the year before", told.number),
                _ => line,
            };
            let hedge = match qualifier {
                "at_least" => "at least ",
                "at_most" => "at most ",
                "about" => "about ",
                "over" => "over ",
                "nearly" => "nearly ",
                "toward" => "towards ",
                _ => "",
            };
            let source = told.moved.then(|| format!(" ({})", Told::of(figure, lexicon, Lang::Zh).line()));
            format!("{hedge}{line}{}", source.unwrap_or_default())
        }
    }
}

/// The mark of a figure's qualifier.
fn mark_of(figure: &Value) -> &'static str {
    match figure["qualifier"].as_str() {
        Some("at_least") => "≥",
        Some("at_most") => "≤",
        Some("about") => "≈",
        Some("over") => ">",
        Some("toward") => "→",
        _ => "",
    }
}

/// What a column shows: the mark of the qualifier, the number, and the unit.
fn in_column(figure: &Value, lexicon: &Value, lang: Lang) -> (String, String) {
    let mark = mark_of(figure);
    let told = Told::of(figure, lexicon, lang);
    (format!("{mark}{}", told.number), told.unit.trim_start_matches('个').to_owned())
}

/// Without blanks: rows may be broken anywhere between words.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The lines of what a sub-command prints as text.
fn printed(what: &str, lang: Lang) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sulan"));
    command.args([what, "--format", "text", "--color", "never", "--lang", lang.code()]);
    command.envs(["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"].map(|name| (name, "/dev/null/nobody")));
    let done = command.output().expect("the program starts");
    assert!(done.status.success());
    String::from_utf8(done.stdout).expect("text").lines().map(str::to_owned).collect()
}

/// The built-in report with the entry `id` selected in its pane, drawn in `lang`.
fn at(screen: &mut Screen, tab: &str, id: &str) {
    let pane = ["review", "honours", "tasks", "targets"].iter().position(|known| *known == tab).expect("a pane");
    if screen.selected() != id {
        screen.keys(&format!("{}g", pane + 1));
    }
    for _ in 0..200 {
        if screen.selected() == id {
            return screen.paint();
        }
        screen.feed(crate::common::script::events("j").remove(0));
    }
    panic!("no {id} in {tab}");
}
