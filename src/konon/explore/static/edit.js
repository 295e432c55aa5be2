"use strict";
// Everything works without this; it takes words that are marked in the text into fields, and shows where those stand.
(() => {
  const text = document.querySelector(".source-text");
  const form = document.querySelector("form.part");
  if (!text || !form) return;
  const whole = text.textContent;
  const node = text.firstChild;
  let marked = null;

  const pattern = (words) => new RegExp(words.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "g");
  const places = (words) => {
    const found = [], sought = pattern(words);
    for (let match; words.trim() && (match = sought.exec(whole)); sought.lastIndex = match.index + 1) found.push([match.index, match.index + match[0].length]);
    return found;
  };

  const look = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0), before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const raw = range.toString(), words = raw.trim();
    if (!words) return;
    const start = before.toString().length + raw.length - raw.trimStart().length;
    const all = places(words);
    marked = { words: words.replace(/\s+/g, " "), nth: all.length > 1 ? all.findIndex(([first]) => first === start) + 1 : "" };
    const told = document.querySelector(".marked-now");
    told.hidden = false;
    told.querySelector("q").textContent = marked.words;
  };

  const light = () => {
    // Which time words occur is asked for only where they occur several times.
    for (const nth of form.querySelectorAll(".nth")) nth.hidden = places(nth.closest(".place").querySelector("[name$='.words']").value).length < 2;
    if (!window.CSS?.highlights || !node) return;
    const layers = new Map();
    for (const place of form.querySelectorAll(".place")) {
      const words = place.querySelector("[name$='.words'], [name=name], [name=aliases]").value, nth = Number(place.querySelector(".nth")?.value || 0);
      const kept = layers.get(place.dataset.layer) || [];
      for (const line of place.querySelector("[name=aliases]") ? words.split("\n") : [words]) {
        const found = places(line);
        for (const [start, end] of place.querySelector(".nth") ? found.slice(nth ? nth - 1 : 0, nth || (found.length === 1 ? 1 : 0)) : found) {
          const range = new Range();
          range.setStart(node, start);
          range.setEnd(node, end);
          kept.push(range);
        }
      }
      layers.set(place.dataset.layer, kept);
    }
    for (const [layer, ranges] of layers) CSS.highlights.set(`konon-${layer}`, new Highlight(...ranges));
  };

  document.addEventListener("selectionchange", look);
  form.addEventListener("input", light);
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".take");
    if (!button) return;
    const place = button.closest(".place"), field = place.querySelector("[name$='.words'], [name=name], [name=aliases]");
    if (!marked) { text.focus(); return; }
    field.value = field.name === "aliases" && field.value.trim() ? `${field.value.trimEnd()}\n${marked.words}` : marked.words;
    const nth = place.querySelector(".nth");
    if (nth) nth.value = marked.nth;
    field.focus();
    light();
  });
  for (const hidden of document.querySelectorAll(".take, .with-script")) hidden.hidden = false;
  light();
  // Where the part stands in a long text.
  const first = [...form.querySelectorAll(".place [name$='.words']")].find((field) => field.value.trim());
  const place = first && places(first.value)[Number(first.closest(".place").querySelector(".nth").value || 1) - 1];
  if (place && node) {
    const range = new Range();
    range.setStart(node, place[0]);
    range.setEnd(node, place[1]);
    text.scrollTop += range.getBoundingClientRect().top - text.getBoundingClientRect().top - 80;
  }
})();
