"""What prose cites: a row a form, its expected value written from the meaning of the sentence."""

import re
from dataclasses import dataclass

import pytest

from corpus.model import Citation, Pinpoint, RangeEnd
from corpus.parse.citations import find_citations, normalise_title

KNOWN = frozenset({"中国共产党纪律处分条例", "纪律处分条例", "处分条例", "监察法", "“一把手”监督意见"})
_FIELDS = {"编": "part", "章": "chapter", "节": "section", "款": "paragraph", "项": "item", "目": "subitem"}


@dataclass(frozen=True)
class Expected:
    """A citation as a row writes it; `refs` in the notation of `pinpoint`, separated by spaces."""

    text: str
    refs: str = ""
    title: str | None = None
    own: str | None = None
    mark: str | None = None
    alias: str | None = None
    malformed: str | None = None


def pinpoint(written: str) -> Pinpoint:
    """条97款2项1 → the pinpoint; after ~ the last provision of a range."""
    start, _, end = written.partition("~")
    return Pinpoint(**_levels(start), range_end=RangeEnd(**_levels(end)) if end else None)  # type: ignore[arg-type]


def _levels(written: str) -> dict[str, int | str]:
    found = re.findall(r"([编章节条款项目])([0-9]+(?:-[0-9]+)?)", written)
    assert "".join(level + number for level, number in found) == written
    return {
        _FIELDS.get(level, "article"): number if level == "条" else int(number) for level, number in found
    }


def titled(title: str, tail: str, refs: str = "", **more: str) -> Expected:
    """A citation that begins with 《title》."""
    return Expected(f"《{title}》{tail}", refs, title=title, **more)


Row = tuple[str, str, list[Expected]]
X = Expected
RULES = "纪律处分条例"

TITLES: list[Row] = [
    ("full-title", "他违反《中国共产党纪律处分条例》第九十七条，受到警告处分。", [titled("中国共产党纪律处分条例", "第九十七条", "条97")]),
    ("short-title", "按照《纪律处分条例》第八条，处分有五种。", [titled(RULES, "第八条", "条8")]),
    ("down-to-paragraph", "这属于《监察法》第四十五条第二款的情形。", [titled("监察法", "第四十五条第二款", "条45款2")]),
    ("down-to-item", "对照《纪律处分条例》第一百一十五条第一款第（二）项检查。", [titled(RULES, "第一百一十五条第一款第（二）项", "条115款1项2")]),
    ("item-without-paragraph", "村干部属于《监察法》第十五条第五项的人员。", [titled("监察法", "第十五条第五项", "条15项5")]),
    ("bare-short-title", "依照纪律处分条例第八条给予处分。", [X("纪律处分条例第八条", "条8", title=RULES)]),
    ("shorter-of-two-known", "他不懂处分条例第八条。", [X("处分条例第八条", "条8", title="处分条例")]),
    ("longest-known-name", "他不懂中国共产党纪律处分条例第八条。", [X("中国共产党纪律处分条例第八条", "条8", title="中国共产党纪律处分条例")]),
    ("quoted-known-name", "大家熟悉“纪律处分条例”第八条。", [X("“纪律处分条例”第八条", "条8", title=RULES)]),
    ("quotation-marks-in-name", "落实“一把手”监督意见第二部分。", [X("“一把手”监督意见第二部分", "节2", title="“一把手”监督意见")]),
    ("linked-by-de", "《监察法》的第十一条写明了职责。", [titled("监察法", ""), X("第十一条", "条11")]),
    ("linked-by-zhong", "《监察法》中第十一条写明了职责。", [titled("监察法", ""), X("第十一条", "条11")]),
    ("contract-linked-by-de", "依据《采购合同》的第三条付款。", [titled("采购合同", "的第三条", "条3")]),
    ("bare-name-linked-by-de", "监察法的第十一条写明了职责。", [X("监察法的第十一条", "条11", title="监察法")]),
    ("space-before-number", "《监察法》 第十一条写明了职责。", [titled("监察法", " 第十一条", "条11")]),
    ("general-part-between", "《纪律处分条例》总则第八条列了种类。", [titled(RULES, "总则第八条", "条8")]),
    ("special-part-between", "《纪律处分条例》分则第八章管廉洁。", [titled(RULES, "分则第八章", "章8")]),
    ("title-in-brackets-kept", "《某县公务接待规定（试行）》第七条限定了人数。", [titled("某县公务接待规定（试行）", "第七条", "条7")]),
    ("unknown-title-is-cited-too", "《甲市公务用车办法》第五条不许私用。", [titled("甲市公务用车办法", "第五条", "条5")]),
    ("title-alone", "会前学习《甲市公务用车办法》。", [titled("甲市公务用车办法", "")]),
    ("title-alone-known", "会前学习《监察法》。", [titled("监察法", "")]),
    ("two-titles-one-number", "《问责条例》《纪律处分条例》第八条都要学。", [titled("问责条例", ""), titled(RULES, "第八条", "条8")]),
    ("reference-inside-a-title", "已发出《关于落实〈纪律处分条例〉第一百一十六条的提醒函》。", []),
    ("reference-inside-an-essay", "他写了《读〈纪律处分条例〉第五条有感》。", []),
    ("title-of-a-book", "他爱读《红岩》。", []),
    ("known-name-alone", "会前学习监察法。", [X("监察法", title="监察法")]),
    ("known-names-alone", "学习监察法、纪律处分条例第八条。", [X("监察法", title="监察法"), X("纪律处分条例第八条", "条8", title=RULES)]),
    ("name-inside-a-word", "监察法规很多。", []),
    ("name-inside-a-title", "学习《监察法讲义》。", []),
    ("trial-bracket-outside", "《甲县接待规定》（试行）第七条限定了人数。", [X("《甲县接待规定》（试行）第七条", "条7", title="甲县接待规定（试行）")]),
    ("chapter-of-a-textbook", "复习《刑法学》第三章。", []),
    ("title-that-sounds-like-a-law", "他爱读《孙子兵法》。", []),
    ("line-break-ends-a-name", "学习《监察法》\n第十一条要背下来", [titled("监察法", ""), X("第十一条", "条11")]),
]  # fmt: skip

