/**
 * Phone numbers in E.164 form. The number plans come from libphonenumber-js, loaded when the first number
 * is met: programs without one do not pay for it.
 */
type Library = typeof import("libphonenumber-js/min");

let library: Library | undefined;
/** What libphonenumber knows. */
export const numberPlans = (): Library => (library ??= require("libphonenumber-js/min") as Library);

/** What can be said about a text that should be a phone number. */
type PhoneNumberVerdict =
  | { readonly kind: "valid" | "unassigned"; readonly e164: string }
  | { readonly kind: "impossible"; readonly e164: string }
  | { readonly kind: "not-international"; readonly suggestion: string | undefined };

/**
 * Reads a number written internationally (`+44 20 7946 0958`) and judges it. `unassigned`: the length is right
 * but the number plan knows no such range, as for numbers reserved for tests. `not-international`: without `+`
 * and country code; `suggestion` is the number it can only have meant, if there is one.
 */
export function judgePhoneNumber(text: string): PhoneNumberVerdict {
  const { parsePhoneNumberFromString } = numberPlans();
  const parsed = text.trim().startsWith("+") ? parsePhoneNumberFromString(text) : undefined;
  if (parsed !== undefined && /^\+[\d\s().\-/\u2010-\u2015]*$/.test(text.trim())) {
    if (!parsed.isPossible()) return { kind: "impossible", e164: parsed.number };
    return { kind: parsed.isValid() ? "valid" : "unassigned", e164: parsed.number };
  }
  if (text.trim().startsWith("+") && parsed === undefined && /^\+\d+$/.test(text.trim())) {
    return { kind: "impossible", e164: text.trim() };
  }
  return { kind: "not-international", suggestion: suggest(text) };
}

function suggest(text: string): string | undefined {
  const digits = text.replace(/[^\d]/g, "").replace(/^00/, "").replace(/^011/, "");
  const parsed = numberPlans().parsePhoneNumberFromString(`+${digits}`);
  return parsed?.isValid() === true ? parsed.number : undefined;
}

/** The E.164 form of a number written internationally; undefined if it is not one. */
export function parseE164(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  // The form the API uses needs no number plan to be recognised.
  if (/^\+[1-9]\d{6,14}$/.test(text)) return text;
  const verdict = judgePhoneNumber(text);
  return "e164" in verdict ? verdict.e164 : undefined;
}
