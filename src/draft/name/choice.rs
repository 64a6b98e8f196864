//! Which wording a figure is named by: what stands before its number, what it counts behind it, or the last subject.

use super::super::chars::{Chars, is_han, is_stop};
use super::super::judge::{Site, clause_start, without_brackets};
use super::super::scan::Form;
use super::super::tables::{Change, Kind, Opening, TABLES};
use super::super::wording::{behind, without_leading, without_trailing};
use super::super::wordlists::{List, Lists};
use super::{LIMIT, Namer, RUN, is_hollow};
use crate::report::Basis;

impl Namer<'_> {
    pub(super) fn choose(&self, at: usize, site: &Site<'_>, basis: Basis, core: &[char]) -> (Option<Vec<char>>, bool) {
        let after = self.behind(at, site);
        if site.before().closes("连续")
            && core.len() < 8
            && let Some(run) = Self::run_of(site, core)
        {
            return (Some(run), false);
        }
        if basis == Basis::Share && TABLES.generic.holds(core) && self.subject.is_some() {
            return (self.subject.clone(), true);
        }
        let modifies = site.before().closes("的")
            && after.len() >= 2
            && !matches!(basis, Basis::Growth | Basis::Points | Basis::Multiple);
        if modifies || self.counts_after(site, basis, core, &after) {
            // 总投资120亿元的防洪工程
            if modifies && basis == Basis::Level && TABLES.sums.holds(core) {
                return (Some([&after, core].concat()), false);
            }
            // 减少220万吨能耗, 取消150项审批: the sense goes along.
            let turned = turning(&site.before()).filter(|_| matches!(basis, Basis::Level | Basis::Count));
            return (
                Some(turned.map_or_else(|| after.clone(), |word| [word.as_slice(), after.as_slice()].concat())),
                false,
            );
        }
        // 居全省第8位、皖北第2位: the same thing, placed once more.
        let again = basis == Basis::Rank && site.text.at(site.from) == '、' && self.is_placed(at.wrapping_sub(1));
        if again && self.subject.is_some() {
            return (self.subject.clone(), true);
        }
        let relative = matches!(basis, Basis::Growth | Basis::Points | Basis::Multiple | Basis::Rank | Basis::Duration);
        if relative
            && (core.len() < 2 || is_aspect_only(core))
            && let Some(name) = self.with_aspect(core)
        {
            return (Some(name), true);
        }
        if core.len() >= 2 {
            if let Some(graded) = self.graded(core).or_else(|| self.done_to(site, basis, core)) {
                return (Some(graded), false);
            }
            if TABLES.aspects.holds(core) {
                if let Some(topic) = self.thriving(site).filter(|_| !TABLES.indicators.holds(core)) {
                    return (Some([&topic, core].concat()), false);
                }
                let parted = TABLES.sums.holds(core) && !self.goes_on_with(site);
                let apart = TABLES.indicators.holds(core) || parted;
                let of_topic = || {
                    let topic = self.topic(site).filter(|topic| !topic.ends_with(core));
                    topic.map(|topic| [&topic, core].concat()).filter(|name| name.len() <= LIMIT)
                };
                let named = self.with_aspect(core).filter(|_| !parted);
                let named = named.or_else(|| of_topic().filter(|_| self.subject.is_none() && !apart));
                return (Some(named.unwrap_or_else(|| core.to_vec())), false);
            }
            return (Some(core.to_vec()), false);
        }
        let of = site.after().begins("的") && basis == Basis::Duration;
        if after.len() >= 2 && (of || matches!(basis, Basis::Count | Basis::Level | Basis::Share)) {
            return (Some(after), false);
        }
        match &self.subject {
            Some(subject) => match self.own_act(site, basis) {
                Some(sum)
                    if TABLES.sums.holds(&sum) && subject.len() + sum.len() <= LIMIT && self.goes_on_with(site) =>
                {
                    (Some(if subject.ends_with(&sum) { sum } else { [subject.as_slice(), &sum].concat() }), false)
                }
                Some(act) => (Some(act), false),
                None => (Some(subject.clone()), true),
            },
            None => (self.topic(site).or_else(|| (after.len() >= 2).then_some(after)), false),
        }
    }

    /// Whether no semicolon parts a figure from the one that gave the subject.
    fn goes_on_with(&self, site: &Site<'_>) -> bool {
        !self.text.cut(self.named_at, site.from).contains(&'；')
    }

    /// What was done, to the things that the name before counts in the same unit: 制定政府规章5件、废止|3件.
    fn done_to(&self, site: &Site<'_>, basis: Basis, core: &[char]) -> Option<Vec<char>> {
        let turns = TABLES.leading.at_if(core, 0, |len, kind| len == core.len() && *kind == Opening::Sense).is_some();
        let same = basis == Basis::Count && self.unit == site.quantity.unit;
        let subject = self.subject.as_ref().filter(|_| turns && same)?;
        let object = without_leading(subject, |kind| kind != Opening::Frame);
        let sense = TABLES.leading.at_if(object, 0, |_, kind| *kind == Opening::Sense);
        let object = sense.map_or(object, |(len, _)| object.after(len));
        let named = object.len() >= 2 && core.len() + object.len() <= LIMIT;
        named.then(|| [core, object].concat())
    }

    /// The verb of a figure that is counted in another unit than the one before and names nothing else:
    /// 派出干部6.5万名，投入|1600亿元.
    fn own_act(&self, site: &Site<'_>, basis: Basis) -> Option<Vec<char>> {
        let act = without_leading(without_trailing(&site.before()), |kind| kind == Opening::Frame).to_vec();
        let other = matches!(basis, Basis::Level | Basis::Count) && self.unit != site.quantity.unit;
        let verb = TABLES.leading.at_if(&act, 0, |len, kind| len == act.len() && *kind != Opening::Frame);
        verb.filter(|_| other && act.len() >= 2).map(|_| act)
    }

    fn is_placed(&self, at: usize) -> bool {
        self.quantities.get(at).is_some_and(|quantity| quantity.form == Form::Rank)
    }

    /// What went on so many times or years running: 经济增速|连续4年|领跑国家级新区.
    fn run_of(site: &Site<'_>, core: &[char]) -> Option<Vec<char>> {
        let after = site.after();
        let end = after.iter().take(16).position(|&c| is_stop(c) || c == '、').unwrap_or(0);
        (end >= 2).then(|| [core, &['连', '续'], after.cut(0, end)].concat())
    }

    /// The subject with an aspect (产值, 投资) that has none of its own.
    fn with_aspect(&self, aspect: &[char]) -> Option<Vec<char>> {
        let subject = self.subject.as_ref()?;
        if aspect.is_empty() || !TABLES.aspects.holds(aspect) || subject.ends_with(aspect) {
            return Some(subject.clone());
        }
        if TABLES.indicators.holds(aspect) {
            return None;
        }
        let subject =
            subject.closing(List::Wholes).map_or(subject.as_slice(), |len| subject.cut(0, subject.len() - len));
        let topic = match TABLES.aspects.ending(subject) {
            Some((len, ())) if len < subject.len() => subject.cut(0, subject.len() - len),
            _ if subject.last().is_some_and(|c| matches!(c, '值' | '额' | '率' | '量' | '度' | '数')) => {
                return None;
            }
            _ => subject,
        };
        let topic = topic.closing(List::Wholes).map_or(topic, |len| topic.cut(0, topic.len() - len));
        let topic = if topic.len() + aspect.len() > LIMIT { return Some(aspect.to_vec()) } else { topic };
        Some([topic, aspect].concat())
    }

    /// A grade alone takes the thing that the name before it graded: 国家级示范基地1个、省级1个.
    fn graded(&self, core: &[char]) -> Option<Vec<char>> {
        let subject = self.subject.as_ref().filter(|_| core.len() <= 4 && core.closes("级"))?;
        let thing = subject.find("级").map(|at| subject.after(at + 1)).filter(|thing| thing.len() >= 2)?;
        Some([core, thing].concat())
    }

    /// The wording behind the number; of a list of numbers (58个、545个项目) that behind the last.
    fn behind(&self, at: usize, site: &Site<'_>) -> Vec<char> {
        let own = behind(self.text, site.quantity.end);
        if !own.whole.is_empty() {
            return own.short;
        }
        let mut last = at;
        while let Some(next) = self.quantities.get(last + 1).filter(|_| last < at + RUN) {
            let end = self.quantities.get(last).map_or(0, |quantity| quantity.end);
            let joint = self.text.cut(end, next.span.start).text();
            if !matches!(joint.as_str(), "、" | "和" | "及" | "与" | "") {
                break;
            }
            last += 1;
        }
        match self.quantities.get(last) {
            Some(quantity) if last > at => behind(self.text, quantity.end).short,
            _ => Vec::new(),
        }
    }

    /// Whether the number counts what stands behind it.
    fn counts_after(&self, site: &Site<'_>, basis: Basis, core: &[char], after: &[char]) -> bool {
        let quantity = site.quantity;
        if after.len() < 2 {
            return false;
        }
        let next = self.text.at(quantity.end);
        let hedged = quantity.end > quantity.span.end;
        let noun = (is_han(next) || next == '“' || next.is_ascii_alphanumeric())
            && !self.text.after(quantity.end).begins_one(List::GoesOn);
        let glued = noun && (next != '的') && !hedged;
        let invested = core.closes_one(List::Invested) && core.len() <= 6;
        match basis {
            Basis::Count => {
                core.is_empty()
                    || glued && !verb_like(after)
                    || invested
                    || next == '的' && core.len() < 2
                    || noun && hedged && !verb_like(after) && ends_in_act(core)
            }
            Basis::Level if quantity.kind == Kind::Measure => {
                core.len() < 2 || (glued || next == '的') && !verb_like(after)
            }
            Basis::Level => {
                core.len() < 2
                    || invested && (glued || next == '的')
                    || (glued || next == '的') && !verb_like(after) && !of_money(core)
            }
            Basis::Share => {
                let reached = matches!(TABLES.changes.ending(&site.before()), Some((_, Change::Reach)));
                (glued || next == '的') && !reached && quantity.form != Form::Part
            }
            _ => false,
        }
    }

    /// What did well in the clause before, where that holds no number: 粮食生产|喜获丰收，产量|90亿斤.
    fn thriving(&self, site: &Site<'_>) -> Option<Vec<char>> {
        let end = site.clause.checked_sub(1)?;
        let clause = without_brackets(self.text.cut(clause_start(self.text, end), end));
        let at = (2..clause.len().min(LIMIT)).find(|&at| clause.after(at).begins_one(List::Thriving))?;
        let topic = without_leading(clause.cut(0, at), |kind| kind != Opening::Sense);
        let topic = topic.closing(List::Wholes).map_or(topic, |len| topic.cut(0, topic.len() - len));
        let plain = !clause.iter().any(char::is_ascii_digit) && !TABLES.aspects.holds(topic);
        ((2..=12).contains(&topic.len()) && plain).then(|| topic.to_vec())
    }

    /// What the clause before is about, for a figure without any name: 第三产业快速发展，….
    fn topic(&self, site: &Site<'_>) -> Option<Vec<char>> {
        let end = site.clause.checked_sub(1)?;
        let clause = without_brackets(self.text.cut(clause_start(self.text, end), end));
        let text = without_leading(&clause, |kind| kind != Opening::Sense);
        let cut = (1..text.len()).find(|&at| text.after(at).begins_one(List::Adverbs)).unwrap_or(text.len());
        let topic = text.cut(0, cut);
        let setting = topic.closes_one(List::Settings);
        (!setting && (2..=14).contains(&topic.len()) && !topic.iter().any(char::is_ascii_digit)).then(|| topic.to_vec())
    }
}

