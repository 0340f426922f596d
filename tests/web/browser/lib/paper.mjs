// What a page is on paper: printed to PDF, read back as text, its code read as a telephone would.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";

import { outFolder } from "./places.mjs";

const folder = path.join(outFolder, "print");

// What the programs remark beside their answer is about the machine.
const run = (program, ...arguments_) =>
  execFileSync(program, arguments_, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

// "Mum's list (phone)" is printed to mum-s-list-phone.pdf; the file.
export async function print(page, name) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/-$/, "")}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  return file;
}

const inOneLine = (text) => text.replace(/\s+/g, " ");

// The text of each sheet, in one line.
export const sheetTexts = (file) => run("pdftotext", "-layout", file, "-").split("\f").slice(0, -1).map(inOneLine);

export const textOnPaper = async (page, name) => sheetTexts(await print(page, name)).join(" ");

// "594.96 x 841.92 pts (A4)"
export const paperOf = (file) => /^Page size: +(.*)$/m.exec(run("pdfinfo", file))[1];

// The address in the QR code of the first sheet, as a telephone would read it. Drawn at 200 dots to the inch, less
// than any printer's.
export function codeOf(file) {
  const picture = file.replace(/\.pdf$/, "");
  run("pdftoppm", "-r", "200", "-png", "-singlefile", file, picture);
  return run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", `${picture}.png`).trim();
}

// How high the letters of a word are at their first place, in points: their box is a little higher than the size.
export function heightOf(file, word) {
  const drawn = run("pdftotext", "-bbox", file, "-");
  const found = [...drawn.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)</g)]
    .find(([, , , said]) => said === word);
  if (!found) throw new Error(`"${word}" is not on paper`);
  return Number(found[2]) - Number(found[1]);
}
