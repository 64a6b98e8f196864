//! Exporting: written to a temporary file beside its place, then put there in one step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::app::{App, Form, Item, Order, Outcome};
use crate::print::{self, Entries, Item as Printed, Pairs};
use crate::report::Pair;
use crate::text::Bilingual;

/// Writes what an order asks for.
pub fn export(app: &App, order: &Order) -> Outcome {
    let path = expanded(&order.name);
    match save(&path, order.over, |out| print(app, order, out)) {
        Ok(Saved::Written) => Outcome::Written(order.items.len()),
        Ok(Saved::Exists) => Outcome::Exists,
        Err(error) => Outcome::Unwritten(sentence(&error, &order.name)),
    }
}

/// The path that a name means: `~` is the user's own folder.
fn expanded(name: &str) -> PathBuf {
    let rest = name.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(std::path::is_separator));
    match rest.zip(std::env::home_dir()) {
        Some((rest, home)) => home.join(rest.trim_start_matches(std::path::is_separator)),
        None => PathBuf::from(name),
    }
}

fn print(app: &App, order: &Order, out: &mut dyn Write) -> io::Result<()> {
    let library = &app.library;
    let entry = |item: &Item| if let Item::Entry(at) = item { library.get(*at) } else { None };
    let pair = |item: &Item| if let Item::Pair(at) = item { app.joined.pairs.get(*at).cloned() } else { None };
    let entries: Vec<Printed<'_>> = order.items.iter().filter_map(entry).map(Printed::of).collect();
    let pairs: Vec<Pair> = order.items.iter().filter_map(pair).collect();
    if pairs.is_empty() {
        let entries = Entries { library, items: &entries, ranked: false };
        return match order.form {
            Form::Markdown => print::markdown::entries(out, &entries, app.lang),
            Form::Csv => print::csv::entries(out, &entries, false),
            Form::Json => print::json::entries(out, &entries),
        };
    }
    let pairs = Pairs { library, pairs: &pairs };
    match order.form {
        Form::Markdown => print::markdown::pairs(out, &pairs, app.lang),
        Form::Csv => print::csv::pairs(out, &pairs, false),
        Form::Json => print::json::pairs(out, &pairs),
    }
}

/// What became of a file.
#[derive(Debug, PartialEq, Eq)]
enum Saved {
    Written,
    /// It was there before and was left alone.
    Exists,
}

/// Puts `content` at `path`; over a file that is there only when `over`. On an
/// error nothing is changed and nothing left behind.
fn save(path: &Path, over: bool, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<Saved> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => return Err(ErrorKind::IsADirectory.into()),
        Ok(_) if !over => return Ok(Saved::Exists),
        _ => {}
    }
    // A link keeps pointing where it did: its file is replaced, not the link.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (draft, file) = draft_beside(&place)?;
    let saved = fill_and_close(file, content).and_then(|()| put(&draft, &place, over));
    if !matches!(saved, Ok(Saved::Written)) {
        // The first error is the one to tell; a draft that cannot be removed has no name a user would know.
        let _ = fs::remove_file(&draft);
    }
    saved
}

/// A new file in the folder of `place`, hidden and named after it.
fn draft_beside(place: &Path) -> io::Result<(PathBuf, File)> {
    let name = place.file_name().ok_or(ErrorKind::InvalidFilename)?.to_string_lossy().into_owned();
    let draft = place.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let file = OpenOptions::new().write(true).create_new(true).open(&draft)?;
    Ok((draft, file))
}

fn fill_and_close(file: File, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    content(&mut out)?;
    out.flush()?;
    // Some disks say only now that they are full.
    out.get_ref().sync_all()
}

/// Gives the draft its name.
fn put(draft: &Path, place: &Path, over: bool) -> io::Result<Saved> {
    if over {
        if let Ok(found) = fs::metadata(place) {
            // A file that others may read stays one; where that fails the content still counts.
            let _ = fs::set_permissions(draft, found.permissions());
        }
        return fs::rename(draft, place).map(|()| Saved::Written);
    }
    // Unlike a rename, a link never takes the place of a file that has come in the meantime.
    match fs::hard_link(draft, place) {
        Ok(()) => fs::remove_file(draft).map(|()| Saved::Written),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Saved::Exists),
        // Not every disk knows links.
        Err(_) => fs::rename(draft, place).map(|()| Saved::Written),
    }
}

/// One sentence for the last row.
fn sentence(error: &io::Error, name: &str) -> Bilingual {
    let said =
        |zh: &str, en: &str| Bilingual::new(format!("没有写入 {name}：{zh}。"), format!("{name} not written: {en}."));
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => said("磁盘已满", "the disk is full"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            said("这个文件夹不能写入", "the folder cannot be written to")
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory => said("没有这个文件夹", "there is no such folder"),
        ErrorKind::IsADirectory => said("它不是普通文件", "it is not a plain file"),
        ErrorKind::InvalidFilename => said("文件名不能用", "the name cannot be used"),
        _ => match error.raw_os_error() {
            Some(code) => said(&format!("系统错误 {code}"), &format!("system error {code}")),
            None => said("写入出错", "writing failed"),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{ErrorKind, Write};
    use std::path::PathBuf;

    use super::{Saved, save};

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("sulan-save-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        folder
    }

    fn names(folder: &PathBuf) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_disk_that_fills_up_leaves_what_was_there() {
        let folder = folder("full");
        let full = |out: &mut dyn Write| {
            out.write_all(&[b'x'; 100_000])?;
            Err(ErrorKind::StorageFull.into())
        };
        let new = folder.join("new.md");
        assert_eq!(save(&new, false, full).expect_err("the disk is full").kind(), ErrorKind::StorageFull);
        assert!(names(&folder).is_empty());
        fs::write(&new, "mine").expect("a file");
        assert_eq!(save(&new, true, full).expect_err("the disk is full").kind(), ErrorKind::StorageFull);
        assert_eq!(fs::read_to_string(&new).expect("it is there"), "mine");
        assert_eq!(names(&folder), ["new.md"]);
        fs::remove_dir_all(folder).expect("the folder is ours");
    }

    #[test]
    fn a_file_that_comes_in_the_meantime_is_left_alone() {
        let folder = folder("meantime");
        let place = folder.join("a.md");
        let saved = save(&place, false, |out| {
            fs::write(&place, "theirs")?;
            out.write_all(b"ours")
        });
        assert_eq!(saved.expect("no error"), Saved::Exists);
        assert_eq!(fs::read_to_string(&place).expect("it is there"), "theirs");
        assert_eq!(names(&folder), ["a.md"]);
        fs::remove_dir_all(folder).expect("the folder is ours");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_keeps_pointing_where_it_did() {
        let folder = folder("link");
        let (real, link) = (folder.join("real.md"), folder.join("link.md"));
        fs::write(&real, "old").expect("a file");
        std::os::unix::fs::symlink(&real, &link).expect("a link");
        assert_eq!(save(&link, true, |out| out.write_all(b"new")).expect("it is written"), Saved::Written);
        assert_eq!(fs::read_to_string(&real).expect("it is there"), "new");
        assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
        fs::remove_dir_all(folder).expect("the folder is ours");
    }
}
