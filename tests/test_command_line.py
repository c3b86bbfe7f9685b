"""`python hooks check` and `python hooks citations`, run as people and other programs run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

HOOKS = Path(__file__).parents[1] / "hooks"
Lay = Callable[[Mapping[str, str | bytes | None]], Path]
BAD = "# 坏引用\n\n前一段。\n\n《廉洁办事条例》第十三条。\n"
FOUND = "《云岭县党员干部廉洁办事条例》（2024年）最后一条是第十二条，没有第十三条"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command in the folder that holds `docs`."""

    def command(
        *arguments: str, given: str | bytes | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, str(HOOKS), *arguments],
            cwd=tmp_path,
            env=os.environ | variables,
            input=given.encode() if isinstance(given, str) else given,
            capture_output=True,
            check=False,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in out + err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return command


def test_a_clean_site(lay: Lay, run: Run) -> None:
    lay({})
    done = run("check", "--today", "2026-11-24")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"查了27个文件、\d+处引用（其中0处未核对）、\d+处术语：没有问题。\n", done.stdout)


def test_a_finding_as_text(lay: Lay, run: Run) -> None:
    lay({"bad.md": BAD})
    done = run("check")
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[0] == f"docs/bad.md:5:1: missing-provision: {FOUND}。最接近：第十二条"
    assert lines[1].startswith("查了28个文件、")
    assert lines[1].endswith("：1个问题。")


def test_a_finding_as_json(lay: Lay, run: Run) -> None:
    lay({"bad.md": BAD + "\n《公务接待条例》第三条，《廉洁办事条例》（2019年），购物卡。\n"})
    done = run("check", "--format", "json", "docs/bad.md")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report == {
        "diagnostics": [
            {
                "code": "missing-provision",
                "path": "docs/bad.md",
                "line": 5,
                "column": 1,
                "end_line": 5,
                "end_column": 13,
                "text": "《廉洁办事条例》第十三条",
                "message": FOUND,
                "hint": "最接近：第十二条",
                "suggestion": "《廉洁办事条例》第十二条",
            }
        ],
        "checked": {"files": 1, "citations": 3, "unchecked": 1, "terms": 1},
    }


def test_a_finding_as_json_has_all_its_keys_though_they_say_nothing(lay: Lay, run: Run) -> None:
    lay({"bad.md": "# 坏引用\n\n《机关食堂管理办法》第三条。\n", "cases/x.md": b"\xff"})
    report = json.loads(run("check", "--format", "json").stdout)
    keys = (
        "code",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "text",
        "message",
        "hint",
        "suggestion",
    )
    assert [set(found) for found in report["diagnostics"]] == [set(keys)] * 2
    assert [(found["text"], found["suggestion"]) for found in report["diagnostics"]] == [
        ("《机关食堂管理办法》第三条", ""),
        ("", ""),
    ]


def test_a_clean_site_as_workflow_commands(lay: Lay, run: Run) -> None:
    lay({})
    done = run("check", "--format", "github")
    assert done.returncode == 0
    assert "::error" not in done.stdout
    assert done.stdout.endswith("没有问题。\n")


def test_a_finding_as_a_workflow_command(lay: Lay, run: Run) -> None:
    lay({"甲,乙:丙%.md": BAD})
    done = run("check", "--format", "github")
    assert done.returncode == 1
    place = "file=docs/甲%2C乙%3A丙%25.md,line=5,col=1,endLine=5,endColumn=13"
    annotation = f"::error {place},title=missing-provision::{FOUND}。最接近：第十二条"
    assert done.stdout.splitlines() == [annotation, "1个问题。"]


def test_today_chooses_the_edition(lay: Lay, run: Run) -> None:
    lay({"bad.md": "# 旧版\n\n《廉洁办事条例》第八条、第九条。\n"})
    assert run("check", "docs/bad.md", "--today", "2024-07-01").returncode == 0
    done = run("check", "docs/bad.md", "--today", "2024-06-30")
    assert done.returncode == 1
    assert "（2019年）共8条，没有第九条" in done.stdout


PATHS = [
    (["{docs}/cases"], {"cases/a.md", "cases/b.md"}),
    (["docs/cases/a.md", "./docs/cases/../x/"], {"cases/a.md", "x/c.md"}),
    (["."], {"cases/a.md", "cases/b.md", "x/c.md"}),
]


def test_paths_below_docs_limit_what_is_reported(lay: Lay, run: Run) -> None:
    docs = lay({"x/c.md": BAD})
    case = (docs / "cases/returned-basket.md").read_text(encoding="utf-8")
    lay({f"cases/{name}.md": case.replace("第七条之内", "第七十条之内") for name in ("a", "b")})
    with ThreadPoolExecutor() as pool:
        given = [[path.format(docs=docs) for path in paths] for paths, _ in PATHS]
        found = pool.map(lambda paths: run("check", "--format", "json", *paths), given)
    for done, (_, files) in zip(found, PATHS, strict=True):
        report = json.loads(done.stdout)
        assert {finding["path"] for finding in report["diagnostics"]} == {f"docs/{file}" for file in files}
        assert done.returncode == 1


