/** `callab review` on a command line: files, exit codes, and what it says when something is wrong. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshBuild } from "../../support/build";
import { ownEnvironment, run, type CommandResult } from "../../support/command";
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { repository } from "../../support/repository";
import { previewText, spring } from "./previewText";

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "callab-review-"));
const at = (name: string): string => join(folder, name);
const callab = (...args: string[]): Promise<CommandResult> =>
  run(process.execPath, [join(repository, "dist", "provider", "cli", "main.js"), "review", ...args], {
    cwd: folder,
    environment: ownEnvironment(),
  });

beforeAll(async () => {
  await freshBuild();
  writeFileSync(at("preview.json"), previewText([{ op: "create", new: spring }]));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("prints the comment, and writes nothing", async () => {
  const { code, stdout } = await callab("preview.json");
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^## What this change does to calls \(renewals, stack dev\)\n\n- \*\*Starts calling:\*\* Spring renewals \(perhaps\)\n\n\*\*1 campaign is new\.\*\*/,
  );
});

it("writes the comment and the picture where it is told to, in the zone and week it is told", async () => {
  const { code, stdout } = await callab(
    ...["preview.json", "--out", "comment.md", "--picture", "week.svg", "--picture-link", "week.svg"],
    ...["--zone", "Asia/Tokyo", "--week", "2026-07-01"],
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(readFileSync(at("comment.md"), "utf8")).toContain("](week.svg)");
  expect(readFileSync(at("week.svg"), "utf8")).toMatch(/in Asia\/Tokyo time[^]*week of 2026-06-29/);
});

it.each([
  [["nothing.json"], "nothing.json cannot be read"],
  [["preview.json", "--zone", "EST5"], "not the name of a time zone"],
  [["preview.json", "--week", "tomorrow"], "not a day of the calendar"],
])("ends with 2 for %j, says why and writes nothing", async (args, reason) => {
  const { code, output } = await callab(...args, "--out", "never.md", "--picture", "never.svg");
  expect(code).toBe(2);
  expect(output).toContain(reason);
  expect(output).not.toMatch(/\n {4}at /);
  expect([existsSync(at("never.md")), existsSync(at("never.svg"))]).toEqual([false, false]);
});

it("writes through no link, and for its owner alone", async () => {
  writeFileSync(at("elsewhere"), "kept");
  symlinkSync(at("elsewhere"), at("link.md"));
  const { code, output } = await callab("preview.json", "--out", "link.md");
  expect(code).toBe(2);
  expect(output).toContain("link.md is a link");
  expect(readFileSync(at("elsewhere"), "utf8")).toBe("kept");
  writeFileSync(at("open.md"), "", { mode: 0o644 });
  expect((await callab("preview.json", "--out", "open.md")).code).toBe(0);
  expect(statSync(at("open.md")).mode & 0o777).toBe(0o600);
});

it("writes the page, for its owner alone, and prints JSON", async () => {
  const { code, stdout } = await callab("preview.json", "--json", "--html", "review.html");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ campaigns: [{ name: "Spring renewals", worst: "starts" }] });
  expect(readFileSync(at("review.html"), "utf8")).toMatch(/^<!doctype html>[^]*Spring renewals[^]*<\/html>\n$/);
  expect(statSync(at("review.html")).mode & 0o777).toBe(0o600);
});

it("asks for numbers only with --reach, and then needs a token that is taken", async () => {
  const emulator = await startEmulatorProcess({ people: [{ tag: "vip", count: 1240 }] });
  const asking = (token: string | undefined, ...flags: string[]): Promise<CommandResult> => {
    const environment = {
      ...ownEnvironment(),
      CALLAB_BASE_URL: emulator.url,
      ...(token === undefined ? {} : { CALLAB_API_TOKEN: token }),
    };
    return run(
      process.execPath,
      [join(repository, "dist", "provider", "cli", "main.js"), "review", "preview.json", ...flags],
      {
        cwd: folder,
        environment,
      },
    );
  };
  await asking(emulator.token);
  expect(await emulator.requests()).toEqual([]);
  const counted = await asking(emulator.token, "--reach", "--reach-limit", "1000");
  expect(counted.stdout).toContain("People: vip: at least 1,000.");
  for (const [token, expected] of [
    [undefined, 2],
    ["another", 1],
  ] as const) {
    const { code, stdout, stderr } = await asking(token, "--reach");
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(stderr).toContain("CALLAB_API_TOKEN");
  }
  expect((await asking(emulator.token, "--reach-limit", "10")).code).toBe(2);
  expect((await asking(emulator.token, "--reach", "--reach-limit", "many")).code).toBe(2);
});

it("ends with 1 where it cannot write", async () => {
  const { code, output } = await callab("preview.json", "--out", join("no", "such", "folder.md"));
  expect(code).toBe(1);
  expect(output).toContain("cannot be written");
});
