//! What the system knows of a process.

use std::fs::{read_dir, read_to_string};
use std::path::Path;

use rustix::process::Pid;

/// What a process has used so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Used {
    /// Ticks of the clock in user mode and in the kernel.
    ticks: u64,
    /// How often one of its threads went to sleep; each time it had been woken.
    sleeps: u64,
}

/// The letter of a process's state: `T` when it is stopped; `None` when there is no such process.
pub(crate) fn state(pid: Pid) -> Option<char> {
    stat(pid)?.first()?.chars().next()
}

/// What a process has used; `None` when there is no such process.
pub(crate) fn used(pid: Pid) -> Option<Used> {
    let stat = stat(pid)?;
    // User and system time are fields 14 and 15; the first one here is field 3.
    let ticks = [11, 12].iter().filter_map(|&at| stat.get(at)?.parse::<u64>().ok()).sum();
    let threads = read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).ok()?;
    let sleeps = threads.filter_map(|thread| sleeps(&thread.ok()?.path())).sum();
    Some(Used { ticks, sleeps })
}

/// The fields behind the name, which may itself hold blanks and brackets.
fn stat(pid: Pid) -> Option<Vec<String>> {
    let stat = read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    Some(fields.split_whitespace().map(str::to_owned).collect())
}

fn sleeps(thread: &Path) -> Option<u64> {
    let status = read_to_string(thread.join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
    line.trim().parse().ok()
}

/// The most memory that a process has held so far, in bytes.
pub(crate) fn peak_memory(pid: Pid) -> Option<u64> {
    let status = read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes << 10)
}
