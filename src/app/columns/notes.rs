//! What stands at the right of a line of a list: the other year's figure, or the note.

use super::entries::other_number;
use crate::library::{EntryView, Side};
use crate::pages::{Ink, PageContext, mark_of};
use crate::report::{Figure, Scope, Tab};
use crate::text::{Label, Lang, width};

/// What stands at the right of a line: numbers, caveats, a note. It is never cut.
pub(crate) struct Note {
    pub(crate) pieces: Vec<(Ink, String)>,
}

impl Note {
    pub(crate) fn cells(&self) -> usize {
        self.pieces.iter().map(|(_, text)| width(text)).sum()
    }
}

/// What may stand at the right of a line, the first one first: the other year's figure with its mark or,
/// in another scope, in words; then the note.
pub(crate) fn notes_of(context: &PageContext<'_>, view: EntryView<'_>, place: usize, year: bool) -> Vec<Note> {
    let lang = context.lang;
    let side = Side { entry: view.at(), figure: (!view.figures().is_empty()).then_some(place) };
    let partner = context.pairs.partners(side).next();
    let partner = partner.and_then(|(pair, side)| Some((pair, side.figure(context.library)?)));
    let other = partner.into_iter().flat_map(|(pair, figure)| {
        if let Some(scope) = pair.scope().filter(|scope| *scope != Scope::Same) {
            return other_scope(context, (figure, view.figures().get(place)), scope)
                .into_iter()
                .map(|text| vec![(Ink::Plain, text)])
                .collect();
        }
        let year = figure.year().filter(|_| year).map_or_else(String::new, |years| format!("{years} "));
        let number = other_number(context, figure);
        let mark = (Ink::of(figure.role()), mark_of(figure.role()).to_owned());
        vec![vec![mark, (Ink::Plain, format!(" {year}{number}"))]]
    });
    let other = other.map(|pieces| Note { pieces });
    // A task has its mark where a number would be; its words stand with the note.
    let words = view.words().filter(|_| view.tab() == Tab::Tasks && view.figures().is_empty());
    let said: Vec<&str> =
        words.into_iter().chain(view.note()).filter(|_| place == 0).map(|text| text.get(lang)).collect();
    let note = said.join(Label::new("；", "; ").get(lang));
    let note = (!note.is_empty()).then(|| Note { pieces: vec![(Ink::Plain, note)] });
    other.into_iter().chain(note).collect()
}

/// Another scope is no point beside a bar: it is said in words, with its unit and its caveat; behind that the same
/// without the unit, where the line itself has it.
fn other_scope(context: &PageContext<'_>, (figure, own): (&Figure, Option<&Figure>), scope: Scope) -> Vec<String> {
    let lang = context.lang;
    let year = figure.year().map(|years| years.to_string());
    let side = year.unwrap_or_else(|| Label::new("另一年", "other year").get(lang).to_owned());
    let (quantity, estimated) = (context.quantity(figure), context.estimated(figure));
    let like = own.is_some_and(|own| own.unit() == figure.unit() && context.quantity(own).unit == quantity.unit);
    let scope = scope.label().get(lang);
    let said = |number: String| match lang {
        Lang::Zh => format!("{side}：{number}{estimated}（{scope}）"),
        Lang::En => format!("{side}: {number}{estimated} ({scope})"),
    };
    [quantity.line()].into_iter().chain(like.then(|| quantity.number())).map(said).collect()
}
