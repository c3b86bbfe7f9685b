"""The YAML head of a page, with the place of every key and every value.

Values are read from the composed nodes as text: YAML's own typing (which turns 2024-05 into a
string, 2024-05-01 into a date and `no` into false) never takes part; a schema types them later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from corpus.text.source import Source, Span

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: `("citations", 0, "provision")`."""

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_WIDE = "[\u2e80-\u9fff\uff00-\uffef，。、；：“”（）《》]"
_FOLD = re.compile(f"(?<={_WIDE}) (?={_WIDE})")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a head cannot be read as it stands, and where."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value and, for each of its characters, the offset in the file."""

    value: str
    span: Span
    offsets: tuple[int, ...]

    def span_of(self, start: int, end: int) -> Span:
        """Where characters `start` to `end` of the value stand in the file."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1) if start < end else self.span


@dataclass(frozen=True)
class FrontMatter:
    """`data` holds strings, lists and dicts; `body` is the offset where the page's text begins."""

    data: dict[str, Value] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    scalars: dict[Path, Scalar] = field(default_factory=dict)
    body: int = 0
    faults: tuple[Fault, ...] = ()

    def place(self, path: Path) -> Span:
        """The span of the key at `path`, or of the nearest thing above it that is there."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.keys:
                return self.keys[path[:end]]
            if path[:end] in self.scalars:
                return self.scalars[path[:end]].span
        return Span(0, 3)


def read_front_matter(source: Source) -> FrontMatter:
    """The head of a page; an empty one where the page has none. Never raises: see `faults`."""
    match = _HEAD.match(source.text)
    if match is None:
        if re.match(r"---[ \t]*\n", source.text):
            return FrontMatter(faults=(Fault(Span(0, 3), "开头的 --- 没有与之配对的结束行 ---"),))
        return FrontMatter()
    head, base = match[1], match.start(1)
    if "\t" in head:
        at = base + head.index("\t")
        fault = Fault(Span(at, at + 1), "YAML 头部含有制表符；缩进和分隔都要用空格")
        return FrontMatter(body=match.end(), faults=(fault,))
    try:
        node = yaml.compose(head, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return FrontMatter(body=match.end(), faults=(_explain(error, head, base),))
    return _Reader(head, base).read(node, match.end())


def _explain(error: yaml.YAMLError, head: str, base: int) -> Fault:
    mark = getattr(error, "problem_mark", None)
    lines = head.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    offset = sum(len(text) + 1 for text in lines[:line]) + (mark.column if mark else 0)
    at = base + min(offset, len(head))
    problem = getattr(error, "problem", None) or "unreadable"
    return Fault(Span(at, at), f"YAML 头部无法解析（{problem}）；含“: ”“#”或以引号、方括号、星号开头的值要加引号")


class _Reader:
    """Walks the composed nodes once."""

    def __init__(self, head: str, base: int) -> None:
        self.head, self.base = head, base
        self.keys: dict[Path, Span] = {}
        self.scalars: dict[Path, Scalar] = {}
        self.faults: list[Fault] = []

    def read(self, node: yaml.Node | None, body: int) -> FrontMatter:
        data = self._value(node, ()) if node is not None else {}
        if not isinstance(data, dict):
            self.faults.append(Fault(Span(self.base, self.base), "YAML 头部应是“键: 值”的列表"))
            data = {}
        return FrontMatter(data, self.keys, self.scalars, body, tuple(self.faults))

    def _span(self, node: yaml.Node) -> Span:
        return Span(node.start_mark.index, node.end_mark.index).shifted(self.base)

    def _value(self, node: yaml.Node, path: Path) -> Value:
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*path, i)) for i, child in enumerate(node.value)]
        scalar = _locate(node.value, self.head, node.start_mark.index, self._span(node), self.base)
        self.scalars[path] = scalar
        return scalar.value

    def _entries(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Value]]:
        for key_node, value_node in node.value:
            key, span = str(key_node.value), self._span(key_node)
            if (*path, key) in self.keys:
                self.faults.append(Fault(span, f"键“{key}”重复出现，后一个会被忽略"))
                continue
            self.keys[*path, key] = span
            yield key, self._value(value_node, (*path, key))


def _locate(value: str, head: str, start: int, span: Span, base: int) -> Scalar:
    """Pair each character of a value with its place; a fold between wide characters, which YAML
    reads as a space, leaves nothing."""
    kept, offsets, at = [], [], start
    folds = {m.start() for m in _FOLD.finditer(value)}
    for i, char in enumerate(value):
        if char in " \n" and (at >= len(head) or head[at] != char):
            found = at
        else:
            found = head.find(char, at)
            found = at if found < 0 else found
        if i in folds and head[found : found + 1] == "\n":
            continue
        kept.append(char)
        offsets.append(min(found, len(head)) + base)
        at = found if char == " " and head[found : found + 1] == "\n" else found + 1
    return Scalar("".join(kept), span, tuple(offsets))
