/**
 * Writes docs/rules.md from the rules themselves.
 *
 *     node tools/generate/rules.mts          writes the page
 *     node tools/generate/rules.mts --check  fails if it is stale
 */
import type { Rule } from "../../provider/kinds/rule.ts";
import { generated } from "./generated.mts";
import { providerModule } from "./provider.mts";

const { rules } = providerModule("kinds/rules") as { rules: ReadonlyMap<string, Rule> };

const families: Readonly<Record<string, string>> = {
  campaign: "Campaigns",
  agent: "Agents",
  webhook: "Webhooks",
  input: "Inputs and options of every kind",
};

const marks = {
  documented: "documented",
  older: "documented (older)",
  example: "example",
  inferred: "inferred",
  package: "this package",
} as const;

/** How a program says that what is found is meant. */
function acceptance({ id, severity }: Rule): string {
  if (severity === "warning") return `Accept it: \`acceptedWarnings: ["${id}"]\`.`;
  return "It cannot be accepted.";
}

const section = (rule: Rule): string =>
  [
    `### \`${rule.id}\``,
    `${rule.severity === "error" ? "**Error.**" : "**Warning.**"} ${rule.what}`,
    [
      `- Why: ${rule.why}`,
      `- Known from: ${marks[rule.mark]}.`,
      ...(rule.isOfCreate === true ? ["- Told only where the object is created."] : []),
      `- What to do: ${rule.instead} ${acceptance(rule)}`,
    ].join("\n"),
  ].join("\n\n");

const shown = Object.entries(families).map(([family, title]) => ({
  title,
  list: [...rules.values()].filter(({ id }) => id.startsWith(`${family}/`)),
}));
const untold = [...rules.keys()].filter((id) => families[id.split("/")[0] ?? ""] === undefined);
if (untold.length > 0) throw new Error(`These rules are of no family that has a title here: ${untold.join(", ")}`);

const page = [
  "# Rules",
  "<!-- Written by tools/generate/rules.mts: do not edit. -->",
  "This page lists every rule that programs are checked by: what it finds, why, where it is known from, and what to do. Nothing is asked of the API for it.",
  `A message ends with the ID of its rule:

\`\`\`text
Campaign "spring": callTimeOfDayFrom: is not set, nor is callTimeOfDayTo: people may be called at any hour, also at night (campaign/no-window)
\`\`\``,
  `An **error** ends the run before anything is changed. What a guess would turn into phone calls is one. A **warning** is told once for each resource, and the run goes on. Values that are not known before the run cause neither; they are judged in \`pulumi up\`, before any request for the resource.`,
  "Some rules look at several resources. In the [native front](native.md#limits) they see those of one provider: two resources that have different providers are not compared.",
  `A warning that you have considered is accepted at the resource, or for all of them:

<!-- with: callab args -->

\`\`\`ts
new callab.Campaign("night", { ...args, acceptedWarnings: ["campaign/over-midnight"] });
\`\`\`

\`\`\`sh
pulumi config set callab:acceptedWarnings campaign/over-midnight,campaign/no-number
\`\`\`

An ID that is no rule's, and the ID of an error, is an error.`,
  ...shown.flatMap(({ title, list }) => [`## ${title}`, ...list.map(section)]),
].join("\n\n");

await generated("docs/rules.md", `${page}\n`);
