"""The sheet by the door: how to get in, in every language of the room."""

from collections.abc import Mapping, Sequence

from facilitation.report.paper.shapes import Head, JoinSheet, Way
from facilitation.report.reader import Wording
from facilitation.words import N_


def join_sheet(
    head: Head,
    code: str,
    site: str,
    picture: Sequence[str],
    words: Mapping[str, Wording],
    *,
    place: str = "",
    ask: str = "",
) -> JoinSheet:
    """`site` is the address to type; `words` the sentences of each of the room's languages, in their order.

    `ask`: who helps whoever does not get in; without a name it is the facilitator.
    """
    first = next(iter(words.values()))
    return JoinSheet(
        head,
        code,
        site,
        tuple(picture),
        said=first(N_("A picture that leads to %(site)s with the code %(code)s"), site=site, code=code),
        ways=tuple(way(language, each, site, ask) for language, each in words.items()),
        place=place,
        cut=first(N_("To cut out and lay on the tables")),
    )


def way(language: str, words: Wording, site: str, ask: str) -> Way:
    return Way(
        language,
        words(N_("Join the workshop")),
        (
            words(N_("Point your phone’s camera at the picture, or open %(site)s and type the code."), site=site),
            words(N_("Write the name by which the others know you. No account is needed.")),
            words(N_("What you write is kept, also when your connection breaks.")),
        ),
        words(N_("Code")),
        notes=(
            words(N_("Ratings and votes are shown only as sums, and every step says who sees what.")),
            words(N_("Without a device, ask the facilitator for a numbered sheet.")),
            *((words(N_("Ask %(who)s if anything is in the way."), who=ask),) if ask else ()),
        ),
    )
