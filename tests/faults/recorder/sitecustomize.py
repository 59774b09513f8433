"""Python loads this at its start where it lies on the path: every process of a test then writes down, and is refused,
whatever it wants to reach that is not on this machine, names included.

The file to write to is named by ANNOTATOR_TEST_REACHED. It imports nothing of the program that is watched.
"""

import ipaddress
import os
import sys
from typing import Any

_TARGET = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
    "socket.getnameinfo": 0,
}


def _here(host: str) -> bool:
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in _TARGET:
        return
    target = arguments[_TARGET[event]]
    if isinstance(target, tuple):
        target = target[0]
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        return  # the path of a socket on this machine
    host = target.decode(errors="replace") if isinstance(target, bytes) else str(target or "")
    if not _here(host):
        with open(os.environ["ANNOTATOR_TEST_REACHED"], "a", encoding="utf-8") as file:
            file.write(f"{event} {host} by {' '.join(sys.argv[:3])}\n")
        raise OSError("a test lets nothing leave this machine")


if "ANNOTATOR_TEST_REACHED" in os.environ:
    sys.addaudithook(_look)
