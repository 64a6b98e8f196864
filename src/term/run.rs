//! The loop: it sleeps until something happens, lets the state change, draws once.

use std::io::{self, BufWriter, IsTerminal, Stdout};
use std::sync::mpsc::{Receiver, Sender, channel};

use crossterm::event::Event as Input;

use super::clipboard::{ask_program, ask_terminal};
use super::event::Event;
use super::export::export;
use super::guard::{Guard, capture_mouse, enter, leave};
use super::input::{Readings, listen};
use super::jobs;
use super::screen;
use super::size;
use crate::app::{Action, App, Effect, Outcome, lookup};
use crate::loader::{Loaded, Loading};
use crate::ui;

/// The exit status of a program whose terminal went away: that of SIGHUP.
const GONE: u8 = 129;

type Screen = screen::Screen<BufWriter<Stdout>>;

/// Runs the browser on the terminal until the user leaves, while `loading` brings more reports; the exit status.
///
/// # Errors
/// When the terminal cannot be entered or written to.
pub fn browse(app: &mut App, loading: Option<Loading>) -> io::Result<u8> {
    match run(app, loading) {
        // The signal that says so may come later than the first write that fails.
        Err(_) if !io::stdout().is_terminal() => Ok(GONE),
        ended => ended,
    }
}

fn run(app: &mut App, loading: Option<Loading>) -> io::Result<u8> {
    let (sender, events) = channel();
    // Before the size is first read: a window manager gives many windows theirs just now.
    #[cfg(unix)]
    let signals = super::signals::catch()?;
    let _guard = Guard::enter()?;
    if app.mouse {
        capture_mouse(true)?;
    }
    // One buffer of the size of a full screen, so that a frame is one write.
    let mut screen = Screen::new(BufWriter::with_capacity(1 << 16, io::stdout()));
    draw(&mut screen, app)?;
    // The first frame waits for no thread.
    #[cfg(unix)]
    super::signals::listen(signals, sender.clone())?;
    let readings = listen(sender.clone())?;
    if let Some(loading) = loading {
        jobs::load(loading, sender.clone())?;
    }
    follow(&mut screen, app, &Ends { sender, events, readings })
}

/// What the loop holds of the threads that send to it.
struct Ends {
    sender: Sender<Event>,
    events: Receiver<Event>,
    readings: Readings,
}

fn follow(screen: &mut Screen, app: &mut App, ends: &Ends) -> io::Result<u8> {
    jobs::start(app, &ends.sender);
    loop {
        let Ok(first) = ends.events.recv() else {
            return Ok(GONE);
        };
        let mut waiting = Some(first);
        let mut changed = false;
        // A paste, a held key and a storm of resizes cost one frame, not one each.
        while let Some(event) = waiting {
            match answer(screen, app, event, ends)? {
                Answer::Nothing => {}
                Answer::Changed => changed = true,
                Answer::Leave(status) => return Ok(status),
            }
            waiting = ends.events.try_recv().ok();
        }
        if changed {
            app.catch_up();
            jobs::start(app, &ends.sender);
            draw(screen, app)?;
        }
    }
}

/// What came of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Nothing,
    /// The screen has to be drawn.
    Changed,
    /// The program ends with this status.
    Leave(u8),
}

fn answer(screen: &mut Screen, app: &mut App, event: Event, ends: &Ends) -> io::Result<Answer> {
    match event {
        Event::Input(inputs) => {
            let mut answered = Answer::Nothing;
            for input in inputs {
                let Some(action) = action_of(app, input) else {
                    continue;
                };
                if let Some(status) = act(screen, app, action, &ends.sender)? {
                    return Ok(Answer::Leave(status));
                }
                answered = Answer::Changed;
            }
            ends.readings.answered();
            Ok(answered)
        }
        Event::Search(news) => {
            app.hear(news);
            Ok(Answer::Changed)
        }
        Event::Loaded(loaded, total) => {
            let news = loaded.news();
            let Loaded { batch, part, lexicon, .. } = *loaded;
            app.set_total(Some(total));
            app.add_reports(batch, part, lexicon);
            app.pass_over(news);
            Ok(Answer::Changed)
        }
        Event::Past(past) => {
            app.take_past(past);
            Ok(Answer::Changed)
        }
        Event::AllLoaded => {
            app.set_total(None);
            Ok(Answer::Changed)
        }
        Event::Done(outcome) => {
            app.update(Action::Done(outcome));
            Ok(Answer::Changed)
        }
        #[cfg(unix)]
        Event::Resized => Ok(Answer::Changed),
        #[cfg(unix)]
        // An exit status has eight bits, and the signals listened to are below 16.
        Event::Signal(signal) => Ok(Answer::Leave(u8::try_from(128 + signal).unwrap_or(GONE))),
        #[cfg(unix)]
        Event::Suspend => suspend(screen, app).map(|()| Answer::Changed),
        #[cfg(unix)]
        Event::Continue => {
            // Another stopped the program, and the shell set the terminal to its own ways meanwhile.
            leave();
            resume(screen, app).map(|()| Answer::Changed)
        }
        Event::Gone => Ok(Answer::Leave(GONE)),
    }
}

