"""Reports in: bytes, files, pages, feeds → Document."""
