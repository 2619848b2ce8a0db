# fails: one_call: two threads both see that it is not done, and both call the function
# kind: race|wrong_result
def once(function):
    results = []

    def call():
        if not results:
            results.append(function())
        return results[0]

    return call
