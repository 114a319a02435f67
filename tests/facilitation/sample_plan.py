"""A plan as a ministry's workshop leaves it: three goals, twenty-five statements. All of them fictional."""

# ruff: noqa: E501 (sentences in three languages stand whole)

from datetime import date

from facilitation.packs import load
from facilitation.shapes import (
    Action,
    Confidence,
    Decision,
    Evidence,
    Focus,
    FocusChoice,
    FollowUp,
    Gathering,
    Goal,
    Metric,
    Parked,
    Plan,
    Promise,
    Reading,
    Risk,
    Span,
    StateRow,
    Task,
    Voted,
)
from facilitation.words import Message, Parallel

PACK = load("toimi")
DAY = date(2026, 11, 26)


def said(fi: str, sv: str, en: str) -> Parallel:
    return {"fi": fi, "sv": sv, "en": en}


# median, low, high, don't know, picks, agreed, target; statement by statement in the pack's order
MARKS = (
    (2, 2, 3, 1, 9, None, None),
    (3, 2, 3, 0, 2, None, None),
    (3, 3, 4, 2, 1, None, None),
    (1.5, 1, 2, 1, 17, 1, 4),
    (2, 1, 2, 0, 3, None, None),
    (2, 2, 3, 0, 8, 2, 3),
    (2, 2, 2.5, 0, 4, None, None),
    (1, 1, 2, 3, 0, None, None),
    (2, 1, 3, 1, 11, 2, 4),
    (2, 1.5, 3, 2, 7, None, None),
    (1, 1, 2, 2, 6, None, None),
    (4, 3, 4, 0, 5, None, None),
    (3, 2, 4, 1, 3, 3, 3),
    (2, 2, 3, 1, 0, None, None),
    (2, 1, 4, 0, 6, 2, 3),
    (2, 2, 3, 2, 1, None, None),
    (1, 1, 2, 1, 2, None, None),
    (4, 4, 5, 0, 0, None, None),
    (3, 2.5, 3.5, 0, 4, None, None),
    (2, 1, 2, 4, 1, None, None),
    (3, 2, 4, 2, 5, 3, 4),
    (2, 2, 3, 3, 2, None, None),
    (2, 2, 3, 0, 15, 2, 4),
    (1, 1, 1.5, 5, 1, None, None),
    (4, 3, 4, 3, 0, None, None),
)
THEMES = (
    ("1", 2.3, 1.8, 2.9, 24),
    ("2", 1.8, 1.5, 2.3, 24),
    ("3", 1.5, 1.0, 3.0, 24),
    ("4", 3.2, 2.7, 3.4, 24),
    ("5", 1.6, 1.0, 3.3, 23),
    ("6", 2.8, 2.3, 3.2, 24),
    ("7", 2.3, 1.8, 2.9, 22),
    ("8", 2.0, 1.8, 2.6, 23),
)
REASON = {
    3: "Kaikki tulossopimukset luettiin: hankinnat mainitaan yhdessä viidestä, tavoitteena ei missään.",
    8: "Johtoryhmä saa luvut neljännesvuosittain, mutta päätökset eivät viittaa niihin.",
    12: "Isommat virastot jakavat hankintansa osiin, pienemmät eivät ehdi.",
    14: "Kokeiluja on tehty kahdessa virastossa, muualla niitä ei tunneta.",
    20: "Ehtoja käytetään rakentamisessa ja siivouksessa, ei muualla.",
}


def state() -> tuple[StateRow, ...]:
    return tuple(
        StateRow(
            statement=statement.id,
            objective=statement.objective,
            text=statement.text,
            median=median,
            low=low,
            high=high,
            n=24 - dont_know,
            dont_know=dont_know,
            picks=picks,
            spread="disagree" if high - low >= 2 else "agree" if high - low <= 1 else "",
            agreed=agreed,
            target=target,
            reason=REASON.get(number, ""),
            evidence=Evidence(statements=(statement.id,), median=median, low=low, high=high, n=24 - dont_know),
        )
        for number, (statement, (median, low, high, dont_know, picks, agreed, target)) in enumerate(
            zip(PACK.statements, MARKS, strict=True)
        )
    )


