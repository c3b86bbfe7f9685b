"""The head of a page: its values as text, each with its place, and why a head cannot be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text.front_matter import FrontMatter, Path, read_front_matter
from corpus.text.source import Position, Source


def read(text: str) -> tuple[Source, FrontMatter]:
    source = Source("a.md", text)
    return source, read_front_matter(source)


def head(yaml: str) -> tuple[Source, FrontMatter]:
    return read(f"---\n{yaml}\n---\n正文\n")


def places(source: Source, front: FrontMatter, path: Path) -> str:
    """The characters of the file at which those of a value stand."""
    return "".join(source.text[at] for at in front.scalars[path].offsets)


def test_no_head() -> None:
    for text in ("", "正文", "正文\n---\na: b\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n", "---"):
        assert read(text)[1] == FrontMatter()


def test_an_empty_head() -> None:
    for text in ("---\n---\n正文", "---\n# 注\n---\n正文"):
        source, front = read(text)
        assert (front.data, front.faults) == ({}, ())
        assert source.text[front.body :] == "正文"


def test_the_body_begins_after_the_head() -> None:
    source, front = read("---  \na: b\n---\t\n\n正文\n---\n后\n")
    assert source.text[front.body :] == "\n正文\n---\n后\n"
    assert read("---\na: b\n---")[1].body == 12


def test_values_are_text() -> None:
    _, front = head("a: 2024-05\nb: 2024-05-01\nc: no\nd: 1e3\ne: ~\nf:\ng: [0x1, true]\nh: {i: null}\nj: ''")
    assert front.data == {
        "a": "2024-05",
        "b": "2024-05-01",
        "c": "no",
        "d": "1e3",
        "e": "~",
        "f": "",
        "g": ["0x1", "true"],
        "h": {"i": "null"},
        "j": "",
    }
    assert front.faults == ()


def test_keys_and_values_have_places() -> None:
    source, front = head("标题: 😀甲\ncitations:\n  - {provision: 第三条, reason: 乙}\n  - provision: 第五条")
    assert source.position(front.keys["标题",].start) == Position(2, 1)
    assert source.position(front.scalars["标题",].span.start) == Position(2, 5)
    assert source.position(front.keys["citations", 0, "reason"].start) == Position(4, 22)
    assert source.position(front.keys["citations", 1, "provision"].start) == Position(5, 5)
    span = front.scalars["citations", 0, "provision"].span_of(0, 2)
    assert source.text[span.start : span.end] == "第三"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("citations", 0, "reason"), "reason"),
        (("citations", 0, "conduct"), "provision"),  # the first key of the entry
        (("citations", 7, "conduct"), "citations"),
        (("topics", 1), "乙"),
        (("topics", 9), "topics"),
        (("conduct", "to"), "conduct"),
        (("absent",), "---"),
    ],
)
def test_the_place_of_what_is_not_there_is_the_nearest(path: Path, found: str) -> None:
    source, front = head(
        "topics: [甲, 乙]\nconduct: {from: 1}\ncitations:\n  - provision: 第三条\n    reason: 丙"
    )
    span = front.place(path)
    assert source.text[span.start : span.end] == found


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        ("a: 甲乙，\n  丙丁", "甲乙，丙丁"),  # a fold between Han characters or their punctuation
        ("a: '甲乙\n\n  丙'", "甲乙\n丙"),  # an empty line is a line break
        ("a: 甲 b\n  c 丁", "甲 b c 丁"),  # Latin words need the space
        ("a: 甲 乙\n  丙", "甲 乙丙"),  # a written space stays
        ("a: >\n  甲\n  乙\n\n  丙\n", "甲乙\n丙\n"),
        ("a: >-\n  甲\n  \U00020000\n  “丙”\n", "甲\U00020000“丙”"),
        ("a: |\n  甲\n    乙\n", "甲\n  乙\n"),
        ('a: "甲\n  乙"', "甲乙"),
        ('a: "甲\\\n  乙"', "甲乙"),
    ],
)
def test_folded_values(yaml: str, value: str) -> None:
    _, front = head(yaml)
    assert front.faults == ()
    assert front.scalars["a",].value == front.data["a"] == value


@pytest.mark.parametrize(
    ("yaml", "value", "shown"),
    [
        ("a: 甲乙", "甲乙", "甲乙"),
        ("a: '甲''乙'", "甲'乙", "甲'乙"),
        ('a: "甲\\"乙"', '甲"乙', "甲\\乙"),
        ('a: "\\u7b2c三条"', "第三条", "\\三条"),
        ('a: "\\x41\\U00007b2c\\n乙"', "A第\n乙", "\\\\\\乙"),
        ('a: "甲\n  \\u7b2c 丙"', "甲第 丙", "甲\\ 丙"),
        ("a: 甲    乙\n    丙", "甲    乙丙", "甲    乙丙"),
        ("a: >-\n  甲 乙\n  c d\n", "甲 乙 c d", "甲 乙\nc d"),
        ("a: !t &x 甲乙", "甲乙", "甲乙"),
        ("a: {b: c}\nd: [甲, e]", "e", "e"),
    ],
)
def test_each_character_has_its_place(yaml: str, value: str, shown: str) -> None:
    source, front = head(yaml)
    path: Path = ("d", 1) if "d: [" in yaml else ("a",)
    assert front.scalars[path].value == value
    assert places(source, front, path) == shown


TEXTS = st.text(alphabet="甲，b 'x\\\"\n:#第\u2028😀", max_size=20)


@given(TEXTS, st.sampled_from(["'", '"', "|", ">-", ""]))
@settings(max_examples=600, deadline=None)
def test_places_stay_inside_their_scalar_and_in_order(text: str, style: str) -> None:
    quoted = (
        f"{style}{text}{style}" if style in ("'", '"', "") else f"{style}\n  " + text.replace("\n", "\n  ")
    )
    _, front = head(f"a: {quoted}\nz: 第三条")
    for scalar in front.scalars.values():
        assert len(scalar.offsets) == len(scalar.value)
        assert list(scalar.offsets) == sorted(scalar.offsets)
        assert all(scalar.span.start <= at < scalar.span.end for at in scalar.offsets)
        span = scalar.span_of(0, len(scalar.value))
        assert scalar.span.start <= span.start <= span.end <= scalar.span.end


@pytest.mark.parametrize(
    ("text", "found", "message"),
    [
        pytest.param("---\na: b\n正文", "---", "没有与之配对的结束行", id="unclosed"),
        pytest.param("---\na:\tb\n---\n", "\t", "制表符", id="tab"),
        pytest.param("---\na: 甲\na: 乙\n---\n", "a", "键“a”重复出现", id="duplicate-key"),
        pytest.param("---\na: {b: 1, b: 2}\n---\n", "b", "键“b”重复出现", id="duplicate-inner-key"),
        pytest.param("---\n- a\n- b\n---\n", "", "应是“键: 值”的列表", id="list"),
        pytest.param("---\n只有一句话\n---\n", "", "应是“键: 值”的列表", id="sentence"),
        pytest.param("---\n? [a]\n: b\n---\n", "[a]", "键应是文字", id="key-is-a-list"),
        pytest.param("---\na: &x [*x]\n---\n", "*", "不能用别名", id="alias-of-itself"),
        pytest.param("---\na: &x [b]\nc: *x\n---\n", "*", "不能用别名", id="alias"),
        pytest.param("---\na: " + "[" * 5000 + "]" * 5000 + "\n---\n", "[", "嵌套超过", id="deep"),
        pytest.param("---\n" + "[" * 200000 + "\n---\n", "[", "嵌套超过", id="deep-and-unclosed"),
        pytest.param("---\na: 甲\x7f\n---\n", "\x7f", "U+007F", id="control-character"),
        pytest.param("---\na: 甲😀\ufffe\n---\n", "\ufffe", "U+FFFE", id="no-character"),
        pytest.param("---\na: 甲\ud800\n---\n", "\ud800", "U+D800", id="half-a-character"),
    ],
)
def test_faults(text: str, found: str, message: str) -> None:
    source, front = read(text)
    (fault,) = front.faults
    assert source.text[fault.span.start : fault.span.end] == found
    assert message in fault.message


@pytest.mark.parametrize(
    ("yaml", "line", "column"),
    [
        pytest.param("标题: 甲\na: 乙: 丙", 3, 5, id="colon-in-a-value"),
        pytest.param("a: 甲\nb: “乙”\nc: [丙\nd: 丁", 5, 2, id="unclosed-list"),
        pytest.param("a: '甲\nb: 乙", 4, 1, id="unclosed-quotation"),
        pytest.param("a: 甲\n b: 乙", 3, 3, id="indented-key"),
        pytest.param("a: 😀甲\nb: @乙", 3, 4, id="reserved-sign"),
        pytest.param('a: "甲\\q"', 2, 6, id="unknown-escape"),
        pytest.param("a: 甲\n...\nb: 乙", 4, 1, id="two-documents"),
        pytest.param("a: %甲", 2, 4, id="percent"),
        pytest.param("a: 甲\nb", 4, 1, id="key-without-a-value"),
        pytest.param("a: *重点*", 2, 5, id="emphasis"),
        pytest.param("a: 甲\u2028乙\nb: c: d", 3, 1, id="a-line-break-to-yaml-alone"),
    ],
)
def test_broken_yaml_is_a_fault_at_its_place(yaml: str, line: int, column: int) -> None:
    source, front = head(yaml)
    (fault,) = front.faults
    assert source.position(fault.span.start) == Position(line, column)
    assert "无法解析" in fault.message
    assert source.text[front.body :] == "正文\n"
    assert front.data == {}


@given(st.text(alphabet="ab:甲 \n-[]{}'\"#&*!|>%@?,\\\t\x7f\u2028😀", max_size=40))
@settings(max_examples=800, deadline=None)
def test_no_head_raises(text: str) -> None:
    source, front = head(text)
    spans = [fault.span for fault in front.faults] + list(front.keys.values())
    spans += [scalar.span for scalar in front.scalars.values()]
    assert all(0 <= span.start <= span.end <= len(source.text) for span in spans)
