//! Figures that are named by what was done: to things that another figure counts, or for those counted next.

use super::super::behind::behind;
use super::super::chars::{Chars, is_stop};
use super::super::judge::Site;
use super::super::tables::{Kind, Opening, TABLES};
use super::super::wording::{without_leading, without_trailing};
use super::super::wordlists::{List, Lists};
use super::choice::Asked;
use super::{LIMIT, Namer};
use crate::report::Basis;

impl Namer<'_> {
    /// What was done, to the things that the name before counts in the same unit: 制定政府规章5件、废止|3件.
    pub(super) fn done_to(&self, site: &Site<'_>, basis: Basis, core: &[char]) -> Option<Vec<char>> {
        let turns = TABLES.leading.at_if(core, 0, |len, kind| len == core.len() && *kind == Opening::Sense).is_some();
        let same = basis == Basis::Count && self.unit == site.quantity.unit;
        let subject = self.subject.as_ref().filter(|_| turns && same)?;
        let object = without_leading(subject, |kind| kind != Opening::Frame);
        let sense = TABLES.leading.at_if(object, 0, |_, kind| *kind == Opening::Sense);
        let object = sense.map_or(object, |(len, _)| object.after(len));
        let named = object.len() >= 2 && core.len() + object.len() <= LIMIT;
        named.then(|| [core, object].concat())
    }

    /// What was counted before in the unit of this figure: 签约|项目|320个，投资840亿元，建成|100个.
    pub(super) fn acted_on(&self, site: &Site<'_>, basis: Basis) -> Option<&[char]> {
        let thing = matches!(site.quantity.kind, Kind::Count | Kind::Noun | Kind::Measure) && basis != Basis::Duration;
        let (_, name) = self.things.iter().rev().find(|(unit, _)| thing && *unit == site.quantity.unit)?;
        let object = without_leading(name, |kind| kind != Opening::Frame);
        let sense = TABLES.leading.at_if(object, 0, |_, kind| *kind == Opening::Sense);
        let object = sense.map_or(object, |(len, _)| object.after(len));
        let object = object.after(object.beginning(List::Stages).unwrap_or(0));
        let object = object.cut(0, object.len() - object.closing(List::Stages).unwrap_or(0));
        (object.len() >= 2).then_some(object)
    }

    /// A sum that names nothing itself, of what is counted next: 投资|20.9亿元实施34个|市容提升项目.
    pub(super) fn for_next(&self, asked: Asked<'_, '_>) -> Option<Vec<char>> {
        let Asked { at, site, basis, .. } = asked;
        let spent = without_leading(without_trailing(site.before), |kind| kind == Opening::Frame).to_vec();
        let next =
            self.quantities.get(at + 1).filter(|_| basis == Basis::Level && site.quantity.kind == Kind::Money)?;
        let between = self.text.cut(site.quantity.end, next.span.start);
        // 签约项目40个、总投资323亿元，落地|“飞地”项目: behind a stop the sum is of what was named before.
        let parted = usize::from(between.at(0) == '，');
        if parted == 1 && (site.clause > 0 || site.before.has("完成")) || site.from > site.clause {
            return None;
        }
        let between = between.after(parted);
        let act = TABLES.leading.at_if(between, 0, |len, kind| len >= 2 && *kind == Opening::Act).is_some();
        // 投入2.6亿元建成|养老中心|85所: they may stand before their number.
        let ahead = without_leading(without_trailing(between), |kind| kind != Opening::Sense);
        let behind = behind(self.text, next.end).short;
        let things = if behind.len() < 2 { ahead.to_vec() } else { behind };
        let stops = between.iter().any(|&c| is_stop(c));
        let fits = (2..=LIMIT - spent.len().min(LIMIT)).contains(&things.len());
        let sum = TABLES.sums.holds(&spent) || TABLES.leading.holds(&spent) && spent.last() == Some(&'入');
        (act && !stops && fits && sum && matches!(next.kind, Kind::Count | Kind::Bare))
            .then(|| [things, spent].concat())
    }

    /// The verb of a figure that is counted in another unit than the one before and names nothing else, or of the
    /// same things once more: 派出干部6.5万名，投入|1600亿元; 建设住房1.2万套，建成|1.1万套.
    pub(super) fn own_act(&self, site: &Site<'_>, basis: Basis) -> Option<Vec<char>> {
        let act = without_leading(without_trailing(site.before), |kind| kind == Opening::Frame);
        // 保障政策逐步完善、|惠及|124万人
        let act = act.after(act.iter().rposition(|&c| c == '、').map_or(0, |at| at + 1)).to_vec();
        let other = matches!(basis, Basis::Level | Basis::Count)
            && (self.unit != site.quantity.unit || self.acted_on(site, basis).is_some());
        let verb = TABLES.leading.at_if(&act, 0, |len, kind| len == act.len() && *kind != Opening::Frame);
        verb.filter(|_| other && act.len() >= 2).map(|_| act)
    }
}

/// A stock in place of what was added to it, where the wording before the number tells the whole: 新增企业8户，总数达40户.
pub(super) fn whole_of<'a>(subject: &'a [char], before: &[char]) -> &'a [char] {
    if !before.has_one(List::Wholes) {
        return subject;
    }
    let stock = subject.beginning(List::Added).map(|len| subject.after(len)).filter(|stock| stock.len() >= 2);
    stock.unwrap_or(subject)
}
