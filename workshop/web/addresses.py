"""Addresses that came from outside."""


def own_path(address: str | None, otherwise: str = "/") -> str:
    """The address if it is a path of ours, another one otherwise: nobody is sent to another place."""
    own = address and address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if own and address else otherwise
