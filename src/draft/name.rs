//! What a figure is called: the words before its number or behind it, a list with 分别, or the last subject.

mod acts;
mod choice;
mod grades;
mod ranks;
mod shares;

use super::chars::Chars;
use super::judge::Site;
use super::scan::Quantity;
use super::tables::{Change, Opening, TABLES};
use super::wording::{name_of, without_leading, without_trailing};
use super::wordlists::{List, Lists};
use crate::report::Basis;
use choice::{Asked, Chosen};
use ranks::{before_place, rate_ranked};

/// The most characters of a name.
const LIMIT: usize = 22;

/// What the figures of one sentence are called, in their order.
pub(super) struct Namer<'a> {
    text: &'a [char],
    quantities: &'a [Quantity],
    /// What figures without a name of their own are about, and the unit it was counted in.
    subject: Option<Vec<char>>,
    unit: &'a str,
    /// Where the figure stood that gave the subject.
    named_at: usize,
    /// The items of a list with 分别, and the one that is next.
    listed: Vec<Vec<char>>,
    next: usize,
    /// What was counted or measured so far by a name of its own, and in which unit.
    things: Vec<(&'a str, Vec<char>)>,
    /// The names given so far, each once.
    given: Vec<Vec<char>>,
}

/// The name of a figure and the title an entry has from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Naming {
    /// What is measured.
    pub(super) name: Option<String>,
    /// The same with what was done.
    pub(super) title: Option<String>,
    /// Whether the figure takes the subject of another one.
    pub(super) borrowed: bool,
    /// Whether it says by how much something changed, and not how much there is.
    pub(super) changed: bool,
}

impl Naming {
    /// The name of a change: 省政府机构|减少|13个.
    fn changed_by(self, change: &[char]) -> Self {
        let with = |named: String| named + &change.text();
        Self { name: self.name.map(with), title: self.title.map(with), changed: true, ..self }
    }
}

/// The word that makes a figure one of a change of what `name` is: 机构|减少|13个, 项目同比|增加|110个.
fn change_of<'b>(site: &Site<'_>, before: &'b [char], name: &[char], basis: Basis) -> Option<&'b [char]> {
    if !matches!(basis, Basis::Count | Basis::Level) {
        return None;
    }
    let (len, _) = TABLES.changes.ending_if(before, |len, change| len >= 2 && *change != Change::Reach)?;
    let word = before.after(before.len() - len);
    // 减少|13个|机构: what is counted behind has the word in its name already.
    let behind = site.after().starts_with(name.cut(0, 2)) && !name.is_empty();
    let told = name.windows(len).any(|part| part == word);
    (!behind && !told).then_some(word)
}

impl<'a> Namer<'a> {
    pub(super) fn new(text: &'a [char], quantities: &'a [Quantity]) -> Self {
        Self {
            text,
            quantities,
            subject: None,
            unit: "",
            named_at: 0,
            listed: Vec::new(),
            next: 0,
            things: Vec::new(),
            given: Vec::new(),
        }
    }

    /// The name of the quantity with this number, which `site` shows.
    pub(super) fn name(&mut self, at: usize, site: &Site<'a>, basis: Basis) -> Naming {
        let before = site.before;
        if let Some(name) = self.shared_among(at, site, before) {
            return self.give(&name, None, basis, false);
        }
        let bare = without_trailing(before);
        let act = without_leading(bare, |kind| kind == Opening::Frame);
        let core = Self::core(before, bare, basis);
        let core = if site.from > site.clause { self.beyond_last(core) } else { core };
        let (mut name, borrowed) = match self.choose(Asked { at, site, basis, core: &core }) {
            Some(Chosen::Own(name)) => (name, false),
            Some(Chosen::Lent(name)) => (name, true),
            None => return Naming::default(),
        };
        if basis == Basis::Rank {
            name.extend(rate_ranked(before, &name));
        }
        let among =
            name.last() == Some(&'中') || site.after().starts_with(&name) && site.after().at(name.len()) == '中';
        if let Some(ranked) = before.rfind("在").filter(|_| basis == Basis::Count && among) {
            // 经济总量在全国30个自治州中居第3位: what is ranked stands before those it is ranked among.
            name.truncate(name.len() - usize::from(name.last() == Some(&'中')));
            let ahead = before.cut(0, ranked);
            let ranked = Self::core(ahead, without_trailing(ahead), basis);
            self.subject = Some(ranked).filter(|ranked| ranked.len() >= 2).or_else(|| self.subject.take());
            return self.give(&name, None, basis, true);
        }
        let act = act_with(act, &name);
        if !borrowed {
            self.unit = &site.quantity.unit;
            self.named_at = site.from;
            self.things.push((&site.quantity.unit, name.clone()));
        }
        let naming = self.give(&name, act.as_deref(), basis, borrowed);
        match change_of(site, before, &name, basis) {
            Some(change) => naming.changed_by(change),
            None => naming,
        }
    }

