//! Names that several numbers share: a list with 分别, or one wording before numbers that follow one another.

use super::super::chars::{Chars, is_han, trimmed};
use super::super::judge::{Site, clause_start, without_brackets};
use super::super::lists::items_of;
use super::super::scan::{Form, run};
use super::super::tables::{Kind, Opening, TABLES};
use super::super::wording::{without_leading, without_trailing};
use super::{Namer, has_lead, is_hollow};

impl Namer<'_> {
    /// The name from a list with 分别.
    pub(super) fn shared_among(&mut self, at: usize, site: &Site<'_>, before: &[char]) -> Option<Vec<char>> {
        let joined = before.iter().all(|c| matches!(c, '、' | '和' | '及' | '与' | ' ' | '以'));
        if let Some(place) = before.rfind("分别") {
            self.next = 0;
            self.open_list(at, site, before.cut(0, place));
            self.add_aspect(before.after(place + 2));
            let bare = without_leading(before.cut(0, place), |kind| kind != Opening::Sense);
            let hollow = bare.is_empty() || is_hollow(before.cut(0, place));
            // 增幅分别高于全国、全省2.5和1.4个百分点: one thing against several.
            let several = has_lead(before.after(place)) && (before.after(place).contains(&'、') || !bare.is_empty());
            let lost = self.listed.iter().all(|item| item.is_empty() || is_hollow(item));
            if let (true, Some(subject)) = (hollow && several || lost, &self.subject) {
                self.listed = vec![subject.clone(); self.run(at)];
            }
        } else if self.lists_as_many(at, site, before) {
            self.next = 0;
            self.listed = items_of(before);
        } else if self.follows_list(at, site, before) {
            self.next = 0;
            self.listed = self.last_given(self.run(at));
        } else if !(joined && at > 0 && self.next > 0 && self.next < self.listed.len()) {
            if !joined {
                self.listed.clear();
                self.next = 0;
            }
            return None;
        }
        let name = self.listed.get(self.next).cloned()?;
        self.next += 1;
        Some(name)
    }

    /// Whether as many things stand before the numbers as numbers follow one another, without 分别:
    /// 煤炭、原油产量达到5875万吨、1090万吨.
    fn lists_as_many(&self, at: usize, site: &Site<'_>, before: &[char]) -> bool {
        let count = self.joined_run(at);
        let last = self.quantities.get(at + count - 1).map_or(0, |quantity| quantity.end);
        let next = self.text.at(last);
        if count < 2 || is_han(next) || next == '“' || site.quantity.form == Form::Part {
            return false;
        }
        let items = items_of(before);
        items.len() == count && items.iter().all(|item| item.len() >= 2 && !is_hollow(item))
    }

    /// How many numbers follow one another from the one with this number, joined by 、 or 和 and in one kind.
    fn joined_run(&self, at: usize) -> usize {
        run(self.text, self.quantities.get(at..).unwrap_or_default(), |this, next, joint| {
            matches!(joint, ['、' | '和' | '及' | '与']) && this.kind == next.kind && this.form == next.form
        })
    }

    /// Adds to the items what stands between 分别 and the number: A、B分别完成|年度投资|860亿元、210亿元.
    fn add_aspect(&mut self, between: &[char]) {
        let aspect = without_leading(without_trailing(between), |kind| kind != Opening::Sense);
        if TABLES.aspects.ending(aspect).is_some() && !is_hollow(aspect) {
            for item in self.listed.iter_mut().filter(|item| !item.ends_with(aspect)) {
                item.extend(aspect);
            }
        }
    }

    /// Whether the numbers from this one on go through the names of as many numbers before them:
    /// 高新企业、中小企业分别达440家、520家，增长14.3%、22%.
    fn follows_list(&self, at: usize, site: &Site<'_>, before: &[char]) -> bool {
        let relative = matches!(site.quantity.kind, Kind::Ratio | Kind::Points | Kind::Multiple);
        if !relative || self.given.len() < 2 || !before.iter().any(|&c| is_han(c)) {
            return false;
        }
        let count = self.run(at);
        let first = at.checked_sub(count).filter(|_| count >= 2 && self.given.len() >= count);
        let bare = || without_leading(without_trailing(before), |kind| kind != Opening::Sense);
        first.is_some_and(|first| self.run(first) == count && self.is_plain_run(first, count) && bare().is_empty())
    }

    /// Whether so many numbers from one on are levels or counts.
    fn is_plain_run(&self, first: usize, count: usize) -> bool {
        let kinds = self.quantities.iter().skip(first).take(count).map(|quantity| quantity.kind);
        kinds.into_iter().all(|kind| matches!(kind, Kind::Money | Kind::Measure | Kind::Count | Kind::Noun))
    }

    /// Finds the items that 分别 shares its numbers among.
    fn open_list(&mut self, at: usize, site: &Site<'_>, ahead: &[char]) {
        let wanted = self.run(at);
        let mut items = items_of(ahead);
        if items.is_empty() {
            // The list stands in the clause before: A、B两个园区产值再创新高，分别达到…
            let start = clause_start(self.text, site.clause.saturating_sub(1));
            let previous = without_brackets(self.text.cut(start, site.clause.saturating_sub(1)));
            let from = self.quantities.iter().filter(|quantity| quantity.end <= site.clause).count();
            if (from == 0 || self.given.len() < wanted) && !previous.iter().any(char::is_ascii_digit) {
                items = items_of(&previous);
            }
        }
        let own = items.first().filter(|item| !is_hollow(item) && !TABLES.aspects.holds(item)).cloned();
        if let (1, Some(item)) = (items.len(), own) {
            // 城乡居民人均可支配收入分别…: one wording is of two things, else it is of all numbers.
            items = halves(&item).unwrap_or_else(|| vec![item; wanted]);
        } else if items.len() < 2 && self.given.len() >= wanted && items.len() < wanted {
            // 分别 takes up the last names: A10亿元、B20亿元，分别增长5%、6%
            let aspect = items.first().filter(|item| TABLES.aspects.holds(item) && !is_hollow(item)).cloned();
            items = self.last_given(wanted);
            if let Some(aspect) = aspect {
                for item in &mut items {
                    item.extend(&aspect);
                }
            }
        }
        if items.len() == 1 && items.first().is_some_and(|item| is_hollow(item)) {
            items = self.subject.iter().cycle().take(wanted).cloned().collect();
        }
        if items.len() > wanted && wanted > 1 {
            items.drain(..items.len() - wanted);
        }
        self.listed = items;
    }

    /// So many of the names that were given last.
    fn last_given(&self, count: usize) -> Vec<Vec<char>> {
        self.given.get(self.given.len().saturating_sub(count)..).unwrap_or_default().to_vec()
    }

    /// How many numbers follow one another from the one with this number.
    fn run(&self, at: usize) -> usize {
        run(self.text, self.quantities.get(at..).unwrap_or_default(), |_, _, joint| {
            matches!(trimmed(joint, char::is_whitespace), [] | ['、' | '和' | '及' | '与' | '，'])
        })
    }
}

/// The two things that one wording is of: 城乡居民收入 is 城镇居民收入 and 农村居民收入.
fn halves(item: &[char]) -> Option<Vec<Vec<char>>> {
    let (at, len, halves) = TABLES.pairs.first_in(item)?;
    let (head, tail) = (item.cut(0, at), item.after(at + len));
    Some(halves.iter().map(|half| [head, &half.chars().collect::<Vec<char>>(), tail].concat()).collect())
}
