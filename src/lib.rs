//! sulan (速览): a Chinese government's annual work report at a glance.

pub mod app;
pub mod cli;
pub mod pages;
pub mod report;
pub mod search;
pub mod term;
pub mod text;
pub mod ui;
