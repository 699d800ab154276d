/** What can be said of a text that should be a phone number. */
import { judgePhoneNumber, parseE164 } from "../../../provider/values/phoneNumberFormat";

it.each<[string, object]>([
  ["+442079460958", { kind: "valid", e164: "+442079460958" }],
  ["+44 20 7946 0958", { kind: "valid", e164: "+442079460958" }],
  ["+44 (0)20 7946 0958", { kind: "valid", e164: "+442079460958" }],
  ["+44-20-7946-0958", { kind: "valid", e164: "+442079460958" }],
  ["+15555550100", { kind: "unassigned", e164: "+15555550100" }],
  ["+1555", { kind: "impossible", e164: "+1555" }],
  ["+442079460958123456", { kind: "impossible", e164: "+442079460958123456" }],
  ["+0012345", { kind: "impossible", e164: "+0012345" }],
  ["442079460958", { kind: "not-international", suggestion: "+442079460958" }],
  ["00442079460958", { kind: "not-international", suggestion: "+442079460958" }],
  ["011442079460958", { kind: "not-international", suggestion: "+442079460958" }],
  ["020 7946 0958", { kind: "not-international", suggestion: undefined }],
  ["call +442079460958", { kind: "not-international", suggestion: "+442079460958" }],
  ["+44 20 7946 0958 ext 7", { kind: "not-international", suggestion: undefined }],
  ["+44 20 FLOWERS", { kind: "not-international", suggestion: undefined }],
  ["", { kind: "not-international", suggestion: undefined }],
  ["+", { kind: "not-international", suggestion: undefined }],
])("%j", (text, verdict) => {
  expect(judgePhoneNumber(text)).toMatchObject(verdict);
});

it("reads a number only where it is one beyond doubt", () => {
  expect(parseE164("+44 20 7946 0958")).toBe("+442079460958");
  for (const text of ["020 7946 0958", "+44 20 FLOWERS", "", 442079460958, null, undefined, {}]) {
    expect(parseE164(text)).toBeUndefined();
  }
});
