/** Hostile requests to the emulator: each is answered, and it goes on. */
import fc from "fast-check";
import { startEmulator } from "../../emulator";
import { fuzz } from "./fuzz";
import { hostileJson, hostileText } from "./hostile";

jest.setTimeout(3_600_000);

const path = fc.oneof(
  fc.constantFrom(
    "requests",
    "faults",
    "personality",
    "reset",
    "health",
    "routes",
    "duplicates",
    "doubles",
    "personalities",
  ),
  fc
    .tuple(fc.constantFrom("Campaign", "AiAgent", "Workspace", "Nothing"), fc.option(hostileText))
    .map(
      ([kind, id]) =>
        `dashboard/${kind}${id === null ? "" : `/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, ""))}`}`,
    ),
  hostileText.map((text) => encodeURI(text.replace(/\p{Surrogate}/gu, ""))),
);

const body = fc.oneof(
  hostileJson.map((value) => JSON.stringify(value)),
  fc
    .record({
      fault: fc.constantFrom("error500", "stall", "slow", "redirect", "refusal"),
      times: hostileJson,
      match: hostileJson,
    })
    .map((value) => JSON.stringify(value)),
  fc
    .dictionary(fc.constantFrom("name", "id", "workspace", "status", "__proto__"), hostileJson)
    .map((value) => JSON.stringify(value)),
  hostileText,
  fc.constantFrom("[".repeat(50_000), '{"a":'.repeat(50_000)),
);

it("control: every request is answered, and the emulator goes on", async () => {
  const emulator = await startEmulator({ seed: "fuzz" });
  const { origin } = new URL(emulator.url);
  try {
    await fuzz(
      { share: 200, whole: 5_000 },
      fc.record({
        method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE"),
        path,
        body,
        query: fc.option(hostileText),
      }),
      async ({ method, path: at, body: text, query }) => {
        const asked = query === null ? "" : `?account=${encodeURIComponent(query.replace(/\p{Surrogate}/gu, ""))}`;
        const response = await fetch(`${origin}/_emulator/${at}${asked}`, {
          method,
          ...(method === "GET" ? {} : { body: text }),
        });
        expect(response.status).toBeLessThan(500);
        JSON.parse(await response.text());
        emulator.clearFaults();
        const health = await fetch(`${origin}/_emulator/health`);
        expect(await health.json()).toMatchObject({ ok: true });
      },
    );
  } finally {
    await emulator.close();
  }
});
