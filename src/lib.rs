//! sulan (速览): a Chinese government's annual work report at a glance.

pub mod cli;
pub mod report;
pub mod search;
pub mod text;
