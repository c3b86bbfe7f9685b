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

from corpus.text.scalar import Scalar, locate
from corpus.text.source import Source, Span

__all__ = ["Fault", "FrontMatter", "Path", "Scalar", "Value", "read_front_matter"]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: `("citations", 0, "provision")`."""

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_DEEPEST = 20
"""Levels of nesting; far more than any head needs, and less than what breaks a reader."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a head cannot be read as it stands, and where."""

    span: Span
    message: str


@dataclass(frozen=True)
class FrontMatter:
    """`data` holds strings, lists and dicts; `body` is the offset where the page's text begins."""

    data: dict[str, Value] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    scalars: dict[Path, Scalar] = field(default_factory=dict)
    body: int = 0
    faults: tuple[Fault, ...] = ()

    def place(self, path: Path) -> Span:
        """The span of the key at `path`, or of the nearest thing above it that is there.

        An entry of a list has no key: it stands where its first key or value does.
        """
        for end in range(len(path), 0, -1):
            if path[:end] in self.keys:
                return self.keys[path[:end]]
            if path[:end] in self.scalars:
                return self.scalars[path[:end]].span
            if isinstance(path[end - 1], int):
                inside = [span for key, span in self.keys.items() if key[:end] == path[:end]]
                inside += [scalar.span for key, scalar in self.scalars.items() if key[:end] == path[:end]]
                if inside:
                    return min(inside)
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
        if refusal := _refuse(head, base):
            return FrontMatter(body=match.end(), faults=(refusal,))
        node = yaml.compose(head, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        return FrontMatter(body=match.end(), faults=(_explain(error, head, base),))
    return _Reader(source.text, base).read(node, match.end())


def _refuse(head: str, base: int) -> Fault | None:
    """What YAML allows but a head must not hold, since it can stand for a value without end."""
    depth = 0
    for event in yaml.parse(head, Loader=yaml.CSafeLoader):
        at = base + (event.start_mark.index if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent):
            return Fault(Span(at, at + 1), "YAML 头部不能用别名（* 开头）；若是文字，请加引号")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return Fault(Span(at, at + 1), f"YAML 头部嵌套超过 {_DEEPEST} 层")
    return None


def _explain(error: yaml.YAMLError | UnicodeEncodeError, head: str, base: int) -> Fault:
    """The place and the reason of a failure; a reader counts bytes up to a bad character."""
    if isinstance(error, yaml.reader.ReaderError):
        at = base + len(head.encode()[: error.position].decode(errors="ignore"))
        return Fault(Span(at, at + 1), f"YAML 头部含有不能用的字符 U+{ord(head[at - base]):04X}")
    if isinstance(error, UnicodeEncodeError):
        at = base + error.start
        return Fault(Span(at, at + 1), f"YAML 头部含有不能用的字符 U+{ord(head[error.start]):04X}")
    mark = getattr(error, "problem_mark", None)
    at = base + min(mark.index if mark else 0, len(head))
    problem = getattr(error, "problem", None) or "unreadable"
    return Fault(
        Span(at, at), f"YAML 头部无法解析（{problem}）；含“: ”“#”或以引号、方括号、星号开头的值要加引号"
    )


class _Reader:
    """Walks the composed nodes once."""

    def __init__(self, text: str, base: int) -> None:
        self.text, self.base = text, base
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
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        self.scalars[path] = locate(node.value, style, self.text, self._span(node))
        return self.scalars[path].value

    def _entries(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Value]]:
        for key_node, value_node in node.value:
            span = self._span(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.append(Fault(span, "键应是文字，不能是列表或一组“键: 值”"))
                continue
            key = str(key_node.value)
            if (*path, key) in self.keys:
                self.faults.append(Fault(span, f"键“{key}”重复出现，后一个会被忽略"))
                continue
            self.keys[*path, key] = span
            yield key, self._value(value_node, (*path, key))
