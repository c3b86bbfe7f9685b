"""Draw ten composed cases by a seed and print their 案情 alone, for readers who did not write them.

    .venv/bin/python tests/gold/draw_cases.py FOLDER

The readers name the article and the sanction from the story; what they named stands in
blind-reading.csv.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from corpus.load import load  # noqa: E402

SEED = 20261124


def main() -> None:
    """Write one file a case into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    corpus = load(ROOT / "docs")
    composed = [case for case in corpus.cases if case.provenance.kind == "composed"]
    for case in random.Random(SEED).sample(composed, 10):
        page = corpus.page(f"cases/{case.slug}.md")
        assert page is not None
        story = re.search(r"^## 案情\n(.*?)(?=^## )", page.body, re.MULTILINE | re.DOTALL)
        assert story is not None
        (folder / f"{case.slug}.txt").write_text(story[1].strip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
