//! The bytes of a file or of standard input, never more than a bound.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// A file of reports is read up to so many bytes.
const LIMIT: u64 = 512 << 20;

/// The bytes of the file at `path`.
///
/// # Errors
/// Whatever the system says; `FileTooLarge` beyond 512 MB, `InvalidInput` for a device.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = path.metadata()?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if is_device(&metadata) {
        return Err(ErrorKind::InvalidInput.into());
    }
    if metadata.len() > LIMIT {
        return Err(ErrorKind::FileTooLarge.into());
    }
    bounded(File::open(path)?)
}

/// The bytes of standard input.
///
/// # Errors
/// Whatever the system says; `FileTooLarge` beyond 512 MB.
pub fn read_standard_input() -> io::Result<Vec<u8>> {
    bounded(io::stdin().lock())
}

fn bounded(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LIMIT {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Whether reading could go on for ever: not a file, and not a pipe as a shell makes it.
#[cfg(unix)]
fn is_device(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = metadata.file_type();
    kind.is_char_device() || kind.is_block_device() || kind.is_socket()
}

#[cfg(not(unix))]
fn is_device(metadata: &std::fs::Metadata) -> bool {
    !metadata.is_file()
}
