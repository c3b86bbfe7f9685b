/* What a screen reader or a keyboard needs and the theme leaves out. */
document.addEventListener("DOMContentLoaded", () => {
  const each = (selector, change) => document.querySelectorAll(selector).forEach(change);
  const label = (element, text) => element.setAttribute("aria-label", text);

  each(".md-search", (dialog) => label(dialog, "搜索"));
  each(".md-path", (path) => label(path, "所在位置"));
  each(".md-nav[aria-labelledby]", (nav) => {
    nav.removeAttribute("aria-labelledby"); /* it names an empty label where the section has a page */
    label(nav, nav.querySelector(".md-nav__title").textContent.trim());
  });
  each(".task-list-item", (item) => label(item.querySelector("input"), item.textContent.trim()));

  /* A box that scrolls sideways must be reached with Tab; one that does not must not be a stop. */
  const sizes = new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      box.toggleAttribute("tabindex", box.scrollWidth > box.clientWidth);
      if (!box.hasAttribute("tabindex")) continue;
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      label(box, box.querySelector("caption")?.textContent ?? "表格，可左右滚动");
    }
  });
  each(".scroll, .md-typeset__scrollwrap", (box) => sizes.observe(box));
});
