// Runs once for the head of the page. Which view is shown is in the address after "#", so that back and forward work.
const VIEWS = ["chat", "library", "evaluation", "settings"];

const dark = matchMedia("(prefers-color-scheme: dark)");

function theme() {
  const chosen = localStorage.getItem("articlebot-theme");
  document.body.classList.toggle("dark", chosen ? chosen === "dark" : dark.matches);
}

const links = () => [...element.querySelectorAll("nav a")];

function show() {
  const wanted = location.hash.slice(1).split("/")[0];
  const view = links().some((link) => link.dataset.view === wanted) ? wanted : VIEWS[0];
  document.documentElement.dataset.view = view;
  mark();
  entitle();
  trigger(view);
}

// The window is named after the conversation, or after the view.
function entitle() {
  const { view } = document.documentElement.dataset;
  const label = links().find((link) => link.dataset.view === view)?.textContent;
  const title = view === VIEWS[0] ? document.getElementById("chat-view").dataset.title : label;
  document.title = [title, element.querySelector("h1").textContent].filter(Boolean).join(" – ");
}

element.addEventListener("click", (event) => {
  if (!event.target.closest(".skip")) return;
  const view = document.getElementById(`${document.documentElement.dataset.view}-view`);
  const wanted = view.querySelector("#question textarea") || [...view.querySelectorAll("h2")].find((heading) => heading.offsetParent);
  if (!wanted.matches("textarea")) wanted.tabIndex = -1;
  wanted.focus();
});

function mark() {
  for (const link of links()) {
    const current = link.dataset.view === document.documentElement.dataset.view;
    if (current && !link.hasAttribute("aria-current")) link.setAttribute("aria-current", "page");
    if (!current) link.removeAttribute("aria-current");
  }
}

addEventListener("articlebot-theme", theme);
addEventListener("articlebot-title", entitle);
addEventListener("articlebot-library", () => trigger("renew")); // what the library covers is another now
dark.addEventListener("change", theme);
addEventListener("hashchange", show);
new MutationObserver(mark).observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-current"] });
show();
theme();
