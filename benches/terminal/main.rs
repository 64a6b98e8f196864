//! Measures the program from outside, in a terminal of its own, beside the programs that people
//! know: `less`, `fzf` and others where they are installed, over the records that `sulan list` prints.
//! `cargo bench --bench terminal` prints medians and, in brackets, times `less` in the same round.

#![expect(clippy::print_stdout, reason = "a bench prints its table")]

mod copies;
mod process;
mod session;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use session::{Program, Run, run};

/// The rounds; in each every program runs once.
const ROUNDS: usize = 11;
const SULAN: &str = env!("CARGO_BIN_EXE_sulan");
/// A record that every program shows in its first frame.
const KNOWN: &str = "工业增加值";

/// The program itself first, then those on `PATH` that show records one a line and move by the arrow keys.
fn programs(folder: &Path) -> Vec<Program> {
    let printed = |name: &str, format: &str| {
        let file = folder.join(name);
        let printed = Command::new(SULAN).args(["list", "--lang", "zh", "--format", format]).output();
        fs::write(&file, printed.expect("the records are printed").stdout).expect("the records are written");
        file.display().to_string()
    };
    let (text, csv, json) =
        (printed("records.txt", "text"), printed("records.csv", "csv"), printed("records.json", "json"));
    let program = |words: &[&str], quit| Program {
        name: words.first().copied().unwrap_or_default().to_owned(),
        words: words.iter().map(|&word| word.to_owned()).collect(),
        typed: "",
        quit,
    };
    // A picker takes its records from a pipe or a file; the shell that opens it makes way at once.
    let piped = |words: &str, quit| Program {
        name: words.split(' ').next().unwrap_or_default().to_owned(),
        words: ["sh", "-c", &format!("exec {words} < '{text}'")].map(str::to_owned).to_vec(),
        typed: "",
        quit,
    };
    let sulan = Program { name: "sulan".to_owned(), ..program(&[SULAN, "--lang", "zh"], "q") };
    let others = [
        program(&["less", &text], "q"),
        piped("fzf --layout=reverse", "\u{1b}"),
        piped("sk --layout=reverse", "\u{1b}"),
        piped("tv", "\u{1b}"),
        program(&["csvlens", &csv], "q"),
        program(&["jless", &json], "q"),
    ];
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&paths).collect();
    let installed = |name: &str| folders.iter().any(|folder| folder.join(name).is_file());
    std::iter::once(sulan).chain(others.into_iter().filter(|program| installed(&program.name))).collect()
}

/// What a column shows of the runs of one program.
struct Column {
    head: &'static str,
    /// Over the keys of a run, or one value of it.
    of: fn(&Run) -> Option<f64>,
    digits: usize,
}

const COLUMNS: [Column; 9] = [
    Column { head: "first frame ms", of: |run| run.shown, digits: 1 },
    Column { head: "settled ms", of: |run| run.settled, digits: 1 },
    Column { head: "key p50 ms", of: |run| share(&run.keys, 0.5), digits: 2 },
    Column { head: "key p99 ms", of: |run| share(&run.keys, 0.99), digits: 2 },
    Column { head: "bytes a key", of: |run| share(&run.bytes, 0.5), digits: 0 },
    Column { head: "CPU a key ms", of: |run| run.cpu_a_key, digits: 3 },
    Column { head: "idle bytes", of: |run| Some(run.idle_bytes), digits: 0 },
    Column { head: "idle wake-ups", of: |run| run.idle_wakes, digits: 0 },
    Column { head: "peak RSS MB", of: |run| run.peak, digits: 1 },
];

/// The value below which this share of `values` lies.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "few values")]
fn share(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let at = (sorted.len() as f64 * share) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).copied()
}

/// The median of a column over the rounds.
fn median(column: &Column, runs: &[Run]) -> Option<f64> {
    share(&runs.iter().filter_map(column.of).collect::<Vec<f64>>(), 0.5)
}

/// The median of the ratios to another program, round by round.
fn ratio(column: &Column, runs: &[Run], others: &[Run]) -> Option<f64> {
    let ratios = runs.iter().zip(others).filter_map(|(run, other)| {
        let other = (column.of)(other).filter(|value| *value > 0.0)?;
        Some((column.of)(run)? / other)
    });
    share(&ratios.collect::<Vec<f64>>(), 0.5)
}

fn cell(column: &Column, runs: &[Run], others: Option<&[Run]>) -> String {
    let digits = column.digits;
    let Some(median) = median(column, runs) else {
        return "-".to_owned();
    };
    match others.and_then(|others| ratio(column, runs, others)) {
        Some(ratio) => format!("{median:.digits$} ({ratio:.2}×)"),
        None => format!("{median:.digits$}"),
    }
}

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-terminal");
    fs::create_dir_all(&folder).expect("a folder for the records");
    let programs = programs(&folder);
    let mut runs: Vec<Vec<Run>> = programs.iter().map(|_| Vec::new()).collect();
    for _ in 0..ROUNDS {
        for (program, runs) in programs.iter().zip(&mut runs) {
            runs.push(run(program, KNOWN, &folder));
        }
    }
    let of = |name: &str| programs.iter().zip(&runs).find(|(program, _)| program.name == name).map(|(_, runs)| &**runs);
    let less = of("less");
    println!("{ROUNDS} rounds; medians, and in brackets times less in the same round");
    print!("{:<9}", "");
    for column in &COLUMNS {
        print!("{:>17}", column.head);
    }
    println!();
    for (program, runs) in programs.iter().zip(&runs) {
        print!("{:<9}", program.name);
        for column in &COLUMNS {
            print!("{:>17}", cell(column, runs, less.filter(|_| program.name != "less")));
        }
        let unheard: usize = runs.iter().map(|run| run.unheard).sum();
        println!("{}", if unheard > 0 { format!("   {unheard} keys unanswered") } else { String::new() });
    }
    if let (Some(sulan), Some(fzf)) = (of("sulan"), of("fzf")) {
        let ratios = COLUMNS.iter().filter_map(|column| {
            Some(format!("{} {:.2}×", column.head.trim_end_matches(" ms"), ratio(column, sulan, fzf)?))
        });
        println!("sulan beside fzf: {}", ratios.collect::<Vec<String>>().join(", "));
    }
    copies::table(SULAN, KNOWN, &folder);
    let bytes = fs::metadata(SULAN).map_or(0, |file| file.len());
    println!("the program has {}.{:02} MB", bytes / 1_000_000, bytes % 1_000_000 / 10_000);
}
