//! What a quantity means: whether it only names a class, its qualifier, basis and sign, role and year.

use super::chars::{Chars, is_han, is_stop};
use super::outline::{Context, Part};
use super::scan::{Form, Quantity};
use super::tables::{Change, Kind, TABLES};
use crate::report::{Basis, Qualifier, Role, Years};

/// A quantity in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) text: &'a [char],
    pub(super) quantity: &'a Quantity,
    /// Where its clause begins.
    pub(super) clause: usize,
    /// Where the quantity before it in the clause ends, else where the clause begins.
    pub(super) from: usize,
}

impl<'a> Site<'a> {
    /// From the quantity before, or the clause's start, up to the quantity; brackets left out.
    pub(super) fn before(&self) -> Vec<char> {
        without_brackets(self.text.cut(self.from, self.quantity.span.start))
    }

    /// From the clause's start up to the quantity.
    pub(super) fn clause(&self) -> &'a [char] {
        self.text.cut(self.clause, self.quantity.span.start)
    }

    /// What follows the quantity and its qualifier.
    pub(super) fn after(&self) -> &'a [char] {
        self.text.after(self.quantity.end)
    }
}

/// The most characters of a clause.
const CLAUSE: usize = 200;

/// Where the clause of a place begins.
pub(super) fn clause_start(text: &[char], at: usize) -> usize {
    let near = at.saturating_sub(CLAUSE);
    text.cut(near, at).iter().rposition(|&c| is_stop(c)).map_or(near, |stop| near + stop + 1)
}

/// `text` without what stands in brackets, whole or half.
pub(super) fn without_brackets(text: &[char]) -> Vec<char> {
    let mut out = Vec::with_capacity(text.len());
    let mut open = None;
    for &c in text {
        match c {
            '（' => open = Some(out.len()),
            '）' => match open.take() {
                Some(from) => out.truncate(from),
                None => out.clear(),
            },
            _ => out.push(c),
        }
    }
    match open {
        Some(from) => out.split_off(from),
        None => out,
    }
}

/// Whether a size only says which kind is meant: 亿元以上项目, 千亿级, 12英寸.
pub(super) fn names_a_class(text: &[char], quantity: &Quantity) -> bool {
    let after = text.after(quantity.end);
    let before = text.cut(quantity.span.start.saturating_sub(3), quantity.span.start);
    let sized = matches!(quantity.kind, Kind::Money | Kind::Measure);
    let peopled = matches!(quantity.unit.as_str(), "户" | "人" | "头");
    let bounded =
        matches!(quantity.hedge, Some(Qualifier::AtLeast | Qualifier::AtMost)) && quantity.end > quantity.span.end;
    let noun = |text: &[char]| text.first().is_some_and(|&c| is_han(c) || c == '“');
    let goes_on = after.begins_any(&[
        "和",
        "及",
        "与",
        "的目标",
        "的水平",
        "的规模",
        "增",
        "来自",
        "用于",
        "集中",
        "全部",
        "资金",
        "投资",
        "的资金",
        "的投资",
        "补",
    ]);
    let things = [
        "项目",
        "企业",
        "产业",
        "园区",
        "集群",
        "县",
        "镇",
        "村",
        "骨干",
        "科技",
        "工业",
        "重大",
        "的项目",
        "的企业",
        "的产业",
        "的重大",
        "的工业",
        "大项目",
        "强",
        "台阶",
        "俱乐部",
        "城市",
        "的骨干",
        "的镇",
        "的县",
        "龙头",
        "税收",
    ];
    if after.begins("级") && quantity.kind != Kind::Ratio
        || quantity.kind == Kind::Count && after.begins_any(&["方面", "大方面"])
    {
        return true;
    }
    if sized && bounded && (noun(after) && !goes_on)
        || peopled
            && bounded
            && after.begins_any(&["自然村", "村", "屯", "的自然村", "的村", "的屯", "的大", "规模", "聚居", "集中居住"])
    {
        return true;
    }
    if quantity.kind == Kind::Money && before.closes_any(&["超", "过", "上", "达"]) && after.begins_any(&things) {
        return true;
    }
    if matches!(quantity.kind, Kind::Money | Kind::Bare)
        && quantity.form == Form::Plain
        && after.begins_any(&["台阶", "俱乐部", "强", "城市", "产业集群", "级", "园区", "企业", "县"])
        && !text.at(quantity.span.start).is_ascii_digit()
    {
        return true;
    }
    match quantity.unit.as_str() {
        "小时" | "分钟" => {
            let clause = text.cut(clause_start(text, quantity.span.start), quantity.span.start);
            !clause.has_any(&["缩短", "压缩", "时间", "时限", "时长", "用时"])
                || after.begins_any(&["生活圈", "服务圈", "经济圈", "交通圈", "医疗圈", "圈"])
        }
        "千伏" | "英寸" | "伏" => true,
        "天" | "个工作日" | "工作日" => {
            let clause = text.cut(clause_start(text, quantity.span.start), quantity.span.start);
            !clause.has_any(&[
                "天数", "优良", "缩短", "压缩", "时限", "时间", "达", "用时", "连续", "减少", "增加", "提前", "周期",
                "由", "从", "蓝天", "为",
            ]) && !after.begins_any(&["优良", "蓝天"])
        }
        _ => false,
    }
}

