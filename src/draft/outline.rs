//! The sentences of a report, each with its part, its heading and the years it is about.

use super::chars::Chars;
pub(super) use super::parts::Part;
use super::parts::parts;
use super::signs::{Aim, aims, names_year, says};
use super::split::{Sentence, bullet, sentences};
use super::tables::PartWord;
use super::text::Text;
use super::wordlists::{List, Lists};
use super::years::{plan_years, report_year};

/// What a sentence's figures take from the place where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Context {
    pub(super) part: Part,
    /// The report's year.
    pub(super) year: Option<i32>,
    /// The years of the plan that the sentence is about.
    pub(super) plan: Option<(i32, i32)>,
    /// The years of the review that the sentence is about, when it is not the last one alone.
    pub(super) span: Option<(i32, i32)>,
}

/// A report's sentences and what is known of the whole.
#[derive(Debug)]
pub(super) struct Outline {
    pub(super) sentences: Vec<Sentence>,
    pub(super) contexts: Vec<Context>,
    pub(super) year: Option<i32>,
}

/// The outline of `text`; `said` is the year that the user gave.
pub(super) fn outline(text: &Text, said: Option<i32>) -> Outline {
    let sentences = sentences(text);
    let year = said.or_else(|| report_year(text, &sentences));
    let aims: Vec<Option<Aim>> = sentences.iter().map(|sentence| aims(sentence.chars())).collect();
    let parts = parts(&sentences, &aims, year);
    let mut scope = Scope { year, single: false, plan: None, span: None };
    let each = sentences.iter().zip(&aims).zip(&parts);
    let contexts = each.map(|((sentence, &aim), &part)| scope.of(sentence, aim, part)).collect();
    Outline { sentences, contexts, year }
}

/// How far into a target sentence the year stands that its targets are for.
const AIM: usize = 70;

/// The years that what follows is about.
struct Scope {
    year: Option<i32>,
    /// Whether the top heading names the report's year alone.
    single: bool,
    plan: Option<(i32, i32)>,
    span: Option<(i32, i32)>,
}

impl Scope {
    fn of(&mut self, sentence: &Sentence, aim: Option<Aim>, part: Part) -> Context {
        let text = sentence.chars();
        match part {
            Part::Tasks if self.single && !sentence.is_top() => self.plan = None,
            Part::Targets | Part::Tasks => self.ahead(sentence, aim),
            Part::Review => self.back(sentence, text),
            _ => {}
        }
        let plan = self.plan.filter(|_| part.looks_ahead());
        let span = self.span.filter(|_| part == Part::Review);
        Context { part, year: self.year, plan, span }
    }

    fn ahead(&mut self, sentence: &Sentence, aim: Option<Aim>) {
        let Some(year) = self.year else { return };
        let text = sentence.chars();
        let head = if sentence.is_top() { text } else { text.cut(0, 26) };
        let named = plan_years(head).filter(|&(_, last)| last >= year);
        let period = || named.is_some() || says(head, PartWord::Period);
        let yearly = || aim == Some(Aim::Target) && text.cut(0, AIM).has("今年");
        let single = names_year(head, year) || head.has("今年") || yearly();
        if sentence.is_top() {
            self.single = single && !period();
            self.plan = if !single && period() { named.or(Some((year, year + 4))) } else { None };
        } else if single && (sentence.first || head.has_any(&["目标", "要求", "是"])) {
            self.plan = None;
        } else if (sentence.first || head.has_any(&["目标", "要求"]))
            && text.cut(0, 40).has_one(List::AboutPlan)
            && period()
            && !head.has_one(List::NotPlan)
        {
            self.plan = named.or(Some((year, year + 4)));
        }
    }

    fn back(&mut self, sentence: &Sentence, text: &[char]) {
        let Some(year) = self.year.filter(|_| sentence.first || sentence.level.is_some()) else { return };
        let past = (year - 5, year - 1);
        let ends = |text: &[char]| plan_years(text).is_some_and(|(_, last)| last == year - 1);
        if sentence.is_top() {
            let whole = text.has("五年") || ends(text);
            self.span = (whole && !names_year(text, year - 1)).then_some(past);
            return;
        }
        let head = text.cut(0, 22);
        let named = || ends(text.cut(0, 20)) && !head.has_one(List::NotSpan);
        if sentence.first && (names_year(head, year - 1) || head.has_one(List::LastYear)) {
            self.span = None;
        } else if head.has_one(List::FiveYears) || named() && head.has_one(List::PlanPast) {
            self.span = Some(past);
        }
    }
}

/// What the paragraph's first sentence names as its point: 一是…。
pub(super) fn point(sentence: &Sentence) -> Option<String> {
    let text = sentence.chars();
    let len = bullet(text)?;
    let is = matches!(text.at(len - 1), '是' | '，') || text.begins("——");
    let end = text.iter().rposition(|&c| c != '。').map_or(0, |at| at + 1);
    let name = text.cut(len, end);
    let short = sentence.first
        && is
        && text.len() <= 30
        && (2..=30).contains(&name.len())
        && !name.iter().any(char::is_ascii_digit)
        && text.last() == Some(&'。');
    short.then(|| name.text())
}
