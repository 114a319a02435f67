"""Who may do what, said the other way round than the table of rights does: by who it is, all that they may.

`permissions.toml` is held to it, so that a right that is taken away or given by mistake does not pass: whoever changes
one says so twice.
"""

from collections.abc import Mapping

ACTIONS: Mapping[str, str] = {
    # In a workshop
    "host system": "SetUp SetAgenda BringLevels BringCard",
    "host cohost system": """
        AddStep ReviseStep SetOption DropStep MoveStep FormGroups AddGroup ReviseGroup PutInGroup""",
    "host cohost participant screen observer": "Join ReviseSeat",
    "host": "SetRole NameDecider RemoveSeat MergeSeats",
    "host cohost": """
        MergeGroups OpenStep Reveal CloseStep LetAhead StartTimer PauseTimer ResumeTimer AddTime StopTimer Show
        Spotlight Freeze AnswerHelp SendNote look_in TakeOut PutBack see_drafts_of_groups print_paper""",
    "participant": "AskForHelp",
    "host cohost participant": """
        MarkReady AddCard ReviseCard ChooseWording CheckWording WithdrawCard PlaceCards MergeClusters MarkCardReady
        MuteHint Undo GiveMark Pick GiveDots PlaceOnMatrix Choose GiveConfidence StartRound AgreeLevel Decide""",
    "host cohost editor": "Proxy bring_workbook bring_document",
    # In a plan
    "editor:here": "be_editor",
    "approver:here": "be_approver",
    "reader:here facilitator:here steering:here administrator:here": "be_reader",
    "reader:below editor:below approver:below steering:below administrator:below": """
        be_follower see_follow_up see_branch""",
    "editor token": """
        DraftPlan ReviseField SettleField AddLine DropLine PutLineBack MoveLine LeaveThemeOut KeepVersion""",
    "editor": """
        PlacePlan OpenCommentRound CloseCommentRound AnswerComment SendForApproval TakeBackFromApproval RecordApproval
        OpenAmendment DecideOnGoals WithdrawDecision TakeInOwn ReadBranch AskUnits RemindUnits ReturnSubmission
        AcceptSubmission EndAsking submit_plan invite_to_plan make_comment_link""",
    "editor approver reader guest": "AddComment",
    "editor approver": "ConfirmPlan ClosePlan ReopenPlan",
    "editor:here approver:here": "confirm_for_organisation",
    "approver": "ReturnPlan OverruleFinding ApprovePlan",
    "editor holder token": "EnterFigure WithdrawFigure TellProgress GiveBaseline",
    "unit": "SubmitPlan",
    "editor approver reader plans:read:here": "read_plan",
    "editor approver reader follower plans:read:below": "read_approved",
    "editor plans:write:here": "change_plan",
    "exports:read:below": "take_files_of_plan take_files_of_organisation",
    "readings:read:below": "read_figures",
    "readings:write:here": "enter_figures",
    # At the desk
    "facilitator administrator member": "see_plans see_workshops see_own_logins",
    "facilitator administrator facilitator:anywhere editor:anywhere": "start_plan",
    "facilitator administrator facilitator:anywhere editor:anywhere administrator:anywhere": """
        see_templates bring_template""",
    "facilitator administrator facilitator:here editor:below plans:write:here": "start_plan_for",
    "facilitator administrator facilitator:anywhere": "set_up_workshop see_transfers",
    "facilitator administrator facilitator:anywhere packs:read:anywhere": "see_packs",
    "facilitator administrator facilitator:here editor:here administrator:below": "bring_template_for",
    "facilitator:own administrator:own member:own": "run_workshop",
    "facilitator:own administrator member:own": "change_template",
    "administrator": """
        see_people invite revoke_invitation close_account see_providers change_provider confirm_wording bring_pack
        change_mapping confirm_mapping see_mail send_again say_bounced bring_template_for_everybody change_transfer
        confirm_transfer bring_organisations read_workshop see_health find_person export_person
        erase_person""",
    # In an organisation
    """administrator administrator:anywhere facilitator:anywhere editor:anywhere approver:anywhere reader:anywhere
        steering:anywhere organisations:read:anywhere""": "see_organisations",
    """administrator administrator:below steering:below facilitator:here editor:here approver:here reader:below
        organisations:read:below""": "see_organisation",
    "administrator administrator:below": """
        change_organisation add_organisation place_organisation end_organisation give_role give_token hold_workshop
        hold_plan see_trail_of""",
    "administrator administrator:below editor:here approver:here reader:here facilitator:here": "see_holders",
    "administrator administrator:below editor:here": """
        hand_over keep_own_entries""",
    "administrator administrator:below editor:here rounds:write:here": "open_round change_round withdraw_round",
    "administrator administrator:anywhere": "see_retention see_administration see_trail",
}
WHO_MAY = {action: frozenset(who.split()) for who, actions in ACTIONS.items() for action in actions.split()}
