//! What terminals send, in all dialects, whole and in pieces.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;

use super::{GRACE, LONGEST_PASTE, PASTE_STALLED, Parser, STALLED};

fn key(code: KeyCode, held: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, held))
}

fn plain(code: KeyCode) -> Event {
    key(code, KeyModifiers::NONE)
}

fn typed(text: &str) -> Vec<Event> {
    text.chars().map(|c| plain(KeyCode::Char(c))).collect()
}

const CTRL_C: Event = Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));

/// What a parser makes of bytes, and of a silence behind them as long as it wants.
fn events(bytes: &[u8]) -> Vec<Event> {
    let mut parser = Parser::default();
    parser.feed(bytes);
    be_silent(&mut parser);
    parser.take()
}

fn be_silent(parser: &mut Parser) {
    for _ in 0..3 {
        if parser.patience().is_some() {
            parser.silence();
        }
    }
    assert_eq!(parser.patience(), None, "nothing is waited for without end");
}

fn mouse(kind: MouseEventKind, column: u16, row: u16) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

#[test]
fn keys_in_every_dialect() {
    let (none, shift, alt, ctrl) = (KeyModifiers::NONE, KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL);
    let cases: &[(&str, KeyCode, KeyModifiers)] = &[
        ("\u{1b}[A", KeyCode::Up, none),
        ("\u{1b}OB", KeyCode::Down, none),
        ("\u{1b}[1;5C", KeyCode::Right, ctrl),
        ("\u{1b}[5D", KeyCode::Left, ctrl),
        ("\u{1b}O5D", KeyCode::Left, ctrl),
        ("\u{1b}Od", KeyCode::Left, ctrl),
        ("\u{1b}[d", KeyCode::Left, shift),
        ("\u{1b}\u{1b}[A", KeyCode::Up, alt),
        ("\u{1b}[1;3A", KeyCode::Up, alt),
        ("\u{1b}[1;1:1A", KeyCode::Up, none),
        ("\u{1b}[1;129A", KeyCode::Up, none),
        ("\u{1b}[H", KeyCode::Home, none),
        ("\u{1b}[1~", KeyCode::Home, none),
        ("\u{1b}[7~", KeyCode::Home, none),
        ("\u{1b}OF", KeyCode::End, none),
        ("\u{1b}[3~", KeyCode::Delete, none),
        ("\u{1b}[5~", KeyCode::PageUp, none),
        ("\u{1b}[6;5~", KeyCode::PageDown, ctrl),
        ("\u{1b}[6^", KeyCode::PageDown, ctrl),
        ("\u{1b}[6$", KeyCode::PageDown, shift),
        ("\u{1b}[Z", KeyCode::BackTab, shift),
        ("\u{1b}OP", KeyCode::F(1), none),
        ("\u{1b}[11~", KeyCode::F(1), none),
        ("\u{1b}[[A", KeyCode::F(1), none),
        ("\u{1b}[P", KeyCode::F(1), none),
        ("\u{1b}[24~", KeyCode::F(12), none),
        ("\u{1b}Oq", KeyCode::Char('1'), none),
        ("\u{1b}OM", KeyCode::Enter, none),
        ("\u{1b}[99;5u", KeyCode::Char('c'), ctrl),
        ("\u{1b}[27u", KeyCode::Esc, none),
        ("\u{1b}[97:65;2u", KeyCode::Char('A'), shift),
        ("\u{1b}[113;1:1u", KeyCode::Char('q'), none),
        ("\u{1b}[113;1:2;113u", KeyCode::Char('q'), none),
        ("\u{1b}[9;2u", KeyCode::BackTab, shift),
        ("\u{1b}[127u", KeyCode::Backspace, none),
        ("\u{1b}[57400u", KeyCode::Char('1'), none),
        ("\u{1b}[27;5;99~", KeyCode::Char('c'), ctrl),
        ("\u{1b}[27;1;27~", KeyCode::Esc, none),
        ("\u{1b}[67;46;3;1;8;1_", KeyCode::Char('c'), ctrl),
        ("\u{1b}[81;16;113;1;0;1_", KeyCode::Char('q'), none),
        ("\u{1b}[38;72;0;1;256;1_", KeyCode::Up, none),
        ("\u{1b}j", KeyCode::Char('j'), alt),
        ("\u{1b}\r", KeyCode::Enter, alt),
        ("\u{1b}\u{7f}", KeyCode::Backspace, alt),
        ("\u{1b}农", KeyCode::Char('农'), alt),
        ("\u{1b}", KeyCode::Esc, none),
        ("\u{0}", KeyCode::Char(' '), ctrl),
        ("\u{1}", KeyCode::Char('a'), ctrl),
        ("\u{1f}", KeyCode::Char('7'), ctrl),
        ("\t", KeyCode::Tab, none),
        ("\u{8}", KeyCode::Char('h'), ctrl),
        ("G", KeyCode::Char('G'), shift),
        ("碳", KeyCode::Char('碳'), none),
        ("🇨", KeyCode::Char('🇨'), none),
    ];
    for &(bytes, code, held) in cases {
        assert_eq!(events(bytes.as_bytes()), [key(code, held)], "{bytes:?}");
        // The same however it is cut, when the rest comes in time.
        for cut in 1..bytes.len() {
            let (head, tail) = bytes.as_bytes().split_at(cut);
            let mut parser = Parser::default();
            parser.feed(head);
            assert!(parser.take().is_empty(), "{bytes:?} after {cut}");
            parser.feed(tail);
            be_silent(&mut parser);
            if cut == 1 && held == alt && head == b"\x1b" && !matches!(tail.first(), Some(0x1b | b'[')) {
                // Esc and a key, pressed in a hurry.
                assert_eq!(parser.take(), [plain(KeyCode::Esc), key(code, none)], "{bytes:?} apart");
                continue;
            }
            assert_eq!(parser.take(), [key(code, held)], "{bytes:?} cut at {cut}");
        }
    }
    // The same in eight bits.
    assert_eq!(events(b"\x9bA\x8fB"), [plain(KeyCode::Up), plain(KeyCode::Down)]);
    assert_eq!(events(b"\x1b\x1b"), [plain(KeyCode::Esc), plain(KeyCode::Esc)]);
    assert_eq!(events(b"\x1b\x1bq"), [vec![plain(KeyCode::Esc), plain(KeyCode::Esc)], typed("q")].concat());
}

