"""The attributes of the state's federation that are read, by their names on the wire."""

NAMES = {
    "urn:oid:1.3.6.1.4.1.31350.1.8": "virtuLocalID",
    "urn:oid:1.3.6.1.4.1.31350.1.5": "virtuHomeOrganization",
    "urn:oid:1.3.6.1.4.1.31350.1.4": "virtuPersonEntitlement",
    "urn:oid:2.5.4.3": "cn",
    "urn:oid:2.5.4.42": "givenName",
    "urn:oid:2.5.4.4": "sn",
}

MAP = {
    "identifier": "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
    "fro": NAMES,
    "to": {name: wire for wire, name in NAMES.items()},
}
