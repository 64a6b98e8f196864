//! `sulan config`, the switches, and which source decides.

use serde_json::{Value, json};
use sulan::app::Pane;
use sulan::settings::PANES;
use sulan::text::width;

use super::{Home, shown};

const ALL: &str =
    "# everything\nlanguage = \"en\"\ntheme = \"mono\"\nascii = true\nmouse = true\nstart = \"targets\"\n";

#[test]
fn without_a_file_everything_is_as_the_program_has_it() {
    let home = Home::new("none");
    for (key, value) in
        [("language", json!("zh")), ("theme", json!("auto")), ("ascii", json!(false)), ("mouse", json!(false))]
    {
        assert_eq!(home.setting(key, &[], &[]), (value, "default".to_owned()), "{key}");
    }
    assert_eq!(home.setting("start", &[], &[]), (Value::Null, "default".to_owned()));
    let zh = home.run(&["config"]);
    assert_eq!((zh.status, zh.err.as_str()), (0, ""));
    assert!(zh.out.contains(&format!("{}（还没有这个文件）\n", shown(&home.config()))), "{}", zh.out);
    let en = home.run(&["config", "--lang", "en"]).out;
    assert!(en.contains(&format!("{} (does not exist)\n", shown(&home.config()))), "{en}");
    assert!(!home.config().exists() && !home.state().exists());
}

#[test]
fn every_setting_of_the_file_is_in_force_and_its_line_is_named() {
    let home = Home::with("all", ALL);
    let expected =
        [("language", json!("en")), ("theme", json!("mono")), ("ascii", json!(true)), ("mouse", json!(true))];
    for ((key, value), line) in expected.into_iter().chain([("start", json!("targets"))]).zip(2..) {
        assert_eq!(home.setting(key, &[], &[]), (value, format!("file {line}")), "{key}");
    }
    assert_eq!(std::fs::read_to_string(home.config()).expect("it is there"), ALL, "the file is never written");
    assert!(!home.state().exists());
}

#[test]
fn text_names_file_and_line_and_lines_up_in_both_languages() {
    let home = Home::with("text", ALL);
    let path = shown(&home.config()).to_owned();
    let english = [("LANG", "en_GB.UTF-8"), ("NO_COLOR", "1")];
    let cases = [
        (
            home.run(&["config", "--lang", "zh", "--mouse"]).out,
            ["参数 --lang", "配置文件 ", "参数 --mouse"],
            "配置文件",
        ),
        (
            home.within(&english, &["config"]).out,
            ["environment LANG", "environment NO_COLOR", "file "],
            "configuration",
        ),
    ];
    for (out, origins, head) in cases {
        assert!(out.starts_with(head) && out.contains(&format!("{path}:4\n")), "{out}");
        let rows: Vec<&str> = out.lines().skip_while(|line| !line.is_empty()).skip(1).collect();
        assert_eq!(rows.len(), 5, "{out}");
        for origin in origins {
            assert!(rows.iter().any(|row| row.contains(origin)), "{origin}: {out}");
        }
        // The third column begins in one cell, however wide the words before it are.
        let starts = |row: &&str| row.rsplit_once("  ").map(|(before, _)| width(before));
        let starts: Vec<_> = rows.iter().map(starts).collect();
        assert!(starts.iter().all(|start| start.is_some() && *start == starts[0]), "{starts:?} {out}");
    }
}

#[test]
fn an_argument_goes_before_the_environment_and_that_before_the_file() {
    let home = Home::with("order", "language = \"en\"\ntheme = \"auto\"\n");
    let setting = |key, variables: &[(&str, &str)], args: &[&str]| home.setting(key, variables, args);
    let is = |value: &str, from: &str| (json!(value), from.to_owned());
    assert_eq!(setting("language", &[], &[]), is("en", "file 1"));
    assert_eq!(setting("language", &[("LANG", "zh_CN.UTF-8")], &[]), is("zh", "environment LANG"));
    assert_eq!(setting("language", &[("LC_MESSAGES", "zh_CN")], &[]), is("zh", "environment LC_MESSAGES"));
    assert_eq!(setting("language", &[("LC_ALL", "zh_CN"), ("LANG", "en_GB")], &[]), is("zh", "environment LC_ALL"));
    assert_eq!(setting("language", &[("LC_ALL", "en_GB")], &["--lang", "zh"]), is("zh", "argument --lang"));
    assert_eq!(setting("language", &[("LC_ALL", "C")], &[]), is("en", "file 1"));
    // The locale is asked, and names no language.
    assert_eq!(setting("language", &[], &["--lang", "auto"]), is("zh", "default"));
    assert_eq!(setting("theme", &[], &[]), is("auto", "file 2"));
    assert_eq!(setting("theme", &[("NO_COLOR", "1")], &[]), is("mono", "environment NO_COLOR"));
    assert_eq!(setting("theme", &[("NO_COLOR", "")], &[]), is("auto", "file 2"));
    assert_eq!(setting("theme", &[("TERM", "dumb")], &[]), is("mono", "environment TERM"));
    assert_eq!(setting("theme", &[("NO_COLOR", "1")], &["--theme", "auto"]), is("auto", "argument --theme"));
    assert_eq!(setting("theme", &[], &["--theme", "mono"]), is("mono", "argument --theme"));
    assert_eq!(setting("theme", &[], &["--theme", "mono", "--theme", "auto"]), is("auto", "argument --theme"));
}

