"""Words with a hyphen, which are several tokens: "cease-fire", "sit-in", "tear-gassed"."""

from __future__ import annotations

from harmattan.reading.marks import Sentence


def hyphenated(sentence: Sentence) -> dict[int, str]:
    """The tokens of each word with a hyphen, by index: the word in lower case on the token that hangs outside of it,
    "" on the others.
    """
    found: dict[int, str] = {}
    if "-" not in sentence.words:
        return found
    index = 1
    while index < len(sentence) - 1:
        stop = index
        while stop < len(sentence) - 1 and sentence.words[stop] == "-" and _close(sentence, stop):
            stop += 2
        if stop > index:
            group = range(index - 1, stop)
            words = (token for token in group if sentence.words[token] != "-")
            outside = (token for token in words if sentence.heads[token] not in group)
            head = next(outside, group[-1])
            found.update((token, "") for token in group)
            found[head] = "".join(sentence.words[token] for token in group)
        index = max(stop, index + 1)
    return found


def _close(sentence: Sentence, hyphen: int) -> bool:
    """Whether no space stands beside a hyphen."""
    before, mark, after = sentence.tokens[hyphen - 1 : hyphen + 2]
    return before.end == mark.start and mark.end == after.start
