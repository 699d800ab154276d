/**
 * The people of an account: made up, and with numbers that are reserved for fiction (+1 … 555 01xx). They come in
 * groups, each with one tag, one category and one source: as given, and a few for whatever a campaign names that nobody
 * has. A person is computed from the group alone, so nothing of them is stored.
 */
import { textOf, type Json } from "../json";
import { draw, uuidFrom } from "../random";
import type { StoredObject } from "../store";

/** People who are alike. */
export interface PeopleGroup {
  /** Slug; default `default`. */
  readonly workspace?: string;
  readonly tag?: string;
  readonly category?: string;
  readonly source?: string;
  /** How many they are. */
  readonly count: number;
}

/** One made-up person. */
export interface Person {
  readonly id: string;
  readonly firstname: string;
  readonly lastname: string;
  /** E.164, reserved for fiction. */
  readonly phoneNumber: string;
  readonly tag: string | null;
  readonly category: string | null;
  readonly source: string | null;
}

/** Which groups a query or a campaign means; what is left out is not asked for. */
export interface Selection {
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly sources: readonly string[];
}

/** How the filters of a selection combine (not documented). */
export type Combination = "and" | "or";

const firstNames = ["Ada", "Bo", "Cleo", "Dan", "Eve", "Finn", "Gil", "Hana", "Ines", "Jon", "Kai", "Lou", "Mia"];

/** What the people of a group have in common. */
type Words = Omit<PeopleGroup, "count">;

const keyOf = (group: Words): string =>
  JSON.stringify([group.workspace, group.tag, group.category, group.source].map((word) => word ?? null));

/** The address book of one account. */
export class AddressBook {
  private readonly given: PeopleGroup[] = [];
  private readonly people = new Map<string, readonly Person[]>();

  /** @param account tells its people from those of other accounts. */
  constructor(
    private readonly account: string,
    groups: readonly PeopleGroup[] = [],
  ) {
    for (const group of groups) this.add(group);
  }

  /** @throws {Error} if the number of people is none. */
  add(group: PeopleGroup): void {
    if (!Number.isInteger(group.count) || group.count < 0 || group.count > 100_000)
      throw new Error(`a group of people has a \`count\` from 0 to 100000, not ${JSON.stringify(group.count)}`);
    this.given.push(group);
  }

  /** The people of a workspace whom a selection means, in a fixed order; one that names nothing means everybody. */
  select(
    workspace: string,
    selection: Selection,
    combination: Combination,
    campaigns: readonly Readonly<StoredObject>[],
  ): Person[] {
    const groups = this.groupsOf(workspace, campaigns);
    let first = 0;
    return groups.flatMap((group) => {
      const members = fits(group, selection, combination) ? this.membersOf(group, first) : [];
      first += group.count;
      return members;
    });
  }

  private groupsOf(workspace: string, campaigns: readonly Readonly<StoredObject>[]): readonly PeopleGroup[] {
    const groups = new Map<string, PeopleGroup>();
    for (const group of this.given) {
      const placed = { ...group, workspace: group.workspace ?? "default" };
      // Two groups that were given alike are two groups.
      if (placed.workspace === workspace) groups.set(`${groups.size} ${keyOf(placed)}`, placed);
    }
    const given = [...groups.values()];
    for (const campaign of campaigns) {
      if (campaign["workspace"] !== workspace) continue;
      for (const named of namedBy(campaign)) {
        const group: Words = { ...named, workspace };
        const has = given.some(
          (other) => other.tag === group.tag && (group.tag !== undefined || sameBut(other, group)),
        );
        if (!has) groups.set(keyOf(group), { ...group, count: 6 + Math.floor(draw("people", keyOf(group)) * 30) });
      }
    }
    return [...groups.values()];
  }

  private membersOf(group: PeopleGroup, first: number): readonly Person[] {
    const key = `${first} ${group.count} ${keyOf(group)}`;
    let members = this.people.get(key);
    if (members === undefined) {
      members = Array.from({ length: group.count }, (_, index) => this.person(group, first + index));
      this.people.set(key, members);
    }
    return members;
  }

  private person(group: PeopleGroup, number: number): Person {
    return {
      id: uuidFrom("person", this.account, group.workspace ?? "", number),
      firstname: firstNames[number % firstNames.length] ?? "Ada",
      lastname: "Example",
      phoneNumber: `+1${201 + (Math.floor(number / 100) % 599)}55501${String(number % 100).padStart(2, "0")}`,
      tag: group.tag ?? null,
      category: group.category ?? null,
      source: group.source ?? null,
    };
  }
}

const sameBut = (one: Words, other: Words): boolean => one.category === other.category && one.source === other.source;

function fits(group: PeopleGroup, { tags, categories, sources }: Selection, combination: Combination): boolean {
  const told = [
    [tags, group.tag],
    [categories, group.category],
    [sources, group.source],
  ] as const;
  const asked = told.filter(([wanted]) => wanted.length > 0);
  const holds = asked.map(([wanted, has]) => has !== undefined && wanted.includes(has));
  return asked.length === 0 || (combination === "and" ? holds.every(Boolean) : holds.some(Boolean));
}

/** Whom a campaign selects. */
export function selectionOf(campaign: Readonly<StoredObject>): Selection {
  return {
    tags: words(campaign["contacts_list_tags"]),
    categories: words(campaign["contacts_list_categories"]),
    sources: words(campaign["contacts_list_source"]),
  };
}

/** The groups that a campaign names: entry i of its lists speaks of one source (inferred); a single one is for all. */
function namedBy(campaign: Readonly<StoredObject>): Words[] {
  const { tags, categories, sources } = selectionOf(campaign);
  const length = Math.max(tags.length, categories.length, sources.length);
  return Array.from({ length }, (_, index) => {
    const [tag, category, source] = [tags, categories, sources].map((list) => list[index] ?? list.at(-1));
    return {
      ...(tag === undefined ? {} : { tag }),
      ...(category === undefined ? {} : { category }),
      ...(source === undefined ? {} : { source }),
    };
  });
}

function words(value: Json | undefined): string[] {
  const list: Json[] = Array.isArray(value) ? value.flat() : [];
  return list.flatMap((entry) => textOf(entry) ?? []).filter((word) => word.trim() !== "");
}
