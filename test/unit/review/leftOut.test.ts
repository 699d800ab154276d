/**
 * What a program leaves out of a campaign that exists is as it is in Callab: it is there before an update and after it, and
 * a campaign that is made anew has none of it. Where the state does not know it, nothing is claimed.
 */
import { queriesFor } from "../../../provider/cli/review/reach";
import { readPreview, type Change } from "../../../provider/cli/review/preview";
import { review, type Review } from "../../../provider/cli/review/review";
import { previewText, spring, type Step } from "./previewText";

type Fields = Readonly<Record<string, unknown>>;

const reviewed = (...steps: Step[]): Review => review(previewText(steps), { now: new Date("2026-01-01T00:00:00Z") });
const only = (step: Step): Change => readPreview(previewText([step])).changes[0] as Change;
const rows = ({ comment }: Review): string[] => comment.split("\n").filter((line) => /^\| [A-Z]/.test(line));
const dangers = ({ comment }: Review): string[] => (comment.split("\n\n")[1] ?? "").split("\n");
const without = (fields: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const declared: Fields = {
  ...without(spring, "callTimeOfDayFrom", "callTimeOfDayTo"),
  daysOfWeek: ["monday", "tuesday", "wednesday"],
};
/** What somebody has set in the dashboard. */
const live: Fields = {
  callTimeOfDayFrom: "10:00:00",
  callTimeOfDayTo: "11:00:00",
  endedAt: "2099-05-31",
  contactsListCategories: ["renewal"],
};
const stateOf = (inputs: Fields, unmanaged: Fields): Fields => ({
  outputs: { ...inputs, ...unmanaged, status: "active", __unmanaged: Object.keys(unmanaged) },
});
const step = (op: string, fields: Fields, more: Partial<Step> = {}): Step => ({
  op,
  old: declared,
  oldState: stateOf(declared, live),
  new: { ...declared, ...fields },
  ...more,
});

describe("where the state has the live values", () => {
  it("a campaign that is to call at more hours, and longer, is told as that", () => {
    const fields = { callTimeOfDayFrom: "09:00:00", callTimeOfDayTo: "21:00:00", endedAt: "2100-01-01" };
    const made = reviewed(step("update", fields));
    expect(dangers(made)).toEqual([
      "- **Calls at more hours:** Spring renewals (33 hours a week that it did not call at; it ends later, 2100-01-01)",
    ]);
    expect(rows(made)).toEqual([
      "| Hours | 10:00–11:00 | 09:00–21:00 |",
      "| First and last day | until 2099-05-31 | until 2100-01-01 |",
      "| Calling time | 3 hours a week | 36 hours a week |",
    ]);
    expect(made.comment).toContain("Calling time of all campaigns here: 3 → 36 hours a week (+33).");
    expect(made.comment).toContain("Before: outbound, Mon–Wed 10:00–11:00 Europe/Paris, until 2099-05-31,");
    expect(made.comment).toContain("**After**: outbound, Mon–Wed 09:00–21:00 Europe/Paris, until 2100-01-01,");
    expect(made.report.campaigns[0]?.hoursAWeek).toBe(36);
  });

  it("an update of something else leaves it as it is, and tells no change of it", () => {
    const made = reviewed(step("update", { notes: "x" }));
    expect(rows(made)).toEqual(["| Notes | Ends in May | x |"]);
    expect(dangers(made)).toEqual(["**1 campaign is changed.**"]);
    expect(made.comment).toContain("3 hours a week, as before");
    expect(made.comment).toContain("**After**: outbound, Mon–Wed 10:00–11:00 Europe/Paris, until 2099-05-31,");
    expect(made.comment).toContain("categories renewal");
    expect(made.picture).toContain("Mon–Wed 10:00–11:00 Europe/Paris.");
  });

  it("a campaign that stays, and one that goes, are told with it", () => {
    expect(only(step("same", {}))).toMatchObject({ before: live, after: live });
    expect(reviewed(step("same", {})).comment).toContain("3 hours a week, as before");
    const { comment } = reviewed({ op: "delete", old: declared, oldState: stateOf(declared, live) });
    expect(comment).toContain("Until now: outbound, Mon–Wed 10:00–11:00 Europe/Paris, until 2099-05-31,");
  });

  it("one that is made anew has none of it: the hours, the days and the people that it gains are dangers", () => {
    const made = reviewed(step("replace", { workspace: "south" }, { replaceReasons: ["workspace"] }));
    expect(dangers(made)).toEqual([
      "- **Calls more or other people:** Spring renewals (no categories any more)",
      "- **Made anew:** Spring renewals",
      "- **Calls at more hours:** Spring renewals (69 hours a week that it did not call at; it ends later, never)",
      "- **Out of the ordinary:** Spring renewals (at any hour of the day)",
    ]);
    expect(rows(made)).toEqual([
      "| Hours | 10:00–11:00 | at any time |",
      "| First and last day | until 2099-05-31 | no first or last day |",
      "| Contacts of the categories | renewal | not set (no longer: renewal) |",
      "| Calling time | 3 hours a week | 72 hours a week |",
      "| Workspace | default | south |",
    ]);
    expect(made.comment).toContain("Calling time of all campaigns here: 3 → 72 hours a week (+69).");
    expect(made.comment).toContain(
      "The program leaves out `contactsListCategories`, `callTimeOfDayFrom`, `callTimeOfDayTo`, `endedAt`: the new campaign is made without what Callab has there.",
    );
    expect(made.report.campaigns[0]?.consequences.join(" ")).toContain("is made without what Callab has there.");
  });

  it("a selection that is not carried over leaves perhaps everybody", () => {
    const inputs = without(declared, "contactsListTags");
    const made = reviewed({
      op: "replace",
      old: inputs,
      oldState: stateOf(inputs, { contactsListTags: ["vip"] }),
      new: { ...inputs, workspace: "south" },
    });
    expect(dangers(made)[0]).toBe("- **Calls more or other people:** Spring renewals (perhaps everybody)");
  });

  it("a pause is not carried over either, where the program leaves the status out", () => {
    const paused = (op: string, old: Fields, fields: Fields, status: string): string[] =>
      dangers(
        reviewed({ op, old: { ...spring, ...old }, oldState: { outputs: { status } }, new: { ...spring, ...fields } }),
      );
    const workspace = "south";
    const starts = "- **Starts calling:** Spring renewals (perhaps)";
    const anew = "- **Made anew:** Spring renewals";
    expect(paused("replace", {}, { workspace }, "paused")).toEqual([starts, anew]);
    expect(paused("replace", { desiredStatus: "paused" }, { workspace }, "active")).toEqual([starts, anew]);
    expect(paused("replace", {}, { workspace, desiredStatus: "paused" }, "paused")).toEqual([anew]);
    expect(paused("replace", {}, { workspace }, "active")).toEqual([anew]);
    expect(paused("update", {}, { notes: "x" }, "paused")).toEqual(["**1 campaign is changed.**"]);
  });

  it("tags and attempts are compared with it", () => {
    const inputs = without(declared, "contactsListTags", "numberOfCallAttempts", "retryDelay", "retryDelayUnit");
    const held = {
      contactsListTags: ["gold", "vip"],
      numberOfCallAttempts: [3],
      retryDelay: [60],
      retryDelayUnit: ["seconds"],
    };
    const change = (fields: Fields): Review =>
      reviewed({ op: "update", old: inputs, oldState: stateOf(inputs, held), new: { ...inputs, ...fields } });
    expect(dangers(change({ contactsListTags: ["new", "vip"] }))).toEqual([
      "- **Calls more or other people:** Spring renewals (tags new: new; no longer: gold)",
    ]);
    expect(dangers(change({ contactsListTags: ["vip"] }))).toEqual(["**1 campaign is changed.**"]);
    expect(dangers(change({ retryDelay: [1] }))).toEqual([
      "- **Out of the ordinary:** Spring renewals (1 s between two attempts)",
    ]);
    expect(rows(change({ numberOfCallAttempts: [5] }))).toEqual(["| Attempts for each contact | 3 | 5 |"]);
  });

  it("what the program declared, and does not declare any more, is taken out all the same", () => {
    const inputs = { ...declared, callTimeOfDayFrom: "09:00:00", callTimeOfDayTo: "17:00:00" };
    const oldState = stateOf(inputs, { endedAt: "2099-05-31" });
    const made = reviewed({ op: "update", old: inputs, oldState, new: declared });
    expect(rows(made)).toEqual([
      "| Hours | 09:00–17:00 | at any time |",
      "| Calling time | 24 hours a week | 72 hours a week |",
    ]);
  });

  it("right after an import the inputs have all that is live: what the program leaves out of it stays", () => {
    const old = { ...declared, ...live, __leftAlone: Object.keys(live) };
    const now = { ...declared, notes: "x", __leftAlone: Object.keys(live) };
    const made = reviewed({ op: "update", old, oldState: stateOf(declared, live), new: now });
    expect(rows(made)).toEqual(["| Notes | Ends in May | x |"]);
  });

  it("a declared value as it is live, in another name of its zone, is no change", () => {
    const held = { ...stateOf(declared, live), outputs: { ...declared, __unmanaged: ["timeZone"], timeZone: "CET" } };
    expect(only({ op: "update", old: declared, oldState: held, new: declared }).before).toMatchObject({
      timeZone: "Europe/Paris",
    });
  });

  it("it is nobody's change since the last run", () => {
    const refreshed: Step = { op: "refresh", old: declared, new: declared };
    const text = (update: Step): string => review(previewText([refreshed, update]), { now: new Date(0) }).comment;
    expect(text(step("update", { notes: "x" }))).not.toContain("Somebody changed it");
    const drifted = { ...declared, notes: "by hand" };
    expect(text(step("update", {}, { old: drifted, oldState: stateOf(drifted, live) }))).toContain(
      "Somebody changed it outside of this program since the last run: notes Ends in May → by hand.",
    );
  });

  it("other kinds are compared with it too", () => {
    const agent = { name: "Nora", prompt: "Be kind." };
    const oldState = { outputs: { ...agent, language: "en-GB", __unmanaged: ["language"] } };
    const now = { ...agent, language: "en-US" };
    expect(reviewed({ op: "update", kind: "AiAgent", old: agent, oldState, new: now }).comment).toContain(
      "changes: language “en-GB” → “en-US”.",
    );
  });

  it("secrets in it are masked, by the program's own mark and by the schema", () => {
    const marked = { ...without(declared, "contactsListTags"), __secrets: ["contactsListTags"] };
    const oldState = stateOf(marked, { contactsListTags: ["hidden-value"] });
    const campaign: Step = { op: "update", name: "a", old: marked, oldState, new: { ...marked, notes: "x" } };
    const webhook = { name: "CRM" };
    const steps = [{ webhookUrl: "https://example.com", webhookHeaders: { Authorization: "hidden-value" } }];
    const hook: Step = {
      op: "update",
      name: "b",
      kind: "Webhook",
      old: webhook,
      oldState: { outputs: { ...webhook, steps, __unmanaged: ["steps"] } },
      new: { ...webhook, steps: [] },
    };
    const { comment, picture, page } = reviewed(campaign, hook);
    expect(comment).toContain("steps (secret, not shown)");
    expect(comment + picture + page()).not.toContain("hidden-value");
  });
});

describe("where nobody knows the live values", () => {
  const names = ["callTimeOfDayFrom", "callTimeOfDayTo", "endedAt", "contactsListCategories"];
  const noted = { ...declared, __leftAlone: names };
  const change = (fields: Fields, op = "update"): Review => {
    const declaredNow = { ...declared, ...fields };
    const left = names.filter((name) => !(name in fields));
    return reviewed({ op, old: noted, new: op === "replace" ? declaredNow : { ...declaredNow, __leftAlone: left } });
  };
  const all = ({ comment, picture, page, report }: Review): string =>
    comment + picture + page() + JSON.stringify(report);

  it("they are as in Callab, and never at any time", () => {
    for (const made of [change({ notes: "x" }), change({}, "same")]) {
      expect(all(made)).not.toContain("at any time");
      expect(made.comment).toContain("0 hours a week, as before, without 1 campaign whose hours cannot be told.");
      expect(made.picture).toContain("Mon–Wed hours as in Callab Europe/Paris");
      expect(made.picture).toContain("not drawn: its hours are as in Callab and not known here");
      expect(made.report.campaigns[0]).toMatchObject({
        after: expect.stringContaining("Mon–Wed hours as in Callab Europe/Paris") as string,
        hoursAWeek: null,
        worst: null,
      });
    }
    expect(rows(change({ notes: "x" }))).toEqual(["| Notes | Ends in May | x |"]);
  });

  it("what is declared in their place may be more: that is a danger", () => {
    const made = change({
      callTimeOfDayFrom: "09:00:00",
      callTimeOfDayTo: "21:00:00",
      endedAt: "2100-01-01",
      contactsListCategories: ["renewal"],
    });
    expect(dangers(made)).toEqual([
      "- **Calls more or other people:** Spring renewals (categories renewal, where those before are not known)",
      "- **Calls at more hours:** Spring renewals (when it called before is not known, because its hours are as in Callab and not known here; its last day before is not known)",
    ]);
    expect(made.comment).toContain("**It may call at more times: when it called before is not known,");
    expect(rows(made)).toEqual([
      "| Hours | as in Callab | 09:00–21:00 |",
      "| First and last day | until as in Callab | until 2100-01-01 |",
      "| Contacts of the categories | as in Callab | renewal |",
    ]);
  });

  it("one of two hours that is declared moves hours that nobody knows", () => {
    const made = change({ callTimeOfDayFrom: "07:00:00" });
    expect(dangers(made)).toEqual([
      "- **Calls at more hours:** Spring renewals (when is not known, because its hours are as in Callab and not known here)",
    ]);
    expect(rows(made)).toEqual(["| Hours | as in Callab | 07:00–as in Callab |"]);
  });

  it("what is made anew has none of them", () => {
    const made = change({ workspace: "south" }, "replace");
    expect(dangers(made)).toEqual([
      "- **Calls more or other people:** Spring renewals (no categories any more, where Callab may have some)",
      "- **Made anew:** Spring renewals",
      "- **Calls at more hours:** Spring renewals (when it called before is not known, because its hours are as in Callab and not known here; its last day before is not known)",
      "- **Out of the ordinary:** Spring renewals (at any hour of the day)",
    ]);
    expect(rows(made)[0]).toBe("| Hours | as in Callab | at any time |");
    expect(made.comment).toContain("**After**: outbound, Mon–Wed at any time Europe/Paris");
  });

  it("hours and days that were secret may have been fewer as well", () => {
    const old = { ...spring, callTimeOfDayFrom: "[secret]", endedAt: "[secret]" };
    const made = reviewed({ op: "update", old, new: { ...spring, endedAt: "2099-05-31" } });
    expect(dangers(made)).toEqual([
      "- **Calls at more hours:** Spring renewals (when it called before is not known, because its hours are secret; its last day before is not known)",
    ]);
  });

  it("an object that a new resource names by its ID, or imports, has more than the program declares", () => {
    const existingId = "22222222-2222-4222-8222-222222222222";
    for (const [op, fields] of [
      ["create", { existingId }],
      ["create", { existingId: "[secret]" }],
      ["import", {}],
    ] as const) {
      const made = reviewed({ op, new: { ...without(declared, "contactsListTags"), ...fields } });
      expect(all(made)).not.toMatch(/at any time|everybody|at any hour/);
      expect(made.comment).toContain("hours as in Callab");
      expect(made.comment).toContain("contacts as in Callab");
    }
    const none = reviewed({ op: "create", new: { ...declared, existingId: "none" } });
    expect(none.comment).toContain("at any time");
  });

  it("what the inputs of an import write in other ways means the same", () => {
    const made = reviewed({ op: "import", new: { ...spring, callTimeOfDayFrom: "9:00", daysOfWeek: ["mon"] } });
    expect(made.comment).toContain("Calling time of all campaigns here: 0 → 8 hours a week (+8).");
    expect(made.comment).toContain("Mon 09:00–17:00");
  });

  it("what an object that is named by its ID has lost by an edit is gone all the same", () => {
    const existingId = "22222222-2222-4222-8222-222222222222";
    const made = reviewed({ op: "update", old: { ...spring, existingId }, new: { ...declared, existingId } });
    expect(rows(made)).toContain("| Hours | 09:00–17:00 | at any time |");
    expect(made.comment).toContain("**After**: outbound, Mon–Wed at any time Europe/Paris");
  });

  it("nobody is asked how many people they are", () => {
    const { after } = only({ op: "update", old: noted, new: { ...noted, notes: "x" } });
    expect(queriesFor(after ?? {})).toBe("in part as in Callab: not asked");
  });
});
