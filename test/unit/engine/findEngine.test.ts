import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Answer, Engine, Source } from "../../../tools/engine/searchOrder.mts" with {
  "resolution-mode": "import",
};

// The tools are ES modules that Node runs as they are, hence the dynamic imports in a CommonJS test.
const versions = () => import("../../../tools/engine/version.mts");
const searchOrder = () => import("../../../tools/engine/searchOrder.mts");
const existing = () => import("../../../tools/engine/existing.mts");
const environments = () => import("../../../tools/engine/environment.mts");
const locks = () => import("../../../tools/engine/lock.mts");
const workshops = () => import("../../../tools/engine/workshop.mts");

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "find-engine-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const COMPANIONS = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];

/** A folder with programs that look like an engine of this version. */
function engineIn(bin: string, version: string, companions = COMPANIONS): string {
  mkdirSync(bin, { recursive: true });
  for (const name of ["pulumi", ...companions]) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho v${version}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
}

function refusalOf(answer: Answer): string {
  return "refusal" in answer ? answer.refusal : "";
}

describe("versions", () => {
  test.each([
    ["v3.259.0", [3, 259, 0]],
    ["3.260.0-alpha.1719+dirty\n", [3, 260, 0]],
    ["go1.26.8", [1, 26, 8]],
    ["1.25", [1, 25, 0]],
  ])("%s is read as %p", async (text, expected) => {
    const { parseVersion } = await versions();
    expect(parseVersion(text)).toEqual(expected);
  });

  test("a text without a version has none", async () => {
    const { parseVersion } = await versions();
    expect(parseVersion("command not found")).toBeUndefined();
  });

  test("are compared as numbers, not as text", async () => {
    const { compareVersions } = await versions();
    expect(compareVersions([3, 99, 0], [3, 216, 0])).toBeLessThan(0);
    expect(compareVersions([4, 0, 0], [3, 999, 9])).toBeGreaterThan(0);
    expect(compareVersions([3, 216, 1], [3, 216, 1])).toBe(0);
  });
});

describe("the order of the search", () => {
  const engine: Engine = { bin: "/somewhere", version: "3.259.0", origin: "cache" };
  const asked: string[] = [];
  const source = (name: string, answer: () => Answer): Source => ({
    name,
    look: () => {
      asked.push(name);
      return Promise.resolve().then(answer);
    },
  });
  beforeEach(() => (asked.length = 0));

  test("stops at the first engine and asks no costlier source", async () => {
    const { firstEngine } = await searchOrder();
    const result = await firstEngine([
      source("path", () => ({ refusal: "there is none" })),
      source("cache", () => ({ engine })),
      source("build", () => ({ refusal: "never asked" })),
    ]);
    expect(result).toEqual({ engine, refusals: [{ source: "path", reason: "there is none" }] });
    expect(asked).toEqual(["path", "cache"]);
  });

  test("goes on after a source that breaks, and keeps why it broke", async () => {
    const { firstEngine } = await searchOrder();
    const broken = source("path", () => {
      throw new Error("disk full");
    });
    const result = await firstEngine([broken, source("cache", () => ({ engine }))]);
    expect(result).toEqual({ engine, refusals: [{ source: "path", reason: "disk full" }] });
  });

  test("the error names each source with its reason and says what to do", async () => {
    const { EngineNotFound } = await searchOrder();
    const { message } = new EngineNotFound([{ source: "pulumi on PATH", reason: "there is none" }], "1.25.11");
    expect(message).toContain("  - pulumi on PATH: there is none\n");
    expect(message).toContain("install Pulumi 3.216.0 or newer");
    expect(message).toContain("Go 1.25.11");
  });
});

