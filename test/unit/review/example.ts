/**
 * The example of docs/review.md: an edit of examples/multi-region, the preview that the real engine printed for it
 * (examplePreview.json, without the provider's code, times and places in files), and the parts of the page made of it.
 * test/engine/review.test.ts makes the preview anew; with UPDATE_EXAMPLE=1 it writes all of this.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { review, type Review } from "../../../provider/cli/review/review";
import { repository } from "../../support/repository";

export const program = join("examples", "multi-region", "index.ts");
export const recorded = join(__dirname, "examplePreview.json");
export const page = join(repository, "docs", "review.md");
export const picture = join(repository, "docs", "images", "review-week.svg");

/** What is in the program, and what is put in its place. */
const edits: readonly (readonly [before: string, after: string])[] = [
  [
    `  asia: { timeZone: "Asia/Singapore", tag: "region-asia", phoneNumber: "+442079460103" },`,
    `  oceania: { timeZone: "Australia/Sydney", tag: "region-oceania", phoneNumber: "+442079460104" },`,
  ],
  [`    contactsListTags: [tag],`, `    contactsListTags: [tag, "new-customer"],`],
  [`    daysOfWeek: ["mon", "tue", "wed", "thu"],`, `    daysOfWeek: ["mon", "tue", "wed", "thu", "sat"],`],
  [
    `    callTimeOfDayFrom: "10:00",\n    callTimeOfDayTo: "18:00",`,
    `    callTimeOfDayFrom: "11:00",\n    callTimeOfDayTo: "19:00",`,
  ],
  [
    `You ask three questions about the last delivery. Thank the person, whatever they say, and end the call.`,
    `You ask two questions about the last delivery. Thank the person, whatever they say, and end the call.`,
  ],
];

/** The program after the edit. Fails if the example is no longer what the edit was made for. */
export const edited = (source: string): string =>
  edits.reduce((text, [before, after]) => {
    expect(text.split(before)).toHaveLength(2);
    return text.replace(before, after);
  }, source);

/** The lines that differ, as a reviewer sees them. */
export function difference(source: string): string {
  const lines = edited(source).split("\n");
  const changed = source
    .split("\n")
    .flatMap((line, index) => (line === lines[index] ? [] : [[line, lines[index] ?? ""]]));
  return changed.map(([before, after]) => `-${before ?? ""}\n+${after ?? ""}`).join("\n");
}

export const reviewExample = (json: string): Review =>
  review(json, {
    zone: "Europe/London",
    week: "2099-03-09",
    pictureLink: "images/review-week.svg",
    now: new Date("2026-01-01T00:00:00Z"),
  });

/** The preview without what differs from run to run or machine to machine and is not used. */
export function strippedPreview(json: string): string {
  const leftOut = ["__provider", "provider", "stackTrace", "sourcePosition", "created", "modified", "duration"];
  return `${JSON.stringify(
    JSON.parse(json, (key, value: unknown) => (leftOut.includes(key) ? undefined : value)),
    null,
    2,
  )}\n`;
}

const begin = (name: string): string => `<!-- ${name}: begin -->\n`;
const end = (name: string): string => `\n<!-- ${name}: end -->`;

type PartName = "difference" | "comment" | "edits";

/** The part of the page between two marks. */
export function part(name: PartName, text = readFileSync(page, "utf8")): string {
  const [, rest = ""] = text.split(begin(name));
  return rest.split(end(name))[0] ?? "";
}

/** What the page's parts must be. */
export const parts = (
  source: string,
  { comment }: Review,
): { readonly difference: string; readonly comment: string } => ({
  difference: `\n\`\`\`diff\n${difference(source)}\n\`\`\`\n`,
  comment: `\n${comment}`,
});

/** Writes one part of the page anew. */
export function writePart(name: PartName, content: string): void {
  const text = readFileSync(page, "utf8");
  const whole = begin(name) + part(name, text) + end(name);
  writeFileSync(
    page,
    text.replace(whole, () => begin(name) + content + end(name)),
  );
}

/** Writes the page's parts and the picture anew. */
export function updatePage(source: string, made: Review): void {
  for (const [name, content] of Object.entries(parts(source, made))) writePart(name as PartName, content);
  writeFileSync(picture, made.picture);
}
