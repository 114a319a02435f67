"""The code flow: the address to which a browser is sent, and what its code brings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from authlib.common.urls import add_params_to_uri
from authlib.oauth2.auth import ClientAuth, encode_client_secret_basic
from authlib.oauth2.base import OAuth2Error
from authlib.oauth2.client import OAuth2Client

from workshop import limits
from workshop.signon import tokens
from workshop.signon.discovery import Client, Known, Providers
from workshop.signon.tokens import Expected
from workshop.signon.turned import Turned


@dataclass(frozen=True)
class Attempt:
    """One signing in under way: what was sent along, and must come back."""

    state: str
    nonce: str
    verifier: str
    back: str
    """The address of ours to which the provider sends the browser."""


def door(client: Client, known: Known, attempt: Attempt, anew: bool) -> str:
    """The provider's page for signing in; `anew` asks who it is even where they are signed in there."""
    asked = {"prompt": "login", "max_age": "0"} if anew else {}
    url, _state = _oauth(client, attempt.back).create_authorization_url(
        known.address("authorization_endpoint"), attempt.state, attempt.verifier, nonce=attempt.nonce, **asked
    )
    return url


def way_out(client: Client, known: Known, back: str) -> str:
    """The provider's page for signing out there."""
    url = known.address("end_session_endpoint")
    return add_params_to_uri(url, [("client_id", client.id), ("post_logout_redirect_uri", back)])


def code_of(answer: Mapping[str, str], client: Client, known: Known) -> str:
    """The code that came with the browser; another provider's answer is not taken for this one's."""
    issuer = answer.get("iss")
    required = known.described.get("authorization_response_iss_parameter_supported") is True
    if (issuer is not None or required) and issuer != client.issuer:
        raise Turned("untrusted", "another issuer's answer")
    if error := answer.get("error"):
        denied = error in ("access_denied", "login_required", "interaction_required", "consent_required")
        raise Turned("denied" if denied else "away", f"said {''.join(filter(str.isalnum, error))[:60]}")
    code = answer.get("code", "")
    if not 0 < len(code) <= limits.PROVIDER_CODE_LETTERS:
        raise Turned("untrusted", "no code")
    return code


def claims_for(code: str, client: Client, providers: Providers, attempt: Attempt, at: datetime) -> Mapping[str, Any]:
    """What the provider says of whoever brought this code, all of it proven or asked for by us."""
    known = providers.known(client, at)
    token = token_for(code, client, known, attempt)
    expected = Expected(client.issuer, client.id, attempt.nonce, token["access_token"])
    try:
        claims = tokens.read(token["id_token"], known.keys, expected, at)
    except Turned:
        newer = providers.known(client, at, renewed=True)
        if newer is known:
            raise
        claims = tokens.read(token["id_token"], newer.keys, expected, at)
    return {**userinfo(client, known, token["access_token"], claims["sub"]), **claims}


def token_for(code: str, client: Client, known: Known, attempt: Attempt) -> Mapping[str, str]:
    try:
        token = _oauth(client, attempt.back).fetch_token(
            known.address("token_endpoint"),
            grant_type="authorization_code",
            code=code,
            code_verifier=attempt.verifier,
        )
    except OAuth2Error as error:
        raise Turned("untrusted", f"token refused: {''.join(filter(str.isalnum, str(error.error)))[:60]}") from None
    except ValueError:
        raise Turned("untrusted", "token: no JSON object") from None
    wanted = {name: token.get(name) for name in ("access_token", "id_token")}
    if not all(isinstance(value, str) and value.isascii() and value.isprintable() for value in wanted.values()):
        raise Turned("untrusted", "token: something is missing")
    if str(token.get("token_type", "")).lower() != "bearer":
        raise Turned("untrusted", "token: of another type")
    return {name: str(value) for name, value in wanted.items()}


def userinfo(client: Client, known: Known, access_token: str, subject: str) -> Mapping[str, Any]:
    """What it says besides, if it has an address for that; of the same person, or all is refused."""
    if "userinfo_endpoint" not in known.described:
        return {}
    url = known.address("userinfo_endpoint")
    told = client.fetch.get(url, {"Authorization": f"Bearer {access_token}"}).told()
    if told.get("sub") != subject:
        raise Turned("untrusted", "tells of somebody else")
    return told


# -- Authlib's client, with this house's way of asking --------------------------------------------------------------


def _oauth(client: Client, back: str) -> OAuth2Client:
    made = OAuth2Client(
        client.fetch,
        client.id,
        client.secret,
        token_endpoint_auth_method="quoted_basic" if client.secret else "none",
        scope=client.scopes,
        redirect_uri=back,
        code_challenge_method="S256",
    )
    made.register_client_auth_method(("quoted_basic", _quoted_basic))
    return made


def _quoted_basic(auth: ClientAuth, method: str, url: str, headers: dict[str, str], body: str) -> Any:
    """Id and secret are form-encoded before they are joined (RFC 6749, 2.3.1); Authlib joins them as they are."""
    quoted = ClientAuth(quote(auth.client_id, ""), quote(auth.client_secret, ""))
    return encode_client_secret_basic(quoted, method, url, headers, body)
