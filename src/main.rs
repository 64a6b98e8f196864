//! The program `sulan`.
fn main() {}
