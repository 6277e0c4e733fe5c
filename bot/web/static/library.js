// Runs once for the library. `element` is the list of articles, `trigger` tells the server; both come from Gradio.
// What changes the library goes to /api/library, item by item; each line of an answer is what became of an article.
const view = document.getElementById("library-view");
const shelf = document.getElementById("shelf");
let looked = {};

const DO = {
  page: ({ dataset }) => { look({ ...looked, offset: dataset.offset }); element.scrollIntoView({ block: "start" }); },
  refresh: (button) => busy(button, () => send("sources/refresh?" + new URLSearchParams({ place: button.dataset.place }), button.dataset.place)),
  unfollow: (button) => busy(button, async () => {
    const problem = await ask("DELETE", "sources?" + new URLSearchParams({ place: button.dataset.place }));
    if (problem) finish(item(button.dataset.place), "failed", problem);
  }),
  remove: (button) => busy(button, async () => {
    const problem = await ask("DELETE", "articles?" + new URLSearchParams({ id: button.dataset.id }));
    if (problem) button.insertAdjacentText("afterend", problem); else location.hash = "#library";
  }),
};

const SEND = {
  find: (form) => look(Object.fromEntries(new FormData(form))),
  address: (form) => busy(form.querySelector("button"), async () => {
    const told = { address: form.elements.address.value, follow: form.elements.follow.checked };
    if (await send("addresses", told.address, told)) form.reset();
  }),
  text: (form) => busy(form.querySelector("button"), async () => {
    const told = Object.fromEntries(new FormData(form));
    if (await send("text", told.title || told.text.slice(0, 60), told)) form.reset();
  }),
};

view.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-do]");
  if (button && DO[button.dataset.do]) DO[button.dataset.do](button);
});
view.addEventListener("submit", (event) => {
  const act = SEND[event.target.dataset.do];
  if (!act) return;
  event.preventDefault();
  act(event.target);
});
view.addEventListener("keydown", (event) => {
  const sure = event.key === "Escape" && event.target.closest("details.sure[open]");
  if (sure) { sure.open = false; sure.querySelector("summary").focus(); }
});

function look(wanted) {
  looked = wanted;
  trigger("look", wanted);
}

function renew() {
  trigger("renew", {});
  dispatchEvent(new Event("articlebot-library"));
}

async function busy(button, act) {
  if (button.disabled) return;
  button.disabled = true;
  try { await act(); } finally { button.disabled = false; }
  renew();
}

// Files: chosen or dropped, sent one after the other.
view.addEventListener("change", (event) => {
  if (event.target.name !== "files") return;
  add([...event.target.files], event.target);
});
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  view.addEventListener(kind, (event) => {
    const drop = view.querySelector(".drop");
    if (!drop || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    if (kind === "drop") add([...event.dataTransfer.files], drop.querySelector("input"));
  });
}

async function add(files, input) {
  const items = files.map((file) => [file, item(file.name)]);
  for (const [file, line] of items) {
    if (file.size > Number(input.dataset.largest)) finish(line, "failed", input.dataset.tooLarge);
    else await send("files?" + new URLSearchParams({ name: file.name }), file.name, file, line);
  }
  input.value = "";
  renew();
}

// One item: a line that says what became of it, and below it each article that failed or is one of many.
function item(name) {
  const list = view.querySelector(".added");
  if (!list) return null;
  const line = document.createElement("li");
  line.className = "waiting";
  line.append(Object.assign(document.createElement("bdi"), { textContent: name }), " ", Object.assign(document.createElement("span"), { textContent: list.dataset.waiting }));
  list.append(line);
  return line;
}

function finish(line, outcome, reason) {
  if (!line) return;
  line.className = outcome;
  line.querySelector(":scope > span").textContent = [line.parentElement.dataset[outcome], reason].filter(Boolean).join(" ");
}

async function send(place, name, told, line = item(name)) {
  const file = told instanceof Blob;
  const body = file ? told : JSON.stringify(told || {});
  const headers = { "Content-Type": file ? "application/octet-stream" : "application/json" };
  try {
    const response = await fetch(`/api/library/${place}`, { method: "POST", headers, body });
    if (!response.ok) { finish(line, "failed", await problem(response)); return false; }
    return await follow(response, line);
  } catch (error) {
    finish(line, "failed", error.message);
    return false;
  }
}

async function follow(response, line) {
  const counts = {};
  let failures = 0, rest = "", last = null;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop();
    for (const step of lines.map((text) => JSON.parse(text))) {
      counts[step.outcome] = (counts[step.outcome] || 0) + 1;
      last = step;
      if (step.outcome === "failed") { failures += 1; failed(line, step); }
      told(line, counts);
    }
  }
  const only = Object.values(counts).reduce((sum, count) => sum + count, 0) === 1;
  if (!last) finish(line, "unchanged", "");
  if (!last && line) line.querySelector(":scope > span").textContent = line.parentElement.dataset.nothing;
  if (only) {
    line?.querySelector("ul")?.remove();
    finish(line, last.outcome, last.outcome === "failed" ? last.reason : "");
  } else if (last && line) line.className = failures ? "partly" : "added";
  return !failures;
}

function told(line, counts) {
  if (!line) return;
  const said = line.parentElement.dataset;
  line.querySelector(":scope > span").textContent = Object.entries(counts).map(([outcome, count]) => `${count} ${said[outcome].replace(/:$/, "")}`).join(", ");
}

function failed(line, step) {
  if (!line) return;
  let list = line.querySelector("ul");
  if (!list) { list = document.createElement("ul"); line.append(list); }
  if (list.children.length >= 50) return;
  const one = document.createElement("li");
  one.append(Object.assign(document.createElement("bdi"), { textContent: step.place }), `: ${step.reason}`);
  list.append(one);
}

async function ask(method, place) {
  try {
    const response = await fetch(`/api/library/${place}`, { method });
    return response.ok ? "" : await problem(response);
  } catch (error) {
    return error.message;
  }
}

async function problem(response) {
  try { return (await response.json()).error || response.statusText; } catch { return response.statusText; }
}

// The address names the article that is read.
function open() {
  const [place, id, version] = location.hash.slice(1).split("/");
  const reading = place === "library" && Boolean(id);
  if (place !== "library") return;
  view.dataset.reading = reading ? "article" : "";
  if (reading) trigger("read", { article: decodeURIComponent(id), version: version || "" });
  if (reading) scrollTo(0, 0);
}

// An article that is opened is read out from its title.
let titled = null;
new MutationObserver(() => {
  const title = document.querySelector("#article h2");
  if (title && title.textContent !== titled && view.dataset.reading) title.focus({ preventScroll: true });
  titled = title ? title.textContent : null;
}).observe(document.getElementById("article"), { childList: true, subtree: true, characterData: true });
addEventListener("hashchange", open);
open();