/// Whether a wording is an aspect without its subject.
fn is_aspect_only(text: &[char]) -> bool {
    is_hollow(text) || TABLES.aspects.holds(text)
}

/// Whether what stands behind a number is done by or to what stands before it (企业30家获评…).
fn verb_like(after: &[char]) -> bool {
    TABLES.cuts.at(after, 0).is_some()
}

/// The word right before a number that turns the sense of what follows it.
fn turning(before: &[char]) -> Option<Vec<char>> {
    let sense = |len: usize| {
        let word = before.after(before.len() - len);
        TABLES.leading.at_if(word, 0, |len, kind| len == word.len() && *kind == Opening::Sense).is_some()
    };
    let down = TABLES.changes.ending_if(before, |len, change| len >= 2 && *change == Change::Down);
    let len = down.map(|(len, _)| len).or_else(|| (2..=before.len().min(4)).rev().find(|&len| sense(len)))?;
    Some(before.after(before.len() - len).to_vec())
}

/// Whether a wording ends in what was done, so that what was done to it follows: 每镇街创建|2个以上示范村.
fn ends_in_act(core: &[char]) -> bool {
    TABLES.leading.ending_if(core, |len, kind| len >= 2 && *kind == Opening::Act).is_some()
}

/// Whether a wording is of money by itself (上级资金, 减税降费), so that what follows is what it is for.
fn of_money(core: &[char]) -> bool {
    core.closes_one(List::MoneyNouns)
}
