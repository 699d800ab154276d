/** What to write in place of a text that is no time zone. */
import { nearest } from "./nearest";

const abbreviations: Readonly<Record<string, string>> = {
  EST: "America/New_York",
  EDT: "America/New_York",
  CST: "America/Chicago",
  CDT: "America/Chicago",
  MST: "America/Denver",
  MDT: "America/Denver",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
  CET: "Europe/Paris",
  CEST: "Europe/Paris",
  EET: "Europe/Athens",
  BST: "Europe/London",
  IST: "Asia/Kolkata",
  JST: "Asia/Tokyo",
  AEST: "Australia/Sydney",
};

/** Why a text is no time zone and which name to use instead, in a user's words. */
export function explainZone(name: string): string {
  const offset = /^(?:(?:UTC|GMT)\s*)?[+-]\d{1,2}(?::?\d{2})?$/i.test(name.trim());
  if (offset) {
    return `an offset knows no daylight saving, so calls would move by an hour twice a year; use the name of a place in the zone, such as "Europe/Paris" or "America/New_York"`;
  }
  const known = abbreviations[name.replace(/[^A-Za-z]/g, "").toUpperCase()];
  if (known !== undefined) return `abbreviations are ambiguous; did you mean "${known}"?`;
  const zones = Intl.supportedValuesOf("timeZone");
  const city = name.trim().toLowerCase().replace(/\s+/g, "_");
  const match = zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? nearest(name, zones);
  return match === undefined ? `use an IANA name such as "Europe/Paris" or "UTC"` : `did you mean "${match}"?`;
}