/// How the source hedges the quantity.
pub(super) fn qualifier(site: &Site<'_>, part: Part) -> Option<Qualifier> {
    let before = site.before();
    let mut text: &[char] = &before;
    let mut own = None;
    let mut hedge = site.quantity.hedge;
    // 不低于全省平均, 达到, 占 may stand between the qualifier and its number.
    for _ in 0..3 {
        while text.last().is_some_and(|&c| matches!(c, ' ' | '“' | '了')) {
            text = text.cut(0, text.len() - 1);
        }
        if let Some((len, &found)) = TABLES.before.ending(text) {
            let word = text.after(text.len() - len);
            if refuses(word, text, site) {
                break;
            }
            own = Some((found, word.has("控制")));
            if found != Qualifier::Toward {
                break;
            }
        }
        let Some(len) = ["达到", "完成", "实现", "占", "是", "为", "引进", "建成", "建设", "新增", "达", "在"]
            .iter()
            .find_map(|word| text.closes(word).then_some(word.chars().count()))
        else {
            break;
        };
        if own.is_some() {
            break;
        }
        text = text.cut(0, text.len() - len);
    }
    match own {
        // 控制在3%左右 is about, 控制在3%以内 at most.
        Some((Qualifier::AtMost, true)) => hedge = hedge.or(Some(Qualifier::AtMost)),
        Some((Qualifier::Toward, _)) | None => {}
        Some((found, _)) => hedge = hedge.or(Some(found)),
    }
    if hedge.is_some() {
        return hedge;
    }
    let aims = site.clause().has_any(&["力争", "冲刺"]) && part.looks_ahead();
    let toward = own.is_some_and(|(found, _)| found == Qualifier::Toward) && part.looks_ahead();
    (aims || toward).then_some(Qualifier::Toward)
}

/// Whether a qualifier's word is part of another word or compares with something else.
fn refuses(word: &[char], text: &[char], site: &Site<'_>) -> bool {
    let ahead = text.cut(0, text.len() - word.len());
    match word.text().as_str() {
        "近" => ahead.closes_any(&["最", "临", "附", "邻", "远", "就", "靠", "亲"]),
        "高于" | "低于" => {
            site.quantity.kind == Kind::Points || site.quantity.kind == Kind::Ratio && ahead.has_any(&["全国", "全省"])
        }
        "约" => ahead.closes_any(&["节", "集", "签", "违", "契", "合", "预", "条"]),
        "破" => ahead.closes_any(&["侦", "攻", "爆", "打"]),
        "超" => ahead.closes_any(&["赶", "反"]),
        "向" => !site.after().begins("迈") && !site.after().begins("冲"),
        _ => false,
    }
}

/// The basis of a quantity, and whether it goes down.
pub(super) fn basis(site: &Site<'_>, previous: Option<(Basis, bool, Kind)>) -> (Basis, bool) {
    let quantity = site.quantity;
    let before = site.before();
    match (quantity.form, quantity.kind) {
        (Form::Rank, _) => (Basis::Rank, false),
        (Form::Part, _) => (Basis::Share, false),
        (_, Kind::Points) => (Basis::Points, falls(&before, 4)),
        (_, Kind::Multiple) => (Basis::Multiple, false),
        (_, Kind::Ratio) => ratio(site, &before, previous),
        (_, Kind::Time) => (Basis::Duration, false),
        (_, Kind::Count | Kind::Noun) => (Basis::Count, false),
        (_, Kind::Bare) if quantity.scaled => (if money_before(site) { Basis::Level } else { Basis::Count }, false),
        (_, Kind::Money | Kind::Measure | Kind::Bare) => (Basis::Level, false),
    }
}

