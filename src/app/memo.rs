//! A thing that is made when it is asked for, and anew only where what it was made for has changed.

use std::cell::RefCell;
use std::rc::Rc;

/// The last thing made, with what it was made for.
#[derive(Debug)]
pub(super) struct Memo<K, V>(RefCell<Option<(K, Rc<V>)>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// What `of` gives for `key`.
    pub(super) fn get(&self, key: K, of: impl FnOnce() -> V) -> Rc<V> {
        let mut last = self.0.borrow_mut();
        match &*last {
            Some((known, made)) if *known == key => Rc::clone(made),
            _ => {
                let made = Rc::new(of());
                *last = Some((key, Rc::clone(&made)));
                made
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn a_thing_is_made_anew_only_for_another_key() {
        let memo = Memo::default();
        assert_eq!(*memo.get(1, || "one"), "one");
        assert_eq!(*memo.get(1, || "another"), "one");
        assert_eq!(*memo.get(2, || "two"), "two");
        assert_eq!(*memo.get(1, || "anew"), "anew");
    }
}
