//! The loop: it sleeps until something happens, lets the state change, draws once.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{Event as Input, MouseButton, MouseEvent, MouseEventKind, poll, read};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::{Rect, Size};

use super::clipboard::{OSC52, ask_program, ask_terminal};
use super::event::Event;
use super::export::export;
use super::guard::{Guard, capture_mouse, enter, leave};
use super::wide::Wide;
use crate::app::{Action, App, Effect, Outcome, lookup};
use crate::ui;

/// The exit status of a program whose terminal went away: that of SIGHUP.
const GONE: u8 = 129;

type Screen = Terminal<Wide<CrosstermBackend<BufWriter<Stdout>>>>;

/// Runs the browser on the terminal until the user leaves; the exit status.
///
/// # Errors
/// When the terminal cannot be entered or written to.
pub fn browse(app: &mut App) -> io::Result<u8> {
    match run(app) {
        // The signal that says so may come later than the first write that fails.
        Err(_) if !io::stdout().is_terminal() => Ok(GONE),
        ended => ended,
    }
}

fn run(app: &mut App) -> io::Result<u8> {
    let (sender, events) = channel();
    #[cfg(unix)]
    super::signals::listen(sender.clone())?;
    let _guard = Guard::enter()?;
    if app.mouse {
        capture_mouse(true)?;
    }
    // crossterm listens for a new size from its first event on. Asked before the size is
    // first read, it misses none; a window manager gives many windows theirs just now.
    poll(Duration::ZERO)?;
    // One buffer of the size of a full screen, so that a frame is one write.
    let backend = Wide::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout())));
    let mut screen = Terminal::new(backend)?;
    draw(&mut screen, app)?;
    listen(sender.clone())?;
    follow(&mut screen, app, (&sender, &events))
}

/// Reads the terminal in a thread that only sends.
fn listen(events: Sender<Event>) -> io::Result<()> {
    let input = move || {
        while let Ok(input) = read() {
            if events.send(Event::Input(input)).is_err() {
                return;
            }
        }
        // A terminal that is gone would make the next read fail at once, for ever.
        let _ = events.send(Event::Gone);
    };
    thread::Builder::new().name("input".to_owned()).spawn(input)?;
    Ok(())
}

fn follow(screen: &mut Screen, app: &mut App, (sender, events): (&Sender<Event>, &Receiver<Event>)) -> io::Result<u8> {
    loop {
        let Ok(first) = events.recv() else {
            return Ok(GONE);
        };
        let mut waiting = Some(first);
        let mut changed = false;
        // A paste, a held key and a storm of resizes cost one frame, not one each.
        while let Some(event) = waiting {
            #[cfg(unix)]
            if matches!(event, Event::Continue) {
                // The shell set the terminal to its own ways meanwhile.
                leave();
                resume(screen, app.mouse)?;
                changed = true;
            }
            #[cfg(unix)]
            if matches!(event, Event::Suspend) {
                suspend(screen, app.mouse)?;
                changed = true;
            }
            match answer(app, event) {
                Some(Effect::Quit(status)) => return Ok(status),
                Some(effect) => {
                    perform(screen, app, effect, sender)?;
                    changed = true;
                }
                None => {}
            }
            waiting = events.try_recv().ok();
        }
        if changed {
            draw(screen, app)?;
        }
    }
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
        Effect::Suspend => suspend(screen, app.mouse),
        Effect::Redraw => forget(screen),
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
    let sent = ask_terminal(screen.backend_mut(), text)?;
    let by_terminal = if sent { vec![OSC52] } else { Vec::new() };
    let known = by_terminal.clone();
    let asked = ask_program(text, move |program| {
        let ways: Vec<&'static str> = known.into_iter().chain(program).collect();
        let outcome = if ways.is_empty() { Outcome::Uncopied } else { Outcome::Copied(ways) };
        // Nobody is left to be told when the browser has ended.
        let _ = sender.send(Event::Done(outcome));
    });
    Ok(match (sent, asked) {
        (true, _) => Outcome::Copied(by_terminal),
        (false, true) => Outcome::Copying,
        (false, false) => Outcome::Uncopied,
    })
}

/// What an event asks of the state; `None` when it means nothing.
fn answer(app: &mut App, event: Event) -> Option<Effect> {
    let action = match event {
        Event::Input(Input::Key(key)) => lookup(app.mode(), key)?,
        Event::Input(Input::Paste(text)) => Action::Insert(text),
        Event::Input(Input::Resize(width, height)) => Action::Resize(width, height),
        Event::Input(Input::Mouse(mouse)) => pointed(app, mouse)?,
        Event::Input(_) => return None,
        Event::Done(outcome) => Action::Done(outcome),
        #[cfg(unix)]
        // An exit status has eight bits, and the signals listened to are below 16.
        Event::Signal(signal) => return Some(Effect::Quit(u8::try_from(128 + signal).unwrap_or(GONE))),
        #[cfg(unix)]
        Event::Suspend | Event::Continue => return None,
        Event::Gone => return Some(Effect::Quit(GONE)),
    };
    Some(app.update(action))
}

/// What the mouse asks for: the wheel moves as the arrows do, a click goes to what is under it.
fn pointed(app: &App, mouse: MouseEvent) -> Option<Action> {
    match mouse.kind {
        MouseEventKind::ScrollUp => Some(Action::Up),
        MouseEventKind::ScrollDown => Some(Action::Down),
        MouseEventKind::Down(MouseButton::Left) => ui::pointed(app, mouse.column, mouse.row),
        _ => None,
    }
}

/// Draws the state at the terminal's size of this moment, in one piece.
fn draw(screen: &mut Screen, app: &mut App) -> io::Result<()> {
    let Size { width, height } = screen.size()?;
    if app.size != (width, height) {
        app.update(Action::Resize(width, height));
    }
    queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
    screen.draw(|frame| ui::draw(app, frame))?;
    queue!(screen.backend_mut(), EndSynchronizedUpdate)?;
    Write::flush(screen.backend_mut())
}

/// Makes the next frame a whole one.
fn forget(screen: &mut Screen) -> io::Result<()> {
    let Size { width, height } = screen.size()?;
    screen.resize(Rect::new(0, 0, width, height))?;
    screen.backend_mut().clear()
}

fn suspend(screen: &mut Screen, mouse: bool) -> io::Result<()> {
    #[cfg(unix)]
    {
        leave();
        super::signals::stop()?;
    }
    resume(screen, mouse)
}

/// Takes the terminal again and makes the next frame a whole one.
fn resume(screen: &mut Screen, mouse: bool) -> io::Result<()> {
    enter()?;
    if mouse {
        capture_mouse(true)?;
    }
    forget(screen)
}
