/** Random weather: which faults strike in a run, how often, and where. */
import type { Fault, FaultMatch, FaultRule } from "../../emulator/fault";
import type { Weather } from "./network";
import type { Chance } from "./random";

/** Longest time after which a late request is still carried out; see docs/reliability.md for why there is a bound. */
const LATEST_MS = 36_000;

export function randomWeather(chance: Chance): Weather {
  return {
    rules: Array.from({ length: chance.whole(0, 4) }, () => randomRule(chance)),
    late: chance.happens(0.3) ? chance.pick([0.02, 0.1, 0.3]) : 0,
    lateMs: [0, LATEST_MS],
    outlives: 0.7,
    refused: chance.happens(0.15) ? 0.1 : 0,
  };
}

function randomRule(chance: Chance): FaultRule {
  const match: FaultMatch = {
    ...(chance.happens(0.6)
      ? { operation: chance.pick(["create", "create", "list", "read", "update", "delete"] as const) }
      : {}),
    ...(chance.happens(0.3) ? { kind: chance.pick(["Campaign", "AiAgent", "PhoneNumber", "Webhook"] as const) } : {}),
  };
  const when = chance.happens(0.6)
    ? { probability: chance.pick([0.05, 0.2, 0.5, 1]) }
    : { nth: chance.whole(1, 4), times: chance.whole(1, 6) };
  return { ...randomFault(chance), ...when, match };
}

function randomFault(chance: Chance): Fault {
  const when = chance.pick(["before", "after"] as const);
  return chance.pick<Fault>([
    { fault: "dropBefore" },
    { fault: "dropAfter" },
    { fault: "dropAfter" },
    // The network of this campaign turns a stall into the client's own time limit.
    { fault: "stall", ms: 0, when },
    { fault: "rateLimit", ...(chance.happens(0.5) ? { retryAfter: chance.whole(0, 5) } : {}) },
    { fault: "error500", when },
    { fault: "unavailable", when },
    { fault: "truncated", cut: chance.pick(["body", "connection"] as const) },
    { fault: "html", when, status: chance.pick([200, 502] as const) },
    { fault: "emptyBody", when },
    { fault: "wrongEnvelope", when },
    { fault: "forbidden" },
  ]);
}
