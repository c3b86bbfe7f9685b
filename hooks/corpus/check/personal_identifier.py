"""写了能认出人的号码

**查什么**：每个页面的正文和文件头，以及用命令检查的其他文稿里，有没有身份证号、手机号、区号开头的固定电话、银行卡号、车牌号、护照和通行证号、统一社会信用代码、电子邮箱。
有校验位的号码，校验不对的不算；文号、条号、金额、订单号和校验值不算；代码、注释和链接地址不查。

**为什么**：一个号码就能查到一个人。页面会被转发、打印、放进U盘，删了也收不回来；提交进版本库的号码，删掉以后历史里还有。

**例**：`联系电话010-12345678`。

**改法**：删去号码，案情里写“身份证号”“手机号”就够了。确实要公布的办公电话、邮箱，在上一行写忽略注释并说明理由。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stdnum import luhn
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from corpus.model import Page
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.markup import MASK, mask_code
from corpus.text.source import Span


@dataclass(frozen=True)
class _Kind:
    """What a number is called, how it is written, and whether its digits are in order.

    `strict` is for a number without a check digit that holds: it may as well be that of an order.
    """

    name: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = lambda _: True
    strict: bool = False


def _is_identity(number: str) -> bool:
    """Whether 18 characters hold a birthday and the check digit (mod 11-2), or 15 a birthday."""
    try:
        ric.get_birth_date(number if len(number) > 15 else f"{number[:6]}19{number[6:]}")
    except ValidationError:
        return False
    return len(number) == 15 or ric.calc_check_digit(number) == number[-1]


def _is_card(number: str) -> bool:
    """Whether the digits pass Luhn, and are not an identity number with a slip."""
    return luhn.is_valid(number) and not re.fullmatch(_IDENTITY_DIGITS, number)


def _number(pattern: str) -> re.Pattern[str]:
    """A number that is no part of a longer one, of a word, of a decimal or of an amount."""
    after = r"(?![0-9A-Za-z*]|[.,]\d|[ ]?(?:[元万亿块％%]|人民币|美元))"
    return re.compile(rf"(?<![0-9A-Za-z*￥¥$])(?<![0-9][.,])(?<![A-Za-z][-_])(?:{pattern}){after}")


_IDENTITY_DIGITS = r"[1-8]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}"
_PROVINCE = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])"
_AREA = r"(?:10|2\d|[3-9]\d\d)"
_MIDDLE = r"[- \u2010-\u2014.·]"
_CODE = "0-9A-HJ-NPQRTUWXY"
_KINDS = (
    _Kind(
        "身份证号", _number(rf"{_PROVINCE}\d{{4}}[ -]?\d{{4}}[ -]?\d{{4}}[ -]?\d{{3}}[\dXx]"), _is_identity
    ),
    _Kind("身份证号", _number(rf"{_PROVINCE}\d{{13}}"), _is_identity, strict=True),
    _Kind("统一社会信用代码", _number(rf"[{_CODE}]{{2}}\d{{6}}[{_CODE}]{{10}}"), uscc.is_valid),
    _Kind(
        "银行卡号",
        _number(r"(?:3[05-8]|[456]\d|95)\d\d(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?"),
        _is_card,
        strict=True,
    ),
    _Kind(
        "手机号",
        _number(
            rf"(?:(?:\+|00)?86{_MIDDLE}?)?(?:1[3-9]\d({_MIDDLE}?)\d{{4}}\1\d{{4}}|1[3-9]\d({_MIDDLE})\d{{3}}\2\d{{5}})"
        ),
        strict=True,
    ),
    _Kind(
        "固定电话",
        _number(
            rf"(?:(?:\+|00)86{_MIDDLE}?{_AREA}{_MIDDLE}|[(（]0{_AREA}[)）]{_MIDDLE}?|0{_AREA}{_MIDDLE})(?!(?:19|20)\d\d{_MIDDLE})[1-9]\d{{2,3}}{_MIDDLE}?\d{{4}}"
        ),
        strict=True,
    ),
    _Kind(
        "车牌号",
        re.compile(
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.-]?"
            r"(?=(?:[A-Z]{0,2}\d){3})[A-HJ-NP-Z\d]{4}(?:[A-HJ-NP-Z\d]{1,2}|[挂学警港澳])(?![0-9A-Za-z])"
        ),
    ),
    _Kind(
        "证件号",
        re.compile(r"(?:护照|通行证)[^0-9A-Za-z\n。；]{0,8}(?P<number>[A-Z]{1,2}\d{7,8})(?![0-9A-Za-z])"),
    ),
    _Kind(
        "电子邮箱",
        re.compile(
            r"(?<![A-Za-z0-9_.%+/:@-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-]|:[A-Za-z])"
        ),
    ),
)
_ORDER = re.compile(
    r"(?:订单|单号|流水|文号|合同号|合同编号|发票|票号|凭证|案号|档案号|批号|批次|校验值|哈希|sha256)[号码为是：:（( ]*$"
)
_TARGET = re.compile(
    r"\[[^\[\]\n]*\]\(mailto:[^()\n]*\)|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|https?://[^\s<>《》（）“”，。；、]+|<[A-Za-z/][^<>\n]*>"
    r"|^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$",
    re.MULTILINE,
)
_WIDE = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i).isalnum() or chr(0x21 + i) in "@-."}


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each number or address of a person or a firm."""
    for page in resolution.corpus.pages:
        for kind, span in _find(_searched(page)):
            written = page.source.text[span.start : span.end]
            shown = f"{written[:3]}…{written[-2:]}"
            message = f"“{shown}”像是{kind.name}"
            yield diagnose(
                page.source, span, "personal-identifier", message, hint="删去号码，或改写成不指明人的说法"
            )


def _searched(page: Page) -> str:
    """The file without code and the targets of links, its full-width digits and letters made narrow."""
    text = page.source.text
    if page.source.path.endswith(".md"):
        start = page.front_matter.body
        text = text[:start] + mask_code(text[start:])
    return _TARGET.sub(lambda match: MASK * len(match[0]), text).translate(_WIDE)


def _find(text: str) -> Iterator[tuple[_Kind, Span]]:
    """Numbers of each kind; the digits of one are not read again as another."""
    taken: set[int] = set()
    for kind in _KINDS:
        for match in kind.pattern.finditer(text):
            span = Span(*match.span("number" if "number" in kind.pattern.groupindex else 0))
            digits = range(span.start, span.end)
            if taken.isdisjoint(digits) and _is_meant(kind, match):
                taken.update(digits)
                yield kind, span


def _is_meant(kind: _Kind, match: re.Match[str]) -> bool:
    number = re.sub(r"[^0-9A-Z]", "", match[0].upper())
    before = match.string[max(0, match.start() - 12) : match.start()]
    return kind.holds(number) and not (kind.strict and _ORDER.search(before))
