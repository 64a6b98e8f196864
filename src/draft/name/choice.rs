//! Which wording a figure is named by: what stands before its number, what it counts behind it, or the last subject.

use super::super::behind::behind;
use super::super::chars::{Chars, is_han, is_stop};
use super::super::judge::{Site, clause_start, without_brackets};
use super::super::numeral::digits;
use super::super::scan::{Form, RUN};
use super::super::tables::{Change, Kind, Opening, TABLES};
use super::super::units::unit_at;
use super::super::wording::{without_leading, without_trailing};
use super::super::wordlists::{List, Lists};
use super::acts::whole_of;
use super::{LIMIT, Namer, is_hollow};
use crate::report::Basis;

/// The wording that a figure is named by.
pub(super) enum Chosen {
    /// It is the figure's own.
    Own(Vec<char>),
    /// It is the subject, which another figure gave.
    Lent(Vec<char>),
}

/// The figure that a wording is chosen for.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a, 's> {
    pub(super) at: usize,
    pub(super) site: &'s Site<'a>,
    pub(super) basis: Basis,
    /// The wording before the number, without verbs and frames.
    pub(super) core: &'s [char],
}

impl Namer<'_> {
    pub(super) fn choose(&self, asked: Asked<'_, '_>) -> Option<Chosen> {
        let mut after = self.behind(asked.at, asked.site);
        if asked.basis == Basis::Count {
            after.truncate(without_aspect(&after).len());
        }
        let counted = || changed(asked, &after).or_else(|| self.counted(asked, &after)).map(Chosen::Own);
        let called = || self.called(asked).map(Chosen::Own);
        Self::running(asked)
            .map(Chosen::Own)
            .or_else(|| self.of_whole(asked).map(Chosen::Lent))
            .or_else(|| self.for_next(asked).map(Chosen::Own))
            .or_else(counted)
            .or_else(|| self.lent(asked).map(Chosen::Lent))
            .or_else(called)
            .or_else(|| self.left(asked, &after))
    }

    /// What went on so many times or years running: 经济增速|连续4年|领跑国家级新区.
    fn running(asked: Asked<'_, '_>) -> Option<Vec<char>> {
        if !asked.site.before.closes("连续") || asked.core.len() >= 8 {
            return None;
        }
        let after = asked.site.after();
        let end = after.iter().take(16).position(|&c| is_stop(c) || c == '、').unwrap_or(0);
        let went = without_sum(after.cut(0, end));
        (went.len() >= 2).then(|| [asked.core, &['连', '续'], went].concat())
    }

    /// The subject of a share whose own wording is too general: 企业占50%.
    fn of_whole(&self, asked: Asked<'_, '_>) -> Option<Vec<char>> {
        let general = asked.basis == Basis::Share && TABLES.generic.holds(asked.core);
        self.subject.clone().filter(|_| general)
    }

    /// What the number counts that stands behind it.
    fn counted(&self, asked: Asked<'_, '_>, after: &[char]) -> Option<Vec<char>> {
        let Asked { site, basis, core, .. } = asked;
        let before = site.before;
        let modifies = before.closes("的")
            && after.len() >= 2
            && !matches!(basis, Basis::Growth | Basis::Points | Basis::Multiple);
        if !modifies && !self.counts_after(asked, after) {
            return None;
        }
        // 总投资120亿元的防洪工程
        if basis == Basis::Level && TABLES.sums.holds(core) && after.len() + core.len() <= LIMIT {
            // 投资68亿元|实施了|680万亩农田整治: the act alone is no thing.
            let thing = without_leading(after, |kind| kind != Opening::Sense).len() >= 2;
            return Some(if thing { [after, core].concat() } else { core.to_vec() });
        }
        if let Some(wider) = widened(core, before, after) {
            return Some(wider);
        }
        // 困难群众社会工作服务100%|覆盖: what is done to a share of the whole.
        let whole = (site.from == site.clause || !before.contains(&'、')) && core.len() >= 2 && !core.contains(&'占');
        let glued = site.after().at(0) != '的' && after.len() <= 8 && core.len() + after.len() <= LIMIT;
        if basis == Basis::Share && !modifies && whole && glued {
            return Some([core, after].concat());
        }
        // 减少220万吨能耗, 取消150项审批: the sense goes along.
        let turned = turning(before).filter(|_| matches!(basis, Basis::Level | Basis::Count));
        Some(turned.map_or_else(|| after.to_vec(), |word| [word.as_slice(), after].concat()))
    }

    /// The subject, for what is only placed once more or only changed: 居全省第8位、皖北第2位; 增长6%.
    fn lent(&self, asked: Asked<'_, '_>) -> Option<Vec<char>> {
        let Asked { at, site, basis, core } = asked;
        let again = basis == Basis::Rank && site.text.at(site.from) == '、' && self.is_placed(at.wrapping_sub(1));
        if again && self.subject.is_some() {
            return self.subject.clone();
        }
        let relative = matches!(basis, Basis::Growth | Basis::Points | Basis::Multiple | Basis::Rank | Basis::Duration);
        let aspect = relative && (core.len() < 2 || is_aspect_only(core));
        aspect.then(|| self.with_aspect(core)).flatten()
    }

    /// The wording before the number, with what it lacks.
    fn called(&self, asked: Asked<'_, '_>) -> Option<Vec<char>> {
        let Asked { site, basis, core, .. } = asked;
        if core.len() < 2 {
            return None;
        }
        if let Some(graded) = self.graded(core).or_else(|| self.done_to(site, basis, core)) {
            return Some(graded);
        }
        if TABLES.generic.holds(core) {
            // 新建|学校|13所: a general noun says too little without what was done.
            let act = without_leading(without_trailing(site.before), |kind| kind == Opening::Frame).to_vec();
            return Some(if act.len() <= 10 && act.ends_with(core) { act } else { core.to_vec() });
        }
        if let (['人', '均'], Some(subject)) = (core, &self.subject)
            && !subject.has("均")
        {
            // 地区生产总值…，人均…: an average for each stands before what it is of.
            return Some([core, subject.as_slice()].concat());
        }
        if !TABLES.aspects.holds(core) && !TABLES.sums.holds(core) {
            return self.aspect_of_whole(site, core).or_else(|| Some(core.to_vec()));
        }
        if let Some(topic) = self.thriving(site).filter(|_| !TABLES.indicators.holds(core)) {
            return Some([&topic, core].concat());
        }
        let parted = TABLES.sums.holds(core) && !self.goes_on_with(site);
        let apart = TABLES.indicators.holds(core) || parted;
        let of_topic = || {
            let topic = self.topic(site).filter(|topic| !topic.ends_with(core));
            topic.map(|topic| [&topic, core].concat()).filter(|name| name.len() <= LIMIT)
        };
        let named = self.with_aspect(core).filter(|_| !parted);
        let named = named.or_else(|| of_topic().filter(|_| self.subject.is_none() && !apart));
        Some(named.unwrap_or_else(|| core.to_vec()))
    }

    /// An aspect that is set against a whole, with what the clause before is about where nothing was named yet:
    /// 非公有制经济|进一步发展，增加值占全省生产总值的比重|达54.4%.
    fn aspect_of_whole(&self, site: &Site<'_>, core: &[char]) -> Option<Vec<char>> {
        let (len, ()) = TABLES.aspects.at(core, 0).filter(|(len, ())| core.at(*len) == '占')?;
        let topic = self.topic(site).filter(|topic| self.subject.is_none() && !topic.ends_with(core.cut(0, len)))?;
        let fits = topic.len() + core.len() <= LIMIT && !topic.iter().any(char::is_ascii_digit);
        fits.then(|| [&topic, core].concat())
    }

    /// What is left where the wording before the number names nothing: what stands behind it, the last subject with
    /// what was done, or what the clause before is about.
    fn left(&self, asked: Asked<'_, '_>, after: &[char]) -> Option<Chosen> {
        let Asked { site, basis, .. } = asked;
        let named = after.len() >= 2;
        let of = site.after().begins("的") && basis == Basis::Duration;
        if named && (of || matches!(basis, Basis::Count | Basis::Level | Basis::Share)) {
            return Some(Chosen::Own(after.to_vec()));
        }
        let Some(subject) = &self.subject else {
            let behind = named && basis != Basis::Rank;
            let topic = || self.topic(site).or_else(|| behind.then(|| after.to_vec()));
            let act = || self.own_act(site, basis).filter(|_| site.quantity.kind == Kind::Money);
            return topic().or_else(act).map(Chosen::Own);
        };
        let Some(act) = self.own_act(site, basis) else {
            return Some(Chosen::Lent(whole_of(subject, site.before).to_vec()));
        };
        if let Some(object) = self.acted_on(site, basis).filter(|_| !act.begins_one(List::Reaching)) {
            let fits = act.len() + object.len() <= LIMIT;
            return Some(Chosen::Own(if fits { [act.as_slice(), object].concat() } else { object.to_vec() }));
        }
        let joins = TABLES.sums.holds(&act) && self.goes_on_with(site) || act.begins_one(List::Reaching);
        let fits = joins && subject.len() + act.len() <= LIMIT && !subject.ends_with(&act);
        Some(Chosen::Own(if fits { [subject.as_slice(), &act].concat() } else { act }))
    }

    /// Whether no semicolon parts a figure from the one that gave the subject.
    fn goes_on_with(&self, site: &Site<'_>) -> bool {
        !self.text.cut(self.named_at, site.from).contains(&'；')
    }

    fn is_placed(&self, at: usize) -> bool {
        self.quantities.get(at).is_some_and(|quantity| quantity.form == Form::Rank)
    }

    /// The subject with an aspect (产值, 投资) that has none of its own.
    fn with_aspect(&self, aspect: &[char]) -> Option<Vec<char>> {
        let subject = self.subject.as_ref()?;
        let held = TABLES.aspects.holds(aspect) || TABLES.sums.holds(aspect);
        if aspect.is_empty() || !held || subject.ends_with(aspect) {
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
        if topic.len() + aspect.len() > LIMIT {
            return Some(aspect.to_vec());
        }
        Some([topic, aspect].concat())
    }

    /// The wording behind the number; of a list of numbers (58个、545个项目) that behind the last.
    fn behind(&self, at: usize, site: &Site<'_>) -> Vec<char> {
        let own = behind(self.text, site.quantity.end);
        if !own.whole.is_empty() {
            return self.graded_next(at, &own.short).unwrap_or(own.short);
        }
        let mut last = at;
        while let Some(next) = self.quantities.get(last + 1).filter(|_| last < at + RUN) {
            let end = self.quantities.get(last).map_or(0, |quantity| quantity.end);
            let joint = self.text.cut(end, next.span.start);
            if !matches!(joint, [] | ['、' | '和' | '及' | '与' | '的']) {
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
    fn counts_after(&self, asked: Asked<'_, '_>, after: &[char]) -> bool {
        let Asked { site, basis, core, .. } = asked;
        let quantity = site.quantity;
        // 936个单位联系|1117个|村: a place is a name of one character.
        if after.len() < 2 && !(basis == Basis::Count && after.begins_one(List::PlacesCounted)) {
            return false;
        }
        let next = self.text.at(quantity.end);
        // 权责清单事项从5567项|压减到1069项: what follows is what became of them.
        let begun = site.before.has_any(&["由", "从"]) && self.text.after(quantity.end).begins_one(List::ChangeBehind);
        if begun {
            return false;
        }
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
                    || noun && hedged && !verb_like(after) && (ends_in_act(core) || is_place(core))
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
                let reached = matches!(TABLES.changes.ending(site.before), Some((_, Change::Reach)));
                // 依申请事项98%|实现“零跑动”, but 水源地水质100%|达标
                let done = core.len() >= 2 && !site.before.closes("、") && after.len() > 3 && verb_like(after);
                (glued && !done || next == '的') && !reached && quantity.form != Form::Part
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
        if clause.begins_one(List::ClauseOpeners) {
            return None;
        }
        let text = without_leading(&clause, |kind| kind != Opening::Sense);
        let cut = (1..text.len()).find(|&at| text.after(at).begins_one(List::Adverbs)).unwrap_or(text.len());
        let topic = text.cut(0, cut);
        // 实施以棚户区改造为重点的|保障性安居工程建设，开工46万套
        let noun = topic.iter().rposition(|&c| c == '的').filter(|&at| topic.len() > 14 && at + 4 <= topic.len());
        let topic = noun.map_or(topic, |at| topic.after(at + 1));
        // 降低|国有企业负债率，全年下降3.16个百分点: the figure says the change.
        let change = TABLES.changes.at_if(topic, 0, |len, _| len >= 2 && len + 2 <= topic.len());
        let topic = change.map_or(topic, |(len, _)| topic.after(len));
        let setting = topic.closes_one(List::Settings);
        (!setting && (2..=14).contains(&topic.len()) && !topic.iter().any(char::is_ascii_digit)).then(|| topic.to_vec())
    }
}

/// What a rate of change is of that stands behind it: 每年压缩|20%的|行政经费.
fn changed(asked: Asked<'_, '_>, after: &[char]) -> Option<Vec<char>> {
    let Asked { site, basis, core, .. } = asked;
    let of = basis == Basis::Growth && site.after().begins("的") && !site.after().begins_one(List::GrowthBehind);
    let act = core.len() < 2 || TABLES.changes.holds(core) || TABLES.leading.holds(core);
    // 低于增长7%的预期: a word that short only says what the rate is.
    (of && act && after.len() >= 3 && !TABLES.aspects.holds(after)).then(|| after.to_vec())
}

/// Whether a wording is an aspect without its subject.
fn is_aspect_only(text: &[char]) -> bool {
    is_hollow(text) || TABLES.aspects.holds(text)
}

/// Whether what stands behind a number is done by or to what stands before it (企业30家获评…).
fn verb_like(after: &[char]) -> bool {
    TABLES.cuts.at(after, 0).is_some() && TABLES.kept.at(after, 0).is_none()
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

/// A noun too general to be a name (项目, 措施) with what stands before its number: the last of those that are listed,
/// what it is for, or what was done.
fn widened(core: &[char], before: &[char], after: &[char]) -> Option<Vec<char>> {
    if !TABLES.generic.holds(after) {
        return None;
    }
    let fits = |wider: &[char]| (2..=LIMIT - after.len()).contains(&wider.len());
    if before.closes("等") {
        let item = core.cut(0, core.len() - usize::from(core.closes("等")));
        let listed = item.after(item.iter().rposition(|&c| matches!(c, '、' | '和')).map_or(0, |at| at + 1));
        return fits(listed).then(|| [listed, &['等'], after].concat());
    }
    let act = without_leading(before, |kind| kind == Opening::Frame);
    let act = act.after(act.iter().rposition(|&c| c == '、').map_or(0, |at| at + 1));
    let wider = if core.len() >= 2 && !ends_in_act(core) { Some(core) } else { None };
    let done = || Some(act).filter(|act| TABLES.leading.holds(act));
    wider.or_else(done).filter(|wider| fits(wider)).map(|wider| [wider, after].concat())
}

/// What went on, without a sum at its end: 粮食产量连续|8年|突破|140亿斤.
fn without_sum(went: &[char]) -> &[char] {
    let sum = |&at: &usize| {
        let number = digits(went, at).filter(|_| !matches!(went.at(at.wrapping_sub(1)), '第' | '前' | '.'));
        let fresh = !went.at(at.wrapping_sub(1)).is_ascii_digit();
        number.filter(|_| fresh).and_then(|number| unit_at(went, number.end)).is_some()
    };
    let ahead = (0..went.len()).find(sum).map(|at| without_trailing(went.cut(0, at)));
    ahead.filter(|ahead| ahead.len() >= 2).unwrap_or(went)
}

/// What is counted, without what of it is told next: 4个|园区|产值超300亿元; nothing where only that is there.
fn without_aspect(after: &[char]) -> &[char] {
    let Some((len, ())) = TABLES.aspects.ending(after) else { return after };
    let thing = after.cut(0, after.len() - len);
    let told = after.closes_one(List::ToldOfThings) && thing.len() >= 2;
    if told || thing.is_empty() { thing } else { after }
}

/// Whether a wording is only where something is: 解决|城区|5000户以上|城市低收入家庭住房困难.
fn is_place(core: &[char]) -> bool {
    core.len() <= 3 && core.closes_one(List::PlacesCounted)
}
