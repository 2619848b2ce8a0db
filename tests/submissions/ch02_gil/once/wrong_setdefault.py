# fails: one_call: setdefault keeps one result for all, but its argument is computed before: both threads call the function
# kind: race|wrong_result
def once(function):
    memory = {}

    def call():
        if "result" in memory:
            return memory["result"]
        return memory.setdefault("result", function())

    return call
