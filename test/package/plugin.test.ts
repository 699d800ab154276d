/** The launcher of the plugin: what an engine starts, with whatever Node there is. */
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, start, type CommandResult } from "../support/command";
import { packedPackage } from "../support/installation";
import { runFolder } from "../support/oncePerRun";

jest.setTimeout(120_000);

let launcher: string;
beforeAll(async () => {
  launcher = join(await packedPackage(), "plugin", "pulumi-resource-callab");
});

/** The launcher on a machine whose only programs are those of sh, and perhaps a `node`. */
async function launched(node?: string): Promise<CommandResult> {
  const bin = mkdtempSync(join(runFolder(), "bin-"));
  for (const name of ["dirname", "readlink"]) symlinkSync(`/usr/bin/${name}`, join(bin, name));
  if (node !== undefined) {
    writeFileSync(join(bin, "node"), node);
    chmodSync(join(bin, "node"), 0o755);
  }
  return run("/bin/sh", [launcher, "127.0.0.1:1"], { cwd: bin, environment: { PATH: bin }, seconds: 30 });
}

test("it says in one line that Node is missing", async () => {
  const { code, stderr } = await launched();
  expect(code).toBe(1);
  expect(stderr).toBe("pulumi-resource-callab: Node.js 22.12 or newer is needed, and there is no `node` on PATH.\n");
});

test("it says in one line that Node is too old", async () => {
  // An old Node is played by this one, told that it is old.
  const old = `Object.defineProperty(process.versions, "node", { value: "18.20.4" })`;
  const { code, stderr } = await launched(
    `#!/bin/sh\nexec "${process.execPath}" --import 'data:text/javascript,${old}' "$@"\n`,
  );
  expect(code).toBe(1);
  expect(stderr).toBe("pulumi-resource-callab: Node.js 22.12 or newer is needed; the `node` on PATH is 18.20.4.\n");
});

test("by a link too, it listens and prints its port and nothing else", async () => {
  const bin = mkdtempSync(join(runFolder(), "linked-"));
  mkdirSync(join(bin, "a"));
  symlinkSync(launcher, join(bin, "a", "launcher"));
  symlinkSync(join("a", "launcher"), join(bin, "pulumi-resource-callab"));
  const plugin = start(join(bin, "pulumi-resource-callab"), ["127.0.0.1:1"], {
    cwd: bin,
    environment: { PATH: `${process.execPath.replace(/\/[^/]+$/, "")}:/usr/bin:/bin` },
    seconds: 3,
  });
  const { stdout, stderr } = await plugin.finished;
  expect(stdout).toMatch(/^\d+\n$/);
  expect(stderr).toBe("");
});
