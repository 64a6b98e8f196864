//! Times what the browser does: loading, indexing, searching, one key, one frame of each screen.
//! `cargo bench --bench browser`; every figure is to be read beside the others of the same run.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sulan::app::{Action, App, Pane};
use sulan::library::Library;
use sulan::report::{Tab, read_reports};
use sulan::search::Index;
use sulan::text::Lang;
use sulan::ui;

const SIZE: (u16, u16) = (120, 40);

fn app(lang: Lang) -> App {
    let library = Library::built_in().expect("the embedded report loads");
    let mut app = App::new(library, lang, SIZE);
    app.update(Action::Resize(SIZE.0, SIZE.1));
    app
}

fn loading(criterion: &mut Criterion) {
    criterion.bench_function("load the embedded report", |bench| {
        bench.iter(|| Library::built_in().expect("the embedded report loads").len());
    });
    let library = Library::built_in().expect("the embedded report loads");
    criterion.bench_function("index the embedded report", |bench| {
        bench.iter(|| black_box(Index::new(&library)));
    });
}

fn searching(criterion: &mut Criterion) {
    let library = Library::built_in().expect("the embedded report loads");
    let index = Index::new(&library);
    for query in ["就业", "gaobiaozhunnongtian", "gbznt", "ski", "87万亩"] {
        criterion.bench_function(&format!("search {query}"), |bench| {
            bench.iter(|| index.search(black_box(query)).ranking().len());
        });
    }
}

fn keys(criterion: &mut Criterion) {
    for pane in Pane::ALL {
        let mut app = app(Lang::Zh);
        app.update(Action::Show(pane));
        criterion.bench_function(&format!("down and up in {}", pane.label().get(Lang::En)), |bench| {
            bench.iter(|| {
                app.update(Action::Down);
                app.update(Action::Up)
            });
        });
    }
}

fn frames(criterion: &mut Criterion) {
    let open: [(&str, &[Action]); 9] = [
        ("Review", &[Action::Show(Pane::Tab(Tab::Review))]),
        ("Honours", &[Action::Show(Pane::Tab(Tab::Honours))]),
        ("Tasks", &[Action::Show(Pane::Tab(Tab::Tasks))]),
        ("Targets", &[Action::Show(Pane::Tab(Tab::Targets))]),
        ("Compare", &[Action::Show(Pane::Compare)]),
        ("page", &[Action::Show(Pane::Tab(Tab::Review)), Action::Open]),
        ("search", &[Action::Search]),
        ("help", &[Action::Help]),
        ("about", &[Action::Help, Action::Help]),
    ];
    for (name, actions) in open {
        let mut app = app(Lang::Zh);
        for action in actions {
            app.update(action.clone());
        }
        if name == "search" {
            app.update(Action::Insert("就业".to_owned()));
        }
        let mut screen = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        criterion.bench_function(&format!("draw {name}"), |bench| {
            bench.iter(|| {
                screen.reset();
                black_box(ui::draw(&app, &mut screen));
            });
        });
    }
}

/// The built-in report so many times, each under an id and a place of its own.
fn copies(count: usize) -> Library {
    let text = include_str!("../assets/jilin-city-2025.json");
    let copy = |number: usize| {
        let own = text.replacen("jilin-city-2025", &format!("copy-{number}"), 1);
        own.replacen("吉林市", &format!("第{number}市"), 1).replace('\n', " ")
    };
    let lines: Vec<String> = (0..count).map(copy).collect();
    let lexicon = Library::built_in_lexicon();
    let (reports, lexicon) = read_reports(&lines.join("\n"), "copies.jsonl", lexicon).expect("the copies load");
    Library::new(reports, lexicon)
}

/// What many open reports cost beside one: the first frame at most 1.3 times, a key and its frame at most 1.2 times.
fn many(criterion: &mut Criterion) {
    for count in [1, 40, 640] {
        let library = copies(count);
        let mut screen = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        criterion.bench_function(&format!("first frame of {count}"), |bench| {
            bench.iter_batched(
                || library.clone(),
                |library| {
                    let app = App::new(library, Lang::Zh, SIZE);
                    screen.reset();
                    black_box(ui::draw(&app, &mut screen));
                },
                BatchSize::PerIteration,
            );
        });
        let mut app = App::new(library, Lang::Zh, SIZE);
        app.update(Action::Show(Pane::Tab(Tab::Tasks)));
        for (name, there, back) in [("down", Action::Down, Action::Up), ("page down", Action::PageDown, Action::PageUp)]
        {
            criterion.bench_function(&format!("{name} with {count}"), |bench| {
                bench.iter(|| {
                    for action in [&there, &back] {
                        app.update(action.clone());
                        screen.reset();
                        black_box(ui::draw(&app, &mut screen));
                    }
                });
            });
        }
    }
}

criterion_group!(benches, loading, searching, keys, frames, many);
criterion_main!(benches);
