"""MUC-4 role fillers: documents, and the words that fill a role."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harmattan.readers.pieces import WordPieces
from harmattan.reading.marks import Token
from harmattan.reading.sentences import split
from training.examples import DESCRIBED, ROLES, TAGGED_ROLES, Example, Incident


@dataclass(frozen=True)
class Document:
    """One MUC-4 text and the strings that fill each role, an entity being all its mentions."""

    ident: str
    text: str
    sentences: list[list[Token]]
    fillers: Mapping[str, Sequence[Sequence[str]]]

    @property
    def relevant(self) -> bool:
        """Whether any of the scored roles is filled."""
        return any(self.fillers[role] for role in ROLES)

    def gold(self) -> dict[str, list[frozenset[str]]]:
        """The entities of each role as the score compares them."""
        return {
            role: [frozenset(map(normalize, entity)) for entity in entities]
            for role, entities in self.fillers.items()
        }


def read_muc(root: Path, part: str) -> list[Document]:
    """The documents of "train" or "dev"."""
    documents = []
    described = _descriptions(root / "muc4" / f"{part}.templates.jsonl")
    with (root / "muc4" / "role-fillers" / f"{part}.json").open(encoding="utf8") as lines:
        for record in map(json.loads, lines):
            fillers = {
                role: [
                    [mention for mention, _ in entity if mention]
                    for entity in record["extracts"][role]
                    if entity
                ]
                for role in ROLES
            }
            fillers[DESCRIBED] = described.get(record["docid"], [])
            text = record["doctext"]
            documents.append(Document(record["docid"], text, split(text), fillers))
    return documents


def _descriptions(path: Path) -> dict[str, list[list[str]]]:
    """The people described in the templates of each document, in lower case, each with its alternatives."""
    found: dict[str, list[list[str]]] = {}
    if not path.exists():
        return found
    with path.open(encoding="utf8") as lines:
        for record in map(json.loads, lines):
            for fill in record.get("hum_tgt_description") or ():
                entity = [mention.lower() for mention in fill.get("mentions", ()) if mention]
                if entity and entity not in found.setdefault(record["docid"], []):
                    found[record["docid"]].append(entity)
    return found


def role_tags(document: Document, role: str) -> list[list[int]]:
    """For each sentence and word 0, 1 (begin) or 2 (inside): every place where a filler's words stand."""
    tags = [[0] * len(sentence) for sentence in document.sentences]
    starts = {
        token.start: (s, w)
        for s, sentence in enumerate(document.sentences)
        for w, token in enumerate(sentence)
    }
    ends = {
        token.end: (s, w) for s, sentence in enumerate(document.sentences) for w, token in enumerate(sentence)
    }
    mentions = {mention for entity in document.fillers[role] for mention in entity}
    for mention in sorted(mentions, key=lambda text: (len(text), text)):  # the longer overwrites the shorter
        for match in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", document.text):
            first, last = starts.get(match.start()), ends.get(match.end())
            if first and last and first[0] == last[0]:
                row = tags[first[0]]
                row[first[1] : last[1] + 1] = [1] + [2] * (last[1] - first[1])
    return tags


def incident_examples(documents: Sequence[Document], pieces: WordPieces) -> list[Example]:
    """MUC-4 documents as sentences with roles."""
    examples = []
    for document in documents:
        tags = [role_tags(document, role) for role in TAGGED_ROLES]
        for index, sentence in enumerate(document.sentences):
            words = tuple(token.text for token in sentence)
            split = pieces(words)
            examples.append(
                Example(
                    document=document.ident,
                    words=words,
                    pieces=tuple(ids for ids, _ in split),
                    shapes=tuple(int(shape) for _, shape in split),
                    incident=Incident(tuple(tuple(rows[index]) for rows in tags), document.relevant),
                )
            )
    return examples


_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalize(mention: str) -> str:
    """A mention as the score compares it: "The F.M.L.N." is "fmln"."""
    return " ".join(_ARTICLE.sub(" ", mention.lower().translate(_PUNCTUATION)).split())
