"""Every table of the place. What happens in workshops is in `log` and `event`; the rest is who, where and what right.

Names of people stand here and never in an event, so that they can be struck without touching a log.
"""

from workshop.store.tables.accounts import AccountRow, InvitationRow, LoginRow
from workshop.store.tables.base import ID, KEY, Table
from workshop.store.tables.following import (
    BranchAlikeRow,
    BranchDrawnRow,
    CheckInLinkRow,
    FollowRoundRow,
    PlanCountedRow,
    PlanFigureRow,
    PlanFollowedRow,
    PlanJoinedRow,
    PlanOutlookRow,
    PlanRecipeRow,
    PlanTermRow,
    PlanVersionRow,
    RoleHolderRow,
)
from workshop.store.tables.letters import BounceRow, LetterPartRow, LetterRow
from workshop.store.tables.logs import AnswerRow, EventRow, LogRow
from workshop.store.tables.organisations import OrganisationPlaceRow, OrganisationRoleRow, OrganisationRow
from workshop.store.tables.own import OwnEntryRow
from workshop.store.tables.plans import PlanFileRow, PlanGuestRow, PlanLinkRow, PlanPersonRow, PlanRow
from workshop.store.tables.providers import IdentityRow, ProviderRow, ProviderRuleRow, SpentStateRow
from workshop.store.tables.shelf import (
    AuditRow,
    PackConfirmationRow,
    PackEditionRow,
    PackMappingRow,
    PackRow,
    TemplateRow,
    TransferRow,
)
from workshop.store.tables.tokens import TokenAnswerRow, TokenRow
from workshop.store.tables.workshops import InsightRow, PersonRow, WorkshopRow

__all__ = [
    "ID",
    "KEY",
    "AccountRow",
    "AnswerRow",
    "AuditRow",
    "BounceRow",
    "BranchAlikeRow",
    "BranchDrawnRow",
    "CheckInLinkRow",
    "EventRow",
    "FollowRoundRow",
    "IdentityRow",
    "InsightRow",
    "InvitationRow",
    "LetterPartRow",
    "LetterRow",
    "LogRow",
    "LoginRow",
    "OrganisationPlaceRow",
    "OrganisationRoleRow",
    "OrganisationRow",
    "OwnEntryRow",
    "PackConfirmationRow",
    "PackEditionRow",
    "PackMappingRow",
    "PackRow",
    "PersonRow",
    "PlanCountedRow",
    "PlanFigureRow",
    "PlanFileRow",
    "PlanFollowedRow",
    "PlanGuestRow",
    "PlanJoinedRow",
    "PlanLinkRow",
    "PlanOutlookRow",
    "PlanPersonRow",
    "PlanRecipeRow",
    "PlanRow",
    "PlanTermRow",
    "PlanVersionRow",
    "ProviderRow",
    "ProviderRuleRow",
    "RoleHolderRow",
    "SpentStateRow",
    "Table",
    "TemplateRow",
    "TokenAnswerRow",
    "TokenRow",
    "TransferRow",
    "WorkshopRow",
]
