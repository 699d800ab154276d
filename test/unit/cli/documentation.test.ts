/** The page on the command knows every field that may have to be asked for, and every option there is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listedKinds, kindSchema } from "../../../provider/kinds/schema";
import { exportedFiles } from "../../../provider/cli/export/exportWorkspace";
import { repository } from "../../support/repository";

const page = readFileSync(join(repository, "docs", "command-line.md"), "utf8");

test.each(listedKinds)("the hidden fields of %s are listed as fields at stake", (name) => {
  const hidden = kindSchema(name).written.filter(
    (field) => field.node.readBack === "hidden" && field.name !== "workspace",
  );
  const entries = page
    .split("\n")
    .filter((line) => line.startsWith(`- ${name}: `))
    .join("\n");
  expect(hidden.map((field) => field.name).filter((field) => !entries.includes(`\`${field}\``))).toEqual([]);
  expect(entries).not.toBe("");
});

test("every option of the command line is explained", () => {
  const source = readFileSync(join(repository, "provider", "cli", "commandLine.ts"), "utf8");
  const options = [...source.matchAll(/\.option\("(?:-\w, )?(--[\w-]+)/g)].map(([, option]) => option ?? "");
  expect(options.length).toBeGreaterThan(10);
  expect(options.filter((option) => !page.includes(`\`${option}`))).toEqual([]);
});

test("every file that may be written is explained, but for the program's own parts", () => {
  const parts = ["workspace.ts", "phoneNumbers.ts", "aiAgents.ts", "webhooks.ts", "campaigns.ts"];
  expect(exportedFiles.filter((file) => !parts.includes(file) && !page.includes(`\`${file}\``))).toEqual([]);
});
