//! Looking through the bytes of a text many at once: most places of a text hold nothing of what is looked for.

/// So many places are looked at before it is asked whether one of them was found: the compiler compares sixteen
/// of them in one step.
const BLOCK: usize = 32;

/// The places of a block, with the two behind it.
type Around = [u8; BLOCK + 2];

/// The first place of `text` of which `wanted` is true, by the byte there and the two behind it; behind the end stand
/// spaces, of which it must not be true. It is asked of places behind the first one too, and should be made of a few
/// comparisons, which the compiler does without a branch.
#[inline]
pub(crate) fn position(text: &[u8], wanted: impl Fn(u8, u8, u8) -> bool) -> Option<usize> {
    let mut at = 0;
    while let Some(around) = text.get(at..).and_then(<[u8]>::first_chunk) {
        if holds(around, &wanted) {
            return Some(at + first_in(around, &wanted)?);
        }
        at += BLOCK;
    }
    let rest = text.get(at..).unwrap_or_default();
    let mut around: Around = [b' '; BLOCK + 2];
    around.get_mut(..rest.len())?.copy_from_slice(rest);
    let found = if holds(&around, &wanted) { first_in(&around, &wanted) } else { None };
    // One place may be left behind the block.
    let last = || Some(BLOCK).filter(|&last| rest.get(last).is_some_and(|&own| wanted(own, b' ', b' ')));
    found.or_else(last).map(|own| at + own)
}

/// Whether a place of the block is wanted.
#[inline]
fn holds(around: &Around, wanted: &impl Fn(u8, u8, u8) -> bool) -> bool {
    // Of a known length, which the compiler needs to take several at once.
    let [own, next, last] = [0, 1, 2].map(|by| around.get(by..).and_then(<[u8]>::first_chunk::<BLOCK>));
    let (Some(own), Some(next), Some(last)) = (own, next, last) else { return false };
    let places = own.iter().zip(next).zip(last);
    places.fold(0, |found, ((&a, &b), &c)| found | u8::from(wanted(a, b, c))) != 0
}

/// The first place of the block that is wanted.
fn first_in(around: &Around, wanted: &impl Fn(u8, u8, u8) -> bool) -> Option<usize> {
    around.windows(3).position(|three| matches!(three, &[a, b, c] if wanted(a, b, c)))
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn the_first_place_is_found_wherever_it_stands() {
        for len in 0..140 {
            for place in 0..len {
                let mut text = vec![b'a'; len];
                for (own, sign) in text.iter_mut().skip(place).zip(*b"xyz") {
                    *own = sign;
                }
                let found = |wanted: fn(u8, u8, u8) -> bool| position(&text, wanted);
                assert_eq!(found(|a, _, _| a == b'x'), Some(place), "{len} {place}");
                let whole = found(|a, b, c| a == b'x' && b == b'y' && c == b'z');
                assert_eq!(whole, (place + 2 < len).then_some(place), "{len} {place}");
                let last = found(|a, b, c| a == b'x' && b == b' ' && c == b' ');
                assert_eq!(last, (place + 1 == len).then_some(place), "{len} {place}");
                assert_eq!(found(|a, _, _| a == b'w'), None);
            }
        }
    }
}
