//! What every action does to the state.

use super::action::{Action, Effect};
use super::group::Line;
use super::notice::Notice;
use super::pane::{Mode, Pane};
use super::searching::Next;
use super::state::App;
use crate::text::{Label, Lang};

const MOUSE_ON: Label = Label::new("鼠标已开：点选、滚轮；选文字按住 Shift", "Mouse on: click, wheel; Shift selects");
const MOUSE_OFF: Label = Label::new("鼠标已关：由终端选文字", "Mouse off: the terminal selects text");

/// What the last row says of a key that does nothing; not every key has a name.
fn no_such_key(key: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh if key.is_empty() => "无此键，? 帮助".to_owned(),
        Lang::En if key.is_empty() => "No such key, ? help".to_owned(),
        Lang::Zh => format!("{key}：无此键，? 帮助"),
        Lang::En => format!("{key}: no such key, ? help"),
    }
}

impl App {
    /// Does what `action` asks for: the only way the state changes.
    pub fn update(&mut self, action: Action) -> Effect {
        let effect = self.take_in(action);
        self.catch_up();
        effect
    }

    /// Lets go of reports that were not asked for of late, and says which ones cannot be read any more.
    fn tidy(&mut self) {
        let mut lost = self.library.lost();
        self.library.trim();
        if let Some(shown) = &mut self.shown {
            lost.extend(shown.lost());
            shown.trim();
        }
        if let Some(fault) = lost.first() {
            let (what, mend) = (fault.what.get(self.lang), fault.mend.get(self.lang));
            let (longer, joint) = match self.lang {
                Lang::Zh => (format!("{what}，{mend}"), "："),
                Lang::En => (format!("{what}; {mend}"), ": "),
            };
            self.notice = Some(Notice { longer: Some(longer), joint, name: fault.file.clone(), news: what.to_owned() });
        }
    }

    /// Searches for what has been typed since the last search.
    pub fn catch_up(&mut self) {
        if std::mem::take(&mut self.due) {
            self.search();
            self.settle();
        }
    }

    /// One of several actions that came together: what is typed waits for [`Self::catch_up`], so that many
    /// keys cost one search.
    pub fn take_in(&mut self, action: Action) -> Effect {
        // The first frame tells the size before anything has been asked for.
        if !matches!(action, Action::Resize(..)) {
            self.restore_rest();
        }
        if !matches!(action, Action::Insert(_) | Action::Edit(_)) {
            self.catch_up();
        }
        if !matches!(action, Action::Resize(..) | Action::Done(_)) {
            self.notice = None;
            self.searching.next = Next::Nothing;
        }
        let keeps = matches!(
            action,
            Action::Filter
                | Action::Choose(_)
                | Action::Back
                | Action::Resize(..)
                | Action::Done(_)
                | Action::Redraw
                | Action::Suspend
                | Action::Interrupt
        );
        if !keeps {
            self.close_choices();
        }
        match action {
            Action::Resize(width, height) => self.resize((width, height)),
            Action::Redraw => return Effect::Redraw,
            Action::Suspend => return Effect::Suspend,
            Action::Mouse => {
                self.mouse = !self.mouse;
                let said = if self.mouse { MOUSE_ON } else { MOUSE_OFF };
                self.notice = Some(said.get(self.lang).to_owned().into());
                return Effect::Mouse;
            }
            Action::Unbound(key) => self.notice = Some(no_such_key(&key, self.lang).into()),
            Action::Quit => return Effect::Quit(0),
            // The status of a program that SIGINT ended: 128 + 2.
            Action::Interrupt => return Effect::Quit(130),
            Action::Language => self.lang = self.lang.other(),
            Action::Pick => self.pick(),
            Action::PickAll => self.pick_all(),
            Action::ListHits => self.list_hits(),
            Action::Copy => return self.copy(false),
            Action::Cite => return self.copy(true),
            Action::Export => self.ask_name(),
            Action::Open if self.mode() == Mode::Export => return self.write(false),
            Action::Open if self.mode() == Mode::Overwrite => return self.write(true),
            Action::Done(outcome) => self.done(outcome),
            Action::Insert(text) => self.insert(&text),
            Action::Edit(edit) => self.edit(edit),
            Action::Search => self.open_search(),
            Action::Help => self.turn_help(),
            Action::Select(place) => self.select(place),
            Action::Back => self.back(),
            Action::Open => self.enter(),
            Action::Filter | Action::Sort if self.mode() == Mode::Places => self.turn_places(&action),
            Action::FiguresOnly => self.filter(),
            Action::Filter => self.offer(),
            Action::Choose(show) => self.choose(show),
            Action::TakeOff(chip) => self.take_off(chip),
            Action::Sort => self.narrow_pairs(|filter| filter.by_difference = !filter.by_difference),
            Action::Counterpart => self.cross(),
            Action::View => self.view(),
            Action::Reports => self.open_matrix(),
            Action::OneReport => self.turn_reports_searched(),
            Action::Show(pane) => self.show(pane),
            Action::NextPane => self.show(self.pane.step(1)),
            Action::PreviousPane => self.show(self.pane.step(Pane::ALL.len() - 1)),
            Action::NextReport => self.step_report(1),
            Action::PreviousReport => self.step_report(-1),
            Action::NextHit => self.step_hit(1),
            Action::PreviousHit => self.step_hit(-1),
            moving => self.travel(&moving),
        }
        self.settle();
        Effect::Draw
    }

    /// Brings what is selected into sight; holds after every action and every size.
    pub(super) fn settle(&mut self) {
        self.unfold();
        let layout = self.layout();
        let length = layout.order.len();
        let height = self.regions_of(self.pane).map_or(1, |regions| regions.list.height);
        if let Some(cursor) = self.cursors.get_mut(self.pane.index()) {
            cursor.step(0, length);
            let column = layout.column_of(cursor.selected);
            let lines = layout.columns.get(column).map_or(&[][..], Vec::as_slice);
            cursor.reveal(layout.span(cursor.selected), lines.len(), usize::from(height));
            // A blank row at the top would stand where the heading stays: on to the next row,
            // or one back where the next one is the selection, which the heading would cover.
            let ((first, last), height) = (layout.span(cursor.selected), usize::from(height));
            if lines.get(cursor.top) == Some(&Line::Blank) {
                if first > cursor.top + 1 && cursor.top + height < lines.len() {
                    cursor.top += 1;
                } else if last + 1 < cursor.top + height {
                    cursor.top = cursor.top.saturating_sub(1);
                }
            }
        }
        self.open_beside();
        self.tidy();
        self.settle_views();
        if let Some(regions) = self.regions().filter(|_| matches!(self.ground(), Mode::Search | Mode::Hits)) {
            let rows = self.hit_rows();
            let line = self.live.line_of(self.hit.selected, rows);
            self.hit.reveal((line, line), self.live.line_count(rows), usize::from(regions.list.height));
        }
        let (length, height) = self.text_size();
        self.scroll = self.scroll.min(length.saturating_sub(height));
    }
}