EDITIONS: list[Row] = [
    ("revised-after", "适用《纪律处分条例》（2018年修订）第八十八条。", [titled(RULES, "（2018年修订）第八十八条", "条88", mark="2018")]),
    ("year-after", "适用《纪律处分条例》（2018）第八十八条。", [titled(RULES, "（2018）第八十八条", "条88", mark="2018")]),
    ("half-width-brackets", "适用《纪律处分条例》(2018)第八十八条。", [titled(RULES, "(2018)第八十八条", "条88", mark="2018")]),
    ("year-edition-after", "适用《纪律处分条例》（2018年版）第八十八条。", [titled(RULES, "（2018年版）第八十八条", "条88", mark="2018")]),
    ("year-act-without-nian", "适用《监察法》（2024修正）第十一条。", [titled("监察法", "（2024修正）第十一条", "条11", mark="2024")]),
    ("day-after", "适用《纪律处分条例》（2018年8月18日印发）第八十八条。", [titled(RULES, "（2018年8月18日印发）第八十八条", "条88", mark="2018")]),
    ("inside-the-title", "适用《纪律处分条例（2018年修订）》第八十八条。", [X("《纪律处分条例（2018年修订）》第八十八条", "条88", title=RULES, mark="2018")]),
    ("year-before", "适用2018年《纪律处分条例》第八十八条。", [X("2018年《纪律处分条例》第八十八条", "条88", title=RULES, mark="2018")]),
    ("year-edition-before", "适用2018年版《纪律处分条例》第八十八条。", [X("2018年版《纪律处分条例》第八十八条", "条88", title=RULES, mark="2018")]),
    ("year-revised-before", "适用2018年修订的《纪律处分条例》第八十八条。", [X("2018年修订的《纪律处分条例》第八十八条", "条88", title=RULES, mark="2018")]),
    ("month-revised-before", "适用2018年8月修订的《纪律处分条例》第八十八条。", [X("2018年8月修订的《纪律处分条例》第八十八条", "条88", title=RULES, mark="2018")]),
    ("chinese-year-before", "适用二〇一八年《纪律处分条例》第八十八条。", [X("二〇一八年《纪律处分条例》第八十八条", "条88", title=RULES, mark="二〇一八")]),
    ("before-the-revision", "修订前的《纪律处分条例》第八十八条。", [X("修订前的《纪律处分条例》第八十八条", "条88", title=RULES, mark="修订前")]),
    ("the-former", "按原《纪律处分条例》第八十八条处理。", [X("原《纪律处分条例》第八十八条", "条88", title=RULES, mark="原")]),
    ("the-current", "现行《纪律处分条例》第九十七条。", [X("《纪律处分条例》第九十七条", "条97", title=RULES, mark="现行")]),
    ("newly-revised", "新修订的《纪律处分条例》第九十七条。", [X("《纪律处分条例》第九十七条", "条97", title=RULES, mark="现行")]),
    ("title-alone-with-mark", "学习《纪律处分条例》（2018年修订）。", [titled(RULES, "（2018年修订）", mark="2018")]),
    ("bare-name-marked-after", "适用纪律处分条例（2018年修订）第八十八条。", [X("纪律处分条例（2018年修订）第八十八条", "条88", title=RULES, mark="2018")]),
    ("bare-name-marked-before", "适用2018年版纪律处分条例第八十八条。", [X("2018年版纪律处分条例第八十八条", "条88", title=RULES, mark="2018")]),
    ("generic-marked-before", "适用2018年条例第八十八条。", [X("2018年条例第八十八条", "条88", own="条例", mark="2018")]),
    ("generic-former", "按原条例第八十八条处理。", [X("原条例第八十八条", "条88", own="条例", mark="原")]),
    ("edition-word-after", "适用《纪律处分条例》2018年版第八十八条。", [titled(RULES, "2018年版第八十八条", "条88", mark="2018")]),
    ("before-the-amendment", "修正前的《监察法》第六十九条。", [X("修正前的《监察法》第六十九条", "条69", title="监察法", mark="修正前")]),
    ("a-date-is-no-mark", "2018年，《纪律处分条例》第八十八条开始施行。", [titled(RULES, "第八十八条", "条88")]),
    ("innovation-is-no-mark", "在创新《问责条例》的宣讲方式上下功夫。", [titled("问责条例", "")]),
    ("document-number-parts", "见《纪律处分条例》（中发〔2023〕9号）第九十七条。", [titled(RULES, ""), X("第九十七条", "条97")]),
]  # fmt: skip

