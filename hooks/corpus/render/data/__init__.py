"""The static data of the site: JSON files, and the JSON Schema of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from corpus.render.data.content import cases, terms
from corpus.render.data.provisions import provisions, regulations, renumbering
from corpus.render.data.records import (
    CaseRecord,
    EditionRecord,
    RegulationRecord,
    RenumberingRecord,
    TermRecord,
)
from corpus.resolve import Resolution

_SCHEMAS: dict[str, Any] = {
    "regulations": list[RegulationRecord],
    "provisions": EditionRecord,
    "cases": list[CaseRecord],
    "terms": list[TermRecord],
    "renumbering": list[RenumberingRecord],
}


def data_files(resolution: Resolution) -> Iterator[tuple[str, str]]:
    """(path below the site, text) of every data file, schemas first."""
    for name, shape in _SCHEMAS.items():
        schema = TypeAdapter(shape).json_schema(mode="serialization")
        yield (
            f"api/{name}.schema.json",
            _dump({"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema),
        )
    yield "api/regulations.json", _dump(regulations(resolution))
    yield "api/cases.json", _dump(cases(resolution))
    yield "api/terms.json", _dump(terms(resolution))
    for regulation in resolution.corpus.regulations:
        if regulation.renumbering:
            yield f"api/renumbering/{regulation.slug}.json", _dump(renumbering(regulation))
        for edition in regulation.editions:
            if edition.outline:
                record = provisions(resolution, regulation, edition)
                yield f"api/provisions/{regulation.slug}-{edition.name}.json", _dump(record)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