#[test]
fn the_switches_go_before_and_after_the_sub_command() {
    let home = Home::new("switches");
    for (key, option) in [("ascii", "--ascii"), ("mouse", "--mouse")] {
        assert_eq!(home.setting(key, &[], &[option]), (json!(true), format!("argument {option}")));
        let after = home.run(&["config", option]).out;
        assert!(after.contains(&format!("参数 {option}")), "{after}");
    }
    assert!(home.run(&["--theme", "mono", "config", "--theme", "auto"]).out.contains("auto"));
}

#[test]
fn the_language_of_the_file_is_that_of_everything() {
    let home = Home::with("language", "language = \"en\"\n");
    assert!(home.run(&["show", "review.rural.grain"]).out.starts_with("Grain output"));
    assert!(home.run(&["--help"]).out.contains("Usage:"));
    assert!(home.run(&["list", "--nope"]).err.contains("Unknown option"));
    assert!(home.run(&["show", "review.rural.grain", "--lang", "zh"]).out.starts_with("粮食产量"));
}

#[test]
fn the_folders_are_those_of_xdg() {
    let home = Home::with("xdg", "ascii = true\n");
    let path = |variables: &[(&str, &str)]| -> Value {
        let run = home.within(variables, &["config", "--format", "json"]);
        serde_json::from_str(&run.out).expect("JSON")
    };
    assert_eq!(path(&[])["config"], json!({"path": shown(&home.config()), "exists": true}));
    assert_eq!(path(&[])["state"], json!({"path": shown(&home.state()), "exists": false}));
    // Relative folders are none (XDG base directories).
    let own = path(&[("XDG_CONFIG_HOME", ""), ("XDG_STATE_HOME", "here")]);
    let inside = |rest: &str| shown(&home.0.join(rest)).to_owned();
    assert_eq!(own["config"], json!({"path": inside(".config/sulan/config.toml"), "exists": false}));
    assert_eq!(own["state"]["path"], json!(inside(".local/state/sulan/state.json")));
    let nowhere = path(&[("XDG_CONFIG_HOME", ""), ("XDG_STATE_HOME", ""), ("HOME", "here")]);
    assert_eq!(nowhere["config"], json!({"path": null, "exists": false}));
}

#[test]
fn every_pane_can_be_the_first() {
    assert_eq!(Pane::ALL.map(Pane::id), PANES);
    assert!(Pane::ALL.into_iter().all(|pane| Pane::from_id(pane.id()) == Some(pane)));
}

#[test]
fn what_has_no_use_for_an_option_says_so() {
    let home = Home::new("stray");
    for (args, zh, en) in [
        (&["--ascii", "list"][..], "--ascii 只用于浏览，不能与 list 同用", "--ascii is for the browser"),
        (&["list", "--theme", "mono"], "--theme 只用于浏览，不能与 list 同用", "--theme is for the browser"),
        (&["--mouse", "man"], "--mouse 只用于浏览，不能与 man 同用", "does not go with man"),
        (&["--report", "x.json", "config"], "--report 不能与 config 同用", "--report does not go with config"),
        (&["config", "--report", "x.json"], "--report 不能与 config 同用", "--report does not go with config"),
        (
            &["--theme", "dark"],
            "--theme 不支持 dark；可用 auto、mono。",
            "--theme does not take \"dark\"; it takes auto, mono.",
        ),
        (&["config", "--format", "csv"], "可用 text、json。", "it takes text, json."),
        (&["config", "theme"], "config 后面不能有“theme”；请去掉它。", "config takes no \"theme\"; leave it out."),
        (&["--ascii=yes"], "--ascii 不带值", "--ascii takes no value"),
    ] {
        let run = home.run(args);
        assert_eq!((run.status, run.out.as_str(), run.err.lines().count()), (2, "", 1), "{args:?}: {}", run.err);
        assert!(run.err.contains(zh), "{}", run.err);
        let run = home.within(&[("LANG", "en_GB.UTF-8")], args);
        assert!(run.status == 2 && run.err.contains(en), "{}", run.err);
    }
}