/// What terminals answer and tell without being keys, a paste or the mouse.
const FOREIGN: &[&str] = &[
    "\u{1b}[?2026;2$y",
    "\u{1b}[?997;1n",
    "\u{1b}[?1;2R",
    "\u{1b}[24;80R",
    "\u{1b}[0n",
    "\u{1b}[?62;22;52c",
    "\u{1b}[>0;276;0c",
    "\u{1b}[=1;1c",
    "\u{1b}[8;24;80t",
    "\u{1b}[48;24;80;480;640t",
    "\u{1b}[?7u",
    "\u{1b}[?0u",
    "\u{1b}[I",
    "\u{1b}[O",
    "\u{1b}[2;1x",
    "\u{1b}[?1;2;0S",
    "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\",
    "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}",
    "\u{1b}]4;1;rgb:cccc/0000/0000\u{1b}\\",
    "\u{1b}]52;c;5Lq65rCR\u{1b}\\",
    "\u{1b}]l吉林本市\u{1b}\\",
    "\u{1b}P>|XTerm(390)\u{1b}\\",
    "\u{1b}P1+r544e=787465726d\u{1b}\\",
    "\u{1b}P1$r0m\u{1b}\\",
    "\u{1b}P!|00000000\u{1b}\\",
    "\u{1b}_Gi=31;OK\u{1b}\\",
    "\u{1b}^private\u{1b}\\",
    "\u{1b}Xstring\u{1b}\\",
    "\u{1b}[113;1:3u",
    "\u{1b}[57441;2u",
    "\u{1b}[97;9u",
    "\u{1b}[1;1:3A",
    "\u{1b}[4:3m",
    "\u{1b}[12;5;99~",
    "\u{1b}[201~",
    "\u{1b}[<0;0;1M",
    "\u{1b}[<0;1M",
    "\u{1b}[<999999;1;1M",
    "\u{1b}[<0;99999999999;1M",
    "\u{1b}[99999999999999999999999A",
    "\u{1b}[;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;~",
    "\u{1b}[[Z",
    "\u{1b}Oz",
    "\u{85}",
    "\u{9b}",
];

