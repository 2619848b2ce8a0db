# right: the documents come back in any order, numbered and settled, and are put in order before the grouping
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Callable, Iterable


@dataclass
class Mapping:
    mapper: Callable

    def __call__(self, numbered):
        number, document = numbered
        try:
            return number, list(self.mapper(document)), None
        except Exception as error:
            return number, [], error


@dataclass
class Reducing:
    reducer: Callable

    def __call__(self, group):
        key, values = group
        try:
            return key, self.reducer(key, values), None
        except Exception as error:
            return key, None, error


def _all(pool: Any, function: Callable, jobs: Iterable) -> dict:
    answers = {}
    for name, value, error in pool.imap_unordered(function, jobs):
        if error is not None:
            raise error
        answers[name] = value
    return answers


def map_reduce(mapper: Callable, reducer: Callable, documents: Iterable, processes: int = 2) -> dict:
    pool = get_context("spawn").Pool(processes)
    try:
        mapped = _all(pool, Mapping(mapper), enumerate(list(documents)))
        groups: dict[Any, list] = {}
        for number in sorted(mapped):
            for key, value in mapped[number]:
                groups.setdefault(key, []).append(value)
        return _all(pool, Reducing(reducer), list(groups.items()))
    finally:
        pool.terminate()
        pool.join()
