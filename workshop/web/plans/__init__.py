"""Plans at the desk: one module a subject, its forms inside it."""

from workshop.web.plans import (
    above,
    approval,
    closing,
    commenting,
    comments,
    confirming,
    editing,
    genuine,
    listing,
    people,
    reading,
    recording,
    settling,
    themes,
    versions,
)

SUBJECTS = (
    *(listing, reading, editing, settling, themes, versions),
    *(comments, commenting, approval, recording, closing, confirming, people, genuine, above),
)
