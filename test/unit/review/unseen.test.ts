/** Inputs that are secret before and after: whether they change is told as far as it can be known. */
import { review } from "../../../provider/cli/review/review";
import { previewText, spring, type Step } from "./previewText";

const MASK = "[secret]";
const commentOn = (...steps: Step[]): string =>
  review(previewText(steps), { now: new Date("2026-01-01T00:00:00Z") }).comment;
/** An update of notes beside what is behind a mask. */
const edit = (hidden: object, more: Partial<Step> = {}): string =>
  commentOn({ op: "update", old: { ...spring, ...hidden }, new: { ...spring, ...hidden, notes: "x" }, ...more });
const rows = (comment: string): string[] => comment.split("\n").filter((line) => /^\| [A-Z]/.test(line));
const dangers = (comment: string): string[] => comment.split("\n").filter((line) => line.startsWith("- **"));
const said = (name: string): Readonly<Record<string, object>> => ({ [name]: { kind: "update", inputDiff: true } });

it.each<[string, string, string]>([
  [
    "contactsListTags",
    "- **Calls more or other people:** Spring renewals (tags: secret, may have changed)",
    "Contacts with the tags",
  ],
  [
    "contactsListSource",
    "- **Calls more or other people:** Spring renewals (sources: secret, may have changed)",
    "Contacts from",
  ],
  ["timeZone", "- **Calls at more hours:** Spring renewals (when is not known, because its hours are secret)", "Hours"],
  [
    "daysOfWeek",
    "- **Calls at more hours:** Spring renewals (when is not known, because its hours are secret)",
    "Days",
  ],
  ["endedAt", "- **Calls at more hours:** Spring renewals (its last day is not shown)", "First and last day"],
  [
    "numberOfCallAttempts",
    "- **Calls more often:** Spring renewals (attempts: secret, may have changed)",
    "Attempts for each contact",
  ],
  [
    "retryDelayUnit",
    "- **Calls more often:** Spring renewals (pause: secret, may have changed)",
    "Pause between attempts",
  ],
  ["desiredStatus", "- **Starts calling:** Spring renewals (perhaps)", "Wanted status"],
])("a secret %s may have changed, which is a danger", (name, danger, label) => {
  const comment = edit({ [name]: MASK });
  expect(dangers(comment)).toEqual([danger]);
  expect(rows(comment).find((row) => row.startsWith(`| ${label} |`))).toContain("may have changed");
  expect(rows(comment)).toContain("| Notes | Ends in May | x |");
});

it("is not told where the provider says what changes, and it does not, nor of what stays as it is", () => {
  const untouched = edit({ contactsListTags: MASK }, { detailedDiff: said("notes") });
  expect(dangers(untouched)).toEqual([]);
  expect(rows(untouched)).toEqual(["| Notes | Ends in May | x |"]);
  const hidden = { ...spring, contactsListTags: MASK };
  expect(commentOn({ op: "same", old: hidden, new: hidden })).not.toContain("may have changed");
});

it("is told as a change where the provider says so", () => {
  const comment = edit(
    { contactsListTags: MASK },
    { detailedDiff: { ...said("notes"), ...said("contactsListTags[0]") } },
  );
  expect(dangers(comment)).toEqual(["- **Calls more or other people:** Spring renewals (tags that are not shown)"]);
  expect(rows(comment)).toContain("| Contacts with the tags | secret, not shown | secret, changed |");
});

it("is known in a preview taken with --show-secrets", () => {
  const now = (tags: readonly string[]): string =>
    commentOn({
      op: "update",
      old: { ...spring, __secrets: ["contactsListTags"] },
      new: { ...spring, notes: "x", contactsListTags: tags, __secrets: ["contactsListTags"] },
    });
  expect(dangers(now(["vip"]))).toEqual([]);
  expect(dangers(now(["hidden-value"]))).toEqual([
    "- **Calls more or other people:** Spring renewals (tags that are not shown)",
  ]);
  expect(now(["hidden-value"])).not.toContain("hidden-value");
});

it("is told of what decides nothing too, and is no danger then", () => {
  const comment = edit({ webhookMappingVariables: MASK });
  expect(dangers(comment)).toEqual([]);
  expect(rows(comment)).toContain("| Webhook mapping variables | secret, not shown | secret, may have changed |");
});

it("says that something changes for sure where nothing else does", () => {
  const hidden = { ...spring, contactsListTags: MASK };
  const comment = commentOn({ op: "update", old: hidden, new: hidden });
  expect(comment).toContain("What changes is secret, not shown.");
  expect(dangers(comment)).toHaveLength(1);
});

it("does not change in an update if it cannot", () => {
  expect(dangers(edit({ campaignType: MASK }))).toEqual([]);
});

it("is told of webhooks and agents", () => {
  const line = (more: Partial<Step>): string | undefined =>
    commentOn({
      op: "update",
      kind: "Webhook",
      name: "crm",
      old: { name: "CRM", steps: MASK, maxRetries: 3 },
      new: { name: "CRM", steps: MASK, maxRetries: 4 },
      ...more,
    })
      .split("\n")
      .find((each) => each.startsWith("- **CRM**"));
  expect(line({})).toBe("- **CRM** (webhook) changes: max retries 3 → 4; steps (secret, may have changed).");
  expect(line({ detailedDiff: said("maxRetries") })).toBe("- **CRM** (webhook) changes: max retries 3 → 4.");
  expect(line({ detailedDiff: { ...said("maxRetries"), ...said("steps[0].webhookHeaders.X") } })).toBe(
    "- **CRM** (webhook) changes: max retries 3 → 4; steps (secret, not shown).",
  );
});
