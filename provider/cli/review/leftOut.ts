/**
 * What a program leaves out of an object that exists. An update lets it be, so it is there before and after; what is made
 * anew has none of it. The state has the live value of most of it. Where it has not, a mark says so of what decides about
 * calls: no hours would read as all hours.
 *
 * | what becomes of the object  | what is left out of it                          |
 * | --------------------------- | ----------------------------------------------- |
 * | it stays, or is updated     | as the state has it, else as in Callab          |
 * | it is made (anew)           | not there, unless the program names what exists |
 * | it is imported              | as in Callab: the engine has not read it yet    |
 */
import { kinds } from "../../kinds";
import { leftAloneIn, namesExisting } from "../../kinds/leftAlone";
import { normalForm, type Properties } from "../../kinds/normalForm";
import { kindSchema, type KindName } from "../../kinds/schema";
import { pick, reportedIn, without } from "../../lifecycle/state";
import { AS_IN_CALLAB } from "./asInCallab";
import { record } from "./json";

/** An object as a state knows it. */
export function asKnown(kind: KindName, state: Properties | undefined): Properties | undefined {
  const inputs = record(state?.["inputs"]);
  if (inputs === undefined) return undefined;
  const known = { ...unmanagedIn(kind, state), ...written(inputs) };
  const noted = leftAloneIn(inputs);
  return { ...marks(kind, known, (name) => noted.includes(name) || namesExisting(inputs)), ...known };
}

/** The same object after an update to these inputs: what was declared, and is not any more, is taken out. */
export function asUpdated(kind: KindName, state: Properties | undefined, inputs: Properties): Properties {
  const before = asKnown(kind, state) ?? {};
  const unmanaged = Object.keys(unmanagedIn(kind, state));
  const declared = Object.keys(declaredIn(state) ?? {}).filter((name) => !unmanaged.includes(name));
  return { ...without(before, declared), ...written(inputs) };
}

/** An object that is made of these inputs. */
export const asMade = (kind: KindName, inputs: Properties): Properties => {
  const made = written(inputs);
  return { ...marks(kind, made, () => namesExisting(inputs)), ...made };
};

/** An object that is taken into the state. Its inputs are as the program writes them: nothing has checked them yet. */
export function asImported(kind: KindName, inputs: Properties): Properties {
  const imported = normalForm(kindSchema(kind), written(inputs));
  return { ...marks(kind, imported, () => true), ...imported };
}

/** What a state says that the program declared. */
export function declaredIn(state: Properties | undefined): Properties | undefined {
  const inputs = record(state?.["inputs"]);
  return inputs === undefined ? undefined : written(inputs);
}

/** Inputs without the provider's own code and notes. */
const written = (inputs: Properties): Properties =>
  pick(
    inputs,
    Object.keys(inputs).filter((name) => !name.startsWith("__")),
  );

const unmanagedIn = (kind: KindName, state: Properties | undefined): Properties =>
  reportedIn(kinds[kind], record(state?.["outputs"]) ?? {}).unmanaged;

/** A mark for each field that decides about calls, that these values do not have, and that the object may have. */
const marks = (kind: KindName, known: Properties, mayHave: (name: string) => boolean): Properties =>
  Object.fromEntries(
    kindSchema(kind)
      .written.filter(({ name, node }) => node.decides !== undefined && known[name] === undefined && mayHave(name))
      .map(({ name }) => [name, AS_IN_CALLAB]),
  );
