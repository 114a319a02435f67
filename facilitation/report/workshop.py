"""A workshop's outcome as a report: how we worked, where we stand, what we chose, the plan, and what comes next."""

from collections.abc import Collection, Iterator
from datetime import date

from facilitation.packs import Confirmation, Pack
from facilitation.plans.keyed import Told
from facilitation.report import afterwards, choices, current_state, details, gathered, goals, metrics, opening, steering
from facilitation.report.blocks import Report, Section
from facilitation.report.entries import entries
from facilitation.report.extracts import EXTRACTS
from facilitation.report.framing import Frame, framed
from facilitation.report.reader import Reader, Wording, reader
from facilitation.report.tabled import sheets
from facilitation.shapes import Gathering, Plan
from facilitation.signs import sign
from facilitation.words import N_

"""Of a digest: enough that no two plans share them, few enough to be compared by eye."""
STATES = {
    "draft": N_("Draft"),
    "agreed": N_("Agreed in the workshop"),
    "approved": N_("Approved"),
    "followed": N_("In follow-up"),
    "closed": N_("Closed"),
}


def report(
    plan: Plan,
    language: str,
    words: Wording,
    pack: Pack,
    *,
    made: date | None = None,
    confirmed: Collection[Confirmation] = (),
    extract: str = "",
    data: str = "",
    beside: str = "",
    seq: int = 0,
    keyed: Told | None = None,
) -> Report:
    """The plan in one language, whole or as an extract (`extracts.EXTRACTS`).

    `beside`: the other language, if this is to be put beside the same in it (`beside.beside`).

    `made`: the day written into files, so that the same plan gives the same file. `data`: the plan as JSON text, whose
    digest every page bears, so that paper can be held against it. `seq`: the number of the plan’s own log, if there is
    one. `keyed`: that others keyed it in, if they did (`facilitation.plans.keyed`).
    """
    to = reader(language, words, pack, confirmed, made, beside=beside)
    title = to.plain(plan.title) or words(N_("Action plan"))
    state = words(STATES[plan.status]) + (f" {plan.version}" if plan.version else "")
    part = to.words(EXTRACTS[extract].title) if extract else ""
    told = EXTRACTS[extract].sections(plan, to) if extract else sections(plan, to)
    frame = Frame(title, plan.organisation, part, state, plan.period.name, _held(plan, to), made)
    return framed(
        to,
        frame,
        told,
        origin=(*itself(plan, seq, to), *keyed_in(plan, keyed, to), *origin(plan, to), *digest(data, to)),
        sheets=sheets(plan, to),
        entries=entries(plan, to),
        data=data,
        glance=bool(extract) and EXTRACTS[extract].glance,
        mark=mark(seq or (plan.gathering.seq if plan.gathering else 0), data, to),
    )


def sections(plan: Plan, to: Reader) -> Iterator[Section]:
    yield opening.summary(plan, to)
    yield opening.how_we_worked(plan, to)
    yield current_state.section(plan, to)
    yield choices.section(plan, to)
    yield goals.section(plan, to)
    yield metrics.section(plan, to)
    yield details.section(plan, to)
    yield steering.section(plan, to)
    yield gathered.section(plan, to)
    yield afterwards.timeline(plan, to)
    yield afterwards.decisions(plan, to)
    yield afterwards.next_steps(plan, to)


def _held(plan: Plan, to: Reader) -> str:
    days = plan.gathering.days if plan.gathering else ()
    return to.words(N_("Workshop on %(day)s"), day=to.day(max(days))) if days else ""


def itself(plan: Plan, seq: int, to: Reader) -> Iterator[str]:
    """A plan that lives on by itself."""
    if seq:
        yield to.words(N_("Plan %(id)s, as it stood after event %(seq)s of its log."), id=plan.id, seq=seq)


def keyed_in(plan: Plan, keyed: Told | None, to: Reader) -> Iterator[str]:
    """Who wrote it for whom, and whether they say that it is right."""
    if keyed:
        when = {"day": to.day(keyed.day)} if keyed.day else {}
        yield to.words(keyed.sentence, organisation=plan.organisation, **when)


def origin(plan: Plan, to: Reader) -> Iterator[str]:
    """What every page rests on."""
    if plan.gathering is not None:
        yield came_from(plan.gathering, to)
    if plan.workshops:
        ids = to.listed(plan.workshops)
        yield to.counted(N_("Workshop %(id)s."), N_("Workshops %(id)s."), len(plan.workshops), id=ids)
    if plan.pack:
        yield to.words(N_("Method %(name)s %(version)s."), name=plan.pack, version=plan.pack_version)


def came_from(gathering: Gathering, to: Reader) -> str:
    """Several workshops have no one log."""
    title = to.plain(gathering.title)
    if title and not gathering.seq:
        return to.words(N_("From several workshops: %(title)s."), title=title)
    told = N_("From the workshop “%(title)s”, as it stood after event %(seq)s of its log.")
    return to.words(told, title=title, seq=gathering.seq)


def digest(data: str, to: Reader) -> Iterator[str]:
    """The first signs of the data's SHA-256, as `sha256sum` gives them for the file."""
    if data:
        yield to.words(N_("Digest %(digest)s."), digest=sign(data))


def mark(seq: int, data: str, to: Reader) -> str:
    """What a printed page is held against the log by."""
    event = to.words(N_("Event %(seq)s"), seq=seq) if seq else ""
    return " · ".join(filter(None, (event, sign(data) if data else "")))
