"""One pass over texts that do not repeat, in a process that has read nothing yet: prints its seconds."""

from __future__ import annotations

import sys

from bench import ROOT
from bench.contenders import ours
from bench.measure import seconds_of
from bench.texts import chinese
from corpus.load import load


def main(megabytes: float, today: str) -> None:
    """Read at most all of our pages once."""
    corpus = load(ROOT / "docs")
    once = chinese(corpus)
    texts = once.repeated(min(megabytes, once.megabytes))
    sys.stdout.write(f"{texts.megabytes} {seconds_of(ours(corpus, texts, today).read)}\n")


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2])
