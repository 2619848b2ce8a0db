# right: a small class holds table, lock and item; typed
from dataclasses import dataclass
from typing import Any


@dataclass
class Shelf:
    table: Any
    lock: Any
    item: Any

    def take(self, quantity: int) -> bool:
        with self.lock:
            if self.amount() - quantity < 0:
                return False
            self.set_amount(self.amount() - quantity)
        return True

    def give(self, quantity: int) -> None:
        with self.lock:
            self.set_amount(self.amount() + quantity)

    def amount(self) -> int:
        return self.table.get(self.item, 0)

    def set_amount(self, amount: int) -> None:
        self.table[self.item] = amount


def reserve(stock: Any, lock: Any, item: Any, quantity: int) -> bool:
    return Shelf(stock, lock, item).take(quantity)


def restock(stock: Any, lock: Any, item: Any, quantity: int) -> None:
    Shelf(stock, lock, item).give(quantity)


def add_tag(catalog: Any, lock: Any, item: Any, tag: Any) -> None:
    with lock:
        tags: list[Any] = list(catalog.get(item) or [])
        if not any(tag == other for other in tags):
            tags.append(tag)
        catalog[item] = tags
