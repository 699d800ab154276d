/** Phone numbers as answers show them: read where there is no doubt, and never taken for absent where there is. */
import { getCountries, getExampleNumber } from "libphonenumber-js/min";
import examples from "libphonenumber-js/mobile/examples";
import { mayBeNumber, readShownNumber, withPlus } from "../../../provider/values/shownNumber";

const number = "+442079460958";

it.each<[string, unknown]>([
  [number, null],
  ["+44 20 7946 0958", "US"],
  ["tel:+44-20-7946-0958", null],
  ["TEL: +442079460958", undefined],
  ["020 7946 0958", "GB"],
  ["020 7946 0958", " gb "],
  ["02079460958", "44"],
  ["2079460958", "+44"],
  ["2079460958", "0044"],
  ["2079460958", 44],
  ["(020) 7946-0958", "GB"],
  ["０２０７９４６０９５８", "GB"],
  ["442079460958", "GB"],
  ["442079460958", "44"],
  ["00442079460958", null],
  ["00442079460958", "44"],
  ["0044 20 7946 0958", "US"],
  ["011442079460958", "US"],
])("%j with the country %j is the number", (shown, country) => {
  expect(readShownNumber(shown, country)).toBe(number);
});

it.each<[string, unknown]>([
  ["020 7946 0958", null],
  ["020 7946 0958", "United Kingdom"],
  ["020 7946 0958", "UK"],
  ["020 7946 0958", "999"],
  ["020 7946 0958", 4.4],
  ["020 7946 0958", {}],
  ["2079460958", null],
  ["442079460958", null],
  ["7946 0958", "GB"],
  ["020 7946 0958 ext 7", "GB"],
  ["call 020 7946 0958", "GB"],
  ["00000000000", null],
  ["Desk", "GB"],
  ["", "GB"],
])("%j with the country %j cannot be told", (shown, country) => {
  expect(readShownNumber(shown, country)).toBeUndefined();
});

it("is the number with a plus where only that is missing", () => {
  expect(["442079460958", "44 20 7946 0958", "tel:442079460958"].map(withPlus)).toEqual([number, number, number]);
  expect(["Desk", "", "+44", "-"].map(withPlus)).toEqual(["Desk", "", "+44", "-"]);
});

it.each<[string, boolean]>([
  ["020 7946 0958", true],
  ["7946 0958", true],
  ["946 0958", true],
  ["46 0958", false],
  ["020 7946 0958 (main)", true],
  ["020 7946 0959", false],
  // A number that can be read is another one.
  ["+12079460958", false],
  ["", false],
])("%j may be the number: %s", (shown, may) => {
  expect(mayBeNumber(shown, number)).toBe(may);
});

it("is found, or in doubt, in whatever writing, with its country and without: it is never another one", () => {
  const missed = getCountries().flatMap((country) => {
    const example = getExampleNumber(country, examples);
    if (example === undefined || example.nationalNumber.length < 7) return [];
    const { number, nationalNumber, countryCallingCode } = example;
    const writings = [number.slice(1), example.formatNational(), nationalNumber, `00${number.slice(1)}`];
    return writings.flatMap((shown) =>
      [country, countryCallingCode, undefined, null].flatMap((place) => {
        const read = readShownNumber(shown, place) ?? shown;
        return withPlus(read) === number || mayBeNumber(read, number)
          ? []
          : [`${number}: ${shown} in ${place}: ${read}`];
      }),
    );
  });
  expect(missed).toEqual([]);
});
