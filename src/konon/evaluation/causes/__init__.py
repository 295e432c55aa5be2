"""What decided a part wrongly, and what stood in the place of one that was missed: a few words for each mistake."""
