/** Workflows are what the runner takes them for: those of this repository, of the template, and those that pages show. */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ENGINE_SEARCH_SECONDS, goTool } from "../support/engine";
import { repository } from "../support/repository";
import { pages } from "./markdown";

const yaml = jest.requireActual<{ load(text: string): unknown }>("js-yaml");

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

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The jobs that apply a program, each by its steps. */
const applying = workflows.flatMap(([name, text]) => {
  const { jobs } = yaml.load(text) as { readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>> };
  return Object.entries(jobs)
    .filter(([, { steps }]) => steps.some(applies))
    .map(([job, { steps }]) => [`${name}, ${job}`, steps] as const);
});

function applies({ uses, run, with: inputs }: Step): boolean {
  return (
    /^pulumi up\b/m.test(run ?? "") || (uses?.startsWith("pulumi/actions@") === true && inputs?.["command"] === "up")
  );
}

test("every place has a job that applies", () => {
  const places = new Set(applying.map(([name]) => name.split("/")[0]));
  expect([...places]).toEqual(["template", "examples", "docs"]);
});

test.each(applying)("%s keeps the ledger from run to run", (_name, steps) => {
  const at = (start: string): number => steps.findIndex(({ uses }) => uses?.startsWith(start) === true);
  const [restore, save] = [at("actions/cache/restore@"), at("actions/cache/save@")];
  const kept = { path: "~/.pulumi/callab", key: steps[save]?.with?.["key"] };
  // A key is written once: another attempt of one run has notes of its own.
  expect(String(kept.key)).toMatch(/^callab-.+-\$\{\{ github\.run_id \}\}-\$\{\{ github\.run_attempt \}\}$/);
  const beginning = String(kept.key).replace(/\$\{\{ github\.run_id .*/, "");
  expect(steps[restore]?.with).toEqual({ ...kept, "restore-keys": beginning });
  expect(steps[save]?.with).toEqual(kept);
  expect(steps[save]?.if).toContain("always()");
  expect(restore).toBeLessThan(steps.findIndex(applies));
  expect(save).toBeGreaterThan(steps.findIndex(applies));
});

test("a mistake is found", async () => {
  const [name = "", text = ""] = workflows[0] ?? [];
  expect(await lint(name, text.replace("runs-on:", "run-on:"))).toContain('unexpected key "run-on"');
  expect(await lint(name, text.replace("${{ github.ref }}", "${{ github.reff }}"))).toContain('property "reff"');
});
