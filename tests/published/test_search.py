"""The search box as a reader uses it: real keys, an input method, the mouse; on the web, off a disk, without scripts."""

from __future__ import annotations

import random
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from .conftest import Visitor

SANCTIONS = "regulations/disciplinary-sanction"
CHAPTER = f"{SANCTIONS}/2023/chapter-08.html"
BOTH = pytest.mark.parametrize("visitor", ["visit", "visit_from_disk"])


def open_box(page: Page, key: str = "/") -> Locator:
    """Open the box with a key; what stands in it is selected."""
    page.keyboard.press(key)
    expect(page.locator("#__search")).to_be_checked()
    return page.locator(".md-search__input")


def ask(page: Page, words: str) -> None:
    """Type as a person does, in place of what was asked before."""
    open_box(page) if not page.locator("#__search").is_checked() else page.keyboard.press("Control+A")
    page.keyboard.type(words)
    page.keyboard.press("Shift")


def found(page: Page) -> Locator:
    """The pages in the list of results."""
    return page.locator(".md-search-result__item")


def opened(visitor: str, request: pytest.FixtureRequest, path: str = "index.html") -> tuple[Visitor, Page]:
    reader: Visitor = request.getfixturevalue(visitor)
    return reader, reader.open(path)


NAMED = {
    "97条": f"{CHAPTER}#art_97",
    "第97条": f"{CHAPTER}#art_97",
    "第 97 条": f"{CHAPTER}#art_97",
    "９７条": f"{CHAPTER}#art_97",
    "九十七条第二款": f"{CHAPTER}#art_97__para_2",
    "97条2款": f"{CHAPTER}#art_97__para_2",
    "115条第一款第二项": f"{CHAPTER}#art_115__para_1__item_2",
    "第一百零二条": f"{CHAPTER}#art_102",
    "第一百〇二条": f"{CHAPTER}#art_102",
    "条例97": f"{CHAPTER}#art_97",
    "处分条例第九十七条": f"{CHAPTER}#art_97",
    "《纪律处分条例》97条": f"{CHAPTER}#art_97",
    "党纪处分条例97条": f"{CHAPTER}#art_97",
    "紀律處分條例第一百條": f"{CHAPTER}#art_100",
    "政务处分法40条第1款": "regulations/administrative-sanction-law/2020/index.html#art_40__para_1",
    "2018年条例88条": f"{SANCTIONS}/2018/index.html#art_88",
    "条例（2018）88条": f"{SANCTIONS}/2018/index.html#art_88",
    "《条例》2018年修订第八十八条": f"{SANCTIONS}/2018/index.html#art_88",
    "2019年条例88条": f"{SANCTIONS}/2018/index.html#art_88",
    "条例第八章": CHAPTER,
    "中国共产党纪律处分条例": f"{SANCTIONS}/index.html",
    "《政务处分法》": "regulations/administrative-sanction-law/index.html",
    "2018年纪律处分条例": f"{SANCTIONS}/2018/index.html",
    "戒勉": "glossary/admonition.html",
    "什么是诫勉": "glossary/admonition.html",
    "收月饼券": "study/conduct.html#gifts",
    "老板请我吃饭": "study/conduct.html#banquets",
}
"""What a query names → where the first result leads."""


@BOTH
def test_first_result_is_what_the_query_names(visitor: str, request: pytest.FixtureRequest) -> None:
    reader, page = opened(visitor, request)
    for words, place in NAMED.items():
        ask(page, words)
        path, _, anchor = place.partition("#")
        href = re.compile(rf"/{re.escape(path)}(\?[^#]*)?{f'#{anchor}' if anchor else ''}$")
        link = found(page).first.locator("a[href]").nth(1 if anchor else 0)
        expect(link, words).to_have_attribute("href", href)
    assert reader.outside == []
    assert reader.complaints == []


def test_number_of_an_old_edition_says_what_it_is_today(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "2018年条例88条")
    expect(found(page).first).to_contain_text("2018年版第八十八条（现第九十七条）")


@BOTH
def test_punctuation_width_and_traditional_forms_do_not_matter(
    visitor: str, request: pytest.FixtureRequest
) -> None:
    _, page = opened(visitor, request)
    for words in ("公车私用", "公車私用", "公车，私用", "“公车私用”"):
        ask(page, words)
        expect(found(page).first.locator("mark").first, words).to_have_text("公车私用")
        assert found(page).first.locator(".approximate").count() == 0


