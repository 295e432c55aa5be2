"use strict";
(() => {
  const body = document.body;
  const popover = document.querySelector(".popover");

  for (const box of document.querySelectorAll(".legend input")) {
    const show = () => body.classList.toggle(`show-${box.dataset.layer}`, box.checked);
    box.addEventListener("change", show);
    show();
  }

  const tokens = (element) => element.dataset.m.split(" ").map((token) => {
    const cut = token.indexOf(":");
    return { layer: token.slice(0, cut), part: token.slice(cut + 1) };
  });

  // What a place in the text speaks of: the innermost statement and what is counted, told or tied there; else the name.
  const told = (element) => {
    const all = tokens(element);
    const statement = all.find(({ layer }) => ["cue", "source", "via"].includes(layer)) || all.find(({ layer }) => layer === "content");
    const parts = all.filter(({ layer }) => ["count", "event", "relation"].includes(layer)).map(({ part }) => part);
    if (statement) parts.unshift(statement.part);
    if (!parts.length) parts.push(...all.filter(({ layer }) => layer === "date").map(({ part }) => part));
    return [...new Set(parts.length ? parts : all.map(({ part }) => part))];
  };

  for (const report of document.querySelectorAll(".report")) {
    const places = new Map();
    for (const element of report.querySelectorAll(".m")) {
      for (const { layer, part } of tokens(element)) {
        if (!places.has(part)) places.set(part, []);
        places.get(part).push({ element, layer });
      }
    }
    const handles = new Map();
    for (const element of report.querySelectorAll("[data-part]")) {
      if (!handles.has(element.dataset.part)) handles.set(element.dataset.part, []);
      handles.get(element.dataset.part).push(element);
    }
    const card = (part) => report.querySelector(`aside [data-part="${CSS.escape(part)}"]`);
    let pinned = null;
    let lit = [];

    const clear = () => {
      for (const element of lit) {
        for (const name of [...element.classList]) if (name === "on" || name.startsWith("on-")) element.classList.remove(name);
      }
      lit = [];
      report.classList.remove("active");
      popover.hidden = true;
    };

    const light = (parts) => {
      clear();
      for (const part of parts) {
        for (const { element, layer } of places.get(part) || []) {
          element.classList.add("on", `on-${layer}`);
          lit.push(element);
        }
        for (const element of handles.get(part) || []) {
          element.classList.add("on");
          lit.push(element);
        }
      }
      report.classList.toggle("active", lit.length > 0);
    };

    const point = (parts, anchor) => {
      const cards = parts.map(card).filter((found) => found && found.matches(".card"));
      popover.replaceChildren(...cards.map((found) => {
        const copy = found.cloneNode(true);
        for (const name of ["id", "tabindex", "data-part"]) copy.removeAttribute(name);
        for (const why of copy.querySelectorAll(".why")) why.open = false;
        return copy;
      }));
      popover.hidden = !cards.length;
      if (popover.hidden) return;
      // It keeps clear of all that is lit in this paragraph: the source and the relay are what one looks for.
      const home = anchor.closest("p, h1");
      const near = lit.filter((element) => element === anchor || (home && home.contains(element)));
      const rects = near.flatMap((element) => [...element.getClientRects()]);
      const bottom = Math.max(...rects.map((rect) => rect.bottom)) + 8;
      const top = Math.min(...rects.map((rect) => rect.top)) - 8;
      const { width, height } = popover.getBoundingClientRect();
      const left = anchor.getClientRects()[0]?.left ?? 16;
      popover.style.left = `${Math.max(16, Math.min(left, innerWidth - width - 16))}px`;
      popover.style.top = `${bottom + height < innerHeight ? bottom : Math.max(8, top - height)}px`;
    };

    const rest = () => { clear(); if (pinned) light(pinned); };
    const pin = (parts) => { pinned = pinned && String(pinned) === String(parts) ? null : parts; rest(); };

    for (const element of report.querySelectorAll(".text .m, .text .n")) {
      const parts = element.matches(".n") ? [element.dataset.part] : told(element);
      element.addEventListener("pointerenter", () => { light(parts); point(parts, element); });
      element.addEventListener("pointerleave", rest);
      const hold = () => {
        pin(parts);
        if (pinned) card(parts[0])?.scrollIntoView({ block: "nearest" });
      };
      element.addEventListener("click", hold);
      if (element.matches(".n")) {
        element.addEventListener("focus", () => { light(parts); point(parts, element); });
        element.addEventListener("blur", rest);
        element.addEventListener("keydown", (event) => {
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); hold(); }
        });
      }
    }
    for (const element of report.querySelectorAll("aside [data-part]")) {
      const parts = [element.dataset.part];
      element.addEventListener("pointerenter", () => light(parts));
      element.addEventListener("pointerleave", rest);
      element.addEventListener("focus", () => light(parts));
      element.addEventListener("blur", rest);
      const go = (event) => {
        if (event.target.closest("a, .why")) return;
        pin(parts);
        if (pinned) (places.get(parts[0]) || [])[0]?.element.scrollIntoView({ block: "center" });
      };
      element.addEventListener("click", go);
      element.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") { if (!event.target.closest("a, .why")) event.preventDefault(); go(event); }
      });
    }
    // A link to a part, from within the page or from outside, lights it.
    const follow = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.dataset.part || !report.contains(target)) return;
      pinned = [target.dataset.part];
      rest();
      (places.get(target.dataset.part) || [])[0]?.element.scrollIntoView({ block: "center" });
    };
    addEventListener("hashchange", follow);
    follow();
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") { pinned = null; clear(); } });
    addEventListener("scroll", () => { popover.hidden = true; }, { passive: true });
  }
})();