UNITS: list[Row] = [
    ("part-and-chapter", "《纪律处分条例》第二编第八章。", [titled(RULES, "第二编第八章", "编2章8")]),
    ("part-chapter-article", "第二编第八章第九十七条是老条文。", [X("第二编第八章第九十七条", "编2章8条97")]),
    ("chapter-section-article", "《监察法》第三章第二节第十条。", [titled("监察法", "第三章第二节第十条", "章3节2条10")]),
    ("sections-of-a-chapter", "本法第四章第一节、第六节另有规定。", [X("本法第四章第一节、第六节", "章4节1 章4节6", own="本法")]),
    ("bare-chapter-with-guidance", "依照第八章的规定处理。", [X("第八章", "章8")]),
    ("chapter-goes-on", "《纪律处分条例》第八章管廉洁，第九章管群众。", [titled(RULES, "第八章", "章8"), X("第九章", "章9")]),
    ("chapter-as-a-place", "《监察法》管到每个公职人员，写在第三章。", [titled("监察法", ""), X("第三章", "章3")]),
    ("part-of-an-opinion", "《甲市监督意见》第二部分提了要求。", [titled("甲市监督意见", "第二部分", "节2")]),
    ("item-of-a-part", "《甲市监督意见》第二部分第（三）项讲谈话。", [titled("甲市监督意见", "第二部分第（三）项", "节2项3")]),
    ("inserted-article", "《刑法》第三百八十八条之一第一款。", [titled("刑法", "第三百八十八条之一第一款", "条388-1款1")]),
    ("two-inserted-articles", "《刑法》第一百三十三条之一、之二。", [titled("刑法", "第一百三十三条之一、之二", "条133-1 条133-2")]),
    ("one-of-is-no-insertion", "有第（一）项至第（三）项之一行为的。", [X("第（一）项至第（三）项", "项1~项3")]),
    ("arabic", "《纪律处分条例》第97条第1款。", [titled(RULES, "第97条第1款", "条97款1")]),
    ("full-width-arabic", "《纪律处分条例》第９７条第１款。", [titled(RULES, "第９７条第１款", "条97款1")]),
    ("spaced-arabic", "《纪律处分条例》第 97 条第 1 款。", [titled(RULES, "第 97 条第 1 款", "条97款1")]),
    ("space-between-units", "《纪律处分条例》第97条 第1款。", [titled(RULES, "第97条 第1款", "条97款1")]),
    ("arabic-in-brackets", "《监察法》第15条第（2）项。", [titled("监察法", "第15条第（2）项", "条15项2")]),
    ("item-in-half-width-brackets", "《监察法》第十五条第(二)项。", [titled("监察法", "第十五条第(二)项", "条15项2")]),
    ("item-without-di", "《纪律处分条例》第一百一十五条第一款（二）项。", [titled(RULES, "第一百一十五条第一款（二）项", "条115款1项2")]),
    ("subitem", "《甲市采购办法》第三条第一款第（二）项第1目。", [titled("甲市采购办法", "第三条第一款第（二）项第1目", "条3款1项2目1")]),
    ("unit-of-a-unit", "《监察法》第四十五条的第二款。", [titled("监察法", "第四十五条", "条45"), X("第二款", "款2")]),
    ("zero-inside", "《纪律处分条例》第一百零五条。", [titled(RULES, "第一百零五条", "条105")]),
    ("circle-zero-inside", "《纪律处分条例》第一百〇五条。", [titled(RULES, "第一百〇五条", "条105")]),
    ("digits-by-place", "《纪律处分条例》第一〇五条。", [titled(RULES, "第一〇五条", "条105")]),
    ("four-figures", "民法典第一千零七十九条。", [X("民法典第一千零七十九条", "条1079", title="民法典")]),
    ("what-an-article-agrees", "采购合同第三条约定了工期。", [X("采购合同第三条", "条3", title="采购合同")]),
]  # fmt: skip

