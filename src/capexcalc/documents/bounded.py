"""Libraries at work on files that anybody may have sent, in a process of its own that ends where it must.

What pages and PDFs are read with knows no bounds: a file of some kilobytes can keep it busy for hours, or
fill the memory. One process serves a run, and another takes its place when it had to be ended.
"""

from __future__ import annotations

import atexit
import json
import sys
from collections.abc import Callable
from subprocess import DEVNULL, PIPE, Popen
from threading import Lock
from typing import Any

# Bytes of its address space, where the system counts them.
MOST_MEMORY = 2_000_000_000

# Isolated, for a file of the working folder may be called as a module is; what this process finds, it finds.
_SERVE = "import sys; sys.path[:] = sys.argv[1:]; from capexcalc.documents.bounded import serve; serve()"

_one_at_a_time = Lock()
_running: Popen[bytes] | None = None


class UnfinishedError(Exception):
    """The work took too long or too much, or brought its process down."""


def bounded(work: Callable[[bytes], Any], data: bytes, seconds: int) -> Any:
    """What ``work``, a function of a module, makes of ``data``: something that JSON has.

    Raises UnfinishedError.
    """
    head = f"{work.__module__} {work.__qualname__} {seconds} {len(data)}\n"
    with _one_at_a_time:
        try:
            process = _process()
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(head.encode() + data)
            process.stdin.flush()
            size = process.stdout.readline()
            reply = process.stdout.read(int(size or 0))
        except OSError:
            reply = b""
        except BaseException:  # Ctrl-C; whatever was asked would be answered to the next
            _end()
            raise
        if not reply:
            _end()
            raise UnfinishedError
    return json.loads(reply)


def serve() -> None:
    """The other side: what is asked on standard input is answered on standard output, one after the other."""
    import faulthandler
    import os
    import signal
    from importlib import import_module

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asks hears it too
    _limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # whatever a library prints
    while head := sys.stdin.buffer.readline():
        module, name, seconds, size = head.decode().split()
        work = getattr(import_module(module), name)
        data = sys.stdin.buffer.read(int(size))
        # A thread that waits for nobody, not even for the code of a library; it ends the process.
        faulthandler.dump_traceback_later(int(seconds), exit=True, file=nowhere)
        reply = json.dumps(work(data)).encode()
        faulthandler.cancel_dump_traceback_later()
        answers.write(b"%d\n" % len(reply) + reply)
        answers.flush()
    os._exit(0)


def _process() -> Popen[bytes]:
    global _running
    if _running is None:
        path = [folder for folder in sys.path if folder]
        command = [sys.executable, "-I", "-c", _SERVE, *path]
        _running = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
    return _running


@atexit.register
def _end() -> None:
    global _running
    process, _running = _running, None
    if process is not None:
        process.kill()
        process.communicate()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    except (OSError, ValueError):  # a system that does not count, or allows less
        return
