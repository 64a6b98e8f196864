//! Which part of the report each sentence belongs to.

mod opener;

use std::ops::Range;

use super::chars::Chars;
use super::signs::{Aim, is_forward, names_year, opens, says, sees_problems, strongly};
use super::split::{Level, Sentence, bullet};
use super::tables::PartWord;
use super::wordlists::{List, Lists};
use super::years::plan_years;

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// Title, session, greeting.
    Front,
    /// What was done.
    Review,
    /// What is still wanting; shown with the review, as a section of its own.
    Problems,
    /// What is expected of the year or of the plan.
    Targets,
    /// What is to be done.
    Tasks,
    /// The closing appeal.
    Closing,
    /// Notes on terms and annexes.
    Notes,
}

impl Part {
    /// Whether its figures are targets.
    pub(super) const fn looks_ahead(self) -> bool {
        matches!(self, Self::Targets | Self::Tasks)
    }

    /// Whether it gives entries.
    pub(super) const fn is_body(self) -> bool {
        matches!(self, Self::Review | Self::Problems | Self::Targets | Self::Tasks)
    }
}

/// What the heading of a section says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Back,
    Ahead,
    Government,
    Open,
}

/// The part of every sentence; `aims` are what the sentences aim at.
pub(super) fn parts(sentences: &[Sentence], aims: &[Option<Aim>], year: Option<i32>) -> Vec<Part> {
    let mut split = Splitter { sentences, year, aims, parts: vec![Part::Front; sentences.len()], targets_seen: false };
    let body = split.body();
    let tops = split.tops(&body);
    let mut last = Part::Review;
    for (at, &start) in tops.iter().enumerate() {
        let end = tops.get(at + 1).copied().unwrap_or(body.end);
        let look = if at == 0 && start == body.start && !split.is_heading(start) {
            Look::Open
        } else {
            split.look(start, last)
        };
        let more = tops.len() - at - 1;
        last = split.section(start..end, look, last, more);
    }
    split.parts
}

/// Among the first so many lines behind the closing stands what an annex is.
const ANNEX: usize = 3;

/// So far into the heading of the notes it says what they are.
const NOTED: usize = 12;

/// So many sentences under a heading lead to the aims.
const OPENING: usize = 12;

struct Splitter<'a> {
    sentences: &'a [Sentence],
    year: Option<i32>,
    /// What each sentence aims at.
    aims: &'a [Option<Aim>],
    parts: Vec<Part>,
    targets_seen: bool,
}

