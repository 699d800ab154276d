/**
 * What `npm install pulumi-callab` adds to a program that has the Pulumi SDK: the packed package and everything that it
 * depends on, in the versions of the lock file. Counted as npm counts what it added, and as a disk does: a
 * file takes whole blocks, and a folder takes one.
 */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { packedPackage } from "../support/installation";
import { repository } from "../support/repository";
import { manifestOf } from "./installation";

jest.setTimeout(120_000);

const block = 4096;

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const { packages } = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Locked | undefined>>;
};

/** Where a package that the one at `from` depends on is installed, found as Node finds it. */
function locate(name: string, from: string): string {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    const path = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (at === "") throw new Error(`${name}, which ${from || "the package"} depends on, is not in the lock file`);
  }
}

/** The folders of all that is installed beside the package. What a peer brings is the program's. */
function dependencies(
  { dependencies: direct = {}, optionalDependencies = {} }: Locked,
  from = "",
  found = new Set<string>(),
) {
  for (const name of Object.keys({ ...direct, ...optionalDependencies })) {
    const path = locate(name, from);
    if (!found.has(path)) dependencies(packages[path] ?? {}, path, found.add(path));
  }
  return found;
}

/** The bytes that a folder takes, without the packages that are installed in it. */
function bytesOnDisk(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? sum : sum + bytesOnDisk(path);
    return sum + Math.ceil(statSync(path).size / block) * block;
  }, block);
}

test("at most 45 packages and 25 MB", async () => {
  const own = await packedPackage();
  const others = [...dependencies(manifestOf(own))];
  expect(others).toEqual(expect.arrayContaining(["node_modules/axios", "node_modules/follow-redirects"]));
  expect(others.length + 1).toBeLessThanOrEqual(45);
  const sizes = [own, ...others.map((path) => join(repository, path))].map(bytesOnDisk);
  expect(Math.min(...sizes)).toBeGreaterThan(block);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1e6).toBeLessThanOrEqual(25);
});
