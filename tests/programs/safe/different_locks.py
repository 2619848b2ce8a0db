# right: one lock belongs to the balance, whoever changes it
import threading


def main():
    account = {"balance": 100}
    lock = threading.Lock()

    def deposit():
        with lock:
            account["balance"] += 50

    def withdraw():
        with lock:
            account["balance"] -= 30

    threads = [threading.Thread(target=deposit), threading.Thread(target=withdraw)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert account["balance"] == 120