def test_slip_of_the_pen_is_forgiven_and_said(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "公车思用")
    expect(found(page).first.locator("mark").first).to_have_text("公车私用")
    expect(found(page).first.locator(".approximate")).to_have_text("近似结果")


CONDUCT = "study/conduct.html"
FIRST_PAGES = {
    # a conduct in other words: its section, the article, a case
    "春节偷偷收红包": (f"{CONDUCT}#gifts", f"{CHAPTER}#art_97", "cases/wechat-red-packets-under-200.html"),
    "平时开公车接孩子": (
        f"{CONDUCT}#cars",
        f"{CHAPTER}#art_117",
        "cases/guiding-2021-07-official-and-private-cars.html",
    ),
    "给上级拜年送烟酒": (
        f"{CONDUCT}#giving-gifts",
        f"{CHAPTER}#art_98__para_1",
        "cases/town-mayor-gifts-to-deputy-head.html",
    ),
    # a phrase that only minor pages hold as it stands
    "违规接受宴请": (f"{CHAPTER}#art_101",),
    "从轻处分情形": ("glossary/lighter-sanction.html", f"{SANCTIONS}/2023/chapter-03.html#art_17"),
    # wrong forms
    "优亲后友": ("glossary/favouring-relatives.html",),
    "拉帮接派怎么处理": ("glossary/factionalism.html",),
    "布署": (f"{SANCTIONS}/2023/chapter-06.html#art_56",),
    # titles, alone and with words
    "廉洁自律准则": (
        "regulations/integrity-self-discipline/index.html",
        "regulations/integrity-self-discipline/2015/index.html",
    ),
    "纪律处分条例 公款旅游": (f"{CHAPTER}#art_115",),
    "处分条例收受礼金": (f"{CHAPTER}#art_97",),
    "2018年条例 礼金": (f"{SANCTIONS}/2018/index.html#art_88",),
    # words of which the title holds one
    "节日节点 压岁钱": ("topics/festivals.html",),
    # what is for maintainers
    "怎样写词条": ("maintain/writing-a-term.html",),
    "条号对照": (f"{SANCTIONS}/renumbering.html",),
    "案例": ("cases/index.html",),
}
"""What is asked → where the first pages lead, in their order; a section is the first of its page."""


def test_first_pages_are_what_a_cadre_wants(visit: Visitor) -> None:
    page = visit.open("index.html")
    for words, places in FIRST_PAGES.items():
        ask(page, words)
        for result, place in enumerate(places):
            path, _, anchor = place.partition("#")
            href = re.compile(rf"/{re.escape(path)}(\?[^#]*)?{f'#{anchor}' if anchor else ''}$")
            link = found(page).nth(result).locator("a[href]").nth(1 if anchor else 0)
            expect(link, f"{words}, {result}").to_have_attribute("href", href)


@pytest.mark.parametrize("words", ["优亲后友", "布署", "违规接受宴请"])
def test_what_was_not_typed_so_is_said_to_be_approximate(visit: Visitor, words: str) -> None:
    page = visit.open("index.html")
    ask(page, words)
    expect(found(page).first.locator(".approximate")).to_have_text("近似结果")


def test_tables_of_words_and_repetitions_stand_behind_the_content(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "部署")
    expect(found(page).first.locator("mark").first).to_have_text("部署")
    first = " ".join(found(page).nth(i).locator("h1").inner_text() for i in range(10))
    for title in ("公文易错字词", "固定表述与名称", "形近字", "2015年版", "2018年版"):
        assert title not in first


def test_words_on_one_page_need_not_stand_together(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "礼金 上交")
    expect(found(page).first).to_contain_text("上交")
    for words in ("礼金", "上交"):
        expect(page.locator(".md-search-result mark", has_text=words).first).to_be_visible()


def test_sections_stand_under_their_page_and_articles_name_their_regulation(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "纪律处分条例97条")
    first = found(page).first
    expect(first.locator("h1")).to_have_text(re.compile("^第八章"))
    expect(first.locator("h2").first).to_contain_text("第九十七条 收受礼品礼金等财物")
    expect(first.locator(".md-tags")).to_have_text("中国共产党纪律处分条例（2023年版）")


def test_case_shows_discipline_and_sanction(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "村支书办完家宴又设第二场升学宴收礼")
    expect(found(page).first.locator(".md-tag")).to_have_text(["廉洁纪律", "党内严重警告、政务记大过"])


