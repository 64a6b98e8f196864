//! What Linux knows of a process; on other systems nothing, and the columns stay empty.

use std::fs::{read_dir, read_to_string};
use std::path::PathBuf;

/// The CPU time of all threads so far, in ms.
pub(crate) fn cpu(pid: u32) -> Option<f64> {
    let spent = |thread: PathBuf| {
        let line = read_to_string(thread.join("schedstat")).ok()?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    Some(threads(pid)?.filter_map(spent).sum::<f64>() / 1e6)
}

/// How often a thread went to sleep so far; each time it had been woken.
pub(crate) fn sleeps(pid: u32) -> Option<f64> {
    let slept = |thread: PathBuf| field(&read_to_string(thread.join("status")).ok()?, "voluntary_ctxt_switches:");
    Some(threads(pid)?.filter_map(slept).sum())
}

/// The most memory that was resident at once, in MB.
pub(crate) fn peak(pid: u32) -> Option<f64> {
    let status = read_to_string(format!("/proc/{pid}/status")).ok()?;
    Some(field(&status, "VmHWM:")? * 1024.0 / 1e6)
}

fn threads(pid: u32) -> Option<impl Iterator<Item = PathBuf>> {
    let threads = read_dir(format!("/proc/{pid}/task")).ok()?;
    Some(threads.filter_map(|thread| Some(thread.ok()?.path())))
}

fn field(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
