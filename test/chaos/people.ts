/** What people do in the dashboard between two runs. */
import type { ListedKind } from "../../emulator/kinds";
import type { Network } from "./network";
import { foreign } from "./programs";
import type { Chance } from "./random";

const kinds: readonly ListedKind[] = ["Campaign", "AiAgent", "PhoneNumber", "Webhook"];

/** A field that every personality shows, by kind. */
const shownField: Readonly<Record<ListedKind, string>> = {
  Campaign: "notes",
  AiAgent: "prompt",
  PhoneNumber: "nickname",
  Webhook: "tag_name",
};

/** The people at the dashboard: what they made stays theirs. */
export class People {
  readonly made = new Set<string>(Object.values(foreign));
  /** What nobody touches. */
  readonly #house = new Set<string>(Object.values(foreign));
  #count = 0;

  constructor(
    readonly network: Network,
    readonly chance: Chance,
  ) {
    network.dashboard.create("AiAgent", { id: foreign.AiAgent, name: "house agent", prompt: "p" });
    network.dashboard.create("Webhook", { id: foreign.Webhook, name: "house webhook" });
    network.dashboard.create("PhoneNumber", { id: foreign.PhoneNumber, phone_number: "+15555550199" });
    network.addWorkspace("north");
    // A list that shows other workspaces alone says nothing of this one (docs/reliability.md): that is left out here.
    for (const kind of ["AiAgent", "Webhook"] as const)
      this.#house.add(
        network.dashboard.create(kind, { name: "house in the north", prompt: "p", workspace: "north" }).id,
      );
    for (const id of this.#house) this.made.add(id);
  }

  /** Makes an object before the program first runs. */
  make(kind: ListedKind, fields: Record<string, string>): void {
    this.made.add(this.network.dashboard.create(kind, fields).id);
  }

  /** One change, of an object of the program or of their own. */
  meddle(): void {
    const { chance, network } = this;
    const kind = chance.pick(kinds);
    const ids = network.dashboard.ids(kind).filter((id) => !this.#house.has(id));
    if (ids.length === 0 || chance.happens(0.1)) {
      this.make(
        kind,
        kind === "PhoneNumber" ? { phone_number: `+1555556${1000 + this.#count++}` } : { name: `own ${this.#count++}` },
      );
      return;
    }
    const id = chance.pick(ids);
    const what = chance.whole(0, 9);
    if (what <= 1) network.dashboard.delete(kind, id);
    else if (what <= 4 && kind === "Campaign")
      network.dashboard.change(kind, id, { status: chance.pick(["paused", "active", "completed"]) });
    else network.dashboard.change(kind, id, { [shownField[kind]]: `by hand ${this.#count++}` });
  }
}