def themes() -> tuple[StateRow, ...]:
    return tuple(
        StateRow(
            statement=theme, median=median, low=low, high=high, n=n, spread="disagree" if high - low >= 2 else "agree"
        )
        for theme, median, low, high, n in THEMES
    )


AGREEMENTS = Goal(
    id="g1",
    from_=said(
        "Hankinnat mainitaan yhdessä ministeriön viidestä tulossopimuksesta, eikä niille ole missään tavoitetta.",
        "Upphandlingarna nämns i ett av ministeriets fem resultatavtal, och inget avtal har ett mål för dem.",
        "Procurement is mentioned in one of the ministry’s five performance agreements, and in none with a target.",
    ),
    to=said(
        "Jokaisessa tulossopimuksessa on vähintään yksi hankintatavoite, jonka johtoryhmä käsittelee kaksi kertaa vuodessa.",
        "Varje resultatavtal har minst ett upphandlingsmål som ledningsgruppen behandlar två gånger om året.",
        "Every performance agreement sets at least one procurement target, and the management team reviews it twice a year.",
    ),
    objectives=("1.4",),
    theme="1",
    scope="function",
    level_now=1,
    level_target=4,
    owner="Tulosohjauksen päällikkö",
    due=date(2028, 12, 31),
    agreement="agreed",
    agreement_year=2028,
    metrics=(
        Metric(
            id="m1",
            name=said(
                "Tulossopimukset, joissa on hankintatavoite",
                "Resultatavtal med ett upphandlingsmål",
                "Performance agreements with a procurement target",
            ),
            question=said(
                "Ohjaako ministeriö virastojensa hankintoja?",
                "Styr ministeriet sina ämbetsverks upphandlingar?",
                "Does the ministry steer the procurement of its agencies?",
            ),
            numerator=said(
                "Tulossopimukset, joissa on vähintään yksi mitattava hankintatavoite",
                "Resultatavtal med minst ett mätbart upphandlingsmål",
                "Agreements with at least one measurable procurement target",
            ),
            denominator=said(
                "kaikki voimassa olevat tulossopimukset", "alla gällande resultatavtal", "all agreements in force"
            ),
            unit="%",
            direction="more",
            baseline=Reading(0, date(2026, 11, 26)),
            targets=(Reading(40, date(2027, 12, 31)), Reading(100, date(2028, 12, 31))),
            source=said(
                "Tulossopimukset, ministeriön asianhallinta",
                "Resultatavtalen, ministeriets ärendehantering",
                "Performance agreements in the ministry’s records",
            ),
            frequency="yearly",
            owner="Tulosohjauksen päällikkö",
            reaction=said(
                "Asia otetaan viraston tuloskeskusteluun.",
                "Frågan tas upp i resultatsamtalet med ämbetsverket.",
                "It is taken up in the agency’s performance talks.",
            ),
            evidence=Evidence(cards=("c-41",), groups=("A",)),
        ),
    ),
    actions=(
        Action(
            id="a1",
            text=said(
                "Laaditaan mallitavoite ja ohje tulossopimuksia varten",
                "Utarbeta ett modellmål och en anvisning för resultatavtalen",
                "Write a model target and guidance for the agreements",
            ),
            responsible="Tulosohjaus",
            start=date(2027, 1, 11),
            end=date(2027, 3, 31),
            deliverable=said("Mallitavoite ja ohje", "Modellmål och anvisning", "Model target and guidance"),
        ),
        Action(
            id="a2",
            text=said(
                "Viedään tavoite vuoden 2028 sopimuksiin kaikkien viiden viraston kanssa",
                "Ta in målet i avtalen för 2028 med alla fem ämbetsverk",
                "Take the target into the 2028 agreements with all five agencies",
            ),
            responsible="Kansliapäällikön toimisto",
            start=date(2027, 8, 1),
            end=date(2027, 11, 30),
            deliverable=said("Viisi allekirjoitettua sopimusta", "Fem undertecknade avtal", "Five signed agreements"),
        ),
    ),
    evidence=Evidence(
        cards=("c-07", "c-19"),
        statements=("s1.4",),
        dots=17,
        rank=1,
        people=13,
        median=1.5,
        low=1,
        high=2,
        n=23,
        groups=("A",),
    ),
)