/// Whether the wording is of money, so that a bare 亿 is 亿元.
fn money_before(site: &Site<'_>) -> bool {
    let long = site.quantity.unit.contains('亿');
    long && site.clause().has_any(&[
        "产值",
        "收入",
        "投资",
        "资金",
        "总值",
        "增加值",
        "总额",
        "生产总值",
        "GDP",
        "税",
        "贷款",
        "余额",
        "营收",
        "规模",
        "经济",
    ])
}

/// Whether a word of falling stands right before the number.
fn falls(before: &[char], reach: usize) -> bool {
    let end = before.len();
    (0..=reach.min(end)).any(|gap| {
        let ahead = before.cut(0, end - gap);
        matches!(TABLES.changes.ending(ahead), Some((_, Change::Down)))
            && !before.after(end - gap).has_any(&["到", "至", "，"])
    })
}

/// Growth or share of a percentage.
fn ratio(site: &Site<'_>, before: &[char], previous: Option<(Basis, bool, Kind)>) -> (Basis, bool) {
    let bare = strip_adverbs(before);
    let clause = site.clause();
    // 人口自然增长率 is a rate, whatever its last word.
    if site.quantity.unit == "‰" || before.has("自然增长率") {
        return (Basis::Share, false);
    }
    let narrowed = clause.has("降幅");
    if let Some((_, &change)) = TABLES.changes.ending(bare) {
        match change {
            Change::Up => return (Basis::Growth, false),
            Change::Down => return (Basis::Growth, true),
            Change::Reach => {
                let ahead = reach_subject(bare);
                if narrowed {
                    return (Basis::Growth, true);
                }
                if ahead.closes_any(&["减幅", "降幅", "跌幅"]) {
                    return (Basis::Growth, true);
                }
                if ahead.closes_any(&["增长", "增速", "增幅", "涨幅", "增长率", "上涨", "增长速度"]) {
                    return (Basis::Growth, false);
                }
                if clause.has_any(&["增速", "增幅", "涨幅"]) && !clause.has_any(&["占", "比重", "率"]) {
                    return (Basis::Growth, false);
                }
                return (Basis::Share, false);
            }
        }
    }
    let joined = bare.iter().all(|c| matches!(c, '、' | '和' | '及' | '与' | ' '));
    if joined && matches!(previous, Some((Basis::Multiple, ..))) && clause.has("增") {
        return (Basis::Growth, false);
    }
    if joined && let Some((basis @ (Basis::Growth | Basis::Share), down, Kind::Ratio)) = previous {
        return (basis, down);
    }
    let after = site.after();
    if after.begins_any(&["的增速", "的速度", "的增长", "增速", "增长", "的年均增"]) {
        return (Basis::Growth, false);
    }
    let tail = bare.after(bare.len().saturating_sub(10));
    let found = (0..tail.len())
        .rev()
        .find_map(|end| TABLES.changes.ending(tail.cut(0, end + 1)).map(|(_, &change)| (end, change)));
    if let Some((end, change)) = found {
        let between = tail.after(end + 1);
        let open = !between.iter().any(|&c| matches!(c, '，' | '；' | '占' | '比' | '率' | '到' | '至'));
        match change {
            Change::Up if open && strong(tail.cut(0, end + 1)) => return (Basis::Growth, false),
            Change::Down if open && strong(tail.cut(0, end + 1)) => return (Basis::Growth, true),
            _ => {}
        }
    }
    (if narrowed { Basis::Growth } else { Basis::Share }, narrowed)
}

/// Whether the word of change at the end is more than one 汉字, which alone may be part of a noun.
fn strong(text: &[char]) -> bool {
    TABLES.changes.ending(text).is_some_and(|(len, _)| len > 1)
}

/// `text` before the word of reaching at its end, and before what stands between.
fn reach_subject(text: &[char]) -> &[char] {
    let mut text = text;
    while let Some((len, Change::Reach)) = TABLES.changes.ending(text) {
        text = text.cut(0, text.len() - len);
        text = strip_adverbs(text);
    }
    text
}

