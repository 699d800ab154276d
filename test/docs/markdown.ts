/** The pages of the documentation, and what is in them: headings, links, code. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { repository } from "../support/repository";

export interface CodeBlock {
  /** First line of the code, counted from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** Names in a comment `<!-- with: … -->` before the block: what the test puts in front of it. */
  readonly preludes: readonly string[];
}

export interface Page {
  /** Path in the repository. */
  readonly path: string;
  readonly text: string;
  readonly headings: readonly { readonly level: number; readonly title: string; readonly line: number }[];
  readonly links: readonly { readonly target: string; readonly line: number }[];
  readonly blocks: readonly CodeBlock[];
  /** Inline code outside of blocks. */
  readonly inlineCode: readonly { readonly text: string; readonly line: number }[];
}

const files = (folder: string): string[] =>
  readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name))
    .sort();

/** The pages at the top, and everything in docs. */
export const pages: readonly Page[] = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...files("docs"),
].map((path) => readPage(path));

export function readPage(path: string, root = repository): Page {
  const text = readFileSync(join(root, path), "utf8");
  return { path: relative("", path), text, ...parse(text) };
}

export function parse(text: string): Omit<Page, "path" | "text"> {
  const headings: { level: number; title: string; line: number }[] = [];
  const links: { target: string; line: number }[] = [];
  const inlineCode: { text: string; line: number }[] = [];
  const blocks: CodeBlock[] = [];
  let open: { fence: string; indent: number; language: string; from: number; lines: string[] } | undefined;
  let preludes: readonly string[] = [];
  text.split("\n").forEach((content, index) => {
    const line = index + 1;
    const fence = /^(\s*)(`{3,})(\S*)/.exec(content);
    if (open !== undefined) {
      if (fence?.[2] === open.fence && fence[3] === "") {
        blocks.push({ line: open.from, language: open.language, text: open.lines.join("\n"), preludes });
        preludes = [];
        open = undefined;
      } else open.lines.push(content.slice(open.indent));
      return;
    }
    if (fence !== null) {
      const [, indent = "", marks = "", language = ""] = fence;
      open = { fence: marks, indent: indent.length, language, from: line + 1, lines: [] };
      return;
    }
    preludes = /^\s*<!-- with: (.*?) -->$/.exec(content)?.[1]?.split(/\s+/) ?? (content.trim() === "" ? preludes : []);
    const heading = /^(#{1,6}) (.+)$/.exec(content);
    if (heading !== null) headings.push({ level: heading[1]?.length ?? 1, title: heading[2] ?? "", line });
    for (const [, target = ""] of content.matchAll(/\]\(([^)\s]+)\)/g)) links.push({ target, line });
    for (const [, code = ""] of content.matchAll(/`([^`]+)`/g)) inlineCode.push({ text: code, line });
  });
  return { headings, links, blocks, inlineCode };
}

/** The anchors of a page, as GitHub makes them: the second heading of one title gets `-1`. */
export function anchorsOf(page: Pick<Page, "headings">): ReadonlySet<string> {
  const found = new Map<string, number>();
  const anchors = new Set<string>();
  for (const { title } of page.headings) {
    const plain = title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/`/g, "");
    const slug = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{Pc}\s-]/gu, "")
      .replace(/\s/g, "-");
    const count = found.get(slug) ?? 0;
    found.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}
