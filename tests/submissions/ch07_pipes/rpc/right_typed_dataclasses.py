# right: requests and replies are dataclasses that know what to do with themselves
from __future__ import annotations

import multiprocessing as mp
from dataclasses import dataclass
from typing import Any, Callable, Mapping


class RemoteError(Exception):
    pass


@dataclass(frozen=True)
class Value:
    value: Any

    def unwrap(self) -> Any:
        return self.value


@dataclass(frozen=True)
class Failure:
    kind: str
    text: str

    def unwrap(self) -> Any:
        raise RemoteError(f"the remote call failed with {self.kind}: {self.text}")


@dataclass(frozen=True)
class Request:
    name: str
    args: tuple[Any, ...]

    def run(self, functions: Mapping[str, Callable[..., Any]]) -> Value | Failure:
        if self.name not in functions:
            return Failure("UnknownName", self.name)
        try:
            return Value(functions[self.name](*self.args))
        except Exception as error:
            return Failure(type(error).__qualname__, str(error))


@dataclass(frozen=True)
class Goodbye:
    pass


@dataclass
class Peer:
    pipe: Any

    def close(self) -> None:
        try:
            self.pipe.send(Goodbye())
        except OSError:
            return
        self.pipe.close()

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _serve(pipe: Any, functions: Mapping[str, Callable[..., Any]]) -> None:
    while not isinstance(message := pipe.recv(), Goodbye):
        pipe.send(message.run(functions))


def start_server(functions: Mapping[str, Callable[..., Any]]) -> tuple[Any, Peer]:
    mine, its = mp.Pipe()
    process = mp.Process(target=_serve, args=(its, functions))
    process.start()
    its.close()
    return process, Peer(mine)


def call(connection: Peer, name: str, *args: Any) -> Any:
    connection.pipe.send(Request(name, args))
    return connection.pipe.recv().unwrap()
