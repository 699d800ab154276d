/** What a run says of creates that an earlier one began, where nobody may look for them any more. */
import { accountOf } from "../../../provider/configuration";
import { kinds } from "../../../provider/kinds";
import { fileStore } from "../../../provider/ledger/fileStore";
import { Ledger } from "../../../provider/ledger/ledger";
import type { Owner } from "../../../provider/ledger/owner";
import { Run } from "../../../provider/ledger/run";
import { OWNER } from "../../../provider/lifecycle/state";
import { operationsOf, type Operations } from "../../../provider/runtime/operations";
import { Session } from "../../../provider/runtime/session";
import { leastOf } from "../../support/context";
import { ownerOf } from "../../support/lifecycle";
import { emptyPulumiHome } from "../../support/pulumiHome";

emptyPulumiHome();

const DAY = 86_400_000;
const campaign = kinds.Campaign;
const namedBy = (owner: Owner) => ({ unique: owner, place: "", words: "" });

/** A run of the present moment: what it does, and what it says. */
function run(settings: Readonly<Record<string, string>> = { apiToken: "secret" }) {
  const said: string[] = [];
  const session = new Session((text, severity) => said.push(`${severity}: ${text}`));
  session.configure((key) => settings[key]);
  const operations = operationsOf(campaign, session);
  return { operations, said, session, check: (owner: Owner) => check(operations, owner) };
}

const check = (operations: Operations, owner: Owner) => operations.check({ ...leastOf.Campaign, [OWNER]: owner });

/** An earlier run's ledger; it ended so many milliseconds ago. */
function earlier(ago = 60_000, runName = "earlier"): Ledger {
  const now = (): number => Date.now() - ago;
  const { configuration } = run().session;
  const store = fileStore({ folder: configuration.ledgerFolder, now, sleep: () => Promise.resolve(), warn: fail });
  const account = accountOf(configuration);
  return new Ledger({ store, run: new Run(), account, runName, hasOthers: false, lateMs: 40_000, now, note: fail });
}

const fail = (text: string): never => {
  throw new Error(text);
};

function begin(ledger: Ledger, owner: Owner): void {
  ledger.begin(ledger.begunNow(namedBy(owner), owner, undefined));
}

it("names the resource once, with what to do, whatever is asked of another one of the stack", async () => {
  begin(earlier(), ownerOf("spring"));
  const { check, operations, said } = run();
  check(ownerOf("autumn"));
  expect(said).toEqual([
    expect.stringMatching(
      /^warning: An earlier run ended before .* "spring" \(sent at \d{4}-\d\d-\d\d \d\d:\d\d UTC\)\. .*no longer declares it, .* look in the dashboard, .* may be calling\.$/,
    ),
  ]);
  check(ownerOf("autumn"));
  await operations.delete("1", { ...leastOf.Campaign, deletionPolicy: "retain", [OWNER]: ownerOf("autumn") });
  expect(said).toHaveLength(1);
});

it("names it in a run that has no program, as a destroy and a refresh have none", async () => {
  begin(earlier(), ownerOf("spring"));
  const state = { ...leastOf.Campaign, deletionPolicy: "retain", [OWNER]: ownerOf("autumn") };
  const destroy = run();
  await destroy.operations.delete("1", state);
  expect(destroy.said.join()).toContain('"spring"');
  const refresh = run({ apiToken: "secret", baseUrl: "http://127.0.0.1:9", maxRetries: "0" });
  await expect(refresh.operations.read("1", state)).rejects.toThrow();
  expect(refresh.said.join()).toContain('"spring"');
});

it("names it in an emergency stop, which does not come to it", () => {
  begin(earlier(), ownerOf("spring"));
  const { check, said } = run({ apiToken: "secret", pauseAll: "true" });
  check(ownerOf("autumn"));
  expect(said.join()).toContain('"spring"');
});

it("names three, each with when it was sent last, and counts the others", () => {
  const names = ["a", "b", "c", "d", "e"];
  for (const name of names) begin(earlier(), ownerOf(name));
  // Under another name, in a run before that.
  const before = earlier(2 * DAY);
  before.begin(before.begunNow({ unique: "former", place: "", words: "" }, ownerOf("a"), undefined));
  const { check, said } = run();
  check(ownerOf("autumn"));
  const today = new Date(Date.now() - 60_000).toISOString().slice(0, 10);
  expect(said.join()).toMatch(new RegExp(`"a" \\(sent at ${today} .*\\), "b" \\(.*\\), "c" \\(.*\\) and 2 more\\.`));
});

describe("says nothing", () => {
  const isSilent = (owner: Owner, ...settings: Parameters<typeof run>): void => {
    const { check, said } = run(...settings);
    check(owner);
    expect(said).toEqual([]);
  };

  it("where nothing was begun", () => isSilent(ownerOf("autumn")));

  it("to the resource itself, which looks for it", () => {
    begin(earlier(), ownerOf("spring"));
    isSilent(ownerOf("spring"));
  });

  it("to another stack", () => {
    begin(earlier(), ownerOf("spring"));
    isSilent(ownerOf("autumn", "theirs"));
  });

  it("once it was seen to end", () => {
    const ledger = earlier();
    begin(ledger, ownerOf("spring"));
    ledger.made(namedBy(ownerOf("spring")), ownerOf("spring"), "1");
    isSilent(ownerOf("autumn"));
  });

  it("of another process of this run, which may be sending it now", () => {
    begin(earlier(60_000, run().session.configuration.runName), ownerOf("spring"));
    isSilent(ownerOf("autumn"));
  });

  it("a week later", () => {
    begin(earlier(8 * DAY), ownerOf("spring"));
    isSilent(ownerOf("autumn"));
    begin(earlier(6 * DAY), ownerOf("summer"));
    const { check, said } = run();
    check(ownerOf("autumn"));
    expect(said.join()).toContain('"summer"');
  });

  it("nor looks, without a token", () => {
    begin(earlier(), ownerOf("spring"));
    isSilent(ownerOf("autumn"), {});
  });
});
