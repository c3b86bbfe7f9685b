"""A resolved corpus → the Markdown of each page; Markdown in, Markdown out."""
