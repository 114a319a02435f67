"""The current state of the sample plan: twenty-five statements and eight themes, as a room marked them."""

from facilitation.shapes import Evidence, StateRow
from tests.facilitation.sample_words import PACK

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
