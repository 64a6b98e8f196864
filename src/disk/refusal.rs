//! What a refusal of the system means, in words.

use std::io::{self, ErrorKind};

use crate::text::Label;

/// What a refusal means and what to do about it; short, for one row of 40 columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) what: Label,
    pub(crate) mend: Label,
}

const fn refusal(what: Label, mend: Label) -> Refusal {
    Refusal { what, mend }
}

const CHECK_PATH: Label = Label::new("请检查路径", "check the path");

/// What `error` means of a file or a pipe that is read or written.
pub(crate) fn refused(error: &io::Error) -> Refusal {
    REFUSALS.iter().find(|(means, _)| means(error)).map_or(UNKNOWN, |(_, refusal)| *refusal)
}

const UNKNOWN: Refusal = refusal(
    Label::new("系统不允许", "the system refuses"),
    Label::new("请检查文件和磁盘", "check the file and the disk"),
);

type Means = fn(&io::Error) -> bool;

/// Whether an error has this number, where the library has no kind for it.
#[cfg(unix)]
fn is(error: &io::Error, number: rustix::io::Errno) -> bool {
    rustix::io::Errno::from_io_error(error) == Some(number)
}

/// Refusals by what the system says, the first that fits.
const REFUSALS: &[(Means, Refusal)] = &[
    (|error| error.kind() == ErrorKind::NotFound, refusal(Label::new("没有这个文件", "no such file"), CHECK_PATH)),
    (
        |error| error.kind() == ErrorKind::PermissionDenied,
        refusal(Label::new("没有权限", "no permission"), Label::new("请检查权限", "check its permissions")),
    ),
    (
        |error| error.kind() == ErrorKind::IsADirectory,
        refusal(Label::new("是文件夹，不是文件", "a folder, not a file"), Label::new("请写文件的路径", "name a file")),
    ),
    (
        |error| error.kind() == ErrorKind::NotADirectory,
        refusal(Label::new("路径中有一段不是文件夹", "part of it is no folder"), CHECK_PATH),
    ),
    (
        |error| error.kind() == ErrorKind::InvalidFilename,
        refusal(Label::new("名称太长", "the name is too long"), Label::new("请缩短名称", "shorten it")),
    ),
    (
        |error| error.kind() == ErrorKind::FileTooLarge,
        refusal(
            Label::new("超过文件大小的上限", "above the file-size limit"),
            Label::new("请检查 ulimit -f 和磁盘", "check ulimit -f and the disk"),
        ),
    ),
    (
        |error| error.kind() == ErrorKind::StorageFull,
        refusal(
            Label::new("磁盘已满", "the disk is full"),
            Label::new("请腾出空间再试", "free some space and try again"),
        ),
    ),
    (
        |error| error.kind() == ErrorKind::QuotaExceeded,
        refusal(
            Label::new("磁盘配额已用完", "the disk quota is used up"),
            Label::new("请腾出空间再试", "free some space and try again"),
        ),
    ),
    (
        |error| error.kind() == ErrorKind::ReadOnlyFilesystem,
        refusal(
            Label::new("磁盘是只读的", "the disk is read-only"),
            Label::new("请换一个地方", "choose another place"),
        ),
    ),
    (
        |error| matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy),
        refusal(Label::new("别的程序正在用它", "in use by a program"), Label::new("请稍后再试", "try again later")),
    ),
    (
        |error| error.kind() == ErrorKind::OutOfMemory,
        refusal(Label::new("内存不够", "out of memory"), Label::new("请关掉别的程序", "close other programs")),
    ),
    (
        |error| {
            matches!(
                error.kind(),
                ErrorKind::TimedOut
                    | ErrorKind::HostUnreachable
                    | ErrorKind::NetworkUnreachable
                    | ErrorKind::NetworkDown
                    | ErrorKind::NotConnected
                    | ErrorKind::StaleNetworkFileHandle
            )
        },
        refusal(
            Label::new("网络磁盘没有回答", "the network disk is gone"),
            Label::new("请检查网络再试", "check the network and try again"),
        ),
    ),
    (
        |error| error.kind() == ErrorKind::InvalidData,
        refusal(Label::new("不是文字", "not text"), Label::new("请换一个文件", "name another file")),
    ),
    // What a pipe or a device is where only a file will do.
    (
        |error| error.kind() == ErrorKind::InvalidInput,
        refusal(Label::new("不是普通文件", "not a regular file"), CHECK_PATH),
    ),
    #[cfg(unix)]
    (
        |error| is(error, rustix::io::Errno::LOOP),
        refusal(Label::new("链接绕成了圈", "its links form a loop"), Label::new("请检查链接", "check the links")),
    ),
    #[cfg(unix)]
    (
        |error| is(error, rustix::io::Errno::IO),
        refusal(Label::new("磁盘读写出错", "the disk has an error"), Label::new("请检查磁盘", "check the disk")),
    ),
    #[cfg(unix)]
    (
        |error| is(error, rustix::io::Errno::MFILE) || is(error, rustix::io::Errno::NFILE),
        refusal(
            Label::new("打开的文件太多", "too many open files"),
            Label::new("请关掉别的程序", "close other programs"),
        ),
    ),
    #[cfg(unix)]
    (
        |error| is(error, rustix::io::Errno::NXIO) || is(error, rustix::io::Errno::NODEV),
        refusal(Label::new("没有这个设备", "there is no such device"), CHECK_PATH),
    ),
];

#[cfg(test)]
mod tests {
    use super::{REFUSALS, UNKNOWN};
    use crate::text::{Lang, width};

    #[test]
    fn every_refusal_has_room_in_the_narrowest_last_row() {
        for refusal in REFUSALS.iter().map(|(_, refusal)| refusal).chain([&UNKNOWN]) {
            // Behind "没有写入：" and "Not written: ", between the margins of 40 columns.
            assert!(width(refusal.what.get(Lang::Zh)) + 10 <= 38, "{refusal:?}");
            assert!(width(refusal.what.get(Lang::En)) + 13 <= 38, "{refusal:?}");
        }
    }
}
