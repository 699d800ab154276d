/** An object that a program has made, its edits, and what somebody does to it in the dashboard meanwhile. */
import type { PersonalityPatch, WireObject } from "../../emulator";
import { kinds } from "../../provider/kinds";
import type { Properties } from "../../provider/kinds/normalForm";
import type { ListedKindName } from "../../provider/kinds/schema";
import { read } from "../../provider/lifecycle/read";
import { checked, contextFor, emulate, leastOf, type TestContext } from "./context";
import { create, diff, update } from "./lifecycle";

/** What is around it. */
export interface Around {
  readonly personality?: PersonalityPatch;
  readonly settings?: Readonly<Record<string, string>>;
  readonly name?: ListedKindName;
  /** What each edit has beside its inputs, as an engine hands it on. */
  readonly noted?: Properties;
}

/** @param declared beside the least that a program must declare */
export async function edited(
  declared: object = {},
  { personality = {}, settings = {}, name = "Campaign", noted = {} }: Around = {},
) {
  const emulator = await emulate({ personality });
  const kind = kinds[name];
  const run = (): TestContext => contextFor(emulator, { configuration: settings });
  const inputs = (more: object): Properties => checked(kind, { ...leastOf[name], ...declared, ...more });
  const program = (more: object): Properties => ({ ...inputs(more), ...noted });
  const { id, state } = await create(run(), kind, inputs({}));
  emulator.clearRequests();
  const bodies = (): WireObject[] =>
    emulator.requests.filter(({ method }) => method === "POST").map(({ body }) => body as WireObject);
  return {
    emulator,
    kind,
    id,
    state,
    run,
    program,
    bodies,
    byHand: (patch: WireObject) => void emulator.dashboard.change(name, id, patch),
    live: (): WireObject => emulator.dashboard.get(name, id) ?? {},
    edit: (more: object, from: object = state, context = run()) =>
      update(context, kind, id, { ...from }, program(more)),
    refresh: async (from: object = state) => (await read(run(), kind, id, { ...from }))?.state ?? {},
    isChanged: (more: object, from: object) => diff(run(), kind, id, { ...from }, program(more)).changes,
    writes: () => bodies().length,
  };
}