EMISSIONS = Goal(
    id="g2",
    from_=said(
        "Elinkaaren päästöt pisteytetään 18 prosentissa rakentamisen ja peruskorjauksen kilpailutuksista, ja jokainen virasto laskee omalla tavallaan.",
        "Livscykelutsläppen poängsätts i 18 procent av bygg- och renoveringsupphandlingarna, och varje ämbetsverk räknar på sitt sätt.",
        "Life-cycle emissions are scored in 18 % of construction and renovation tenders, each agency calculating in its own way.",
    ),
    to=said(
        "Elinkaaren päästöt pisteytetään vähintään 15 prosentin painolla jokaisessa yli miljoonan euron rakentamisen ja peruskorjauksen kilpailutuksessa.",
        "Livscykelutsläppen poängsätts med minst 15 procents vikt i varje bygg- och renoveringsupphandling över en miljon euro.",
        "Life-cycle emissions are scored with a weight of at least 15 % in every construction and renovation tender above one million euros.",
    ),
    objectives=("8.1", "6.3"),
    theme="8",
    scope="single",
    level_now=2,
    level_target=4,
    owner="Kiinteistö- ja rakentamisjohtaja",
    due=date(2029, 12, 31),
    agreement="candidate",
    metrics=(
        Metric(
            id="m2",
            name=said(
                "Kilpailutukset, joissa elinkaaren päästöt pisteytetään",
                "Konkurrensutsättningar där livscykelutsläppen poängsätts",
                "Tenders that score life-cycle emissions",
            ),
            definition=said(
                "Rakentamisen ja peruskorjauksen kilpailutukset, joissa päästöjen paino on vähintään 15 %, kaikista yli miljoonan euron kilpailutuksista",
                "Bygg- och renoveringsupphandlingar där utsläppens vikt är minst 15 %, av alla över en miljon euro",
                "Construction and renovation tenders in which emissions weigh at least 15 %, of all those above one million euros",
            ),
            unit="%",
            direction="more",
            baseline=Reading(18, date(2026, 6, 30)),
            targets=(Reading(60, date(2028, 6, 30)), Reading(100, date(2029, 12, 31))),
            source=said("HILMAn ilmoitukset", "HILMA-annonser", "HILMA notices"),
            frequency="quarterly",
            owner="",
        ),
        Metric(
            id="m3",
            name=said(
                "Sopimukset, joissa päästöistä raportoidaan vuosittain",
                "Avtal med årlig utsläppsrapportering",
                "Contracts with yearly emission reporting",
            ),
            unit="count",
            direction="more",
            baseline_promise=Promise("Sopimushallinta", date(2027, 3, 31)),
            targets=(Reading(40, date(2029, 12, 31)),),
            source=said("Sopimusrekisteri", "Avtalsregistret", "Contract register"),
            frequency="yearly",
            owner="Sopimushallinta",
        ),
    ),
    actions=(
        Action(
            id="a3",
            text=said(
                "Sovitaan yksi laskentatapa kolmen rakentavan viraston kesken",
                "Komma överens om ett beräkningssätt mellan de tre ämbetsverk som bygger",
                "Agree on one way to calculate with the three agencies that build",
            ),
            responsible="Julkisten rakennusten virasto",
            start=date(2027, 2, 1),
            end=date(2027, 6, 30),
            deliverable=said("Laskentaohje", "Beräkningsanvisning", "Calculation guide"),
        ),
        Action(
            id="a4",
            text=said(
                "Lisätään päästöraportointi sopimusmalliin",
                "Lägga till utsläppsrapportering i avtalsmallen",
                "Put emission reporting into the model contract",
            ),
            responsible="Lakiyksikkö",
            start=date(2027, 6, 1),
            end=date(2027, 9, 30),
            deliverable=said("Sopimusmalli", "Avtalsmall", "Model contract"),
        ),
        Action(
            id="a5",
            text=said(
                "Kokeillaan neljässä peruskorjaushankkeessa",
                "Pröva i fyra renoveringsprojekt",
                "Pilot in four renovation projects",
            ),
            responsible="Pohjoinen Infra",
            start=date(2027, 9, 1),
            end=date(2028, 12, 15),
            deliverable=said("Kokeilun arvio", "Utvärdering av försöket", "Evaluation of the pilot"),
        ),
    ),
    evidence=Evidence(
        cards=("c-03", "c-22", "c-31"),
        statements=("s8.1",),
        dots=15,
        rank=2,
        people=12,
        median=2,
        low=2,
        high=3,
        n=24,
        groups=("B",),
    ),
)

