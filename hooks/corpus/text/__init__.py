"""Texts and places in them: positions, findings, front matter, markup masks, numerals."""
