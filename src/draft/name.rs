//! What a figure is called: the words before its number or behind it, a list with 分别, or the last subject.

use super::chars::{Chars, is_han, is_stop};
use super::judge::{Site, clause_start, without_brackets};
use super::lists::items_of;
use super::scan::{Form, Quantity};
use super::tables::{Change, Kind, Opening, TABLES};
use super::wording::{behind, name_of, without_leading, without_trailing};
use crate::report::Basis;

/// Words with which a clause goes on from what it is about.
const ADVERBS: [&str; 22] = [
    "快速",
    "稳步",
    "持续",
    "加快",
    "蓬勃",
    "不断",
    "平稳",
    "健康",
    "较快",
    "发展",
    "增长",
    "进一步",
    "全面",
    "明显",
    "显著",
    "逐步",
    "有序",
    "扎实",
    "深入",
    "得到",
    "取得",
    "成效",
];
/// The most numbers that share one list or one noun.
const RUN: usize = 24;
/// The most characters of a name.
const LIMIT: usize = 22;

/// What the figures of one sentence are called, in their order.
pub(super) struct Namer<'a> {
    text: &'a [char],
    quantities: &'a [Quantity],
    /// What figures without a name of their own are about.
    subject: Option<Vec<char>>,
    /// The items of a list with 分别, and the one that is next.
    listed: Vec<Vec<char>>,
    next: usize,
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
}

impl<'a> Namer<'a> {
    pub(super) fn new(text: &'a [char], quantities: &'a [Quantity]) -> Self {
        Self { text, quantities, subject: None, listed: Vec::new(), next: 0, given: Vec::new() }
    }

    /// The name of the quantity with this number, which `site` shows.
    pub(super) fn name(&mut self, at: usize, site: &Site<'_>, basis: Basis) -> Naming {
        let before = site.before();
        if let Some(name) = self.shared_among(at, site, &before) {
            return self.give(&name, None, basis, false);
        }
        let act = without_leading(without_trailing(&before), |kind| kind == Opening::Frame).to_vec();
        let core = Self::core(&before, basis);
        let (name, borrowed) = self.choose(at, site, basis, &core);
        let Some(name) = name else { return Naming::default() };
        let act = act_with(&act, &name);
        self.give(&name, act.as_deref(), basis, borrowed)
    }

    fn give(&mut self, name: &[char], act: Option<&[char]>, basis: Basis, borrowed: bool) -> Naming {
        if !borrowed && self.given.last().is_none_or(|last| last != name) {
            self.given.push(name.to_vec());
        }
        if !borrowed && (!matches!(basis, Basis::Duration | Basis::Rank) || self.subject.is_none()) {
            self.subject = Some(name.to_vec());
        }
        Naming { name: name_of(name, LIMIT), title: name_of(act.unwrap_or(name), LIMIT), borrowed }
    }

    /// The wording before the number, without verbs and frames; empty when it names nothing.
    fn core(before: &[char], basis: Basis) -> Vec<char> {
        let mut text = without_leading(without_trailing(before), |kind| kind != Opening::Sense);
        if basis == Basis::Rank {
            text = without_leading(without_trailing(before_place(text)), |kind| kind != Opening::Sense);
        }
        let text = if basis == Basis::Points { without_lead(text) } else { text };
        if is_hollow(text) || is_hollow(before) {
            return Vec::new();
        }
        let listed = text.iter().rposition(|&c| c == '、').map_or(0, |at| at + 1);
        let text = if before.closes("等") { text.after(listed) } else { last_item(text) };
        without_leading(text, |kind| kind != Opening::Sense).to_vec()
    }

