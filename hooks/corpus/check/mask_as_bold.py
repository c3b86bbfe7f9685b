"""隐去的名称会被当成加粗

**查什么**：Markdown 文件里用星号隐去的名称：`**局`、`张**`。两处星号之间的文字会被显示成加粗，星号本身消失。

**为什么**：原想隐去的名称，发布出来只剩半截，还加了粗；读者看不出那里隐去过什么。

**例**：`**局副局长张**`

**改法**：改成“某局”“张某某”“A局”，或者用“×”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.markup import mask_code
from corpus.text.source import Span

_MASK = re.compile(
    r"""
      (?<![*\w])\*{1,3}(?=(?:[省市县区镇乡村局厅委办院校处科所站部司厂店]|公司|集团|街道|单位|学校|医院)(?!\w*\*\*[^*]))\w
    | (?<![*\w])\*{1,3}(?=[省市县区镇乡村局厅委办院校处科所站部司]\w{0,12}[\u4e00-\u9fff]\*)\w
    | (?<=[\u4e00-\u9fff])\*{1,3}(?=[省市县区镇乡村局厅委办院校处科所站部司])\w
    | (?<=[，。；、：（“\s*局长记员任席师理])[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳史唐费薛雷贺倪汤罗郝毕安常于傅齐康伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅林刁钟徐邱骆高夏蔡田胡凌霍万卢莫房解应丁邓洪包左石崔龚程邢陆荣翁段焦谷车侯全班秋仲伊宫宁甘武符刘景龙叶黎白赖池乔谭劳申堵牛边温庄晏柴瞿阎连习容向古易廖终步耿匡文寇东欧利蔚越师巩聂晁勾敖辛简饶曾关相查游]\*{1,3}(?!\*)
    """,
    re.VERBOSE,
)
_BOLD = re.compile(r"(?<![*\w])\*\*(?!\s)[^*\n]+?(?<!\s)\*\*(?!\*)")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each mask of asterisks in Markdown."""
    for page in resolution.subjects:
        if page.is_markdown:
            text, base = mask_code(page.body), page.front_matter.body
            for match in _MASK.finditer(text):
                if not _is_bold(text, match):
                    found = match[0].strip()
                    message = f"“{found}”的星号会被当成加粗"
                    span = Span(*match.span()).shifted(base)
                    yield diagnose(page.source, span, "mask-as-bold", message, hint="改用“某”或“×”")


def _is_bold(text: str, match: re.Match[str]) -> bool:
    """Whether the asterisks are meant: they stand round a word on its own, as in a list of headings."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    return any(
        start + bold.start() <= match.start() < start + bold.end()
        and re.search(r"^[\s>#*\-\d.、）)|]*$|[。；：，|（]\s*$", line[: bold.start()])
        and re.match(r"[：:。，；、）\s|]|$", line[bold.end() :])
        for bold in _BOLD.finditer(line)
    )
