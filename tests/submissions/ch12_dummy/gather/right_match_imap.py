# right: match chooses the module, imap keeps the order; the pool is joined after its with
import multiprocessing as processes_module
import multiprocessing.dummy as threads_module
from dataclasses import dataclass
from typing import Any, Callable, Iterable


@dataclass(frozen=True)
class Settled:
    function: Callable[[Any], Any]

    def __call__(self, item: Any) -> tuple[str, Any]:
        try:
            return ("ok", self.function(item))
        except Exception as error:
            return ("error", error)


def gather(function: Callable, items: Iterable, workers: int = 4, kind: str = "threads") -> list[tuple[str, Any]]:
    match kind:
        case "threads":
            module = threads_module
        case "processes":
            module = processes_module
        case _:
            raise ValueError(f"kind is {kind!r}, not 'threads' or 'processes'")
    with module.Pool(processes=workers) as pool:
        outcomes = list(pool.imap(Settled(function), items))
    pool.join()
    return outcomes
