//! Figures whose own wording is only a grade of what another one counts: 国家级, 中型.

use super::super::behind::behind;
use super::super::chars::Chars;
use super::super::wordlists::{List, Lists};
use super::Namer;

/// The most characters of a grade: 国家级, 大中型.
const GRADE: usize = 4;

impl Namer<'_> {
    /// A grade alone takes the thing that the name before it graded: 国家级示范基地1个、省级1个.
    pub(super) fn graded(&self, core: &[char]) -> Option<Vec<char>> {
        let subject = self.subject.as_ref().filter(|_| core.len() <= GRADE && core.closes_one(List::Grades))?;
        let graded = (1..subject.len()).find(|&end| subject.cut(0, end).closes_one(List::Grades));
        let thing = graded.map(|end| subject.after(end)).filter(|thing| thing.len() >= 2)?;
        Some([core, thing].concat())
    }

    /// A grade alone takes the thing that the next number counts by another one: 3个|国家级|、31个省级工程研究中心.
    pub(super) fn graded_next(&self, at: usize, grade: &[char]) -> Option<Vec<char>> {
        let (this, next) = (self.quantities.get(at)?, self.quantities.get(at + 1)?);
        let joint = self.text.cut(this.end + grade.len(), next.span.start);
        let alone =
            grade.closes_one(List::Grades) && grade.len() <= GRADE && matches!(joint, ['、' | '和' | '及' | '与']);
        let counted = behind(self.text, next.end).short;
        let other = (2..=GRADE).find(|&len| counted.cut(0, len).closes_one(List::Grades))?;
        let thing = counted.after(other);
        (alone && this.unit == next.unit && thing.len() >= 2).then(|| [grade, thing].concat())
    }
}
