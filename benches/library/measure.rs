//! Programs run from outside: how long they take, and how much memory they take at most.

use std::fs::read_to_string;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a program took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    /// The median of its runs, in ms.
    pub(crate) ms: f64,
    /// The most bytes that were resident at once; nothing where the system does not tell.
    pub(crate) peak: Option<f64>,
}

/// Whether a program is on `PATH`.
pub(crate) fn installed(name: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(name).is_file())
}

/// Runs a program some times, and once more to see its memory; nothing where it cannot be run or finds nothing.
pub(crate) fn run(program: &str, words: &[&str], rounds: usize) -> Option<Measured> {
    let start = || {
        let mut command = Command::new(program);
        command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().ok()
    };
    let mut times = Vec::new();
    for _ in 0..rounds {
        let began = Instant::now();
        if !start()?.wait().ok()?.success() {
            return None;
        }
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    Some(Measured { ms: middle(&mut times), peak: peak(&mut start()?) })
}

/// The most that was resident, as long as the program could be asked.
fn peak(child: &mut Child) -> Option<f64> {
    let mut most = None;
    while let Ok(None) = child.try_wait() {
        most = resident(child.id()).or(most);
        sleep(Duration::from_millis(1));
    }
    most
}

fn resident(pid: u32) -> Option<f64> {
    let status = read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? * 1024.0)
}

/// The time of one call in ms, and what it gave.
pub(crate) fn timed<T>(call: impl FnOnce() -> T) -> (f64, T) {
    let began = Instant::now();
    let given = std::hint::black_box(call());
    (began.elapsed().as_secs_f64() * 1000.0, given)
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
