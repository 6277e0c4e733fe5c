// Runs once for the settings. What is chosen is kept in a cookie, which the server reads with every question.
const YEAR = 365 * 24 * 3600;

function chosen(form) {
  const told = {};
  for (const { name, value } of form.querySelectorAll("select")) {
    if (!value || name === "theme") continue;
    if (name === "writer" && value.startsWith("found:")) Object.assign(told, { writer: "found", found: value.slice(6) });
    else told[name] = ["writer", "unsupported"].includes(name) ? value : Number(value);
  }
  return told;
}

element.addEventListener("change", (event) => {
  const form = event.target.closest("form.settings");
  if (!form) return;
  if (event.target.name === "theme") {
    localStorage.setItem("articlebot-theme", event.target.value);
    dispatchEvent(new Event("articlebot-theme"));
  }
  document.cookie = `articlebot-settings=${encodeURIComponent(JSON.stringify(chosen(form)))}; path=/; max-age=${YEAR}; samesite=strict`;
  form.querySelector("[role=status]").textContent = form.dataset.saved;
});

function theme() {
  const select = element.querySelector("select[name=theme]");
  if (select) select.value = localStorage.getItem("articlebot-theme") || "";
}
new MutationObserver(theme).observe(element, { childList: true, subtree: true });
theme();
