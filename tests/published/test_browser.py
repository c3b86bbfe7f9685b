"""What a reader sees and does, in a real browser on the real site."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import Visitor

ARTICLE = "regulations/disciplinary-sanction/2023/chapter-08.html"
CASE = "cases/village-secretary-second-banquet.html"
KINDS = {
    "home": "index.html",
    "regulations": "regulations/index.html",
    "work": "regulations/disciplinary-sanction/index.html",
    "edition": "regulations/disciplinary-sanction/2018/index.html",
    "article": ARTICLE,
    "sanctions": "regulations/disciplinary-sanction/sanctions.html",
    "renumbering": "regulations/disciplinary-sanction/renumbering.html",
    "cases": "cases/index.html",
    "case": CASE,
    "topic": "topics/four-winds.html",
    "terms": "glossary/index.html",
    "term": "glossary/party-sanction.html",
    "conduct": "study/conduct.html",
    "matrix": "study/matrix.html",
    "index": "a-z.html",
    "manual": "maintain/index.html",
    "check": "maintain/checks/missing-provision.html",
}


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_page_asks_nothing_of_others_and_raises_no_error(visit: Visitor, path: str) -> None:
    page = visit.open(path)
    page.wait_for_load_state("networkidle")
    assert visit.outside == []
    assert visit.complaints == []


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_phone_shows_one_column(visit_by_phone: Visitor, path: str) -> None:
    page = visit_by_phone.open(path)
    page.wait_for_load_state("networkidle")
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_accessibility_rules_hold(visit: Visitor, path: str, scheme: str) -> None:
    page = visit.open(path)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.wait_for_load_state("networkidle")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_article_reads_top_down(visit: Visitor) -> None:
    page = visit.open(f"{ARTICLE}#art_97")
    expect(page.locator("#art_97")).to_contain_text("第九十七条")
    after = page.locator("#art_97 ~ *")
    order = [after.nth(i).get_attribute("class") or "" for i in range(12)]
    status = next(i for i, kind in enumerate(order) if "status" in kind)
    digest = next(i for i, kind in enumerate(order) if "digest" in kind)
    assert status < digest
    expect(page.locator("p.status").first).to_contain_text("依据公开文本整理")


def test_citation_leads_from_a_case_to_the_article_and_back(visit: Visitor) -> None:
    page = visit.open(CASE)
    page.locator("article a", has_text="第一百条").first.click()
    expect(page).to_have_url(re.compile(r"chapter-08\.html#art_100"))
    cited = page.locator("#art_100 ~ details.cited-by").first
    cited.locator("summary").click()
    cited.get_by_role("link", name="村支书办完家宴又设第二场升学宴收礼").first.click()
    expect(page.locator("h1")).to_contain_text("村支书办完家宴")


def test_term_shows_its_definition_on_focus_and_opens(visit: Visitor) -> None:
    page = visit.open(CASE)
    term = page.locator("a.term").first
    term.focus()
    definition = term.get_attribute("title") or page.locator(".md-tooltip, .md-tooltip2").first.inner_text()
    assert len(definition) > 8
    term.click()
    expect(page).to_have_url(re.compile("glossary/"))


def test_site_opens_from_disk(visit_from_disk: Visitor) -> None:
    page = visit_from_disk.open("index.html")
    page.locator(".entries a", has_text="条规").click()
    page.locator("article a", has_text="中国共产党纪律处分条例").first.click()
    expect(page.locator("h1")).to_contain_text("中国共产党纪律处分条例")
    assert visit_from_disk.outside == []
    assert visit_from_disk.complaints == []


def test_filter_lives_in_the_address(visit: Visitor) -> None:
    page = visit.open("cases/index.html")
    page.locator("form.facets select[name=provenance]").select_option("guiding-case")
    shown = page.locator("article.card:visible")
    assert shown.count() >= 3
    for i in range(shown.count()):
        expect(shown.nth(i)).to_contain_text("指导性案例")
    page.reload()
    expect(page.locator("form.facets select[name=provenance]")).to_have_value("guiding-case")
    expect(page.locator("article.card:visible").first).to_contain_text("指导性案例")


def test_table_of_sanctions_filters_by_words(visit: Visitor) -> None:
    page = visit.open("regulations/disciplinary-sanction/sanctions.html")
    before = page.locator("table.filterable tbody:visible").count()
    page.get_by_label("筛选").fill("公款旅游")
    rows = page.locator("table.filterable tbody:visible")
    assert 0 < rows.count() < before
    expect(rows.first).to_contain_text("公款旅游")


def test_citation_line_is_copied(visit: Visitor) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open(f"{ARTICLE}#art_97")
    page.locator('button.copy[data-anchor="art_97"]', has_text="复制引用").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"《中国共产党纪律处分条例》（2023年）第九十七条，{visit.origin}/{ARTICLE}#art_97"


def test_checklist_keeps_its_ticks_on_the_device(visit: Visitor) -> None:
    page = visit.open("topics/four-winds.html")
    box = page.locator(".task-list-item input").first
    box.check(force=True)
    page.reload()
    expect(page.locator(".task-list-item input").first).to_be_checked()
    expect(page.locator(".task-list-item input").nth(1)).not_to_be_checked()


def test_print_drops_furniture_and_keeps_terms(visit: Visitor) -> None:
    page = visit.open(CASE)
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    expect(page.locator(".page-terms")).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator(".page-terms")).to_be_hidden()


def test_pages_read_without_scripts(visit_without_scripts: Visitor) -> None:
    page = visit_without_scripts.open("cases/index.html")
    assert page.locator("article.card").count() >= 8
    expect(page.locator("article.card").last).to_be_visible()
    expect(page.locator("form.facets")).to_be_hidden()
    page.goto(f"{visit_without_scripts.origin}/{ARTICLE}")
    expect(page.locator("table.ladder").first).to_be_visible()


def test_foot_says_what_the_site_is(visit: Visitor) -> None:
    foot = visit.open(CASE).locator("footer").last
    expect(foot).to_contain_text("学习资料，以官方文本为准")
    expect(foot).to_contain_text("版本：")
    expect(foot).to_contain_text(re.compile(r"20\d\d年\d+月\d+日"))
    for name in ("更新记录", "勘误"):
        expect(foot.get_by_role("link", name=name)).to_be_visible()
