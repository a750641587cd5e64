from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Statement
from harmattan.model.text import Document
from harmattan.publish.highlights import paragraphs
from tests.publish.written import Written


def claim_over(document: Document, first: int, last: int, word: tuple[int, int]) -> Claim:
    evidence = document.span(first, last)
    return Claim(document, Statement(Event("ASSAULT", None, document.span(*word)), (evidence,)), "r")


def test_pieces_name_the_claims_whose_evidence_and_fields_they_are() -> None:
    page = Written.of("Rebels attacked Gao and Kidal.")
    first = page.event("ASSAULT", "attacked", place=page.where("Gao"))
    second = page.event("ASSAULT", "attacked", place=page.where("Kidal"))
    ((*pieces,),) = paragraphs(page.document.text, [first, second])
    both = tuple(sorted((first.id, second.id)))
    assert [(piece.text, piece.fields) for piece in pieces] == [
        ("Rebels ", ()),
        ("attacked", both),
        (" ", ()),
        ("Gao", (first.id,)),
        (" and ", ()),
        ("Kidal", (second.id,)),
        (".", ()),
    ]
    assert all(piece.evidence == both for piece in pieces)
    assert [piece.anchors for piece in pieces if piece.anchors] == [(first.id, second.id)]


TEXTS = st.text(alphabet="ab .\n", min_size=8, max_size=120)


@given(st.data())
def test_whatever_overlaps_no_character_is_lost_and_each_claims_words_are_its_own(
    data: st.DataObject,
) -> None:
    text = data.draw(TEXTS)
    document = Document(text)
    claims = []
    for _ in range(data.draw(st.integers(0, 5))):
        cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=True)))
        claims.append(claim_over(document, cuts[0], cuts[3], (cuts[1], cuts[2])))
    claims = list({claim.id: claim for claim in claims}.values())
    blocks = paragraphs(text, claims)
    pieces = [piece for block in blocks for piece in block]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    anchored = [name for piece in pieces for name in piece.anchors]
    assert len(anchored) == len(set(anchored))
    for claim in claims:
        (evidence,) = claim.statement.evidence
        lit = "".join(piece.text for piece in pieces if claim.id in piece.evidence)
        assert "".join(lit.split()) == "".join(evidence.quote.split())
        if evidence.quote.strip():
            assert claim.id in anchored


def test_paragraphs_end_at_blank_lines_short_lines_and_sentences_but_not_where_a_line_was_wrapped() -> None:
    wrapped = (
        "The soldiers who had held the base for nine years left at dawn\nand took the road to the south."
    )
    text = f"A heading\n{wrapped}\nAnother paragraph.\n\n\nThe last."
    joined = ["".join(piece.text for piece in block) for block in paragraphs(text, [])]
    assert joined == ["A heading", wrapped, "Another paragraph.", "The last."]