@BOTH
def test_nothing_found_says_what_to_try(visitor: str, request: pytest.FixtureRequest) -> None:
    reader, page = opened(visitor, request, "cases/index.html")
    ask(page, "龘靐齉")
    expect(page.locator(".md-search-result__meta")).to_have_text("没有找到")
    hints = page.locator(".search-hints")
    expect(hints.get_by_role("link")).to_have_text(["按行为查", "索引", "术语表"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(hints.get_by_role("link", name="索引")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/a-z\.html$"))
    assert reader.complaints == []


def test_input_method_searches_when_it_is_done_and_not_before(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "诫勉")
    expect(found(page).first).to_contain_text("诫勉")
    page.keyboard.press("Control+A")
    keys = page.context.new_cdp_session(page)
    for typed in ("gong", "gong'che"):
        place = {"selectionStart": len(typed), "selectionEnd": len(typed)}
        keys.send("Input.imeSetComposition", {"text": typed, **place})
        keys.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": typed[-1]})
    page.wait_for_timeout(100)
    expect(found(page).first).to_contain_text("诫勉")
    keys.send("Input.insertText", {"text": "公车私用"})
    expect(page.locator(".md-search__input")).to_have_value("公车私用")
    expect(found(page).first.locator("mark").first).to_have_text("公车私用")


def test_words_that_come_without_keys_are_looked_for(visit: Visitor) -> None:
    page = visit.open("index.html")
    page.locator(".md-search__input").click()
    page.keyboard.insert_text("公款旅游")
    expect(found(page).first).to_contain_text("公款旅游")
    page.locator(".md-search__input").fill("请示报告")
    expect(found(page).first).to_contain_text("请示报告")


@BOTH
def test_words_are_marked_on_the_page_that_enter_opens(visitor: str, request: pytest.FixtureRequest) -> None:
    reader, page = opened(visitor, request)
    ask(page, "97条")
    expect(found(page).first).to_contain_text("第九十七条")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"chapter-08\.html\?h=[^#]+#art_97$"))
    expect(page.locator("#art_97 mark[data-md-highlight]")).to_have_text("第九十七条")
    assert reader.complaints == []


def test_suggestion_completes_what_is_typed(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "政务处")
    expect(page.locator(".md-search__suggest")).to_have_text("政务处分法")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".md-search__input")).to_have_value("政务处分法")


def test_search_has_an_address_to_share(visit: Visitor) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open("index.html")
    ask(page, "公款旅游")
    expect(found(page).first).to_contain_text("公款旅游")
    page.locator("[data-md-component=search-share]").click()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{visit.origin}/index.html?q=")
    again = visit.open(copied.removeprefix(f"{visit.origin}/"))
    expect(again.locator(".md-search__input")).to_have_value("公款旅游")
    expect(found(again).first).to_contain_text("公款旅游")