    fn give(&mut self, name: &[char], act: Option<&[char]>, basis: Basis, borrowed: bool) -> Naming {
        if !borrowed && self.given.last().is_none_or(|last| last != name) {
            self.given.push(name.to_vec());
        }
        if !borrowed && (!matches!(basis, Basis::Duration | Basis::Rank) || self.subject.is_none()) {
            self.subject = Some(name.to_vec());
        }
        Naming { name: name_of(name, LIMIT), title: name_of(act.unwrap_or(name), LIMIT), borrowed, changed: false }
    }

    /// The wording before the number, without verbs and frames; empty when it names nothing. `bare` is it without the
    /// words that stand between a name and its number.
    fn core(before: &[char], bare: &[char], basis: Basis) -> Vec<char> {
        let placed = if basis == Basis::Rank { without_trailing(before_place(bare)) } else { without_setting(bare) };
        let noun = bare.after(usize::from(bare.first() == Some(&'、')));
        if basis == Basis::Count && TABLES.generic.holds(noun) {
            // 议案6件、建议565件: a noun, not the act.
            return noun.to_vec();
        }
        let text = without_trailing(without_lead(without_leading(placed, |kind| kind != Opening::Sense)));
        if is_hollow(text) || is_hollow(before) {
            return Vec::new();
        }
        let listed = text.iter().rposition(|&c| c == '、').map_or(0, |at| at + 1);
        let text = if before.closes("等") { text.after(listed) } else { last_item(text) };
        without_leading(text, |kind| kind != Opening::Sense).to_vec()
    }

    /// A wording that runs on behind what the last number counts: 466户|企业|兑现政策资金, 11个|产业集群|实现销售收入.
    fn beyond_last(&self, core: Vec<char>) -> Vec<char> {
        let given = self.given.last().filter(|last| core.len() > last.len() && core.starts_with(last));
        let generic = || TABLES.generic.at(&core, 0).map(|(len, ())| len);
        let Some(counted) = given.map(Vec::len).or_else(generic) else {
            return core;
        };
        let (last, rest) = (core.cut(0, counted), core.after(counted));
        let Some((len, kind)) = TABLES.leading.at_if(rest, 0, |len, _| len >= 2 && len + 2 <= rest.len()) else {
            return core;
        };
        match kind {
            Opening::Frame => [last, rest.after(len)].concat(),
            Opening::Act => rest.after(len).to_vec(),
            Opening::Sense => core,
        }
    }
}

/// What leads, without what it leads over: 增速|高于全省工业.
fn without_lead(text: &[char]) -> &[char] {
    let found = (0..text.len()).find(|&at| text.after(at).begins_one(List::Leads));
    found.map_or(text, |at| text.cut(0, at))
}

fn has_lead(text: &[char]) -> bool {
    text.has_one(List::Leads)
}

/// What was done together with what it was done to: 新建 and 农村公路.
fn act_with(act: &[char], name: &[char]) -> Option<Vec<char>> {
    if name.starts_with(act) {
        return None;
    }
    if act.len() > name.len() && act.ends_with(name) {
        return Some(act.to_vec());
    }
    let verb = (2..=6).contains(&act.len()) && TABLES.leading.holds(act);
    verb.then(|| [act, name].concat())
}

/// Whether a wording before a number names nothing by itself (占全省, 位居, 比上年).
fn is_hollow(text: &[char]) -> bool {
    let living = text.begins_one(List::Living);
    let compared = text.begins("比") && !text.begins_one(List::RatioNouns);
    let scope = TABLES.list(List::HollowWhole).holds(text);
    !living
        && (compared
            || scope
            || text.begins("居")
            || text.begins_one(List::Hollow) && !text.begins_any(&["占地", "占用"]))
}

/// Of several things before a number the last, unless they are short enough to stand together.
fn last_item(text: &[char]) -> &[char] {
    let mut open = 0_usize;
    let mut cut = None;
    for (at, &c) in text.iter().enumerate() {
        match c {
            '“' => open += 1,
            '”' => open = open.saturating_sub(1),
            '、' if open == 0 => cut = Some(at + 1),
            _ => {}
        }
    }
    let (Some(cut), true) = (cut, text.len() > LIMIT) else { return text };
    text.after(cut)
}

/// Where something was won, without the words of the setting: 我省运动员在|里约奥运会|上获.
fn without_setting(text: &[char]) -> &[char] {
    let Some(within) = text.strip_suffix(&['上']).or_else(|| text.strip_suffix(&['中'])) else { return text };
    let Some(at) = within.rfind("在").filter(|at| at + 3 <= within.len()) else { return text };
    let (head, place) = (within.cut(0, at), within.after(at + 1));
    // 人均GDP|在内地大城市中率先: what leads those it is among.
    let leads = place.closes_one(List::RankedGroups) && without_leading(head, |kind| kind != Opening::Sense).len() >= 2;
    if leads { head } else { place }
}
