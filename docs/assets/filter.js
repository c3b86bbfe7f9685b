/* Filters that live in the address, so that a filtered list can be linked: cards by facets, rows by words.
   Without this script the whole list is there. */
document.addEventListener("DOMContentLoaded", () => {
  const query = new URLSearchParams(location.search);
  const keep = () => {
    const text = query.toString();
    try {
      history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
    } catch {
      /* some browsers allow no state on file:// */
    }
  };
  const set = (name, value) => (value ? query.set(name, value) : query.delete(name));

  for (const form of document.querySelectorAll("form.facets")) {
    const selects = [...form.querySelectorAll("select")];
    const cards = [...document.querySelectorAll("article.card")];
    const apply = () => {
      for (const card of cards) {
        card.hidden = selects.some((s) => s.value && !card.dataset[s.name].split(" ").includes(s.value));
      }
      const shown = cards.filter((card) => !card.hidden).length;
      form.querySelector("output").textContent = shown ? `${shown}件` : "没有符合的案例，试试放宽一项";
      for (const list of document.querySelectorAll(".cards")) {
        const empty = !list.querySelector("article.card:not([hidden])");
        list.hidden = empty;
        if (list.previousElementSibling?.tagName === "H2") list.previousElementSibling.hidden = empty;
      }
    };
    for (const select of selects) {
      if ([...select.options].some((option) => option.value === query.get(select.name))) select.value = query.get(select.name);
      select.addEventListener("change", () => { set(select.name, select.value); keep(); apply(); });
    }
    form.addEventListener("reset", () => setTimeout(() => { selects.forEach((s) => query.delete(s.name)); keep(); apply(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply();
  }

  const tables = [...document.querySelectorAll("table.filterable")];
  if (tables.length) {
    const label = document.createElement("label");
    label.className = "row-filter";
    label.textContent = "筛选 ";
    const input = label.appendChild(Object.assign(document.createElement("input"), { type: "search", value: query.get("rows") ?? "" }));
    const first = tables[0].closest(".md-typeset__scrollwrap, .scroll") ?? tables[0];
    const heading = first.previousElementSibling?.tagName === "H2" ? first.previousElementSibling : first;
    heading.before(label);
    const apply = () => {
      const words = input.value.trim().split(/\s+/).filter(Boolean);
      for (const body of tables.flatMap((table) => [...table.tBodies])) {
        const units = body.querySelector("[rowspan]") ? [body] : [...body.rows];
        for (const unit of units) unit.hidden = !words.every((word) => unit.textContent.includes(word));
      }
    };
    input.addEventListener("input", () => { set("rows", input.value.trim()); keep(); apply(); });
    apply();
  }
});