def test_keys_open_walk_and_close_the_list(visit: Visitor) -> None:
    page = visit.open("index.html")
    for key in ("f", "s", "/"):
        box = open_box(page, key)
        expect(box).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#__search")).not_to_be_checked()
        expect(box).not_to_be_focused()
        page.wait_for_timeout(50)  # the theme takes no key for opening before it has seen the box closed
    ask(page, "礼品礼金")
    expect(page.locator(".md-search-result mark", has_text="礼品礼金").first).to_be_visible()
    links = page.locator(".md-search-result :not(details) > [href]")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()
    href = str(links.first.get_attribute("href"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(href)


@pytest.mark.parametrize("words", ["礼品礼金", "公车思用", "龘靐齉"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_list_keeps_the_rules_of_accessibility(visit: Visitor, words: str, scheme: str) -> None:
    page = visit.open("about.html")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    ask(page, words)
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("列出|没有"))
    page.wait_for_timeout(400)  # the box unfolds
    results = Axe().run(page, context=".md-search__output")
    assert results.violations_count == 0, results.generate_report()


NASTY = [
    "",
    " ",
    "　",
    "\0",
    "\n\x01\x02",
    "<img src=x onerror=hacked()>",
    "</mark><script>hacked()</script>",
    "&lt;b&gt; &amp; \"'`",
    "__proto__ constructor hasOwnProperty toString",
    "第" * 5000,
    "条" * 10_000,
    "97条" * 3000,
    "((((a+)+)+)+)$ [ ] { } \\ ^ | ? * .+",
    "九" * 400 + "条",
    "第零条 第0条 第9999条 99999条 十十百千条",
    "2018年" * 200,
    "🎉👩‍👩‍👧‍👦🇨🇳",
    "𠮷野家𠮷",
    "的 了 在 是 和 与 及 或 中 按 关于 根据",
    "?q=x&h=<b> #art_97",
    "中国共产党纪律处分条例第九十七条，" * 700,
]
ALPHABET = (
    "第条款项之九十七百零〇0123456789 的，。《》“”（）<>&\"'\\/[](){}^$*+?.|~`#%=:;公车私用礼金abcZ　年版修订"
)
DRIVER = """async (queries) => {
  const answer = (worker, type, wanted, data) => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer to ${JSON.stringify(data).slice(0, 200)}`)), 5000);
    worker.onmessage = ({ data: message }) => { if (message.type === wanted) { clearTimeout(timer); resolve(message.data); } };
    worker.postMessage({ type, data });
  });
  const hostile = '<img src=x onerror=hacked()>"&';
  const index = await (await fetch("search/search_index.json")).json();
  index.docs.push({ location: "x.html", title: `公车 ${hostile}`, text: hostile.repeat(3), tags: [hostile] });
  const worker = new Worker("assets/search-worker.js");
  worker.onerror = (event) => { throw new Error(event.message); };
  await answer(worker, 0, 1, index);
  const shown = document.body.appendChild(document.createElement("div"));
  let slowest = 0, pages = 0;
  const strange = new Set();
  for (const codes of [...queries, [...hostile].map((c) => c.charCodeAt(0))]) {
    const start = performance.now();
    const { items } = await answer(worker, 2, 3, codes.map((code) => String.fromCharCode(code)).join(""));
    slowest = Math.max(slowest, performance.now() - start);
    pages += items.length;
    for (const { title, text, tags = [] } of items.flat()) {
      shown.innerHTML = title + text + tags.join("");
      for (const element of shown.querySelectorAll("*")) strange.add(element.outerHTML.replace(/>[^]*/, ">"));
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { slowest, pages, strange: [...strange].sort(), hacked: window.hacks ?? 0 };
}"""


def test_any_string_is_answered_soon_and_nothing_is_executed(visit: Visitor) -> None:
    draw = random.Random(7)  # noqa: S311
    drawn = ["".join(draw.choices(ALPHABET, k=draw.randint(1, 60))) for _ in range(200)]
    queries = [[ord(c) for c in text if ord(c) < 0x10000] for text in (*NASTY, *drawn)]
    queries += [[draw.randrange(0x10000) for _ in range(40)] for _ in range(50)]
    queries += [[0xD800], [0xDC00, 0xD800], [0x516C, 0xD83C]]
    page = visit.open("index.html")
    page.evaluate("() => { window.hacked = () => { window.hacks = (window.hacks ?? 0) + 1 } }")
    answer = page.evaluate(DRIVER, queries)
    assert answer["hacked"] == 0
    assert answer["strange"] == ["<mark>", '<span class="approximate">']
    assert answer["pages"] > 0
    assert answer["slowest"] < 1500  # milliseconds, on a busy machine
    assert visit.complaints == []


def test_without_scripts_an_index_takes_the_place_of_the_box(visit_without_scripts: Visitor) -> None:
    page = visit_without_scripts.open("cases/index.html")
    expect(page.locator(".md-search")).to_be_hidden()
    page.locator(".without-search a").click()
    expect(page.locator("h1")).to_contain_text("索引")
    for name in ("诫勉", "第九十七条 收受礼品礼金等财物", "村支书办完家宴又设第二场升学宴收礼"):
        expect(page.locator(".a-to-z").get_by_role("link", name=name, exact=True)).to_be_visible()
    letter = page.locator("#letter-j + .a-to-z")
    expect(letter.get_by_role("link", name="诫勉", exact=True)).to_be_visible()


def test_lists_of_links_do_not_swamp_the_results(visit: Visitor) -> None:
    page = visit.open("index.html")
    ask(page, "村支书办完家宴又设第二场升学宴收礼")
    expect(found(page).first.locator("h1")).to_have_text("村支书办完家宴又设第二场升学宴收礼")
    assert page.locator('.md-search-result a[href*="a-z.html"]').count() == 0
