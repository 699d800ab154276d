/** The folder of an export appears as a whole, and replaces nothing that was not asked for. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandFailure } from "../../../provider/cli/failure";
import { mayWrite, writeFolder, type NewFile } from "../../../provider/cli/export/folder";

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), "folder-"))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const files = (entries: Record<string, string>): ReadonlyMap<string, NewFile> =>
  new Map(Object.entries(entries).map(([name, text]) => [name, { text }]));

const ours = ["index.ts", "import.json", "agents.ts"];

test("a new folder holds the files, for their owner alone: any of them may hold what somebody wrote into a dashboard", () => {
  const folder = join(home, "deep", "calls");
  writeFolder(folder, files({ "index.ts": "new", "import.json": "{}" }), ours);
  expect(readFileSync(join(folder, "index.ts"), "utf8")).toBe("new");
  for (const name of ["index.ts", "import.json"]) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  expect(statSync(folder).mode & 0o700).toBe(0o700);
  expect(readdirSync(join(home, "deep"))).toEqual(["calls"]);
});

test("a folder that exists is refused without --force, even an empty one, and nothing in it is touched", () => {
  const folder = join(home, "calls");
  mkdirSync(folder);
  expect(() => mayWrite(folder, false)).toThrow(/exists already, and nothing in it was touched/);
  expect(() => mayWrite(folder, true)).not.toThrow();
});

test("a folder that cannot be written is told, with the way out: before anything is asked, and at the end", () => {
  writeFileSync(join(home, "file"), "");
  for (const folder of [join(home, "file", "calls"), join(home, "file", "deep", "calls")]) {
    expect(() => mayWrite(folder, false)).toThrow(
      /calls cannot be written: .*file is no folder\. Choose another folder/,
    );
    expect(() => writeFolder(folder, files({ "index.ts": "new" }), ours)).toThrow(CommandFailure);
  }
  expect(readdirSync(home)).toEqual(["file"]);
});

test("a link is no folder to write, wherever it leads, and stays what it is", () => {
  const target = join(home, "target");
  mkdirSync(target);
  writeFileSync(join(target, "kept.txt"), "kept");
  for (const [name, leads] of [
    ["link", target],
    ["dangling", join(home, "nowhere")],
  ] as const) {
    symlinkSync(leads, join(home, name));
    for (const folder of [join(home, name), `${join(home, name)}/`]) {
      expect(() => mayWrite(folder, true)).toThrow(/is a link, and nothing is written through a link/);
      expect(lstatSync(join(home, name)).isSymbolicLink()).toBe(true);
    }
  }
  expect(readdirSync(target)).toEqual(["kept.txt"]);
});

test("the folder the command runs in, or one around it, is not replaced under its feet", () => {
  const folder = join(home, "calls");
  mkdirSync(join(folder, "inner"), { recursive: true });
  expect(() => mayWrite(folder, true, folder)).toThrow(/Run it from another folder/);
  expect(() => mayWrite(folder, true, join(folder, "inner"))).toThrow(/Run it from another folder/);
  expect(() => mayWrite(folder, true, home)).not.toThrow();
});

test("with --force the program is replaced, files of a former program go, and all else stays", () => {
  const folder = join(home, "calls");
  writeFolder(folder, files({ "index.ts": "old", "agents.ts": "old" }), ours);
  writeFileSync(join(folder, "Pulumi.dev.yaml"), "config: {}");
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "node_modules", "installed"), "yes");
  writeFolder(folder, files({ "index.ts": "new" }), ours);
  expect(readdirSync(folder).sort()).toEqual(["Pulumi.dev.yaml", "index.ts", "node_modules"]);
  expect(readFileSync(join(folder, "index.ts"), "utf8")).toBe("new");
  expect(existsSync(join(folder, "node_modules", "installed"))).toBe(true);
  expect(readdirSync(home)).toEqual(["calls"]);
});

test("a failure in the middle leaves what was there, and nothing beside it", () => {
  const folder = join(home, "calls");
  writeFolder(folder, files({ "index.ts": "old" }), ours);
  // A name that no file can have stands for a disk that is full.
  expect(() => writeFolder(folder, files({ "index.ts": "new", "no/such/folder": "" }), ours)).toThrow();
  expect(readFileSync(join(folder, "index.ts"), "utf8")).toBe("old");
  expect(readdirSync(home)).toEqual(["calls"]);
});
