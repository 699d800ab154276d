/**
 * The deletion policy `pause`: the campaign is to be seen at rest before it leaves the state, since no later run looks at it.
 * What a look shows before the write, what the write comes to, and what a look shows after it decide.
 */
import { kinds } from "../../../provider/kinds";
import { checked, contextFor, emulate, leastOf } from "../../support/context";
import { wordedForRun } from "../../../provider/runtime/hints";
import { textOf } from "../../../provider/words/text";
import { create, deleteObject } from "../../support/lifecycle";
import { eachShown, lacking, NONE_THERE, twisted } from "../../support/twist";

const kind = kinds.Campaign;

/** What a look shows of a campaign that calls: it as it is, it without a status, nothing of it, or an error. */
type Look = "as it is" | "no status" | "absent" | "broken";
type Write = "done" | "ignored" | "refused" | "broken";

const broken = { status: 500, text: '{"status":"error","message":"Broken.","data":""}' };

async function leave(before: Look, write: Write, after: Look, verifyWrites = "strict") {
  const emulator = await emulate({ personality: { newCampaignStatus: "active" } });
  const program = checked(kind, { ...leastOf.Campaign, deletionPolicy: "pause" });
  const { id, state } = await create(contextFor(emulator), kind, program);
  const asked: string[] = [];
  const look = (): Look => (asked.includes("update") ? after : before);
  const api = await twisted(
    emulator,
    ({ operation, envelope }) => {
      if (operation !== "list" && operation !== "read") return undefined;
      if (look() === "absent") return lacking(operation);
      return look() === "no status" ? eachShown(envelope, (there) => ({ ...there, status: null })) : undefined;
    },
    (body) => (write === "ignored" ? body.replace('"paused"', '"active"') : body),
    ({ operation }) => {
      const isLook = operation === "list" || operation === "read";
      if (isLook && look() === "broken") return broken;
      asked.push(operation);
      if (operation !== "update" || write === "done" || write === "ignored") return undefined;
      return write === "broken" ? broken : { status: 422, text: NONE_THERE };
    },
  );
  const context = contextFor(api, { configuration: { verifyWrites } });
  const said = await deleteObject(context, kind, id, state).then(
    () => undefined,
    (error: unknown) => wordedForRun(textOf(error)),
  );
  const status = emulator.dashboard.get("Campaign", id)?.["status"];
  return { said, status, notes: context.notes.join("\n") };
}

it.each<[Look, Write, Look, string]>([
  ["as it is", "done", "as it is", "paused"],
  // What one look lacks may be there, and calling.
  ["absent", "done", "as it is", "paused"],
  ["absent", "done", "absent", "paused"],
  // It was not there, and is not.
  ["absent", "refused", "as it is", "active"],
  ["absent", "broken", "absent", "active"],
  // One that rests may not be shown any more.
  ["as it is", "done", "absent", "paused"],
])("leaves it where a look shows it %s, the write is %s, and a look then shows it %s", async (...what) => {
  const [before, write, after, status] = what;
  expect(await leave(before, write, after)).toEqual({ said: undefined, status, notes: "" });
});

it.each<[Look, Write, Look, RegExp]>([
  ["absent", "broken", "as it is", /Broken\./],
  ["absent", "broken", "broken", /Broken\./],
  ["as it is", "refused", "as it is", /No query results/],
  ["as it is", "refused", "broken", /No query results/],
  ["as it is", "broken", "as it is", /Broken\./],
  ["no status", "refused", "no status", /No query results/],
  ["as it is", "ignored", "as it is", /answered that it was done, and shows that it is active/],
  ["as it is", "done", "broken", /answered that it was done, and its status cannot be read/],
])(
  "fails where a look shows it %s, the write is %s, and a look then shows it %s, however writes are verified",
  async (...what) => {
    const [before, write, after, words] = what;
    for (const verifyWrites of ["strict", "warn", "off"])
      expect((await leave(before, write, after, verifyWrites)).said).toMatch(words);
  },
);

describe.each<[Look, Look]>([
  ["no status", "no status"],
  ["no status", "broken"],
  ["as it is", "no status"],
])("where a look shows it %s and then %s, the answer to the write is all there is:", (before, after) => {
  const words = /its status cannot be read\. It may be calling: pause it in the dashboard now/;

  it("it fails where writes are verified, and else it is told, or left", async () => {
    expect((await leave(before, "done", after, "strict")).said).toMatch(words);
    const told = await leave(before, "done", after, "warn");
    expect(told).toMatchObject({ said: undefined, status: "paused" });
    expect(told.notes).toMatch(words);
    expect(await leave(before, "done", after, "off")).toEqual({ said: undefined, status: "paused", notes: "" });
  });
});
