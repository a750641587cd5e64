"""One page as its documents: what belongs together, what begins anew, and what is furniture."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from harmattan.errors import DocumentError
from harmattan.model.text import Document
from harmattan.sources.cleaning import clean_text
from harmattan.sources.files import open_paths
from harmattan.sources.furniture import Cue, cue
from harmattan.sources.pages import Defaults, Page, documents
from harmattan.sources.segments import segments
from tests.sources.pages_of_ours import (
    ARTICLE,
    BOX,
    NEWS_PAGE,
    PRESS_RELEASE,
    ROUNDUP,
    SUBHEADINGS,
    TITLE,
    TWO_RELEASES,
    WRAPPED,
)

SHARED = Path(os.environ.get("HARMATTAN_SHARED", "../shared"))
SEED = SHARED / "seed" / "page.txt"
CORPORA = Path(os.environ.get("HARMATTAN_CORPORA", "../shared/corpora"))

HEADLINE = "French forces leave Gossi after nine years, officials say"
TITLES = [
    ("a press release with an incident of the day", PRESS_RELEASE, [TITLE, "Incident of the Day"]),
    ("a news page", NEWS_PAGE, [TITLE]),
    ("an article with subheadings", SUBHEADINGS, [TITLE]),
    ("two releases, each with its dateline", TWO_RELEASES, [TITLE, "Mission Extends Its Mandate In The North"]),
    ("a round-up with an item for each country", ROUNDUP, [TITLE, "In Other News", "Burkina Faso"]),
    ("broken lines", WRAPPED, ["Two soldiers killed near Ansongo"]),
    ("one sentence", "Gunmen killed two soldiers near Gao on Monday.", [None]),
    ("one sentence without its full stop", "Gunmen killed two soldiers near Gao on Monday", [None]),
    ("a headline in sentence case", f"{HEADLINE}\n\nThe last left on Monday.", [HEADLINE]),
    ("a headline above a place and a day", f"{HEADLINE}\n\nGao, 3 May 2022\n\nThe last left on Monday.", [HEADLINE]),
    ("below a letterhead", f"Office of Public Affairs\n\nMali: Note No. 4\n\n{ARTICLE[0]}", ["Mali: Note No. 4"]),
    ("furniture only", "Click here to subscribe\n\nShare this\n\n© 2020 Example", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "page", "titles"), TITLES, ids=[case[0] for case in TITLES])
def test_titles(name: str, page: str, titles: list[str | None]) -> None:
    assert [segment.title for segment in segments(clean_text(page, name))] == titles


def test_press_release_and_box_hold_their_paragraphs_and_nothing_else() -> None:
    release, box = segments(clean_text(PRESS_RELEASE, "page"))
    assert release.text == "\n\n".join(ARTICLE) and not release.is_box
    assert box.text == BOX and box.is_box


def test_news_page_keeps_subheadings_and_loses_furniture() -> None:
    (article,) = segments(clean_text(NEWS_PAGE, "page"))
    assert article.text.split("\n\n") == [
        ARTICLE[0],
        "What the governor said",
        ARTICLE[1],
        "An escort for the lorries",
        ARTICLE[2],
    ]


def test_a_given_title_is_the_articles_and_not_the_boxs() -> None:
    assert [segment.title for segment in segments(clean_text(PRESS_RELEASE, "page"), "Given")] == [
        "Given",
        "Incident of the Day",
    ]


def test_a_box_whose_heading_is_lost_begins_at_its_motto_and_has_no_title() -> None:
    release, box = segments(clean_text(PRESS_RELEASE.replace("Incident of the Day", ""), "page"))
    assert (release.text, box.text, box.title) == ("\n\n".join(ARTICLE), BOX, None)


def test_a_title_repeated_in_the_text_is_left_out_of_it() -> None:
    (article,) = segments(f"Soldiers leave Gao.\n\n{ARTICLE[1]}", "Soldiers leave Gao")
    assert article.text == ARTICLE[1]


def test_a_title_in_sentence_case_goes_with_the_date_below_it() -> None:
    (article,) = segments(f"{HEADLINE}\n\nMay 3, 2022 6:40 PM GMT\n\n{ARTICLE[0]}\n\n{ARTICLE[1]}", HEADLINE)
    assert article.text.split("\n\n") == [ARTICLE[0], ARTICLE[1]]


def test_broken_lines_are_joined() -> None:
    (article,) = segments(clean_text(WRAPPED, "page"))
    assert article.text.count("\n") == 2
    assert "Monday and killed two soldiers" in article.text


def test_a_chronology_at_the_end_is_kept() -> None:
    chronology = "12 March – Gunmen kill five in Gao\n- two soldiers in Gossi"
    (article,) = segments(f"{TITLE}\n\n{ARTICLE[0]}\n\n{chronology}")
    assert article.text.endswith(chronology)


def test_an_article_goes_on_below_a_list_of_links_within_it() -> None:
    links = "Don't miss\n\nLorries reach Bankass [VIDEO]"
    page = f"{TITLE}\n\n{ARTICLE[0]}\n\n{links}\n\nIt rained on Monday.\n\nIt was dry on Tuesday."
    (article,) = segments(page)
    assert article.text.split("\n\n") == [ARTICLE[0], "It rained on Monday.", "It was dry on Tuesday."]


@example(
    ["We use cookies to improve this site. See our privacy policy.", "Read more: How the granaries burned"]
)
@given(
    st.lists(
        st.sampled_from([*PRESS_RELEASE.split("\n"), *NEWS_PAGE.split("\n"), "", "***", "Home", "?"]),
        max_size=40,
    )
)
def test_any_page_gives_texts_made_of_its_own_lines_and_no_furniture(lines: list[str]) -> None:
    try:
        text = clean_text("\n".join(lines), "page")
    except DocumentError:
        return
    for segment in segments(text):
        assert segment.text.strip() == segment.text != ""
        for line in filter(None, segment.text.split("\n")):
            assert line in text
            assert cue(line) not in (Cue.FURNITURE, Cue.ARTICLE_END)


@pytest.mark.skipif(not SEED.exists(), reason=f"needs {SEED} (HARMATTAN_SHARED)")
def test_seed_page_is_a_press_release_and_an_incident_of_the_day() -> None:
    documents = [document for document in open_paths([str(SEED)]) if isinstance(document, Document)]
    release, box = documents
    assert release.title is not None and release.title.startswith("Russian Mercenaries To Fill")
    assert release.text.startswith("(New York, N.Y.)") and release.text.endswith("for assistance.")
    assert len(release.text.split("\n\n")) == 4
    assert box.title == "Daily Dose"
    assert box.text.startswith("On February 4, 2020,") and box.text.endswith("seven others.")
    for words in ("click here", "View Archive", "Twitter", "Their Words"):
        assert words not in release.text + box.text


@pytest.mark.skipif(not CORPORA.exists(), reason=f"needs {CORPORA} (HARMATTAN_CORPORA)")
def test_encyclopaedia_articles_with_many_subheadings_stay_one_document() -> None:
    folder = CORPORA / "documents" / "wikipedia-wars"
    read = [document for document in open_paths([str(folder)]) if isinstance(document, Document)]
    assert len(read) > 200
    assert len({document.origin for document in read}) == len(read)


def test_a_box_is_of_the_day_on_which_the_article_beside_it_was_printed() -> None:
    page = Page(
        f"{TITLE}\n\n3 May 2022\n\n{ARTICLE[0]}\n\nIn brief\n\nGunmen killed two people on Monday.", "page"
    )
    days = [one.published for one in documents(page, Defaults()) if isinstance(one, Document)]
    assert days == [date(2022, 5, 3)] * 2
