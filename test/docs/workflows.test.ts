/** Workflows are what the runner takes them for: those of this repository, of the template, and those that pages show. */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ENGINE_SEARCH_SECONDS, goTool } from "../support/engine";
import { repository } from "../support/repository";
import { pages } from "./markdown";

jest.setTimeout(ENGINE_SEARCH_SECONDS * 1000);

/** Every workflow by a name that a failure can tell. */
const workflows: readonly (readonly [name: string, text: string])[] = [
  ...[".github/workflows", "template/.github/workflows", "examples/fleet/.github/workflows"].flatMap((folder) =>
    readdirSync(join(repository, folder)).map(
      (name) => [`${folder}/${name}`, readFileSync(join(repository, folder, name), "utf8")] as const,
    ),
  ),
  ...pages.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language, text }) => language === "yaml" && /^jobs:/m.test(text))
      .map(({ line, text }) => [`${path}:${line}`, text] as const),
  ),
];

/** What actionlint finds. Its helpers for shell and Python are left out: they are not on every machine. */
async function lint(name: string, text: string): Promise<string> {
  const program = join(await goTool("actionlint"), "actionlint");
  const args = ["-no-color", "-oneline", "-shellcheck=", "-pyflakes=", "-stdin-filename", name, "-"];
  const { stdout, stderr, status } = spawnSync(program, args, { input: text, cwd: repository, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

test("there are some in every place", () => {
  const places = new Set(workflows.map(([name]) => name.split("/")[0]));
  expect([...places]).toEqual([".github", "template", "examples", "docs"]);
});

test.each(workflows)("%s", async (name, text) => {
  expect(await lint(name, text)).toBe("");
});

test("a mistake is found", async () => {
  const [name = "", text = ""] = workflows[0] ?? [];
  expect(await lint(name, text.replace("runs-on:", "run-on:"))).toContain('unexpected key "run-on"');
  expect(await lint(name, text.replace("${{ github.ref }}", "${{ github.reff }}"))).toContain('property "reff"');
});
