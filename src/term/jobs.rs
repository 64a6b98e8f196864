//! Threads that work for the loop. They change nothing: what comes of their work is an event.

use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;
use crate::app::{App, SearchTask};

/// Gives the work that waits to threads of their own.
pub(super) fn start(app: &mut App, events: &Sender<Event>) {
    while let Some(task) = app.search_task() {
        run(task, events.clone());
    }
}

fn run(task: SearchTask, events: Sender<Event>) {
    // Where no thread can be started there is no index and no answer; all else goes on.
    let _ = thread::Builder::new()
        .name("search".to_owned())
        .spawn(move || task.run(|news| events.send(Event::Search(news)).is_ok()));
}
