//! The columns of some thousand records: one bit a record, or a list of the few that have something there.

/// The most words of 64 records in a block: a column of a block is so long that memory streams it.
pub(super) const WORDS: usize = 32;

/// The records of one block, a bit each.
pub(crate) type Lanes = [u64; WORDS];

/// No record of a block.
pub(crate) const NONE: Lanes = [0; WORDS];

pub(crate) fn both(lanes: &mut Lanes, others: &Lanes, join: impl Fn(u64, u64) -> u64) {
    for (lane, &other) in lanes.iter_mut().zip(others) {
        *lane = join(*lane, other);
    }
}

/// Records in a block.
pub(crate) const BLOCK: usize = WORDS * 64;

/// The number of a column.
pub(crate) type Column = u16;

/// Records in a group of a column that is written as a list: a place within one is a byte.
const GROUP: usize = 256;
/// The groups of a block.
const GROUPS: usize = BLOCK / GROUP;

/// The columns of some records. Most columns hold few of them: these are written as a list of their places, which takes
/// a third less in all than a bit for each record.
pub(crate) struct Block {
    width: usize,
    /// Where each column begins: in the bits, or behind them in the lists.
    starts: Vec<u32>,
    bits: Vec<u64>,
    /// Of each column in a list how many places stand before the end of each group, then the places within their groups.
    lists: Vec<u8>,
}

impl Block {
    /// Of the words of some records, each a bit of all columns.
    pub(super) fn of(rows: &[Vec<u64>], columns: usize) -> Self {
        let mut block = Self { width: rows.len(), starts: Vec::new(), bits: Vec::new(), lists: Vec::new() };
        let word = |row: &Vec<u64>, column: usize| row.get(column).copied().unwrap_or_default();
        let count = |column: usize| rows.iter().map(|row| word(row, column).count_ones() as usize).sum::<usize>();
        // Only what is certainly shorter, so that the ends of the groups are bytes too.
        let is_listed: Vec<bool> =
            (0..columns).map(|column| GROUPS + count(column) < (rows.len() * 8).min(GROUP)).collect();
        let dense = is_listed.iter().filter(|listed| !**listed).count() * rows.len();
        for (column, &listed) in is_listed.iter().enumerate() {
            if !listed {
                block.starts.push(start(block.bits.len()));
                block.bits.extend(rows.iter().map(|row| word(row, column)));
                continue;
            }
            block.starts.push(start(dense + block.lists.len()));
            let ends = block.lists.len();
            block.lists.extend([0; GROUPS]);
            for group in 0..GROUPS {
                let of_group = rows.iter().skip(group * GROUP / 64).take(GROUP / 64);
                for (at, row) in (0u8..).zip(of_group) {
                    let mut bits = word(row, column);
                    while bits != 0 {
                        block.lists.push(at * 64 + u8::try_from(bits.trailing_zeros()).unwrap_or_default());
                        bits &= bits - 1;
                    }
                }
                let places = block.lists.len() - ends - GROUPS;
                if let Some(end) = block.lists.get_mut(ends + group) {
                    *end = u8::try_from(places).unwrap_or(u8::MAX);
                }
            }
        }
        block.starts.shrink_to_fit();
        block.bits.shrink_to_fit();
        block.lists.shrink_to_fit();
        block
    }

    /// Takes the records out of `lanes` that have nothing in the column.
    #[inline]
    pub(crate) fn narrow(&self, lanes: &mut Lanes, column: Column) {
        let from = self.start_of(column);
        if from >= self.bits.len() {
            let own = self.listed(from);
            both(lanes, &own, |lane, bits| lane & bits);
            return;
        }
        let bits = self.bits.get(from..from + self.width).unwrap_or_default();
        match <&Lanes>::try_from(bits) {
            // Of a known length they are compared many at once.
            Ok(bits) => both(lanes, bits, |lane, bits| lane & bits),
            Err(_) => lanes.iter_mut().zip(bits).for_each(|(lane, bits)| *lane &= bits),
        }
    }

    fn start_of(&self, column: Column) -> usize {
        self.starts.get(usize::from(column)).map_or(usize::MAX, |&start| start as usize)
    }

