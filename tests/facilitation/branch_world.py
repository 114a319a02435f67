"""A branch as the ministry finds it: itself and six units, in three languages. All of them fictional."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from facilitation.consolidation import (
    AS_DECIDED,
    Branch,
    Decided,
    Figures,
    Now,
    Ref,
    Unit,
    branch_plan,
    decided,
    entries_of,
    made_of,
    read_together,
)
from facilitation.packs import Pack
from facilitation.shapes import Action, Goal, Metric, Plan, Reading, Span, StateRow
from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.series import by_metric, newest
from facilitation.words import Parallel
from tests.facilitation.sample_plan import PACK, said
from tests.facilitation.sample_plan import plan as ministrys_draft

APPROVED = date(2027, 1, 20)
TODAY = date(2028, 9, 1)
SPAN = Span("2027–2029", date(2027, 1, 1), date(2029, 12, 31))
MINUTES = "https://example.fi/minutes"
YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))

MINISTRY = Unit(
    "rym",
    said("Rakennetun ympäristön ministeriö", "Ministeriet för byggd miljö", "Ministry of the Built Environment"),
    own=True,
)
ROADS = Unit("tie", said("Tieverkkovirasto", "Vägnätsverket", "Road Network Agency"))
MAPS = Unit("kartta", said("Kartta- ja maastolaitos", "Kart- och terränginstitutet", "Institute of Maps and Terrain"))
ISLANDS = Unit("skar", said("Saaristovirasto", "Skärgårdsverket", "Archipelago Agency"))
HOMES = Unit("asunto", said("Asuntokeskus", "Bostadscentralen", "Housing Centre"))
WATER = Unit("vesi", said("Vesistökeskus", "Vattendragscentralen", "Waterways Centre"))
NORTH = Unit("pohjoinen", said("Pohjoinen Infra", "Norra Infra", "Northern Infrastructure"))
UNITS = (MINISTRY, ROADS, MAPS, ISLANDS, HOMES, WATER, NORTH)

LOTS = said(
    "Kilpailutukset, joista käytiin markkinavuoropuhelu",
    "Upphandlingar som föregicks av marknadsdialog",
    "Procurements preceded by market dialogue",
)


def share(id: str, above: float, below: float, *, definition: Parallel | None = None) -> Metric:
    """The share of procurements preceded by market dialogue, by the library's definition unless another is given."""
    return Metric(
        id=id,
        name=LOTS,
        library="M10",
        definition=definition or {},
        numerator={} if definition else said("käydyt", "förda", "held"),
        denominator={} if definition else said("kaikki", "alla", "all"),
        unit="%",
        direction="more",
        baseline=Reading(above / below * 100, date(2026, 12, 31), "", above, below),
        targets=(Reading(80, date(2029, 12, 31), "", 0.8 * below, below),),
        frequency="yearly",
        aggregation="ratio",
        owner="Hankintapäällikkö",
    )


def amount(id: str, baseline: float, target: float, unit: str = "count") -> Metric:
    """Jobs that procurement brought about."""
    return Metric(
        id=id,
        name=said("Hankinnoilla syntyneet työpaikat", "Arbetsplatser genom upphandling", "Jobs created by procurement"),
        definition=said("toteutuneet työpaikat", "förverkligade arbetsplatser", "jobs realised"),
        unit=unit,
        direction="more",
        baseline=Reading(baseline, date(2026, 12, 31)),
        targets=(Reading(target, date(2029, 12, 31)),),
        frequency="yearly",
        aggregation="sum",
        owner="Henkilöstöpäällikkö",
    )


def goal(id: str, to: Parallel, objectives: tuple[str, ...], *metrics: Metric, action: Action | None = None) -> Goal:
    return Goal(
        id=id,
        from_=said("Nyt näin on harvoin.", "Nu är det sällan så.", "Today this is rarely so."),
        to=to,
        objectives=objectives,
        scope="function",
        level_now=2,
        level_target=4,
        owner="Hankintapäällikkö",
        due=date(2029, 12, 31),
        agreement="candidate",
        agreement_year=2028,
        metrics=metrics,
        actions=(action,) if action else (),
    )


def dialogue(fi: str = "", sv: str = "", en: str = "") -> Parallel:
    return {code: text for code, text in (("fi", fi), ("sv", sv), ("en", en)) if text}


TALK_FI = "Jokaisesta merkittävästä hankinnasta käydään markkinavuoropuhelu hyvissä ajoin ennen kilpailutusta"
TALK_SV = "Varje betydande upphandling föregås av en marknadsdialog i god tid före konkurrensutsättningen"
GUIDE = Action(
    id="a1",
    text=said("Laaditaan ohje", "Utarbeta en anvisning", "Write the guide"),
    responsible="Hankintayksikkö",
    start=date(2027, 2, 1),
    end=date(2027, 12, 31),
    deliverable=said("Ohje", "Anvisning", "Guide"),
    status="in_progress",
)


