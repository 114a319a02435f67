"""One deed for each right that pages ask for: what somebody who has it does there, in Homes where it is about one."""

import secrets
from collections.abc import Callable, Mapping
from typing import TypeAlias

from werkzeug.test import TestResponse

from tests.conftest import new_account
from tests.workshop.checking_in import hand_over
from tests.workshop.desk import set_up
from tests.workshop.holding import NEW, World
from tests.workshop.registered import HEAD, ONE, csv, do, look
from tests.workshop.requested import act, found
from tests.workshop.test_bringing_packs import named, sent
from tests.workshop.test_templates_page import OWN, bring, foreign
from tests.workshop.test_transfers_page import CONFIRM, LUOTSI, press
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop.access import SEAT_ROLES

Deed: TypeAlias = Callable[[World, Visitor], TestResponse]


def reads(path: str) -> Deed:
    return lambda world, who: who.get(filled(world, path))


def sends(path: str, button: str = "", **fields: str | list[str]) -> Deed:
    """`{new}` in a field is something that was never written."""

    def does(world: World, who: Visitor) -> TestResponse:
        typed = {name: filled(world, value) if isinstance(value, str) else value for name, value in fields.items()}
        return who.send(filled(world, path), button, **typed)

    return does


def filled(world: World, text: str) -> str:
    there = {**world.ids, "workshop": world.desk.id, "plan": world.written.id, "approved": world.homes.id}
    return text.format_map({**there, "new": secrets.token_hex(4), "today": f"{TODAY}"})


def brings_a_table(world: World, who: Visitor) -> TestResponse:
    return do(who, look(who, csv(HEAD, ONE)))


def maps(world: World, who: Visitor) -> TestResponse:
    return who.send(f"/packs/{NEW}/mapping", "Keep the mapping", now_2="=2.1")


def vouches(world: World, who: Visitor) -> TestResponse:
    maps(world, who)
    return who.send(f"/packs/{NEW}/mapping", "This is right")


def moves_away(world: World, who: Visitor) -> TestResponse:
    move = {"move-under": world.ids["repairs"], "move-day": "2027-01-01"}
    return who.send(f"/organisations/{world.fresh()}/place", "Move it", **move)


def ends(world: World, who: Visitor) -> TestResponse:
    return who.send(f"/organisations/{world.fresh()}/place", "Close it", **{"end-day": "2027-01-01"})


def closes_an_account(world: World, who: Visitor) -> TestResponse:
    gone = new_account(world.app, f"{secrets.token_hex(4)}@homes.example", "Gone", "member")
    return press(who, "/people", f"{gone}/close")


def revokes(world: World, who: Visitor) -> TestResponse:
    who.send("/people", label="Eva")
    return who.send("/people", "Revoke")


def tries_again(world: World, who: Visitor) -> TestResponse:
    world.letter(gone=False)
    return who.send("/mail", "Try again")


def says_it_came_back(world: World, who: Visitor) -> TestResponse:
    world.letter(gone=True)
    return who.send("/mail", "It came back")


def erases(world: World, who: Visitor) -> TestResponse:
    new_account(world.app, "erased@homes.example", "Ester Erased", "member")
    return act(who, "erase", "account", email="erased@homes.example")


def confirms(world: World, who: Visitor) -> TestResponse:
    keyed = world.plan_in_writing(f"keyed-{secrets.token_hex(4)}", "housing")
    return who.send(keyed.page, "It is as we have it")


def submits(world: World, who: Visitor) -> TestResponse:
    world.begun()
    world.editor.send(f"{world.page('housing')}/branch/round", "Invite", deadline="2026-12-31")
    return who.send(world.homes.page, "Submit version 1.0")


def acts_on_a_round(page: str, button: str, **fields: str) -> Deed:
    def does(world: World, who: Visitor) -> TestResponse:
        return who.send(f"{filled(world, HOMES)}/rounds/{world.round()}{page}", button, **fields)

    return does


def changes_its_template(world: World, who: Visitor) -> TestResponse:
    page = bring(who, foreign(), organisation="Roads").request.path
    return who.send(page, section="Title Only")