impl Splitter<'_> {
    fn text(&self, at: usize) -> &[char] {
        self.sentences.get(at).map_or(&[], Sentence::chars)
    }

    fn aim(&self, at: usize) -> Option<Aim> {
        self.aims.get(at).copied().flatten()
    }

    fn level(&self, at: usize) -> Option<Level> {
        self.sentences.get(at).and_then(|sentence| sentence.level)
    }

    /// Whether a sentence opens a paragraph.
    fn is_first(&self, at: usize) -> bool {
        self.sentences.get(at).is_some_and(|sentence| sentence.first)
    }

    fn is_heading(&self, at: usize) -> bool {
        matches!(self.level(at), Some(Level::One | Level::Bare))
    }

    fn set(&mut self, range: Range<usize>, part: Part) {
        self.parts.get_mut(range).into_iter().flatten().for_each(|slot| *slot = part);
    }

    /// Front, closing and notes marked; what is left is the body.
    fn body(&mut self) -> Range<usize> {
        let count = self.sentences.len();
        let notes = (count * 7 / 10..count).find(|&at| self.opens_notes(at)).unwrap_or(count);
        let opening = (0..count.min(60)).find(|&at| opens(self.text(at))).map(|at| at + 1);
        let first = (0..count.min(80)).find(|&at| {
            self.is_heading(at) || opening.is_none() && self.text(at).len() > 60 && !self.text(at).has("会议")
        });
        let start = opening.or(first).unwrap_or(0);
        let address =
            (start..notes).rev().find(|&at| self.text(at).begins("各位代表") || self.text(at).begins("各位委员"));
        let end = address.filter(|&at| at * 10 > count * 6 && notes - at <= 14).unwrap_or(notes);
        self.set(0..start, Part::Front);
        self.set(end..notes, Part::Closing);
        self.set(notes..count, Part::Notes);
        // 附件1, 2021年省十件民生实事: what is promised behind the closing is to be done.
        let promises = |&at: &usize| self.text(at).len() < 40 && self.text(at).closes_one(List::Promised);
        if let Some(annex) = (notes..count.min(notes + ANNEX)).find(promises) {
            let next = (annex + 1..count).find(|&at| self.opens_notes(at)).unwrap_or(count);
            self.set(annex..next, Part::Tasks);
        }
        start..end.max(start)
    }

    fn opens_notes(&self, at: usize) -> bool {
        let text = self.text(at);
        // 《政府工作报告》|名词解释
        let named = text.after(text.rfind("》").map_or(0, |end| end + 1));
        self.is_first(at) && text.len() < 40 && says(named.cut(0, NOTED), PartWord::Notes)
    }

    /// The places where the top sections begin.
    fn tops(&self, body: &Range<usize>) -> Vec<usize> {
        let of = |level: Level| body.clone().filter(|&at| self.level(at) == Some(level)).collect::<Vec<usize>>();
        let (ones, bare) = (of(Level::One), of(Level::Bare));
        let restarts = ones.iter().filter(|&&at| self.text(at).begins("一、")).count();
        let numbered = !ones.is_empty() && (restarts == 1 || bare.is_empty());
        let mut tops = if numbered { ones } else { bare };
        if tops.first() != Some(&body.start) {
            tops.insert(0, body.start);
        }
        tops
    }

    /// What a heading says of the section under it.
    fn look(&self, at: usize, last: Part) -> Look {
        let text = self.text(at);
        let names = |year: i32| names_year(text, year);
        let (old, new) = self.year.map_or((false, false), |year| (names(year - 1), names(year)));
        let planned = text.has_one(List::PlanTasks) && !text.has_one(List::Done) || text.has_one(List::Arranged);
        if old && !new && !(planned && says(text, PartWord::Period)) {
            return Look::Back;
        }
        // “十四五”时期发展成就和“十五五”时期主要目标: the review comes first, its end is found by what is said.
        let both = says(text, PartWord::Review) && says(text, PartWord::Planning) && says(text, PartWord::Period);
        if both && text.has_any(&["和", "及", "与", "、"]) && !names(self.year.unwrap_or_default()) {
            return Look::Back;
        }
        if says(text, PartWord::Review) && !(planned && new) && !(says(text, PartWord::Period)) {
            return Look::Back;
        }
        if says(text, PartWord::Government) && last != Part::Front {
            return if last == Part::Review { Look::Open } else { Look::Government };
        }
        if new || says(text, PartWord::Planning) && (last.looks_ahead() || last == Part::Problems || strongly(text)) {
            return Look::Ahead;
        }
        Look::Open
    }

    /// Gives the sentences of a section their parts; tells the last one.
    fn section(&mut self, range: Range<usize>, look: Look, last: Part, more: usize) -> Part {
        let heading = self.text(range.start);
        let yearly = self.year.is_some_and(|year| names_year(heading, year));
        if heading.has_one(List::ExplainsPlan) && last != Part::Front && !yearly {
            return self.plan_explained(range);
        }
        // 七、逐步实现科技强省目标: one more of the tasks, where no year or plan is named.
        let dated = yearly || heading.has_one(List::AimedAt) || says(heading, PartWord::Period);
        let further = look == Look::Ahead && last == Part::Tasks && self.targets_seen && !dated;
        let look = if further { Look::Open } else { look };
        match (look, last) {
            (Look::Back, _) | (Look::Open, Part::Review | Part::Front) => self.review(range, Part::Review, more),
            (Look::Ahead, _) | (Look::Open, Part::Problems) => self.ahead(range, more),
            (Look::Open, Part::Targets) if !self.targets_seen => self.ahead(range, more),
            (Look::Government, _) => {
                self.set(range, Part::Tasks);
                Part::Tasks
            }
            (Look::Open, _) if self.aims_first(&range) => self.ahead(range, more),
            (Look::Open, _) => {
                self.set(range.clone(), Part::Tasks);
                self.stray_targets(range);
                Part::Tasks
            }
        }
    }

    /// Whether a section under a heading that says nothing begins with the general line.
    fn aims_first(&self, range: &Range<usize>) -> bool {
        let (start, end) = (range.start + 1, range.end.min(range.start + OPENING));
        let item = |&at: &usize| self.level(at).is_some() || bullet(self.text(at)).is_some();
        let end = (start..end).find(item).unwrap_or(end);
        (start..end).any(|at| {
            let text = self.text(at);
            let head = text.cut(0, 24);
            let dated = head.has_one(List::AimedAt) || self.year.is_some_and(|year| names_year(head, year));
            dated && self.aim(at) == Some(Aim::Outline) && is_forward(text)
        })
    }

    /// A section that explains the plan laid before the meeting: its parts go by the headings under it.
    fn plan_explained(&mut self, range: Range<usize>) -> Part {
        let mut part = Part::Targets;
        for at in range {
            if self.level(at) == Some(Level::Two) {
                let text = self.text(at);
                let behind = self.year.zip(plan_years(text)).is_some_and(|(year, (_, last))| last < year);
                part = if behind || says(text, PartWord::Review) {
                    Part::Review
                } else if text.has_one(List::PlanTasks) && !text.has_one(List::AimHeading) {
                    Part::Tasks
                } else {
                    Part::Targets
                };
            }
            self.set(at..at + 1, part);
        }
        self.targets_seen = true;
        Part::Targets
    }

    /// A review, with its problems, and what follows where no heading parts them.
    fn review(&mut self, range: Range<usize>, first: Part, more: usize) -> Part {
        let mut part = first;
        let far = self.sentences.len() / 10;
        for at in range.clone() {
            let text = self.text(at);
            if part == Part::Review && sees_problems(text) {
                part = Part::Problems;
            }
            let headed = self.level(at).is_some() && at > range.start && at >= far;
            // So early 二、1988年的任务 is still to come, and （三）改革 goes on with what was done.
            let early = more > 0 && at < 3 * far;
            let counts_on = early && self.level(at) == Some(Level::Two) && !text.begins("（一");
            if counts_on && part == Part::Problems {
                part = Part::Review;
            }
            if part == Part::Problems && headed && self.parts.get(at - 1) == Some(&Part::Problems) {
                let aimed = (at..range.end).any(|at| self.aim(at) == Some(Aim::Target));
                self.set(at..range.end, Part::Tasks);
                return if aimed { self.ahead(at..range.end, more) } else { Part::Tasks };
            }
            let ahead = at >= far
                && (self.aim(at) == Some(Aim::Target) && is_forward(text)
                    || self.aim(at) == Some(Aim::Outline) && at > range.start + 3 && !text.has("五年来"));
            if ahead {
                let start = self.opening_of_plan(range.start, at);
                self.set(range.start.max(start)..range.end, Part::Targets);
                let part = self.ahead(start..range.end, more);
                self.achievements(range);
                return part;
            }
            if let Some(slot) = self.parts.get_mut(at) {
                *slot = part;
            }
        }
        part
    }

    /// Under a heading that names what was achieved beside what is aimed at, the paragraphs that open with the years
    /// behind are no aims.
    fn achievements(&mut self, range: Range<usize>) {
        let first = |at: &usize| self.is_first(*at);
        let mut at = range.start + 1;
        while at < range.end && first(&at) && self.text(at).cut(0, 22).has_one(List::FiveYears) {
            at = (at + 1..range.end).find(first).unwrap_or(range.end);
        }
        if self.is_heading(range.start) {
            self.set(range.start + 1..at, Part::Review);
        }
    }

    /// Where the passage begins that leads to the target sentence at `at`.
    fn opening_of_plan(&self, from: usize, at: usize) -> usize {
        let near = at.saturating_sub(14).max(from);
        let opens = |&place: &usize| {
            let text = self.text(place);
            let year = self.year.is_some_and(|year| names_year(text.cut(0, 14), year));
            self.is_first(place) && (text.cut(0, 8).has("今年") || year || text.begins_one(List::OpensPlan))
                || year && text.has("是")
        };
        (near..=at).find(opens).unwrap_or_else(|| (near..=at).rev().find(|&place| self.is_first(place)).unwrap_or(at))
    }

    /// A part that looks ahead: targets up to where the tasks begin.
    fn ahead(&mut self, range: Range<usize>, more: usize) -> Part {
        let far = range.start + self.sentences.len() * 3 / 10;
        let opener = self.opener(&range, more);
        let late = opener.is_none_or(|at| at > far) && range.end > far;
        let opener = if late { self.line_alone(range.start + 2, far).or(opener) } else { opener };
        let (start, end) = (range.start, range.end);
        let split = opener.unwrap_or(end).max(start);
        self.set(start..split, Part::Targets);
        self.set(split..end, Part::Tasks);
        self.aims_between(split..end);
        self.stray_targets(split..end);
        if split > start {
            self.targets_seen |= (start..split).any(|at| self.aim(at).is_some());
        }
        if split < end { Part::Tasks } else { Part::Targets }
    }

    /// What stands under a heading of the second level that names the targets alone, before one that does not.
    fn aims_between(&mut self, range: Range<usize>) {
        let two: Vec<usize> = range.filter(|&at| self.level(at) == Some(Level::Two)).collect();
        for (&at, &next) in two.iter().zip(two.iter().skip(1)) {
            if self.aim(at) == Some(Aim::Target) && self.text(at).closes_one(List::TargetWords) {
                self.set(at..next, Part::Targets);
                self.targets_seen = true;
            }
        }
    }

    /// A target sentence among the tasks goes to the targets.
    fn stray_targets(&mut self, range: Range<usize>) {
        for at in range {
            let text = self.text(at);
            let stray = self.aim(at) == Some(Aim::Target)
                && text.iter().any(char::is_ascii_digit)
                && is_forward(text)
                && text.cut(0, 30).has_one(List::MainTargets);
            if stray {
                self.targets_seen = true;
                self.set(at..at + 1, Part::Targets);
            }
        }
    }
}
