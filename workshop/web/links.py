"""The address of a link that makes an account or brings a role."""

from flask import url_for

from workshop.config import settings_of


def address_of(token: str) -> str:
    address, path = settings_of().address.rstrip("/"), url_for("accounts.take_invitation", token=token)
    return address + path if address else url_for("accounts.take_invitation", token=token, _external=True)
