"""Trains the reader model: from treebanks, names and whole reports to the file that the package ships."""
