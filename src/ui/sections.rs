//! The list of sections at the left: the whole pane at a glance. It follows the cursor and never takes it.

use super::bars::{draw_bar, draw_spark};
use super::canvas::Canvas;
use crate::app::{App, Behind, EXPLAINED, Group, NAME_INDENT, Pane, SectionColumns, count_of, counted_in, first_of};
use crate::pages::{Bar, Ink, growth_rates};
use crate::report::{Report, Role, Section, Tab};
use crate::text::{Label, Lang, cells_of, counted, fit, width, wrap};

/// Where the legend begins.
const LEFT: u16 = 3;
const SECTION: Label = Label::new("板块", "Section");

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let Pane::Tab(tab) = app.pane else {
        return;
    };
    let layout = app.layout();
    let here = layout.groups.get(app.cursor().selected);
    let sections = app.context().report().map_or(&[][..], Report::sections);
    let sections: Vec<(Group, &Section)> = (0..)
        .zip(sections)
        .map(|(at, section)| (Group::Section(at), section))
        .filter(|(_, section)| section.tab() == tab)
        .collect();
    let active = sections.iter().position(|(group, _)| here == Some(group));
    let Some(grid) = &layout.sections else {
        return;
    };
    grid.head(app, canvas, tab);
    let hidden = grid.hidden(app, &sections, (active.unwrap_or(0), canvas.height().saturating_sub(1)));
    let mut y = 1;
    for (at, (_, section)) in sections.iter().enumerate().skip(hidden) {
        if y >= canvas.height() {
            break;
        }
        if active == Some(at) {
            canvas.text(grid.mark, y, Ink::Bold, ">");
        }
        let ink = if active == Some(at) { Ink::Bold } else { Ink::Plain };
        let name = grid.name_rows(&app.context(), section);
        for (row, line) in (0..).zip(&name.lines) {
            canvas.text(grid.name.0 + if row > 0 { NAME_INDENT } else { 0 }, y + row, ink, line);
        }
        let behind = name.behind.map(|row| y + row);
        if tab == Tab::Tasks {
            grid.tasks(canvas, behind.unwrap_or(y + counted(name.lines.len())), section);
        } else if let Some(y) = behind {
            grid.figures(app, canvas, y, section);
        }
        y = y.saturating_add(grid.rows(&app.context(), section));
    }
    if tab == Tab::Tasks {
        y = total(app, canvas, (grid, y.saturating_add(1)));
    }
    legend(app, canvas, (tab, y.saturating_add(1)));
}

/// How many tasks of all sections carry a number, as a gauge and in words; the row behind it.
fn total(app: &App, canvas: &mut Canvas<'_>, (grid, y): (&SectionColumns, u16)) -> u16 {
    let coverage = grid.coverage;
    let left = grid.name.0;
    canvas.text(left, y, Ink::Dim, Label::new("合计", "All").get(app.lang));
    if grid.behind == Behind::First {
        canvas.text_to(grid.right, y, Ink::Dim, &counted_in(coverage));
        return y.saturating_add(1);
    }
    let from = left + if grid.behind == Behind::Below { 8 } else { grid.name.1 + 2 };
    let bar = Bar::Share { role: Role::Target, value: coverage.share() };
    draw_bar(canvas, from, y, bar, grid.right.saturating_sub(from).min(20));
    let room = usize::from(grid.right.saturating_sub(left));
    let said = coverage.sentence(app.lang);
    // In two rows each has one of the two counts.
    let parts = said.split_inclusive(['，', ',']).map(str::trim_start).filter(|_| width(&said) > room);
    let lines = match parts.collect::<Vec<_>>() {
        parts if parts.is_empty() => vec![said],
        parts => parts.into_iter().flat_map(|part| wrap(part, room)).collect(),
    };
    for (row, line) in (y.saturating_add(1)..canvas.height()).zip(&lines) {
        canvas.text(left, row, Ink::Dim, line);
    }
    y.saturating_add(1).saturating_add(u16::try_from(lines.len()).unwrap_or(0))
}

