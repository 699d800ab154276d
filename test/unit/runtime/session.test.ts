/** What one configured provider knows. */
import { Session } from "../../../provider/runtime/session";
import { kinds } from "../../../provider/kinds";
import { Run } from "../../../provider/ledger/run";

const configured = (values: Readonly<Record<string, string>>, session = new Session(() => undefined)): Session => {
  session.configure((key) => values[key]);
  return session;
};

it("keeps its client and its ledger where it is configured again with the same values, as engines do for each kind", () => {
  const values = { apiToken: "secret", workspace: "north" };
  const session = configured(values);
  const { context } = session;
  expect(configured(values, session).context).toBe(context);
  expect(context.workspace).toBe("north");
  expect(configured({ ...values, workspace: "south" }, session).context.workspace).toBe("south");
});

it("tells what is wrong with a configuration without failing, for what needs no API", () => {
  const { place } = configured({ workspace: "a b", maxRetries: "-1" });
  expect(place.workspace).toBe("default");
  expect(place.problems).toHaveLength(2);
  expect(configured({ workspace: "north" }).place).toMatchObject({ workspace: "north", problems: [] });
});

it("shares a run with other sessions where it is given one", () => {
  const run = new Run();
  expect(new Session(() => undefined, run).run).toBe(run);
});

it("says nothing with control characters in it", () => {
  const said: string[] = [];
  new Session((text) => said.push(text)).log("a\u001b[2Jb");
  expect(said).toEqual(["ab"]);
});

it("says nothing that a resource holds as secret, of work on it", () => {
  const said: string[] = [];
  const session = configured({ apiToken: "secret" }, new Session((text) => said.push(text)));
  const state = { notes: "quiet words", __secrets: ["notes"] };
  for (const signal of [undefined, new AbortController().signal])
    session.contextOn(kinds.Campaign, signal, state).note("The API said: quiet words.");
  expect(said).toEqual(["The API said: [secret].", "The API said: [secret]."]);
});
