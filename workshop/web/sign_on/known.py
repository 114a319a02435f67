"""Providers as this place knows them: from a row to whom we ask there."""

from flask import current_app

from workshop import store
from workshop.clock import now
from workshop.config import settings_of
from workshop.signon import secrecy
from workshop.signon.discovery import Client, Known, Providers
from workshop.store import providers as kept
from workshop.store.tables import ProviderRow


def providers_of() -> Providers:
    return current_app.extensions["providers"]


def client_of(row: ProviderRow) -> Client:
    return Client(row.issuer, row.client, secret_of(row), row.scopes, hosts_of(row))


def hosts_of(row: ProviderRow) -> frozenset[str]:
    return frozenset(row.hosts.lower().split())


def secret_of(row: ProviderRow) -> str:
    if row.variable:
        return secrecy.from_variable(row.variable)
    return secrecy.opened(row.secret, settings_of().secret_key) if row.secret else ""


def described(row: ProviderRow) -> Known:
    return providers_of().known(client_of(row), now())


def leads_out(row: ProviderRow) -> bool:
    """Whether there is a page for signing out there: so unless it is remembered that there is none."""
    known = providers_of().remembered(row.issuer, hosts_of(row))
    return known is None or isinstance(known.described.get("end_session_endpoint"), str)


def offered() -> list[ProviderRow]:
    """Those at which people can sign in today."""
    with store.reading() as db:
        return [row for row in kept.open_ones(db) if row.client]
