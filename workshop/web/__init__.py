"""Pages and forms, one module a subject, its forms inside it."""

from flask import Flask
from flask_wtf import CSRFProtect

from workshop.web import (
    accounts,
    administration,
    asked,
    branches,
    comeback,
    devices,
    draft,
    errors,
    files,
    following,
    formwords,
    front,
    gallery,
    genuine,
    health,
    keeping,
    languages,
    logins,
    mail,
    making,
    mapping,
    notices,
    organisations,
    own,
    packbooks,
    packs,
    paper,
    people,
    persons,
    planning,
    plans,
    providers,
    proxies,
    room,
    roundtrip,
    saying,
    schemas,
    script,
    sign_on,
    signing_in,
    static,
    template,
    templates,
    trail,
    transfer,
    transfercolumns,
    transfers,
    transfersheets,
    workshops,
)

SUBJECTS = (
    *(script, front, notices, accounts, *sign_on.SUBJECTS, people, logins, *providers.SUBJECTS),
    *(mail, workshops, planning, *organisations.SUBJECTS, trail, *persons.SUBJECTS, *keeping.SUBJECTS),
    *administration.SUBJECTS,
    *(room, devices, proxies, draft, files, making, gallery, genuine, roundtrip),
    *(comeback, paper, transfer, packs, packbooks, mapping, templates),
    *(template, transfers, transfersheets, transfercolumns, languages, schemas, health),
)


def init_app(app: Flask) -> None:
    """Every page, and what stands around them. Each form carries a token of its browser's own."""
    CSRFProtect(app)
    for part in (static, script, errors, formwords, saying, signing_in, accounts, asked, following, branches):
        part.init_app(app)
    for subject in (*SUBJECTS, *plans.SUBJECTS, *following.SUBJECTS, *branches.SUBJECTS, *own.SUBJECTS):
        app.register_blueprint(subject.bp)
