//! Exporting: the question in the last row, and what is in the files.

use serde_json::Value;
use sulan::app::{Action, Effect, Mode, Outcome};
use sulan::term::export;
use sulan::text::Lang;

use crate::common::{SIZES, Screen};
use crate::take::Folder;

/// Types a name and does what the loop does with the order.
fn write(screen: &mut Screen, name: &str) -> Outcome {
    screen.keys(&format!("<c-u>{name}<enter>"));
    answer(screen)
}

fn answer(screen: &mut Screen) -> Outcome {
    let Some(Effect::Write(order)) = screen.effect.clone() else {
        panic!("nothing is written but {:?}", screen.effect);
    };
    let outcome = export(&screen.app, &order);
    screen.app.update(Action::Done(outcome.clone()));
    screen.draw();
    outcome
}

/// Two entries with three figures, picked.
fn picked() -> Screen {
    Screen::new(80, 24).press("/双停<enter><space>/粮食产量<enter><space>")
}

#[test]
fn the_name_is_asked_in_the_last_row_with_the_cursor_in_it() {
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            let mut screen = Screen::new(width, height).lang(lang).press("e");
            assert_eq!(screen.app.mode(), Mode::Export);
            let question = if lang == Lang::Zh { "写入 1 条到：sulan.md" } else { "Write 1 entry to: sulan.md" };
            assert!(screen.footer().contains(question), "{}", screen.footer());
            let end = u16::try_from(1 + sulan::text::width(question)).expect("a short question");
            assert_eq!(screen.cursor(), Some((end, height - 1)));
            let above = screen.list();
            screen.keys("<c-u>tj<left>q.csv");
            assert!(screen.footer().contains("tq.csvj"), "{}", screen.footer());
            assert_eq!(screen.list(), above, "what is above stays");
            screen.keys("<esc>");
            assert_eq!(screen.app.mode(), Mode::Browse);
        }
    }
}

#[test]
fn a_long_name_keeps_its_cursor_in_sight() {
    let mut screen = Screen::new(40, 10).press(&format!("e<c-u>{}", "很长的文件名".repeat(20)));
    let (x, y) = screen.cursor().expect("a cursor");
    assert!(x < 40 && y == 9, "{x},{y}");
    screen.keys("<home>");
    assert_eq!(screen.cursor().map(|(_, y)| y), Some(9));
}

#[test]
fn another_end_of_the_name_is_refused_in_one_sentence_and_the_question_stays() {
    for name in ["sulan.txt", "sulan", ".md", "", "a/.csv"] {
        let mut screen = Screen::new(80, 24).press(&format!("e<c-u>{name}<enter>"));
        assert_eq!(screen.effect, Some(Effect::Draw), "{name}");
        assert_eq!(screen.app.mode(), Mode::Export);
        assert!(screen.footer().contains("文件名要以 .md、.csv 或 .json 结尾。"), "{}", screen.footer());
        screen.keys("<end>");
        assert!(screen.footer().contains("写入 1 条到："), "{}", screen.footer());
    }
}

#[test]
fn the_three_formats_hold_what_is_picked() {
    let folder = Folder::new();
    for name in ["two.md", "two.csv", "two.JSON"] {
        let mut screen = picked();
        screen.keys("e");
        assert!(screen.footer().contains("写入 2 条到："), "{}", screen.footer());
        let path = folder.at(name);
        assert_eq!(write(&mut screen, &path), Outcome::Written(2));
        assert_eq!(screen.app.mode(), Mode::Browse);
        assert!(screen.footer().contains("已写入 2 条到 "), "{}", screen.footer());
    }
    let titles: Vec<Value> = serde_json::from_str(&folder.read("two.JSON")).expect("JSON");
    let titles: Vec<&str> = titles.iter().filter_map(|entry| entry["title"]["zh"].as_str()).collect();
    assert_eq!(titles, ["盘活“双停”企业", "粮食产量"]);
    let text = folder.read("two.csv");
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row of the table")).collect();
    assert_eq!(rows.len(), 3, "one row a figure");
    assert!(rows.iter().any(|row| row.iter().any(|cell| cell == "95.28")));
    let table = folder.read("two.md");
    assert_eq!(table.lines().count(), 5, "{table}");
    assert!(table.lines().all(|line| line.starts_with("| ") && line.ends_with(" |") || line.starts_with("| ---")));
    assert_eq!(folder.names(), ["two.JSON", "two.csv", "two.md"], "nothing else is left");
}

#[test]
fn pairs_are_written_as_pairs_and_among_entries_as_their_entries() {
    let folder = Folder::new();
    let mut screen = Screen::new(80, 24).press("5<space>e");
    assert_eq!(write(&mut screen, &folder.at("pair.json")), Outcome::Written(1));
    let pairs: Vec<Value> = serde_json::from_str(&folder.read("pair.json")).expect("JSON");
    assert_eq!(pairs[0]["difference"], -2.2);
    screen.keys("2g<space>e");
    assert_eq!(write(&mut screen, &folder.at("both.json")), Outcome::Written(3));
    let entries: Vec<Value> = serde_json::from_str(&folder.read("both.json")).expect("JSON");
    let tabs: Vec<&str> = entries.iter().filter_map(|entry| entry["tab"].as_str()).collect();
    assert_eq!(tabs, ["review", "honours", "targets"]);
}