/// `text` without the words between a change and its number: 增长（分别、约、近、不低于）5%.
fn strip_adverbs(text: &[char]) -> &[char] {
    const WORDS: [&str; 37] = [
        "比上年",
        "较上年",
        "比去年",
        "较去年",
        "同比",
        "不低于",
        "不超过",
        "超过",
        "突破",
        "力争达到",
        "力争",
        "高达",
        "分别",
        "控制",
        "预期",
        "目标",
        "累计",
        "预计",
        "左右",
        "不少于",
        "均",
        "各",
        "约",
        "近",
        "超",
        "了",
        "以",
        "将",
        "“",
        "再",
        "也",
        "都",
        "仅",
        "按",
        "拟",
        " ",
        "逾",
    ];
    let mut text = text;
    while let Some(word) = WORDS.iter().find(|word| text.closes(word)) {
        text = text.cut(0, text.len() - word.chars().count());
    }
    text
}

/// Whether it is a result, a target, or what a change starts from; and its years.
pub(super) fn role_and_year(site: &Site<'_>, basis: Basis, context: &Context) -> (Role, Option<Years>) {
    if is_base(site) {
        let named = last_year(site.clause());
        let plan = context.plan.filter(|_| context.part.looks_ahead());
        let year = match (named, context.year, plan) {
            (Some(year), ..) => Some(year),
            (None, Some(_), Some((first, _))) => Some(first - 1),
            (None, Some(year), None) if context.part.looks_ahead() => Some(year - 1),
            (None, Some(year), None) => Some(if context.span.is_some() { year - 6 } else { year - 2 }),
            (None, None, _) => None,
        };
        return (Role::Base, year.map(Years::One));
    }
    let ahead = context.part.looks_ahead()
        || site.clause().has_any(&["未来三年", "未来五年", "未来两年", "今后三年", "今后五年"]);
    let role = if ahead { Role::Target } else { Role::Result };
    (role, years(site, basis, context, role))
}

/// 由 A 提高到 B: whether this is A.
fn is_base(site: &Site<'_>) -> bool {
    let before = site.before();
    let near = before.after(before.len().saturating_sub(16));
    let from = near.rfind("由").or_else(|| near.rfind("从"));
    let starts = from.is_some_and(|at| {
        !near.after(at).iter().any(|&c| is_stop(c)) && !near.after(at).has_any(&["增至", "增加到", "提高到", "达到"])
    });
    let after = site.text.after(site.quantity.end);
    let near = after.cut(0, 10);
    let verb = [
        "提高", "提升", "增加", "增长", "增至", "提至", "升至", "升到", "下降", "降至", "降到", "降低", "压缩", "压减",
        "缩短", "收窄", "扩大", "减少", "减至", "发展", "攀升", "跃升", "上升", "调整", "优化", "回落", "精简", "跃居",
        "前移", "上调", "扩展", "增到", "翻", "拓展", "缩减", "减到", "变为", "提到", "调增", "增", "到", "至",
    ];
    let reach = near.iter().position(|&c| is_stop(c)).unwrap_or(near.len());
    let part = site.quantity.form == Form::Part;
    starts && (verb.iter().any(|word| near.cut(0, reach).has(word)) || part && near.at(0) != '，')
}

/// The last year that a stretch names: 2020年, but not 比2015年.
fn last_year(text: &[char]) -> Option<i32> {
    stated_years(text).last().copied().map(|(_, year)| year)
}

/// All years that a stretch names, with the place behind each.
fn stated_years(text: &[char]) -> Vec<(usize, i32)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at + 4 < text.len() {
        let digits =
            text.cut(at, at + 4).iter().all(char::is_ascii_digit) && !text.at(at.wrapping_sub(1)).is_ascii_digit();
        if digits && matches!(text.at(at + 4), '年') {
            if let Ok(year) = text.cut(at, at + 4).text().parse::<i32>()
                && (1949..=2100).contains(&year)
            {
                out.push((at + 5, year));
            }
            at += 5;
        } else {
            at += 1;
        }
    }
    out
}

