# right: ProcessPoolExecutor.map; its with block waits for the workers also when a call has failed
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def count_one(text):
    words = text.lower().split()
    return {word: words.count(word) for word in set(words)}


def count_words(texts, processes=2):
    result = {}
    with ProcessPoolExecutor(max_workers=processes) as executor:
        for counts in executor.map(count_one, texts):
            for word, number in counts.items():
                result[word] = result.get(word, 0) + number
    return dict(Counter(result))