#[test]
fn what_is_no_key_is_dropped_and_the_next_key_is_one() {
    for foreign in FOREIGN {
        for cut in 0..foreign.len() {
            let (head, tail) = foreign.as_bytes().split_at(cut);
            let mut parser = Parser::default();
            for bytes in [b"/", head, tail, b"q"] {
                parser.feed(bytes);
            }
            assert_eq!(parser.take(), typed("/q"), "{foreign:?} cut at {cut}");
            assert_eq!(parser.patience(), None);
        }
    }
}

#[test]
fn nothing_unfinished_keeps_a_key_away() {
    let begun = FOREIGN.iter().chain(&["\u{1b}[<0;1;1", "\u{1b}[M ", "\u{1b}[[", "\u{1b}O", "农"]);
    for foreign in begun {
        for end in 1..foreign.len() {
            let (begun, _) = foreign.as_bytes().split_at(end);
            let mut parser = Parser::default();
            parser.feed(begun);
            // At once.
            parser.feed(b"\x03");
            assert_eq!(parser.take().last(), Some(&CTRL_C), "{begun:?}");
            // An Esc at once, too: itself or, behind another, the second of two.
            parser.feed(begun);
            parser.feed(b"\x1b");
            be_silent(&mut parser);
            assert_eq!(parser.take().last(), Some(&plain(KeyCode::Esc)), "{begun:?}");
            // Any key, after a while.
            parser.feed(begun);
            be_silent(&mut parser);
            parser.take();
            parser.feed(b"q");
            assert_eq!(parser.take(), typed("q"), "{begun:?}");
        }
    }
}

#[test]
fn the_mouse_in_three_dialects() {
    let down = mouse(MouseEventKind::Down(MouseButton::Left), 20, 10);
    let up = mouse(MouseEventKind::Up(MouseButton::Left), 20, 10);
    let wheel = mouse(MouseEventKind::ScrollDown, 20, 10);
    assert_eq!(events(b"\x1b[<0;21;11M\x1b[<0;21;11m\x1b[<65;21;11M"), [down.clone(), up, wheel.clone()]);
    assert_eq!(events(b"\x1b[M 5+\x1b[Ma5+"), [down.clone(), wheel.clone()]);
    assert_eq!(events(b"\x1b[32;21;11M\x1b[97;21;11M"), [down, wheel]);
    // Behind an Esc that was a key of its own.
    assert_eq!(events(b"\x1b\x1b[<65;21;11M").len(), 2);
    // Far right the oldest dialect sends bytes that are no text.
    assert_eq!(events(b"\x1b[Ma\xff\xff"), [mouse(MouseEventKind::ScrollDown, 222, 222)]);
}

#[test]
fn a_paste_is_one_whatever_is_in_it() {
    let paste = |bytes: &[u8]| [b"\x1b[200~", bytes, b"\x1b[201~q"].concat();
    for text in ["粮食\r\n农田", "\u{1b}[A\u{1b}]0;x\u{7}", "\u{1b}[20", "\u{1b}\u{1b}[201", "\u{3}", "", "a\u{0}b"]
    {
        let mut parser = Parser::default();
        for byte in paste(text.as_bytes()) {
            parser.feed(&[byte]);
        }
        assert_eq!(parser.take(), [vec![Event::Paste(text.to_owned())], typed("q")].concat(), "{text:?}");
    }
    let broken = paste(b"a\xffb\xe5\x90");
    assert_eq!(events(&broken).first(), Some(&Event::Paste("ab".to_owned())));
}

#[test]
fn a_long_paste_keeps_its_beginning() {
    let mut parser = Parser::default();
    parser.feed(b"\x1b[200~");
    for _ in 0..1 << 18 {
        parser.feed("粮食".as_bytes());
    }
    parser.feed(b"\x1b[201~");
    let [Event::Paste(text)] = &parser.take()[..] else { panic!("one paste") };
    assert!(text.starts_with("粮食粮食") && text.len() <= LONGEST_PASTE && text.len() > LONGEST_PASTE - 4);
}

