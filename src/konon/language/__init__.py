"""Document → Analysis: sentences, words, quotations, numbers, dates, names."""
