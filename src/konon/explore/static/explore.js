"use strict";
// Everything works without this; it lights what belongs together, and switches layers of marks.
(() => {
  const tokens = (element) => element.dataset.m.split(" ").map((token) => {
    const cut = token.indexOf(":");
    return { layer: token.slice(0, cut), part: token.slice(cut + 1) };
  });

  const light = (part) => {
    for (const element of document.querySelectorAll(".report .m[data-m]")) {
      for (const name of [...element.classList]) if (name === "on" || name.startsWith("on-")) element.classList.remove(name);
      for (const { layer, part: other } of tokens(element)) if (other === part) element.classList.add("on", `on-${layer}`);
    }
    for (const element of document.querySelectorAll(".report a[data-part]")) element.classList.toggle("on", element.dataset.part === part);
  };

  const close = () => document.querySelector("#beside.sheet")?.classList.remove("sheet");

  document.addEventListener("change", (event) => {
    const layer = event.target.dataset?.layer;
    if (layer) event.target.closest(".report").classList.toggle(`show-${layer}`, event.target.checked);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest(".close")) return close();
    const mark = event.target.closest(".report .m[data-m]");
    if (!mark || getSelection().toString()) return;
    const all = tokens(mark);
    const told = all.find(({ layer }) => ["cue", "source", "via"].includes(layer)) || all.find(({ layer }) => layer === "content");
    if (told) document.querySelector(`.report .n[data-part="${CSS.escape(told.part)}"]`)?.click();
  });

  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  document.addEventListener("htmx:afterSwap", (event) => {
    const chain = event.target.querySelector?.(".chain");
    if (event.target.id !== "beside" || !chain) return;
    light(chain.dataset.statement);
    event.target.classList.add("sheet");
    event.target.scrollTop = 0;
    // On a phone the way lies over the text: what it is the way of stays in sight.
    if (getComputedStyle(event.target).position === "fixed") document.querySelector(".report .n.on")?.scrollIntoView({ block: "start" });
    // The way to the next statement stays under the finger and the Tab key.
    if (document.activeElement === document.body) chain.querySelector(".steps a:last-child")?.focus({ preventScroll: true });
  });
})();
