import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../support/repository";
import { readPage } from "./markdown";
import { canSay, errorsIn, textsIn, textsUnder } from "./messages";

const page = readPage("docs/troubleshooting.md");
const messages = page.headings.filter(({ level }) => level === 3).map(({ title }) => title);
const sections = page.text.split(/^### /m).slice(1);
const isPulumis = (title: string): boolean =>
  sections.some((section) => section.startsWith(title) && section.includes("This one comes from Pulumi."));

const said = textsUnder("provider");

test.each(messages.filter((title) => !isPulumis(title)))("the package says %s", (title) => {
  const message = /^`(.+)`$/.exec(title)?.[1] ?? title;
  expect(said.some((text) => canSay(text, message))).toBe(true);
});

test.each(messages.filter(isPulumis))("Pulumi, or what it uses, says %s", (title) => {
  const sources = ["@pulumi/pulumi/runtime/stack.js", "require-from-string/index.js"];
  const texts = sources.flatMap((name) => textsIn(readFileSync(join(repository, "node_modules", name), "utf8")));
  expect(texts.some((text) => canSay(text, title.replaceAll("`", "")))).toBe(true);
});

const { text: reliability } = readPage("docs/reliability.md");
const inTable = [...reliability.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, message = ""]) => message);

test.each(inTable)("the package says, as docs/reliability.md has it: %s", (message) => {
  expect(said.some((text) => canSay(text, message))).toBe(true);
});

const explained = messages.map((title) => title.replaceAll("`", ""));

test.each(readdirSync(join(repository, "provider/lifecycle")))("each failure of lifecycle/%s has a section", (name) => {
  const source = readFileSync(join(repository, "provider/lifecycle", name), "utf8");
  const unexplained = errorsIn(source)
    .filter((texts) => texts.length > 0)
    .filter((texts) => !texts.some((text) => explained.some((message) => canSay(text, message))));
  expect(unexplained).toEqual([]);
});

describe("the search for messages", () => {
  const texts = textsIn('throw new Error(`${name} was not ` + `found (ID ${id}). ` + "Run again.");');

  test("joins what is added up", () => {
    expect(texts.some((text) => canSay(text, "was not found (ID …). Run again."))).toBe(true);
  });

  test("does not take other words for a gap", () => {
    expect(texts.some((text) => canSay(text, "was … found"))).toBe(false);
    expect(texts.some((text) => canSay(text, "was not lost"))).toBe(false);
  });
});
