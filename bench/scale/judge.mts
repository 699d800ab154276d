/** Whether what the emulator holds is what was declared: each campaign once, as it was declared, and nothing else. */

/** Fields by their names on the wire. */
export type Wire = Readonly<Record<string, unknown>>;

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** What the API is to hold of a declared campaign. Its own words, none of the package's: a mistake of both would be invisible. */
export const wireOf = (args: Readonly<Record<string, unknown>>): Wire =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      name === "daysOfWeek" && Array.isArray(value) ? value.map((day) => WEEKDAYS.indexOf(String(day))) : value,
    ]),
  );

const placeOf = ({ workspace, name }: Wire): string => JSON.stringify([workspace, name]);

/** What is wrong, a line each; nothing where all is exactly right. */
export function complaints(declared: readonly Wire[], live: readonly Wire[]): string[] {
  const found = new Map<string, Wire[]>();
  for (const object of live) found.set(placeOf(object), [...(found.get(placeOf(object)) ?? []), object]);
  const expected = new Set(declared.map(placeOf));
  return [
    ...declared.flatMap((wanted) => {
      const [object, ...more] = found.get(placeOf(wanted)) ?? [];
      if (object === undefined) return [`${placeOf(wanted)} is missing`];
      const differing = Object.keys(wanted).filter(
        (key) => JSON.stringify(wanted[key]) !== JSON.stringify(object[key]),
      );
      return [
        ...(more.length > 0 ? [`${placeOf(wanted)} is there ${more.length + 1} times`] : []),
        ...differing.map(
          (key) =>
            `${placeOf(wanted)}: ${key} is ${JSON.stringify(object[key])}, not ${JSON.stringify(wanted[key])} as declared`,
        ),
      ];
    }),
    ...[...found.keys()].filter((place) => !expected.has(place)).map((place) => `${place} was never declared`),
  ];
}
