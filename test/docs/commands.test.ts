import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freshBuild } from "../support/build";
import { ownEnvironment, run } from "../support/command";
import { ENGINE_SEARCH_SECONDS, engineEnvironment } from "../support/engine";
import { runFolder } from "../support/oncePerRun";
import { repository } from "../support/repository";
import { commands, wordsOf, type Command } from "./commands";

const manifest = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  name: string;
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
};

const of = (program: string): readonly Command[] =>
  commands
    .map(({ where, words }) => ({ where, words: words[0] === "npx" ? words.slice(1) : words }))
    .filter(({ words }) => words[0] === program);

test("every command is of a program that these tests know", () => {
  // gh is GitHub's; it is not at hand here, and takes part in one workflow only.
  // pnpm is run in test/package/layouts.test.ts, with the command that a message says.
  // curl asks routes that test/unit/emulator/control.test.ts knows.
  const known = ["npm", "npx", "pnpm", "pulumi", "callab", "node", "gh", "curl"];
  expect(commands.filter(({ words }) => !known.includes(words[0] ?? ""))).toEqual([]);
  expect(commands.length).toBeGreaterThan(30);
});

describe("npm", () => {
  const plain = ["ci", "cit", "test", "init", "install", "update", "sbom", "audit"];

  test("every command is one of npm's, and every script is in package.json", () => {
    const unknown = of("npm").filter(({ words: [, command = "", script = ""] }) =>
      command === "run" ? !(script in manifest.scripts) : !plain.includes(command),
    );
    expect(unknown).toEqual([]);
  });

  test("every package to install is this one, or one that it is developed with", () => {
    const packages = of("npm")
      .filter(({ words }) => words[1] === "install")
      .flatMap(({ words }) =>
        words.slice(2).filter((word, index, all) => !word.startsWith("-") && all[index - 1] !== "--prefix"),
      )
      .map((word) => word.replace(/(?<=.)@.*$/, ""));
    expect(packages.filter((name) => name !== manifest.name && !(name in manifest.devDependencies))).toEqual([]);
  });
});

test("every script that is run by node is there", () => {
  const missing = of("node").filter(({ words }) => !existsSync(join(repository, words[1] ?? "")));
  expect(missing).toEqual([]);
});

const flagsOf = (words: readonly string[]): string[] =>
  words.filter((word) => word.startsWith("-")).map((word) => word.split("=")[0] ?? "");

const lists = (help: string, flag: string): boolean => new RegExp(`(^|[\\s,])${flag}(?![\\w-])`, "m").test(help);

/** Commands that a program's own help does not know: no such subcommand, or no such flag. */
async function unknownTo(
  all: readonly Command[],
  subcommandOf: (words: readonly string[]) => string[],
  help: (subcommand: readonly string[]) => Promise<string | undefined>,
): Promise<string[]> {
  const helps = new Map<string, string | undefined>();
  const unknown: string[] = [];
  for (const { where, words } of all) {
    const subcommand = subcommandOf(words);
    const key = subcommand.join(" ");
    if (!helps.has(key)) helps.set(key, await help(subcommand));
    const text = helps.get(key);
    if (text === undefined) unknown.push(`${where}: ${words.join(" ")}: no such command`);
    else
      unknown.push(
        ...flagsOf(words)
          .filter((flag) => !lists(text, flag))
          .map((flag) => `${where}: ${words.join(" ")}: no ${flag}`),
      );
  }
  return unknown;
}

describe("callab", () => {
  test("every command and every flag is in its own help", async () => {
    await freshBuild();
    const main = join(repository, "dist", "provider", "cli", "main.js");
    const help = async (subcommand: readonly string[]): Promise<string | undefined> => {
      const result = await run(process.execPath, [main, ...subcommand, "--help"], {
        cwd: repository,
        environment: ownEnvironment(),
      });
      // An unknown subcommand is answered with the help of all.
      return result.code === 0 && result.stdout.includes(`callab ${subcommand.join(" ")}`.trim())
        ? result.stdout
        : undefined;
    };
    const subcommandOf = (words: readonly string[]): string[] =>
      words.slice(1, 2).filter((word) => !word.startsWith("-"));
    expect(await unknownTo(of("callab"), subcommandOf, help)).toEqual([]);
  }, 120_000);
});

describe("pulumi", () => {
  /** Commands that have commands of their own. */
  const groups = ["stack", "config", "state", "plugin", "policy", "deployment", "deployment settings"];
  const subcommandOf = ([, ...words]: readonly string[]): string[] => {
    const end = words.findIndex((word, index) => word.startsWith("-") || !isGroup(words.slice(0, index)));
    return end < 0 ? [...words] : words.slice(0, end);
  };
  const isGroup = (words: readonly string[]): boolean => words.length === 0 || groups.includes(words.join(" "));

  test(
    "every command and every flag is in the engine's own help",
    async () => {
      const environment = await engineEnvironment(join(runFolder(), "docs-commands"));
      const help = async (subcommand: readonly string[]): Promise<string | undefined> => {
        const { code, stdout } = await run("pulumi", [...subcommand, "--help"], { cwd: repository, environment });
        // An unknown command is answered with the help of all. A command may be the older name of another.
        const aliases = /^Aliases:\n\s+(.+)$/m.exec(stdout)?.[1]?.split(", ") ?? [];
        const isIt = stdout.includes(`pulumi ${subcommand.join(" ")} `) || aliases.includes(subcommand.at(-1) ?? "");
        return code === 0 && isIt ? stdout : undefined;
      };
      expect(await unknownTo(of("pulumi"), subcommandOf, help)).toEqual([]);
      expect(await help(["preveiw"])).toBeUndefined();
    },
    ENGINE_SEARCH_SECONDS * 1_000,
  );
});

test("words in quotes stay together", () => {
  expect(wordsOf(`pulumi config set callab:routes '{"a": "POST /b"}' --plaintext`)).toEqual([
    "pulumi",
    "config",
    "set",
    "callab:routes",
    "{a: POST /b}",
    "--plaintext",
  ]);
});