/// Lets the state change and does what it asks for; the status to leave with, if it asks for that.
/// What is typed is searched for once, before the next frame.
fn act(screen: &mut Screen, app: &mut App, action: Action, sender: &Sender<Event>) -> io::Result<Option<u8>> {
    match app.take_in(action) {
        Effect::Quit(status) => return Ok(Some(status)),
        effect => perform(screen, app, effect, sender)?,
    }
    Ok(None)
}

/// Does what the state asks of the terminal and of the system.
fn perform(screen: &mut Screen, app: &mut App, effect: Effect, sender: &Sender<Event>) -> io::Result<()> {
    match effect {
        Effect::Mouse => capture_mouse(app.mouse),
        #[cfg(unix)]
        Effect::Suspend if !super::signals::has_shell() => {
            app.update(Action::Done(Outcome::Unsuspended));
            Ok(())
        }
        Effect::Suspend => suspend(screen, app),
        Effect::Redraw => screen.forget(),
        Effect::Copy(text) => {
            let outcome = copy(screen, &text, sender.clone())?;
            app.update(Action::Done(outcome));
            Ok(())
        }
        Effect::Write(order) => {
            let outcome = export(app, &order);
            app.update(Action::Done(outcome));
            Ok(())
        }
        Effect::Draw | Effect::Quit(_) => Ok(()),
    }
}

/// Copies by the terminal and by a program; what is known at once. The program's answer comes as an event.
fn copy(screen: &mut Screen, text: &str, sender: Sender<Event>) -> io::Result<Outcome> {
    let sent = ask_terminal(screen.out(), text)?;
    let asked = ask_program(text, move |program| {
        let outcome = match program {
            Some(program) => Outcome::Copied(program),
            None if sent => Outcome::Handed,
            None => Outcome::Uncopied,
        };
        // Nobody is left to be told when the browser has ended.
        let _ = sender.send(Event::Done(outcome));
    });
    Ok(match (sent, asked) {
        (true, _) => Outcome::Handed,
        (false, true) => Outcome::Copying,
        (false, false) => Outcome::Uncopied,
    })
}

/// What an input asks of the state; `None` when it means nothing.
fn action_of(app: &App, input: Input) -> Option<Action> {
    match input {
        Input::Key(key) => lookup(app.mode(), key),
        Input::Paste(text) => Some(Action::Insert(text)),
        Input::Mouse(mouse) => ui::mouse(app, mouse),
        // The size is asked before each frame.
        Input::Resize(..) => Some(Action::Resize(app.size.0, app.size.1)),
        _ => None,
    }
}

/// Draws the state at the terminal's size of this moment, in one piece.
fn draw(screen: &mut Screen, app: &mut App) -> io::Result<()> {
    let size = size::now(app.size);
    if app.size != size {
        app.update(Action::Resize(size.0, size.1));
    }
    screen.draw(size, |buffer| ui::draw(app, buffer))
}

fn suspend(screen: &mut Screen, app: &App) -> io::Result<()> {
    #[cfg(unix)]
    {
        leave();
        super::signals::stop()?;
    }
    resume(screen, app)
}

/// Takes the terminal again and makes the next frame a whole one.
fn resume(screen: &mut Screen, app: &App) -> io::Result<()> {
    enter()?;
    if app.mouse {
        capture_mouse(true)?;
    }
    screen.forget()
}
