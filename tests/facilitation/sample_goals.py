"""The three goals of the sample plan, with their metrics and actions."""

# ruff: noqa: E501 (sentences in three languages stand whole)

from datetime import date

from facilitation.shapes import Action, Evidence, Goal, Metric, Promise, Reading
from tests.facilitation.sample_words import said

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
