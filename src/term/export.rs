//! Exporting: what an order asks for, as a file.

use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use crate::app::{App, Form, Item, Order, Outcome, Unwritten};
use crate::disk::{self, Over, Saved};
use crate::library::Pair;
use crate::print::series::Listing;
use crate::print::{self, Entries, Item as Printed, Pairs};
use crate::text::Label;

/// Writes what an order asks for.
pub fn export(app: &App, order: &Order) -> Outcome {
    let path = expanded(&order.name);
    let over = if order.over { Over::Write } else { Over::Keep };
    match disk::save(&path, over, |out| print_order(app, order, out)) {
        Ok(Saved::Written) => Outcome::Written(order.items.len()),
        Ok(Saved::Exists) => Outcome::Exists,
        Err(error) => Outcome::Unwritten(unwritten(&error)),
    }
}

/// Why nothing was written: of a file that does not exist yet it is often the folder.
fn unwritten(error: &io::Error) -> Unwritten {
    let refusal = disk::refused(error);
    let (what, mend) = match error.kind() {
        ErrorKind::NotFound => {
            (Label::new("没有这个文件夹", "no such folder"), Label::new("请检查路径", "check the path"))
        }
        ErrorKind::PermissionDenied => {
            (Label::new("这里不能写入", "no permission there"), Label::new("请换一个文件夹", "choose another folder"))
        }
        ErrorKind::IsADirectory => {
            (Label::new("不是普通文件", "it is not a plain file"), Label::new("请换一个名称", "choose another name"))
        }
        _ => (refusal.what, refusal.mend),
    };
    Unwritten { what, mend }
}

/// The path that a name means: `~` is the user's own folder.
fn expanded(name: &str) -> PathBuf {
    let rest = name.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(std::path::is_separator));
    match rest.zip(std::env::home_dir()) {
        Some((rest, home)) => home.join(rest.trim_start_matches(std::path::is_separator)),
        None => PathBuf::from(name),
    }
}

fn print_order(app: &App, order: &Order, out: &mut dyn Write) -> io::Result<()> {
    let library = &app.library;
    let entry = |item: &Item| if let Item::Entry(at) = item { library.get(*at) } else { None };
    let pairs = app.data_pairs();
    let pair = |item: &Item| if let Item::Pair(at) = item { pairs.get(*at).cloned() } else { None };
    let entries: Vec<Printed<'_>> = order.items.iter().filter_map(entry).map(Printed::of).collect();
    let pairs: Vec<Pair> = order.items.iter().filter_map(pair).collect();
    if app.shows_reports() {
        let heads = app.reports_shown();
        return match order.form {
            Form::Markdown => print::many::heads_markdown(out, &heads, app.lang),
            Form::Csv => print::many::heads_csv(out, &heads, false),
            Form::Json => print::many::heads_json(out, &heads),
        };
    }
    if order.items.iter().any(|item| matches!(item, Item::Row(_))) {
        let listing = Listing { series: &app.series_shown(), lexicon: library.lexicon(), quotes: true };
        return match order.form {
            Form::Markdown => print::series_text::markdown(out, listing, app.lang),
            Form::Csv => print::series::csv(out, listing, false),
            Form::Json => print::series::json(out, listing),
        };
    }
    if pairs.is_empty() {
        let entries = Entries { library, items: &entries, ranked: false };
        return match order.form {
            Form::Markdown => print::markdown::entries(out, &entries, app.lang),
            Form::Csv => print::csv::entries(out, &entries, false),
            Form::Json => print::json::entries(out, &entries),
        };
    }
    let pairs = Pairs { library, pairs: &pairs };
    match order.form {
        Form::Markdown => print::markdown::pairs(out, &pairs, app.lang),
        Form::Csv => print::csv::pairs(out, &pairs, false),
        Form::Json => print::json::pairs(out, &pairs),
    }
}