FIGURES = Goal(
    id="g3",
    from_=said(
        "Johtoryhmä saa hankintaluvut kerran vuodessa, eikä yksikään päätös viittaa niihin.",
        "Ledningsgruppen får upphandlingssiffrorna en gång om året, och inget beslut hänvisar till dem.",
        "The management team gets procurement figures once a year, and no decision refers to them.",
    ),
    to=said(
        "Johtoryhmä päättää neljännesvuosittain hankinnoista ajantasaisten lukujen pohjalta.",
        "Ledningsgruppen beslutar varje kvartal om upphandlingarna utifrån aktuella siffror.",
        "The management team decides on procurement every quarter from up-to-date figures.",
    ),
    objectives=("3.1",),
    theme="3",
    scope="function",
    level_now=2,
    level_target=4,
    owner="Talousjohtaja",
    due=date(2027, 12, 31),
    agreement="no",
    metrics=(
        Metric(
            id="m4",
            name=said(
                "Johtoryhmän päätökset, jotka viittaavat hankintalukuihin",
                "Ledningsgruppens beslut som hänvisar till upphandlingssiffror",
                "Management decisions that refer to procurement figures",
            ),
            unit="count",
            direction="more",
            baseline=Reading(0, date(2026, 11, 26)),
            targets=(Reading(8, date(2027, 12, 31)),),
            source=said("Johtoryhmän pöytäkirjat", "Ledningsgruppens protokoll", "Minutes of the management team"),
            frequency="twice_a_year",
            owner="Talousyksikkö",
        ),
    ),
    actions=(
        Action(
            id="a6",
            text=said(
                "Rakennetaan hankintojen tilannekuva",
                "Bygga upp en lägesbild av upphandlingarna",
                "Build one picture of all procurement",
            ),
            responsible="Talousyksikkö",
            start=date(2027, 1, 15),
            end=date(2027, 5, 31),
            deliverable=said("Tilannekuva", "Lägesbild", "Procurement picture"),
        ),
        Action(
            id="a7",
            text=said(
                "Otetaan luvut johtoryhmän vuosikelloon",
                "Ta in siffrorna i ledningsgruppens årsklocka",
                "Put the figures on the management team’s calendar",
            ),
            responsible="Johdon tuki",
        ),
    ),
    evidence=Evidence(
        cards=("c-12",),
        statements=("s3.1",),
        dots=11,
        rank=3,
        tied=True,
        people=9,
        median=2,
        low=1,
        high=3,
        n=23,
        groups=("C",),
    ),
)

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
