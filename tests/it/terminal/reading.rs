//! A folder that is read while the browser is open: something is there at once, all keys work on it, what is no
//! report is named, and one can leave at any time.

use std::path::PathBuf;

use super::look::{rows, shows};
use super::session::{Locale, Session, USUAL, sulan};

/// A folder of its own with copies of the built-in report, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn of_copies(name: &str, count: usize) -> Self {
        let folder = std::env::temp_dir().join(format!("sulan-reading-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        for number in 0..count {
            let copy = include_str!("../../../assets/jilin-city-2025.json")
                .replacen("jilin-city-2025", &format!("copy-{number}"), 1)
                .replacen("吉林市", &format!("第{number}市"), 1);
            std::fs::write(folder.join(format!("{number:03}.json")), copy).expect("a file for the test");
        }
        std::fs::write(folder.join("notes.txt"), "这一份是会议的笔记，记下大家说了什么，没有别的内容。")
            .expect("a file for the test");
        Self(folder)
    }

    fn open(&self) -> Session {
        let mut command = sulan(Locale::Chinese);
        command.arg(&self.0);
        Session::start(command, USUAL)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_folder_is_searched_while_it_is_read() {
    let folder = Folder::of_copies("searched", 120);
    let mut session = folder.open();
    session.wait_for("the first report", |screen| shows(screen, "第0市"));
    session.send("/粮食产量");
    session.wait_for("hits", |screen| shows(screen, "95.28"));
    session.send("\u{3}");
    let ended = session.end();
    assert_eq!(ended.code(), Some(130));
    ended.assert_restored("Ctrl-C while a folder is read and searched");
}

#[test]
fn what_is_no_report_is_named_and_the_others_follow_each_other() {
    let folder = Folder::of_copies("followed", 30);
    let mut session = folder.open();
    // The last file: all others have been read then.
    session.wait_for("the file that is passed over", |screen| shows(screen, "notes.txt"));
    session.send("]");
    session.wait_for("the next report", |screen| shows(screen, "第1市") && shows(screen, "第 2 份，共 30 份"));
    session.send("q");
    let ended = session.end();
    assert_eq!(ended.code(), Some(0));
    assert!(rows(&ended.screen).iter().any(|row| row.contains("notes.txt")), "it is named where it stays to be read");
}

#[test]
fn one_leaves_at_once_while_it_is_read() {
    let folder = Folder::of_copies("left", 200);
    let mut session = folder.open();
    session.wait_for("the first screen", |screen| screen.alternate_screen() && !screen.contents().is_empty());
    session.send("q");
    let ended = session.end();
    assert_eq!(ended.code(), Some(0));
    ended.assert_restored("q while a folder is read");
}
