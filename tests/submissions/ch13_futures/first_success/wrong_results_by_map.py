# fails: order: executor.map hands out the results in the order of the calls
# kind: exception|deadlock|hang|wrong_result
def first_success(executor, calls):
    calls = list(calls)
    if not calls:
        raise ValueError("no calls")
    errors = []
    for kind, value in executor.map(_attempt, calls):
        if kind == "ok":
            return value
        errors.append(value)
    raise ExceptionGroup("all calls failed", errors)


def _attempt(call):
    try:
        return "ok", call()
    except Exception as error:
        return "error", error
