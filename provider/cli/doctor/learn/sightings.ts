/** What was seen of an API so far, as it was seen; contract/facts tells what follows from it. */
import { saysNoRoute } from "../../../api/errors";
import type { Probed } from "../../../api/probe";
import type { Route } from "../../../api/routes";
import type { Specimen } from "../../../contract/spelling";
import type {
  Answers,
  Create,
  Delay,
  Delete,
  KindFacts,
  Listing,
  Pages,
  Refusal,
  Update,
} from "../../../contract/types";
import { kindNames, type KindName, type Operation } from "../../../kinds/schema";
import type { Fullness } from "./throwAways";

/** Where an answer shows an object. */
export type Place = NonNullable<KindFacts["idIn"]>[number];

/** A fact that may still be missing. */
type Open<Facts> = { -readonly [Fact in Exclude<keyof Facts, "day">]?: Facts[Fact] | undefined };

/** An object in an answer. */
export interface Seen extends Specimen {
  readonly place: "list" | "read";
  /** How much was said when it was made; undefined: it is somebody else's, and nothing but known names is kept of it. */
  readonly fullness?: Fullness | undefined;
}

export class KindSightings {
  readonly seen: Seen[] = [];
  readonly idIn = new Set<Place>();
  readonly working = new Map<Operation, Route[]>();
  readonly absent = new Map<Operation, Route[]>();
  /** Operations of which every way was tried. */
  readonly exhausted = new Set<Operation>();
  readonly listing: Open<Listing> = {};
  readonly pages: Open<Pages> = {};
  readonly create: Open<Create> = {};
  readonly update: Open<Update> = {};
  readonly delete: Open<Delete> = {};
  readonly lag: Partial<Record<"create" | "update" | "delete", Delay>> = {};

  /** Notes whether a way to do an operation is there. */
  tried(operation: Operation, route: Route, came: "works" | "absent" | "open"): void {
    const where = came === "works" ? this.working : came === "absent" ? this.absent : undefined;
    const routes = where?.get(operation) ?? [];
    if (where !== undefined && !routes.some((one) => isSameRoute(one, route))) where.set(operation, [...routes, route]);
  }

  works(operation: Operation): Route | undefined {
    return this.working.get(operation)?.[0];
  }
}

export const isSameRoute = (one: Route, other: Route): boolean =>
  one.method === other.method && one.path === other.path;

/** Of all kinds. */
export class Sightings {
  readonly kinds = Object.fromEntries(kindNames.map((name) => [name, new KindSightings()])) as Readonly<
    Record<KindName, KindSightings>
  >;
  readonly answers: Open<Answers> = {};
  writesTried = false;

  /** Notes the word of a success. */
  answered({ isSuccess, word }: Probed): void {
    if (isSuccess && (word === "ok" || word === "success")) this.answers.success ??= word;
  }

  /** Notes the form of a no. */
  refused(why: "absentObject" | "absentRoute" | "invalidBody" | "sameName", answer: Probed): void {
    if (!answer.isSuccess) this.answers[why] ??= refusalIn(answer);
  }

  /** Notes an answer of a way that may not be there. Gives whether it is not. */
  isAbsent(answer: Probed): boolean {
    const isAbsent = !answer.isSuccess && saysNoRoute(answer);
    if (isAbsent) this.refused("absentRoute", answer);
    return isAbsent;
  }
}

const refusalIn = ({ status, form, saysWhy }: Probed): Refusal => ({
  http: status,
  body: form,
  says: saysWhy ? "reason" : "nothing",
});
