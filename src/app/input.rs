//! A line of text that is edited as in a shell; its cursor never stands inside a character.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::clean;

/// How many older lines are kept.
const HISTORY: usize = 50;

/// The most characters of a line, unless it is made for more: a longer query finds nothing that this one
/// does not find.
const LONGEST: usize = 256;

/// A one-line editor with a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The most characters of the line.
    longest: usize,
    before: String,
    after: String,
    history: Vec<String>,
    /// How far back in the history the line comes from, and the line that was left for it.
    recalled: Option<(usize, String)>,
}

/// What was put in had no room; the line keeps so many characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut(pub usize);

impl Default for Input {
    fn default() -> Self {
        Self::new(LONGEST)
    }
}

impl Input {
    /// An empty line of at most so many characters.
    pub const fn new(longest: usize) -> Self {
        Self { longest, before: String::new(), after: String::new(), history: Vec::new(), recalled: None }
    }

    /// The whole line.
    pub fn text(&self) -> String {
        [self.before.as_str(), &self.after].concat()
    }

    /// Whether the line is empty.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// The text before the cursor.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// The text behind the cursor.
    pub fn after(&self) -> &str {
        &self.after
    }

    /// Puts `text` in at the cursor, as one line and without control characters.
    ///
    /// # Errors
    /// When the line has no room for all of it; what has room is put in.
    pub fn insert(&mut self, text: &str) -> Result<(), Cut> {
        let text = clean(text);
        let room = self.longest.saturating_sub(self.before.chars().count() + self.after.chars().count());
        let (kept, rest) = text.split_at(text.char_indices().nth(room).map_or(text.len(), |(at, _)| at));
        self.before += kept;
        if rest.is_empty() { Ok(()) } else { Err(Cut(self.longest)) }
    }

    /// Makes the line `text`, as far as it has room, with the cursor at its end.
    pub fn set(&mut self, text: &str) {
        self.before = clean(text).chars().take(self.longest).collect();
        self.after.clear();
        self.recalled = None;
    }

    /// One edit of the line.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Left => self.step_back(),
            Edit::Right => self.step_forward(),
            Edit::Start => self.after.insert_str(0, &std::mem::take(&mut self.before)),
            Edit::End => self.before += &std::mem::take(&mut self.after),
            Edit::DeleteBack => drop(last_grapheme(&mut self.before)),
            Edit::DeleteForward => drop(first_grapheme(&mut self.after)),
            Edit::DeleteWord => self.delete_word(),
            Edit::DeleteToStart => self.before.clear(),
            Edit::DeleteToEnd => self.after.clear(),
            Edit::Older => self.older(),
            Edit::Newer => self.newer(),
        }
    }

    /// Keeps the line in the history.
    pub fn remember(&mut self) {
        let line = self.text();
        self.recalled = None;
        if line.trim().is_empty() {
            return;
        }
        self.history.retain(|old| *old != line);
        self.history.push(line);
        if self.history.len() > HISTORY {
            self.history.remove(0);
        }
    }

    fn step_back(&mut self) {
        if let Some(grapheme) = last_grapheme(&mut self.before) {
            self.after.insert_str(0, &grapheme);
        }
    }

    fn step_forward(&mut self) {
        if let Some(grapheme) = first_grapheme(&mut self.after) {
            self.before += &grapheme;
        }
    }

    fn delete_word(&mut self) {
        let kept = self.before.trim_end();
        let end = kept.rfind(char::is_whitespace).map_or(0, |space| {
            // The space stays, the word behind it goes.
            space + kept.get(space..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        });
        self.before.truncate(end);
    }

    fn older(&mut self) {
        let back = self.recalled.as_ref().map_or(0, |(back, _)| *back) + 1;
        let Some(line) = self.history.len().checked_sub(back).and_then(|at| self.history.get(at)).cloned() else {
            return;
        };
        let draft = self.recalled.take().map_or_else(|| self.text(), |(_, draft)| draft);
        self.set(&line);
        self.recalled = Some((back, draft));
    }

    fn newer(&mut self) {
        let Some((back, draft)) = self.recalled.take() else {
            return;
        };
        let newer = back - 1;
        if newer == 0 {
            self.set(&draft);
            return;
        }
        if let Some(line) = self.history.len().checked_sub(newer).and_then(|at| self.history.get(at)).cloned() {
            self.set(&line);
            self.recalled = Some((newer, draft));
        }
    }
}

