//! The last place: kept at every end, found again, and never in the way.

use std::fs;

use serde_json::{Value, json};
use vt100::MouseProtocolMode;

use super::Home;
use super::session::Session;

fn open(home: &Home, args: &[&str]) -> Session {
    Session::start(home, &[], args)
}

/// The selected entries of the only report in the state file, and its pane.
fn kept(home: &Home) -> Value {
    let state: Value = serde_json::from_slice(&fs::read(home.state()).expect("a state")).expect("JSON");
    assert_eq!(state["format"], 1);
    state["reports"][0].clone()
}

#[test]
fn the_place_is_kept_at_every_end_and_found_again() {
    for (end, status) in [("q", 0), ("\u{3}", 130), ("TERM", 143), ("HUP", 129)] {
        let home = Home::new(&format!("end-{status}"));
        let mut session = open(&home, &[]);
        session.shows("回顾");
        session.press("jjj3jj");
        if end.len() > 1 {
            // A signal may overtake keys; a key of its own is answered after them.
            session.press("?");
            session.shows("上下移动");
            session.signal(end);
        } else {
            session.press(end);
        }
        assert_eq!(session.end(), status, "{end}");
        let kept = kept(&home);
        assert_eq!(kept["report"], "jilin-city-2025");
        assert_eq!(kept["position"]["pane"], "tasks", "{end}");
        let review = kept["position"]["entries"]["review"].as_str().expect("an id").to_owned();
        assert!(review.starts_with("review."), "{review}");
        let first = fs::read(home.state()).expect("it is there");
        // Opened there again, nothing has changed, and nothing is written.
        let before = fs::metadata(home.state()).and_then(|state| state.modified()).expect("a time");
        let mut again = open(&home, &[]);
        again.shows("任务");
        again.press("q");
        assert_eq!(again.end(), 0);
        assert_eq!(fs::read(home.state()).expect("it is there"), first, "{end}");
        assert_eq!(fs::metadata(home.state()).and_then(|state| state.modified()).expect("a time"), before);
        // Nothing but the file is left in the folder.
        assert_eq!(fs::read_dir(home.0.join("state/sulan")).expect("a folder").count(), 1);
    }
}

/// Runs the browser to its first screen, presses `keys` and leaves; the state then.
fn visit(home: &Home, args: &[&str], keys: &str) {
    let mut session = open(home, args);
    session.shows("回顾");
    session.press(keys);
    session.press("q");
    assert_eq!(session.end(), 0, "{args:?}");
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let home = Home::new("unchanged");
    visit(&home, &[], "");
    assert!(!home.state().exists());
    visit(&home, &[], "jk");
    assert!(!home.state().exists());
    visit(&home, &[], "2");
    assert!(home.state().exists());
}

#[test]
fn every_pane_comes_back_with_its_entry() {
    let home = Home::new("panes");
    visit(&home, &[], "j2jj3jjj4jjjj5jjjjj");
    let first = kept(&home);
    assert_eq!(first["position"]["pane"], "compare");
    assert_eq!(first["position"]["entries"].as_object().map(serde_json::Map::len), Some(6));
    visit(&home, &[], "1j");
    let second = kept(&home);
    assert_eq!(second["position"]["pane"], "review");
    for pane in ["honours", "tasks", "targets", "compare"] {
        assert_eq!(second["position"]["entries"][pane], first["position"]["entries"][pane], "{pane}");
    }
    assert_ne!(second["position"]["entries"]["review"], first["position"]["entries"]["review"]);
}

#[test]
fn a_start_pane_goes_before_the_last_one_and_a_search_before_both() {
    let home = Home::with("start", "start = \"targets\"\n");
    visit(&home, &[], "2jj1");
    assert_eq!(kept(&home)["position"]["pane"], "review");
    let honours = kept(&home)["position"]["entries"]["honours"].clone();
    visit(&home, &[], "");
    assert_eq!(kept(&home)["position"]["pane"], "targets");
    assert_eq!(kept(&home)["position"]["entries"]["honours"], honours);
    visit(&home, &["--find", "粮食产量"], "");
    assert_eq!(kept(&home)["position"]["pane"], "review");
    assert_eq!(kept(&home)["position"]["entries"]["review"], "review.rural.grain");
}

#[test]
fn a_damaged_state_is_as_good_as_none_and_is_replaced() {
    for (name, damage) in [
        ("empty", Vec::new()),
        ("torn", b"{\"format\": 1, \"reports\": [{\"rep".to_vec()),
        ("foreign", b"[1, 2, 3]\n".to_vec()),
        ("bytes", vec![0xff; 100]),
        ("large", vec![b' '; 1 << 20]),
        ("deep", vec![b'['; 200_000]),
    ] {
        let home = Home::new(&format!("damaged-{name}"));
        fs::create_dir_all(home.0.join("state/sulan")).expect("a folder");
        fs::write(home.state(), damage).expect("a file");
        visit(&home, &[], "");
        assert_eq!(kept(&home)["position"]["pane"], "overview", "{name}");
    }
}

#[test]
fn the_state_of_a_newer_program_is_left_as_it_is() {
    let home = Home::new("newer");
    fs::create_dir_all(home.0.join("state/sulan")).expect("a folder");
    let newer = "{\"format\": 2, \"shelves\": {\"a\": 1}}";
    fs::write(home.state(), newer).expect("a file");
    visit(&home, &[], "4j");
    assert_eq!(fs::read_to_string(home.state()).expect("it is there"), newer);
}

