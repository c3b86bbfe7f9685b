"""Score the citation grammar on the gold set, form by form, and against the committed report.

    .venv/bin/python tests/gold/score_citations.py            print the scores, gains and losses
    .venv/bin/python tests/gold/score_citations.py --write    commit them to citations-report.json

A citation counts as found where its span is exact. Exact pinpoint and exact regulation are shares
of the found ones; verdict is the share of the found ones whose verdict agrees.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
REPORT = HERE / "citations-report.json"
sys.path.insert(0, str(ROOT / "hooks"))

from command_line.citations import as_json  # noqa: E402
from corpus.load import load  # noqa: E402
from corpus.resolve import resolve_text  # noqa: E402
from corpus.text.source import Source  # noqa: E402

MEASURES = ("found", "pinpoint", "regulation", "verdict")


def rows() -> Iterator[dict[str, Any]]:
    """The gold rows in order."""
    for line in (HERE / "citations.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def score() -> dict[str, Any]:
    """Counts by form, totals, and the ids of every citation that is missed, wrong or invented."""
    corpus = load(ROOT / "docs")
    forms: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(("gold", *MEASURES), 0))
    faults: dict[str, list[str]] = {name: [] for name in (*MEASURES, "extra")}
    predicted = 0
    for row in rows():
        source = Source("-", row["text"])
        found = {(c["start"], c["end"]): c for c in map(as_json, resolve_text(corpus, source, row["today"]))}
        predicted += len(found)
        gold = {(c["start"], c["end"]): c for c in row["citations"]}
        for span, want in gold.items():
            results = _compare(want, found.get(span))
            for name, right in results.items():
                forms[want["form"]][name] += right
                if not right:
                    faults[name].append(f"{row['id']}:{want['text']}")
            forms[want["form"]]["gold"] += 1
        faults["extra"] += [f"{row['id']}:{c['text']}" for span, c in found.items() if span not in gold]
    return {"predicted": predicted, "forms": dict(sorted(forms.items())), "faults": faults}


def _compare(want: dict[str, Any], got: dict[str, Any] | None) -> dict[str, bool]:
    if got is None:
        return dict.fromkeys(MEASURES, False)
    regulation = (got["regulation"], got["edition"]) == (want["regulation"], want["edition"])
    return {
        "found": True,
        "pinpoint": got["refs"] == want["refs"],
        "regulation": regulation,
        "verdict": got["verdict"] == want["verdict"],
    }


def totals(report: dict[str, Any]) -> dict[str, float]:
    """Precision, recall, and the exact shares over all forms."""
    count = {name: sum(form[name] for form in report["forms"].values()) for name in ("gold", *MEASURES)}
    found = count["found"]
    return {
        "precision": found / report["predicted"],
        "recall": found / count["gold"],
        "exact pinpoint": count["pinpoint"] / found,
        "exact regulation and edition": count["regulation"] / found,
        "verdict": count["verdict"] / found,
    }


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What one report has right that the other has wrong: `-` a loss, `+` a gain."""
    lines = []
    for name in (*MEASURES, "extra"):
        old, new = set(before["faults"][name]), set(after["faults"][name])
        lines += [f"- {name} {fault}" for fault in sorted(new - old)]
        lines += [f"+ {name} {fault}" for fault in sorted(old - new)]
    return lines


def main() -> int:
    """Print the scores; returns 1 where anything is lost against the committed report."""
    report = score()
    print(f"{'form':24} {'gold':>5} " + " ".join(f"{name:>10}" for name in MEASURES))
    for name, form in report["forms"].items():
        print(f"{name:24} {form['gold']:5} " + " ".join(f"{form[m] / form['gold']:10.3f}" for m in MEASURES))
    for name, value in totals(report).items():
        print(f"{name}: {value:.4f}")
    before = json.loads(REPORT.read_text("utf-8")) if REPORT.exists() else report
    difference = changes(before, report)
    print("\n".join(difference) or "no change against the committed report")
    if "--write" in sys.argv:
        REPORT.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
        return 0
    if "--faults" in sys.argv:
        print(json.dumps(report["faults"], ensure_ascii=False, indent=1))
    return int(any(line.startswith("-") for line in difference))


if __name__ == "__main__":
    sys.exit(main())
