//! The one table of keys. Dispatch, footer, help and the README's table read it.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::action::Action;
use super::compare_filter::Show;
use super::input::Edit;
use super::pane::{Mode, Pane};
use crate::report::{Scope, Tab};
use crate::text::{Label, is_han};

/// A key with its Ctrl.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    ctrl: bool,
}

const fn plain(code: KeyCode) -> Chord {
    Chord { code, ctrl: false }
}

const fn key(c: char) -> Chord {
    plain(KeyCode::Char(c))
}

const fn ctrl(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), ctrl: true }
}

impl Chord {
    /// The name on the screen.
    pub fn name(self) -> String {
        let name = match self.code {
            KeyCode::Up => "↑",
            KeyCode::Down => "↓",
            KeyCode::Left => "←",
            KeyCode::Right => "→",
            KeyCode::PageUp => "PgUp",
            KeyCode::PageDown => "PgDn",
            KeyCode::Home => "Home",
            KeyCode::End => "End",
            KeyCode::Tab => "Tab",
            KeyCode::BackTab => "Shift-Tab",
            KeyCode::Enter => "Enter",
            KeyCode::Esc => "Esc",
            KeyCode::Backspace => "Bksp",
            KeyCode::Delete => "Del",
            KeyCode::Char(' ') => "Space",
            KeyCode::Char(c) if self.ctrl => return format!("Ctrl-{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => return c.to_string(),
            _ => "",
        };
        name.to_owned()
    }

    /// The key event that this chord stands for.
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, if self.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE })
    }
}

/// The place of a key in the footer, from left to right. Keys of one place and mode are shown as one: ↑↓ move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FooterSlot {
    /// The way back.
    Back,
    /// What answers a question, or goes to what was looked for.
    Answer,
    /// Help.
    Help,
    /// One of what is found.
    Choose,
    /// The search.
    Search,
    /// The hits as a list.
    List,
    /// What is under the cursor.
    Enter,
    /// Up and down.
    Move,
    /// A year before and after.
    Year,
    /// A line made empty.
    Clear,
    /// A copy.
    Copy,
    /// The next view across reports.
    NextView,
    /// A section before and after.
    Section,
    /// An indicator before and after.
    Indicator,
    /// Entries by their figures.
    Figures,
    /// Targets or results.
    Side,
    /// The other side of a pair.
    Counterpart,
    /// The order of places.
    Order,
    /// Pairs of one kind.
    Filter,
    /// Pairs by their difference.
    Sort,
    /// The views across reports.
    Views,
    /// One report, or all.
    OneReport,
    /// A pick.
    Pick,
    /// An export.
    Export,
    /// The other language.
    Language,
    /// The way out.
    Quit,
    /// The next hit.
    NextHit,
    /// All that is listed.
    All,
}

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// The modes in which it works.
    pub modes: &'static [Mode],
    /// The keys, the most common first.
    pub chords: &'static [Chord],
    /// What they ask for.
    pub action: Action,
    /// What it does, for help; rows that follow each other with one text are shown as one.
    pub help: Label,
    /// The word in the footer, and its place there; `None` keeps it out.
    pub footer: Option<(FooterSlot, Label)>,
}

use Mode::{About, Browse, Choices, Export, Help, Hits, Overwrite, Page, Places, Reports, Search, Years};
const LISTS: &[Mode] = &[Browse, Page, Hits, Years, Places, Help, About];
/// The lists that something is picked and taken from.
const TAKING: &[Mode] = &[Browse, Page, Hits];
const LINES: &[Mode] = &[Search, Export];
/// The lines that are typed in, also the one whose arrows move elsewhere.
const TYPED: &[Mode] = &[Search, Export, Reports];
const VIEWS: &[Mode] = &[Years, Places];
const SCREENS: &[Mode] = &[Browse, Page, Hits, Years, Places, Reports, Help, About, Search];
const ALL: &[Mode] = &Mode::ALL;
const CHOICE: Label = Label::new("对照：选一种", "Compare: one kind");