describe("pulumi on PATH", () => {
  const look = async (...folders: string[]) =>
    (await existing()).onPath({ PATH: folders.join(delimiter), PULUMI_HOME: folder }).look();

  test("is taken if it is new enough and has the Node language host", async () => {
    const bin = engineIn(join(folder, "bin"), "3.216.0");
    expect(await look(join(folder, "nothing-here"), bin)).toEqual({
      engine: { bin, version: "3.216.0", origin: "path" },
    });
  });

  test("is refused if it is too old", async () => {
    const answer = await look(engineIn(join(folder, "bin"), "3.215.9"));
    expect(refusalOf(answer)).toContain("is 3.215.9, older than 3.216.0");
  });

  test("is refused without the Node language host, which some packages leave out", async () => {
    const answer = await look(engineIn(join(folder, "bin"), "3.259.0", []));
    expect(refusalOf(answer)).toContain("has no pulumi-language-nodejs");
  });

  test("may have the host elsewhere on PATH", async () => {
    const bin = engineIn(join(folder, "bin"), "3.259.0", []);
    const companions = engineIn(join(folder, "companions"), "3.259.0");
    expect(await look(bin, companions)).toMatchObject({ engine: { bin } });
  });

  test("may be a link: the folder it leads to is the engine's", async () => {
    const bin = engineIn(join(folder, "installation", "bin"), "3.259.0");
    mkdirSync(join(folder, "links"));
    symlinkSync(join(bin, "pulumi"), join(folder, "links", "pulumi"));
    expect(await look(join(folder, "links"))).toMatchObject({ engine: { bin } });
  });

  test("that does not run is refused with the reason", async () => {
    const bin = engineIn(join(folder, "bin"), "3.259.0");
    writeFileSync(join(bin, "pulumi"), "#!/bin/sh\necho 'wrong machine' >&2; exit 126\n");
    expect(refusalOf(await look(bin))).toContain("does not run: wrong machine");
  });
});

describe("an engine under the Pulumi home", () => {
  const look = async () => (await existing()).underPulumiHome({ PATH: "", PULUMI_HOME: folder }).look();

  test("is the newest usable one", async () => {
    engineIn(join(folder, "versions", "3.99.0", "bin"), "3.99.0");
    engineIn(join(folder, "versions", "3.220.0", "bin"), "3.220.0");
    engineIn(join(folder, "versions", "3.259.0", "bin"), "3.259.0");
    engineIn(join(folder, "versions", "3.270.0", "bin"), "3.270.0", []);
    expect(await look()).toMatchObject({ engine: { version: "3.259.0", origin: "cache" } });
  });

  test("is never one that is still in the making", async () => {
    engineIn(join(folder, "versions", ".engine-in-the-making-1-x", "bin"), "3.259.0");
    expect(await look()).toEqual({ refusal: "there is none" });
  });

  test("may come from Pulumi's installer, although its folder is not on PATH", async () => {
    const bin = engineIn(join(folder, "bin"), "3.260.0");
    expect(await look()).toMatchObject({ engine: { bin } });
  });
});

describe("a made engine", () => {
  test("comes to its place whole, and a broken one there is put aside", async () => {
    const { putInPlace } = await workshops();
    const kept = join(folder, "versions");
    engineIn(join(kept, "3.259.0", "bin"), "3.259.0", []);
    const placed = await putInPlace(engineIn(join(kept, ".new", "bin"), "3.259.0"), kept);
    expect(placed).toEqual({ bin: join(kept, "3.259.0", "bin"), version: "3.259.0" });
    expect(readdirSync(placed.bin)).toEqual(["pulumi", ...COMPANIONS]);
    expect(readdirSync(join(kept, "3.259.0"))).toEqual(["bin", expect.stringMatching(/^bin\.unusable-/)]);
  });

  test("gives way to one that another process has put there", async () => {
    const { putInPlace } = await workshops();
    const kept = join(folder, "versions");
    const bin = engineIn(join(kept, "3.259.0", "bin"), "3.259.0", [...COMPANIONS, "of-the-other"]);
    await putInPlace(engineIn(join(kept, ".new", "bin"), "3.259.0"), kept);
    expect(readdirSync(bin)).toContain("of-the-other");
  });

  test("that lacks something is not put in place", async () => {
    const { putInPlace } = await workshops();
    const kept = join(folder, "versions");
    await expect(putInPlace(engineIn(join(kept, ".new", "bin"), "3.259.0", []), kept)).rejects.toThrow("not usable");
    expect(readdirSync(kept)).toEqual([".new"]);
  });

  test("leaves no workshop behind when making it fails, and sweeps those of killed runs", async () => {
    const { inWorkshop, sweepWorkshops } = await workshops();
    await expect(inWorkshop(folder, () => Promise.reject(new Error("disk full")))).rejects.toThrow("disk full");
    expect(readdirSync(folder)).toEqual([]);

    mkdirSync(join(folder, ".engine-in-the-making-999999999-x"));
    mkdirSync(join(folder, `.engine-in-the-making-${process.pid}-x`));
    sweepWorkshops(folder);
    expect(readdirSync(folder)).toEqual([`.engine-in-the-making-${process.pid}-x`]);
  });
});

