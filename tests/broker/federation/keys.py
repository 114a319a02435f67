"""Keys with certificates of their own, and what bears them."""

import subprocess
from pathlib import Path


def pair(folder: Path, name: str) -> dict[str, str]:
    """A new key and its certificate, as pysaml2 wants them named."""
    key, crt = folder / f"{name}.key", folder / f"{name}.crt"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}"]
    subprocess.run([*made, "-keyout", key, "-out", crt], check=True, capture_output=True)
    return {"key_file": str(key), "cert_file": str(crt)}