#[test]
fn a_state_file_that_is_a_link_stays_one() {
    for there in [true, false] {
        let home = Home::new(&format!("linked-{there}"));
        let kept_at = home.0.join("dotfiles/state.json");
        if there {
            fs::create_dir_all(home.0.join("dotfiles")).expect("a folder");
            fs::write(&kept_at, "{\"format\": 1, \"reports\": []}").expect("a file");
        }
        fs::create_dir_all(home.0.join("state/sulan")).expect("a folder");
        std::os::unix::fs::symlink("../../dotfiles/state.json", home.state()).expect("a link");
        visit(&home, &[], "4");
        assert!(fs::symlink_metadata(home.state()).expect("it is there").is_symlink());
        assert!(fs::read_to_string(&kept_at).expect("it is there").contains("targets"));
        assert_eq!(fs::read_dir(home.0.join("state/sulan")).expect("a folder").count(), 1, "nothing is left behind");
    }
}

#[test]
fn ids_that_the_report_no_longer_has_do_no_harm() {
    let home = Home::new("gone");
    fs::create_dir_all(home.0.join("state/sulan")).expect("a folder");
    let entries = json!({"review": "review.gone", "tasks": "", "nowhere": "x", "honours": "honours.energy-saving"});
    let report = json!({"report": "jilin-city-2025", "position": {"pane": "nowhere", "entries": entries}, "more": 1});
    let other = json!({"report": "other", "position": {"pane": "tasks", "entries": {}}});
    let state = json!({"format": 1, "reports": [other, report]});
    fs::write(home.state(), state.to_string()).expect("a file");
    visit(&home, &[], "4");
    let all: Value = serde_json::from_slice(&fs::read(home.state()).expect("a state")).expect("JSON");
    assert_eq!(all["reports"][0]["report"], "jilin-city-2025");
    assert_eq!(all["reports"][0]["position"]["pane"], "targets");
    assert_eq!(all["reports"][0]["position"]["entries"]["honours"], "honours.energy-saving");
    // What is kept of other reports stays.
    assert_eq!(all["reports"][1], other);
}

#[test]
fn a_state_that_cannot_be_written_stops_nothing() {
    // A file where the folder should be; a folder where the file should be; no home at all.
    let home = Home::new("unwritable");
    fs::write(home.0.join("state"), "in the way").expect("a file");
    visit(&home, &[], "2");
    let home = Home::new("in-the-way");
    fs::create_dir_all(home.state().join("x")).expect("a folder");
    visit(&home, &[], "2");
    assert!(home.state().join("x").is_dir());
    assert_eq!(fs::read_dir(home.0.join("state/sulan")).expect("a folder").count(), 1);
    let home = Home::new("homeless");
    let mut session =
        Session::start(&home, &[("HOME", "nowhere"), ("XDG_STATE_HOME", ""), ("XDG_CONFIG_HOME", "")], &[]);
    session.shows("回顾");
    session.press("2q");
    assert_eq!(session.end(), 0);
}

#[test]
fn reports_from_files_have_places_of_their_own() {
    let home = Home::new("files");
    let text = include_str!("../../sample.json");
    let file = |id: &str| {
        let path = home.0.join(format!("{id}.json"));
        fs::write(&path, text.replace("{id}", id)).expect("a file");
        path.to_str().expect("text").to_owned()
    };
    let (one, two) = (file("one"), file("two"));
    visit(&home, &["--report", &one], "3");
    visit(&home, &["--report", &two], "4");
    let all: Value = serde_json::from_slice(&fs::read(home.state()).expect("a state")).expect("JSON");
    let panes: Vec<_> = all["reports"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|kept| [&kept["report"], &kept["position"]["pane"]])
        .collect();
    assert_eq!(panes, [[&json!("two"), &json!("targets")], [&json!("one"), &json!("tasks")]]);
}

#[test]
fn the_first_screen_looks_as_it_is_set() {
    let home = Home::with("looks", "theme = \"mono\"\nascii = true\nlanguage = \"en\"\nmouse = true\nwrong = 1\n");
    let has_colour = |screen: &vt100::Screen| {
        let cells = (0..24).flat_map(|row| (0..80).filter_map(move |column| screen.cell(row, column)));
        cells.into_iter().any(|cell| cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default)
    };
    let session = open(&home, &[]);
    let text = session.shows("Review");
    session.wait(|screen| !has_colour(screen) && screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    assert!(!text.chars().any(|c| "●○│─█▏…“”".contains(c)), "{text}");
    finish(session);
    let session = open(&home, &["--theme", "auto", "--lang", "zh"]);
    session.shows("回顾");
    session.wait(has_colour);
    // The wrong line was told before the screen opened, and stands there when it has closed.
    let mut session = session;
    session.press("q");
    session
        .wait(|screen| !screen.alternate_screen() && screen.contents().replace('\n', "").contains("config.toml:5："));
    assert_eq!(session.end(), 0);
    let plain = Home::new("plain");
    let session = Session::start(&plain, &[("NO_COLOR", "1")], &["--ascii"]);
    let text = session.shows("回顾");
    session.wait(|screen| !has_colour(screen) && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    assert!(!text.chars().any(|c| "●○│─█▏…“”".contains(c)), "{text}");
    finish(session);
    let session = open(&plain, &["--mouse"]);
    session.wait(|screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    finish(session);
}

fn finish(mut session: Session) {
    session.press("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_mouse_works_from_the_start_where_the_file_says_so() {
    for (text, mode) in [("mouse = true", MouseProtocolMode::PressRelease), ("", MouseProtocolMode::None)] {
        let home = Home::with(&format!("mouse-{}", text.len()), text);
        let mut session = open(&home, &[]);
        session.wait(|screen| screen.contents().contains("回顾") && screen.mouse_protocol_mode() == mode);
        session.press("q");
        assert_eq!(session.end(), 0);
    }
}
