//! The last row: the keys that work now, the news, what is typed.

use super::canvas::Canvas;
use super::prompt;
use crate::app::{Action, App, Mode, Pane, Regions, footer_rows};
use crate::library::indicators_of;
use crate::pages::Ink;
use crate::text::{Label, Lang, cells_of, counted, width};

/// One key of the footer in its place.
struct Segment {
    x: u16,
    end: u16,
    keys: String,
    word: String,
    action: &'static Action,
}

/// The keys that work now, whole segments only, and the column of the position at the right.
///
/// Help, search, language and the way out are always there, in a narrow window without their words;
/// the others have what room is left, in the order of their use.
fn laid_out(app: &App, regions: &Regions) -> (Vec<Segment>, u16) {
    let right = regions.footer.width.saturating_sub(1);
    let end = right.saturating_sub(cells_of(&position(app)));
    let from = prompt::cells(app);
    let room = usize::from(end.saturating_sub(from + 2));
    let rows: Vec<(String, String, &'static Action)> = segments(app, regions)
        .into_iter()
        .map(|(keys, word, action)| (keys, word_of(app, word, action), action))
        .collect();
    // A question in the last row leaves its answers what room there is.
    let asking = app.mode().is_prompt();
    let kept = |row: &(String, String, &'static Action)| !asking && is_kept(row.2);
    let cells = |(keys, word, _): &(String, String, &'static Action), bare: bool| {
        width(keys) + if bare || word.is_empty() { 0 } else { 1 + width(word) }
    };
    let needed = |bare: bool, gap: usize| {
        let kept = rows.iter().filter(|row| kept(row));
        kept.map(|row| cells(row, bare) + gap).sum::<usize>().saturating_sub(gap)
    };
    // With their words they leave room for at least one more key, else they go without.
    let bare = needed(false, GAP) + LEAST_BESIDE > room;
    let gap = if bare { GAP - 1 } else { GAP };
    let mut left = room.saturating_sub(needed(bare, gap));
    let mut laid = Vec::new();
    let mut x = from;
    for row in rows {
        let kept = kept(&row);
        if !kept {
            let Some(rest) = left.checked_sub(cells(&row, false) + gap) else { continue };
            left = rest;
        }
        let bare = bare && kept;
        let cells = counted(cells(&row, bare));
        let (keys, word, action) = row;
        laid.push(Segment { x, end: x + cells, keys, word: if bare { String::new() } else { word }, action });
        x += cells + counted(gap);
    }
    (laid, end)
}

/// The cells between two keys of the footer, and those that the kept ones leave for others.
const GAP: usize = 3;
const LEAST_BESIDE: usize = 12;

/// Whether a key is never left out: help, search, the other language, the way out.
const fn is_kept(action: &Action) -> bool {
    matches!(action, Action::Help | Action::Search | Action::Language | Action::Quit | Action::Back)
}

/// What the footer's key at a column does.
pub(super) fn action_at(app: &App, regions: &Regions, x: u16) -> Option<Action> {
    if app.mode() == Mode::Choices {
        return prompt::choice_at(app, regions.footer.width, x).map(Action::Choose);
    }
    let (laid, _) = laid_out(app, regions);
    laid.iter().find(|segment| (segment.x..segment.end).contains(&x)).map(|segment| segment.action.clone())
}

/// Draws the keys that work now and where the selection stands, or what there is to say
/// or to ask instead; the cell of the cursor where something is asked.
pub(super) fn draw_footer(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let mut footer = canvas.within(regions.footer);
    let at = |x: u16| (regions.footer.x + x, regions.footer.y);
    if let Some(x) = prompt::draw_notice(app, &mut footer) {
        return app.mode().is_prompt().then_some(at(x));
    }
    if app.mode() == Mode::Choices {
        prompt::draw_choices(app, &mut footer);
        return None;
    }
    let (laid, end) = laid_out(app, regions);
    let first = laid.first().map_or(end, |segment| segment.x);
    for segment in laid {
        let x = footer.text(segment.x, 0, Ink::Bold, &segment.keys);
        if !segment.word.is_empty() {
            footer.text(x + 1, 0, Ink::Dim, &segment.word);
        }
    }
    footer.text(end, 0, Ink::Dim, &position(app));
    prompt::draw(app, &mut footer, first).map(at)
}

fn segments(app: &App, regions: &Regions) -> Vec<(String, Label, &'static Action)> {
    let mode = app.mode();
    let mut rows = footer_rows(mode);
    rows.retain(|(_, _, action)| match action {
        Action::Open if mode == Mode::Search => !app.live.is_empty(),
        Action::Up | Action::Down if mode == Mode::Search => app.live.len() > 1,
        Action::Edit(_) if mode == Mode::Export => !app.file.is_empty(),
        Action::OneReport => app.library.count() > 1,
        Action::Edit(_) if mode == Mode::Reports => app.matrix().is_some_and(|matrix| !matrix.input.is_empty()),
        Action::Export if mode == Mode::Reports => app.matrix().is_some_and(|matrix| matrix.counts().0 > 0),
        Action::Open | Action::Copy if mode == Mode::Reports => {
            app.matrix().is_some_and(|matrix| matrix.report().is_some())
        }
        // Help that is in sight as a whole does not move.
        Action::Up | Action::Down if matches!(mode, Mode::Help | Mode::About) => {
            app.text(usize::from(regions.list.width)).len() > usize::from(regions.list.height)
        }
        Action::Edit(_) => !app.input.is_empty(),
        Action::FiguresOnly => mode == Mode::Hits || app.pane != Pane::Overview,
        Action::ListHits => !app.live.is_empty(),
        Action::NextHit => !app.kept.is_empty(),
        Action::Filter | Action::Sort => app.pane == Pane::Compare,
        Action::View if mode == Mode::Browse => app.pane == Pane::Compare,
        Action::View if mode == Mode::Page => {
            app.selected().is_some_and(|view| indicators_of(view.entry()).next().is_some())
        }
        Action::Counterpart => {
            app.pane == Pane::Compare || app.selected().is_some_and(|view| !app.counterparts(view.at()).is_empty())
        }
        _ => true,
    });
    // After a search the way to its next hit comes first, and where hits are listed what takes them along.
    if let Some(at) = rows.iter().position(|(_, _, action)| **action == Action::NextHit) {
        let next = rows.remove(at);
        rows.insert(1.min(rows.len()), next);
    }
    if mode == Mode::Hits {
        rows.sort_by_key(|(_, _, action)| {
            const ORDER: [Action; 6] =
                [Action::Back, Action::Open, Action::Pick, Action::PickAll, Action::Export, Action::FiguresOnly];
            ORDER.iter().position(|first| first == *action).unwrap_or(ORDER.len())
        });
    }
    // Once something is picked, what can be done with it comes first.
    if !app.picks.is_empty() && !mode.is_prompt() {
        let taking = |action: &Action| matches!(action, Action::Copy | Action::Export | Action::Pick);
        rows.sort_by_key(|(_, _, action)| !taking(action));
    }
    rows
}

fn mode_is_overview(app: &App) -> bool {
    app.mode() == Mode::Browse && app.pane == Pane::Overview
}

fn word_of(app: &App, word: Label, action: &Action) -> String {
    if *action == Action::NextHit {
        let here = app.selected().and_then(|view| app.kept.place_of(view.at()));
        return format!("{}/{}", here.unwrap_or(app.hit.selected) + 1, app.kept.len());
    }
    let word = match action {
        Action::Pick if app.item().is_some_and(|item| app.is_picked(item)) => {
            Label::new("取消", "unpick").get(app.lang)
        }
        Action::FiguresOnly if app.mode() == Mode::Hits => match app.hit_figures.next().label() {
            Some(label) => label.get(app.lang),
            None => Label::new("全部", "all entries").get(app.lang),
        },
        Action::PreviousSection | Action::NextSection if app.mode() == Mode::Hits => {
            Label::new("分组", "group").get(app.lang)
        }
        Action::FiguresOnly if app.pane == Pane::Compare => Label::new("此板块", "section").get(app.lang),
        Action::Open if mode_is_overview(app) => Label::new("到此条", "go there").get(app.lang),
        Action::PreviousSection | Action::NextSection if mode_is_overview(app) => {
            Label::new("分块", "block").get(app.lang)
        }
        Action::Counterpart if app.pane == Pane::Compare => Label::new("到条目", "entry").get(app.lang),
        Action::PreviousSection | Action::NextSection if app.pane == Pane::Compare => {
            Label::new("分组", "group").get(app.lang)
        }
        Action::Sort if app.compare_filter.by_difference => Label::new("按原文", "as in source").get(app.lang),
        _ => word.get(app.lang),
    };
    word.to_owned()
}

/// Where the selection stands among how many; while reports are read how far that has come.
fn position(app: &App) -> String {
    if let Some(progress) = app.progress().filter(|_| !app.mode().is_prompt()) {
        return progress;
    }
    let (at, count) = match app.mode() {
        Mode::Search if app.input.is_empty() => return String::new(),
        Mode::Search if app.is_searching() && app.live.is_empty() => return String::new(),
        Mode::Search if app.live.is_empty() => return Label::new("没有结果", "no hits").get(app.lang).to_owned(),
        Mode::Search | Mode::Hits => (app.hit.selected, app.live.len()),
        Mode::Browse | Mode::Page => (app.cursor().selected, app.layout().order.len()),
        Mode::Years => app.years().map_or((0, 0), |years| (years.cursor.selected, years.rows.len())),
        Mode::Places => app.places().map_or((0, 0), |places| (places.cursor.selected, places.rows.len())),
        Mode::Reports => app.matrix().map_or((0, 0), |matrix| (matrix.cursor.selected, matrix.counts().0)),
        Mode::Help | Mode::About | Mode::Choices | Mode::Export | Mode::Overwrite => return String::new(),
    };
    let place = if count == 0 { String::new() } else { format!("{}/{count}", at + 1) };
    match (app.picks.len(), app.lang) {
        (0, _) => place,
        (picked, Lang::Zh) => format!("已选 {picked}   {place}"),
        (picked, Lang::En) => format!("{picked} picked   {place}"),
    }
}
