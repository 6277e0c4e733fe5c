// Runs once for the head of the page. Which view is shown is in the address after "#", so that back and forward work.
const VIEWS = ["chat", "library", "evaluation", "settings"];

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

addEventListener("hashchange", show);
new MutationObserver(mark).observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-current"] });
show();
