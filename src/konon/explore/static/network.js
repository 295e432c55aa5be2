"use strict";
// The picture and its table are whole without this; it lights neighbours, tells what ties an actor, and zooms.
(() => {
  const figure = document.querySelector("figure.net");
  if (!figure) return;
  const view = figure.querySelector(".view"), svg = view.querySelector("svg"), panel = figure.querySelector(".chosen-actor");
  const points = [...svg.querySelectorAll(".points a")].reverse(), lines = [...svg.querySelectorAll(".lines path")];
  const scales = [0.3, 0.6, 1.0, 1.6, 2.6, 4.2], width = svg.viewBox.baseVal.width;
  const near = points.map(() => new Map());
  for (const line of lines) {
    for (const [from, to] of [[line.dataset.a, line.dataset.b], [line.dataset.b, line.dataset.a]]) {
      if (!near[from].has(+to)) near[from].set(+to, []);
      near[from].get(+to).push(line);
    }
  }
  let chosen = null;

  // Of those that are lit, the names that cover no other one's; the first points matter most.
  const name = (at) => {
    const taken = [];
    for (const other of [at, ...[...near[at].keys()].sort((one, two) => one - two)]) {
      const text = points[other].querySelector("text"), box = text.getBoundingClientRect();
      const free = taken.every((held) => box.right < held.left || box.left > held.right || box.bottom < held.top || box.top > held.bottom);
      text.classList.toggle("covered", !free);
      if (free) taken.push(box);
    }
  };

  const light = (at) => {
    svg.classList.toggle("hot", at !== null);
    for (const element of svg.querySelectorAll(".near, .covered")) element.classList.remove("near", "covered");
    if (at === null) return;
    points[at].classList.add("near");
    for (const [other, between] of near[at]) {
      points[other].classList.add("near");
      for (const line of between) line.classList.add("near");
    }
    name(at);
  };

  const item = (at, other, line) => {
    const element = document.createElement("li"), link = document.createElement("a"), name = document.createElement("bdi");
    const out = +line.dataset.a === at;
    link.href = `/network/ties/${points[line.dataset.a].dataset.id}/${points[line.dataset.b].dataset.id}${panel.dataset.days}`;
    link.textContent = line.dataset.t;
    name.textContent = points[other].dataset.name;
    element.append(out ? "→ " : "← ", link, " ", name);
    return element;
  };

  const choose = (at) => {
    if (chosen !== null) points[chosen].classList.remove("on");
    chosen = at;
    panel.hidden = at === null;
    light(at);
    if (at === null) return;
    const { id, name, kind } = points[at].dataset;
    points[at].classList.add("on");
    panel.querySelector("h2").textContent = name;
    panel.querySelector("p.soft").textContent = kind;
    panel.querySelector(".page").href = `/actors/${id}`;
    panel.querySelector(".around").href = points[at].getAttribute("href");
    const ties = [...near[at]].flatMap(([other, between]) => between.map((line) => [line, other]));
    ties.sort(([one], [other]) => parseFloat(other.getAttribute("stroke-width")) - parseFloat(one.getAttribute("stroke-width")));
    panel.querySelector("ul").replaceChildren(...ties.map(([line, other]) => item(at, other, line)));
    panel.scrollTop = 0;
    // On a phone it lies under the picture.
    if (getComputedStyle(panel).position === "static") panel.scrollIntoView({ block: "nearest" });
  };

  const settle = () => {
    const k = svg.clientWidth / width || 1;
    svg.style.setProperty("--k", k);
    // A little less than a step still has room for its labels.
    svg.dataset.level = Math.max(0, scales.filter((scale) => scale <= k * 1.06).length - 1);
  };

  const zoom = (factor, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
    const before = svg.clientWidth;
    const after = factor ? Math.min(Math.max(before * factor, view.clientWidth), width * 5) : view.clientWidth;
    svg.style.minWidth = "0";
    svg.style.width = `${after}px`;
    const grown = after / before;
    view.scrollLeft = (view.scrollLeft + x) * grown - x;
    view.scrollTop = (view.scrollTop + y) * grown - y;
    settle();
  };

  const place = (at) => points[at].transform.baseVal.consolidate().matrix;
  const step = (at, key) => {
    const from = place(at), along = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
    let best = at, least = Infinity;
    points.forEach((_, other) => {
      const to = place(other), ahead = (to.e - from.e) * along[0] + (to.f - from.f) * along[1];
      const aside = Math.abs((to.e - from.e) * along[1]) + Math.abs((to.f - from.f) * along[0]);
      if (other !== at && ahead > 0 && ahead + 2 * aside < least) [best, least] = [other, ahead + 2 * aside];
    });
    return best;
  };

  // One place of the Tab key; arrows lead on.
  const stop = (at) => points.forEach((point, other) => { point.tabIndex = other === at ? 0 : -1; });
  const at = (element) => points.indexOf(element.closest?.(".points a"));

  svg.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse" && at(event.target) >= 0) light(at(event.target)); });
  svg.addEventListener("pointerout", (event) => { if (event.pointerType === "mouse") light(chosen); });
  svg.addEventListener("focusin", (event) => { if (event.target.matches(":focus-visible") && at(event.target) >= 0) light(at(event.target)); });
  svg.addEventListener("focusout", () => light(chosen));
  svg.addEventListener("click", (event) => {
    const found = at(event.target);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (found >= 0) event.preventDefault();
    if (!moved) choose(found >= 0 ? found : null);
  });
  svg.addEventListener("keydown", (event) => {
    const found = at(event.target);
    if (found < 0 || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const next = step(found, event.key);
    stop(next);
    points[next].focus();
    points[next].scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || chosen === null) return;
    const last = points[chosen];
    choose(null);
    last.focus();
  });
  panel.querySelector(".shut").addEventListener("click", () => choose(null));
  figure.querySelector(".tools").addEventListener("click", (event) => {
    const asked = event.target.dataset.zoom;
    if (asked) zoom({ in: 1.5, out: 1 / 1.5, all: 0 }[asked]);
  });
  view.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = view.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  // With a mouse the picture is dragged; fingers scroll it as they scroll anything.
  let held = null, moved = false;
  view.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button) return;
    held = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
    moved = false;
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const across = event.clientX - held.x, down = event.clientY - held.y;
    if (!moved && Math.hypot(across, down) < 4) return;
    moved = true;
    view.classList.add("held");
    view.scrollLeft = held.left - across;
    view.scrollTop = held.top - down;
  });
  addEventListener("pointerup", () => { held = null; view.classList.remove("held"); });
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  figure.querySelector(".tools").hidden = false;
  stop(0);
  settle();
  view.scrollLeft = (view.scrollWidth - view.clientWidth) / 2;
  new ResizeObserver(settle).observe(view);
})();