LISTS: list[Row] = [
    ("articles", "《监察法》第三条、第五条和第七条。", [titled("监察法", "第三条、第五条和第七条", "条3 条5 条7")]),
    ("paragraphs-share-the-article", "《监察法》第十条第一款、第三款。", [titled("监察法", "第十条第一款、第三款", "条10款1 条10款3")]),
    ("article-begins-anew", "《监察法》第十条第一款、第十二条。", [titled("监察法", "第十条第一款、第十二条", "条10款1 条12")]),
    ("items-share-the-paragraph", "《监察法》第十条第一款第（一）项、第（三）项。", [titled("监察法", "第十条第一款第（一）项、第（三）项", "条10款1项1 条10款1项3")]),
    ("paragraph-after-item", "《监察法》第十条第一款第（一）项、第二款。", [titled("监察法", "第十条第一款第（一）项、第二款", "条10款1项1 条10款2")]),
    ("numbers-share-the-level", "《监察法》第十条第一、二项。", [titled("监察法", "第十条第一、二项", "条10项1 条10项2")]),
    ("three-share-the-level", "《监察法》第三、五、七条。", [titled("监察法", "第三、五、七条", "条3 条5 条7")]),
    ("each-with-di", "《监察法》第十条第一、第二项。", [titled("监察法", "第十条第一、第二项", "条10项1 条10项2")]),
    ("brackets-share-the-level", "《监察法》第十条第（一）、（二）项。", [titled("监察法", "第十条第（一）、（二）项", "条10项1 条10项2")]),
    ("brackets-without-join", "《监察法》第十条第一款第（一）（三）项。", [titled("监察法", "第十条第一款第（一）（三）项", "条10款1项1 条10款1项3")]),
    ("brackets-without-di", "《监察法》第十条（一）、（三）项。", [titled("监察法", "第十条（一）、（三）项", "条10项1 条10项3")]),
    ("joined-by-yiji", "《监察法》第三条以及第五条第二款。", [titled("监察法", "第三条以及第五条第二款", "条3 条5款2")]),
    ("joined-by-ji", "《监察法》第三条及第五条。", [titled("监察法", "第三条及第五条", "条3 条5")]),
    ("joined-by-huozhe", "《监察法》第三条或者第五条。", [titled("监察法", "第三条或者第五条", "条3 条5")]),
    ("joined-by-huo", "《监察法》第三条或第五条。", [titled("监察法", "第三条或第五条", "条3 条5")]),
    ("joined-by-yu", "《监察法》第三条与第五条。", [titled("监察法", "第三条与第五条", "条3 条5")]),
    ("article-outside-the-chapter", "《纪律处分条例》第八章和第一百五十二条。", [titled(RULES, "第八章和第一百五十二条", "章8 条152")]),
    ("comma-parts", "《监察法》第三条，第五条也一样。", [titled("监察法", "第三条", "条3"), X("第五条", "条5")]),
    ("own-word-parts", "《监察法》第三条和本条例第五条。", [titled("监察法", "第三条", "条3"), X("本条例第五条", "条5", own="本条例")]),
    ("title-parts", "《监察法》第三条、《纪律处分条例》第八条。", [titled("监察法", "第三条", "条3"), titled(RULES, "第八条", "条8")]),
    ("bare-name-parts", "《监察法》第三条、刑法第五条。", [titled("监察法", "第三条", "条3"), X("刑法第五条", "条5", title="刑法")]),
]  # fmt: skip

