# fails: basics: calls at once(…)
# kind: wrong_result|exception
def once(function):
    value = function()
    return lambda: value