fn years(site: &Site<'_>, basis: Basis, context: &Context, role: Role) -> Option<Years> {
    let clause = site.clause();
    if let Some(stated) = stated(site) {
        let plan = context.plan.filter(|&(_, last)| stated == Years::One(last) && role == Role::Target);
        return Some(match plan {
            Some((first, last)) if flows(site, basis) && last_year(clause).is_none() => Years::Span(first, last),
            _ => stated,
        });
    }
    let year = context.year?;
    let text = site.text.cut(0, site.quantity.span.start);
    let yearly = basis == Basis::Growth
        && (clause.has_any(&["年均", "年平均", "年递增"]) || text.has_any(&["年均增", "年均分别"]));
    let spread = yearly || clause.has_any(&["年均", "累计", "五年"]);
    if role == Role::Target && context.part.looks_ahead() {
        return Some(match context.plan {
            Some((first, last)) if spread || flows(site, basis) && !names_end(site) => Years::Span(first, last),
            Some((_, last)) => Years::One(last),
            None => Years::One(year),
        });
    }
    if role == Role::Target {
        let len = if clause.has_any(&["五年"]) {
            5
        } else if clause.has_any(&["两年"]) {
            2
        } else {
            3
        };
        return Some(Years::Span(year, year + len - 1));
    }
    let last = Years::One(year - 1);
    let span = Years::Span(year - 5, year - 1);
    let five = clause.has_any(&[
        "五年累计",
        "五年来",
        "五年间",
        "五年新增",
        "五年净增",
        "五年接待",
        "五年增长",
        "五年共",
        "过去五年",
    ]) || text.has_any(&["五年累计"]);
    if context.part == Part::Review && (yearly || five || clause.has_any(&["年均"]) || compares_plan(clause)) {
        return Some(span);
    }
    Some(match context.span {
        Some((first, end)) if spread || flows(site, basis) => Years::Span(first, end),
        _ => last,
    })
}

/// 比“十二五”增长: against a whole plan.
fn compares_plan(clause: &[char]) -> bool {
    let near = clause.rfind("比“十").or_else(|| clause.rfind("较“十"));
    near.is_some_and(|at| !clause.after(at).has_any(&["五”末", "五”初", "期末", "末增", "末提"]))
}

/// 到2025年: the level at the end of a plan.
fn names_end(site: &Site<'_>) -> bool {
    site.clause().has_any(&["期末", "末期"])
}

/// Whether a figure is added up over the years: it is counted or measured, and a verb of doing stands before it.
fn flows(site: &Site<'_>, basis: Basis) -> bool {
    if !matches!(basis, Basis::Level | Basis::Count) {
        return false;
    }
    let clause = site.text.cut(site.from, site.quantity.span.start);
    let stock = [
        "达到",
        "增至",
        "增加到",
        "提高到",
        "提升到",
        "扩大到",
        "总量",
        "总数",
        "拥有",
        "共有",
        "保有",
        "突破",
        "超过",
        "余额",
        "增长到",
        "发展到",
        "达",
    ];
    let tail = clause.after(clause.len().saturating_sub(4));
    let reached = stock.iter().any(|word| tail.has(word))
        || clause.has_any(&["总量", "总数", "拥有", "保有", "余额", "总里程", "总产值", "由", "从", "人均"]);
    TABLES.flows.first_in(clause).is_some() && !reached
}

/// The year that the sentence states for the quantity: 到2025年, and on over the clauses that follow.
/// A year in the middle of the sentence reaches to the next semicolon.
fn stated(site: &Site<'_>) -> Option<Years> {
    let text = site.text.cut(0, site.quantity.span.start);
    let segment = text.iter().rposition(|&c| c == '；').map_or(0, |at| at + 1);
    let found = stated_years(text);
    found.into_iter().rev().find_map(|(end, year)| {
        let before = text.cut(0, end - 5);
        let after = text.after(end);
        if let Some(last) = until(after).filter(|&last| last > year) {
            return Some(Years::Span(year, last));
        }
        let reaches = end > segment || end <= 7 || before.closes_any(&["到", "至"]);
        (reaches && !is_compared(before, after)).then_some(Years::One(year))
    })
}

/// 2003年|至2005年: the last year of a span.
fn until(after: &[char]) -> Option<i32> {
    let joint = after.begins_any(&["至", "到", "-", "—"]);
    let digits = after.cut(1, 5);
    let year = joint && digits.len() == 4 && digits.iter().all(char::is_ascii_digit) && after.at(5) == '年';
    year.then(|| digits.text().parse().ok()).flatten()
}

/// Whether a year only serves a comparison or names a plan: 比2015年, 2015年以来.
fn is_compared(before: &[char], after: &[char]) -> bool {
    let led = before.closes_any(&[
        "比",
        "较",
        "是",
        "为",
        "由",
        "从",
        "自",
        "在",
        "与",
        "和",
        "、",
        "-",
        "—",
        "于",
        "至",
        "相当于",
        "围绕",
        "高于",
        "低于",
        "完成",
    ]);
    led && !before.closes_any(&["力争到", "至到"])
        || after.begins_any(&["以来", "的", "同期", "以前", "末的", "起", "度", "前", "版", "后"])
            && !after.begins_any(&["前三", "前后", "底前"])
        || after.begins("底") && before.closes_any(&["比", "较"])
}
