"use strict";
(() => {
  const form = document.querySelector(".filters");
  const cards = [...document.querySelectorAll(".card")];
  const marks = [...document.querySelectorAll(".mark")];
  const closed = [];

  function point(card) {
    for (const other of document.querySelectorAll(".now")) other.classList.remove("now");
    card.classList.add("now");
    for (const mark of marks) {
      if (mark.dataset.of.split(" ").includes(card.id)) mark.classList.add("now");
    }
  }

  function go(card) {
    point(card);
    const start = document.getElementById("m" + card.id);
    card.focus({ preventScroll: true });
    (start && card.getBoundingClientRect().height < innerHeight / 2 ? start : card).scrollIntoView({ block: "center" });
    card.scrollIntoView({ block: "nearest" });
  }

  function apply() {
    const levels = new Set([...form.querySelectorAll("[name=level]:checked")].map((box) => box.value));
    const { rule, section } = form.elements;
    let shown = 0;
    for (const card of cards) {
      const is = card.dataset;
      card.hidden = !levels.has(is.level) || (rule.value && rule.value !== is.rule)
        || (section.value && section.value !== is.section);
      if (!card.hidden) shown += 1;
    }
    const out = new Set(cards.filter((card) => card.hidden).map((card) => card.id));
    for (const mark of marks) {
      const first = mark.dataset.of.split(" ").find((id) => !out.has(id));
      mark.classList.toggle("off", !first);
      if (first && mark.localName === "a") mark.setAttribute("href", "#" + first);
      else mark.removeAttribute("href");
      for (const number of mark.querySelectorAll("sup")) number.hidden = out.has(number.dataset.of);
    }
    form.querySelector("[role=status]").textContent = shown === cards.length
      ? `All ${shown} remarks shown` : `${shown} of ${cards.length} remarks shown`;
  }

  function step(way) {
    const visible = cards.filter((card) => !card.hidden);
    if (!visible.length) return;
    const now = visible.findIndex((card) => card.classList.contains("now"));
    const next = now < 0 ? (way > 0 ? 0 : visible.length - 1) : (now + way + visible.length) % visible.length;
    go(visible[next]);
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    form.elements.next.addEventListener("click", () => step(1));
    form.elements.previous.addEventListener("click", () => step(-1));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest && event.target.closest("input, select, textarea");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !form.elements.keys.checked) return;
      if (event.key === "n") step(1);
      if (event.key === "p") step(-1);
    });
    apply();
  }

  function toWords(card) {
    const words = marks.find((mark) => mark.dataset.of.split(" ").includes(card.id) && mark.localName === "a");
    point(card);
    if (words) words.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const bar = event.target.closest(".bar");
    if (bar) {
      const start = document.getElementById(bar.closest(".bars").dataset.key + "s" + bar.dataset.s);
      if (start) start.parentElement.scrollIntoView({ block: "center" });
    } else if (link && link.matches(".card a.number")) {
      setTimeout(() => toWords(link.closest(".card")));
    } else if (link) {
      const card = document.getElementById(link.hash.slice(1));
      if (card && card.matches(".card")) {
        event.preventDefault();
        if (card.hidden) { form.reset(); setTimeout(() => go(card)); } else go(card);
      }
    }
  });

  addEventListener("beforeprint", () => {
    for (const more of document.querySelectorAll("details:not([open])")) { more.open = true; closed.push(more); }
  });
  addEventListener("afterprint", () => { while (closed.length) closed.pop().open = false; });
})();
