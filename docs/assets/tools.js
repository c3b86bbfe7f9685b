/* Copy buttons, and checklists that remember their ticks on this device. */
document.addEventListener("DOMContentLoaded", () => {
  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = Object.assign(document.createElement("textarea"), { value: text }); // file:// has no clipboard
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };
  for (const button of document.querySelectorAll("button.copy")) {
    const said = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const address = location.href.split(/[?#]/)[0] + (button.dataset.anchor ? `#${button.dataset.anchor}` : "");
      await copy((button.dataset.text ?? "") + address);
      button.textContent = "已复制";
      setTimeout(() => (button.textContent = said), 1500);
    });
  }

  const boxes = [...document.querySelectorAll(".task-list-item input[type=checkbox]")];
  const key = `自查 ${location.pathname}`;
  try {
    const ticked = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
    boxes.forEach((box, i) => {
      const name = box.closest("li").textContent.trim();
      box.disabled = false;
      box.checked ||= ticked.has(name);
      box.addEventListener("change", () => {
        box.checked ? ticked.add(name) : ticked.delete(name);
        localStorage.setItem(key, JSON.stringify([...ticked]));
      });
    });
  } catch {
    /* storage may be closed; the boxes still tick for the visit */
  }
});
