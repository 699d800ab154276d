/** An API whose routes are elsewhere: found among the candidates, on throw-away objects, and served again by an emulator. */
import type { Emulator } from "../../../emulator";
import { emulate, serve } from "../../support/context";
import { everything, fill } from "./account";
import { learnByReads, learnByWrites } from "./learner";

jest.setTimeout(60_000);

/** `PUT /campaigns/{id}` in the place of `POST /campaigns/update/{id}`, and so on. */
type Moves = Readonly<Record<string, string>>;

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
const patternOf = (path: string): RegExp =>
  new RegExp(`^${escaped(path).replace("{id}", "([^/?]+)").replace("{workspace}", "([^/?&]+)")}$`);

/** A proxy before an emulator: what was moved answers at its new place alone. */
async function movedTo(emulator: Emulator, moves: Moves): Promise<{ readonly url: string; readonly token: string }> {
  const split = (route: string): readonly [string, string] => route.split(" ") as [string, string];
  const url = await serve(async ({ method = "", url: address = "", headers }, body) => {
    const asked = address.replace(/^\/v1/, "").replace(/[?&](?:page|per_page)=\d+/g, "");
    for (const [old, moved] of Object.entries(moves)) {
      const [[oldMethod, oldPath], [newMethod, newPath]] = [split(old), split(moved)];
      if (method === oldMethod && patternOf(oldPath).test(asked))
        return { status: 404, text: '{"status":"error","message":"no such route","data":""}' };
      const match = patternOf(newPath).exec(asked);
      if (method !== newMethod || match === null) continue;
      const target = oldPath.replace(/\{\w+\}/, match[1] ?? "");
      const answer = await fetch(`${emulator.url}${target}`, {
        method: oldMethod,
        headers: { authorization: headers.authorization ?? "" },
        ...(body === "" ? {} : { body }),
      });
      return { status: answer.status, text: await answer.text() };
    }
    const answer = await fetch(`${emulator.url}${address.replace(/^\/v1/, "")}`, {
      method,
      headers: { authorization: headers.authorization ?? "" },
      ...(body === "" ? {} : { body }),
    });
    return { status: answer.status, text: await answer.text() };
  });
  return { url, token: emulator.token };
}

const moves: readonly (readonly [name: string, moves: Moves, found: Readonly<Record<string, string>>])[] = [
  [
    "PUT and DELETE on the object",
    {
      "POST /campaigns/update/{id}": "PUT /campaigns/{id}",
      "POST /campaigns/delete/{id}": "DELETE /campaigns/{id}",
      "POST /ai-agent/update/{id}": "PUT /ai-agent/{id}",
      "POST /ai-agent/delete/{id}": "DELETE /ai-agent/{id}",
      "POST /webhooks/update/{id}": "PUT /webhooks/{id}",
      "POST /webhooks/delete/{id}": "DELETE /webhooks/{id}",
    },
    {
      "campaign.update": "PUT /campaigns/{id}",
      "campaign.delete": "DELETE /campaigns/{id}",
      "aiAgent.update": "PUT /ai-agent/{id}",
      "webhook.delete": "DELETE /webhooks/{id}",
    },
  ],
  [
    "PATCH",
    {
      "POST /campaigns/update/{id}": "PATCH /campaigns/{id}",
      "POST /ai-agent/update/{id}": "PATCH /ai-agent/update/{id}",
    },
    { "campaign.update": "PATCH /campaigns/{id}", "aiAgent.update": "PATCH /ai-agent/update/{id}" },
  ],
  [
    "the older path",
    { "POST /campaigns/delete/{id}": "POST /campaign/delete/{id}" },
    { "campaign.delete": "POST /campaign/delete/{id}" },
  ],
  [
    "lists and reads",
    {
      "GET /campaigns/by-workspace/{workspace}": "GET /campaigns?workspace={workspace}",
      "GET /campaigns/by-id/{id}": "GET /campaigns/{id}",
      "GET /ai-agent?workspace={workspace}": "GET /ai-agent/by-workspace/{workspace}",
    },
    {
      "campaign.list": "GET /campaigns?workspace={workspace}",
      "campaign.read": "GET /campaigns/{id}",
      "aiAgent.list": "GET /ai-agent/by-workspace/{workspace}",
    },
  ],
];

test.each(moves)("%s", async (_name, moved, found) => {
  // The older way to update a campaign must not be there, or nobody would look for another.
  const emulator = await emulate({ personality: { campaignUpdatePath: "current", campaignListIds: true } });
  fill(emulator);
  const before = everything(emulator);
  const { contract, leftovers, problems } = await learnByWrites(await movedTo(emulator, moved));
  const routes = Object.fromEntries(
    Object.keys(found).map((key) => [key, contract.routes[key as "campaign.update"]?.route]),
  );
  expect([routes, leftovers, problems]).toEqual([found, [], []]);
  for (const [id, object] of before) expect(everything(emulator).get(id)).toBe(object);
  // Started from the file, an emulator has them where they were found.
  const again = await emulate({ contract });
  const served = again
    .routes()
    .filter(({ present }) => present)
    .map(({ name, method, path }) => `${name} ${method} ${path}`);
  for (const [key, route] of Object.entries(found)) expect(served).toContain(`${key} ${route.split("?")[0] ?? ""}`);
});

test("candidates of writes are never tried on anything but what was made here", async () => {
  const emulator = await emulate({
    personality: { absentRoutes: ["campaign.update", "campaign.delete"], campaignListIds: true },
  });
  fill(emulator);
  const theirs = [...everything(emulator).keys()];
  await learnByWrites(emulator);
  const writes = emulator.requests.filter(({ method }) => method !== "GET").map(({ path }) => path);
  expect(writes.length).toBeGreaterThan(10);
  expect(writes.filter((path) => theirs.some((id) => path.includes(id)))).toEqual([]);
});

test("by reads, a list that is elsewhere is found by GET alone", async () => {
  const emulator = await emulate();
  fill(emulator);
  const { contract } = await learnByReads(
    await movedTo(emulator, { "GET /campaigns/by-workspace/{workspace}": "GET /campaigns?workspace={workspace}" }),
  );
  expect(contract.routes["campaign.list"]).toMatchObject({
    route: "GET /campaigns?workspace={workspace}",
    absent: ["GET /campaigns/by-workspace/{workspace}"],
  });
  expect(emulator.requests.every(({ method }) => method === "GET")).toBe(true);
});
