# right: notify is called with the condition's lock held
import threading


def main():
    condition = threading.Condition()
    values = []

    def setter():
        with condition:
            values.append(1)
            condition.notify()

    thread = threading.Thread(target=setter)
    thread.start()
    with condition:
        condition.wait_for(lambda: values)
    thread.join()
    assert values == [1]
