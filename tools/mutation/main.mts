/**
 * The mutation run: `npm run test:mutation`. Breaks the provider on purpose, one promise at a time, in a copy of the
 * tree, and runs the tests that stand for that promise. A break that no test catches means that the promise is only
 * words. `--only TEXT` runs the breaks whose name holds the text.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mutants, promises, type Mutant } from "./mutants.mts";

/** How long the tests of one break may take, and all tests together without any, in milliseconds. */
const MOST_MS = { oneBreak: 180_000, noBreak: 1_800_000 };

type Outcome = "caught" | "survived" | "no longer there";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const root = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "callab-mutation-"));
/** All that is no product of a run: the tests of a break may read any of it. */
const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((file) => file !== "" && existsSync(join(root, file)));

/** Why the tests do not pass in the copy, `undefined` where they do. */
function failure(tests: readonly string[], mostMs: number): string | undefined {
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  const run = spawnSync(process.execPath, [jest, "--rootDir", copy, "--runInBand", "--bail", ...tests], {
    cwd: copy,
    encoding: "utf8",
    timeout: mostMs,
    killSignal: "SIGKILL",
  });
  // A test that does not end is none that passes.
  if (run.status === null) return `they did not end in ${mostMs / 1_000} s`;
  if (run.status === 0) return undefined;
  if (!/Tests:.*failed/.test(run.stderr)) throw new Error(`the tests did not run:\n${run.stderr}`);
  return run.stderr;
}

function tryOut({ file, search, replace, tests = [promises] }: Mutant): Outcome {
  const path = join(copy, file);
  const whole = readFileSync(path, "utf8");
  if (!whole.includes(search)) return "no longer there";
  writeFileSync(
    path,
    whole.replace(search, () => replace),
  );
  try {
    return failure(tests, MOST_MS.oneBreak) === undefined ? "survived" : "caught";
  } finally {
    writeFileSync(path, whole);
  }
}

try {
  for (const file of files) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const chosen = mutants.filter(({ name }) => name.includes(values.only));
  const unbroken = failure([...new Set(chosen.flatMap(({ tests = [promises] }) => tests))], MOST_MS.noBreak);
  if (unbroken !== undefined)
    throw new Error(`the tests fail without any break, so nothing can be told from them: ${unbroken}`);
  const width = Math.max(...chosen.map(({ name }) => name.length));
  const outcomes = chosen.map((mutant) => {
    const outcome = tryOut(mutant);
    console.log(`${mutant.name.padEnd(width)}  ${mutant.file.padEnd(30)}  ${outcome}`);
    return outcome;
  });
  const caught = outcomes.filter((outcome) => outcome === "caught").length;
  console.log(`\n${caught} of ${outcomes.length} breaks caught`);
  process.exitCode = caught === outcomes.length ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
