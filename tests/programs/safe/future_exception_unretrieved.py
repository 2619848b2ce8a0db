# right: result() of every future is asked for, so a failed call is noticed
from concurrent.futures import ThreadPoolExecutor


def book(accounts, name, amount):
    accounts[name] += amount


def main():
    accounts = {"ann": 0}
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(book, accounts, "ann", 5), pool.submit(book, accounts, "bob", 7)]
    refused = 0
    for future in futures:
        try:
            future.result()
        except KeyError:
            refused += 7
    assert sum(accounts.values()) + refused == 12, "money was lost"
