//! Files that are read by threads: the same for any number of them, and told when they change.

use std::fs;
use std::path::PathBuf;

use super::{Indexed, Loading, Wish, find};
use crate::library::{Library, ReportId};
use crate::search::Index;
use crate::text::Lang;

/// A folder of its own with copies of the built-in report, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn of_copies(name: &str, count: usize) -> Self {
        let folder = std::env::temp_dir().join(format!("sulan-loader-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        for number in 0..count {
            let id = format!("copy-{number}");
            let copy = include_str!("../../assets/jilin-city-2025.json").replacen("jilin-city-2025", &id, 1);
            fs::write(folder.join(format!("{number:03}.json")), copy).expect("a file for the test");
        }
        Self(folder)
    }

    fn read(&self, threads: usize) -> Library {
        let lexicon = Library::built_in_lexicon();
        let mut library = Library::empty(lexicon.clone());
        let wish = Wish { lexicon, indexed: Indexed::Read, ..Wish::default() };
        let mut loading = Loading::start(find([&self.0]).found, wish, threads);
        loading.go_on();
        while let Some(loaded) = loading.next() {
            assert!(loaded.faults.is_empty() && loaded.passed.is_empty() && loaded.part.is_some());
            assert!(library.add(loaded.batch).is_empty());
        }
        library
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn reports_come_in_the_order_of_their_files_for_any_number_of_threads() {
    let folder = Folder::of_copies("threads", 90);
    let expected: Vec<String> = (0..90).map(|number| format!("copy-{number}")).collect();
    for threads in [1, 2, 7] {
        let library = folder.read(threads);
        assert_eq!(library.heads().map(|(_, head)| head.id.clone()).collect::<Vec<_>>(), expected, "{threads}");
    }
}

#[test]
fn what_is_shown_first_is_indexed_behind_it() {
    let folder = Folder::of_copies("shown", 40);
    let lexicon = Library::built_in_lexicon();
    let mut library = Library::empty(lexicon.clone());
    let wish = Wish { lexicon, indexed: Indexed::Shown, ..Wish::default() };
    let mut loading = Loading::start(find([&folder.0]).found, wish, 2);
    let first = loading.next().expect("there are files");
    assert!(first.part.is_none(), "nobody waits for the index of what is shown first");
    library.add(first.batch);
    assert_eq!(library.count(), 1);
    loading.go_on();
    let mut index = Index::default();
    while let Some(loaded) = loading.next() {
        index.push(loaded.part.expect("all is indexed"));
        library.add(loaded.batch);
    }
    assert_eq!((library.count(), index.len()), (40, library.len()));
    let reports: Vec<ReportId> = index.search("粮食产量").hits().map(|hit| hit.entry.report).collect();
    assert!(library.ids().all(|id| reports.contains(&id)), "every report is found");
}

#[test]
fn a_file_that_changed_since_says_so() {
    let folder = Folder::of_copies("changed", 60);
    let library = folder.read(2);
    // Of so many reports the first ones are no longer in memory.
    let first = library.open(ReportId(0)).expect("it can be read again");
    assert_eq!(first.id(), "copy-0");
    fs::write(folder.0.join("000.json"), "{}").expect("the file is ours");
    assert!(library.open(ReportId(0)).is_none() && library.open(ReportId(1)).is_some());
    let lost = library.lost();
    assert_eq!(lost.len(), 1);
    assert!(lost.iter().all(|fault| fault.sentence(Lang::En).ends_with("since it was opened; open it anew.")));
    assert!(library.lost().is_empty(), "it is told once");
    fs::remove_file(folder.0.join("001.json")).expect("the file is ours");
    assert!(library.open(ReportId(1)).is_none() && library.lost().len() == 1);
}

#[test]
fn nothing_is_read_behind_what_is_shown_first_until_it_is_wanted() {
    let folder = Folder::of_copies("waits", 0);
    let copies = (0..6).map(|number| {
        let text = include_str!("../../assets/jilin-city-2025.json");
        text.replacen("jilin-city-2025", &format!("copy-{number}"), 1).replace('\n', " ") + "\n"
    });
    fs::write(folder.0.join("all.jsonl"), copies.collect::<String>()).expect("a file for the test");
    let lexicon = Library::built_in_lexicon();
    let mut library = Library::empty(lexicon.clone());
    let wish = Wish { lexicon, ..Wish::default() };
    let mut loading = Loading::start(find([&folder.0]).found, wish, 2);
    assert!(!loading.is_small(), "a small file is read as a whole");
    library.add(loading.next().expect("a report").batch);
    // Long enough for a thread that would not wait to have counted the lines.
    std::thread::sleep(std::time::Duration::from_millis(60));
    assert_eq!((library.count(), loading.expected()), (1, 1));
    loading.go_on();
    while let Some(loaded) = loading.next() {
        library.add(loaded.batch);
    }
    assert_eq!((library.count(), loading.expected()), (6, 6));
}
