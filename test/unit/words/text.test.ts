/** Texts with hints in them: what a front makes of them, and what a log shows. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commandWording } from "../../../provider/cli/hints";
import { providerWording, runWording, wordedForRun } from "../../../provider/runtime/hints";
import { hint } from "../../../provider/words/hint";
import {
  HintedError,
  joined,
  lines,
  mapWords,
  sentence,
  text,
  textOf,
  withCodes,
  worded,
} from "../../../provider/words/text";
import { repository } from "../../support/repository";

/** Where texts with hints are made: everywhere but where hints are named and worded. */
const sources = readdirSync(join(repository, "provider"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !/(^|\/)hints?\.ts$/.test(name))
  .map((name) => readFileSync(join(repository, "provider", name), "utf8"));

const route = text`no route. ${hint("set-list-route", { key: "campaign.list" })}`;

it("are put in words by each front, in its own", () => {
  expect(worded(route, runWording)).toBe('no route. set the route "campaign.list" in callab:routes.');
  expect(worded(route, commandWording)).toBe('no route. set the route "campaign.list" with --routes.');
});

it("go into each other as they are", () => {
  const inner = text`${route} (${2} times)`;
  expect(wordedForRun(text`a: ${inner}`)).toBe(
    'a: no route. set the route "campaign.list" in callab:routes. (2 times)',
  );
  expect(wordedForRun(lines(["a", route, "b"]))).toBe(`a\n${wordedForRun(route)}\nb`);
  expect(wordedForRun(joined([route, [hint("adopt")]], "; "))).toBe(
    `${wordedForRun(route)}; ${wordedForRun([hint("adopt")])}`,
  );
});

it("are strings where they hold no hint", () => {
  expect(text`a ${"b"} ${3}`).toBe("a b 3");
  expect(lines(["a", text`b`])).toBe("a\nb");
  expect(text``).toBe("");
});

it("show hints by their codes where nobody puts them in words", () => {
  expect(withCodes(route)).toBe("no route. [set-list-route]");
  const failure = new HintedError(route, { cause: "c" });
  expect(failure).toMatchObject({ message: "no route. [set-list-route]", cause: "c" });
  expect(textOf(failure)).toBe(route);
  expect([textOf(new Error("no")), textOf("thrown")]).toEqual(["no", "thrown"]);
});

it("are changed in their words alone", () => {
  expect(mapWords(route, (words) => words.toUpperCase())).toEqual([
    "NO ROUTE. ",
    hint("set-list-route", { key: "campaign.list" }),
  ]);
});

it.each([
  [" No answer. ", "No answer."],
  ["no answer", "no answer."],
  ["why? \n", "why?"],
  ["", "."],
])("%j is made a sentence", (given, whole) => {
  expect(sentence(given)).toBe(whole);
});

it("end as a sentence with the words of a hint", () => {
  expect(sentence(route)).toEqual(route);
});

const about = { setting: "routes", key: "campaign.list", example: "GET /all", calls: true, policies: ["pause"] };
const said = (wording: object): string[] =>
  Object.values(wording as Record<string, (data: typeof about) => string>).map((words) => words(about));

it("are in the words of a run, or of a command line, never of both", () => {
  expect(said(runWording).filter((words) => words.includes("--routes") || words.includes("--base-url"))).toEqual([]);
  expect(said(commandWording).filter((words) => /callab:(?!onDrift|verifyWrites)/.test(words))).toEqual([]);
  expect([...said(runWording), ...said(commandWording)].filter((words) => words.trim() === "")).toEqual([]);
  const ofProvider = said(providerWording("north")).filter((words) => /callab:|config set/.test(words));
  expect(ofProvider).toEqual(["callab:routes in the stack's configuration"]);
});

test("nothing says to type a secret into a command, where the shell's history would keep it", () => {
  const commands = said(runWording).flatMap((words) => words.match(/`pulumi config set --secret [^`]*`/g) ?? []);
  expect([...new Set(commands)]).toEqual(["`pulumi config set --secret callab:apiToken`"]);
});

test.each(["set-token", "replace-token"] as const)(
  "%s is right for a token that was just set, whatever command was run",
  (code) => {
    for (const wording of [runWording, providerWording("north")])
      expect(wording[code]({})).toMatch(
        /`--refresh`.*last `pulumi up`.*run `pulumi up` once without `--refresh`, or add `--run-program`\.$/,
      );
    expect(commandWording[code]({})).not.toContain("--refresh");
  },
);

it.each(Object.keys(runWording))("a text holds the hint %s", (code) => {
  expect(sources.filter((source) => source.includes(`"${code}"`))).not.toEqual([]);
});
