/* What the search box needs beyond keys: the theme listens to them alone, but words also come by the mouse,
   by voice, by handwriting, and from an input method that is still composing them. */
document.addEventListener("DOMContentLoaded", () => {
  const input = document.querySelector(".md-search__input");
  if (!input) return;
  const form = input.form;

  /* Half-typed pinyin is no query: the theme does not hear of it, and the suggestion below it hides. */
  let composing = false;
  const compose = (on) => { composing = on; form.classList.toggle("composing", on); };
  const withhold = (event) => { if (composing || event.isComposing) event.stopImmediatePropagation(); };
  for (const type of ["keydown", "keyup"]) form.addEventListener(type, withhold, true);

  /* The theme reads the box when a key goes up, and its suggestion when one goes down. */
  const tell = () => { for (const type of ["keydown", "keyup"]) input.dispatchEvent(new KeyboardEvent(type)); };
  input.addEventListener("compositionstart", () => compose(true));
  input.addEventListener("compositionend", () => { compose(false); tell(); });
  input.addEventListener("input", () => { if (!composing) tell(); });

  /* The theme puts the address of the search before last here. */
  const share = form.querySelector("[data-md-component=search-share]");
  share?.addEventListener("click", () => share.setAttribute("data-clipboard-text", share.href), true);

  /* The tags of a result are words, not one more region to navigate to. */
  const list = document.querySelector(".md-search-result__list");
  new MutationObserver(() => {
    for (const tags of list.querySelectorAll("nav:not([role])")) tags.setAttribute("role", "none");
  }).observe(list, { childList: true });

  /* Hints stand where a list of results would; arrows lead to them as they lead to results. */
  const result = document.querySelector(".md-search-result");
  const hints = document.getElementById("search-hints").content.firstElementChild.cloneNode(true);
  result.after(hints);
  document.querySelector(".md-search").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || list.firstChild) return;
    const stops = [input, ...hints.querySelectorAll("a")];
    stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus();
    event.preventDefault();
    event.stopPropagation();
  });
});