#[test]
fn a_file_that_exists_is_left_alone_unless_asked() {
    let folder = Folder::new();
    let path = folder.at("kept.md");
    std::fs::write(&path, "mine").expect("a file");
    let mut screen = picked();
    screen.keys("e");
    assert_eq!(write(&mut screen, &path), Outcome::Exists);
    assert_eq!(screen.app.mode(), Mode::Overwrite);
    screen.keys("<resize:120x24>");
    assert!(screen.footer().contains("是否覆盖？"), "{}", screen.footer());
    // Enter, a paste and other letters are no answer.
    screen.keys("<enter>Yq 是<paste:y>");
    assert_eq!(screen.app.mode(), Mode::Overwrite);
    assert_eq!(folder.read("kept.md"), "mine");
    screen.keys("n");
    assert_eq!(screen.app.mode(), Mode::Export);
    assert!(screen.app.file.text().ends_with("kept.md"), "the name is still there");
    screen.keys("<enter>");
    assert_eq!(answer(&mut screen), Outcome::Exists);
    screen.keys("y");
    assert_eq!(answer(&mut screen), Outcome::Written(2));
    assert!(folder.read("kept.md").contains("粮食产量"));
    assert_eq!(folder.names(), ["kept.md"]);
}

#[test]
fn what_cannot_be_written_is_one_sentence_and_leaves_nothing() {
    let folder = Folder::new();
    std::fs::create_dir(folder.0.join("folder.md")).expect("a folder");
    for (name, zh, en) in [
        ("none/a.md", "没有写入：没有这个文件夹，请检查路径：", "Not written: no such folder; check the path: "),
        ("folder.md", "没有写入：不是普通文件", "Not written: it is not a plain file"),
    ] {
        for (lang, said) in [(Lang::Zh, zh), (Lang::En, en)] {
            let mut screen = Screen::new(132, 40).lang(lang).press("e");
            let path = folder.at(name);
            assert!(matches!(write(&mut screen, &path), Outcome::Unwritten(_)));
            assert_eq!(screen.app.mode(), Mode::Export, "another name can be tried");
            assert!(screen.app.notice().is_some_and(|notice| notice.contains(said)));
        }
    }
    assert_eq!(folder.names(), ["folder.md"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_told() {
    use std::os::unix::fs::PermissionsExt;
    // The system's own folder of processes takes no files, from no user.
    let folder = if cfg!(target_os = "linux") { "/proc/self".to_owned() } else { Folder::new().at("") };
    if !cfg!(target_os = "linux") {
        std::fs::set_permissions(&folder, PermissionsExt::from_mode(0o555)).expect("a folder of ours");
    }
    let mut screen = Screen::new(80, 24).press("e");
    assert!(matches!(write(&mut screen, &format!("{folder}/sulan.md")), Outcome::Unwritten(_)));
}

#[test]
fn the_last_row_shortens_the_name_and_never_the_news() {
    let name = "/home/user/Documents/reports/2025/政府工作报告/government-work-report.md";
    for (width, lang, said) in [
        (80, Lang::Zh, "没有写入：没有这个文件夹，请检查路径：…"),
        (80, Lang::En, "Not written: no such folder; check the path: …"),
        (40, Lang::Zh, "没有写入：没有这个文件夹：…"),
        (40, Lang::En, "Not written: no such folder"),
    ] {
        let mut screen = Screen::new(width, 24).lang(lang).press("e");
        assert!(matches!(write(&mut screen, name), Outcome::Unwritten(_)));
        screen.draw();
        let footer = screen.footer();
        assert!(footer.trim().starts_with(said), "{footer}");
        assert!(width == 40 || footer.ends_with("government-work-report.md"), "{footer}");
        // What was written, and the question whether to write over, keep the end of the name too.
        screen.keys("<end>");
        screen.app.update(sulan::app::Action::Done(Outcome::Exists));
        screen.draw();
        let footer = screen.footer();
        let asked = if lang == Lang::Zh { "report.md，是否覆盖？" } else { "report.md exists. Overwrite?" };
        assert!(footer.contains(asked) || width == 40, "{footer}");
        assert!(footer.contains("y ") || width == 40, "the answer is in sight: {footer}");
        screen.app.update(sulan::app::Action::Done(Outcome::Written(3)));
        screen.draw();
        let wrote = if lang == Lang::Zh { "已写入 3 条到 …" } else { "Wrote 3 entries to …" };
        let footer = screen.footer();
        assert!(footer.trim().starts_with(wrote) && footer.ends_with("report.md"), "{footer}");
    }
}