def unit_plan(unit: Unit, *goals: Goal, version: str = "1.0", level: int = 2) -> Plan:
    return Plan(
        id=f"plan-{unit.id}",
        title=said("Toimintasuunnitelma", "Handlingsplan", "Action plan"),
        organisation=unit.name["fi"],
        kind="unit",
        parent=MINISTRY.id,
        period=SPAN,
        status="approved",
        version=version,
        approved_on=APPROVED,
        languages=("fi", "sv", "en"),
        pack=PACK.key,
        pack_version=PACK.version,
        goals=goals,
        current_state=(StateRow("s", objective="4.1", agreed=level),),
    )


def plans() -> dict[str, Plan]:
    """The published plans. Northern Infrastructure is late: it has none."""
    talk = dialogue(TALK_FI, TALK_SV)
    jobs = said(
        "Hankinnat työllistävät joka vuosi heikossa asemassa olevia",
        "Upphandlingarna sysselsätter varje år personer i svag ställning",
        "Every year procurement employs people in a weak position",
    )
    ministry = replace(ministrys_draft(), status="approved", version="1.0", approved_on=APPROVED, loose_metrics=())
    return {
        MINISTRY.id: ministry,
        ROADS.id: unit_plan(
            ROADS,
            goal("g1", dialogue(fi=TALK_FI + " kaikkialla"), ("4.1",), share("m1", 30, 60), action=GUIDE),
            goal("g2", jobs, ("7.1",), amount("m2", 10, 40)),
        ),
        MAPS.id: unit_plan(MAPS, goal("g1", talk, ("4.1",), share("m1", 4, 16)), level=3),
        ISLANDS.id: unit_plan(ISLANDS, goal("g1", dialogue(sv=TALK_SV + " alltid"), ("4.1",), share("m1", 3, 24))),
        HOMES.id: unit_plan(HOMES, goal("g1", jobs, ("7.1", "7.2"), amount("m1", 2, 12)), level=1),
        WATER.id: unit_plan(
            WATER,
            goal("g1", said("Vesistöt toipuvat.", "Vattendragen återhämtar sig.", "Waters recover."), ("8.2",)),
            goal("g2", jobs, ("7.1",), amount("m1", 5, 20, unit="h")),
        ),
    }


def branch(**changed: Plan) -> Branch:
    return read_together(UNITS, {**plans(), **changed}.items())


def decisions() -> tuple[Decided, ...]:
    seen = branch()
    talks = (Ref("tie", "g1"), Ref("kartta", "g1"), Ref("skar", "g1"))
    return (
        decided(seen, "b1", "merge", talks, reason="Sama tavoite kolmessa yksikössä.", owner="Kansliapäällikkö"),
        decided(seen, "b2", "adopt", (Ref("tie", "g2"),)),
        decided(seen, "b3", "raise", (Ref("asunto", "g1"),), year=2029),
        decided(seen, "b4", "keep", (Ref("vesi", "g1"),), reason="Vain yhden yksikön asia."),
    )


def entered(metric: str, value: float, period: Period = YEAR, **more: object) -> Entered:
    return replace(Entered(f"{metric}-{period.last}", metric, period, value), **more)


def entries() -> dict[str, tuple[Entered, ...]]:
    """What the units entered for 2027."""
    return {
        "rym": (entered("m1", 10),),
        "tie": (
            entered("m1", 66, numerator=33, denominator=50, comment="Ohje otettiin käyttöön.", evidence=MINUTES),
            entered("m2", 21),
        ),
        "kartta": (entered("m1", 25, numerator=4, denominator=16),),
        "skar": (),
        "asunto": (entered("m1", 1),),
        "vesi": (entered("m1", 9, standing="preliminary"),),
    }


def newest_of(entered: Mapping[str, Iterable[Entered]]) -> Figures:
    """The last period's figure of every metric, from what was entered in each unit."""
    return {Ref(unit, metric): figure for unit, of in entered.items() for metric, figure in newest(of).items()}


def branch_entries(
    branch: Branch,
    decisions: Iterable[Decided],
    entered: Mapping[str, Sequence[Entered]],
    pack: Pack,
    now: Now = AS_DECIDED,
    plan: Plan | None = None,
) -> Iterator[Entered]:
    """What units entered, as figures of the branch's plan. `entered`: by unit, in the order of entering; `plan`: as
    it was approved, else as it would be now."""
    known = {Ref(unit, metric): of for unit, entries in entered.items() for metric, of in by_metric(entries).items()}
    plan = plan or branch_plan(branch, decisions, pack, Plan("bp"))
    return entries_of(made_of(branch, decisions, pack, plan), known, pack, now)