describe("the lock", () => {
  const quiet = { line: () => undefined, during: () => () => undefined };
  const path = () => join(folder, ".engine.lock");

  test("lets one work at a time, and the other says that it waits", async () => {
    const { withLock } = await locks();
    const said: string[] = [];
    const order: string[] = [];
    const first = withLock(folder, quiet, async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push("first");
    });
    await withLock(folder, { ...quiet, line: (text) => void said.push(text) }, () =>
      Promise.resolve(void order.push("second")),
    );
    await first;
    expect(order).toEqual(["first", "second"]);
    expect(said).toEqual([`Another process (${process.pid}) is making the Pulumi engine; waiting for it.`]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of a process that is gone is taken over", async () => {
    const { withLock } = await locks();
    writeFileSync(path(), `999999999 ${hostname()}`);
    expect(await withLock(folder, quiet, () => Promise.resolve("made"))).toBe("made");
  });

  test("of another machine is taken over once it is no longer renewed", async () => {
    const { withLock } = await locks();
    writeFileSync(path(), "1 another-machine");
    const minutesAgo = new Date(Date.now() - 120_000);
    utimesSync(path(), minutesAgo, minutesAgo);
    expect(await withLock(folder, quiet, () => Promise.resolve("made"))).toBe("made");
  });
});

describe("the environment of the engine", () => {
  const before = { ...process.env };
  afterEach(() => (process.env = { ...before }));
  const build = async (home: string, bin = "/engine/bin") =>
    (await environments()).engineEnvironment({ bin, version: "3.259.0", origin: "cache" }, { home });

  test("keeps the person's own accounts, tokens and settings out", async () => {
    Object.assign(process.env, {
      CALLAB_API_TOKEN: "real",
      PULUMI_ACCESS_TOKEN: "real",
      PULUMI_STACK: "production",
      PULUMI_CONFIG_PASSPHRASE_FILE: "/secret",
      SOMETHING_ELSE: "stays",
    });
    const result = await build(folder);
    expect(Object.keys(result).filter((key) => /^(PULUMI|CALLAB)_/.test(key))).toEqual([
      "PULUMI_BACKEND_URL",
      "PULUMI_HOME",
      "PULUMI_CONFIG_PASSPHRASE",
      "PULUMI_SKIP_UPDATE_CHECK",
      "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION",
    ]);
    expect(result["SOMETHING_ELSE"]).toBe("stays");
  });

  test("creates the state's folder and names it unescaped, as the engine reads it", async () => {
    const home = join(folder, "with a blank");
    expect((await build(home))["PULUMI_BACKEND_URL"]).toBe(`file://${home}`);
    expect(readdirSync(folder)).toEqual(["with a blank"]);
  });

  test("has the engine first on PATH, then the Node that runs this", async () => {
    const path = (await build(folder))["PATH"]?.split(delimiter);
    expect(path?.slice(0, 2)).toEqual(["/engine/bin", dirname(process.execPath)]);
  });

  test("has this Node before an engine whose folder holds another node", async () => {
    const bin = engineIn(join(folder, "bin"), "3.259.0", [...COMPANIONS, "node"]);
    const path = (await build(folder, bin))["PATH"]?.split(delimiter);
    expect(path?.slice(0, 2)).toEqual([dirname(process.execPath), bin]);
  });
});