def test_texts_outside_docs(lay: Lay, run: Run, tmp_path: Path) -> None:
    lay({"bad.md": BAD, "about.md": "# 关于\n\n《廉洁办事条例》第十四条。\n\n## 勘误\n"})
    speech = "一、《廉洁办事条例》第十三条。\n二、第七条给予严厉警告。\n"
    (tmp_path / "讲稿.txt").write_text(speech, encoding="utf-8")
    (tmp_path / "旧讲稿.txt").write_bytes(speech.encode("gb18030"))
    (tmp_path / "about.md").write_text(f"{BAD}\n[断链](no.md)\n", encoding="utf-8")
    texts = ("讲稿.txt", "旧讲稿.txt", "about.md", "docs/about.md", "讲稿.txt")
    report = json.loads(run("check", "--format", "json", *texts).stdout)
    assert [(found["path"], found["line"], found["code"]) for found in report["diagnostics"]] == [
        ("about.md", 5, "missing-provision"),
        ("docs/about.md", 3, "missing-provision"),  # a page of its own, though of the same name
        ("旧讲稿.txt", 1, "unreadable-file"),
        ("讲稿.txt", 1, "missing-provision"),
        ("讲稿.txt", 2, "ambiguous-citation"),
        ("讲稿.txt", 2, "forbidden-variant"),
    ]
    assert report["checked"]["files"] == 3


WRONG = [
    (["check", "--fix"], "--fix"),
    (["check", "--format", "xml"], "xml"),
    (["check", "docs/gone.md"], "没有文件或目录“docs/gone.md”"),
    (["check", "other"], "“other”是目录"),
    (["check", "--today", "2026-02-30"], "2026-02-30"),
    (["check", "--official", "honest-service/2024=gone.txt"], "gone.txt"),
    (["chek"], "chek"),
    (["citations"], "缺少参数"),
    (["citations", "gone.txt"], "没有文件“gone.txt”"),
    (["citations", "-", "--docs", "gone"], "没有内容目录“gone”"),
]


def test_the_tool_could_not_run(lay: Lay, run: Run, tmp_path: Path) -> None:
    lay({})
    (tmp_path / "other").mkdir()
    with ThreadPoolExecutor() as pool:
        found = pool.map(lambda row: run(*row[0], given=""), WRONG)
    for done, (_, words) in zip(found, WRONG, strict=True):
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr


def test_without_a_docs_folder(run: Run) -> None:
    done = run("check")
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有内容目录“docs”" in done.stderr


