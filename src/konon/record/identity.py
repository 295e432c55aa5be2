"""Ids made from content: the same thing has the same id on each machine and in each run."""

import hashlib


def identity(prefix: str, *parts: object) -> str:
    """`prefix` and twelve hexadecimal digits of the SHA-256 over the parts, in their order."""
    content = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}{hashlib.sha256(content.encode()).hexdigest()[:12]}"
