import type { Emulator } from "pulumi-callab/emulator";
import type { Stack } from "./stack.mts";

/** A step did not do what it should. The message says what was expected and what happened. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
}

/** Shows one heading for a step. */
type Heading = (title: string) => void;

/**
 * The tour itself: a campaign is created, left alone, changed behind its program's back, repaired and removed. Each step is judged
 * by what the API was asked, not by what the engine says.
 */
export async function tour(stack: Stack, emulator: Emulator, heading: Heading): Promise<void> {
  const writes = (): string[] =>
    emulator.requests.flatMap(({ operation, kind }) =>
      operation === "create" || operation === "update" || operation === "delete" ? [`${operation} ${kind}`] : [],
    );
  const pulumi = async (...args: readonly string[]): Promise<number> => {
    emulator.clearRequests();
    process.stdout.write(`$ pulumi ${args.join(" ")}\n`);
    return stack.pulumi(...args);
  };
  const succeeds = async (...args: readonly string[]): Promise<void> => {
    const code = await pulumi(...args);
    expected(code === 0, `\`pulumi ${args.join(" ")}\` ended with ${code}`);
  };
  const wrote = (...wanted: readonly string[]): void => {
    const written = writes();
    const inOneLine = (all: readonly string[]): string => (all.length === 0 ? "nothing" : all.join(", "));
    expected(
      written.join() === wanted.join(),
      `the API should have been asked to ${inOneLine(wanted)}, and was asked to ${inOneLine(written)}`,
    );
  };

  heading("The program in examples/outbound-campaign is applied: one campaign is created");
  await succeeds("stack", "init", stack.name);
  await succeeds("up", "--yes");
  wrote("create Campaign");
  const id = theOnlyCampaign(emulator);

  heading("The same again: nothing has changed, so nothing is even asked");
  await succeeds("up", "--yes", "--skip-preview", "--expect-no-changes");
  expected(emulator.requests.length === 0, `the API got ${emulator.requests.length} requests`);

  heading("Somebody lets the campaign call until 23:00, in the dashboard. A check on a timer finds it, and fails");
  emulator.dashboard.change("Campaign", id, { call_time_of_day_to: "23:00:00" });
  const code = await pulumi("preview", "--refresh", "--expect-no-changes");
  expected(code !== 0, "the check did not find the change");
  wrote();

  heading("The program is applied over it: the campaign calls until 17:00 again");
  await succeeds("up", "--refresh", "--yes", "--skip-preview");
  wrote("update Campaign");
  expected(
    emulator.dashboard.get("Campaign", id)?.["call_time_of_day_to"] === "17:00:00",
    "the campaign does not call until 17:00",
  );

  heading("The campaign is paused and deleted");
  await succeeds("destroy", "--yes", "--skip-preview", "--remove");
  wrote("update Campaign", "delete Campaign");
  expected(emulator.dashboard.ids("Campaign").length === 0, "a campaign is left");
  expected(emulator.dashboard.doublesEverMade().length === 0, "at some moment there were two campaigns of one name");
}

function theOnlyCampaign(emulator: Emulator): string {
  const [id, ...others] = emulator.dashboard.ids("Campaign");
  if (id === undefined || others.length > 0)
    throw new StepFailed(`there should be one campaign, and there are ${emulator.dashboard.ids("Campaign").length}`);
  return id;
}

function expected(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new StepFailed(otherwise);
}
