"""Typed values from the strings of a page's head.

The dataclasses of the model are the schema; pydantic checks them, and each failure becomes a
Problem at the place of its key that shows the right form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from rapidfuzz import process

from corpus import model
from corpus.model import Page, Problem
from corpus.text.source import Span

T = TypeVar("T")

for _record in vars(model).values():
    if isinstance(_record, type) and hasattr(_record, "__dataclass_fields__") and _record.__module__.startswith(model.__name__):
        with_config(ConfigDict(extra="forbid"))(_record)


@cache
def _adapter(schema: type[T]) -> TypeAdapter[T]:
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
    try:
        return _adapter(schema).validate_python(data | {"slug": page.slug})
    except ValidationError as error:
        return tuple(_problem(page, schema, item) for item in error.errors())


def _problem(page: Page, schema: type, error: Mapping[str, Any]) -> Problem:
    path = tuple(part for part in error["loc"] if isinstance(part, int) or not part.startswith("literal["))
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    message, hint = _explain(key, error, schema)
    span = Span(0, 3) if error["type"] == "missing" and len(path) == 1 else page.front_matter.place(path)
    return Problem(page.source.path, span, message, hint)


def _explain(key: str, error: Mapping[str, Any], schema: type) -> tuple[str, str]:
    form = f"写法：{_form(key)}"
    match error["type"]:
        case "missing":
            return f"缺少必填的键“{key}”", form
        case "unexpected_keyword_argument":
            near = process.extractOne(str(error["loc"][-1]), [f.name for f in fields(schema)], score_cutoff=60)
            return f"没有“{key}”这个键", f"最接近：{near[0]}" if near else ""
        case "literal_error":
            return _choice(key, str(error["input"]), error["ctx"]["expected"])
        case "tuple_type":
            return f"“{key}”应是列表", form
        case "dataclass_type":
            return f"“{key}”应是一组“键: 值”", form
        case "too_short":
            return f"“{key}”至少要有 {error['ctx']['min_length']} 项", form
        case "string_too_short":
            return f"“{key}”不能为空", form
        case _:
            return f"“{key}”的值写法不对：{error['input']}", form


def _choice(key: str, value: str, expected: str) -> tuple[str, str]:
    allowed = expected.replace("'", "").replace(" or ", ", ").split(", ")
    near = process.extractOne(value, allowed)
    return f"“{key}”的值“{value}”不在可选值（{'、'.join(allowed)}）中", f"最接近：{near[0]}" if near else ""


_FORMS = {
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
    "citations": "citations: [{provision: 《…》第…条, conduct: …, reason: …}]",
    "provision": "provision: 《中国共产党纪律处分条例》第九十七条第一款",
    "reason": "reason: 为什么适用这一条",
    "provenance": "provenance: {kind: composed}",
    "questions": "questions: [{ask: …, answer: …}, {ask: …, answer: …}]",
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


def _form(key: str) -> str:
    """The right form of a key, by its last name."""
    name = next((part for part in reversed(key.split(".")) if not part.isdecimal()), key)
    return _FORMS.get(name, f"{name}: …")
