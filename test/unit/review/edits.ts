/**
 * Ten edits of two examples, each as somebody might make it, and what a reviewer of it must read first. The previews that
 * the real engine prints for them are in test/fixtures/review; test/engine/reviewEdits.test.ts makes them anew, and writes
 * them with UPDATE_EXAMPLE=1.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { review, type Review } from "../../../provider/cli/review/review";
import { repository } from "../../support/repository";

export interface Edit {
  readonly name: string;
  /** What somebody wanted to do. */
  readonly title: string;
  readonly example: "multi-region" | "calling-team";
  /** What is in the program, and what is put in its place, everywhere. */
  readonly changes: readonly (readonly [before: string, after: string])[];
  /** How the first thing read begins. */
  readonly first: string;
}

export const edits: readonly Edit[] = [
  {
    name: "activate",
    title: "Tidy the notes, and switch everything on",
    example: "multi-region",
    changes: [
      [`    notes: "",`, `    notes: "Autumn round",`],
      [`    desiredStatus: "paused",`, `    desiredStatus: "active",`],
    ],
    first: "- **Starts calling:** Delivery survey, americas; Delivery survey, asia; Delivery survey, europe",
  },
  {
    name: "filtered-away",
    title: "Call the region's tags alone, by a filter that no tag passes",
    example: "multi-region",
    changes: [
      [`    contactsListTags: [tag],`, `    contactsListTags: [tag].filter((name) => name.startsWith("area-")),`],
    ],
    first:
      "- **Calls more or other people:** Delivery survey, americas; Delivery survey, asia; Delivery survey, europe (no tags any more)",
  },
  {
    name: "wrong-region",
    title: "Reword the prompt, with a slip in a tag",
    example: "multi-region",
    changes: [
      [
        `europe: { timeZone: "Europe/London", tag: "region-europe"`,
        `europe: { timeZone: "Europe/London", tag: "region-americas"`,
      ],
      [`You ask three questions`, `You ask two questions`],
    ],
    first:
      "- **Calls more or other people:** Delivery survey, europe (tags new: region-americas; no longer: region-europe)",
  },
  {
    name: "late-hours",
    title: "Call until late",
    example: "multi-region",
    changes: [[`    callTimeOfDayTo: "18:00",`, `    callTimeOfDayTo: "23:00",`]],
    first:
      "- **Calls at more hours:** Delivery survey, americas; Delivery survey, asia; Delivery survey, europe (20 hours a week that it did not call at)",
  },
  {
    name: "many-attempts",
    title: "Try harder, sooner",
    example: "multi-region",
    changes: [
      [`    numberOfCallAttempts: [2],`, `    numberOfCallAttempts: [200],`],
      [`    retryDelay: [3600],`, `    retryDelay: [36],`],
    ],
    first:
      "- **Out of the ordinary:** Delivery survey, americas; Delivery survey, asia; Delivery survey, europe (up to 200 attempts for each contact; 36 s between two attempts)",
  },
  {
    name: "other-zone",
    title: "Move a region to another zone, and the prompt with it",
    example: "multi-region",
    changes: [
      [`timeZone: "Asia/Singapore"`, `timeZone: "Australia/Sydney"`],
      [`You ask three questions`, `You ask two questions`],
    ],
    first: "- **Calls at more hours:** Delivery survey, asia (12 hours a week that it did not call at)",
  },
  {
    name: "other-workspace",
    title: "Move a team to a workspace of its own",
    example: "calling-team",
    changes: [[`  title: "Surveys",`, `  title: "Surveys",\n  workspace: "surveys",`]],
    first: "- **Made anew:** Surveys: after delivery",
  },
  {
    name: "new-campaign",
    title: "Add a campaign, and call on Saturdays",
    example: "calling-team",
    changes: [
      [`["mon", "tue", "wed", "thu", "fri"]`, `["mon", "tue", "wed", "thu", "fri", "sat"]`],
      [
        `    last: {`,
        `    first: { ...officeHours, name: "three months before", notes: "", contactsListTags: ["ends-in-90-days"], desiredStatus: "active" },\n    last: {`,
      ],
    ],
    first: "- **Starts calling:** Renewals: three months before",
  },
  {
    name: "more-people",
    title: "One more tag in one campaign, and less time in all",
    example: "calling-team",
    changes: [
      [`contactsListTags: ["ends-in-7-days"]`, `contactsListTags: ["ends-in-7-days", "ended"]`],
      [`callTimeOfDayTo: "17:00"`, `callTimeOfDayTo: "16:00"`],
    ],
    first: "- **Calls more or other people:** Renewals: last call (tags new: ended)",
  },
  {
    name: "no-hours",
    title: "Take the hours out, since the agent knows them",
    example: "calling-team",
    changes: [
      [`  callTimeOfDayFrom: "09:00",\n  callTimeOfDayTo: "17:00",\n`, ``],
      [
        `You ask three questions about the last delivery.`,
        `You ask three questions about the last delivery, from nine to five.`,
      ],
    ],
    first:
      "- **Calls at more hours:** Renewals: last call; Renewals: two months before; Surveys: after delivery (80 hours a week that it did not call at)",
  },
];

export const programOf = ({ example }: Pick<Edit, "example">): string => join("examples", example, "index.ts");

/** The program after an edit. Fails if the example is no longer what the edit was made for. */
export const editedBy = ({ changes }: Edit, source: string): string =>
  changes.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`the example has no ${before}`);
    return text.replaceAll(before, after);
  }, source);

export const recordedEdit = ({ name }: Edit): string => join(repository, "test", "fixtures", "review", `${name}.json`);

export const reviewOf = (json: string): Review =>
  review(json, { week: "2099-03-09", now: new Date("2026-01-01T00:00:00Z") });

/** What the page shows of them all: the edit in words, and what the comment begins with. */
export function shownEdits(): string {
  return edits
    .map((edit) => {
      const { comment } = reviewOf(readFileSync(recordedEdit(edit), "utf8"));
      const [, first = ""] = comment.split("\n\n");
      return `**${edit.title}** ([${edit.example}](../examples/${edit.example}/index.ts))\n\n${diffOf(edit)}\n\nThe comment begins:\n\n${first}`;
    })
    .join("\n\n");
}

function diffOf({ changes }: Edit): string {
  const marked = (sign: string, text: string): string[] =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => `${sign}${line}`);
  const lines = changes.flatMap(([before, after]) => {
    const [old, now] = [before.split("\n"), after.split("\n")];
    return [
      ...marked("-", old.filter((line) => !now.includes(line)).join("\n")),
      ...marked("+", now.filter((line) => !old.includes(line)).join("\n")),
    ];
  });
  return ["```diff", ...lines, "```"].join("\n");
}
