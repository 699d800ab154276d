/** When a program says what its state says. */
import { kinds } from "../../../provider/kinds";
import { same } from "../../../provider/kinds/same";
import type { Field, KindName } from "../../../provider/kinds/schema";

function fieldOf(kind: KindName, name: string): Field {
  const field = kinds[kind].field(name);
  if (field === undefined) throw new Error(`${kind} has no ${name}`);
  return field;
}

describe("a program against its state", () => {
  it.each<[KindName, string, unknown, unknown, boolean]>([
    ["Campaign", "timeZone", "Asia/Calcutta", "Asia/Kolkata", true],
    ["Campaign", "timeZone", "europe/paris", "Europe/Paris", true],
    ["Campaign", "timeZone", "Europe/Paris", "Europe/Berlin", false],
    ["Campaign", "name", "Spring", "spring", false],
    ["Campaign", "notes", "", undefined, false],
    ["Campaign", "contactsListTags", [], undefined, false],
    ["Campaign", "contactsListTags", ["a"], ["a"], true],
    ["Campaign", "contactsListSourceMetadata", { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ["Campaign", "contactsListSourceMetadata", { a: null }, {}, false],
    ["Campaign", "aiAgentId", "0B3C1C1E-8A51-4F0E-9D39-0E6F5F6F1A01", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", true],
    ["Webhook", "existingId", "0B3C1C1E-8A51-4F0E-9D39-0E6F5F6F1A01", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", true],
    ["Webhook", "existingId", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a02", false],
    ["Webhook", "existingId", "none", undefined, false],
    ["AiAgent", "vadEosTimeout", 0, undefined, false],
    ["AiAgent", "isAmdEnabled", false, undefined, false],
    ["AiAgent", "responsiveness", 0.1, 0.1 + Number.EPSILON, false],
  ])("%s.%s: %j and %j", (kind, field, a, b, expected) => {
    expect(same(fieldOf(kind, field), a, b)).toBe(expected);
    expect(same(fieldOf(kind, field), b, a)).toBe(expected);
  });
});
