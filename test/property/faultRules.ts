/** Faults of every sort, at whichever requests of an operation. */
import fc from "fast-check";
import type { FaultRule } from "../../emulator";

const moment = fc.constantFrom<"before" | "after">("before", "after");

/** @param mostNth the last of the requests of an operation at which one may begin */
export const faultRule = (mostNth: number): fc.Arbitrary<FaultRule> =>
  fc
    .tuple(
      fc.oneof(
        fc.constant({ fault: "dropBefore" as const }),
        fc.constant({ fault: "dropAfter" as const }),
        fc.record({ fault: fc.constant("error500" as const), when: moment }),
        fc.record({ fault: fc.constant("unavailable" as const), when: moment }),
        fc.record({ fault: fc.constant("html" as const), when: moment, status: fc.constantFrom<200 | 502>(200, 502) }),
        fc.record({
          fault: fc.constant("truncated" as const),
          cut: fc.constantFrom<"body" | "connection">("body", "connection"),
        }),
        fc.record({ fault: fc.constant("emptyBody" as const), when: moment }),
        fc.record({ fault: fc.constant("wrongEnvelope" as const), when: moment }),
        fc.constant({ fault: "forbidden" as const }),
        fc.constant({ fault: "rateLimit" as const }),
      ),
      fc.record({
        match: fc.constantFrom<NonNullable<FaultRule["match"]>>(
          {},
          { operation: "create" },
          { operation: "list" },
          { operation: "read" },
          { operation: "update" },
          { operation: "delete" },
        ),
        nth: fc.integer({ min: 1, max: mostNth }),
        times: fc.integer({ min: 1, max: 6 }),
      }),
    )
    .map(([what, when]) => ({ ...what, ...when }));
