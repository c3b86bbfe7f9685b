"""How prose names a regulation.

::

    name    = 《title》 | known title or short title | generic | own | unknown name
    title   = text, with 〈…〉 for a title inside it and perhaps an edition mark in brackets
    own     = 本条例 | 本规定 | … | 该条例 | 同法 | 上述规定 | …
    generic = 条例 | 规定 | …                       said of the regulation named last

Between a name and its provision may stand 的, 中 and 总则, 分则 or 附则.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus.parse.citations.marks import YEAR_BEFORE, mark_at_end, mark_before
from corpus.text.markup import MASK

GENRES = (
    "法典|法|条例|准则|规定|规则|办法|细则|决定|意见|解释|纲要|通知|章程|党章|方案|制度|决议|公告|批复|守则"
)
"""The words that end the name of a legal text."""
TITLE = r"《(?:[^《》〈〉\n\x00]|〈[^《》〈〉\n]*〉|《[^《》\n]*》){1,120}》"
_TITLED = re.compile(TITLE)
PART = r"[ ]?(?:[总分附]则(?:中的?|的)?)?"
LINK = rf"(?:的|中的?|之)?{PART}"
"""What may stand between a name and its provision."""
COMMON = frozenset({
    "党章", "宪法", "宪法修正案", "刑法", "刑法典", "民法典", "民法总则", "民法通则", "合同法", "物权法",
    "刑事诉讼法", "民事诉讼法", "行政诉讼法", "监察法", "监察法实施条例", "监察官法", "公务员法",
    "政务处分法", "公职人员政务处分法", "行政处罚法", "行政许可法", "行政强制法", "行政复议法",
    "国家赔偿法", "立法法", "选举法", "仲裁法", "公证法", "律师法", "法官法", "检察官法", "人民警察法",
    "人民调解法", "法律援助法", "社区矫正法", "监狱法", "引渡法", "治安管理处罚法", "公司法", "证券法",
    "票据法", "保险法", "信托法", "商业银行法", "中国人民银行法", "银行业监督管理法", "企业破产法",
    "合伙企业法", "企业国有资产法", "反不正当竞争法", "反垄断法", "反洗钱法", "反间谍法", "反恐怖主义法",
    "反有组织犯罪法", "反电信网络诈骗法", "反家庭暴力法", "招标投标法", "招标投标法实施条例", "政府采购法",
    "政府采购法实施条例", "政府采购实施条例", "预算法", "审计法", "会计法", "统计法", "税收征收管理法",
    "个人所得税法", "企业所得税法", "土地管理法", "城市房地产管理法", "城乡规划法", "建筑法", "环境保护法",
    "森林法", "安全生产法", "消防法", "道路交通安全法", "食品安全法", "药品管理法", "产品质量法",
    "消费者权益保护法", "对外贸易法", "专利法", "商标法", "著作权法", "档案法", "保守国家秘密法", "保密法",
    "国家安全法", "网络安全法", "数据安全法", "个人信息保护法", "电子商务法", "劳动法", "劳动合同法",
    "社会保险法", "工会法", "就业促进法", "教育法", "义务教育法", "高等教育法", "职业教育法", "教师法",
    "慈善法", "村民委员会组织法", "全国人民代表大会组织法", "国务院组织法", "兵役法", "突发事件应对法",
    "传染病防治法", "未成年人保护法", "香港特别行政区基本法", "澳门特别行政区基本法", "政府信息公开条例",
    "信访工作条例", "行政机关公务员处分条例", "公务员处分条例", "国有土地上房屋征收与补偿条例",
    "不动产登记暂行条例", "党员权利保障条例", "纪律检查机关监督执纪工作规则", "监督执纪工作规则",
    "党内监督条例", "问责条例", "巡视工作条例", "纪律处分条例", "党纪处分条例", "廉洁自律准则",
    "干部选拔任用工作条例", "党政领导干部选拔任用工作条例",
})  # fmt: skip
"""Names of laws and Party rules that prose often writes without 《》."""

_OWN_GENRE = "条例|准则|规定|规则|办法|细则|决定|意见|解释|通知|章程|纲要|方案|法"
_OWN = re.compile(
    rf"(?:(?:(?<![基日根文样版])本|(?<!应)该|上述|前述)(?:{_OWN_GENRE}|法律)|(?<![合不相共协])同(?:条例|法))$"
)
# What a contract or a house rule calls itself is no generic word, but it keeps 第七项 from
# being read as a provision of the regulation named before.
_OTHER = "法典|(?<![方做看说想手用执司立守违非合依普])法|条例|准则|规定|规则|办法|细则|解释|宪章|协议|合同|公约|协定|章程|制度|修正案"
_GENRE = re.compile(rf"(?P<genre>{_OTHER})(?:（[^（）]{{1,8}}）)?$")
_BODY = re.compile("[\u4e00-\u9fff]{0,24}")
_NOUN = ("条例", "准则", "细则", "规则", "办法", "章程", "协议", "合同")
_CITING = re.compile(r"(?:依照|按照|遵照|比照|参照|根据|依据|违反|符合|适用|引用|[依按据])$")
# Where the name of an unmarked regulation cannot reach further to the left.
_STOP = re.compile(
    r".*(?:依照|按照|遵照|比照|参照|对照|根据|依据|违反|触犯|符合|适用|援引|引用|构成|认定为|学习|执行|贯彻|落实|遵守|结合|行使"
    r"|属于|具有|涉及|以及|或者|关于|对于|由于|有关|相关|应当|可以|反映|对应|使用|会用|规定|修改|修订|废止|制定|印发|发布|公布|明确|分别|另有|作出|做出"
    r"|条例|按|依|据|由|在|对|将|以|为|了|于|是|即|见|和|与|及|或|的|到|向|从|把|被|给|因|而|则|又|也|不|均|都|所|曾|(?<!国)有(?!组织))"
)
_STATE = "中华人民共和国"
_PARTY = "中国共产党"
_WINDOW = 60
_LONGEST_NAME = 40
_LONGEST_LINK = 8
"""Characters of 的 总则中的, and of the line break that `$` looks over."""
_LINK_END = re.compile(rf"(?:{LINK})$")
_NAME_END = re.compile("[\u4e00-\u9fff）)”」]$")
_MAY_END = re.compile("[\u4e00-\u9fff）)”」 \n]")
"""What stands before a chain that belongs to a name, with a link between or without."""
_OWN_ENDS = (*_OWN_GENRE.split("|"), "法律", "\n")
_GENRE_ENDS = ("法", "典", "例", "则", "定", "释", "章", "议", "同", "约", "程", "度", "案", "）", "\n")
"""What a text ends with in which `_OWN` and `_GENRE` may be found: `$` looks over a line break."""
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans({"“": "", "”": "", '"': "", "‘": "", "’": "", "(": "（", ")": "）"})


@dataclass(frozen=True, slots=True)
class Name:
    """How a chain's regulation is named, and where that begins.

    Exactly one of `title` (a name as written, without its marks) and `own` (本条例) is set.
    """

    start: int
    title: str | None = None
    title_start: int = 0
    title_end: int = 0
    own: str | None = None
    mark: str | None = None


def mask_titles(text: str) -> str:
    """`text` with its titles in 《》 blanked; of the same length."""
    return _TITLED.sub(lambda title: MASK * len(title[0]), text)


def normalise_title(title: str) -> str:
    """A title as it is compared: without spaces and quotation marks, brackets of full width."""
    return _SPACES.sub("", title).translate(_QUOTES)


def name_before(
    text: str, end: int, floor: int, known: Collection[str], aliases: Collection[str]
) -> Name | None:
    """The unmarked name that ends at `end`, looking back no further than `floor`; None if there is none.

    `known` are the titles that may stand without 《》, `aliases` those that the text declares.
    """
    base = max(floor, end - _WINDOW)
    if base == end or not _MAY_END.match(text, end - 1):
        return None
    window = text[base:end]
    bare = _without_link(window)
    if not _NAME_END.search(bare, max(0, len(bare) - 2)):
        return None
    left, mark = mark_at_end(bare)
    found = _known(left, known, aliases)
    if found is None and bare == window.rstrip(" "):
        found = _unknown(left)
    if found is None:
        return None
    start, before = mark_before(text, base + found.start, floor)
    if found.title is None:
        return Name(start, own=found.own, mark=mark or before)
    return Name(start, found.title, base + found.title_start, base + found.title_end, mark=mark or before)


def _without_link(window: str) -> str:
    """`window` without what links the name at its end to a provision."""
    link = _LINK_END.search(window, max(0, len(window) - _LONGEST_LINK))
    return window[: link.start()] + window[link.end() :] if link else window


def _known(left: str, known: Collection[str], aliases: Collection[str]) -> Name | None:
    """The longest of the listed names, the common ones and 本条例 and the like that ends `left`."""
    own = _OWN.search(left) if left.endswith(_OWN_ENDS) else None
    shortest = len(own[0]) if own else 2
    for size in _sizes(left, known, aliases):
        if size >= shortest and _listed(left[-size:], known, aliases):
            return _titled(left, len(left) - size)
    if own:
        return Name(own.start(), own=own[0])
    return _quoted(left, known, aliases)


def _sizes(left: str, known: Collection[str], aliases: Collection[str]) -> Iterable[int]:
    """The sizes that a listed name at the end of `left` may have, the longest first."""
    longest = min(len(left), _LONGEST_NAME)
    if aliases:
        return range(longest, 0, -1)
    return (size for size in _sizes_by_end(frozenset(known)).get(left[-1:], ()) if size <= longest)


@lru_cache(maxsize=8)
def _sizes_by_end(known: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """The last character of every listed name → the sizes of the names that it ends, the longest first."""
    sizes: dict[str, set[int]] = {}
    for name in known | COMMON:
        sizes.setdefault(name[-1:], set()).add(len(name))
    return {end: tuple(sorted(found, reverse=True)) for end, found in sizes.items()}


def _listed(name: str, known: Collection[str], aliases: Collection[str]) -> bool:
    return name in COMMON or name in known or name in aliases


def _titled(left: str, start: int) -> Name:
    for prefix in (_STATE, _PARTY):
        if left.endswith(prefix, 0, start):
            start -= len(prefix)
    return Name(start, left[start:], start, len(left))


def _quoted(left: str, known: Collection[str], aliases: Collection[str]) -> Name | None:
    """A listed name in quotation marks: “纪律处分条例”."""
    if not left.endswith(("”", "」")):
        return None
    start = max(left.rfind("“"), left.rfind("「"))
    inner = left[start + 1 : -1]
    if start < 0 or not _listed(inner, known, aliases):
        return None
    return Name(start, inner, start, len(left))


def _unknown(left: str) -> Name | None:
    """A name that no list holds, cut where it can reach no further to the left; or a generic word."""
    match = _GENRE.search(left) if left.endswith(_GENRE_ENDS) else None
    if not match:
        return None
    genre = match.start()
    body = _BODY.match(left[:genre][::-1])
    begin = genre - (body.end() if body else 0)
    stop = _STOP.match(left[begin:genre].replace(_STATE, "国" * len(_STATE)))
    ends = [year.end() for year in YEAR_BEFORE.finditer(left, 0, genre)]
    start = max(begin + (stop.end() if stop else 0), *ends, 0)
    if start < genre and mark_before(left, genre, start)[0] > start:
        return Name(start, left[start:], start, len(left))
    if match["genre"] in _NOUN or (match["genre"] in _OWN_GENRE.split("|") and _CITING.search(left[:genre])):
        return Name(genre, own=left[genre:])
    return None
