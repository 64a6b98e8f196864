//! Which block of a page is the report: the one with nearly all 汉字 that stand in sentences.

use super::super::decode::is_han;
use super::super::lines::Piece;
use super::tree::Page;

/// A line is running text from so many 汉字 on, or where it ends like a sentence.
const RUNNING: usize = 20;
/// The block holds so much of the text of the page, in hundredths.
const NEARLY_ALL: usize = 80;
/// And so much of the text of the block around it.
const STEP: usize = 85;
/// What a site puts beside a report is short.
const SHORT: usize = 50;

/// What the lines begin with that a site writes into the text: whole words, or with … any beginning.
const DEBRIS: &str = include_str!("../../../../assets/draft/debris.txt");

/// The lines of the report in `page`.
pub(super) fn report(mut page: Page) -> Vec<Piece> {
    if page.pieces.iter().all(|piece| weight(piece) == 0) {
        // A link that never ends holds the report itself.
        page.pieces.iter_mut().for_each(|piece| piece.linked = 0);
    }
    let blocks = Blocks::new(&page);
    let picked = blocks.around(blocks.picked());
    let end = blocks.end.get(picked).copied().unwrap_or(usize::MAX);
    let inside = |piece: &Piece| (picked..end).contains(&piece.block);
    page.pieces
        .into_iter()
        .filter(|piece| inside(piece) && !is_leading_away(piece) && !is_debris(&piece.text))
        .collect()
}

/// What each block holds, with the blocks in it.
struct Blocks {
    parents: Vec<usize>,
    /// The first block behind it and those inside it.
    end: Vec<usize>,
    /// The 汉字 of its running text.
    weight: Vec<usize>,
    /// Its lines that only lead elsewhere.
    links: Vec<usize>,
}

impl Blocks {
    fn new(page: &Page) -> Self {
        let count = page.parents.len();
        let mut blocks = Self {
            parents: page.parents.clone(),
            end: (1..=count).collect(),
            weight: vec![0; count],
            links: vec![0; count],
        };
        for piece in &page.pieces {
            add(&mut blocks.weight, piece.block, weight(piece));
            add(&mut blocks.links, piece.block, usize::from(is_leading_away(piece)));
        }
        for at in (1..count).rev() {
            let Some(&parent) = blocks.parents.get(at) else { break };
            for column in [&mut blocks.weight, &mut blocks.links] {
                let inside = column.get(at).copied().unwrap_or(0);
                add(column, parent, inside);
            }
            let end = blocks.end.get(at).copied().unwrap_or(count);
            if let Some(known) = blocks.end.get_mut(parent) {
                *known = end.max(*known);
            }
        }
        blocks
    }

    /// From the page inwards as long as one block inside holds nearly everything.
    fn picked(&self) -> usize {
        let mut heaviest = vec![0; self.parents.len()];
        for (at, &parent) in self.parents.iter().enumerate().skip(1) {
            if let Some(best) = heaviest.get_mut(parent)
                && (*best == 0 || weighs(&self.weight, at) > weighs(&self.weight, *best))
            {
                *best = at;
            }
        }
        let all = weighs(&self.weight, 0);
        let mut picked = 0;
        while let Some(&next) = heaviest.get(picked).filter(|&&next| next > picked) {
            let weight = weighs(&self.weight, next);
            if weight == 0 || weight * 100 < all * NEARLY_ALL || weight * 100 < weighs(&self.weight, picked) * STEP {
                break;
            }
            picked = next;
        }
        picked
    }

    /// Outwards as long as no link is among what is added: a title, a first heading, an annex of short lines.
    fn around(&self, picked: usize) -> usize {
        let mut around = picked;
        while let Some(&parent) = self.parents.get(around).filter(|_| around > 0) {
            let links = weighs(&self.links, parent) - weighs(&self.links, picked);
            if links > 0 {
                break;
            }
            around = parent;
        }
        around
    }
}

fn weighs(column: &[usize], at: usize) -> usize {
    column.get(at).copied().unwrap_or(0)
}

fn add(column: &mut [usize], at: usize, more: usize) {
    if let Some(known) = column.get_mut(at) {
        *known += more;
    }
}

/// The 汉字 of a line of running text.
fn weight(piece: &Piece) -> usize {
    let han = piece.text.chars().filter(|&c| is_han(c)).count();
    let is_running = han >= RUNNING || piece.text.trim_end().ends_with(['。', '！', '？', '；', '：', '”']);
    if is_running && !is_leading_away(piece) { han } else { 0 }
}

/// Whether a line is a link and nothing else.
fn is_leading_away(piece: &Piece) -> bool {
    piece.linked * 2 > piece.chars
}

/// Whether a site wrote the line: a button, a counter, a share box.
fn is_debris(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || "【[（(〖《<|·>｜".contains(c));
    let begins = |word: &str| match word.strip_suffix('…') {
        Some(start) => line.starts_with(start),
        None => line.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_han)),
    };
    line.chars().count() <= SHORT && !line.contains('。') && DEBRIS.lines().any(begins)
}

#[cfg(test)]
mod tests {
    use super::{DEBRIS, is_debris};

    #[test]
    fn every_line_of_the_table_is_debris_and_a_heading_is_not() {
        for line in DEBRIS.lines() {
            assert!(is_debris(line.trim_end_matches('…')) && line == line.trim() && !line.is_empty(), "{line}");
        }
        for line in
            ["一、2024年工作回顾", "打印机产业基地", "首页人才工程", "（一）来源于实体经济的财政收入", "各位代表："]
        {
            assert!(!is_debris(line), "{line}");
        }
    }
}