const MOVE: Label = Label::new("上下移动", "move");
const SECTION: Label = Label::new("上一板块、下一板块", "previous, next section");
const PAGE: Label = Label::new("翻页", "page");
const HALF: Label = Label::new("翻半页", "half a page");
const ENDS: Label = Label::new("最前、最后", "first, last");
const TABS: Label = Label::new("换页签", "change pane");
const NUMBERS: Label = Label::new("直接到页签", "go to a pane");
const REPORTS: Label = Label::new("上一年、下一年的报告", "report before, after");
const YEARS: Label = Label::new("前一年、后一年", "year before, after");
const INDICATOR: Label = Label::new("下一指标、上一指标", "next, previous indicator");
const FIRST: Label = Label::new("最前、最后的地方", "first, last place");
const PLACE: Label = Label::new("上下换地方", "choose a place");
const VIEW: Label = Label::new("看历年、各地，再按返回", "its years, places; back");
const HITS: Label = Label::new("下一处、上一处", "next, previous hit");
const LINE: Label = Label::new("行内移动", "move in the line");
const DELETE: Label = Label::new("删字", "delete a character");
const RECALL: Label = Label::new("以前的搜索；首行按 ↑", "older searches; ↑ at top");

type Footer = Option<(FooterSlot, Label)>;
const OUT: Footer = None;

const fn row(modes: &'static [Mode], chords: &'static [Chord], action: Action, help: Label, footer: Footer) -> Binding {
    Binding { modes, chords, action, help, footer }
}