    /// The records of a column in a list.
    #[inline]
    fn listed(&self, from: usize) -> Lanes {
        let mut lanes = NONE;
        let Some(list) = self.list(from) else { return lanes };
        for (group, words) in lanes.chunks_mut(GROUP / 64).enumerate() {
            for place in list.of(group) {
                if let Some(word) = words.get_mut(usize::from(place / 64)) {
                    *word |= 1 << (place % 64);
                }
            }
        }
        lanes
    }

    fn list(&self, from: usize) -> Option<List<'_>> {
        let (ends, places) = self.lists.get(from.checked_sub(self.bits.len())?..)?.split_first_chunk()?;
        Some(List { ends, places })
    }

    /// Whether a record of the block has something in the column.
    pub(super) fn holds(&self, record: usize, column: Column) -> bool {
        let from = self.start_of(column);
        if from < self.bits.len() {
            return self.bits.get(from + record / 64).is_some_and(|word| word >> (record % 64) & 1 != 0);
        }
        self.list(from)
            .is_some_and(|list| list.of(record / GROUP).iter().any(|&place| usize::from(place) == record % GROUP))
    }

    /// All records of the block, and perhaps some numbers behind its last one.
    pub(crate) fn all(&self) -> Lanes {
        let mut all = NONE;
        all.iter_mut().take(self.width).for_each(|lane| *lane = u64::MAX);
        all
    }
}

/// A column that is written as a list, and those behind it.
struct List<'a> {
    ends: &'a [u8; GROUPS],
    places: &'a [u8],
}

impl<'a> List<'a> {
    /// The places within a group.
    fn of(&self, group: usize) -> &'a [u8] {
        let end = |group: usize| self.ends.get(group).map_or(0, |&end| usize::from(end));
        self.places.get(group.checked_sub(1).map_or(0, end)..end(group)).unwrap_or_default()
    }
}

/// A place in the columns of a block, of which there are some thousands.
fn start(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Block, Lanes, NONE, WORDS};

    /// Rows of which column n holds every record whose number is a multiple of `steps[n]`.
    fn rows(words: usize, steps: &[usize]) -> Vec<Vec<u64>> {
        let bit = |record: usize, step: usize| u64::from(record.is_multiple_of(step)) << (record % 64);
        let word =
            |word: usize, step: usize| (word * 64..word * 64 + 64).fold(0, |bits, record| bits | bit(record, step));
        (0..words).map(|at| steps.iter().map(|&step| word(at, step)).collect()).collect()
    }

    #[test]
    fn a_column_is_the_same_as_bits_and_as_a_list() {
        let steps = [1, 2, 7, 8, 9, 10, 63, 64, 65, 255, 256, 1000, BLOCK - 1, BLOCK];
        for words in [1, 2, 5, 31, WORDS] {
            let block = Block::of(&rows(words, &steps), steps.len());
            for (column, &step) in (0..).zip(&steps) {
                let mut lanes: Lanes = block.all();
                block.narrow(&mut lanes, column);
                for record in 0..words * 64 {
                    let held = record.is_multiple_of(step);
                    assert_eq!(block.holds(record, column), held, "{words} words, every {step}th, record {record}");
                    let lane = lanes.get(record / 64).copied().unwrap_or_default();
                    assert_eq!(lane >> (record % 64) & 1 != 0, held, "{words} words, every {step}th, record {record}");
                }
                let behind = lanes.get(words..).unwrap_or_default();
                assert!(behind.iter().all(|&lane| lane == 0), "nothing stands behind the last record");
            }
        }
    }

    #[test]
    fn only_records_that_were_left_stay() {
        let block = Block::of(&rows(WORDS, &[2, 300]), 2);
        let mut lanes = NONE;
        block.narrow(&mut lanes, 0);
        block.narrow(&mut lanes, 1);
        assert_eq!(lanes, NONE);
    }

    #[test]
    fn a_column_of_few_records_takes_few_bytes() {
        let steps = [300; 100];
        let block = Block::of(&rows(WORDS, &steps), steps.len());
        assert!(block.bits.is_empty());
        assert_eq!(block.lists.len(), 100 * (8 + BLOCK.div_ceil(300)));
    }
}
