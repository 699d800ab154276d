/** The tables that repeat what the code says: settings with their defaults, and the emulator's personalities. */
import { personalities } from "../../emulator";
import { configurationKeys, readConfiguration } from "../../provider/configuration";
import { readPage } from "./markdown";

/** Cells of the rows of a table, without the ticks of code. */
const rowsOf = (path: string, firstCell: RegExp): string[][] =>
  readPage(path)
    .text.split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll("`", "")),
    )
    .filter(([first = ""]) => firstCell.test(first));

describe("the table of settings", () => {
  const rows = rowsOf("docs/configuration.md", /^callab:/);

  test("has every key", () => {
    expect(rows.map(([key]) => key)).toEqual(configurationKeys.map((key) => `callab:${key}`));
  });

  test("tells the defaults", () => {
    const { apiToken, routes, ...defaults } = readConfiguration(() => undefined, {});
    expect([apiToken, routes]).toEqual([undefined, {}]);
    const told = Object.fromEntries(rows.map(([key = "", , value]) => [key.slice("callab:".length), value]));
    expect(told).toMatchObject({
      apiToken: "none",
      baseUrl: defaults.baseUrl,
      workspace: defaults.workspace,
      maxConcurrency: String(defaults.maxConcurrency),
      maxRetries: String(defaults.maxRetries),
      timeoutSeconds: String(defaults.timeoutSeconds),
      routes: "none",
    });
  });

  test("tells the environment variables", () => {
    const set = Object.fromEntries(
      rows
        .filter(([, variable]) => variable !== "")
        .map(([, variable = "", standard]) => [variable, standard === "false" ? "true" : "https://example.com"]),
    );
    const { apiToken, baseUrl, workspace, pauseAll } = readConfiguration(() => undefined, set);
    expect([apiToken?.value, baseUrl, workspace]).toEqual(Array(3).fill("https://example.com"));
    expect(pauseAll).toBe(true);
  });
});

test("the table of personalities has every one", () => {
  const names = personalities.map(({ name }) => name);
  const rows = rowsOf("docs/testing-your-programs.md", /^[a-z-]+$/).filter(([name]) => !name?.startsWith("-"));
  expect(rows.map(([name]) => name)).toEqual(names);
});