/// All keys. A chord stands at most once in a mode.
pub const BINDINGS: &[Binding] = &[
    row(LISTS, &[plain(KeyCode::Up), key('k')], Action::Up, MOVE, Some((FooterSlot::Move, Label::new("移动", "move")))),
    row(
        LISTS,
        &[plain(KeyCode::Down), key('j')],
        Action::Down,
        MOVE,
        Some((FooterSlot::Move, Label::new("移动", "move"))),
    ),
    row(
        TAKING,
        &[plain(KeyCode::Left), key('h')],
        Action::PreviousSection,
        SECTION,
        Some((FooterSlot::Section, Label::new("板块", "section"))),
    ),
    row(
        TAKING,
        &[plain(KeyCode::Right), key('l')],
        Action::NextSection,
        SECTION,
        Some((FooterSlot::Section, Label::new("板块", "section"))),
    ),
    row(SCREENS, &[plain(KeyCode::PageUp)], Action::PageUp, PAGE, OUT),
    row(SCREENS, &[plain(KeyCode::PageDown)], Action::PageDown, PAGE, OUT),
    row(LISTS, &[ctrl('u')], Action::HalfUp, HALF, OUT),
    row(LISTS, &[ctrl('d')], Action::HalfDown, HALF, OUT),
    row(LISTS, &[key('g'), plain(KeyCode::Home)], Action::First, ENDS, OUT),
    row(LISTS, &[key('G'), plain(KeyCode::End)], Action::Last, ENDS, OUT),
    row(&[Browse, Page], &[plain(KeyCode::Tab)], Action::NextPane, TABS, OUT),
    row(&[Browse, Page], &[plain(KeyCode::BackTab)], Action::PreviousPane, TABS, OUT),
    row(LISTS, &[key('0')], Action::Show(Pane::Overview), NUMBERS, OUT),
    row(LISTS, &[key('1')], Action::Show(Pane::Tab(Tab::Review)), NUMBERS, OUT),
    row(LISTS, &[key('2')], Action::Show(Pane::Tab(Tab::Honours)), NUMBERS, OUT),
    row(LISTS, &[key('3')], Action::Show(Pane::Tab(Tab::Tasks)), NUMBERS, OUT),
    row(LISTS, &[key('4')], Action::Show(Pane::Tab(Tab::Targets)), NUMBERS, OUT),
    row(LISTS, &[key('5')], Action::Show(Pane::Compare), NUMBERS, OUT),
    row(&[Browse, Page], &[key('[')], Action::PreviousReport, REPORTS, OUT),
    row(&[Browse, Page], &[key(']')], Action::NextReport, REPORTS, OUT),
    row(
        &[Browse, Page, Years, Places],
        &[key('r')],
        Action::Reports,
        Label::new("各地各年的报告", "reports by place, year"),
        OUT,
    ),
    row(&[Browse, Page], &[key('v')], Action::View, VIEW, Some((FooterSlot::Views, Label::new("历年", "years")))),
    row(
        LISTS,
        &[key('/')],
        Action::Search,
        Label::new("搜索；直接输入汉字亦可", "search; or type Chinese"),
        Some((FooterSlot::Search, Label::new("搜索", "search"))),
    ),
    row(
        &[Browse, Page],
        &[key('n')],
        Action::NextHit,
        HITS,
        Some((FooterSlot::NextHit, Label::new("下一处", "next hit"))),
    ),
    row(&[Browse, Page], &[key('N')], Action::PreviousHit, HITS, OUT),
    row(
        &[Browse],
        &[plain(KeyCode::Enter)],
        Action::Open,
        Label::new("整页查看", "the entry as a full page"),
        Some((FooterSlot::Enter, Label::new("详情", "details"))),
    ),
    row(
        TAKING,
        &[key('y')],
        Action::Copy,
        Label::new("复制为一行", "copy as one line"),
        Some((FooterSlot::Copy, Label::new("复制", "copy"))),
    ),
    row(VIEWS, &[key('y')], Action::Copy, Label::new("复制为一行", "copy as one line"), OUT),
    row(TAKING, &[key('Y')], Action::Cite, Label::new("复制为引文", "copy as a citation"), OUT),
    row(VIEWS, &[key('Y')], Action::Cite, Label::new("复制为引文", "copy as a citation"), OUT),
    row(
        TAKING,
        &[key(' ')],
        Action::Pick,
        Label::new("选中、取消；Esc 全部取消", "pick, unpick; Esc: none"),
        Some((FooterSlot::Pick, Label::new("选中", "pick"))),
    ),
    row(
        &[Browse, Hits],
        &[key('a')],
        Action::PickAll,
        Label::new("全部选中，或全部取消", "pick all listed, or none"),
        Some((FooterSlot::All, Label::new("全选", "all"))),
    ),
    row(
        TAKING,
        &[key('e')],
        Action::Export,
        Label::new("导出 .md .csv .json", "export .md .csv .json"),
        Some((FooterSlot::Export, Label::new("导出", "export"))),
    ),
    row(VIEWS, &[key('e')], Action::Export, Label::new("导出 .md .csv .json", "export .md .csv .json"), OUT),
    row(
        &[Browse, Hits],
        &[key('f')],
        Action::FiguresOnly,
        Label::new("有数字、无数字；此板块", "with, without; section"),
        Some((FooterSlot::Figures, Label::new("筛数字", "by figures"))),
    ),
    row(
        &[Browse, Page],
        &[key('c')],
        Action::Counterpart,
        Label::new("到对应条目，再按返回", "counterpart and back"),
        Some((FooterSlot::Counterpart, Label::new("对应", "counterpart"))),
    ),
    row(
        &[Browse, Choices],
        &[key('t')],
        Action::Filter,
        Label::new("对照：筛选", "Compare: filter"),
        Some((FooterSlot::Filter, Label::new("筛选", "filter"))),
    ),
    row(&[Choices], &[key('1')], Action::Choose(Show::Scope(Scope::Same)), CHOICE, OUT),
    row(&[Choices], &[key('2')], Action::Choose(Show::Below), CHOICE, OUT),
    row(&[Choices], &[key('3')], Action::Choose(Show::Above), CHOICE, OUT),
    row(&[Choices], &[key('4')], Action::Choose(Show::Scope(Scope::Similar)), CHOICE, OUT),
    row(&[Choices], &[key('5')], Action::Choose(Show::Scope(Scope::Different)), CHOICE, OUT),
    row(&[Choices], &[key('6')], Action::Choose(Show::NoResult), CHOICE, OUT),
    row(
        &[Browse],
        &[key('s')],
        Action::Sort,
        Label::new("对照：按差额排序", "Compare: by difference"),
        Some((FooterSlot::Sort, Label::new("按差额", "by difference"))),
    ),
    row(
        LISTS,
        &[key('L')],
        Action::Language,
        Label::new("中文、英文", "Chinese, English"),
        Some((FooterSlot::Language, Label::new("EN", "中文"))),
    ),
    // The views across reports.
    row(
        VIEWS,
        &[plain(KeyCode::Left), key('h'), key('[')],
        Action::Earlier,
        YEARS,
        Some((FooterSlot::Year, Label::new("年份", "year"))),
    ),
    row(
        VIEWS,
        &[plain(KeyCode::Right), key('l'), key(']')],
        Action::Later,
        YEARS,
        Some((FooterSlot::Year, Label::new("年份", "year"))),
    ),
    row(
        VIEWS,
        &[plain(KeyCode::Enter)],
        Action::Open,
        Label::new("到报告里的这一句", "to it in its report"),
        Some((FooterSlot::Enter, Label::new("原文", "source"))),
    ),
    row(
        &[Places],
        &[plain(KeyCode::Tab)],
        Action::NextIndicator,
        INDICATOR,
        Some((FooterSlot::Indicator, Label::new("指标", "indicator"))),
    ),
    row(&[Places], &[plain(KeyCode::BackTab)], Action::PreviousIndicator, INDICATOR, OUT),
    row(
        &[Places],
        &[key('t')],
        Action::Filter,
        Label::new("目标、结果", "targets, results"),
        Some((FooterSlot::Side, Label::new("目标、结果", "targets, results"))),
    ),
    row(
        &[Places],
        &[key('s')],
        Action::Sort,
        Label::new("按数值、按地方", "by value, by place"),
        Some((FooterSlot::Order, Label::new("排序", "order"))),
    ),
    row(VIEWS, &[key('v')], Action::View, VIEW, Some((FooterSlot::NextView, Label::new("换看法", "next view")))),
    // The matrix of the reports.
    row(
        &[Reports],
        &[plain(KeyCode::Enter)],
        Action::Open,
        Label::new("看这份报告", "show this report"),
        Some((FooterSlot::Answer, Label::new("看这份", "show it"))),
    ),
    row(&[Reports], &[plain(KeyCode::Up)], Action::Up, PLACE, Some((FooterSlot::Choose, Label::new("地方", "place")))),
    row(
        &[Reports],
        &[plain(KeyCode::Down)],
        Action::Down,
        PLACE,
        Some((FooterSlot::Choose, Label::new("地方", "place"))),
    ),
    row(
        &[Reports],
        &[plain(KeyCode::Left)],
        Action::Earlier,
        YEARS,
        Some((FooterSlot::Year, Label::new("年份", "year"))),
    ),
    row(
        &[Reports],
        &[plain(KeyCode::Right)],
        Action::Later,
        YEARS,
        Some((FooterSlot::Year, Label::new("年份", "year"))),
    ),
    // Letters narrow the places there.
    row(
        &[Reports],
        &[ctrl('y')],
        Action::Copy,
        Label::new("复制报告概况", "copy what a report is"),
        Some((FooterSlot::Copy, Label::new("复制", "copy"))),
    ),
    row(&[Reports], &[ctrl('t')], Action::Cite, Label::new("复制报告引文", "copy it as a citation"), OUT),
    row(
        &[Reports],
        &[ctrl('e')],
        Action::Export,
        Label::new("导出所列报告", "export what is listed"),
        Some((FooterSlot::Export, Label::new("导出", "export"))),
    ),
    row(&[Reports], &[plain(KeyCode::Home)], Action::First, FIRST, OUT),
    row(&[Reports], &[plain(KeyCode::End)], Action::Last, FIRST, OUT),
    // The line for the name of a file.
    row(
        &[Export],
        &[plain(KeyCode::Enter)],
        Action::Open,
        Label::new("写入文件", "write the file"),
        Some((FooterSlot::Answer, Label::new("写入", "write"))),
    ),
    row(
        &[Overwrite],
        &[key('y')],
        Action::Open,
        Label::new("覆盖已有的文件", "write over the file"),
        Some((FooterSlot::Answer, Label::new("覆盖", "overwrite"))),
    ),
    row(&[Overwrite], &[key('n')], Action::Back, Label::new("不覆盖", "keep the file"), OUT),
    // The search line.
    row(
        &[Search],
        &[plain(KeyCode::Enter)],
        Action::Open,
        Label::new("到这一条", "go to the hit"),
        Some((FooterSlot::Answer, Label::new("前往", "go there"))),
    ),
    // There the key of help stands in that place of the footer.
    row(
        &[Hits],
        &[plain(KeyCode::Enter)],
        Action::Open,
        Label::new("到这一条", "go to the hit"),
        Some((FooterSlot::Enter, Label::new("前往", "go there"))),
    ),
    row(
        &[Search],
        &[plain(KeyCode::Up)],
        Action::Up,
        Label::new("选择结果", "choose a hit"),
        Some((FooterSlot::Choose, Label::new("选择", "choose"))),
    ),
    row(
        &[Search],
        &[plain(KeyCode::Down)],
        Action::Down,
        Label::new("选择结果", "choose a hit"),
        Some((FooterSlot::Choose, Label::new("选择", "choose"))),
    ),
    row(
        &[Search],
        &[plain(KeyCode::Tab)],
        Action::NextSection,
        Label::new("下一组、上一组结果", "next, previous group"),
        OUT,
    ),
    row(
        &[Search],
        &[plain(KeyCode::BackTab)],
        Action::PreviousSection,
        Label::new("下一组、上一组结果", "next, previous group"),
        OUT,
    ),
    row(
        &[Search],
        &[ctrl('o')],
        Action::ListHits,
        Label::new("结果列表，可选可导出", "hits as a list"),
        Some((FooterSlot::List, Label::new("列表", "list"))),
    ),
    row(
        &[Search, Hits],
        &[ctrl('r')],
        Action::OneReport,
        Label::new("只搜这份报告，或全部", "this report, or all"),
        Some((FooterSlot::OneReport, Label::new("这份报告", "this report"))),
    ),
    row(LINES, &[plain(KeyCode::Left), ctrl('b')], Action::Edit(Edit::Left), LINE, OUT),
    row(LINES, &[plain(KeyCode::Right), ctrl('f')], Action::Edit(Edit::Right), LINE, OUT),
    row(
        LINES,
        &[ctrl('a'), plain(KeyCode::Home)],
        Action::Edit(Edit::Start),
        Label::new("行首、行尾", "start, end"),
        OUT,
    ),
    row(LINES, &[ctrl('e'), plain(KeyCode::End)], Action::Edit(Edit::End), Label::new("行首、行尾", "start, end"), OUT),
    row(TYPED, &[plain(KeyCode::Backspace), ctrl('h')], Action::Edit(Edit::DeleteBack), DELETE, OUT),
    row(LINES, &[plain(KeyCode::Delete), ctrl('d')], Action::Edit(Edit::DeleteForward), DELETE, OUT),
    row(TYPED, &[ctrl('w')], Action::Edit(Edit::DeleteWord), Label::new("删一词", "delete a word"), OUT),
    row(
        TYPED,
        &[ctrl('u')],
        Action::Edit(Edit::DeleteToStart),
        Label::new("清空到行首", "clear to the start"),
        Some((FooterSlot::Clear, Label::new("清空", "clear"))),
    ),
    row(LINES, &[ctrl('k')], Action::Edit(Edit::DeleteToEnd), Label::new("清空到行尾", "clear to the end"), OUT),
    row(&[Search], &[ctrl('p')], Action::Edit(Edit::Older), RECALL, OUT),
    row(&[Search], &[ctrl('n')], Action::Edit(Edit::Newer), RECALL, OUT),
    // Everywhere.
    row(
        &[Search, Page, Hits, Years, Places, Reports, Help, About, Choices, Export, Overwrite],
        &[plain(KeyCode::Esc)],
        Action::Back,
        Label::new("返回，从不退出", "step back, never quits"),
        Some((FooterSlot::Back, Label::new("返回", "back"))),
    ),
    row(&[Browse], &[plain(KeyCode::Esc)], Action::Back, Label::new("返回，从不退出", "step back, never quits"), OUT),
    row(
        &[Browse, Page, Hits, Years, Places],
        &[key('?')],
        Action::Help,
        Label::new("帮助；再按：关于", "help; again: about"),
        Some((FooterSlot::Help, Label::new("帮助", "help"))),
    ),
    row(
        &[Help],
        &[key('?')],
        Action::Help,
        Label::new("帮助；再按：关于", "help; again: about"),
        Some((FooterSlot::Help, Label::new("关于", "about"))),
    ),
    row(
        &[About],
        &[key('?')],
        Action::Help,
        Label::new("帮助；再按：关于", "help; again: about"),
        Some((FooterSlot::Help, Label::new("按键", "keys"))),
    ),
    row(LISTS, &[key('m')], Action::Mouse, Label::new("鼠标开关；拖选按住 Shift", "mouse; Shift to select"), OUT),
    row(ALL, &[ctrl('l')], Action::Redraw, Label::new("重画", "redraw"), OUT),
    #[cfg(unix)]
    row(ALL, &[ctrl('z')], Action::Suspend, Label::new("挂起，fg 回来", "suspend; fg resumes"), OUT),
    row(
        &[Browse, Page, Hits, Years, Places],
        &[key('q')],
        Action::Quit,
        Label::new("退出", "quit"),
        Some((FooterSlot::Quit, Label::new("退出", "quit"))),
    ),
    row(&[Help, About], &[key('q')], Action::Back, Label::new("返回，从不退出", "step back, never quits"), OUT),
    row(ALL, &[ctrl('c')], Action::Interrupt, Label::new("立即退出", "quit at once"), OUT),
];

