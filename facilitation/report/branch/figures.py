"""Units' figures put together where they are comparable, and where not, why not, in words."""

from collections.abc import Iterator, Sequence

from facilitation.consolidation import HOW, Aggregate, Branch, Figures, Together, Unit, put_together
from facilitation.report.blocks import Block, Column, Headline, Note, Section, Table
from facilitation.report.branch.naming import unit_name
from facilitation.report.goals import metric_name
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.words import N_, Message


def section(branch: Branch, figures: Figures, to: Reader) -> Section:
    found = put_together(branch, figures, to.pack)
    return Section(
        to.words(N_("Figures of the units together")),
        tuple(_blocks(found, to)),
        to.words(N_("Figures are put together only where units count the same thing in the same way.")),
    )


def _blocks(found: Sequence[Together], to: Reader) -> Iterator[Block]:
    if not found:
        return
    about = to.words(N_("Figures of the units together"))
    summed = [each for each in found if any(part.value is not None for _, part in parts(each))]
    yield Headline(
        to.words(N_("%(n)s of %(of)s common metrics can be put together"), n=len(summed), of=len(found)), about
    )
    if summed:
        yield _table(summed, to)
        yield from _silent(summed, to)
    apart = [(each, reasons) for each in found if (reasons := _reasons(each, to))]
    if apart:
        yield Headline(to.words(N_("Why some figures cannot be put together")), about)
        yield _why_not(apart, to)


def parts(each: Together) -> Iterator[tuple[str, Aggregate]]:
    yield N_("Baseline"), each.baseline
    yield N_("Target"), each.target
    yield N_("Newest figure"), each.newest


def _table(found: Sequence[Together], to: Reader) -> Table:
    return Table(
        to.words(N_("Metrics of several units")),
        (
            Column(to.words(N_("Metric")), 3.6),
            Column(to.words(N_("Put together as")), 2),
            *(Column(to.words(name), 1.5, figures=True) for name, _ in parts(found[0])),
            Column(to.words(N_("Units")), 1.2, figures=True),
        ),
        tuple(
            (
                metric_name(each.metric, to),
                _how(each.baseline, to),
                *(_value(each, part, to) for _, part in parts(each)),
                Words(str(len(each.members))),
            )
            for each in found
        ),
    )


def _how(part: Aggregate, to: Reader) -> Words:
    if part.how not in HOW:
        return NONE
    return to.line(HOW[part.how], weight=part.weight) if part.how == "weighted_mean" else to.line(HOW[part.how])


def _value(each: Together, part: Aggregate, to: Reader) -> Words:
    """With how many units it rests on, unless all of them."""
    if part.value is None:
        return NONE
    unit = "" if part.how == "count_meeting_target" else each.metric.unit
    value = to.measured(part, unit)
    return Words(
        value if part.n == part.of else to.words(N_("%(value)s (%(n)s of %(of)s)"), value=value, n=part.n, of=part.of)
    )


def _silent(found: Sequence[Together], to: Reader) -> Iterator[Block]:
    """Who has given no figure yet, metric by metric."""
    for each in found:
        if each.newest.missing and each.newest.n:
            yield Note(
                to.line(
                    N_("%(metric)s: %(n)s of %(of)s units, missing: %(missing)s."),
                    metric=metric_name(each.metric, to).text,
                    n=each.newest.n,
                    of=each.newest.of,
                    missing=_listed(each.newest.missing, to),
                )
            )
        if each.newest.value is not None and each.newest.preliminary:
            yield Note(
                to.line(
                    N_("%(metric)s: the figures of %(units)s are preliminary."),
                    metric=metric_name(each.metric, to).text,
                    units=_listed(each.newest.preliminary, to),
                )
            )
        if each.newest.value is not None and each.newest.restated:
            yield Note(
                to.line(
                    N_("%(metric)s: the figures of %(units)s were corrected since they were first given."),
                    metric=metric_name(each.metric, to).text,
                    units=_listed(each.newest.restated, to),
                )
            )


def _listed(units: Sequence[Unit], to: Reader) -> str:
    return to.listed([unit_name(unit, to).text for unit in units])


def _reasons(each: Together, to: Reader) -> dict[str, list[str]]:
    """Each reason with the figures it concerns. That there are no new figures yet is no disagreement."""
    found: dict[str, list[str]] = {}
    for name, part in parts(each):
        for message in part.why_not if part.n else ():
            found.setdefault(reason(message, to), []).append(to.words(name))
    return found


def reason(message: Message, to: Reader) -> str:
    """Units of measure by the names that the pack gives them."""
    codes = str(message.arguments.get("units", "")).split(", ")
    names = [to.plain(to.pack.units.get(code, {})) or code for code in codes]
    return to.words(message.id, **{**message.arguments, **({"units": to.listed(names)} if any(codes) else {})})


def _why_not(apart: Sequence[tuple[Together, dict[str, list[str]]]], to: Reader) -> Table:
    return Table(
        to.words(N_("Figures that are not put together, and why not")),
        (
            Column(to.words(N_("Metric")), 3),
            Column(to.words(N_("Units")), 3),
            Column(to.words(N_("Why not")), 4),
            Column(to.words(N_("Concerns")), 2),
        ),
        tuple(
            (
                metric_name(each.metric, to),
                Words(_listed([unit for unit, _ in each.members], to), theirs=True),
                Words(why),
                Words(to.listed(names)),
            )
            for each, reasons in apart
            for why, names in reasons.items()
        ),
    )
