"""The floors of the core, its silence, and what each check owes the reader.

text ← model ← parse ← load │ resolve │ compare ← check │ render ← edges: imports point strictly
down, stages on one floor do not see each other, the files of one stage may.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.check import CHECKS, RULES, unused_suppression

HOOKS = Path(__file__).parents[1] / "hooks"
FLOORS = (("text",), ("model",), ("parse",), ("load", "resolve", "compare"), ("check", "render"))
FLOOR = {stage: floor for floor, stages in enumerate(FLOORS) for stage in stages}
NO_CHECK = {"__init__", "report"}
MODULE_LINES, FUNCTION_LINES = 250, 40  # alarms; the aim is 200 and 25

SPEAKERS = {"argparse", "click", "getopt", "logging", "optparse", "rich", "sys", "warnings"}
DISK_MODULES = {"codecs", "fileinput", "glob", "io", "os", "shutil", "socket", "subprocess", "tempfile"}
DISK_CALLS = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "scandir",
    "exists", "is_file", "is_dir", "stat", "listdir", "unlink", "mkdir",
}  # fmt: skip

FILES = sorted(HOOKS.rglob("*.py"))
CORE = [path for path in FILES if path.is_relative_to(HOOKS / "corpus")]
EDGES = [path for path in FILES if path not in CORE]


def name_of(path: Path) -> str:
    return path.relative_to(HOOKS).as_posix()


def stage_of(path: Path) -> str:
    """The stage of a file of the core; "" for the package itself."""
    return path.relative_to(HOOKS / "corpus").with_suffix("").parts[0].removeprefix("__init__")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The full name of everything that a file imports; also inside functions and conditions."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: relative imports fail in a hook"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported(path: Path) -> set[str]:
    """The first word of each import."""
    return {name.partition(".")[0] for name in imports(path)}


def calls(path: Path) -> Iterator[str]:
    """The last word of everything that a file calls: `open`, and `read_text` of `path.read_text()`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            target = node.func
            yield target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def test_every_stage_has_a_floor() -> None:
    assert {stage_of(path) for path in CORE} - {""} <= FLOOR.keys()


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_imports_point_strictly_down(path: Path) -> None:
    stage = stage_of(path)
    seen = {name.split(".")[1] for name in imports(path) if name.startswith("corpus.")}
    above = {other for other in seen if other != stage and FLOOR[other] >= FLOOR.get(stage, 0)}
    assert not above, f"{stage} must not import {above}"


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_knows_no_edge(path: Path) -> None:
    edges = {edge.relative_to(HOOKS).with_suffix("").parts[0] for edge in EDGES}
    assert not imported(path) & (edges | {"mkdocs", "material"})


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_prints_nothing_and_parses_no_arguments(path: Path) -> None:
    assert not imported(path) & SPEAKERS
    assert not set(calls(path)) & {"print", "input", "echo", "exit", "breakpoint"}


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_is_told_what_day_it_is(path: Path) -> None:
    assert not set(calls(path)) & {"now", "today", "utcnow", "localtime", "gmtime", "time"}


@pytest.mark.parametrize("path", [path for path in CORE if stage_of(path) != "load"], ids=name_of)
def test_only_load_reads_the_disk(path: Path) -> None:
    assert not set(calls(path)) & DISK_CALLS
    assert not imported(path) & DISK_MODULES
    assert "pathlib.Path" not in imports(path)


@pytest.mark.parametrize("path", EDGES, ids=name_of)
def test_one_edge_imports_mkdocs(path: Path) -> None:
    assert ("mkdocs" in imported(path)) == (name_of(path) == "mkdocs_events.py")


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_size(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MODULE_LINES
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= FUNCTION_LINES, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_names_say_what_is_inside(path: Path) -> None:
    catch_all = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "tools"}
    assert not catch_all & set(path.relative_to(HOOKS).with_suffix("").parts)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_module_states_its_intent(path: Path) -> None:
    assert ast.get_docstring(tree(path)) or not path.read_text("utf-8").strip()


CHECK_FILES = {path.stem for path in (HOOKS / "corpus" / "check").glob("*.py")} - NO_CHECK


def test_every_check_is_listed() -> None:
    listed = [check.__name__.rpartition(".")[2] for check in (*CHECKS, unused_suppression)]
    assert sorted(listed) == sorted(CHECK_FILES)


@pytest.mark.parametrize("check", list(CHECKS), ids=lambda check: check.__name__)
def test_a_check_checks(check: object) -> None:
    assert callable(getattr(check, "check", None))


@pytest.mark.parametrize(("code", "document"), RULES, ids=[code for code, _ in RULES])
def test_a_check_explains_itself(code: str, document: str) -> None:
    title, _, rest = document.partition("\n\n")
    assert "\n" not in title
    assert any("\u4e00" <= character <= "\u9fff" for character in title)
    parts = [rest.find(f"**{part}**：") for part in ("查什么", "为什么", "例", "改法")]
    assert -1 not in parts, code
    assert parts == sorted(parts)
