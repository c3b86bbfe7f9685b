"""Score the proofreading against the defects that others planted.

    .venv/bin/python tests/gold/score_proofreading.py [--write] [--misses] [FOLDER…]

A defect counts as found where a finding overlaps it or touches it; a finding that touches none is a
false alarm. A finding of a kind that was asked of another defect still finds this one: what counts
for the writer is that the place is marked. `--misses` prints both in full, `--write` stores the
figures.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "hooks"))

from corpus.check import PROOFREADING, run_checks  # noqa: E402
from corpus.load import load  # noqa: E402
from corpus.resolve import resolve  # noqa: E402
from corpus.text.diagnostic import Diagnostic  # noqa: E402
from corpus.text.source import Source, Span  # noqa: E402

FOLDERS = ("proofreading", "proofreading-blind", "proofreading-blind-2")
REPORT = HERE / "proofreading-report.json"
TODAY = "2026-11-24"
KINDS = (".md", ".txt", ".docx")


@dataclass(frozen=True)
class Defect:
    """A planted defect: where it stands in its file, and what it is."""

    file: str
    span: Span
    kind: str
    text: str
    right: str


@dataclass(frozen=True)
class Score:
    """What was found of a folder of documents."""

    defects: tuple[Defect, ...]
    found: tuple[Defect, ...]
    findings: tuple[tuple[str, Span, Diagnostic], ...]
    alarms: tuple[tuple[str, Span, Diagnostic], ...]
    clean_characters: int
    clean_alarms: int

    @property
    def recall(self) -> float:
        """Found of all defects."""
        return len(self.found) / len(self.defects)

    @property
    def precision(self) -> float:
        """True of all findings."""
        return 1 - len(self.alarms) / len(self.findings)


def documents(folder: Path) -> list[Path]:
    """The documents of a folder, sorted."""
    return sorted(path for path in folder.iterdir() if path.suffix in KINDS)


def score(folder: Path) -> Score:
    """Proofread every document of `folder` and compare with its defects.jsonl."""
    paths = documents(folder)
    corpus = load(ROOT / "docs", [str(path) for path in paths])
    pages = [page for page in corpus.pages if page.kind == "outside"]
    sources = {Path(page.source.path).name: page.source for page in pages}
    findings = []
    for finding in run_checks(resolve(corpus, TODAY, pages), PROOFREADING):
        name = Path(finding.path).name
        if name in sources and Path(finding.path).parent == folder:
            source = sources[name]
            start = offset(source, finding.line, finding.column)
            end = offset(source, finding.end_line, finding.end_column)
            findings.append((name, Span(start, end), finding))
    defects = [
        read_defect(sources, json.loads(row))
        for row in (folder / "defects.jsonl").read_text("utf-8").splitlines()
        if row
    ]
    found = [d for d in defects if any(n == d.file and touches(d.span, s) for n, s, _ in findings)]
    alarms = [f for f in findings if not any(f[0] == d.file and touches(d.span, f[1]) for d in defects)]
    dirty = {defect.file for defect in defects}
    clean = [name for name in sources if name not in dirty]
    return Score(
        tuple(defects),
        tuple(found),
        tuple(findings),
        tuple(alarms),
        sum(len(sources[name].text) for name in clean),
        sum(name in clean for name, _, _ in alarms),
    )


def read_defect(sources: dict[str, Source], row: dict[str, Any]) -> Defect:
    """A row of defects.jsonl; raises AssertionError where its text does not stand at its place."""
    source = sources[row["file"]]
    start = offset(source, row["line"], row["column"])
    span = Span(start, start + len(row["text"]))
    assert source.text[span.start : span.end] == row["text"], row
    return Defect(row["file"], span, row["kind"], row["text"], row["right"])


def offset(source: Source, line: int, column: int) -> int:
    """A place as an offset."""
    return source.line_span(line).start + column - 1


def touches(one: Span, other: Span) -> bool:
    """Whether two spans overlap or stand side by side."""
    return one.start <= other.end and other.start <= one.end


def by_check(result: Score) -> list[dict[str, Any]]:
    """Findings and false alarms of each check."""
    codes = Counter(finding.code for _, _, finding in result.findings)
    false = Counter(finding.code for _, _, finding in result.alarms)
    return [
        {"code": code, "findings": number, "precision": round(1 - false[code] / number, 4)}
        for code, number in sorted(codes.items())
    ]


def by_kind(result: Score) -> list[dict[str, Any]]:
    """Planted and found of each kind of defect."""
    planted = Counter(defect.kind for defect in result.defects)
    found = Counter(defect.kind for defect in result.found)
    return [
        {"kind": kind, "planted": number, "found": found[kind], "recall": round(found[kind] / number, 4)}
        for kind, number in sorted(planted.items())
    ]


def report(result: Score) -> dict[str, Any]:
    """The figures of a folder."""
    return {
        "defects": len(result.defects),
        "recall": round(result.recall, 4),
        "precision": round(result.precision, 4),
        "clean_characters": result.clean_characters,
        "clean_alarms": result.clean_alarms,
        "kinds": by_kind(result),
        "checks": by_check(result),
    }


def show(name: str, figures: dict[str, Any]) -> None:
    """Print the figures of a folder."""
    print(
        f"{name}: {figures['defects']} defects, recall {figures['recall']}, precision {figures['precision']};"
        f" {figures['clean_alarms']} alarms in {figures['clean_characters']} clean characters"
    )
    for row in figures["kinds"]:
        print(f"  {row['kind']:<12} {row['found']:>3} of {row['planted']}")
    for row in figures["checks"]:
        print(f"  {row['code']:<26} {row['findings']:>3} findings, precision {row['precision']}")


def show_misses(result: Score) -> None:
    """Print the defects that were missed, and the false alarms."""
    for defect in result.defects:
        if defect not in result.found:
            print(f"  missed: {defect.file} {defect.kind}: {defect.text} → {defect.right}")
    for name, _, finding in result.alarms:
        print(f"  alarm: {name}:{finding.line}:{finding.column} {finding.code}: {finding.message}")


def main(arguments: list[str]) -> int:
    """Print the figures of each folder; returns the exit code."""
    names = [name for name in arguments if not name.startswith("-")] or FOLDERS
    reports = {}
    for name in names:
        result = score(HERE / name)
        reports[name] = report(result)
        show(name, reports[name])
        if "--misses" in arguments:
            show_misses(result)
    if "--write" in arguments:
        REPORT.write_text(json.dumps(reports, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
