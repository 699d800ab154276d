/** What is installed is what was reviewed, and may be used. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "../support/repository";

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Entry>>;
};
const entries = Object.entries(packages).filter(([path, { link }]) => path !== "" && link !== true);

test("every entry of the lock file has its checksum, whatever the platform it is for", () => {
  expect(entries.length).toBeGreaterThan(100);
  expect(
    entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==/.test(integrity ?? "")).map(([path]) => path),
  ).toEqual([]);
});

test("nothing that runs beside a program brings a script of its own to install", () => {
  const scripts = entries.filter(([, { dev, hasInstallScript }]) => dev !== true && hasInstallScript === true);
  expect(scripts.map(([path]) => path)).toEqual([]);
});

const workflows = [".github/workflows", "template/.github/workflows", "examples/fleet/.github/workflows"].flatMap(
  (folder) => readdirSync(join(repository, folder)).map((name) => join(folder, name)),
);

/** The digests of its releases are not known here, so it is named by its tag. */
const byTag = ["pulumi/actions@v6"];

test.each(workflows)("%s names its actions by digest, so that nobody can put another one in their place", (path) => {
  const text = readFileSync(join(repository, path), "utf8");
  const used = [...text.matchAll(/\buses: *(\S+)(.*)/g)].map(([, action = "", rest = ""]) => ({ action, rest }));
  expect(used.length).toBeGreaterThan(0);
  const others = used.filter(({ action }) => !byTag.includes(action));
  expect(
    others.filter(({ action, rest }) => !/@[0-9a-f]{40}$/.test(action) || !/^ # v\d+\.\d+\.\d+$/.test(rest)),
  ).toEqual([]);
});

describe("licences", () => {
  const folder = mkdtempSync(join(tmpdir(), "licences-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const judged = (components: readonly object[]): { status: number | null; stdout: string; stderr: string } => {
    const file = join(folder, "sbom.json");
    writeFileSync(file, JSON.stringify({ components }));
    return spawnSync(process.execPath, [join(repository, "tools", "licences.mts"), file], { encoding: "utf8" });
  };

  test("are listed, and one that is not permissive, or not told, fails", () => {
    const fine = [
      { name: "b", version: "1.0.0", licenses: [{ license: { id: "MIT" } }] },
      { name: "a", version: "2.0.0", licenses: [{ expression: "(GPL-3.0 OR Apache-2.0)" }] },
    ];
    expect(judged(fine)).toMatchObject({ status: 0, stdout: "a@2.0.0: (GPL-3.0 OR Apache-2.0)\nb@1.0.0: MIT\n" });
    for (const licenses of [[{ license: { id: "GPL-3.0" } }], [{ expression: "MIT AND GPL-3.0" }], []]) {
      const { status, stderr } = judged([...fine, { name: "c", version: "1.0.0", licenses }]);
      expect(status).toBe(1);
      expect(stderr).toContain("c@1.0.0");
    }
  });

  test("of all that is installed beside a program are permissive", () => {
    const components = entries
      .filter(([, { dev }]) => dev !== true)
      .map(([path, { version = "", license = "none" }]) => ({
        name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
        version,
        licenses: [{ expression: license }],
      }));
    expect(judged(components)).toMatchObject({ status: 0, stderr: "" });
  });
});
