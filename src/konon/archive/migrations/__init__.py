"""How the tables of an archive came about, step by step; a step is never changed once it is released."""
