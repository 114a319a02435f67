"""A plan as a ministry's workshop leaves it: three goals, twenty-five statements. All of them fictional."""

# ruff: noqa: E501 (sentences in three languages stand whole)

from datetime import date

from facilitation.shapes import (
    Confidence,
    Decision,
    Focus,
    FocusChoice,
    FollowUp,
    Gathering,
    Parked,
    Plan,
    Risk,
    Span,
    Task,
    Voted,
)
from facilitation.words import Message
from tests.facilitation.sample_goals import AGREEMENTS, EMISSIONS, FIGURES
from tests.facilitation.sample_state import state, themes
from tests.facilitation.sample_words import PACK, said

__all__ = ["DAY", "PACK", "plan", "said"]

DAY = date(2026, 11, 26)


VOTES = (
    ("c-07", "Hankintatavoite jokaiseen tulossopimukseen", "Upphandlingsmål i varje resultatavtal", "A procurement target in every performance agreement", 17, 13, 1, False, True),
    ("c-03", "Elinkaaren päästöt pisteytetään aina", "Livscykelutsläppen poängsätts alltid", "Life-cycle emissions are always scored", 15, 12, 2, False, True),
    ("c-12", "Johtoryhmä lukee luvut neljännesvuosittain", "Ledningsgruppen läser siffrorna varje kvartal", "The management team reads the figures every quarter", 11, 9, 3, True, True),
    ("c-14", "Yhteinen hankinta-akatemia virastoille", "En gemensam upphandlingsakademi för ämbetsverken", "One procurement academy for the agencies", 11, 8, 3, True, False),
    ("c-25", "Markkinavuoropuhelu ennen jokaista suurta kilpailutusta", "Marknadsdialog före varje stor konkurrensutsättning", "Market dialogue before every large tender", 8, 7, 5, False, False),
    ("c-28", "Hankinnat jaetaan osiin, kun pienet voivat tarjota", "Upphandlingarna delas upp när små kan ge anbud", "Lots whenever small companies could bid", 5, 5, 6, False, False),
    ("c-33", "Työllistämisehto siivous- ja kiinteistöpalveluihin", "Sysselsättningsvillkor i städ- och fastighetstjänster", "An employment clause in cleaning and property services", 3, 3, 7, False, False),
    ("c-36", "Kokeiluraha viidelle innovatiiviselle hankinnalle", "Försökspengar för fem innovativa upphandlingar", "Trial money for five innovative procurements", 2, 2, 8, False, False),
)  # fmt: skip


def plan() -> Plan:
    return Plan(
        id="p-1",
        title=said(
            "Hankintojen toimintasuunnitelma 2027–2029",
            "Handlingsplan för upphandling 2027–2029",
            "Procurement action plan 2027–2029",
        ),
        organisation="Rakennetun ympäristön ministeriö",
        kind="ministry",
        period=Span("2027–2029", date(2027, 1, 1), date(2029, 12, 31)),
        version="0.1",
        languages=("fi", "sv", "en"),
        pack=PACK.key,
        pack_version=PACK.version,
        workshops=("w-1",),
        participants={"management": 6, "procurement": 9, "finance": 4, "substance": 5},
        people=24,
        summary=said(
            "Hankinnoista tulee osa tulosohjausta, rakentamisen päästöistä peruste ja johtoryhmästä lukujen käyttäjä.",
            "Upphandlingen blir en del av resultatstyrningen, byggandets utsläpp ett kriterium och ledningsgruppen en läsare av siffror.",
            "Procurement becomes part of performance steering, emissions decide in construction, and the management team reads the figures.",
        ),
        current_state=state(),
        focus=Focus(
            chosen=(
                FocusChoice("1", reason="Ilman johtamista muu ei pysy."),
                FocusChoice("8", reason="Suurin vaikutus päästöihin."),
                FocusChoice("3", reason="Tieto tarvitaan kaikkeen muuhun."),
            ),
            left_out=(
                FocusChoice("5", reason="Odotetaan kokeilujen tuloksia vuoteen 2028."),
                FocusChoice("7", reason="Työllistämisehdot etenevät omassa hankkeessaan."),
            ),
        ),
        goals=(AGREEMENTS, EMISSIONS, FIGURES),
        decisions=(
            Decision(
                "d1",
                "Viiva vedetään kolmannen idean alle.",
                "Kolme tavoitetta ehditään tehdä kunnolla.",
                ("c-07", "c-03", "c-12"),
                DAY,
            ),
            Decision(
                "d2", "Päästötavoite esitetään tulossopimukseen 2028.", "Laskentatapa on silloin sovittu.", (), DAY
            ),
        ),
        parked=(
            Parked(
                "c-50",
                said(
                    "Kuka päättää yhteishankinnoista?",
                    "Vem beslutar om samordnad upphandling?",
                    "Who decides on joint procurement?",
                ),
            ),
        ),
        risks=(
            Risk(
                "r1",
                said(
                    "Laskentatavasta ei päästä sopuun",
                    "Vi enas inte om beräkningssättet",
                    "No agreement on how to calculate",
                ),
                3,
                4,
            ),
            Risk(
                "r2",
                said(
                    "Tieto on hajallaan eri järjestelmissä",
                    "Data finns utspridda i olika system",
                    "Figures are scattered over systems",
                ),
                4,
                3,
            ),
        ),
        tasks=(
            Task("m2", Message("Name an owner for the metric."), "Kiinteistö- ja rakentamisjohtaja", date(2027, 1, 31)),
            Task("m3", Message("Find the baseline."), "Sopimushallinta", date(2027, 3, 31)),
            Task("a7", Message("Set start and end."), "Johdon tuki"),
        ),
        follow_up=(
            FollowUp(date(2027, 6, 15), said("Ensimmäiset luvut", "De första siffrorna", "First figures")),
            FollowUp(date(2027, 12, 8), said("Vuoden toteuma", "Årets utfall", "The year’s results")),
        ),
        confidence=Confidence(22, 4, 3, 4, ("Omistaja päästömittarille.", "Rahoitus tilannekuvalle vuodelle 2028.")),
        themes=themes(),
        votes=tuple(
            Voted(card, said(fi, sv, en), dots, people, rank, tied, chosen=chosen)
            for card, fi, sv, en, dots, people, rank, tied, chosen in VOTES
        ),
        gathering=Gathering(
            title=said(
                "Hankintojen suunta 2027–2029", "Upphandlingens riktning 2027–2029", "Where procurement goes 2027–2029"
            ),
            days=(DAY,),
            people=24,
            groups=5,
            places={"room": 19, "remote": 5},
            organisations={
                "Rakennetun ympäristön ministeriö": 8,
                "Julkisten rakennusten virasto": 5,
                "Pohjoinen Infra": 4,
                "Asuntorahoituksen keskus": 4,
                "Kartta- ja paikkatietolaitos": 3,
            },
            steps=PACK.agenda("one_day").steps,  # pyright: ignore[reportOptionalMemberAccess]
            seq=812,
        ),
    )
