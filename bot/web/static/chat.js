// Runs once for the conversation. `element` is it, `trigger` tells the server; both come from Gradio.
// Every event of the chat goes through here: "submit", "open", "rate", "narrow", "find", "manage".
const view = document.getElementById("chat-view");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

const DO = {
  ask: (button) => trigger("submit", { question: button.dataset.question }),
  retry: ({ dataset }) => trigger("submit", { turn: Number(dataset.turn), without: dataset.without ? [dataset.without] : [] }),
  like: ({ dataset }) => trigger("rate", { turn: Number(dataset.turn), liked: true }),
  dislike: ({ dataset }) => trigger("rate", { turn: Number(dataset.turn), liked: false }),
  copy: (button) => copy(button),
  edit: (button) => edit(button.closest(".exchange"), true),
  unedit: (button) => edit(button.closest(".exchange"), false),
  filters: (button) => fold(button, document.getElementById("filter-form").hidden),
  clear: () => trigger("narrow", { clear: true }),
  unfilter: ({ dataset }) => trigger("narrow", { name: dataset.name, value: dataset.value }),
  share: () => { reopen = "share"; trigger("manage", { what: "share" }); },
  unshare: () => { reopen = "share"; trigger("manage", { what: "unshare" }); },
  delete: () => trigger("manage", { what: "delete" }),
  drawer: () => drawer(view.dataset.drawer !== "open"),
  more: ({ dataset }) => trigger("find", { search: view.querySelector(".history input").value, shown: Number(dataset.shown) }),
};

let reopen = ""; // a menu that stays open while what it shows is changed

const SEND = {
  search: (form) => trigger("submit", { turn: Number(form.dataset.turn), searched: form.elements.searched.value, without: [] }),
  edited: (form) => { editing = ""; trigger("submit", { turn: Number(form.dataset.turn), question: form.elements.question.value }); },
  reason: (form) => trigger("rate", { turn: Number(form.dataset.turn), reason: form.elements.reason.value }),
  rename: (form) => form.elements.title.blur(),
  filter: (form) => narrow(form),
};

view.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-do]");
  if (button && DO[button.dataset.do]) DO[button.dataset.do](button);
  const pressed = event.detail === 0; // with the keyboard
  if (pressed && event.target.closest("#ask, #stop, [data-do=ask], [data-do=retry]")) view.querySelector("#question textarea").focus();
  for (const menu of view.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  if (event.target.closest(".history a") || !event.target.closest("#history, .drawer")) drawer(false);
});

view.addEventListener("submit", (event) => {
  const send = SEND[event.target.dataset.do];
  if (!send) return;
  event.preventDefault();
  send(event.target);
});

view.addEventListener("change", (event) => {
  if (event.target.matches(".bar .name")) trigger("manage", { what: "rename", title: event.target.value });
});

let typing;
view.addEventListener("input", (event) => {
  if (event.target.dataset.do !== "find") return;
  clearTimeout(typing);
  typing = setTimeout(() => trigger("find", { search: event.target.value }), 200);
});

view.addEventListener("keydown", (event) => {
  const form = event.target.closest("form.edited");
  const typed = form || event.target.closest("form.searched");
  if (typed && event.target.matches("textarea") && event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); typed.requestSubmit(); }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.target.closest(".history");
  if (step && list) walk(list, step, event);
  if (event.key !== "Escape") return;
  if (form) edit(form.closest(".exchange"), false);
  if (event.target.matches(".bar .name")) { event.target.value = event.target.defaultValue; event.target.blur(); }
  const menu = event.target.closest("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  if (event.target.closest("#filters")) { const button = view.querySelector("[data-do=filters]"); fold(button, false); button.focus(); }
  if (view.dataset.drawer === "open") { drawer(false); view.querySelector(".bar .drawer").focus(); }
});

