import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { repository } from "../support/repository";
import { brokenLinks, isOutside } from "./links";
import { anchorsOf, pages, parse, readPage } from "./markdown";

test.each(pages.map(({ path }) => path))("%s: every link leads to a page and a heading that are there", (path) => {
  expect(brokenLinks(path)).toEqual([]);
});

// The package has no pages for those who develop it, so its README does not link to them.
test("every page of docs can be reached from the README, or from what developers read", () => {
  const reached = new Set<string>();
  const queue = ["README.md", "CONTRIBUTING.md"];
  for (const path of queue) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { target } of readPage(path).links) {
      const to = join(dirname(path), target.split("#")[0] ?? "");
      if (!isOutside(target) && to.endsWith(".md") && existsSync(join(repository, to))) queue.push(to);
    }
  }
  expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
});

test("every page opens with one title", () => {
  const untitled = pages.filter(({ headings }) => headings.filter(({ level }) => level === 1).length !== 1);
  expect(untitled.map(({ path }) => path)).toEqual([]);
});

describe("the reader of pages", () => {
  const page = parse(
    [
      "# A `title`, it is",
      "## What … is",
      "## What … is",
      "[there](a.md#b) and [here](#c)",
      "```ts",
      "[no link](x)",
      "# no heading",
      "```",
      "<!-- with: one two -->",
      "",
      "  ```sh",
      "  npm ci",
      "  ```",
    ].join("\n"),
  );

  test("makes anchors as GitHub does", () => {
    expect([...anchorsOf(page)]).toEqual(["a-title-it-is", "what--is", "what--is-1"]);
  });

  test("takes links from text and not from code", () => {
    expect(page.links.map(({ target }) => target)).toEqual(["a.md#b", "#c"]);
  });

  test("knows what is put in front of a block", () => {
    expect(page.blocks.map(({ language, text, preludes, line }) => ({ language, text, preludes, line }))).toEqual([
      { language: "ts", text: "[no link](x)\n# no heading", preludes: [], line: 6 },
      { language: "sh", text: "npm ci", preludes: ["one", "two"], line: 12 },
    ]);
  });
});
