"""Typed values from the strings of a page's head.

The dataclasses of the model are the schema; pydantic checks them, and each failure becomes a
Problem at the place of its key that shows the right form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from rapidfuzz import fuzz, process

from corpus import model
from corpus.model import Page, Problem
from corpus.text.front_matter import Path

T = TypeVar("T")
_Error: TypeAlias = Mapping[str, Any]

for _record in vars(model).values():
    if (
        isinstance(_record, type)
        and hasattr(_record, "__dataclass_fields__")
        and _record.__module__.startswith(model.__name__)
    ):
        with_config(ConfigDict(extra="forbid"))(_record)


@cache
def _adapter(schema: type) -> TypeAdapter[Any]:
    return TypeAdapter(schema)


def read_head(page: Page, schema: type[T]) -> T | tuple[Problem, ...]:
    """The head of `page` as a value of `schema`, or every reason why it is none."""
    front = page.front_matter
    if front.faults:
        return tuple(Problem(page.source.path, fault.span, fault.message) for fault in front.faults)
    # An optional key that is present but empty (`aliases:`) means the same as an absent one.
    data: dict[str, Any] = {key: value for key, value in front.data.items() if value != ""}
    if "slug" in data:
        return (Problem(page.source.path, front.place(("slug",)), "没有“slug”这个键", "文件名就是 slug"),)
    record: type = schema
    try:
        value: T = _adapter(record).validate_python(data | {"slug": page.slug})
    except ValidationError as error:
        return tuple(_problem(page, schema, path, item) for path, item in _errors(error))
    return value


def _errors(error: ValidationError) -> Iterator[tuple[Path, _Error]]:
    """Each failure with the path of its value; a value that may be of several kinds fails once."""
    found: dict[Path, dict[str, Any]] = {}
    for item in error.errors():
        path = tuple(p for p in item["loc"] if isinstance(p, int) or not p.startswith("literal["))
        choices = _choices(item)
        if path in found:
            found[path]["choices"] += [c for c in choices if c not in found[path]["choices"]]
        else:
            found[path] = {**item, "choices": choices}
    for path, failure in found.items():
        # A list whose only entry is refused counts as empty; the entry is what is wrong.
        if failure["type"] != "too_short" or not any(p != path and p[: len(path)] == path for p in found):
            yield path, failure


def _choices(error: _Error) -> list[str]:
    """The values that a refused one could have had."""
    expected: str = error["ctx"]["expected"] if error["type"] == "literal_error" else ""
    return [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ") if choice]


def _problem(page: Page, schema: type, path: Path, error: _Error) -> Problem:
    front = page.front_matter
    if error["type"] == "missing" and path in front.keys:  # `lesson:` without a value
        error = {**error, "type": "string_too_short"}
    message, hint = _explain(path, error, schema)
    span = front.place(path)
    return Problem(page.source.path, span, message, hint)


_REASONS = {
    "missing": "缺少必填的键“{key}”",
    "tuple_type": "“{key}”应是列表",
    "dataclass_type": "“{key}”应是一组“键: 值”",
    "string_type": "“{key}”应是文字",
    "string_too_short": "“{key}”不能为空",
    "too_short": "“{key}”至少要有 {least} 项",
    "unexpected_keyword_argument": "没有“{key}”这个键",
    "literal_error": "“{key}”的值“{value}”不在可选值（{choices}）中",
}


def _explain(path: Path, error: _Error, schema: type) -> tuple[str, str]:
    """What is wrong, and the right form or the nearest right word."""
    kind, value = error["type"], error["input"]
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    least = error.get("ctx", {}).get("min_length", 1)
    reason = _REASONS.get(kind, "“{key}”的值写法不对：{value}")
    if kind == "literal_error" and not isinstance(value, str):
        reason = _REASONS["string_type"]
    message = reason.format(key=key, value=value, least=least, choices="、".join(error["choices"]))
    if kind == "unexpected_keyword_argument":
        return message, _nearest(str(path[-1]), _keys(schema, path[:-1]), at_least=60)
    if kind == "literal_error" and isinstance(value, str):
        return message, _nearest(value, error["choices"])
    return message, f"写法：{_form(path)}"


def _nearest(word: str, known: list[str], *, at_least: int = 0) -> str:
    near = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=at_least)
    return f"最接近：{near[0]}" if near else ""


def _keys(schema: type, path: Path) -> list[str]:
    """The keys that the record at `path` may hold."""
    root = _adapter(schema).json_schema()
    node = root
    for part in path:
        node = node["items"] if isinstance(part, int) else node["properties"][part]
        node = node.get("anyOf", [node])[0]
        node = root["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
    return [key for key in node["properties"] if key != "slug"]


_FORMS = {
    "slug": "文件名只用小写字母、数字和连字符",
    "title": "title: 局长借学习培训之名公款旅游",
    "summary": "summary: 一句话概括谁做了什么、受到什么处分",
    "discipline": "discipline: [廉洁纪律]",
    "topics": "topics: [four-winds]（没有就写 []）",
    "post": "post: 县处级",
    "field": "field: 工程建设",
    "conduct": "conduct: {from: 2024-02, to: 2024-05}",
    "from": "conduct: {from: 2024-02, to: 2024-05}",
    "to": "conduct: {from: 2024-02, to: 2024-05}",
    "decided": "decided: 2024-11（不知道就写 未公布）",
    "sanctions": "sanctions: [严重警告]（不构成违纪就写 []）",
    "citations.conduct": "conduct: 这一条管的是哪个行为",
    "citations": "citations: [{provision: 《…》第…条, conduct: …, reason: …}]",
    "provision": "provision: 《中国共产党纪律处分条例》第九十七条第一款",
    "reason": "reason: 为什么适用这一条",
    "provenance": "provenance: {kind: composed}",
    "questions": "questions: [{ask: …, answer: …}, {ask: …, answer: …}]",
    "withdrawn": "withdrawn: {reason: 为什么撤下, moved_to: 取代它的案例文件名}",
    "withdrawn.reason": "reason: 为什么撤下",
    "moved_to": "moved_to: 取代它的案例文件名，不带 .md",
    "lesson": "lesson: 一句警示",
    "reviewed": "reviewed: 2026-11-24",
    "aliases": "aliases: [别名一, 别名二]",
    "forbidden": "forbidden: [误写一]",
    "source": "source: 《中国共产党纪律处分条例》第五条",
    "pinyin": "pinyin: si zhong xing tai（小写，按字空格）",
    "see_also": "see_also: [party-sanction]（术语文件名，不带 .md）",
    "editions": 'editions: [{edition: "2023", issued: 2023-12-19, effective: 2024-01-01}]',
    "edition": 'edition: "2018"',
    "address": "address: https://…",
    "number": "number: 3",
    "year": "year: 2021",
}


def _form(path: Path) -> str:
    """The right form of a key, by its last name or, where that means several things, its last two."""
    names = [part for part in path if isinstance(part, str)]
    return _FORMS.get(".".join(names[-2:])) or _FORMS.get(names[-1], f"{names[-1]}: …")
