"""Pages written for these tests in the manner of what analysts save: articles, boxes, furniture."""

from __future__ import annotations

ARTICLE = (
    "(Dakar, Senegal) — Two weeks before the vote, the governor of Mopti accused the Sand Front of burning "
    "granaries near Bankass. The army said it would send 300 soldiers to the region by the end of March.",
    "In January 2015, the Sand Front (SF) stated it would leave the area. It did not.",
    "Villagers fled to Sévaré, and the market of Bankass has been closed since. Aid groups appealed to the "
    "government for an escort of the lorries that bring food.",
)
BOX = (
    "On March 9, 2015, gunmen of the Sand Front attacked a checkpoint in Koro, central Mali. The gunmen killed "
    "two soldiers and wounded five others."
)
TITLE = "Granaries Burn In The Mopti Region As The Sand Front Returns"

PRESS_RELEASE = f"""{TITLE}

{ARTICLE[0]}

{ARTICLE[1]}

{ARTICLE[2]}

To read the Observatory's dossier Mali: Ten Years Of War, please click here.

To download the Observatory's report on the Sand Front (SF), please visit our website.

Incident of the Day

Every Attack. Every Source.


{BOX}

View All

The Observatory on Facebook.:
"""

NEWS_PAGE = f"""Home
About us
Donate
Skip to content

{TITLE}

By Awa Example in Sévaré
Published 12 March 2015, 10:30 GMT
3 min read
Share this article

{ARTICLE[0]}

Advertisement

What the governor said

{ARTICLE[1]}

Read more: How the granaries burned

An escort for the lorries

{ARTICLE[2]} Read more here.

(Reporting by Awa Example; editing by B. Sample)
Tags: Mali, Sand Front

Related articles

Lorries reach Bankass at last
Who are the men of the Sand Front?
The army says the road is open again.

Sign up for our weekly newsletter.
We use cookies to improve this site. See our privacy policy.
© 2015 Example News. All rights reserved.
"""

SUBHEADINGS = f"""{TITLE}

{ARTICLE[0]}

In brief, a long war

{ARTICLE[1]}

The March Offensive

On March 9, 2015, the army entered Koro. Three days later it left again.

What Comes Next?

{ARTICLE[2]}
"""

TWO_RELEASES = f"""{TITLE}

{ARTICLE[0]}

{ARTICLE[1]}

Mission Extends Its Mandate In The North

BAMAKO, Mali (Example Wire) — The mission will stay until June 2016, its spokesman said on Monday.
"""

ROUNDUP = f"""{TITLE}

{ARTICLE[0]}

In Other News

Niger

Gunmen killed two guards at a well near Tillabéri on Sunday, the ministry said.

Burkina Faso

The army said on Monday that it had retaken Djibo from the rebels.
"""

WRAPPED = """Two soldiers killed near Ansongo

Gunmen on motorcycles attacked an army post near Ansongo on Monday and
killed two soldiers, the governor of Gao said. Three others were wounded
in the attack, which lasted for an hour.

The army said it had pursued the gunmen
towards the border.
"""

FRENCH = (
    "Deux soldats ont été tués lundi près de la ville par des hommes armés venus à moto, a annoncé le gouverneur de "
    "la région dans un communiqué. Les assaillants ont ensuite pris la fuite en direction de la frontière, selon des "
    "habitants joints par téléphone. L'armée a envoyé des renforts dans la zone, où plusieurs villages avaient déjà "
    "été attaqués au cours des dernières semaines par des combattants du même groupe. Aucune revendication n'a été "
    "publiée pour le moment."
)
