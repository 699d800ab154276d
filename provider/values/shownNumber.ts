/**
 * Phone numbers as answers show them. The API documents E.164; what servers make of it is read as far as it can be only one
 * number. Where it cannot be read, it may be any number that ends in the same digits: that proves no absence.
 *
 * | shown                               | with the country   | read as                        |
 * | ----------------------------------- | ------------------ | ------------------------------ |
 * | `tel:+44-20-7946-0958`              | any                | +442079460958                  |
 * | `020 7946 0958`, `2079460958`       | `GB`, `44`, `+44`  | +442079460958                  |
 * | `00442079460958`                    | any                | +442079460958                  |
 * | `442079460958`                      | none               | what has just these digits     |
 * | `020 7946 0958`                     | none               | nothing; may be +442079460958  |
 */
import type { CountryCode } from "libphonenumber-js/min";
import { judgePhoneNumber, numberPlans, parseE164 } from "./phoneNumberFormat";

/** The E.164 form of a shown number; undefined where it may be another one. */
export function readShownNumber(shown: string, country: unknown): string | undefined {
  const text = withoutScheme(shown);
  const e164 = parseE164(text);
  if (e164 !== undefined || !isWrittenInDigits(text)) return e164;
  const at = placeOf(country);
  const inside = at === undefined ? undefined : numberPlans().parsePhoneNumberFromString(text, at);
  const abroad = text.startsWith("00") ? digitsOf(text).slice(2) : digitsOf(text);
  const judged = judgePhoneNumber(`+${abroad}`);
  const readings = new Set([
    ...(inside?.isPossible() === true ? [inside.number] : []),
    // With the country's own calling code in front, or the sign for it, or without a country to be read in.
    ...(judged.kind === "valid" && (text.startsWith("00") || inside?.countryCallingCode === codeOf(judged.e164))
      ? [judged.e164]
      : []),
  ]);
  const [reading, ...others] = readings;
  return others.length === 0 ? reading : undefined;
}

const codeOf = (e164: string): string | undefined => numberPlans().parsePhoneNumberFromString(e164)?.countryCallingCode;

/** A number that is shown without its `+`, with it; anything else as it is shown. */
export function withPlus(shown: string): string {
  const text = withoutScheme(shown);
  return isWrittenInDigits(text) ? `+${digitsOf(text)}` : shown;
}

/** Whether what is shown cannot be read, and may be the number all the same. */
export function mayBeNumber(shown: string, e164: string): boolean {
  if (parseE164(shown) !== undefined) return false;
  const [end, wanted] = [shown, e164].map((text) => digitsOf(text.normalize("NFKC")).slice(-TELLING));
  return end?.length === TELLING && end === wanted;
}

/** So many last digits are common to all writings of a number, and seldom to two numbers. */
const TELLING = 7;

const withoutScheme = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/^tel:\s*/i, "");

const isWrittenInDigits = (text: string): boolean => /^[\d\s().\-/\u2010-\u2015]+$/.test(text) && /\d/.test(text);

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Where a number without a `+` is dialled: a country, by its ISO code or its calling code. */
function placeOf(country: unknown): CountryCode | { defaultCallingCode: string } | undefined {
  const text = typeof country === "number" ? String(country) : typeof country === "string" ? country.trim() : "";
  const { getCountries, getCountryCallingCode, isSupportedCountry } = numberPlans();
  const callingCode = /^(?:\+|00)?([1-9]\d{0,2})$/.exec(text)?.[1];
  if (callingCode !== undefined && getCountries().some((each) => getCountryCallingCode(each) === callingCode))
    return { defaultCallingCode: callingCode };
  const code = text.toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
}
