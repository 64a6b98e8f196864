//! Reports that come while the browser is open.

use std::sync::Arc;

use super::notice::Notice;
use super::searching::SearchNews;
use super::state::App;
use crate::library::Batch;
use crate::report::Lexicon;
use crate::search::{Index, Part};
use crate::text::{Bilingual, Label, Lang, grouped, several};

/// The cells of a window from which on the last row has room for whole words beside its keys.
const NARROW: u16 = 60;
const READING: Label = Label::new("正在读其余的报告", "reading the other reports");

/// What is known of files that are being read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The number of reports that there will be, while they are read.
    total: Option<usize>,
    /// What is said of files that are no reports.
    passed: Vec<Bilingual>,
}

impl App {
    /// Sets what is searched, where it is made while reports are read.
    pub fn set_index(&mut self, index: Index) {
        self.searching.set_index(index);
    }

    /// Says how many reports there will be while they are read; `None` when all have been.
    pub fn set_total(&mut self, total: Option<usize>) {
        self.reading.total = total;
    }

    /// Takes in reports that have been read, behind the others.
    pub fn add_reports(&mut self, batch: Batch, part: Option<Part>, lexicon: Option<Arc<Lexicon>>) {
        if let Some(lexicon) = lexicon {
            if let Some(shown) = &mut self.shown {
                shown.set_lexicon(Arc::clone(&lexicon));
            }
            self.library.set_lexicon(lexicon);
        }
        if let Some(shown) = &mut self.shown {
            shown.add(batch.clone());
        }
        let known = self.library.count();
        // In a folder two reports with one id are no fault: the later one is numbered.
        self.library.add(batch);
        self.learn_history(known);
        self.grow_views();
        if let Some(part) = part {
            self.hear(SearchNews::Indexed(Box::new(part)));
        }
        self.settle();
    }

    /// Says that files are passed over.
    pub fn pass_over(&mut self, files: Vec<Bilingual>) {
        let last = files.last().map(|last| last.get(self.lang).to_owned());
        self.reading.passed.extend(files);
        // The whole sentence is said again when the program ends.
        let news = match (self.lang, self.reading.passed.len()) {
            (Lang::Zh, count) => format!("略过 {count} 个文件，退出时列出"),
            (Lang::En, count) => format!("{} passed over, named at the end", several(count, "file", "files")),
        };
        if last.is_some() {
            self.notice = Some(Notice { longer: last, ..news.into() });
        }
    }

    /// What was said of files that are no reports.
    pub fn passed_over(&self) -> &[Bilingual] {
        &self.reading.passed
    }

    /// Whether reports are still to come.
    pub(super) fn is_reading(&self) -> bool {
        self.reading.total.is_some()
    }

    /// How far the reading has come, while it goes on.
    pub fn progress(&self) -> Option<String> {
        let total = self.reading.total?;
        let read = self.library.count();
        // Beside the keys of a narrow window there is little room.
        let narrow = self.size.0 < NARROW;
        if total <= read {
            let said = if narrow { Label::new("在读", "reading") } else { READING };
            return Some(said.get(self.lang).to_owned());
        }
        let (read, total) = (grouped(read), grouped(total));
        Some(match self.lang {
            Lang::Zh if narrow => format!("已读 {read}/{total}"),
            Lang::En if narrow => format!("read {read}/{total}"),
            Lang::Zh => format!("已读 {read} 份报告，共 {total} 份"),
            Lang::En => format!("{read} of {total} reports"),
        })
    }
}
