//! Times the reading of a report's text: `cargo bench --bench draft`.
//! A report of 20,000 汉字 made of real sentences, ten of them in one, and a megabyte of nonsense.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use sulan::draft::{Hints, Line, Mark, Text, read};

/// Sentences of real reports, cell by cell.
const SENTENCES: &str = include_str!("../tests/it/draft/sentences.tsv");

/// How many 汉字 a long report has.
const HAN: usize = 20_000;

fn text(lines: impl Iterator<Item = String>) -> Text {
    let line = |(number, text)| Line { number, text, mark: Mark::Plain };
    Text { lines: (1..).zip(lines).map(line).collect(), ..Text::default() }
}

/// A report with so many 汉字: half of it looks back, half ahead.
fn report(han: usize) -> Text {
    let sentences = SENTENCES.lines().filter_map(|line| line.split('\t').nth(3)).cycle();
    let (mut lines, mut count) = (vec!["一、2022年工作回顾".to_owned()], 0);
    for sentence in sentences {
        if count < han / 2 && count + sentence.chars().count() >= han / 2 {
            lines.push("二、2023年工作安排".to_owned());
            lines.push("主要预期目标是：地区生产总值增长6%左右。".to_owned());
            lines.push("（一）扩大有效投资".to_owned());
        }
        count += sentence.chars().count();
        lines.push(sentence.to_owned());
        if count >= han {
            break;
        }
    }
    text(lines.into_iter())
}

/// A megabyte that no stop ever parts.
fn nonsense() -> Text {
    text(std::iter::once("增1分别到由第“（三亿".repeat((1 << 20) / 30)))
}

fn bench(criterion: &mut Criterion) {
    let hints = Hints { year: Some(2023), place: Some("吉林市".to_owned()) };
    let cases =
        [("20,000 汉字", report(HAN)), ("200,000 汉字", report(10 * HAN)), ("a megabyte of nonsense", nonsense())];
    for (name, text) in &cases {
        criterion.bench_function(&format!("draft: {name}"), |bencher| bencher.iter(|| read(black_box(text), &hints)));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = bench
}
criterion_main!(benches);
