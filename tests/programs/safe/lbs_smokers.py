# right: a smoker takes from the table all that it needs at once, or nothing
import threading


def main():
    table = set()
    changed = threading.Condition()
    log = []

    def agent():
        for things in ({"tobacco", "paper"}, {"paper", "matches"}):
            with changed:
                while table:
                    changed.wait()
                table.update(things)
                changed.notify_all()

    def smoker(name, things):
        with changed:
            while not things <= table:
                changed.wait()
            table.difference_update(things)
            log.append(name)
            changed.notify_all()

    threads = [threading.Thread(target=agent),
               threading.Thread(target=smoker, args=("with matches", {"tobacco", "paper"})),
               threading.Thread(target=smoker, args=("with tobacco", {"paper", "matches"}))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert log == ["with matches", "with tobacco"]
