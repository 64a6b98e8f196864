//! Every text of reports that a screen can show, for a screen that must write some characters otherwise.

use super::lexicon::Lexicon;
use super::model::{Entry, Report};
use crate::text::Bilingual;

impl Report {
    /// Makes `change` to every text that is shown; ids, units and indicators stay.
    pub(crate) fn change_texts(&mut self, change: &dyn Fn(&mut String)) {
        change_report(self, change);
    }
}

impl Lexicon {
    /// Makes `change` to every text that is shown.
    pub(crate) fn change_texts(&mut self, change: &dyn Fn(&mut String)) {
        change_lexicon(self, change);
    }
}

fn chinese(text: &mut Bilingual, change: &dyn Fn(&mut String)) {
    change(text.zh.to_mut());
}

fn change_report(report: &mut Report, change: &dyn Fn(&mut String)) {
    chinese(&mut report.place, change);
    chinese(&mut report.title, change);
    chinese(&mut report.source.kind, change);
    report.source.authors.iter_mut().for_each(change);
    report.source.note.iter_mut().for_each(|note| chinese(note, change));
    for section in &mut report.sections {
        change(section.heading.to_mut());
        chinese(&mut section.name, change);
        section.entries.iter_mut().for_each(|entry| change_entry(entry, change));
    }
    for comparison in &mut report.comparisons {
        chinese(&mut comparison.name, change);
        chinese(&mut comparison.why, change);
    }
}

fn change_entry(entry: &mut Entry, change: &dyn Fn(&mut String)) {
    chinese(&mut entry.title, change);
    for text in [&mut entry.note, &mut entry.group, &mut entry.words].into_iter().flatten() {
        chinese(text, change);
    }
    entry.honour.iter_mut().filter_map(|honour| honour.recipient.as_mut()).for_each(|text| chinese(text, change));
    entry.quote.iter_mut().for_each(|quote| change(quote.to_mut()));
    entry.figures.iter_mut().filter_map(|figure| figure.name.as_mut()).for_each(|text| chinese(text, change));
}

fn change_lexicon(lexicon: &mut Lexicon, change: &dyn Fn(&mut String)) {
    lexicon.units.change(|units| {
        units.iter_mut().filter_map(|unit| unit.help.as_mut()).for_each(|text| chinese(text, change));
    });
    lexicon.terms.change(|terms| {
        for term in terms {
            change(&mut term.zh);
            term.note.iter_mut().for_each(|text| chinese(text, change));
        }
    });
}
