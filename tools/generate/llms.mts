/**
 * Writes llms.txt, the index of what a user can read: each page of the package with its first paragraph.
 *
 *     node tools/generate/llms.mts          writes the index
 *     node tools/generate/llms.mts --check  fails if it is stale
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedAsIs, root } from "./generated.mts";

const { files, description } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly files: readonly string[];
  readonly description: string;
};

/** A page is in the index if it is in the package. */
const isPacked = (path: string): boolean => !files.includes(`!${path}`);

const pagesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`)
    .filter(isPacked)
    .sort();

const examples = readdirSync(join(root, "examples"))
  .map((name) => `examples/${name}/README.md`)
  .sort();

const START = "docs/getting-started.md";
/** Its own words are of the project that is made of it. */
const TEMPLATE = "template/README.md";

const sections: Readonly<Record<string, readonly string[]>> = {
  Start: ["README.md", START],
  Docs: pagesIn("docs").filter((path) => path !== START),
  "Reference of the resources": pagesIn("docs/reference"),
  Examples: [...examples, TEMPLATE, "policy/README.md"],
  Optional: ["SECURITY.md", "CHANGELOG.md"],
};

/** Title and first paragraph of a page. */
function entryOf(path: string): string {
  if (path === TEMPLATE)
    return `- [Template](${path}): What \`pulumi new\` makes a project of: an agent, its number and a paused campaign, with workflows that preview, apply and look for drift.`;
  const paragraphs = readFileSync(join(root, path), "utf8")
    .replace(/<!--[^]*?-->/g, "")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  const title = paragraphs.find((paragraph) => paragraph.startsWith("# "))?.slice(2);
  const words = paragraphs.find((paragraph) => /^[^#`|>-]/.test(paragraph));
  if (title === undefined || words === undefined) throw new Error(`${path} has no title, or nothing under it`);
  const plain = words
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/:$/, ".");
  return `- [${title}](${path}): ${plain}`;
}

const index = [
  "# pulumi-callab",
  `> ${description}`,
  ...Object.entries(sections).map(([name, paths]) => `## ${name}\n\n${paths.map(entryOf).join("\n")}`),
].join("\n\n");

generatedAsIs("llms.txt", `${index}\n`);
