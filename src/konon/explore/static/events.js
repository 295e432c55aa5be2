"use strict";
// The slider over months and the lens of the map; without it the fields and the table serve as well.
(() => {
  const slider = document.querySelector(".slider");
  const form = document.querySelector("form[data-slides]");

  const month = (number) => {
    const [year, first] = slider.dataset.first.split("-").map(Number);
    const all = year * 12 + first - 1 + number;
    return `${Math.floor(all / 12)}-${String(all % 12 + 1).padStart(2, "0")}`;
  };
  const named = (number) => new Intl.DateTimeFormat(document.documentElement.lang, { month: "short", year: "numeric", timeZone: "UTC" })
    .format(new Date(`${month(number)}-01T00:00:00Z`));

  if (slider && form) {
    const [from, till] = slider.querySelectorAll("input");
    const bars = [...slider.querySelectorAll("rect")];
    const most = Number(from.max);
    const say = () => {
      from.setAttribute("aria-valuetext", named(from.valueAsNumber));
      till.setAttribute("aria-valuetext", named(till.valueAsNumber));
      slider.querySelector("output").value = `${named(from.valueAsNumber)} – ${named(till.valueAsNumber)}`;
      for (const bar of bars) {
        const number = Math.floor(Number(bar.getAttribute("x")));
        bar.classList.toggle("in", number >= from.valueAsNumber && number <= till.valueAsNumber);
      }
    };
    const ask = () => {
      form.elements.since.value = from.valueAsNumber > 0 ? month(from.valueAsNumber) : "";
      form.elements.until.value = till.valueAsNumber < most ? month(till.valueAsNumber) : "";
      form.dispatchEvent(new Event("slid", { bubbles: true }));
    };
    from.addEventListener("input", () => { if (from.valueAsNumber > till.valueAsNumber) till.value = from.value; say(); });
    till.addEventListener("input", () => { if (till.valueAsNumber < from.valueAsNumber) from.value = till.value; say(); });
    for (const end of [from, till]) end.addEventListener("change", ask);

    const play = slider.querySelector(".play");
    let playing = 0;
    const stop = () => { clearInterval(playing); playing = 0; play.textContent = play.dataset.play; };
    play.addEventListener("click", () => {
      if (playing) return stop();
      const whole = from.valueAsNumber === 0 && till.valueAsNumber === most;
      const long = whole ? 0 : till.valueAsNumber - from.valueAsNumber;
      const step = () => {
        const next = playing && till.valueAsNumber < most ? from.valueAsNumber + 1 : playing ? most + 1 : whole || till.valueAsNumber === most ? 0 : from.valueAsNumber + 1;
        if (next + long > most) return stop();
        till.value = next + long;
        from.value = next;
        say();
        ask();
      };
      play.textContent = play.dataset.stop;
      step();
      playing = setInterval(step, 1400);
    });
    slider.hidden = false;
    say();
  }

  // A name is as large on the screen whatever part of the map is shown.
  let view = null;
  const whole = [0, 0, 1000, 560];
  const fit = () => {
    const map = document.querySelector(".frame > svg");
    if (!map) return;
    if (view) map.setAttribute("viewBox", view.join(" "));
    const unit = (view || whole)[2] / map.clientWidth;
    map.querySelector(".names").setAttribute("font-size", 13 * unit);
    const taken = [];
    for (const name of map.querySelectorAll(".names text")) {
      name.setAttribute("dx", name.dataset.apart * unit);
      name.setAttribute("dy", 4.5 * unit);
      const box = name.getBoundingClientRect();
      const lies = ({ left, right, top, bottom }) => box.left < right && box.right > left && box.top < bottom && box.bottom > top;
      const free = !taken.some(lies);
      name.classList.toggle("lesser", !free);
      if (free) taken.push(box);
    }
    document.querySelector(".lens").hidden = false;
  };
  const move = (x, y, by = 1) => {
    const [left, top, wide, high] = view || whole;
    const size = Math.min(1000, Math.max(40, wide * by));
    const share = size / wide;
    view = [left + x + (wide - size) / 2, top + y + (high - high * share) / 2, size, high * share];
    view[0] = Math.min(Math.max(view[0], 0), 1000 - size);
    view[1] = Math.min(Math.max(view[1], 0), 560 - view[3]);
    fit();
  };

  document.addEventListener("click", (event) => {
    const lens = event.target.closest(".lens button");
    if (!lens) return;
    const by = Number(lens.dataset.zoom);
    if (by) return move(0, 0, by);
    view = [...whole];
    fit();
  });
  let held = null;
  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest(".frame > svg") && !event.target.closest("a") && view && view[2] < 1000) held = [event.clientX, event.clientY];
  });
  document.addEventListener("pointermove", (event) => {
    if (!held) return;
    const unit = view[2] / document.querySelector(".frame > svg").clientWidth;
    move((held[0] - event.clientX) * unit, (held[1] - event.clientY) * unit);
    held = [event.clientX, event.clientY];
  });
  document.addEventListener("pointerup", () => { held = null; });
  document.addEventListener("htmx:afterSettle", fit);
  addEventListener("resize", fit);
  fit();
})();
