/** The public types, seen by the oldest and the newest TypeScript, in each way of finding modules. */
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { ownEnvironment, run } from "../support/command";
import { repository } from "../support/repository";
import { consumer } from "../package/installation";

jest.setTimeout(240_000);

/** `typescript-min` is the oldest release that is supported; package.json says which. */
const compilers = ["typescript", "typescript-min"] as const;

const projects: Readonly<Record<string, readonly [file: string, ...flags: string[]]>> = {
  "CommonJS under node16": ["program.cts", "--module", "node16", "--moduleResolution", "node16"],
  "ES modules under node16": ["program.mts", "--module", "node16", "--moduleResolution", "node16"],
  "CommonJS without exports": ["program.ts", "--module", "commonjs", "--moduleResolution", "node"],
  bundler: ["program.ts", "--module", "esnext", "--moduleResolution", "bundler"],
};

const strictest = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];

async function compile(compiler: string, project: string, more: readonly string[]): Promise<string> {
  const tsc = join(repository, "node_modules", compiler, "lib", "tsc.js");
  if (!existsSync(tsc)) throw new Error(`there is no ${compiler} in node_modules; run npm ci`);
  const [file, ...flags] = projects[project] ?? [""];
  const cwd = await consumer({});
  copyFileSync(join(__dirname, "program.ts"), join(cwd, file));
  const { output, code } = await run(
    process.execPath,
    [tsc, file, "--noEmit", "--target", "es2022", ...flags, ...strictest, ...more],
    { cwd, environment: ownEnvironment() },
  );
  return code === 0 ? "no errors" : output;
}

describe.each(compilers)("%s", (compiler) => {
  test.each(Object.keys(projects))("%s", async (project) => {
    expect(await compile(compiler, project, ["--types", "node", "--skipLibCheck"])).toBe("no errors");
  });
});

test("the declarations themselves are right, not only their use", async () => {
  expect(await compile("typescript", "CommonJS under node16", ["--types", "node"])).toBe("no errors");
});
