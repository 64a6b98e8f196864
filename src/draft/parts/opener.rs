//! Where the tasks begin in a part that looks ahead.

use std::ops::Range;

use super::super::chars::{Chars, is_han};
use super::super::signs::Aim;
use super::super::split::{Level, bullet, marker};
use super::super::wordlists::{List, Lists};
use super::Splitter;

/// So many sentences behind the first item of a list, no words open it any more.
const FAR: usize = 25;

impl Splitter<'_> {
    /// Where the tasks begin in a part that looks ahead.
    pub(super) fn opener(&self, range: &Range<usize>, more: usize) -> Option<usize> {
        let two = |at: &usize| {
            self.level(*at) == Some(Level::Two) || self.level(*at) == Some(Level::One) && *at > range.start
        };
        let plain = |at: usize| !self.text(at).has_one(List::AimHeading);
        let target = range.clone().find(|&at| self.aim(at) == Some(Aim::Target));
        let outline = range.clone().find(|&at| self.aim(at).is_some());
        let first_two = range.clone().skip(1).find(|at| two(at) && plain(*at));
        let base = match (target.or(outline), first_two) {
            (Some(aim), Some(two)) if two < aim => return Some(self.intro(range, two)),
            (Some(aim), _) => aim,
            (None, Some(two)) => return Some(self.intro(range, two)),
            (None, None) => {
                let seen = self.targets_seen && !self.text(range.start).has_one(List::AimWords);
                return if seen {
                    Some(range.start)
                } else {
                    self.lead_in(range.start + 1, range.end).or_else(|| self.bulleted(range.start + 1, range.end))
                };
            }
        };
        let numbered = (base + 1..range.end).find(|at| two(at) && plain(*at));
        let led = self.lead_in(base + 1, numbered.unwrap_or(range.end));
        // A list that begins long before words that would open the tasks is the tasks already.
        let listed = self.bulleted(base + 1, range.end).filter(|_| numbered.is_none());
        let listed = listed.filter(|&at| led.is_some_and(|led| at + FAR < led));
        if let Some(found) = listed.or(led).or(numbered) {
            return Some(found);
        }
        let share = (range.end - base) * 100 / self.sentences.len().max(1);
        if more > 0 && share < 15 || share < 4 {
            return None;
        }
        self.bulleted(base + 1, range.end).or_else(|| self.paragraph(base + 1, range.end))
    }

    /// Where tasks begin whose first heading stands at `two`: with the heading of the section when targets are known already.
    fn intro(&self, range: &Range<usize>, two: usize) -> usize {
        let aimed = self.text(range.start).has_one(List::AimWords);
        if self.targets_seen && !aimed { range.start } else { self.lead_in(range.start + 1, two).unwrap_or(two) }
    }

    /// The first line behind an aim that stands alone and ends in no stop: a heading in words that no table knows.
    pub(super) fn line_alone(&self, from: usize, to: usize) -> Option<usize> {
        let aim = (from..to).find(|&at| self.aim(at) == Some(Aim::Target))?;
        (aim + 1..to).find(|&at| {
            let text = self.text(at);
            let alone = [at, at + 1].iter().all(|&at| self.is_first(at));
            alone && (4..=36).contains(&text.len()) && text.last().is_some_and(|&c| is_han(c))
        })
    }

    /// A sentence such as 重点做好以下八个方面工作：.
    fn lead_in(&self, from: usize, to: usize) -> Option<usize> {
        (from..to).find(|&at| {
            let text = self.text(at);
            let end = text.len().saturating_sub(usize::from(matches!(text.last(), Some('：' | '。'))));
            let tail = text.cut(end.saturating_sub(26), end);
            let tail = tail.after(tail.iter().rposition(|&c| c == '，').map_or(0, |at| at + 1));
            let verb = tail.has_one(List::LeadInVerbs);
            let ends = tail.closes_one(List::LeadInEnds);
            let round = text.begins_one(List::LeadInOpens) && (ends || matches!(text.last(), Some('：')));
            verb && ends && !text.has("必须") || round
        })
    }

    /// The first paragraph of a list.
    fn bulleted(&self, from: usize, to: usize) -> Option<usize> {
        (from..to).find(|&at| {
            let text = self.text(at);
            self.is_first(at)
                && (bullet(text).is_some() || marker(text).is_some())
                && self.aim(at).is_none()
                && !text.cut(0, 24).has_one(List::TargetWords)
        })
    }

    /// The first paragraph that neither aims nor explains the aims.
    fn paragraph(&self, from: usize, to: usize) -> Option<usize> {
        (from..to).find(|&at| {
            let text = self.text(at);
            self.is_first(at) && self.aim(at).is_none() && !text.cut(0, 24).has_one(List::ExplainsAims)
        })
    }
}
