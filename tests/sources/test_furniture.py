"""What a line's words alone say of it. A cue is data, so a case is a line."""

from __future__ import annotations

import pytest

from harmattan.sources.furniture import Cue, cue, without_tail

FURNITURE = """
READ ALSO: Two hurt as lorry overturns near Kano READ ALSO: Senators return from recess, to debate budget
Worth reading: A truce in the hills; Who pays the guards?
Reporting by Aminata Keita in Gao and Jean Martin in Niamey; Additional reporting by Our Staff; Editing by A. Brown
Our Standards: The Example Principles
From our correspondent in Maradi and agencies
Please click here for the full list
To learn more about the group, visit our archive.
Click here to donate
Subscribe
Subscribe to our newsletter
Sign up for updates
Follow us on Telegram
Follow @example
Share this story
Share on Facebook
Read more
Read More »
READ ALSO: The army returns to Gao
See all posts
View Archives
View all incidents
Watch the video
Listen to this article
Download the report
Load more
Continue reading
Skip to main content
Back to top
Advertisement
Sponsored content
Copyright 2020 Example News
© Example
All rights reserved.
We use cookies to make this site work.
By continuing you accept our cookies and our privacy policy.
Tags: Mali, Niger
Filed under: Sahel
Photo: A. Sample / Example Wire
(Reporting by A. Sample; Editing by B. Sample)
By Awa Example
By Awa Example and Bob Sample in Bamako
Published: 12 March 2021
Last updated on March 12, 2021 at 10:30
5 min read
3 hours ago
12 comments
Leave a reply
Previous post
Home
Menu
The Observatory on Twitter
Example Watch on X:
Media contact: A. Sample
press@news.example
https://news.example/archive
For more information, contact the press office.
For immediate release
***
###
Page 2 of 4
""".strip().split("\n")

REPORTING = """
From our correspondent in Maradi we hear that two soldiers were killed.
Gunmen killed two soldiers near Gao on Monday.
By 2023 the force is to shrink to 2,500 soldiers.
By the end of March, the army had left Koro.
By Monday Gao had fallen.
View from Gao: the rebels are back
Read in the mosque on Friday, the statement named no date.
Follow-up attacks killed three villagers.
Share prices fell after the coup.
Home to 300,000 people, Gao fell in March 2012.
Search teams found four bodies in the river.
Watch towers were built along the road to Ansongo.
Contact with the patrol was lost on Monday.
Register of the dead published in Bamako
Related attacks killed nine people.
Print shops in Bamako closed after the coup.
The ministry said on Twitter that two soldiers were killed.
He was arrested for subscribing to a banned channel, the court said.
The minister resigned in March. He said he would sign up for the army. He did not click with the president.
Page by page, the court read the names of the dead.
This day will be remembered in Gao.
Join forces of the Sahel retook the town.
Tagged vehicles crossed the border at night.
""".strip().split("\n")

BOXES = """
Daily Dose
The Daily Brief
Incident of the Day
Attack of the Week:
This Day in History
On This Day
On this day in terror
News in Brief
In Other News
Today in Extremism
10 Years Ago Today
""".strip().split("\n")

SECTIONS = """
Related articles
Related
Most read
You may also like
More from Mali
Latest news
Recent posts
About the author
References
Don't miss
""".strip().split("\n")


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert cue(line) in (Cue.FURNITURE, Cue.ARTICLE_END, Cue.SECTION)


@pytest.mark.parametrize("line", REPORTING)
def test_reporting(line: str) -> None:
    assert cue(line) is Cue.NONE


@pytest.mark.parametrize("line", BOXES)
def test_boxes(line: str) -> None:
    assert cue(line) is Cue.BOX


@pytest.mark.parametrize("line", SECTIONS)
def test_sections(line: str) -> None:
    assert cue(line) is Cue.SECTION


TAILS = [
    ("Two soldiers were killed. Read more here.", "Two soldiers were killed."),
    ("Two soldiers were killed. (Click here to see the map)", "Two soldiers were killed."),
    ("Two soldiers were killed. Continue reading…", "Two soldiers were killed."),
    ("Pupils read more than before.", "Pupils read more than before."),
    ("It has three. More will come.", "It has three. More will come."),
]


@pytest.mark.parametrize(("paragraph", "kept"), TAILS)
def test_tail(paragraph: str, kept: str) -> None:
    assert without_tail(paragraph) == kept
