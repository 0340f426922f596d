// Every type of page, and how to come to it.

// The form of the start page, sent as people send it.
export async function ask(page, text, near = "") {
  await page.goto("/");
  await page.getByLabel("What do you need help with?").fill(text);
  await page.getByLabel("Where?").fill(near);
  await page.getByRole("button", { name: "Find help" }).click();
}

// Services of the sample, by what they show.
export const services = {
  memoryCafe: { name: "Tansy Row Dementia Café", address: "/services/9be2bc3d-2772-49b2-8bf5-55dfbcba5649" },
  sitter: { name: "Mum's Good Company", address: "/services/8a78d015-a686-4ae9-b829-17f7b3b980db" },
  // Its address is not published.
  safeHouse: { name: "Men's Safe House", address: "/services/c9461e42-cc55-45a4-89a0-33df7a661e75" },
};

const saturdays = "/search?need=waypostNeeds:autism-and-adhd&near=S6+2&day=SA&age=9&within=5mi";
export const nothingFound = "/search?q=quiet+swim&near=S6+2&age=9&day=MO&free=yes&within=1mi";

// Each by its address, or by what is asked on the start page; with the status of an error.
export const pages = [
  { name: "start", address: "/" },
  { name: "start-welsh", address: "/?lang=cy" },
  { name: "start-error", asked: ["dementia", "S99 9ZZ"], status: 400 },
  { name: "results", asked: ["dementia", "S11 8"] },
  { name: "results-filtered", address: saturdays },
  { name: "results-welsh", address: "/search?text=dementia&near=S11+8&lang=cy" },
  { name: "results-none", address: nothingFound },
  { name: "results-everywhere", address: "/search?text=choir" },
  { name: "results-sensitive", asked: ["domestic abuse", "S3 9"] },
  { name: "needs", address: "/needs" },
  { name: "needs-near", address: "/needs?near=S11+8" },
  { name: "needs-error", address: "/needs?near=S99+9ZZ", status: 400 },
  { name: "types", address: "/types" },
  { name: "personas", address: "/personas" },
  { name: "questions", address: "/questions" },
  { name: "question", address: "/questions/caring" },
  { name: "service", address: services.memoryCafe.address },
  { name: "service-confidential", address: services.safeHouse.address },
  { name: "service-report", address: `${services.memoryCafe.address}/report` },
  { name: "sources", address: "/sources" },
  { name: "privacy", address: "/privacy" },
  { name: "accessibility", address: "/accessibility" },
  { name: "not-found", address: "/nothing-here", status: 404 },
];

export async function open(page, { address, asked }) {
  if (asked) await ask(page, ...asked);
  else await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

// What the server writes, before a browser has changed it.
export async function fetchHtml(site, { address, asked }) {
  if (!asked) return (await fetch(new URL(address, site))).text();
  const [text, near] = asked;
  const body = new URLSearchParams({ form: "start", text, near });
  return (await fetch(new URL("/search", site), { method: "POST", body })).text();
}
