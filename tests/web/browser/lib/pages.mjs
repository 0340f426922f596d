// Every type of page, and how to come to it.

import { openList, openSheet, saveFirst, shortLinkOf } from "./my_list.mjs";

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
  // It comes to people.
  sitter: { name: "Mum's Good Company", address: "/services/8a78d015-a686-4ae9-b829-17f7b3b980db" },
  // Its address is not published.
  safeHouse: { name: "Men's Safe House", address: "/services/c9461e42-cc55-45a4-89a0-33df7a661e75" },
  // Six venues.
  manyVenues: { address: "/services/5e81d7fc-d41e-43fa-826d-b59dac79f9a5" },
  closedForNow: { address: "/services/994f96d4-0c0c-484f-b175-b859d72ecf0a" },
};

const saturdays = "/search?need=waypostNeeds:autism-and-adhd&near=S6+2&day=SA&age=9&within=5mi";
export const nothingFound = "/search?q=quiet+swim&near=S6+2&age=9&day=MO&free=yes&within=1mi";

// A list of three, saved from what was found.
async function makeList(page) {
  await ask(page, "dementia", "S11 8");
  await saveFirst(page, 3);
  await openList(page);
}

// Of three services and of one that is no longer there, made on 6 January 2025.
const oldLink = "/l/AU5-m-K8PSdyinjQFaaGfBA4GnK9AAAAAAAA";

// Each by its address, by what is asked on the start page, or by a way to go; with the status of an error.
export const pages = [
  { name: "start", address: "/" },
  { name: "start-welsh", address: "/?lang=cy" },
  { name: "start-error", asked: ["dementia", "S99 9ZZ"], status: 400 },
  { name: "results", asked: ["dementia", "S11 8"] },
  { name: "results-filtered", address: saturdays },
  { name: "results-welsh", address: "/search?text=dementia&near=S11+8&lang=cy" },
  { name: "results-past-the-end", address: "/search?need=waypostNeeds:dementia&near=S11+8&page=50" },
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
  { name: "question-sensitive", come: async (page) => {
    await page.goto("/questions/housing");
    await page.getByLabel("I have nowhere to live").check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("link", { name: "Start again" }).waitFor();
  } },
  { name: "service", address: services.memoryCafe.address },
  { name: "service-confidential", address: services.safeHouse.address },
  { name: "service-venues", address: services.manyVenues.address },
  { name: "service-closed", address: services.closedForNow.address },
  { name: "service-report", address: `${services.memoryCafe.address}/report` },
  { name: "list", come: makeList },
  { name: "list-empty", address: "/list" },
  { name: "list-sensitive", come: async (page) => {
    await ask(page, "domestic abuse", "S3 9");
    await saveFirst(page, 2);
    await openList(page);
  } },
  { name: "list-print", come: async (page) => {
    await makeList(page);
    await openSheet(page);
  } },
  { name: "list-print-large", come: async (page) => {
    await makeList(page);
    await openSheet(page, "Large print");
  } },
  { name: "short-link", come: async (page) => {
    await makeList(page);
    await page.goto(await shortLinkOf(page));
  } },
  { name: "short-link-old", address: oldLink },
  { name: "short-link-unreadable", address: "/l/nothing-here", status: 404 },
  { name: "sources", address: "/sources" },
  { name: "privacy", address: "/privacy" },
  { name: "accessibility", address: "/accessibility" },
  { name: "not-found", address: "/nothing-here", status: 404 },
];

export async function open(page, { address, asked, come }) {
  if (come) await come(page);
  else if (asked) await ask(page, ...asked);
  else await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
}