RANGES: list[Row] = [
    ("articles-zhi", "《监察法》第三条至第五条。", [titled("监察法", "第三条至第五条", "条3~条5")]),
    ("articles-dao", "《监察法》第三条到第五条。", [titled("监察法", "第三条到第五条", "条3~条5")]),
    ("one-level-word", "《监察法》第三至五条。", [titled("监察法", "第三至五条", "条3~条5")]),
    ("long-dash", "《纪律处分条例》第94—121条。", [titled(RULES, "第94—121条", "条94~条121")]),
    ("double-dash", "《纪律处分条例》第94——121条。", [titled(RULES, "第94——121条", "条94~条121")]),
    ("hyphen", "《纪律处分条例》第94-121条。", [titled(RULES, "第94-121条", "条94~条121")]),
    ("en-dash", "《纪律处分条例》第94–121条。", [titled(RULES, "第94–121条", "条94~条121")]),
    ("full-width-hyphen", "《纪律处分条例》第94－121条。", [titled(RULES, "第94－121条", "条94~条121")]),
    ("wave", "《纪律处分条例》第94～121条。", [titled(RULES, "第94～121条", "条94~条121")]),
    ("tilde", "《纪律处分条例》第94~121条。", [titled(RULES, "第94~121条", "条94~条121")]),
    ("dash-between-articles", "《纪律处分条例》第94条—第121条。", [titled(RULES, "第94条—第121条", "条94~条121")]),
    ("end-without-di", "清单第21项至35项规定的事项要报告。", [X("第21项至35项", "项21~项35")]),
    ("paragraphs", "《监察法》第三条第一款至第三款。", [titled("监察法", "第三条第一款至第三款", "条3款1~条3款3")]),
    ("items", "《监察法》第三条第（一）项至第（三）项。", [titled("监察法", "第三条第（一）项至第（三）项", "条3项1~条3项3")]),
    ("items-in-one-word", "《监察法》第三条第（一）至（三）项。", [titled("监察法", "第三条第（一）至（三）项", "条3项1~条3项3")]),
    ("from-paragraph-to-article", "《监察法》第三条第二款至第五条。", [titled("监察法", "第三条第二款至第五条", "条3款2~条5")]),
    ("to-a-paragraph", "《监察法》第三条至第五条第二款。", [titled("监察法", "第三条至第五条第二款", "条3~条5款2")]),
    ("then-a-list", "《监察法》第三条至第五条、第八条。", [titled("监察法", "第三条至第五条、第八条", "条3~条5 条8")]),
    ("then-a-paragraph", "《监察法》第三条至第五条和第七条第二款。", [titled("监察法", "第三条至第五条和第七条第二款", "条3~条5 条7款2")]),
    ("list-then-range", "《监察法》第一条、第三条至第五条。", [titled("监察法", "第一条、第三条至第五条", "条1 条3~条5")]),
    ("inserted-articles", "《刑法》第一百二十条之一至第一百二十条之六。", [titled("刑法", "第一百二十条之一至第一百二十条之六", "条120-1~条120-6")]),
    ("chapters-are-each-named", "《纪律处分条例》第六章至第八章。", [titled(RULES, "第六章至第八章", "章6 章7 章8")]),
    ("chapters-in-one-word", "《纪律处分条例》第六至八章。", [titled(RULES, "第六至八章", "章6 章7 章8")]),
]  # fmt: skip

POINTERS: list[Row] = [
    ("paragraph-before", "有前款行为的，从重处分。", [X("前款", own="前款")]),
    ("after-a-verb", "发生前款所列情形的。", [X("前款", own="前款")]),
    ("item-of-paragraph-before", "有前款第（二）项情形的。", [X("前款第（二）项", "项2", own="前款")]),
    ("range-in-paragraph-before", "可以以前款第三项至第六项为由申诉。", [X("前款第三项至第六项", "项3~项6", own="前款")]),
    ("two-paragraphs-before", "依照前两款的规定处理。", [X("前两款", own="前两款")]),
    ("three-paragraphs-before", "依照前三款规定处理。", [X("前三款", own="前三款")]),
    ("article-before", "依照前条规定处理。", [X("前条", own="前条")]),
    ("paragraph-of-article-before", "依照前条第二款处理。", [X("前条第二款", "款2", own="前条")]),
    ("item-before", "除前项规定外。", [X("前项", own="前项")]),
    ("this-article", "本条所称亲属，包括配偶。", [X("本条", own="本条")]),
    ("paragraph-of-this-article", "依照本条第二款处理。", [X("本条第二款", "款2", own="本条")]),
    ("paragraphs-of-this-article", "本条第一款、第三款都适用。", [X("本条第一款、第三款", "款1 款3", own="本条")]),
    ("this-paragraph", "有本款行为的。", [X("本款", own="本款")]),
    ("subitem-of-this-item", "不受本项第２目的规定限制。", [X("本项第２目", "目2", own="本项")]),
    ("this-chapter", "依照本章规定处理。", [X("本章", own="本章")]),
    ("section-of-this-chapter", "依照本章第二节处理。", [X("本章第二节", "节2", own="本章")]),
    ("chapter-of-this-part", "适用本编第五章第二节。", [X("本编第五章第二节", "章5节2", own="本编")]),
    ("same-article", "见《监察法》第十条第一款；同条第二款另有规定。", [titled("监察法", "第十条第一款", "条10款1"), X("同条第二款", "款2", own="同条")]),
    ("that-article", "该条第二款另有规定。", [X("该条第二款", "款2", own="该条")]),
    ("that-paragraph", "违反该款规定的。", [X("该款", own="该款")]),
    ("this-regulation", "本条例第九十七条管礼品。", [X("本条例第九十七条", "条97", own="本条例")]),
    ("this-rule", "本规定第五条管用车。", [X("本规定第五条", "条5", own="本规定")]),
    ("this-opinion", "本意见第二部分管谈话。", [X("本意见第二部分", "节2", own="本意见")]),
    ("this-constitution", "本章程第三条讲义务。", [X("本章程第三条", "条3", own="本章程")]),
    ("that-regulation", "学习《问责条例》，该条例第五条要记住。", [titled("问责条例", ""), X("该条例第五条", "条5", own="该条例")]),
    ("the-said-rule", "违反上述规定第三条的。", [X("上述规定第三条", "条3", own="上述规定")]),
    ("the-same-law", "见《监察法》第十条，并参照同法第十一条。", [titled("监察法", "第十条", "条10"), X("同法第十一条", "条11", own="同法")]),
    ("the-same-regulation", "适用同条例第五条。", [X("同条例第五条", "条5", own="同条例")]),
    ("generic-noun", "对照条例第九十七条自查。", [X("条例第九十七条", "条97", own="条例")]),
    ("generic-rule-after-citing", "依据规定第三条办理。", [X("规定第三条", "条3", own="规定")]),
    ("general-part-of-this-law", "参照本法总则第二章第三节办理。", [X("本法总则第二章第三节", "章2节3", own="本法")]),
]  # fmt: skip