def test_broken_files_are_findings(lay: Lay, run: Run) -> None:
    docs = lay({
        "cases/gbk.md": "# 标题".encode("gb18030"),
        "cases/head.md": "---\ntitle: [\n---\n# 标题\n",
        "cases/empty.md": "",
        "cases/no-head.md": "# 没有文件头\n",
        "glossary/alias.md": "---\nterm: &a [*a]\n---\n",
        "regulations/honest-service/2024/provisions.json": "{}",
        "regulations/thrift-opinion/index.md": "没有文件头",
        "regulations/honest-service/2024/chapter-09.md": "## 第九九十条\n\n第九九款：读不出。\n\n| 款 |\n",
        "provisions.json": "{}",
    })  # fmt: skip
    (docs / "loop").symlink_to(".")
    name = os.fsencode(docs) + b"/cases/" + "案例.md".encode("gb18030")
    Path(os.fsdecode(name)).write_text(BAD, encoding="utf-8")
    done = run("check", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    paths = {found["path"].removeprefix("docs/") for found in json.loads(done.stdout)["diagnostics"]}
    assert paths == {
        r"cases/\xb0\xb8\xc0\xfd.md",
        "cases/gbk.md",
        "cases/head.md",
        "cases/empty.md",
        "cases/no-head.md",
        "glossary/alias.md",
        "regulations/honest-service/2024/provisions.json",
        "regulations/honest-service/2024/chapter-09.md",
        "regulations/thrift-opinion/index.md",
        "provisions.json",
        "loop",
    }


def test_an_official_text_for_one_run(lay: Lay, run: Run, tmp_path: Path) -> None:
    docs = lay({})
    official = Path(__file__).parent / "site/official/honest-service/2024.txt"
    text = official.read_text(encoding="utf-8").replace(
        "给予撤销党内职务或者留党察看处分", "给予留党察看处分"
    )
    (tmp_path / "新.txt").write_text(text, encoding="utf-8")
    before = sorted(docs.rglob("*"))
    done = run("check", "--official", "honest-service/2024=新.txt")
    assert done.returncode == 1
    codes = {line.split(": ")[1] for line in done.stdout.splitlines()[:-1]}
    assert codes == {"tier-mismatch", "changed-provision"}
    assert sorted(docs.rglob("*")) == before


BLOCKER = """\
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("mkdocs", "material", "jinja2"):
            raise ImportError(name)

sys.meta_path.insert(0, Blocker())
"""


def test_without_mkdocs(lay: Lay, run: Run, tmp_path: Path) -> None:
    lay({"bad.md": BAD})
    (tmp_path / "blocked").mkdir()
    (tmp_path / "blocked/sitecustomize.py").write_text(BLOCKER, encoding="utf-8")
    path = str(tmp_path / "blocked")
    blocked = subprocess.run(
        [sys.executable, "-c", "import mkdocs"],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        check=False,
    )
    assert blocked.returncode != 0
    assert run("check", PYTHONPATH=path).stdout.startswith("docs/bad.md:5:1: missing-provision")
    assert len(json.loads(run("citations", "docs/bad.md", PYTHONPATH=path).stdout)) == 1


NOTHING = dict.fromkeys(
    ("part", "chapter", "section", "article", "paragraph", "item", "subitem", "range_end")
)
TEXT = (
    "讲稿\r\n依照《廉洁办事条例》第七条第一款、第九条之一至第十条，同条第二款不看。\r\n"
    "2019年版《廉洁办事条例》第九条；《节约用餐意见》第二部分；第××条；\r\n"
    "看《公务接待条例》第三条第一款第（二）项和《云岭县村务公开规定》。又见第五条。𠀀《机关食堂管理办法》第二编第一目"
)


def spans(text: str, found: list[dict[str, Any]]) -> list[str]:
    return [text[citation["start"] : citation["end"]] for citation in found]


def test_citations_of_a_file_and_of_standard_input(lay: Lay, run: Run, tmp_path: Path) -> None:
    lay({})
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    done = run("citations", "--format", "json", "a.txt", "--today", "2026-11-24")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert json.loads(run("citations", "-", given=TEXT).stdout) == found
    plain = TEXT.replace("\r\n", "\n")
    assert spans(plain, found) == [citation["text"] for citation in found]
    assert [set(citation) for citation in found] == [
        {"start", "end", "text", "regulation", "edition", "refs", "verdict", "targets"}
    ] * len(found)
    short = [
        (citation["text"], citation["regulation"], citation["edition"], citation["verdict"])
        for citation in found
    ]
    honest = "云岭县党员干部廉洁办事条例"
    assert short == [
        ("《廉洁办事条例》第七条第一款、第九条之一至第十条", honest, "2024", "ok"),
        ("同条第二款", honest, "2024", "not-found"),
        ("2019年版《廉洁办事条例》第九条", honest, "2019", "not-found"),
        ("《节约用餐意见》第二部分", "云岭县委关于节约用餐的意见", "2022", "ok"),
        ("第××条", None, None, "ambiguous"),
        ("《公务接待条例》第三条第一款第（二）项", "云岭县公务接待条例", None, "unchecked"),
        ("《云岭县村务公开规定》", "云岭县村务公开规定", "2021", "ok"),
        ("第五条", None, None, "ambiguous"),
        ("《机关食堂管理办法》第二编第一目", "机关食堂管理办法", None, "unchecked"),
    ]
    assert found[0]["refs"] == [
        NOTHING | {"article": "7", "paragraph": 1},
        NOTHING | {"article": "9-1", "range_end": {"article": "10", "paragraph": None, "item": None}},
    ]
    assert found[0]["targets"] == [
        "regulations/honest-service/2024/chapter-03.html#art_7__para_1",
        "regulations/honest-service/2024/chapter-03.html#art_9-1",
    ]
    assert found[3]["refs"] == [NOTHING | {"section": 2}]
    assert found[5]["refs"] == [NOTHING | {"article": "3", "paragraph": 1, "item": 2}]
    assert found[6]["refs"] == []


def test_citations_of_markdown_know_its_paragraphs(lay: Lay, run: Run, tmp_path: Path) -> None:
    lay({})
    text = "《廉洁办事条例》管收受，\n见第七条。\n\n`第八条`\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    found = json.loads(run("citations", "a.md").stdout)
    assert [(citation["text"], citation["verdict"]) for citation in found] == [
        ("《廉洁办事条例》", "ok"),
        ("第七条", "ok"),
    ]


def test_citations_of_nothing_and_of_no_text(lay: Lay, run: Run) -> None:
    lay({})
    assert json.loads(run("citations", "-", given="").stdout) == []
    done = run("citations", "-", given="第一条".encode("gb18030"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "UTF-8" in done.stderr
