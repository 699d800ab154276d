import { pages } from "./markdown";
import { preludes } from "./preludes";
import { complaints, type Piece } from "./typeCheck";

const blocksOf = (language: string) =>
  pages.flatMap(({ path, blocks }) =>
    blocks.filter((block) => block.language === language).map((block) => ({ path, ...block })),
  );

const pieces: readonly Piece[] = blocksOf("ts").map(({ path, line, text, preludes: names }) => ({
  name: path,
  line,
  text,
  prelude: names.map((name) => preludes[name] ?? `there is no prelude "${name}"`),
}));

test("every example is correct TypeScript for the package as it is", () => {
  expect(pieces.length).toBeGreaterThan(10);
  expect(complaints(pieces)).toEqual([]);
}, 120_000);

test("an example with a wrong field is found, with its line", () => {
  const wrong = 'new callab.AiAgent("a", {\n  name: "A",\n  promt: "…",\n});';
  const found = complaints([{ name: "page.md", line: 10, text: wrong, prelude: [preludes["callab"] ?? ""] }]);
  expect(found).toEqual([expect.stringMatching(/^page\.md:12 .*promt/)]);
}, 120_000);

test("every JSON example can be read", () => {
  const broken = blocksOf("json").filter(({ text }) => {
    try {
      JSON.parse(text);
      return false;
    } catch {
      return true;
    }
  });
  expect(broken.map(({ path, line }) => `${path}:${line}`)).toEqual([]);
});

test("every block says in which language it is", () => {
  const known = ["mermaid", "ts", "sh", "json", "yaml", "text", "diff", "md"];
  const others = pages.flatMap(({ path, blocks }) =>
    blocks.filter(({ language }) => !known.includes(language)).map(({ line }) => `${path}:${line}`),
  );
  expect(others).toEqual([]);
});

test("every prelude is used", () => {
  const used = new Set(pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.preludes)));
  expect(Object.keys(preludes).filter((name) => !used.has(name))).toEqual([]);
});