ALIASES: list[Row] = [
    ("declared-in-marks", "《中国共产党纪律处分条例》（以下简称《条例》）第八条。", [titled("中国共产党纪律处分条例", "（以下简称《条例》）第八条", "条8", alias="条例")]),
    ("declared-plain", "《中国共产党纪律处分条例》（以下简称条例）第八条。", [titled("中国共产党纪律处分条例", "（以下简称条例）第八条", "条8", alias="条例")]),
    ("declared-in-quotes", "《中国共产党纪律处分条例》（下称“条例”）第八条。", [titled("中国共产党纪律处分条例", "（下称“条例”）第八条", "条8", alias="条例")]),
    ("declared-with-the-edition", "《中国共产党纪律处分条例》（2018年修订，以下简称《条例》）第八条。", [titled("中国共产党纪律处分条例", "（2018年修订，以下简称《条例》）第八条", "条8", mark="2018", alias="条例")]),
    ("declared-after-the-edition", "《中国共产党纪律处分条例》（2018年修订）（以下简称《条例》）第八条。", [titled("中国共产党纪律处分条例", "（2018年修订）（以下简称《条例》）第八条", "条8", mark="2018", alias="条例")]),
    ("declared-with-a-number", "《中国共产党纪律处分条例》（中发〔2023〕9号，以下简称《条例》）。", [titled("中国共产党纪律处分条例", "（中发〔2023〕9号，以下简称《条例》）", alias="条例")]),
    ("declared-of-a-bare-name", "学习纪律处分条例（以下简称《条例》）。", [X("纪律处分条例（以下简称《条例》）", title=RULES, alias="条例")]),
    ("used-in-marks", "《甲市用车办法》（以下简称《办法》）。按《办法》第五条办。", [titled("甲市用车办法", "（以下简称《办法》）", alias="办法"), titled("办法", "第五条", "条5")]),
    ("used-plain", "《甲市用车办法》（以下简称车办）。按车办第五条办。", [titled("甲市用车办法", "（以下简称车办）", alias="车办"), X("车办第五条", "条5", title="车办")]),
    ("this-is-not-the-alias", "《甲市用车条例》（以下简称《条例》）。本条例第五条。", [titled("甲市用车条例", "（以下简称《条例》）", alias="条例"), X("本条例第五条", "条5", own="本条例")]),
    ("alias-of-a-company", "甲市建设公司（以下简称甲公司）违反《监察法》第三条。", [titled("监察法", "第三条", "条3")]),
]  # fmt: skip

NAMES: list[Row] = [
    ("verb-before-constitution", "常委会行使宪法第六十七条赋予的权力。", [X("宪法第六十七条", "条67", title="宪法")]),
    ("verb-you-before-law", "如果裁定有民事诉讼法第二百条的情形。", [X("民事诉讼法第二百条", "条200", title="民事诉讼法")]),
    ("court-before-law", "人民法院依照民事诉讼法第十条审理。", [X("民事诉讼法第十条", "条10", title="民事诉讼法")]),
    ("found-to-be", "应当认定为刑法第三百八十五条的受贿。", [X("刑法第三百八十五条", "条385", title="刑法")]),
    ("adverb-before-law", "可以参照适用行政诉讼法第七条。", [X("行政诉讼法第七条", "条7", title="行政诉讼法")]),
    ("name-with-he-inside", "根据中华人民共和国宪法第五条。", [X("中华人民共和国宪法第五条", "条5", title="中华人民共和国宪法")]),
    ("unlisted-state-law", "根据中华人民共和国测绘法第五条。", [X("中华人民共和国测绘法第五条", "条5", title="中华人民共和国测绘法")]),
    ("contract-law-is-not-same-law", "可以依照合同法第七条。", [X("合同法第七条", "条7", title="合同法")]),
    ("party-constitution", "党章第三条写明了义务。", [X("党章第三条", "条3", title="党章")]),
    ("bill-law-begins-the-text", "票据法第十条第二款第（二）、（三）项。", [X("票据法第十条第二款第（二）、（三）项", "条10款2项2 条10款2项3", title="票据法")]),
    ("amendment-with-its-number", "刑法修正案（十二）第三条改了刑期。", [X("刑法修正案（十二）第三条", "条3", title="刑法修正案（十二）")]),
    ("civil-servants-have-their-own", "按照公务员处分条例第八条。", [X("公务员处分条例第八条", "条8", title="公务员处分条例")]),
    ("verb-before-generic", "全体党员学习条例第五条。", [X("条例第五条", "条5", own="条例")]),
    ("unlisted-house-rule", "违反县委印发的公务接待办法第六条。", [X("公务接待办法第六条", "条6", title="公务接待办法")]),
    ("charter", "援引某组织宪章第二章表决。", [X("某组织宪章第二章", "章2", title="某组织宪章")]),
    ("clear-rule-is-no-name", "《监察法》明确规定，第三条适用于全体人员。", [titled("监察法", ""), X("第三条", "条3")]),
    ("unlisted-basic-law-is-not-this-law", "参照某地基本法第五条。", [X("某地基本法第五条", "条5", title="某地基本法")]),
    ("basic-law-is-not-this-law", "香港特别行政区基本法第二十三条。", [X("香港特别行政区基本法第二十三条", "条23", title="香港特别行政区基本法")]),
]  # fmt: skip

