/** The commands to run after an export, and the README that keeps them. */
import { oneLine } from "../../words/plainText";
import { leftHiddenLines, type LeftHidden } from "./leftHidden";
import type { SecretValues } from "./secretValues";

export interface Steps {
  /** The folder as the user named it. */
  readonly folder: string;
  readonly baseUrl: string | undefined;
  readonly contract: string | undefined;
  readonly secrets: SecretValues;
  /** How many questions hints.json asks. */
  readonly questions: number;
  readonly leftHidden: LeftHidden;
  /** The command line that exports again with the answers. */
  readonly again: string;
}

export interface Step {
  readonly command: string;
  readonly why: string;
}

/** What to type, in order. */
export function nextSteps({ folder, baseUrl, contract, secrets, questions, again }: Steps): Step[] {
  const keys = secrets.shown().map(({ key }) => key);
  const masked = secrets.masked();
  const files = ["import.json", ...(keys.length === 0 ? [] : ["secrets.json"])];
  return [
    ...(questions === 0
      ? []
      : [{ command: again, why: `when ${folder}/hints.json is answered: it asks for what the API does not show` }]),
    { command: `cd ${shellWord(folder)}`, why: "" },
    { command: "npm install", why: "" },
    { command: "pulumi stack init dev", why: "or: pulumi stack select <stack>" },
    { command: "pulumi config set --secret callab:apiToken", why: "asks for the token" },
    ...(baseUrl === undefined ? [] : [set("callab:baseUrl", baseUrl)]),
    ...(contract === undefined ? [] : [set("callab:contract", contract)]),
    ...keys.map((key) => ({
      command: `node -p "require('./secrets.json').${key}" | pulumi config set --secret ${key}`,
      why: "",
    })),
    ...masked.map(({ key, name, isText }) => ({
      command: `pulumi config set --secret ${key}`,
      why: `asks for ${oneLine(name)}${isText ? "" : ", as JSON"}: Callab masks it`,
    })),
    { command: "pulumi import --file import.json --generate-code=false --protect=false", why: "writes the state only" },
    {
      command: `rm ${files.join(" ")}`,
      why:
        files.length === 1
          ? "it may hold secrets, and is needed no more"
          : "they may hold secrets, and are needed no more",
    },
    {
      command: "pulumi preview",
      why: `must show no change${masked.length === 0 ? "" : " but of what holds a masked secret"}`,
    },
  ];
}

const set = (key: string, value: string): Step => ({
  command: `pulumi config set ${key} ${shellWord(value)}`,
  why: "",
});

const shellWord = (word: string): string => (/^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

export function stepLines(steps: readonly Step[]): string[] {
  return steps.map(({ command, why }) => (why === "" ? command : `${command}   # ${why}`));
}

export function readme(workspace: string, steps: Steps): string {
  const hidden =
    steps.questions === 0
      ? []
      : [
          "## What is still open",
          "",
          "The Callab API does not show everything it holds. `hints.json` asks for the rest; until it is answered, the program",
          "has a placeholder (`notShown`) in each place and fails its validation, so that nothing can be changed by mistake.",
          "",
          "- Write the value, or `null` where the object has none. `null` also leaves a field alone: it stays as it is in Callab",
          "  and the program does not manage it.",
          "- A reference may be the ID, or the name (a number: the number) of the object.",
          '- `"*"` answers for all objects of a kind that have no answer of their own; `"*": null` leaves all their fields alone.',
          "",
          "Answers are believed: nothing can compare them with what is live. A wrong one shows no change now, and is written by the",
          "first `pulumi up` that changes the object. A field that is left alone is not sent; an API whose update replaces the whole",
          "object would then lose it, which is not documented either way.",
          "",
        ];
  const left = leftHiddenLines(steps.leftHidden);
  const leftAlone =
    left.length === 0
      ? []
      : ["## What is left as it is", "", left[0] ?? "", "", ...left.slice(1).map((line) => `- ${line}`), ""];
  const masked = steps.secrets.masked().map(({ key }) => `- \`${key}\``);
  const unknown =
    masked.length === 0
      ? []
      : [
          "## Secrets that Callab masks",
          "",
          "Callab shows a mask in the place of these secrets, so that this export does not know them. Set each of them in the",
          "stack's configuration before the next `pulumi up`. Without one of them the program does not run, and nothing is sent.",
          "",
          ...masked,
          "",
          "What is set cannot be compared with what is live. So the preview shows a change of each object with such a secret, and",
          "`pulumi up` sends what was set. All other objects show no change.",
          "",
        ];
  return [
    `# The Callab workspace ${workspace}`,
    "",
    "Made by `callab export`. It only read; nothing in Callab was changed.",
    "",
    ...hidden,
    ...leftAlone,
    ...unknown,
    "## Next",
    "",
    "```sh",
    ...stepLines(nextSteps(steps)),
    "```",
    "",
    ...(masked.length === 0
      ? [
          "`pulumi import` writes the objects into the stack's state and asks nothing of Callab. After it `pulumi preview` shows no change.",
          "The first `pulumi up` then writes nothing to Callab either; from the first edit on, `up` sends what the program says.",
        ]
      : ["`pulumi import` writes the objects into the stack's state and asks nothing of Callab."]),
    "",
  ].join("\n");
}