impl SectionColumns {
    /// How many sections at the top are left out, so that the one at `active` is in sight.
    fn hidden(&self, app: &App, sections: &[(Group, &Section)], (active, room): (usize, u16)) -> usize {
        let rows = |(_, section): &(Group, &Section)| usize::from(self.rows(&app.context(), section));
        let mut needed: usize = sections.iter().take(active + 1).map(rows).sum();
        let mut hidden = 0;
        for section in sections.iter().take(active) {
            if needed <= usize::from(room) {
                break;
            }
            needed -= rows(section);
            hidden += 1;
        }
        hidden
    }

    fn head(&self, app: &App, canvas: &mut Canvas<'_>, tab: Tab) {
        let lang = app.lang;
        let (head, left) = (SECTION.get(lang), self.name.0);
        canvas.text(left, 0, Ink::Dim, &fit(head, usize::from(self.name.1.max(8))));
        if tab == Tab::Tasks && self.behind == Behind::First {
            let numbered = Label::new("有数字", "number").get(lang);
            if left + cells_of(head) + 2 + cells_of(numbered) <= self.right {
                canvas.text_to(self.right, 0, Ink::Dim, numbered);
            }
            return;
        }
        if tab == Tab::Tasks {
            let numbered = Label::new(" 有数字  ", " number  ").get(lang);
            let stated = Label::new(" 仅表述", " no number").get(lang);
            // Behind long names there is less room than over the marks: the legend ends with them.
            let cells = 2 + cells_of(numbered) + cells_of(stated);
            let x = (left + self.name.1 + 2).min(self.right.saturating_sub(cells));
            let x = canvas.text(x, 0, Ink::Target, "▪");
            let x = canvas.text(x, 0, Ink::Dim, numbered);
            let x = canvas.text(x, 0, Ink::Target, "▫");
            canvas.text(x, 0, Ink::Dim, stated);
            return;
        }
        let first = Label::new("首项指标", "First").get(lang);
        let end = if self.point.is_some() { self.unit.saturating_sub(1) } else { self.right };
        // Short names leave no room for both heads.
        if width(first) + width(head) < usize::from(end.saturating_sub(left)) {
            canvas.text_to(end, 0, Ink::Dim, first);
        }
        let growth = Label::new("增速分布", "Growth").get(lang);
        if self.behind == Behind::All && usize::from(self.spark) + width(growth) <= usize::from(self.right) {
            canvas.text(self.spark, 0, Ink::Dim, growth);
        }
    }

    /// The first figure of a section, and its growth rates where there are three or more.
    fn figures(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, section: &Section) {
        if let Some(quantity) = first_of(&app.context(), section) {
            if let Some(point) = self.point {
                canvas.text_to(point, y, Ink::Bold, &format!("{}{}", quantity.mark, quantity.whole));
                canvas.text(point, y, Ink::Bold, &quantity.fraction);
                canvas.text(self.unit, y, Ink::Plain, &quantity.unit);
            } else {
                let x = canvas.text(self.number_from(&quantity), y, Ink::Bold, &quantity.number());
                let unit = quantity.line();
                canvas.text(x, y, Ink::Plain, unit.strip_prefix(&quantity.number()).unwrap_or_default());
            }
        }
        let rates: Vec<Option<f64>> = growth_rates(section).into_iter().map(Some).collect();
        let end = usize::from(self.spark) + rates.len();
        if rates.len() >= 3 && self.behind == Behind::All && end <= usize::from(self.right) {
            let ink = Ink::of(section.tab().role());
            draw_spark(canvas, self.spark, y, (&rates, self.full), ink);
        }
    }

