"""A TCP proxy between a service and a server: passes everything on, stalls, or cuts the line."""

import contextlib
import select
import socket
import threading
from types import TracebackType
from typing import Self

PATIENCE = 0.05


class Proxy:
    """Listens on a port of its own while the block lasts."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(PATIENCE)
        self.port: int = self._listener.getsockname()[1]
        self._open = threading.Event()
        self._open.set()
        self._flowing = threading.Event()
        self._flowing.set()
        self._ended = threading.Event()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._ended.set()
        self._flowing.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def stall(self) -> None:
        """Keeps the connections and lets nothing through."""
        self._flowing.clear()

    def cut(self) -> None:
        """Ends all connections and refuses new ones."""
        self._open.clear()

    def restore(self) -> None:
        """Lets everything through again."""
        self._open.set()
        self._flowing.set()

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._ended.is_set():
            with contextlib.suppress(TimeoutError):
                client, _ = self._listener.accept()
                if not self._open.is_set():
                    client.close()
                    continue
                self._start(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError), socket.create_connection(self._target, timeout=5) as server:
            pairs = {client: server, server: client}
            while self._open.is_set() and not self._ended.is_set():
                readable, _, _ = select.select(list(pairs), [], [], PATIENCE)
                if not self._flowing.wait(PATIENCE):
                    continue
                for end in readable:
                    data = end.recv(65536)
                    if not data:
                        return
                    pairs[end].sendall(data)