/// The action of a key in a mode; `None` when the key means nothing there.
///
/// In a line that is typed in an unbound character is text. In the other modes a 汉字
/// opens the search with itself.
pub fn lookup(mode: Mode, event: KeyEvent) -> Option<Action> {
    // Windows reports the release of a key too; press and repeat both act.
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = event.modifiers;
    let typing = matches!(mode, Mode::Search | Mode::Export | Mode::Reports);
    let code = if typing { event.code } else { plain_code(event.code) };
    let chord = Chord { code, ctrl: held.contains(KeyModifiers::CONTROL) };
    let bound = |mode| BINDINGS.iter().find(|row| row.modes.contains(&mode) && row.chords.contains(&chord));
    // What is offered takes its own keys only; any other one acts in the list as usual.
    let bound = bound(mode).or_else(|| bound(Browse).filter(|_| mode == Choices));
    if let Some(row) = bound.filter(|_| !held.contains(KeyModifiers::ALT)) {
        return Some(row.action.clone());
    }
    let typed = match event.code {
        KeyCode::Char(c) if !held.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => Some(c),
        _ => None,
    };
    match typed {
        Some(typed) if typing || (is_han(typed) && mode != Mode::Overwrite) => Some(Action::Insert(typed.to_string())),
        // A line that is typed in has no room to say so, and a question waits for its answer; Alt may be an
        // Esc that came late.
        _ if typing || mode == Mode::Overwrite || held.contains(KeyModifiers::ALT) => None,
        _ => unbound(chord),
    }
}

