//! What the threads are given to do: a file, or one report of a file of JSON, some at a time, in order.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender};

use super::again::Place;
use super::files::Found;
use super::loading::Total;
use super::split::{Chunk, Next, Splitter};
use super::work::{Indexed, Job, Wish};
use crate::disk;

/// The bytes that are read from a file at once.
const BUFFER: usize = 1 << 16;
/// How much of a file tells that it is JSON.
const HEAD: usize = 256;
/// The first parcels are small, so that something is there at once; the others as large as a segment of the search.
const PARCELS: [usize; 4] = [1, 4, 16, 32];
/// So many reports are one parcel where none is searched: those on their way are all in memory.
const UNSEARCHED: usize = 8;
/// Files that are no larger together are one parcel: they are read before any of them is shown.
const SMALL: u64 = 256 << 10;

/// Some jobs with their place in the order.
pub(super) type Parcel = (usize, Vec<Job>);

/// Packs jobs and hands them out, as far as what was handed out before has come back.
pub(super) struct Feed {
    jobs: SyncSender<Parcel>,
    returned: Receiver<()>,
    total: Total,
    wish: Arc<Wish>,
    parcel: Vec<Job>,
    number: usize,
    /// Whether one more parcel is wanted.
    wanted: bool,
    small: bool,
}

/// Nobody waits for reports any more.
pub(super) struct Left;

/// Whether files are so small together that they are read at once.
pub(super) fn are_small(found: &[Found]) -> bool {
    let length = |found: &Found| std::fs::metadata(&found.path).map_or(0, |told| told.len());
    found.iter().map(length).sum::<u64>() <= SMALL
}

impl Feed {
    pub(super) fn new(
        jobs: SyncSender<Parcel>,
        returned: Receiver<()>,
        (total, small): (Total, bool),
        wish: Arc<Wish>,
    ) -> Self {
        Self { jobs, returned, total, wish, parcel: Vec::new(), number: 0, wanted: false, small }
    }

    /// Hands out all that is to be done about these files.
    pub(super) fn run(mut self, found: Vec<Found>) -> Result<(), Left> {
        for found in found {
            match Cut::of(&found, &self.wish) {
                Some(cut) => self.cut(found, cut)?,
                None => self.add(Job::File(found))?,
            }
        }
        self.hand_out()
    }

    fn cut(&mut self, found: Found, cut: Cut) -> Result<(), Left> {
        let Cut { place, mut reports } = cut;
        let (mut count, mut lines) = (0, 1);
        loop {
            match reports.next() {
                Ok(Next::Chunk(Chunk { bytes, offset })) => {
                    count += 1;
                    // What is shown first does not wait until the others are counted, nor share the processor with it.
                    if count == 2 {
                        self.wait()?;
                        lines = File::open(&found.path).map_or(1, lines_of);
                        self.total.add(lines - 1);
                    }
                    self.total.add(usize::from(count > lines));
                    self.add(Job::Part { place: Arc::clone(&place), from: found.from, offset, bytes })?;
                }
                Ok(Next::End) => return Ok(()),
                // Read as a whole it says what is wrong.
                Ok(Next::Broken) | Err(_) => return self.add(Job::File(found)),
            }
        }
    }

    fn add(&mut self, job: Job) -> Result<(), Left> {
        self.parcel.push(job);
        let most = if self.wish.indexed == Indexed::Never { UNSEARCHED } else { usize::MAX };
        let full = PARCELS.get(self.number).or(PARCELS.last()).copied().unwrap_or(1).min(most);
        if !self.small && self.parcel.len() >= full { self.hand_out() } else { Ok(()) }
    }

    /// Waits until one more parcel is wanted.
    fn wait(&mut self) -> Result<(), Left> {
        if !self.wanted {
            self.returned.recv().map_err(|_| Left)?;
            self.wanted = true;
        }
        Ok(())
    }

    fn hand_out(&mut self) -> Result<(), Left> {
        if self.parcel.is_empty() {
            return Ok(());
        }
        self.wait()?;
        self.wanted = false;
        let parcel = (self.number, std::mem::take(&mut self.parcel));
        self.number += 1;
        self.jobs.send(parcel).map_err(|_| Left)
    }
}

/// A file of JSON that is cut into its reports.
struct Cut {
    place: Arc<Place>,
    reports: Splitter<BufReader<File>>,
}

impl Cut {
    /// `None` for what is not JSON in UTF-8, and for what cannot be read in parts.
    fn of(found: &Found, wish: &Arc<Wish>) -> Option<Self> {
        if found.is_standard_input() {
            return None;
        }
        let mut file = File::open(&found.path).ok()?;
        let told = file.metadata().ok().filter(|told| told.is_file() && told.len() <= disk::LARGEST)?;
        let mut head = Vec::new();
        (&mut file).take(HEAD as u64).read_to_end(&mut head).ok()?;
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        if !head.trim_ascii_start().starts_with(b"{") && !head.trim_ascii_start().starts_with(b"[") {
            return None;
        }
        // UTF-16 without a mark begins with a brace too.
        if head.contains(&0) {
            return None;
        }
        let place = Arc::new(Place::new(&found.path, &told, wish));
        let file = File::open(&found.path).ok()?;
        Some(Self { place, reports: Splitter::new(BufReader::with_capacity(BUFFER, file)) })
    }
}

/// The number of reports that a file of JSON Lines holds, told by its lines; 1 for any other.
fn lines_of(file: File) -> usize {
    let mut reader = BufReader::with_capacity(BUFFER, file);
    let (mut begins, mut others, mut at_start) = (0, 0, true);
    while let Ok(bytes) = reader.fill_buf()
        && !bytes.is_empty()
    {
        for &byte in bytes {
            match byte {
                b'\n' => at_start = true,
                _ if !at_start || byte.is_ascii_whitespace() => {}
                b'{' => (begins, at_start) = (begins + 1, false),
                _ => (others, at_start) = (others + 1, false),
            }
        }
        let length = bytes.len();
        reader.consume(length);
    }
    if others == 0 { begins.max(1) } else { 1 }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};

    use super::lines_of;

    #[test]
    fn reports_are_counted_by_their_lines_and_other_files_are_one() {
        let path = std::env::temp_dir().join(format!("sulan-feed-{}", std::process::id()));
        for (text, count) in [
            ("{\"a\": 1}\n\n {\"b\": 2}\n{\"c\": 3}", 3),
            ("{\"a\": 1}", 1),
            ("{\n\"a\": 1\n}\n", 1),
            ("[{\"a\": 1},\n{\"b\": 2}]", 1),
            ("", 1),
        ] {
            fs::write(&path, text).expect("a file for the test");
            assert_eq!(lines_of(File::open(&path).expect("it is there")), count, "{text}");
        }
        fs::remove_file(&path).expect("the file is ours");
    }
}