#[test]
fn a_paste_without_an_end_keeps_no_key_away() {
    let begun = || {
        let mut parser = Parser::default();
        parser.feed("\u{1b}[200~粮食".as_bytes());
        assert_eq!(parser.patience(), Some(GRACE));
        parser
    };
    let pasted = Event::Paste("粮食".to_owned());
    // Ctrl-C, typed once the paste has come to rest.
    let mut parser = begun();
    parser.silence();
    parser.feed(b"\x03");
    assert_eq!(parser.take(), [pasted.clone(), CTRL_C]);
    // Esc.
    let mut parser = begun();
    parser.silence();
    parser.feed(b"\x1b");
    parser.silence();
    assert_eq!(parser.take(), [pasted.clone(), plain(KeyCode::Esc)]);
    // A paste that stalls goes on.
    let mut parser = begun();
    parser.silence();
    assert_eq!(parser.patience(), Some(PASTE_STALLED));
    parser.feed("丰收\u{1b}[201~".as_bytes());
    assert_eq!(parser.take(), [Event::Paste("粮食丰收".to_owned())]);
    // After a second it has ended.
    let mut parser = begun();
    parser.silence();
    parser.silence();
    parser.feed(b"q");
    assert_eq!(parser.take(), [vec![pasted], typed("q")].concat());
}

#[test]
fn only_what_has_begun_is_waited_for() {
    let patience = |bytes: &[u8]| {
        let mut parser = Parser::default();
        parser.feed(bytes);
        parser.patience()
    };
    assert_eq!(patience(b""), None);
    assert_eq!(patience("农a\u{1b}[A".as_bytes()), None);
    assert_eq!(patience(b"\x1b"), Some(GRACE));
    assert_eq!(patience(b"\x1b["), Some(STALLED));
    assert_eq!(patience(b"\xe5\x86"), Some(STALLED));
}

/// A piece of what a terminal sends, and the events it must give.
fn piece() -> impl Strategy<Value = (Vec<u8>, Vec<Event>)> {
    let typed_piece = prop::char::range('\u{20}', '\u{7e}')
        .prop_union(prop::char::range('\u{4e00}', '\u{9fff}'))
        .prop_filter("a capital has a test of its own", |c| !c.is_uppercase())
        .prop_map(|c| (c.to_string().into_bytes(), typed(&c.to_string())));
    let foreign = prop::sample::select(FOREIGN).prop_map(|foreign| (foreign.as_bytes().to_vec(), Vec::new()));
    let any_private = ("[?>=][0-9;:]{0,12}", "[ !\"#$%&'*+-]?[@-~]")
        .prop_map(|(parameters, last)| (format!("\u{1b}[{parameters}{last}").into_bytes(), Vec::new()));
    let any_string = ("[]PX^_]", "[ -~吉林]{0,40}", prop::bool::ANY).prop_map(|(begin, text, bell)| {
        let end = if bell { "\u{7}" } else { "\u{1b}\\" };
        (format!("\u{1b}{begin}{text}{end}").into_bytes(), Vec::new())
    });
    let paste = "[ -~吉林\r\n\t]{0,40}"
        .prop_map(|text| (format!("\u{1b}[200~{text}\u{1b}[201~").into_bytes(), vec![Event::Paste(text)]));
    let key =
        prop::sample::select(vec![("\u{1b}[A", KeyCode::Up), ("\u{1b}OD", KeyCode::Left), ("\r", KeyCode::Enter)])
            .prop_map(|(bytes, code)| (bytes.as_bytes().to_vec(), vec![plain(code)]));
    prop_oneof![4 => typed_piece, 2 => foreign, 2 => any_private, 2 => any_string, 1 => paste, 2 => key]
}

proptest! {
    #[test]
    fn whatever_comes_cut_anywhere_gives_its_keys_and_nothing_else(
        pieces in prop::collection::vec(piece(), 0..30),
        cuts in prop::collection::vec(1_usize..9, 1..200),
    ) {
        let bytes: Vec<u8> = pieces.iter().flat_map(|(bytes, _)| bytes.clone()).collect();
        let expected: Vec<Event> = pieces.into_iter().flat_map(|(_, events)| events).collect();
        let mut parser = Parser::default();
        let mut rest = &bytes[..];
        for cut in cuts.iter().cycle() {
            if rest.is_empty() {
                break;
            }
            let (head, tail) = rest.split_at((*cut).min(rest.len()));
            parser.feed(head);
            rest = tail;
        }
        prop_assert_eq!(parser.take(), expected);
        prop_assert_eq!(parser.patience(), None);
    }

    #[test]
    fn any_bytes_leave_the_keys_alone(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut parser = Parser::default();
        parser.feed(&bytes);
        be_silent(&mut parser);
        parser.take();
        parser.feed(b"q\x03");
        prop_assert_eq!(parser.take(), [typed("q"), vec![CTRL_C]].concat());
    }
}
