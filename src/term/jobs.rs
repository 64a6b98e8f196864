//! Threads that work for the loop. They change nothing: what comes of their work is an event.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;
use crate::app::{App, SearchTask};
use crate::loader::Loading;

/// Gives the work that waits to threads of their own.
pub(super) fn start(app: &mut App, events: &Sender<Event>) {
    while let Some(task) = app.search_task() {
        run(task, events.clone());
    }
    if let Some(task) = app.past_task() {
        let events = events.clone();
        // Without a thread the lines of other years stay blank until the years are asked for.
        let _ = thread::Builder::new().name("past".to_owned()).spawn(move || {
            // The loop may have ended.
            let _ = events.send(Event::Past(task.run()));
        });
    }
}

fn run(task: SearchTask, events: Sender<Event>) {
    // Where no thread can be started there is no index and no answer; all else goes on.
    let _ = thread::Builder::new()
        .name("search".to_owned())
        .spawn(move || task.run(|news| events.send(Event::Search(news)).is_ok()));
}

/// Reads the rest of some files. What comes is sent in the order of the files; the thread ends with the loop.
///
/// # Errors
/// When there can be no thread.
pub(super) fn load(mut loading: Loading, events: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("loaded".to_owned()).spawn(move || {
        loading.go_on();
        while let Some(loaded) = loading.next() {
            if events.send(Event::Loaded(Box::new(loaded), loading.expected())).is_err() {
                return;
            }
        }
        // The loop may have ended.
        let _ = events.send(Event::AllLoaded);
    })?;
    Ok(())
}
