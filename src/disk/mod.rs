//! Files: read with a bound, written whole or not at all, links followed; and what a refusal of the system
//! means in words.

mod refusal;

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

pub(crate) use refusal::{Refusal, refused};

/// The most bytes that are read of a file: more than all reports of all cities have together.
pub(crate) const LARGEST: u64 = 512 << 20;

/// The links that are followed one after another; the systems follow 32 to 40.
const LINKS: usize = 40;

/// How many drafts are tried that an earlier run may have left behind.
const DRAFTS: usize = 100;

/// All of a file.
///
/// # Errors
/// Those of the system; [`ErrorKind::FileTooLarge`] beyond `most` bytes, [`ErrorKind::InvalidData`] where
/// a device gives nothing but zeros.
pub(crate) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let told = file.metadata()?;
    if told.is_file() && told.len() > most {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let mut file = file.take(most + 1);
    let mut bytes = Vec::with_capacity(usize::try_from(told.len()).map_or(0, |len| len + 1));
    if !told.is_file() {
        // Before /dev/zero fills the memory up to the bound.
        (&mut file).take(1 << 12).read_to_end(&mut bytes)?;
        if !bytes.is_empty() && bytes.iter().all(|&byte| byte == 0) {
            return Err(ErrorKind::InvalidData.into());
        }
    }
    file.read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// All that a pipe gives.
///
/// # Errors
/// Those of the system; [`ErrorKind::FileTooLarge`] beyond `most` bytes.
pub(crate) fn read_all(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Whether a file may be put in the place of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// What is there is replaced.
    Write,
    /// What is there stays.
    Keep,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// It holds the content.
    Written,
    /// It was there before and was left alone.
    Exists,
}

/// Puts `content` at `path`, or where a link there leads to: written beside it under another name, then
/// put there in one step. On an error nothing is changed and nothing left behind.
///
/// # Errors
/// Those of the system and of `content`.
pub(crate) fn save(
    path: &Path,
    over: Over,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<Saved> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => return Err(ErrorKind::IsADirectory.into()),
        Ok(_) if over == Over::Keep => return Ok(Saved::Exists),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let place = followed(path);
    let (draft, file) = draft_beside(&place)?;
    let saved = fill_and_close(file, content).and_then(|()| put(&draft, &place, over));
    if !matches!(saved, Ok(Saved::Written)) {
        // The first error is the one to tell; a draft that cannot be removed has no name a user would know.
        let _ = fs::remove_file(&draft);
    }
    saved
}

/// Where the links at `path` end, even if nothing is there yet.
pub(crate) fn followed(path: &Path) -> PathBuf {
    let mut place = path.to_owned();
    for _ in 0..LINKS {
        let Ok(to) = fs::read_link(&place) else { break };
        // A link may be told from the folder it is in.
        place = place.parent().unwrap_or(Path::new("")).join(to);
    }
    place
}

/// A new file in the folder of `place`, hidden. Its name is short whatever the other one is: names have
/// a bound, and that of a file may use it up.
fn draft_beside(place: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = 0;
    loop {
        let draft = place.with_file_name(format!(".sulan-{}-{number}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&draft) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < DRAFTS => number += 1,
            opened => return opened.map(|file| (draft, file)),
        }
    }
}

fn fill_and_close(file: File, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    content(&mut out)?;
    out.flush()?;
    // Some disks say only now that they are full.
    out.get_ref().sync_all()
}

/// Gives the draft its name.
fn put(draft: &Path, place: &Path, over: Over) -> io::Result<Saved> {
    if over == Over::Write {
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
        // A name may be too long, and not every disk knows links.
        Err(error) if error.kind() == ErrorKind::InvalidFilename => Err(error),
        Err(_) => fs::rename(draft, place).map(|()| Saved::Written),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{ErrorKind, Write};
    use std::path::{Path, PathBuf};

    use super::{Over, Saved, read, save};
    use crate::text::Lang;

    /// A folder of its own for one test.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("sulan-disk-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("it is there").filter_map(Result::ok);
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_disk_that_fills_up_leaves_what_was_there() {
        let folder = folder("full");
        let full = |out: &mut dyn Write| {
            out.write_all(&vec![b'x'; 100_000])?;
            Err(ErrorKind::StorageFull.into())
        };
        let new = folder.join("new.md");
        assert_eq!(save(&new, Over::Keep, full).expect_err("the disk is full").kind(), ErrorKind::StorageFull);
        assert!(names(&folder).is_empty());
        fs::write(&new, "mine").expect("a file");
        assert_eq!(save(&new, Over::Write, full).expect_err("the disk is full").kind(), ErrorKind::StorageFull);
        assert_eq!(fs::read_to_string(&new).expect("it is there"), "mine");
        assert_eq!(names(&folder), ["new.md"]);
        fs::remove_dir_all(folder).expect("the folder is ours");
    }

    #[test]
    fn a_file_that_comes_in_the_meantime_is_left_alone() {
        let folder = folder("meantime");
        let place = folder.join("a.md");
        let saved = save(&place, Over::Keep, |out| {
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
    fn what_a_link_names_is_written_and_the_link_stays() {
        use std::os::unix::fs::symlink;
        let folder = folder("links");
        fs::create_dir(folder.join("far")).expect("a folder");
        fs::write(folder.join("far/real.md"), "old").expect("a file");
        symlink(folder.join("far/real.md"), folder.join("there.md")).expect("a link");
        // To a file that is not there yet, told from where the link is, over another link.
        symlink("far/new.md", folder.join("dangling.md")).expect("a link");
        symlink("dangling.md", folder.join("twice.md")).expect("a link");
        for (link, over, real) in [("there.md", Over::Write, "far/real.md"), ("twice.md", Over::Keep, "far/new.md")] {
            let saved = save(&folder.join(link), over, |out| out.write_all(b"new"));
            assert_eq!(saved.expect("it is written"), Saved::Written, "{link}");
            assert_eq!(fs::read_to_string(folder.join(real)).expect("it is there"), "new", "{link}");
            assert!(fs::symlink_metadata(folder.join(link)).expect("it is there").is_symlink(), "{link}");
        }
        assert_eq!(names(&folder.join("far")).len(), 2);
        let refused = |link: &str| save(&folder.join(link), Over::Write, |out| out.write_all(b"new"));
        symlink("loop.md", folder.join("loop.md")).expect("a link");
        let error = refused("loop.md").expect_err("nothing is there");
        assert_eq!(super::refused(&error).what.get(Lang::En), "its links form a loop");
        symlink("none/a.md", folder.join("nowhere.md")).expect("a link");
        assert_eq!(refused("nowhere.md").expect_err("no folder").kind(), ErrorKind::NotFound);
        fs::remove_dir_all(folder).expect("the folder is ours");
    }

    #[test]
    fn a_name_may_be_as_long_as_names_can_be() {
        let folder = folder("long");
        // 255 bytes, the most that most systems take.
        let name = format!("{}.md", "粮".repeat(84));
        for over in [Over::Keep, Over::Write] {
            let saved = save(&folder.join(&name), over, |out| out.write_all(b"x"));
            assert_eq!(saved.expect("it is written"), Saved::Written);
        }
        assert_eq!(names(&folder), std::slice::from_ref(&name));
        if cfg!(unix) {
            let error = save(&folder.join(format!("a{name}")), Over::Keep, |out| out.write_all(b"x"));
            let error = error.expect_err("one byte too many");
            assert_eq!(super::refused(&error).what.get(Lang::En), "the name is too long");
            assert_eq!(names(&folder), [name]);
        }
        fs::remove_dir_all(folder).expect("the folder is ours");
    }

    #[test]
    fn a_draft_that_was_left_behind_is_no_hindrance() {
        let folder = folder("left");
        fs::write(folder.join(format!(".sulan-{}-0.tmp", std::process::id())), "").expect("a file");
        let saved = save(&folder.join("a.md"), Over::Keep, |out| out.write_all(b"x"));
        assert_eq!(saved.expect("it is written"), Saved::Written);
        fs::remove_dir_all(folder).expect("the folder is ours");
    }

    #[test]
    fn nothing_is_read_beyond_the_bound() {
        let folder = folder("bound");
        let file = folder.join("a");
        fs::write(&file, "12345").expect("a file");
        assert_eq!(read(&file, 5).expect("it fits"), b"12345");
        assert_eq!(read(&file, 4).expect_err("it does not").kind(), ErrorKind::FileTooLarge);
        if cfg!(target_os = "linux") {
            let error = read(Path::new("/dev/zero"), super::LARGEST).expect_err("it has no end");
            assert_eq!(error.kind(), ErrorKind::InvalidData);
            let error = read(Path::new("/dev/urandom"), 1 << 20).expect_err("it has no end");
            assert_eq!(error.kind(), ErrorKind::FileTooLarge);
        }
        fs::remove_dir_all(folder).expect("the folder is ours");
    }
}
