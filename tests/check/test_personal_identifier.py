"""`personal-identifier` on single sentences: every number is made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

import pytest

from corpus.check import personal_identifier
from corpus.resolve import Resolution

ResolveWith = Callable[[Mapping[str, str | bytes | None]], Resolution]
IDENTIFIERS = {
    "身份证号44030519880230123X": "",  # no such day
    "身份证号440305198802281234": "",  # wrong check digit
    "身份证号码为130102198506151126，已核": "130102198506151126",
    "（130102 19850615 1126）": "130102 19850615 1126",
    "公民身份号码１３０１０２１９８５０６１５１１２６": "１３０１０２１９８５０６１５１１２６",
    "老证号130102850615112": "130102850615112",
    "老证号130102851315112": "",
    "致电+86 138-0013-8000": "+86 138-0013-8000",
    "致电138 0013 8000，无人接听": "138 0013 8000",
    "致电138 001 38000": "138 001 38000",
    "致电86-13800138000": "86-13800138000",
    "致电12800138000": "",
    "致电138****8000": "",
    "编号213800138000、138001380001": "",
    "校验值13800138000": "",
    "合计13800138000.50元，13800138000万元，￥13800138000": "",
    "座机（010）12345678": "（010）12345678",
    "座机0755-1234 5678": "0755-1234 5678",
    "座机+86-10-12345678": "+86-10-12345678",
    "案卷010-2024-0101": "",
    "2024-01-01至2024-12-31": "",
    "卡号6217000000000000004": "6217000000000000004",
    "卡号4367 4200 0000 0000 09": "4367 4200 0000 0000 09",
    "卡号436742000000000009": "436742000000000009",
    "卡号6217000000000000005": "",
    "订单号：6217000000000000004": "",
    "20241124123456789012": "",
    "车牌号沪AD12345，新能源": "沪AD12345",
    "车牌号冀B·1234挂": "冀B·1234挂",
    "新A股、云API12345、京ABCDEF": "",
    "护照号码：EA1234567": "EA1234567",
    "合同号EA1234567": "",
    "代码91110000MA0000000J": "",
    "代码91110000MA0000000H": "91110000MA0000000H",
    "邮箱：zhang.san@mail.example.com。": "zhang.san@mail.example.com",
    "git@example.com:a/b.git与@某人": "",
    "sha256：3b8e4d13800138000f6c1a9b": "",
    "中纪发〔2021〕13800号，第一百三十八条": "",
    "[电话](13800138000.md)": "",
    "[13800138000](phone.md)": "13800138000",
}


@pytest.mark.parametrize("sentence", IDENTIFIERS)
def test_an_identifier_is_found_whole(resolve_with: ResolveWith, sentence: str) -> None:
    resolution = resolve_with({"notes.md": f"# 记录\n\n{sentence}\n"})
    found = [finding.text for finding in personal_identifier.check(resolution)]
    assert found == [IDENTIFIERS[sentence]] * bool(IDENTIFIERS[sentence])


def test_the_message_does_not_repeat_the_number(resolve_with: ResolveWith) -> None:
    (finding,) = personal_identifier.check(resolve_with({"notes.md": "# 记录\n\n13800138000\n"}))
    assert "13800138000" not in finding.message + finding.hint


def test_hashes_are_no_identifiers(resolve_with: ResolveWith) -> None:
    hashes = "\n".join(sha256(f"{i}".encode()).hexdigest() for i in range(500))
    assert list(personal_identifier.check(resolve_with({"notes.md": f"# 记录\n\n{hashes}\n"}))) == []
