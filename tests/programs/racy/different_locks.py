# kind: race
# schedule: the depositor under its lock and the withdrawer under another read the same balance, then both write
import threading


def main():
    account = {"balance": 100}
    deposits, withdrawals = threading.Lock(), threading.Lock()

    def deposit():
        with deposits:
            account["balance"] += 50

    def withdraw():
        with withdrawals:
            account["balance"] -= 30

    threads = [threading.Thread(target=deposit), threading.Thread(target=withdraw)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert account["balance"] == 120
