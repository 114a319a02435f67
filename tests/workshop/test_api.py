"""What all asks at the API have in common: tokens, problems, paging, conditions. Each answer is held to its form."""

import pytest
from flask import Flask
from jsonschema import Draft202012Validator
from sqlalchemy import select

from tests.conftest import Clock
from tests.workshop.program import Program, token_for
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.store import organisations, tokens
from workshop.store.forest import close
from workshop.store.tables import AccountRow, AuditRow, OrganisationRow, TokenRow


@pytest.fixture
def housing(app: Flask, tree: Tree) -> Program:
    """Of the ministry, reaching below."""
    return Program(app, token_for(app, tree.ids["housing"], below=True))


@pytest.fixture
def homes(app: Flask, tree: Tree) -> Program:
    """Of an agency, for itself only."""
    return Program(app, token_for(app, tree.ids["homes"]))


def row_of(app: Flask, program: Program) -> TokenRow:
    with app.app_context(), store.reading() as db:
        return db.scalars(select(TokenRow).where(TokenRow.token_hash == tokens.hash_of(program.token))).one()


# -- The description ------------------------------------------------------------------------------------------------


def test_the_description_is_read_without_a_token_and_by_the_rules_of_openapi(visitor: Visitor):
    document = visitor.get("/api/v1/openapi.json").get_json()
    assert document["openapi"].startswith("3.1")
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    names = [each["operationId"] for methods in document["paths"].values() for each in methods.values()]
    assert len(names) == len(set(names))


def test_the_description_names_every_scope_that_an_ask_needs(visitor: Visitor):
    told = visitor.get("/api/v1/openapi.json").get_json()["paths"]
    together = told["/organisations/{organisation}/exports/{of}/{format}"]["get"]
    assert together["security"] == [{"token": ["exports:read", "readings:read"]}]
    assert told["/plans"]["post"]["security"] == [{"token": ["plans:write"]}]
    assert told["/token"]["get"]["security"] == [{"token": []}]


def test_the_form_of_a_plan_is_the_published_one(visitor: Visitor):
    published = visitor.get("/schemas/plan-1.json").get_json()
    described = visitor.get("/api/v1/openapi.json").get_json()["components"]["schemas"]
    moved = str(published["$defs"]).replace("#/$defs/", "#/components/schemas/")
    assert str({name: described[name] for name in published["$defs"]}) == moved


# -- Tokens ---------------------------------------------------------------------------------------------------------


def test_without_a_token_that_is_in_use_nothing_is_told(app: Flask, homes: Program, clock: Clock):
    for shown in ("", "toimi_made-up", homes.token[:-1]):
        answer = Program(app, shown).get("/organisations")
        assert (answer.status_code, answer.get_json()["code"]) == (401, "no_token")
        assert "Bearer" in answer.headers["WWW-Authenticate"]
    assert homes.get("/organisations").status_code == 200
    clock.pass_by(days=366)
    assert homes.get("/organisations").status_code == 401


def test_a_revoked_token_lets_nobody_in(app: Flask, homes: Program, administrator: Visitor):
    with app.app_context(), store.writing() as db:
        row = db.get_one(TokenRow, row_of(app, homes).id)
        tokens.revoke(db, row, db.get_one(AccountRow, administrator.account), row.created)
    assert homes.get("/token").status_code == 401


def test_who_guesses_tokens_waits(app: Flask, homes: Program):
    guesser = Program(app, "toimi_guess")
    answers = [guesser.get("/token").status_code for _try in range(61)]
    assert answers[0] == 401
    assert answers[-1] == 429


def test_who_asks_too_often_is_told_how_long_to_wait(homes: Program, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(homes.client.application.extensions["token_asks"], "allowed", 3)
    answers = [homes.get("/token") for _ask in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["Retry-After"]) >= 1


def test_a_token_tells_what_it_may_and_is_seen_to_be_used(app: Flask, tree: Tree, housing: Program):
    told = housing.get("/token").get_json()
    assert told["organisation"] == tree.ids["housing"]
    assert told["below"]
    assert row_of(app, housing).seen is not None


def test_a_token_without_the_scope_is_refused(app: Flask, tree: Tree):
    program = Program(app, token_for(app, tree.ids["homes"], "packs:read"))
    assert program.get("/packs").status_code == 200
    answer = program.get("/organisations")
    assert (answer.status_code, answer.get_json()["code"]) == (403, "scope")


# -- Problems -------------------------------------------------------------------------------------------------------


def test_a_problem_is_told_in_the_language_that_was_asked_for(homes: Program):
    told = {
        language: homes.get("/organisations/nowhere", Accept_Language=language).get_json()["title"]
        for language in ("fi", "sv", "en")
    }
    assert len(set(told.values())) == 3


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("DELETE", "/plans", 405)])
def test_what_is_not_there_is_a_problem_too(homes: Program, method: str, path: str, status: int):
    answer = homes.client.open(f"/api/v1{path}", method=method)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert status != 405 or "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("query", ["limit=0", "limit=x", f"limit={limits.API_PAGE_MOST + 1}", "cursor=!", "cursor=eA="])
