//! The title of an entry: the act and the name of its first figure, else the first clause that says what is done.

use super::chars::{Chars, chars_of};
use super::figures::Found;
use super::split::bullet;
use super::tables::{Opening, TABLES};
use super::wording::without_leading;
use super::wordlists::{List, Lists};
use crate::text::{start_of, width};

/// The most cells of a title.
const TITLE: usize = 32;

/// A short title: the act and the name of the first figure, else the first clause with a verb.
pub(super) fn title(text: &[char], found: &[Found]) -> String {
    let name = shared_title(found).or_else(|| first_clause(text)).unwrap_or_else(|| text.text());
    fitted(&name)
}

/// `text` in the cells of a title.
pub(super) fn fitted(text: &str) -> String {
    if width(text) <= TITLE {
        return text.to_owned();
    }
    let cut = start_of(text, TITLE - 2);
    // A quotation that would be torn is left out, unless it is nearly all there is.
    let open = cut.rfind('“').filter(|&at| cut.get(at..).is_some_and(|rest| !rest.contains('”')));
    let whole = open.and_then(|at| cut.get(..at)).filter(|whole| width(whole) * 2 >= TITLE);
    let cut = whole.unwrap_or(cut);
    let mut out = cut.trim_end_matches(['、', '，', '的', '和', '“']).to_owned();
    out.push('…');
    if whole.is_none() && open.is_some() {
        out.push('”');
    }
    out
}

/// The title that figures give: the first one's, or what several of them share.
fn shared_title(found: &[Found]) -> Option<String> {
    let first = found.first()?;
    if let Some(second) = found.get(1)
        && let (Some(one), Some(two)) = (&first.name.name, &second.name.name)
        && one != two
    {
        let (one, two) = (chars_of(one), chars_of(two));
        let same = one.iter().rev().zip(two.iter().rev()).take_while(|(a, b)| a == b).count();
        let shared = one.after(one.len() - same);
        if same >= 6 && TABLES.aspects.ending(shared).is_some() {
            return Some(shared.text());
        }
    }
    first.name.title.clone().or_else(|| first.name.name.clone())
}

/// The first clause that says what is done.
fn first_clause(text: &[char]) -> Option<String> {
    let body = text.after(bullet(text).unwrap_or(0));
    let clauses = || {
        clauses(body).map(|clause| {
            let clause = without_leading(clause, |kind| kind == Opening::Frame);
            if clause.begins("要") { clause.after(1) } else { clause }
        })
    };
    let fits = |clause: &&[char]| clause.len() >= 4;
    let told = clauses().filter(fits).find(|clause| !clause.begins_one(List::ClauseOpeners));
    told.or_else(|| clauses().find(fits)).map(Chars::text)
}

/// The clauses of a sentence; a stop inside quotation marks parts none.
fn clauses(text: &[char]) -> impl Iterator<Item = &[char]> {
    let mut open = 0_usize;
    text.split(move |&c| {
        match c {
            '“' => open += 1,
            '”' => open = open.saturating_sub(1),
            _ => {}
        }
        open == 0 && matches!(c, '，' | '。' | '；' | '：' | '！' | '？')
    })
}

#[cfg(test)]
mod tests {
    use super::{first_clause, fitted};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_title_keeps_its_quotation_marks_in_pairs() {
        let title = |text: &str| first_clause(&chars(text)).map(|text| fitted(&text));
        assert_eq!(title("继续开展“清废行动”，推进保护和治理。").as_deref(), Some("开展“清废行动”"));
        assert_eq!(
            title("实施“大企业进入，大项目带动”战略，广泛参与。").as_deref(),
            Some("实施“大企业进入，大项目带动”战略")
        );
        assert_eq!(title("从今年起连续5年，市财政每年安排资金。").as_deref(), Some("市财政每年安排资金"));
        assert_eq!(fitted("全面推进“芙蓉人才行动计划”“人才政策二十二条”"), "全面推进“芙蓉人才行动计划”…");
    }
}
