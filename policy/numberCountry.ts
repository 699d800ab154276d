/** A call comes from a number of the country that is called, so that people can see who calls and can call back. */
import {
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type CountryCode,
} from "libphonenumber-js/min";
import { canonical, type Inputs } from "./rules";

export interface NumberCountry {
  /** IANA name → countries (ISO 3166 codes) whose numbers may call there, instead of the zone's own. */
  readonly countries?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The campaign's zone and the country of its number belong together. */
export function numberMatchesZone(campaign: Inputs, phoneNumber: string, settings: NumberCountry): string[] {
  const zone = campaign["timeZone"];
  if (typeof zone !== "string") return [];
  const owners = countriesOf(phoneNumber);
  const allowed = settings.countries
    ? Object.entries(settings.countries).find(([name]) => canonical(name) === canonical(zone))?.[1]
    : undefined;
  if (allowed !== undefined) {
    if (owners.some((country) => allowed.includes(country))) return [];
    return [
      `${phoneNumber} is a number of ${inWords(owners)}; for ${zone} numbers of ${allowed.join(", ")} are asked for`,
    ];
  }
  const local = countriesIn(zone);
  // UTC and its like belong to no country, so nothing can be said.
  if (local.length === 0 || owners.some((country) => local.includes(country))) return [];
  return [`${phoneNumber} is a number of ${inWords(owners)}, but ${zone} is a zone of ${local.join(", ")}`];
}

const inWords = (countries: readonly string[]): string =>
  countries.length === 0
    ? "no known country"
    : countries.length > 5
      ? `${countries.slice(0, 3).join(", ")} and others`
      : countries.join(", ");

/** The country of a number; where its range does not tell (as for numbers kept for tests), all with its country code. */
function countriesOf(phoneNumber: string): readonly CountryCode[] {
  const parsed = parsePhoneNumberFromString(phoneNumber);
  if (parsed === undefined) return [];
  if (parsed.country !== undefined) return [parsed.country];
  return getCountries().filter((country) => getCountryCallingCode(country) === parsed.countryCallingCode);
}

type ZonedLocale = Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };

/** Countries that use a zone. Node's own tables know the zones of each country. */
function countriesIn(zone: string): readonly CountryCode[] {
  const name = canonical(zone);
  return getCountries().filter((country) => {
    const locale: ZonedLocale = new Intl.Locale(`und-${country}`);
    const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
    return zones.some((entry) => canonical(entry) === name);
  });
}
