"""Signing in at somebody else's: OpenID Connect, code flow. A provider is believed as far as it proves.

`fetching` asks, `discovery` knows the provider, `exchange` makes a code into claims, `tokens` doubts them,
`claims` reads who somebody is and what they are given, `secrecy` keeps what must not be read.
"""