function walk(list, step, event) {
  const stops = [...list.querySelectorAll("input, li a, .more")];
  const next = stops[stops.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

async function copy(button) {
  const { text, address, done } = button.dataset;
  await write(address ? location.origin + address : text);
  const name = button.title;
  const call = (said) => { button.title = said; button.setAttribute("aria-label", said); };
  if (button.classList.contains("done")) return;
  call(done);
  button.classList.add("done");
  setTimeout(() => { call(name); button.classList.remove("done"); }, 1500);
}

// Browsers keep the clipboard from pages that come over plain HTTP from another machine; a selection can be copied.
async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = Object.assign(document.createElement("textarea"), { value: text, className: "unseen" });
  const back = document.activeElement;
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
  back.focus();
}

let editing = ""; // the exchange whose question is being edited: what is redrawn meanwhile stays so

function unfold(exchange, on) {
  const form = exchange.querySelector("form.edited");
  const asked = exchange.querySelector(".asked");
  if (form && form.hidden === on) form.hidden = !on;
  if (form && asked.hidden !== on) asked.hidden = on;
  return form;
}

function edit(exchange, on) {
  editing = on ? exchange.id : "";
  const form = unfold(exchange, on);
  if (!on) return exchange.querySelector("[data-do=edit]").focus();
  form.elements.question.value = form.elements.question.defaultValue;
  form.elements.question.focus();
  form.elements.question.select();
}

function fold(button, open) {
  document.getElementById("filter-form").hidden = !open;
  button.setAttribute("aria-expanded", open);
  if (open) document.querySelector("#filter-form input").focus();
}

function narrow(form) {
  const days = Object.fromEntries(["since", "until", "as_of"].map((name) => [name, form.elements[name].value]));
  const sources = [...form.querySelectorAll("input[name=sources]:checked")].map((box) => box.value);
  fold(view.querySelector("[data-do=filters]"), false);
  trigger("narrow", { ...days, sources });
  document.querySelector("#question textarea").focus();
}

function drawer(open) {
  const opens = open && view.dataset.drawer !== "open";
  view.dataset.drawer = open ? "open" : "";
  view.querySelector(".bar .drawer")?.setAttribute("aria-expanded", open);
  if (opens) view.querySelector(".history .new")?.focus();
}

// The address names the open conversation, so that it can be reloaded, gone back to and kept as a bookmark.
let shown = null;
let named = ""; // the conversation whose head is drawn

function follow() {
  const [place, ...rest] = location.hash.slice(1).split("/");
  if (place && place !== "chat") return;
  const wanted = rest.join("/");
  if (wanted === shown) return;
  const first = shown === null && !wanted;
  shown = wanted;
  view.toggleAttribute("data-about", rest[0] === "about"); // nothing about the others until its questions are here
  if (first) return trigger("open", { first });
  const about = rest[0] === "about" ? { article: decodeURIComponent(rest.slice(1).join("/")) } : { conversation: wanted };
  trigger("open", about);
}

function name() {
  const bar = view.querySelector(".bar");
  const menu = reopen && view.querySelector(`details[data-menu="${reopen}"]`);
  if (menu && !menu.open) { reopen = ""; menu.open = true; }
  const address = bar?.querySelector("a.address");
  if (address && address.textContent !== address.href) address.textContent = address.href;
  const title = bar?.querySelector(".name")?.defaultValue;
  view.dataset.title = title || "";
  dispatchEvent(new Event("articlebot-title"));
  const was = named;
  named = bar ? bar.dataset.conversation : was;
  if (named === was || named === shown || (!named && shown !== was)) return;
  shown = named;
  history.replaceState(null, "", named ? `#chat/${named}` : "#chat");
}

addEventListener("hashchange", follow);
new MutationObserver(name).observe(document.getElementById("bar"), { childList: true, subtree: true, attributes: true });
follow();
requestAnimationFrame(() => { if (document.activeElement === document.body) view.querySelector("#question textarea")?.focus(); });

// An answer is read out by screen readers once it is whole.
const told = Object.assign(document.createElement("p"), { className: "unseen" });
told.setAttribute("aria-live", "polite");
view.append(told);
let busy = false;

function tell(last) {
  const answering = last?.getAttribute("aria-busy") === "true";
  if (busy && !answering) told.textContent = last?.querySelector(".answer, .problem")?.innerText || "";
  busy = answering;
}

// A new question is brought to the top.
let exchanges = 0;
new MutationObserver(() => {
  const all = element.querySelectorAll(".exchange");
  tell(all[all.length - 1]);
  const asked = all.length > exchanges && all[all.length - 1].getAttribute("aria-busy") === "true";
  if (asked) all[all.length - 1].scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  exchanges = all.length;
  const edited = editing && document.getElementById(editing);
  if (edited) unfold(edited, true);
}).observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden", "aria-busy"] });