    /// One mark a task in the order of the source, in as many rows as they need, or how many carry a number.
    fn tasks(&self, canvas: &mut Canvas<'_>, y: u16, section: &Section) {
        let ink = Ink::of(section.tab().role());
        if self.behind == Behind::First {
            canvas.text_to(self.right, y, Ink::Plain, &count_of(section));
            return;
        }
        for (y, entries) in (y..canvas.height()).zip(section.entries().chunks(self.marks())) {
            let marks: String =
                entries.iter().map(|entry| if entry.figures().is_empty() { '▫' } else { '▪' }).collect();
            canvas.text(self.marks_from(), y, ink, &marks);
        }
    }
}

/// How to read the bars and marks, in the corner that would be empty.
fn legend(app: &App, canvas: &mut Canvas<'_>, (tab, least): (Tab, u16)) {
    const ROWS: u16 = 6;
    let lang = app.lang;
    let top = canvas.height().checked_sub(ROWS).filter(|&top| top >= least && canvas.width() >= EXPLAINED);
    let Some(top) = top else {
        return;
    };
    let (role, other) =
        if tab.role() == Role::Target { (Role::Target, Role::Result) } else { (Role::Result, Role::Target) };
    let full = app.context().scales.growth;
    let year = app.context().year().map(|year| if other == Role::Target { year } else { year - 1 });
    let year = year.map_or_else(String::new, |year| year.to_string());
    canvas.text(LEFT, top, Ink::Dim, Label::new("读法", "How to read").get(lang));
    let said = |zh: String, en: String| if lang == Lang::Zh { zh } else { en };
    let text = LEFT + 8;
    draw_bar(canvas, LEFT, top + 1, Bar::Growth { role, value: full, other: None, full }, 6);
    canvas.text(text, top + 1, Ink::Dim, &said(format!("增速，全长 {full}%"), format!("growth; full = {full}%")));
    draw_bar(canvas, LEFT, top + 2, Bar::Share { role, value: 60.0 }, 6);
    canvas.text(text, top + 2, Ink::Dim, &said("占比，全长 100%".into(), "share; full = 100%".into()));
    canvas.text(LEFT, top + 3, Ink::of(other), super::bars::mark_of(other));
    let what = match other {
        _ if year.is_empty() => said("另一年，同口径".to_owned(), "other year, same scope".to_owned()),
        Role::Target => said(format!("{year} 同口径目标"), format!("{year}, same scope")),
        Role::Result | Role::Base => said(format!("{year} 同口径结果"), format!("{year}, same scope")),
    };
    canvas.text(text, top + 3, Ink::Dim, &what);
    let heights: Vec<Option<f64>> = [0.2, 0.5, 0.3, 0.8].iter().map(|share| Some(share * full)).collect();
    draw_spark(canvas, LEFT, top + 4, (&heights, full), Ink::of(role));
    let forms = [
        said(format!("板块内各项增速，0 至 {full}%"), format!("growth in a section, 0 to {full}%")),
        said(format!("各项增速，0–{full}%"), format!("growth, 0 to {full}%")),
    ];
    let room = usize::from(canvas.width().saturating_sub(text + 1));
    let spark = forms.iter().find(|form| width(form) <= room).map_or("", String::as_str);
    canvas.text(text, top + 4, Ink::Dim, spark);
    hedges(app, canvas, top + 5);
}

/// Each mark of a qualifier beside its word.
fn hedges(app: &App, canvas: &mut Canvas<'_>, y: u16) {
    let words = [
        ("≥", Label::new("以上", "at least")),
        ("≈", Label::new("左右", "about")),
        (">", Label::new("超过", "over")),
        ("→", Label::new("迈向", "to")),
    ];
    let said = words.map(|(mark, word)| (app.context().mark(mark), word.get(app.lang)));
    let cells: usize = said.iter().map(|(mark, word)| width(mark) + 1 + width(word)).sum();
    let room = usize::from(canvas.width().saturating_sub(LEFT + 1));
    let gap = if cells + 6 <= room { 2 } else { 1 };
    let mut x = LEFT;
    for (mark, word) in said {
        let end = canvas.text(x, y, Ink::Plain, mark);
        x = canvas.text(end + 1, y, Ink::Dim, word) + gap;
    }
}