def test_what_cannot_be_read_is_told_by_its_name(homes: Program, query: str):
    answer = homes.get(f"/organisations?{query}")
    assert (answer.status_code, answer.get_json()["field"]) == (400, query.partition("=")[0])


# -- Organisations and methods --------------------------------------------------------------------------------------


def names(program: Program, path: str = "/organisations") -> set[str]:
    return {each["name"]["en"] for each in program.get(path).get_json()["organisations"]}


def test_a_token_sees_its_own_and_those_below_only_if_it_reaches_below(tree: Tree, housing: Program, homes: Program):
    assert names(housing) == {"Housing", "Homes", "Repairs"}
    assert names(homes) == {"Homes"}
    assert homes.get(f"/organisations/{tree.ids['repairs']}").status_code == 404
    assert housing.get(f"/organisations/{tree.ids['repairs']}").get_json()["under"] == tree.ids["housing"]
    assert housing.get(f"/organisations/{tree.ids['roads']}").status_code == 404


def test_a_list_in_parts_is_the_whole_list_once(housing: Program):
    path, found = "/organisations?limit=1", []
    while path:
        answer = housing.get(path)
        found += answer.get_json()["organisations"]
        link = answer.headers.get("Link", "")
        path = link.partition("<")[2].partition(">")[0]
        assert bool(path) == bool(answer.get_json()["next"])
    assert found == housing.get("/organisations").get_json()["organisations"]
    assert len(found) == 3


def test_methods_are_told_with_what_plans_refer_to(homes: Program):
    keys = [each["key"] for each in homes.get("/packs").get_json()["packs"]]
    assert "toimi" in keys
    assert homes.get("/packs?limit=1").get_json()["next"]
    pack = homes.get("/packs/toimi").get_json()
    assert pack["themes"]
    assert {each["theme"] for each in pack["objectives"]} <= {each["id"] for each in pack["themes"]}
    assert homes.get("/packs/nowhere").status_code == 404


# -- What one has already -------------------------------------------------------------------------------------------


def test_what_is_still_so_is_not_told_again(app: Flask, tree: Tree, homes: Program):
    path = f"/organisations/{tree.ids['homes']}"
    etag = homes.get(path).headers["ETag"]
    again = homes.get(path, If_None_Match=etag)
    assert (again.status_code, again.data) == (304, b"")
    with app.app_context(), store.writing() as db:
        organisations.change(
            db, db.get_one(OrganisationRow, tree.ids["homes"]), {"en": "Dwellings"}, None, row_of(app, homes).created
        )
    assert homes.get(path, If_None_Match=etag).status_code == 200


# -- The page -------------------------------------------------------------------------------------------------------


def test_a_token_is_made_on_the_page_seen_once_and_revoked(app: Flask, tree: Tree, administrator: Visitor):
    page = f"{tree.page('homes')}/tokens"
    made = administrator.send(page, "", label="Books", scopes=["organisations:read"])
    token = made.text.partition('value="toimi_')[2].partition('"')[0]
    program = Program(app, f"toimi_{token}")
    assert program.get("/organisations").status_code == 200
    again = administrator.get(page).text
    assert "toimi_" not in again
    assert "Books" in again
    administrator.send(page, "Revoke")
    assert program.get("/organisations").status_code == 401
    with app.app_context(), store.reading() as db:
        assert not db.scalars(select(TokenRow).where(TokenRow.token_hash.contains(token))).all()
        trail = db.scalars(select(AuditRow.action).where(AuditRow.action.like("%_token"))).all()
        assert list(trail) == ["give_token", "revoke_token"]


def test_the_last_day_is_within_two_years(tree: Tree, administrator: Visitor):
    page = f"{tree.page('homes')}/tokens"
    late = administrator.send(page, "", label="Books", scopes=["plans:read"], last="2029-01-01")
    assert late.status_code == 400
    assert "at most two years" in late.text
    assert 'value="Books"' in late.text


def test_an_organisation_that_has_ended_makes_no_new_token_and_revokes_those_it_has(
    app: Flask, tree: Tree, homes: Program, administrator: Visitor, clock: Clock
):
    page = f"{tree.page('homes')}/tokens"
    with app.app_context(), store.writing() as db:
        close(db, tree.ids["homes"], TODAY, None, clock())
    assert "Make a token" not in administrator.get(page).text
    administrator.send(page, "Revoke")
    assert homes.get("/token").status_code == 401


def test_only_who_administers_an_organisation_makes_its_tokens(tree: Tree):
    for role, name, status in (
        ("administrator", "housing", 200),
        ("administrator", "traffic", 404),
        ("editor", "homes", 403),
    ):
        assert tree.somebody(role, name).get(f"{tree.page('homes')}/tokens").status_code == status


def test_nobody_signs_in_by_the_account_of_a_token(app: Flask, homes: Program, administrator: Visitor):
    with app.app_context(), store.reading() as db:
        account = db.get_one(AccountRow, row_of(app, homes).account)
    assert account.closed_at is not None
    assert account.name not in administrator.get("/people").text
    visitor = Visitor(app)
    visitor.send("/sign-in", email=account.email, password="a goose in the granary")
    assert visitor.get("/workshops").request.path == "/sign-in"