BARE: list[Row] = [
    ("inherits", "《监察法》第三条讲职责；第五条讲原则。", [titled("监察法", "第三条", "条3"), X("第五条", "条5")]),
    ("three-in-a-sentence", "既违反《纪律处分条例》第九十七条，又违反《监察法》第十一条，还要看第十二条。", [titled(RULES, "第九十七条", "条97"), titled("监察法", "第十一条", "条11"), X("第十二条", "条12")]),
    ("paragraph-alone", "情节严重的，依照第二款规定处理。", [X("第二款", "款2")]),
    ("crime-of-a-paragraph", "犯第一款罪，主动交代的。", [X("第一款", "款1")]),
    ("crime-of-two-paragraphs", "单位犯第一款、第四款罪的。", [X("第一款、第四款", "款1 款4")]),
    ("renumbered-paragraphs", "第五款相应改为第六款。", [X("第五款", "款5"), X("第六款", "款6")]),
    ("former-paragraph-becomes", "原第二款作为第三款。", [X("第二款", "款2"), X("第三款", "款3")]),
    ("end-of-a-paragraph", "删去第二款末尾的一句。", [X("第二款", "款2")]),
    ("item-alone", "有第三项行为的。", [X("第三项", "项3")]),
    ("bracketed-item-is-no-ordinal", "第（二）项材料要交原件。", [X("第（二）项", "项2")]),
    ("items-alone", "有第一项、第四项列举情形的。", [X("第一项、第四项", "项1 项4")]),
    ("section-after-chapter", "某法草案在立法法第二章后面添了一节，作为第六节。", [X("立法法第二章", "章2", title="立法法"), X("第六节", "节6")]),
]  # fmt: skip

MALFORMED: list[Row] = [
    ("blank", "依据《监察法》第  条。", [titled("监察法", "第  条", malformed="  ")]),
    ("crosses", "依据《纪律处分条例》第××条。", [titled(RULES, "第××条", malformed="××")]),
    ("letters", "依据《纪律处分条例》第XX条第X款。", [titled(RULES, "第XX条第X款", malformed="XX")]),
    ("known-article-unknown-paragraph", "依据《纪律处分条例》第八条第×款。", [titled(RULES, "第八条第×款", "条8", malformed="×")]),
    ("some-article", "违反第某条的。", [X("第某条", malformed="某")]),
    ("empty-circle", "违反第○条的。", [X("第○条", malformed="○")]),
    ("no-such-numeral", "违反《监察法》第九九十条。", [titled("监察法", "第九九十条", malformed="九九十")]),
    ("article-zero", "违反《监察法》第零条。", [titled("监察法", "第零条", malformed="零")]),
    ("larger-than-any-text", "违反《监察法》第10000条。", [titled("监察法", "第10000条", malformed="10000")]),
    ("one-bad-number-in-a-list", "违反《监察法》第三条、第×条。", [titled("监察法", "第三条、第×条", "条3", malformed="×")]),
    ("chapters-in-reverse", "见《纪律处分条例》第八章至第六章。", [titled(RULES, "第八章至第六章", "章8", malformed="reversed")]),
]  # fmt: skip