/// What can be done to a line besides typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Cursor one character back.
    Left,
    /// Cursor one character forward.
    Right,
    /// Cursor to the start.
    Start,
    /// Cursor to the end.
    End,
    /// Removes the character before the cursor.
    DeleteBack,
    /// Removes the character behind the cursor.
    DeleteForward,
    /// Removes the word before the cursor.
    DeleteWord,
    /// Removes all before the cursor.
    DeleteToStart,
    /// Removes all behind the cursor.
    DeleteToEnd,
    /// The line before in the history.
    Older,
    /// The line after in the history.
    Newer,
}

fn last_grapheme(text: &mut String) -> Option<String> {
    let (at, _) = text.grapheme_indices(true).next_back()?;
    Some(text.split_off(at))
}

fn first_grapheme(text: &mut String) -> Option<String> {
    let length = text.graphemes(true).next()?.len();
    let rest = text.split_off(length);
    Some(std::mem::replace(text, rest))
}

#[cfg(test)]
mod tests {
    use super::{Cut, Edit, Input};
    use crate::text::width;

    fn line(text: &str) -> Input {
        let mut input = Input::default();
        input.insert(text).expect("a short text");
        input
    }

    #[test]
    fn the_column_counts_cells_and_the_cursor_steps_over_whole_characters() {
        let mut input = line("碳纤a");
        assert_eq!(width(input.before()), 5);
        input.edit(Edit::Left);
        input.edit(Edit::Left);
        assert_eq!(width(input.before()), 2);
        input.insert("素").expect("a short text");
        assert_eq!(input.text(), "碳素纤a");
        input.edit(Edit::DeleteForward);
        assert_eq!(input.text(), "碳素a");
        input.edit(Edit::End);
        input.edit(Edit::DeleteBack);
        assert_eq!(input.text(), "碳素");
        input.edit(Edit::Start);
        assert_eq!(width(input.before()), 0);
        input.edit(Edit::DeleteToEnd);
        assert!(input.is_empty());
    }

    #[test]
    fn a_word_is_deleted_up_to_the_space() {
        let mut input = line("jilin 马拉松 ");
        input.edit(Edit::DeleteWord);
        assert_eq!(input.text(), "jilin ");
        input.edit(Edit::DeleteWord);
        assert_eq!(input.text(), "");
        input.edit(Edit::DeleteWord);
        assert!(input.is_empty());
    }

    #[test]
    fn pasted_line_ends_and_escapes_are_cleaned() {
        assert_eq!(line("高标准\r\n农田\u{1b}[0m").text(), "高标准  农田[0m");
    }

    #[test]
    fn a_line_keeps_what_it_has_room_for() {
        let mut input = Input::new(5);
        assert_eq!(input.insert("高标准农田建设"), Err(Cut(5)));
        assert_eq!(input.text(), "高标准农田");
        input.edit(Edit::Start);
        input.edit(Edit::DeleteForward);
        assert_eq!(input.insert("新旧"), Err(Cut(5)));
        assert_eq!((input.before(), input.after()), ("新", "标准农田"));
        input.set("abcdefgh");
        assert_eq!(input.text(), "abcde");
    }

    #[test]
    fn the_history_goes_back_and_comes_forward_to_the_draft() {
        let mut input = Input::default();
        for query in ["粮食", "就业", "粮食"] {
            input.set(query);
            input.remember();
        }
        input.set("草稿");
        input.edit(Edit::Older);
        assert_eq!(input.text(), "粮食");
        input.edit(Edit::Older);
        assert_eq!(input.text(), "就业");
        input.edit(Edit::Older);
        assert_eq!(input.text(), "就业");
        input.edit(Edit::Newer);
        input.edit(Edit::Newer);
        assert_eq!(input.text(), "草稿");
    }
}
