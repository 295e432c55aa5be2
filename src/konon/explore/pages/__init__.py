"""The pages of the explorer, one a file: its context as a dataclass, and the address that it stands at."""
