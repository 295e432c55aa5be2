"""Which machines fetching may reach: each name is resolved once, and the address that was looked at is connected to."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING

from konon.errors import SourceError

if TYPE_CHECKING:
    import httpx

Address = IPv4Address | IPv6Address
# Addresses that hold an IPv4 address in their last bits, for networks that have IPv6 alone: NAT64 (RFC 6052).
_HOLDING = IPv6Network("64:ff9b::/96")


def public(address: Address) -> bool:
    """Whether an address is one of the open network: not private, loopback, link-local, reserved or multicast.

    An IPv6 address that stands for an IPv4 one (mapped, 6to4, Teredo, NAT64) is as public as that.
    """
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return public(address.ipv4_mapped)
        if address in _HOLDING:
            return public(IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(public(each) for each in (address.sixtofour, *(address.teredo or ())) if each is not None):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolved(host: str) -> list[str]:
    """The addresses of a host; OSError where it has none."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be reached: `allows` tells it of an address, `resolve` gives those of a host."""

    allows: Callable[[Address], bool] = public
    resolve: Callable[[str], list[str]] = resolved

    def address(self, host: str, url: str) -> str:
        """The address to connect to for a host; SourceError where one that it has may not be reached."""
        try:
            # A zone (`fe80::1%eth0`) only names an interface.
            found = [(name, ip_address(name.partition("%")[0])) for name in self.resolve(host)]
        except (OSError, UnicodeError, ValueError) as error:
            remedy = "Check the address; is it spelled right?"
            raise SourceError("no machine has this name.", subject=url, remedy=remedy) from error
        if not found or not all(self.allows(address) for _, address in found):
            remedy = "Only pages of the open network are fetched here; save the page and add the file."
            raise SourceError("leads into a private network.", subject=url, remedy=remedy)
        return found[0][0]


def transport(reach: Reach) -> "httpx.BaseTransport":
    """What carries requests only as far as `reach` allows."""
    import httpx  # start-up: reading files needs no network

    class Bounded(httpx.BaseTransport):
        # Connections aren't kept: they are found again by their address, which hosts with other certificates share.
        _inner = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            host = request.url.host
            address = reach.address(host, str(request.url))
            # `Host` stays as it is; the certificate is asked for and checked by the name, not by the address.
            return self._inner.handle_request(httpx.Request(
                request.method, request.url.copy_with(host=address), headers=request.headers, stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            ))  # fmt: skip

        def close(self) -> None:
            self._inner.close()

    return Bounded()
