//! The line on standard error that tells how far the reading of many reports has come: on a terminal only, and only
//! where it takes long enough to be asked for. It is gone before anything else is said.

use std::io::{self, Stderr, Write};
use std::time::{Duration, Instant};

use crate::text::{Bilingual, Lang, grouped};

/// So long nobody asks how far it is.
const PATIENCE: Duration = Duration::from_millis(400);
/// The line changes no faster than it is read.
const STEP: Duration = Duration::from_millis(100);

/// The line, and when it is told next.
pub(super) struct Progress<W: Write = Stderr> {
    to: W,
    lang: Lang,
    /// `None` where nobody looks.
    next: Option<Instant>,
    told: bool,
}

impl Progress {
    /// The line on standard error, where `shows` says that a terminal is there.
    pub(super) fn new(lang: Lang, shows: bool) -> Self {
        Self::on(io::stderr(), lang, shows.then(|| Instant::now() + PATIENCE))
    }
}

impl<W: Write> Progress<W> {
    const fn on(to: W, lang: Lang, next: Option<Instant>) -> Self {
        Self { to, lang, next, told: false }
    }

    /// Tells that so many of so many reports are read, when it is time.
    pub(super) fn tell(&mut self, read: usize, total: usize) {
        let now = Instant::now();
        if self.next.is_none_or(|next| now < next) || total < 2 {
            return;
        }
        self.next = Some(now + STEP);
        self.told = true;
        let (read, total) = (grouped(read), grouped(total.max(read)));
        let line = Bilingual::new(format!("已读 {read} 份报告，共 {total} 份"), format!("{read} of {total} reports"));
        // Nobody is left to be told when standard error is closed.
        let _ = write!(self.to, "\r{}\x1b[K", line.get(self.lang)).and_then(|()| self.to.flush());
    }
}

impl<W: Write> Drop for Progress<W> {
    fn drop(&mut self) {
        if self.told {
            let _ = write!(self.to, "\r\x1b[K").and_then(|()| self.to.flush());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::Progress;
    use crate::text::Lang;

    fn told(lang: Lang, next: Option<Instant>, steps: &[(usize, usize)]) -> String {
        let mut out = Vec::new();
        let mut progress = Progress::on(&mut out, lang, next);
        for &(read, total) in steps {
            progress.tell(read, total);
        }
        drop(progress);
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn the_line_is_told_on_a_terminal_and_taken_away_at_the_end() {
        let now = Some(Instant::now());
        assert_eq!(told(Lang::En, now, &[(1204, 3004), (1205, 3004)]), "\r1,204 of 3,004 reports\x1b[K\r\x1b[K");
        assert_eq!(told(Lang::Zh, now, &[(7, 304)]), "\r已读 7 份报告，共 304 份\x1b[K\r\x1b[K");
        assert_eq!(told(Lang::En, None, &[(7, 304)]), "");
        assert_eq!(told(Lang::En, now, &[(0, 1)]), "");
    }
}
