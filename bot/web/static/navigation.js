// Runs once for the head of the page. Which view is shown is in the address after "#", so that back and forward work.
const VIEWS = ["chat", "library", "evaluation", "settings"];

const dark = matchMedia("(prefers-color-scheme: dark)");

function theme() {
  const chosen = localStorage.getItem("articlebot-theme");
  document.body.classList.toggle("dark", chosen ? chosen === "dark" : dark.matches);
}

function show() {
  const links = [...element.querySelectorAll("nav a")];
  const wanted = location.hash.slice(1).split("/")[0];
  const view = links.some((link) => link.dataset.view === wanted) ? wanted : VIEWS[0];
  document.documentElement.dataset.view = view;
  mark();
  trigger(view);
}

function mark() {
  for (const link of element.querySelectorAll("nav a")) {
    const current = link.dataset.view === document.documentElement.dataset.view;
    if (current && !link.hasAttribute("aria-current")) link.setAttribute("aria-current", "page");
    if (!current) link.removeAttribute("aria-current");
  }
}

addEventListener("articlebot-theme", theme);
dark.addEventListener("change", theme);
addEventListener("hashchange", show);
new MutationObserver(mark).observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-current"] });
show();
theme();
