// Runs once for the conversation. `element` is it, `trigger` tells the server; both come from Gradio.
const opened = new Map();

element.addEventListener("click", (event) => {
  const summary = event.target.closest("summary");
  if (summary) opened.set(summary.parentElement.id, !summary.parentElement.open);
  const marker = event.target.closest("a.marker");
  if (marker) return show(event, marker.getAttribute("href").slice(1));
  const button = event.target.closest("button[data-do]");
  if (button) act(button, button.dataset);
});

function act(button, { do: what, question, turn, text, done, without }) {
  if (what === "ask") trigger("example_select", { question });
  if (what === "retry") trigger("retry", { without: without ? [without] : [] });
  if (what === "like" || what === "dislike") trigger("like", { turn: Number(turn), liked: what === "like" });
  if (what === "copy") copy(button, text, done);
}

async function copy(button, text, done) {
  await navigator.clipboard.writeText(text);
  const name = button.title;
  button.title = done;
  button.classList.add("done");
  setTimeout(() => { button.title = name; button.classList.remove("done"); }, 1500);
}

function show(event, id) {
  event.preventDefault();
  const mark = document.getElementById(id);
  const card = mark.closest("details");
  opened.set(card.id, true);
  card.open = true;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  mark.classList.remove("found");
  void mark.offsetWidth;
  mark.classList.add("found");
}

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
let exchanges = 0;

// A redrawn card keeps the state that the reader gave it, and a new question is brought to the top.
new MutationObserver(() => {
  for (const [id, open] of opened) {
    const card = document.getElementById(id);
    if (card && card.open !== open) card.open = open;
  }
  const all = element.querySelectorAll(".exchange");
  if (all.length > exchanges) all[all.length - 1].scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  exchanges = all.length;
}).observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ["open"] });
