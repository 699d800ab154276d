/** What is installed is what was reviewed, and may be used. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