    fn choose(&self, at: usize, site: &Site<'_>, basis: Basis, core: &[char]) -> (Option<Vec<char>>, bool) {
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
            return (Some(after), false);
        }
        let relative = matches!(basis, Basis::Growth | Basis::Points | Basis::Multiple | Basis::Rank | Basis::Duration);
        if relative
            && (core.len() < 2 || is_aspect_only(core))
            && let Some(name) = self.with_aspect(core)
        {
            return (Some(name), true);
        }
        if core.len() >= 2 {
            if let Some(graded) = self.graded(core) {
                return (Some(graded), false);
            }
            if TABLES.aspects.holds(core) {
                return (Some(self.with_aspect(core).unwrap_or_else(|| core.to_vec())), false);
            }
            return (Some(core.to_vec()), false);
        }
        let of = site.after().begins("的") && basis == Basis::Duration;
        if after.len() >= 2 && (of || matches!(basis, Basis::Count | Basis::Level | Basis::Share)) {
            return (Some(after), false);
        }
        match &self.subject {
            Some(subject) => (Some(subject.clone()), true),
            None => (self.topic(site).or_else(|| (after.len() >= 2).then_some(after)), false),
        }
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
        let topic = match TABLES.aspects.ending(subject) {
            Some((len, ())) if len < subject.len() => subject.cut(0, subject.len() - len),
            _ if subject.last().is_some_and(|c| matches!(c, '值' | '额' | '率' | '量' | '度')) => return None,
            _ => subject,
        };
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
            && !self.text.after(quantity.end).begins_any(&[
                "和", "及", "与", "到", "提", "增", "下降", "降", "收", "用于", "在", "以", "高于", "低于", "高出",
                "左右", "占",
            ]);
        let glued = noun && (next != '的') && !hedged;
        let invested =
            core.closes_any(&["总投资", "投资", "总投入", "产能", "年产", "总规模", "规模", "面积", "价值", "长"])
                && core.len() <= 6;
        match basis {
            Basis::Count => core.is_empty() || glued && !verb_like(after) || invested || next == '的' && core.len() < 2,
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

    /// The name from a list with 分别.
    fn shared_among(&mut self, at: usize, site: &Site<'_>, before: &[char]) -> Option<Vec<char>> {
        let joined = before.iter().all(|c| matches!(c, '、' | '和' | '及' | '与' | ' ' | '以'));
        if let Some(place) = before.rfind("分别") {
            self.open_list(at, site, before.cut(0, place));
            self.next = 0;
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
        if items.len() < 2 && self.given.len() >= wanted && items.len() < wanted {
            // 分别 takes up the last names: A10亿元、B20亿元，分别增长5%、6%
            let aspect = items.first().filter(|item| TABLES.aspects.holds(item)).cloned();
            items = self.given.after(self.given.len() - wanted);
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

    /// How many numbers follow one another from the one with this number.
    fn run(&self, at: usize) -> usize {
        let mut count = 1;
        while let (Some(this), Some(next), true) =
            (self.quantities.get(at + count - 1), self.quantities.get(at + count), count < RUN)
        {
            let joint = self.text.cut(this.end, next.span.start).text();
            if !matches!(joint.trim(), "、" | "和" | "及" | "与" | "" | "，") {
                break;
            }
            count += 1;
        }
        count
    }

    /// What the clause before is about, for a figure without any name: 第三产业快速发展，….
    fn topic(&self, site: &Site<'_>) -> Option<Vec<char>> {
        let end = site.clause.checked_sub(1)?;
        let clause = without_brackets(self.text.cut(clause_start(self.text, end), end));
        let text = without_leading(&clause, |kind| kind != Opening::Sense);
        let cut = (1..text.len()).find(|&at| ADVERBS.iter().any(|word| text.is_at(at, word))).unwrap_or(text.len());
        let topic = text.cut(0, cut);
        ((2..=14).contains(&topic.len()) && !topic.iter().any(char::is_ascii_digit)).then(|| topic.to_vec())
    }
}

/// A slice of names as a list of its own.
trait After {
    fn after(&self, from: usize) -> Vec<Vec<char>>;
}

impl After for Vec<Vec<char>> {
    fn after(&self, from: usize) -> Vec<Vec<char>> {
        self.get(from..).unwrap_or_default().to_vec()
    }
}

/// What leads, without what it leads over: 增速|高于全省工业.
fn without_lead(text: &[char]) -> &[char] {
    const LEADING: [&str; 8] = ["高于", "低于", "快于", "高出", "好于", "领先", "慢于", "超出"];
    let found = (0..text.len()).find(|&at| LEADING.iter().any(|word| text.is_at(at, word)));
    found.map_or(text, |at| text.cut(0, at))
}

/// What was done together with what it was done to: 新建 and 农村公路.
fn act_with(act: &[char], name: &[char]) -> Option<Vec<char>> {
    if act.len() > name.len() && act.ends_with(name) {
        return Some(act.to_vec());
    }
    let verb = (2..=6).contains(&act.len()) && TABLES.leading.holds(act);
    verb.then(|| [act, name].concat())
}

/// Whether a wording before a number names nothing by itself (占全省, 位居, 比上年).
fn is_hollow(text: &[char]) -> bool {
    const HOLLOW: [&str; 26] = [
        "占",
        "是上",
        "是全",
        "是20",
        "是“",
        "是去",
        "为上",
        "为全",
        "为20",
        "为“",
        "为去",
        "相当于",
        "位居",
        "位列",
        "列全",
        "列第",
        "稳居",
        "保持全",
        "到20",
        "到“",
        "较",
        "五年累计",
        "高于",
        "低于",
        "均居",
        "总数",
    ];
    let living = text.begins_any(&["居民", "居家", "居住", "较大", "较高"]);
    let compared = text.begins("比") && !text.begins_any(&["比重", "比例", "比值"]);
    let whole = text.text();
    let scope = matches!(
        whole.as_str(),
        "增速"
            | "增幅"
            | "总量"
            | "五年"
            | "全省"
            | "全国"
            | "上年"
            | "平均"
            | "水平"
            | "比重"
            | "占比"
            | "其中"
            | "均"
            | "先后"
            | "主要"
            | "规模"
            | "每年"
            | "同比"
            | "位次"
            | "排名"
            | "总数"
    );
    !living
        && (compared || scope || text.begins("居") || text.begins_any(&HOLLOW) && !text.begins_any(&["占地", "占用"]))
}

/// Whether a wording is an aspect without its subject.
fn is_aspect_only(text: &[char]) -> bool {
    is_hollow(text) || TABLES.aspects.holds(text)
}

/// What is ranked, without the words of placing: 增速|居全省.
fn before_place(text: &[char]) -> &[char] {
    const PLACING: [&str; 14] =
        ["稳居", "位居", "跃居", "位列", "名列", "排名", "排在", "居", "列", "排", "升至", "跃升", "上升", "前移"];
    let near = text.len().saturating_sub(14);
    let found = (near..text.len()).find(|&at| {
        PLACING.iter().any(|word| text.is_at(at, word)) && !text.is_at(at, "居民") && !text.is_at(at, "列车")
    });
    if let Some(at) = found {
        return text.cut(0, at);
    }
    let scope = ["全省", "全国", "全市", "全区", "全球", "世界"].iter().filter_map(|word| text.rfind(word)).max();
    scope.map_or(text, |at| text.cut(0, at))
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

/// Whether what stands behind a number is done by or to what stands before it (企业30家获评…).
fn verb_like(after: &[char]) -> bool {
    TABLES.cuts.at(after, 0).is_some()
}

/// Whether a wording is of money by itself (上级资金, 减税降费), so that what follows is what it is for.
fn of_money(core: &[char]) -> bool {
    const MONEY: [&str; 30] = [
        "资金", "贷款", "补贴", "费", "款", "税", "债券", "基金", "收入", "投资", "产值", "额", "值", "利润", "融资",
        "支出", "资产", "余额", "信贷", "债务", "补助", "奖励", "授信", "经费", "消费", "成本", "规模", "产能", "项目",
        "税收",
    ];
    core.closes_any(&MONEY)
}
