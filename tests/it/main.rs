//! The tests of the whole program, through the public library and through the built binary: one
//! program, linked once. A module is run alone by its name: `cargo test screens::`.

mod across;
mod browse;
mod bugs;
mod chips;
mod cli;
mod common;
mod compare;
mod glossary;
mod history;
mod hits;
mod joins;
mod keys;
mod ledger;
mod load;
mod looks;
mod monkey;
mod mutated;
mod numbers;
mod overview;
mod past;
mod places;
mod readings;
mod room;
mod screens;
mod search;
mod search_cases;
mod search_many;
mod search_oracle;
mod search_property;
mod sections;
mod settings;
mod sizes;
mod strange;
mod stumbles;
mod take;
#[cfg(unix)]
mod terminal;
mod vast;
mod whole;
mod words;
mod years;