NOT_CITATIONS: list[tuple[str, str]] = [
    ("count-of-articles", "全文共一百五十八条。"),
    ("count-in-arabic", "全文共158条，分3编11章。"),
    ("item-on-the-agenda", "会议讨论第三项议题。"),
    ("items-on-the-agenda", "会议讨论第一项和第二项任务。"),
    ("product", "公司推出第一款产品。"),
    ("product-kind", "这是第一款车型。"),
    ("some-task", "他负责第某项工作。"),
    ("note-on-a-paragraph", "第二款：两个条件都要有。"),
    ("emphasised-note-on-a-paragraph", "- **第二款**：两个条件都要有。"),
    ("lesson", "今天上第二节课。"),
    ("part-of-a-talk", "报告的第三部分很长。"),
    ("chapter-of-a-book", "第三章写得好。"),
    ("lead", "巡视组移交的第一条线索查实了。"),
    ("road", "他要走第三条道路。"),
    ("message", "他发的第二条微信被截图。"),
    ("goal", "增收是第一目标，稳定是第一目的。"),
    ("project", "本项目由乙公司承建。"),
    ("project-named", "在第三项目部工作。"),
    ("condition", "本条件不成立，前条件也不成立。"),
    ("this-regulation-alone", "本条例自发布之日起施行。"),
    ("this-constitution-alone", "本章程经大会通过。"),
    ("sum-of-money", "上款项已经退回。"),
    ("former-sums", "此前款项已经退回。"),
    ("recently", "日前，条例公布。"),
    ("tasks-before", "前两项任务已经完成。"),
    ("leads-before", "前两条线索已经了结。"),
    ("same-style", "他买了同款手机。"),
    ("contract-clause", "合同条款要写清楚。"),
    ("different-conditions", "在不同条件下结果不同。"),
    ("basic-clauses", "基本条款没有变。"),
    ("japan-treaty", "日本条约另行研究。"),
    ("this-lesson", "本节课讲廉洁。"),
    ("editor", "本编辑部设在A市。"),
    ("article-heading", "第十二条　党员应当如实报告。"),
    ("article-heading-half-space", "第十二条 党员应当如实报告。"),
    ("article-heading-in-a-list", "- 第十二条 如实报告"),
    ("article-heading-emphasised", "**第十二条** 党员应当如实报告。"),
    ("chapter-heading", "第三章　廉洁纪律"),
    ("chapter-heading-alone", "第三章\n"),
    ("quoted-article-heading", "增加一条：“第十二条　党员应当如实报告。”"),
    ("inserted-article-heading", "第十二条之一　党员应当如实报告。"),
    ("line-break-inside", "第\n九条"),
    ("masked-title", "\x00\x00\x00\x00"),
]  # fmt: skip

ROWS = [*TITLES, *EDITIONS, *UNITS, *LISTS, *RANGES, *POINTERS, *ALIASES, *NAMES, *BARE, *MALFORMED]


def read(citation: Citation) -> tuple[object, ...]:
    return (
        citation.text,
        citation.refs,
        citation.title,
        citation.own,
        citation.mark,
        citation.alias,
        citation.malformed,
    )


def expected(row: Expected) -> tuple[object, ...]:
    refs = tuple(pinpoint(ref) for ref in row.refs.split())
    return (row.text, refs, row.title, row.own, row.mark, row.alias, row.malformed)


@pytest.mark.parametrize(("text", "citations"), [pytest.param(t, c, id=reason) for reason, t, c in ROWS])
def test_citations(text: str, citations: list[Expected]) -> None:
    assert [read(found) for found in find_citations(text, KNOWN)] == [expected(row) for row in citations]


@pytest.mark.parametrize("text", [pytest.param(text, id=reason) for reason, text in NOT_CITATIONS])
def test_not_citations(text: str) -> None:
    assert [found.text for found in find_citations(text, KNOWN)] == []


@pytest.mark.parametrize(
    ("chain", "parts"),
    [
        (
            "第十条第一款第（一）项、第（三）项和第十二条之一",
            ["第十条第一款第（一）项", "第（三）项", "第十二条之一"],
        ),
        ("第十条第一、二项", ["第十条第一", "二项"]),
        ("第三条至第五条第二款、第八条", ["第三条至第五条第二款", "第八条"]),
        ("第94-121条", ["第94-121条"]),
        ("第三条第一款至第三款", ["第三条第一款至第三款"]),
        ("第一百三十三条之一、之二", ["第一百三十三条之一", "之二"]),
        ("第六章至第八章", ["第六章", "", "第八章"]),  # nothing in the text names the chapter between
    ],
)
def test_each_pinpoint_has_its_words(chain: str, parts: list[str]) -> None:
    text = f"依照《监察法》{chain}处理。"
    (citation,) = find_citations(text, KNOWN)
    assert [text[span.start : span.end] for span in citation.ref_spans] == parts


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("中国共产党 纪律处分条例", "中国共产党纪律处分条例"),
        ("“一把手”监督意见", "一把手监督意见"),
        ("规定(试行)", "规定（试行）"),
    ],
)
def test_titles_are_compared_without_spaces_and_quotation_marks(written: str, compared: str) -> None:
    assert normalise_title(written) == compared
