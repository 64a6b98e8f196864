//! The files that paths name: a folder stands for the files in it and in its folders, in the byte order of their
//! paths; what is hidden is passed over.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::work::unreadable;
use crate::draft::input::STANDARD_INPUT;
use crate::report::Fault;

/// How a file was come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// It was named: it has to be a report.
    Named,
    /// It stands in a folder that was named: where it is no report it is passed over.
    Folder,
}

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) from: From,
}

impl Found {
    /// Whether it was named itself.
    pub(crate) fn is_named(&self) -> bool {
        self.from == From::Named
    }

    pub(super) fn is_standard_input(&self) -> bool {
        self.from == From::Named && self.path == Path::new(STANDARD_INPUT)
    }
}

/// What paths stand for.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// The files, in order.
    pub(crate) found: Vec<Found>,
    /// Folders that were named and cannot be read.
    pub(crate) faults: Vec<Fault>,
    /// What in those cannot be read either.
    pub(crate) passed: Vec<Fault>,
}

/// The files that `paths` name, in their order.
pub(crate) fn find<'a>(paths: impl IntoIterator<Item = &'a PathBuf>) -> Files {
    let mut files = Files::default();
    for path in paths {
        if path == Path::new(STANDARD_INPUT) || !path.is_dir() {
            files.found.push(Found { path: path.clone(), from: From::Named });
            continue;
        }
        let mut inside = Vec::new();
        match walk(path, &mut inside, &mut files.passed) {
            Ok(()) => {
                inside.sort_unstable_by(|a, b| a.as_os_str().as_encoded_bytes().cmp(b.as_os_str().as_encoded_bytes()));
                files.found.extend(inside.into_iter().map(|path| Found { path, from: From::Folder }));
            }
            Err(error) => files.faults.push(unreadable(path, &error)),
        }
    }
    files
}

/// Adds the plain files of a folder and of the folders in it. A link to a file is followed, one to a folder is not:
/// it may lead round in a circle.
fn walk(folder: &Path, files: &mut Vec<PathBuf>, passed: &mut Vec<Fault>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            if let Err(error) = walk(&path, files, passed) {
                passed.push(unreadable(&path, &error));
            }
        } else {
            match fs::metadata(&path) {
                Ok(told) if told.is_file() => files.push(path),
                // A device, a pipe: no file.
                Ok(_) => {}
                // A link that leads nowhere.
                Err(error) => passed.push(unreadable(&path, &error)),
            }
        }
    }
    Ok(())
}
