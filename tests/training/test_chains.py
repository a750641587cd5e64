"""GUM and MEANTIME as running text with chains, on tiny documents of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.chains import chained_files, read_chained
from training.meantime import read_meantime

GUM = """\
# newdoc id = GUM_news_ours
# newpar
# text = Mali's army left Gao.
1	Mali	_	PROPN	_	_	3	nmod:poss	_	Entity=(1-group-new-ss-cf1-3-coref(2-place-new-ss-cf2-1-sgl
2	's	_	PART	_	_	1	case	_	Entity=2)
3	army	_	NOUN	_	_	4	nsubj	_	Entity=1)
4	left	_	VERB	_	_	0	root	_	_
5	Gao	_	PROPN	_	_	4	obj	_	Entity=(3-place-new-ss-cf3-1-sgl)
6	.	_	PUNCT	_	_	4	punct	_	_

# newpar
# text = It won't return.
1	It	_	PRON	_	_	4	nsubj	_	Entity=(1-group-giv:act-ss-cf1-1-ana)
2-3	won't	_	_	_	_	_	_	_	_
2	wo	_	AUX	_	_	4	aux	_	_
3	n't	_	PART	_	_	4	advmod	_	_
4	return	_	VERB	_	_	0	root	_	_
5	.	_	PUNCT	_	_	4	punct	_	_

"""

MEANTIME = """<Document doc_name="ours"><token sentence="0" t_id="1">Airline</token>
<token sentence="0" t_id="2">grows</token><token sentence="1" t_id="3">Fly</token>
<token sentence="1" t_id="4">'s</token><token sentence="1" t_id="5">fleet</token>
<token sentence="1" t_id="6">,</token><token sentence="1" t_id="7">it</token>
<token sentence="1" t_id="8">said</token><token sentence="1" t_id="9">.</token>
<Markables><ENTITY_MENTION m_id="1" syntactic_type="NAM">
<token_anchor t_id="3"/><token_anchor t_id="4"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2" syntactic_type="PRO"><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY m_id="9" ent_type="ORG"/></Markables>
<Relations><REFERS_TO r_id="5"><source m_id="1"/><source m_id="2"/><target m_id="9"/></REFERS_TO>
</Relations></Document>"""


def test_offsets_heads_and_chains(tmp_path: Path) -> None:
    path = tmp_path / "GUM_news_ours.conllu"
    path.write_text(GUM, encoding="utf8")
    found = read_chained(path)
    assert found.text == "Mali's army left Gao.\n\nIt won't return."
    quoted = [(found.text[m.start : m.end], m.entity, m.upos, m.link) for m in found.mentions]
    assert quoted == [
        ("Mali's army", "1", "NOUN", "coref"),
        ("Mali's", "2", "PROPN", "sgl"),
        ("Gao", "3", "PROPN", "sgl"),
        ("It", "1", "PRON", "ana"),
    ]
    assert [found.text[m.head :][:4] for m in found.mentions] == ["army", "Mali", "Gao.", "It w"]
    assert [len(chain) for chain in found.chains.values()] == [2]


def test_words_that_are_not_the_texts(tmp_path: Path) -> None:
    path = tmp_path / "GUM_news_ours.conllu"
    path.write_text(GUM.replace("# text = It won't", "# text = He will not"), encoding="utf8")
    with pytest.raises(ValueError, match="substring"):
        read_chained(path)


def test_every_ninth_document_is_for_measuring(tmp_path: Path) -> None:
    (tmp_path / "gum").mkdir()
    for number in range(20):
        (tmp_path / "gum" / f"GUM_{number:02}.conllu").touch()
    assert [path.stem for path in chained_files(tmp_path, "dev")] == ["GUM_08", "GUM_17"]
    assert len(chained_files(tmp_path, "train")) == 18


def test_an_article_of_meantime(tmp_path: Path) -> None:
    path = tmp_path / "ours.xml"
    path.write_text(MEANTIME, encoding="utf8")
    found = read_meantime(path)
    assert found.text == "Airline grows\n\nFly's fleet, it said."
    quoted = [(found.text[m.start : m.end], m.entity, m.kind, m.upos) for m in found.mentions]
    assert quoted == [("Fly", "9", "organization", "PROPN"), ("it", "9", "organization", "PRON")]