HOMES = "/organisations/{homes}"
NEW_PLAN = {"begins": "empty", "title_en": "Plan {new}", "method": "toimi"}
IN_A_PLAN: Mapping[str, Deed] = {
    "be_editor": reads("/plans/{plan}/lines/{plan}"),
    "be_approver": reads("/plans/{plan}/approval"),
    "be_reader": reads("/plans/{plan}"),
    "be_follower": reads("/plans/{approved}"),
    "read_plan": reads("/plans/{plan}"),
    "read_approved": reads("/plans/{approved}"),
    "change_plan": sends("/plans/{plan}/lines/{plan}", "Save", title_en="Title {new}"),
    "invite_to_plan": sends("/plans/{plan}/people", email="fay@homes.example", roles=["reader"]),
    "make_comment_link": sends("/plans/{plan}/comments", "Open the round", deadline="2026-12-31"),
    "submit_plan": submits,
    "confirm_for_organisation": confirms,
    "bring_workbook": reads("/plans/{plan}/workbook"),
    "bring_document": reads("/plans/{plan}/document"),
}
IN_A_WORKSHOP: Mapping[str, Deed] = {
    "see_drafts_of_groups": reads("/w/{workshop}/draft"),
    "print_paper": reads("/w/{workshop}/paper"),
    "bring_workbook": reads("/w/{workshop}/draft/workbook"),
    "bring_document": reads("/w/{workshop}/draft/document"),
}
AT_THE_DESK: Mapping[str, Deed] = {
    "see_plans": reads("/plans"),
    "start_plan": sends("/plans/new", **NEW_PLAN),
    "start_plan_for": sends("/plans/new", **NEW_PLAN, whose="{homes}"),
    "see_workshops": reads("/workshops"),
    "set_up_workshop": lambda world, who: who.get(f"/workshops/{set_up(who)}/plan"),
    "run_workshop": lambda world, who: who.get(f"/workshops/{set_up(who)}/plan"),
    "see_own_logins": reads("/account"),
    "see_people": reads("/people"),
    "invite": sends("/people", label="Eva", role="facilitator"),
    "revoke_invitation": revokes,
    "close_account": closes_an_account,
    "see_providers": reads("/providers"),
    "change_provider": sends("/providers/keys", client="us-{new}"),
    "see_packs": reads("/packs"),
    "confirm_wording": sends("/packs/toimi", "Confirm these words"),
    "bring_pack": lambda world, who: sent(who, named(f"righted-{secrets.token_hex(4)}")),
    "change_mapping": maps,
    "confirm_mapping": vouches,
    "see_mail": reads("/mail"),
    "send_again": tries_again,
    "say_bounced": says_it_came_back,
    "see_templates": reads("/templates"),
    "bring_template": lambda world, who: bring(who, OWN, organisation="Roads"),
    "bring_template_for": lambda world, who: bring(who, OWN, organisation="Homes"),
    "bring_template_for_everybody": lambda world, who: bring(who, OWN, organisation=""),
    "change_template": changes_its_template,
    "see_transfers": reads("/transfers"),
    "change_transfer": sends(f"{LUOTSI}/0/0", "Save the column", head_en="Topic {new}"),
    "confirm_transfer": sends(LUOTSI, CONFIRM),
    "see_administration": reads("/administration"),
    "see_health": reads("/administration/health"),
    "see_trail": reads("/trail"),
    "see_trail_of": reads("/trail"),
    "find_person": lambda world, who: found(who, email="fay@homes.example"),
    "export_person": lambda world, who: act(who, "archive", email="fay@homes.example"),
    "erase_person": erases,
    "read_workshop": sends("/workshops/{workshop}/contents", why="A request"),
}
IN_AN_ORGANISATION: Mapping[str, Deed] = {
    "see_organisations": reads("/organisations"),
    "see_organisation": reads(HOMES),
    "change_organisation": sends(f"{HOMES}/settings", en="Homes"),
    "add_organisation": sends("/organisations/new", en="Agency {new}", kind="agency", under="{homes}"),
    "place_organisation": moves_away,
    "end_organisation": ends,
    "give_role": sends(HOMES, label="Eva", role="reader"),
    "give_token": sends(f"{HOMES}/tokens", label="Books", scopes=["organisations:read"]),
    "bring_organisations": brings_a_table,
    "see_follow_up": reads(f"{HOMES}/follow-up"),
    "see_branch": reads(f"{HOMES}/branch"),
    "see_holders": reads(f"{HOMES}/holders"),
    "hand_over": lambda world, who: hand_over(who, world, f"Hal {secrets.token_hex(4)}"),
    "open_round": sends(f"{HOMES}/rounds", "Set the round", opens="{today}", due="2026-12-31"),
    "change_round": acts_on_a_round("", "Save", due="2026-12-30"),
    "withdraw_round": acts_on_a_round("/withdraw", "Withdraw the round"),
    "keep_own_entries": sends(f"{HOMES}/own/new/theme", "Save", text_en="Theme {new}"),
    "see_retention": reads("/retention"),
    "hold_workshop": sends("/retention/{workshop}/hold", why="The audit is not over"),
    "hold_plan": sends("/retention/plans/{approved}/hold", why="The audit is not over"),
}
DEEDS = {**IN_A_PLAN, **AT_THE_DESK, **IN_AN_ORGANISATION}


def deed(action: str, holder: str) -> Deed | None:
    """In a workshop for whoever sits there."""
    return (IN_A_WORKSHOP if holder in SEAT_ROLES else DEEDS).get(action)
