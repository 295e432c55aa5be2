"""What a site's robots.txt allows."""


class Rules:
    """The rules of one robots.txt for one user agent."""

    def __init__(self, text: str, agent: str) -> None:
        # Sites address a program by the first word of what it calls itself.
        words = agent.replace("/", " ").split(maxsplit=1)
        self._agent = words[0] if words else "*"
        from urllib.robotparser import RobotFileParser  # start-up: it brings the whole of urllib and ssl

        self._parser = RobotFileParser()
        self._parser.parse(text.removeprefix("\ufeff").splitlines())

    def allows(self, url: str) -> bool:
        """Whether the page may be fetched."""
        return self._parser.can_fetch(self._agent, url)

    @property
    def delay(self) -> float | None:
        """The seconds that the site wants between two requests, where it says so."""
        given = self._parser.crawl_delay(self._agent)
        return float(given) if given is not None else None
