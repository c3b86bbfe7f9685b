"""How well citations are recognised: the committed report of the gold set, as a page."""

from __future__ import annotations

import json
from typing import Any

SCORES = "maintain/citation-scores.md"
_FORMS = {
    "alias-declared": "以下简称（声明）", "alias-used": "以下简称（使用）", "ambiguous": "分不清的引用",
    "arabic": "阿拉伯数字", "bare-inherited": "承前省略法规名", "bare-unit": "承前省略到款项",
    "bracket-item-only": "（一）项", "chapter": "章", "division-of-opinion": "第N部分", "full-title": "全称",
    "full-title-bare": "全称不带书名号", "fullwidth-arabic": "全角数字", "generic-noun": "泛称（条例第N条）",
    "item-brackets": "第（一）项", "item-with-di": "第一项", "list-articles": "并列的条", "list-shared-head": "共用条的款项",
    "list-shared-unit": "共用单位（第一、二项）", "mark-after": "版本在后", "mark-before": "版本在前",
    "mark-inside": "版本在书名号内", "mark-word": "修订前的、原", "missing-edition": "不存在的版本",
    "missing-provision": "不存在的条款", "misspelt-title": "名称有误", "nested-title": "名称套名称", "own-word": "本条例",
    "part": "编", "placeholder": "占位符", "pointer": "前款、本条、同条", "range-dash": "范围（—）",
    "range-short": "范围（第三至五条）", "range-zhi": "范围（至）", "reversed-range": "颠倒的范围", "section": "节",
    "several-regulations": "一句几个法规", "short-title-bare": "简称不带书名号", "short-title-marked": "简称",
    "state-law-bare": "国家法律不带书名号", "subitem": "目", "that-regulation": "该条例、上述规定", "title-alone": "只提名称",
    "unknown-bare": "库外法律不带书名号", "unknown-title": "库外名称", "zhi-yi": "之一",
}  # fmt: skip


def score_page(report: str) -> str:
    """The page of a report as `tests/gold/score_citations.py` writes it."""
    data: dict[str, Any] = json.loads(report)
    forms: dict[str, dict[str, int]] = data["forms"]
    total = {
        name: sum(form[name] for form in forms.values())
        for name in ("gold", "found", "pinpoint", "regulation")
    }
    found, gold = total["found"], total["gold"]
    rows = [_row(_FORMS.get(name, name), form) for name, form in forms.items()]
    return (
        "# 引用识别成绩\n\n"
        f"标准集有{gold}处引用，句子由人写、标签由人标，没有看过识别结果。找全率{found / gold:.1%}，"
        f"找对率{found / data['predicted']:.1%}；找到的里面，条款项完全正确{total['pinpoint'] / found:.1%}，"
        f"法规和版本完全正确{total['regulation'] / found:.1%}。由构建从标准集旁边的成绩单生成。\n\n"
        "| 写法 | 处数 | 找到 | 条款正确 | 法规正确 |\n| --- | --: | --: | --: | --: |\n"
        + "\n".join(rows)
        + "\n"
    )


def _row(name: str, form: dict[str, int]) -> str:
    shares = " | ".join(f"{form[key] / form['gold']:.0%}" for key in ("found", "pinpoint", "regulation"))
    return f"| {name} | {form['gold']} | {shares} |"
