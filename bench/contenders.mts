/** Who is measured, and in which order. */
export type Contender = "floor" | "package" | "native" | "guide";

export const contenders: readonly Contender[] = ["floor", "package", "native", "guide"];

export const titles: Readonly<Record<Contender, string>> = {
  floor: "floor: a dynamic resource that does nothing",
  package: "pulumi-callab, from the packed tarball",
  native: "pulumi-callab/native, from the same tarball",
  guide: "the provider that Pulumi's guide teaches",
};

/** What each is called at the head of a column. */
export const names: Readonly<Record<Contender, string>> = {
  floor: "floor",
  package: "pulumi-callab",
  native: "native",
  guide: "guide",
};

/** Some contenders in an order that changes from run to run, so that none always has the warm or the busy machine. */
export const inTurn = (some: readonly Contender[], run: number): Contender[] => {
  const first = run % some.length;
  return [...some.slice(first), ...some.slice(0, first)];
};

/** Contenders by their names, e.g. `floor,package`. */
export function contendersNamed(text: string): readonly Contender[] {
  return text.split(",").map((name) => {
    const known = contenders.find((contender) => contender === name);
    if (known === undefined) throw new Error(`there is no contender ${name}; there are: ${contenders.join(", ")}`);
    return known;
  });
}