/// A key that means nothing, by its name; nothing of one that only goes with others.
fn unbound(chord: Chord) -> Option<Action> {
    let name = match chord.code {
        KeyCode::F(number) => format!("F{number}"),
        KeyCode::Insert => "Ins".to_owned(),
        KeyCode::Char(c) if c.is_control() => return None,
        // Not every terminal can draw what every keyboard can type.
        KeyCode::Char(c) if !c.is_ascii() => String::new(),
        _ => chord.name(),
    };
    (!name.is_empty() || matches!(chord.code, KeyCode::Char(_))).then_some(Action::Unbound(name))
}

/// The key that was meant when an input method is left on: its full-width letters
/// and marks stand for the half-width ones, and 、 is what it makes of the slash.
fn plain_code(code: KeyCode) -> KeyCode {
    let KeyCode::Char(c) = code else {
        return code;
    };
    KeyCode::Char(match c {
        // The full-width forms stand in the order of ASCII, this far above it.
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '、' => '/',
        '。' => '.',
        '【' => '[',
        '】' => ']',
        '\u{3000}' => ' ',
        c => c,
    })
}

/// The rows that work in `mode`, those with one text joined: text and names of the
/// keys, the first key of each row before the second ones (`↑ ↓ k j`).
pub fn help_rows(mode: Mode) -> Vec<(Label, Vec<String>)> {
    let mut rows: Vec<(Label, Vec<&[Chord]>)> = Vec::new();
    for binding in BINDINGS.iter().filter(|row| row.modes.contains(&mode)) {
        match rows.last_mut() {
            Some((label, chords)) if *label == binding.help => chords.push(binding.chords),
            _ => rows.push((binding.help, vec![binding.chords])),
        }
    }
    let most = |chords: &[&[Chord]]| chords.iter().map(|row| row.len()).max().unwrap_or(0);
    rows.into_iter()
        .map(|(label, chords)| {
            let places = 0..most(&chords);
            let names = places.flat_map(|at| chords.iter().filter_map(move |row| Some(row.get(at)?.name())));
            (label, names.collect())
        })
        .collect()
}

/// The words of the footer in `mode` from left to right: keys and word.
pub fn footer_rows(mode: Mode) -> Vec<(String, Label, &'static Action)> {
    let mut rows: Vec<(FooterSlot, String, Label, &'static Action)> = Vec::new();
    for binding in BINDINGS.iter().filter(|row| row.modes.contains(&mode)) {
        let (Some((place, word)), Some(chord)) = (binding.footer, binding.chords.first()) else {
            continue;
        };
        match rows.iter_mut().find(|row| row.0 == place) {
            Some(row) => row.1 += &chord.name(),
            None => rows.push((place, chord.name(), word, &binding.action)),
        }
    }
    rows.sort_by_key(|row| row.0);
    rows.into_iter().map(|(_, keys, word, action)| (keys, word, action)).collect()
}
