"""A project on a network drive or in a synced folder is recognised by names alone."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from annotator.services import drives


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"C:\Users\mira\OneDrive\Documents\a.annotator"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\mira\OneDrive - University of X\a.annotator"), "OneDrive"),
        (PurePosixPath("/Users/mira/Library/CloudStorage/OneDrive-Personal/a.annotator"), "OneDrive"),
        (PurePosixPath("/home/mira/Dropbox/study/a.annotator"), "Dropbox"),
        (PurePosixPath("/home/mira/Dropbox (The Lab)/a.annotator"), "Dropbox"),
        (PurePosixPath("/Users/mira/Library/CloudStorage/GoogleDrive-m@x.org/My Drive/a.annotator"), "Google Drive"),
        (PureWindowsPath(r"D:\Google Drive\a.annotator"), "Google Drive"),
        (PurePosixPath("/Users/mira/Library/Mobile Documents/com~apple~CloudDocs/a.annotator"), "iCloud"),
        (PureWindowsPath(r"C:\Users\mira\iCloudDrive\a.annotator"), "iCloud"),
        (PurePosixPath("/home/mira/Nextcloud/a.annotator"), "Nextcloud"),
        (PurePosixPath("/home/mira/syncthing/a.annotator"), "Syncthing"),
        (PurePosixPath("/home/mira/projects/a.annotator"), ""),
        (PurePosixPath("/home/mira/dropbox-study/notes about onedrive/OneDrive.annotator"), ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path: PurePosixPath | PureWindowsPath, service: str) -> None:
    assert drives.synced_by(path) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud"), (".dropbox.cache", "Dropbox")],
)
def test_a_synced_folder_of_another_name_is_known_by_what_the_service_leaves_in_it(
    tmp_path: Path, mark: str, service: str
) -> None:
    project = tmp_path / "shared" / "study" / "a.annotator"
    project.parent.mkdir(parents=True)
    assert drives.warning(project) == ""

    (tmp_path / "shared" / mark).mkdir()

    assert f"in a folder that {service} syncs" in drives.warning(project)


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "study").symlink_to(tmp_path / "Dropbox", target_is_directory=True)

    assert "Dropbox" in drives.warning(tmp_path / "study" / "a.annotator")


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/mnt/lab/a.annotator", True),
        ("/mnt/lab disk/deep/a.annotator", True),
        ("/mnt/lab/local/a.annotator", False),
        ("/mnt/laboratory/a.annotator", False),
        ("/run/user/1000/gvfs/smb-share/a.annotator", True),
        ("/home/mira/a.annotator", False),
        ("/auto/a.annotator", True),
    ],
)
def test_the_mount_that_holds_the_project_says_whether_it_is_on_a_network(
    tmp_path: Path, path: str, remote: bool
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "server:/lab /mnt/lab nfs4 rw,vers=4.2 0 0\n"
        "/dev/sdb1 /mnt/lab/local ext4 rw 0 0\n"
        "//server/disk /mnt/lab\\040disk cifs rw 0 0\n"
        "gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0\n"
        "/etc/auto /auto autofs rw 0 0\n"
        "server:/auto /auto nfs rw 0 0\n"
    )

    assert drives.over_a_network(Path(path), mounts) is remote
    assert ("network drive" in drives.warning(Path(path), mounts)) is remote


def test_where_no_table_of_mounts_is_kept_there_is_no_warning(tmp_path: Path) -> None:
    assert not drives.over_a_network(tmp_path / "a.annotator", tmp_path / "none")


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"\\server\share\a.annotator", True),
        (r"\\?\UNC\server\share\a.annotator", True),
        (r"\\?\C:\Users\mira\a.annotator", False),
        (r"C:\Users\mira\a.annotator", False),
        ("/home/mira/a.annotator", False),
    ],
)
def test_a_path_of_windows_that_names_a_computer_is_on_a_network(path: str, remote: bool) -> None:
    assert drives.on_a_share(path) is remote
