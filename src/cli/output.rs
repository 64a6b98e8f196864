//! Standard output through one buffer, and sentences to standard error.
//! A reader that leaves a pipe early is no fault; a full disk is.

use std::io::{self, BufWriter, ErrorKind, Write};

use super::Status;
use crate::disk::{self, Refusal};
use crate::text::{Bilingual, Lang, clean};

/// Standard output.
pub(super) struct Output {
    lang: Lang,
}

impl Output {
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// Writes what `print` writes; the status is `status` unless writing fails.
    pub(super) fn write(&self, status: Status, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Status {
        let mut out = BufWriter::new(io::stdout().lock());
        match print(&mut out).and_then(|()| out.flush()) {
            Ok(()) => status,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                // Dropping the buffer would try the closed pipe once more.
                drop(out.into_parts());
                status
            }
            Err(error) => {
                drop(out.into_parts());
                told(&[unwritable(&error).get(self.lang).to_owned()], Status::Data)
            }
        }
    }
}

fn unwritable(error: &io::Error) -> Bilingual {
    let Refusal { what, mend } = disk::refused(error);
    Bilingual::new(
        format!("输出没有写完：{}；{}。", what.get(Lang::Zh), mend.get(Lang::Zh)),
        format!("The output is incomplete: {}; {}.", what.get(Lang::En), mend.get(Lang::En)),
    )
}

/// Writes `lines` to standard error, each after the program's name and without
/// what could steer a terminal; returns `status`.
pub(super) fn told(lines: &[String], status: Status) -> Status {
    let mut err = io::stderr().lock();
    for line in lines {
        // Nobody is left to be told when standard error is closed.
        let _ = writeln!(err, "sulan: {}", clean(line));
    }
    status
}
