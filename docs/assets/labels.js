/* Names for parts of the theme that a screen reader would otherwise announce without one. */
document.addEventListener("DOMContentLoaded", () => {
  const each = (selector, change) => document.querySelectorAll(selector).forEach(change);

  each(".md-search", (dialog) => dialog.setAttribute("aria-label", "搜索"));
  each(".task-list-item", (item) => {
    item.querySelector("input").setAttribute("aria-label", item.textContent.trim());
  });
});
