/** What one configured provider knows. */
import { Session } from "../../../provider/runtime/session";
import { kinds } from "../../../provider/kinds";
import { Run } from "../../../provider/ledger/run";
import { failureOf, serve } from "../../support/context";

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

it.each(["list", "read"] as const)(
  "repeats nothing of the API's words where a %s is tried again: they may hold anybody's secret",
  async (operation) => {
    const api = await serve(() => ({
      status: 503,
      text: JSON.stringify({ status: "error", message: "no quiet words", data: "" }),
      headers: { "retry-after": "2" },
    }));
    const said: string[] = [];
    const end = new AbortController();
    const print = (text: string): void => {
      said.push(text);
      end.abort(new Error("enough"));
    };
    const session = configured({ apiToken: "secret", baseUrl: api }, new Session(print, undefined, end.signal));
    const { client } = session.contextOn(kinds.Campaign, undefined, {});
    const asked = operation === "list" ? client.list("Campaign", {}) : client.send("Campaign", "read", { id: "x" });
    // What ends the work has the words, and whoever began it takes its secrets out.
    expect((await failureOf(asked)).message).toContain("no quiet words");
    expect(said).toEqual([expect.stringMatching(/^GET .*: http.*: HTTP 503.* Trying again in 2 s\.$/)]);
    expect(said.join()).not.toContain("quiet words");
  },
);

it("says nothing that a resource holds as secret, of work on it", () => {
  const said: string[] = [];
  const session = configured({ apiToken: "secret" }, new Session((text) => said.push(text)));
  const state = { notes: "quiet words", __secrets: ["notes"] };
  for (const signal of [undefined, new AbortController().signal])
    session.contextOn(kinds.Campaign, signal, state).note("The API said: quiet words.");
  expect(said).toEqual(["The API said: [secret].", "The API said: [secret]."]);
});
