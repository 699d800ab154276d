/** An emulator that is started from a learned contract: what the file says is so, what it does not say is as documented. */
import { documented } from "../../../emulator";
import { emulate } from "../../support/context";

const day = "2026-12-01";
const least = { version: 1, day, writesTried: false, routes: {}, kinds: {} };

test("a file that says nothing leaves everything as documented", async () => {
  const emulator = await emulate({ contract: least });
  expect(emulator.personality).toEqual(documented);
});

test("a personality that is asked for goes before the file", async () => {
  const contract = {
    ...least,
    answers: { day, success: "success" },
    kinds: { Campaign: { spelling: { day, times: "zoneless" } } },
  };
  const emulator = await emulate({ contract, personality: "times=zoned" });
  expect(emulator.personality).toEqual({ ...documented, successWord: "success" });
});

test.each([["routes"], [{}], [{ ...least, version: 2 }], [{ ...least, kinds: { Campaign: { lists: {} } } }]])(
  "%j is no contract",
  async (contract) => {
    await expect(emulate({ contract })).rejects.toThrow("no learned contract");
  },
);

test("a route that was found elsewhere answers there, by its method, and nowhere else", async () => {
  const fact = { day, mark: "observed" };
  const routes = {
    "aiAgent.update": { ...fact, route: "PATCH /ai-agent/{id}" },
    "aiAgent.delete": { ...fact, route: "DELETE /ai-agent/{id}" },
    "webhook.create": { ...fact, route: null, absent: ["POST /webhooks/create"] },
    "campaign.update": { ...fact, route: "POST /campaign/update/{id}" },
  };
  const emulator = await emulate({ contract: { ...least, routes } });
  const { id } = emulator.dashboard.create("AiAgent", { name: "Ada", prompt: "You are Ada." });
  const ask = async (method: string, path: string, body = {}): Promise<number> => {
    const headers = { authorization: `Bearer ${emulator.token}` };
    return (await fetch(`${emulator.url}${path}`, { method, headers, body: JSON.stringify(body) })).status;
  };
  expect(await ask("POST", `/ai-agent/update/${id}`, { description: "x" })).toBe(404);
  expect(await ask("PATCH", `/ai-agent/${id}`, { description: "x" })).toBe(200);
  expect(emulator.dashboard.get("AiAgent", id)).toMatchObject({ description: "x" });
  expect(await ask("DELETE", `/ai-agent/${id}`)).toBe(200);
  expect(emulator.dashboard.ids("AiAgent")).toEqual([]);
  expect(await ask("POST", "/webhooks/create", { name: "x" })).toBe(404);
  expect(emulator.personality.campaignUpdatePath).toBe("older");
});

test("a route may be moved to any method by a switch, too", async () => {
  const routes = { "campaign.delete": "DELETE /campaigns/{id}" } as const;
  const emulator = await emulate({ personality: { routes } });
  expect(emulator.routes().find(({ name }) => name === "campaign.delete")).toMatchObject({ method: "DELETE" });
});
