/** Does a number belong to the country of a campaign's zone? */
import { numberMatchesZone } from "../../../policy/numberCountry";

const judged = (timeZone: unknown, number: string, countries?: Record<string, string[]>): string[] =>
  numberMatchesZone({ timeZone }, number, countries === undefined ? {} : { countries });

it.each([
  ["Europe/London", "+442079460101"],
  ["America/New_York", "+15555550100"],
  ["America/Toronto", "+15555550100"],
])("is content in %s with %s", (zone, number) => {
  expect(judged(zone, number)).toEqual([]);
});

it("refuses a number of another country and names both", () => {
  expect(judged("Europe/Paris", "+442079460101")).toEqual([
    "+442079460101 is a number of GB, but Europe/Paris is a zone of FR",
  ]);
  expect(judged("Europe/London", "+15555550100")[0]).toContain("but Europe/London is a zone of");
});

it("knows a zone by all of its names", () => {
  expect(judged("GB", "+442079460101")).toEqual([]);
});

it("says nothing of zones that belong to no country", () => {
  expect(judged("UTC", "+442079460101")).toEqual([]);
});

it("follows the countries that are set for a zone, and those only", () => {
  const countries = { "Europe/Paris": ["GB"] };
  expect(judged("Europe/Paris", "+442079460101", countries)).toEqual([]);
  expect(judged("Europe/Paris", "+15555550100", countries)[0]).toContain(
    "for Europe/Paris numbers of GB are asked for",
  );
  expect(judged("Europe/London", "+442079460101", countries)).toEqual([]);
});

it("says nothing while the zone is not known", () => {
  expect(judged(undefined, "+442079460101")).toEqual([]);
});
