"""provisions.json: the facts of an edition, written by the `outline` command and read by `load`.

One article stands on one line, so that a change of the text shows as a change of its articles.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.model import Article, Division, Outline

_PART = ("number", "title", "first", "last")
_CHAPTER = ("number", "title", "part", "first", "last")
_SECTION = ("number", "title", "part", "chapter", "first", "last")
_ARTICLE = ("number", "part", "chapter", "section", "paragraphs")
_NUMBER = re.compile(r"[1-9][0-9]{0,4}(?:-[1-9][0-9]?)?")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class _Source(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    note: str
    sha256: str


class _File(BaseModel):
    """The keys of provisions.json; the records in its lists are those of the model."""

    model_config = ConfigDict(extra="forbid", strict=True)

    regulation: str
    edition: str
    complete: bool
    source: _Source
    parts: tuple[Division, ...]
    chapters: tuple[Division, ...]
    sections: tuple[Division, ...]
    articles: tuple[Article, ...]


def format_outline(outline: Outline, *, regulation: str, edition: str, sha256: str) -> str:
    """The text of provisions.json; the same facts give the same characters.

    `regulation` is the full title, `edition` a year, `sha256` the hash (hex) of the text, NFKC,
    which the facts were read from.
    """
    lines = [
        f'"regulation": {_dump(regulation)}',
        f'"edition": {_dump(edition)}',
        f'"complete": {_dump(outline.complete)}',
        f'"source": {_dump({"note": outline.source, "sha256": sha256})}',
        _format_list("parts", outline.parts, _PART),
        _format_list("chapters", outline.chapters, _CHAPTER),
        _format_list("sections", outline.sections, _SECTION),
        _format_list("articles", outline.articles, _ARTICLE),
    ]
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def _format_list(name: str, values: Iterable[Division | Article], keys: tuple[str, ...]) -> str:
    facts = (asdict(value) for value in values)
    rows = ",\n  ".join(_dump({key: fact[key] for key in keys}) for fact in facts)
    return f'"{name}": [\n  {rows}\n ]' if rows else f'"{name}": []'


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_outline(text: str) -> Outline | str:
    """The facts in a provisions.json; where it is damaged, the reason in Chinese."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return f"第 {error.lineno} 行第 {error.colno} 列起不是正确的 JSON"
    except (RecursionError, ValueError):
        return "不是正确的 JSON"
    try:
        file = _File.model_validate_json(text)
    except ValidationError as error:
        return _explain(error.errors()[0], data)
    if reason := next(_contradictions(file), None):
        return reason
    return Outline(file.complete, file.source.note, file.parts, file.chapters, file.sections, file.articles)


def _contradictions(file: _File) -> Iterator[str]:
    """What no text can say: an article twice, or a heading above articles that are not there."""
    known: set[str] = set()
    for article in file.articles:
        if article.number in known:
            yield f"articles：条号“{article.number}”重复"
        known.add(article.number)
        yield from _malformed(article)
    for row in (*file.parts, *file.chapters, *file.sections):
        if strange := {row.first, row.last} - known - {None}:
            yield f"“{row.title}”起止条号 {'、'.join(sorted(map(str, strange)))} 不在 articles 中"


def _malformed(article: Article) -> Iterator[str]:
    """Numbers and hashes that are none."""
    name = f"articles（{article.number}）"
    paragraphs = article.paragraphs or ()
    if not _NUMBER.fullmatch(article.number):
        yield f"{name}：条号写法不对，应如 97 或 388-1"
    if article.paragraphs == ():
        yield f"{name}.paragraphs：不能是空列表；不知道有几款就写 null"
    if any(paragraph.items is not None and paragraph.items < 0 for paragraph in paragraphs):
        yield f"{name}.paragraphs：items 不能小于 0"
    if not all(paragraph.sha256 is None or _DIGEST.fullmatch(paragraph.sha256) for paragraph in paragraphs):
        yield f"{name}.paragraphs：sha256 应是 64 位十六进制数"


_REASONS = {
    "missing": "缺少这个键",
    "extra_forbidden": "没有这个键",
    "unexpected_keyword_argument": "没有这个键",
    "bool_type": "应是 true 或 false",
    "string_type": "应是字符串",
    "int_type": "应是整数",
    "tuple_type": "应是列表",
    "model_type": "应是一组“键: 值”",
    "dataclass_type": "应是一组“键: 值”",
}


def _explain(error: Mapping[str, Any], data: object) -> str:
    """Where a value is wrong, naming articles by their numbers, and how."""
    place, value = "", data
    for key in error["loc"]:
        if isinstance(key, int):
            value = value[key] if isinstance(value, list) else None
            number = value.get("number") if isinstance(value, dict) else None
            place += f"（{number}）" if number else f"[{key + 1}]"
        else:
            value = value.get(key) if isinstance(value, dict) else None
            place += f".{key}"
    return f"{place.lstrip('.') or '全文'}：{_REASONS.get(error['type'], '值不对')}"
