# kind: wrong_result|race
# schedule: the second call raises, which only its future knows, and nobody asks it
from concurrent.futures import ThreadPoolExecutor


def book(accounts, name, amount):
    accounts[name] += amount


def main():
    accounts = {"ann": 0}
    with ThreadPoolExecutor(2) as pool:
        pool.submit(book, accounts, "ann", 5)
        pool.submit(book, accounts, "bob", 7)
    assert sum(accounts.values()) == 12, "money was lost"
