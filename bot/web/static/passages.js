// Runs once for the panel beside the conversation. What it shows is in the page already: no request is made.
const view = document.getElementById("chat-view");
const panel = element.querySelector(".panel");
const preview = element.querySelector(".preview");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
let from = null; // what opened the panel, to go back to
let at = { turn: "", number: 0 };

const source = ({ turn, number }) =>
  [...view.querySelectorAll(`#t${turn} .shown-aside .source`)].find((one) => one.dataset.numbers.split(" ").includes(String(number)));

const numbers = (turn) =>
  [...view.querySelectorAll(`#t${turn} .shown-aside .source`)].flatMap((one) => one.dataset.numbers.split(" ").map(Number)).sort((a, b) => a - b);

view.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-do]");
  if (!button) return;
  const what = button.dataset.do;
  if (what === "cite") { from = button; show({ turn: button.dataset.turn, number: Number(button.dataset.number) }); }
  if (what === "close") close();
  if (what === "previous" || what === "next") step(what === "next" ? 1 : -1);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!preview.hidden) preview.hidden = true;
  else if (!panel.hidden && !event.defaultPrevented) close();
});

function show(wanted) {
  const found = source(wanted);
  if (!found) return;
  at = wanted;
  preview.hidden = true;
  panel.querySelector("header .number").textContent = at.number;
  panel.querySelector(".passages").replaceChildren(found.cloneNode(true));
  panel.hidden = false;
  view.dataset.panel = "open";
  const all = numbers(at.turn);
  panel.querySelector("[data-do=previous]").disabled = at.number === all[0];
  panel.querySelector("[data-do=next]").disabled = at.number === all[all.length - 1];
  const mark = panel.querySelector(`mark[data-number="${at.number}"]`);
  mark.classList.add("found");
  mark.focus({ preventScroll: true });
  const inside = panel.querySelector(".passages");
  const top = mark.getBoundingClientRect().top - inside.getBoundingClientRect().top + inside.scrollTop;
  inside.scrollTo({ top: Math.max(0, top - inside.clientHeight / 3), behavior: calm ? "auto" : "smooth" });
  markOpen();
}

function markOpen() {
  for (const button of view.querySelectorAll(".marker, .source-line")) {
    const here = button.dataset.turn === at.turn && Number(button.dataset.number) === at.number;
    button.classList.toggle("open", here && !panel.hidden);
  }
}

new MutationObserver(markOpen).observe(view, { childList: true, subtree: true }); // the conversation is drawn anew

function step(by) {
  const all = numbers(at.turn);
  const number = all[all.indexOf(at.number) + by];
  if (number) show({ turn: at.turn, number });
}

function close() {
  panel.hidden = true;
  view.dataset.panel = "";
  markOpen();
  const marker = view.querySelector(`.marker[data-turn="${at.turn}"][data-number="${at.number}"]`);
  (from?.isConnected ? from : from && marker)?.focus();
}

let waiting;
for (const [on, off] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  view.addEventListener(on, (event) => {
    const marker = event.target.closest(".marker");
    if (marker) { clearTimeout(waiting); waiting = setTimeout(() => peek(marker), on === "focusin" ? 0 : 150); }
    if (event.target.closest(".preview")) clearTimeout(waiting);
  });
  view.addEventListener(off, (event) => {
    if (!event.target.closest(".marker, .preview")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => { preview.hidden = true; }, 150);
  });
}

function peek(marker) {
  const found = source(marker.dataset);
  if (!found || (!panel.hidden && marker.classList.contains("open"))) return;
  const words = document.createElement("q");
  words.dir = "auto";
  const mark = found.querySelector(`mark[data-number="${marker.dataset.number}"]`).cloneNode(true);
  mark.querySelector(".number").remove();
  words.append(...mark.childNodes);
  preview.replaceChildren(found.querySelector(".names").cloneNode(true), words);
  preview.hidden = false;
  marker.setAttribute("aria-describedby", "preview");
  const place = marker.getBoundingClientRect();
  const left = Math.min(Math.max(8, place.left - 40), innerWidth - preview.offsetWidth - 8);
  const above = place.top - preview.offsetHeight - 8;
  preview.style.left = `${left}px`;
  preview.style.top = `${above > 56 ? above : place.bottom + 8}px`;
}

// Another conversation: what is shown beside it is not from there.
addEventListener("hashchange", () => { from = null; if (!panel.hidden) close(); });
