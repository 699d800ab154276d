/** What the README and the first steps promise, done: their programs, on a real engine and an emulator. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { makeProject, type Project } from "../support/project";
import { repository } from "../support/repository";
import { readPage } from "./markdown";

jest.setTimeout(240_000);

/** The first TypeScript block of a page. */
function programOf(path: string): string {
  const block = readPage(path).blocks.find(({ language }) => language === "ts");
  if (block === undefined) throw new Error(`${path} has no program`);
  return block.text;
}

/** The block of plain text in a page that holds these words, without what is around it. */
function shownIn(path: string, words: string): string {
  const block = readPage(path).blocks.find(({ language, text }) => language === "text" && text.includes(words));
  if (block === undefined) throw new Error(`${path} does not show ${words}`);
  return block.text;
}

const withoutIndent = (text: string): string => text.replace(/^\s+/gm, "");

describe.each(["README.md", "docs/getting-started.md"])("the program of %s", (path) => {
  let emulator: EmulatorProcess;
  let project: Project;

  beforeAll(async () => {
    emulator = await startEmulatorProcess();
    project = await makeProject({ language: "typescript", program: programOf(path), emulator });
  });

  test("is previewed without a request, with the summary that the README shows of its own", async () => {
    const { stdout } = await project.preview("--diff");
    expect(await emulator.requests()).toEqual([]);
    if (path === "README.md") expect(stdout.replace(/ +/g, " ")).toContain(shownIn(path, "summary").trim());
  });

  test("creates one agent and one campaign, and then has nothing to do", async () => {
    await project.up();
    expect((await emulator.health()).objects).toMatchObject({ AiAgent: 1, Campaign: 1 });
    await project.up("--expect-no-changes");
  });

  test("is destroyed without a trace", async () => {
    await project.destroy();
    expect((await emulator.health()).objects).toMatchObject({ AiAgent: 0, Campaign: 0 });
  });
});

test("who goes the way of the README, and then the first steps by hand, meets nothing of its own", () => {
  const namesIn = (program: string): string[] =>
    [...program.matchAll(/new callab\.(\w+)\(\S+ \{\n {2}name: "(.+)"/g)].map(([, kind, name]) => `${kind} ${name}`);
  const byHand = namesIn(programOf("docs/getting-started.md"));
  const made = namesIn(readFileSync(join(repository, "template", "index.ts"), "utf8"));
  expect([byHand.length, made.length]).toEqual([2, 2]);
  expect(made.filter((name) => byHand.includes(name))).toEqual([]);
});

test("the first steps show the report that their mistake gives", async () => {
  const program = programOf("docs/getting-started.md")
    .replace('"Europe/Paris"', '"EST5"')
    .replace('"2099-05-29"', '"2099-02-30"');
  const project = await makeProject({ language: "typescript", program });
  const { output } = await project.fails("preview");
  expect(withoutIndent(output)).toContain(withoutIndent(shownIn("docs/getting-started.md", "2 problems")));
});
