/** An account behind the API: what a token reaches, and nothing that another one does. */
import { dashboardOf, type Dashboard } from "./dashboard";
import { ListLag } from "./lag";
import { Operations } from "./operations";
import { AddressBook, type PeopleGroup } from "./people/book";
import { CallCentre } from "./people/calling";
import { Queries } from "./people/queries";
import type { Personality } from "./personality";
import type { Store } from "./store";
import { World, type Clock } from "./world";

/** What an account is made of. */
export interface AccountSetting {
  readonly store: Store;
  readonly clock: Clock;
  /** Makes ids repeatable; undefined: they are random. */
  readonly seed: string | number | undefined;
  readonly personality: () => Personality;
  /** Tells its ids from those of other accounts; "" (default) is the first one. */
  readonly name?: string;
  /** People there are from the start. */
  readonly people?: readonly PeopleGroup[];
  /** Whether active campaigns call as the clock moves. */
  readonly calls?: boolean;
}

/** The parts of one account. */
export interface Account {
  readonly world: World;
  readonly lag: ListLag;
  readonly operations: Operations;
  readonly dashboard: Dashboard;
  readonly people: AddressBook;
  readonly centre: CallCentre;
}

/** Opens an account on its store. */
export function openAccount(setting: AccountSetting): Account {
  const { store, clock, seed, personality, name = "" } = setting;
  const world = new World(store, clock, seed, name);
  const lag = new ListLag();
  const people = new AddressBook(name, setting.people);
  const centre = new CallCentre(world, people, personality, setting.calls ?? false);
  const queries = new Queries(world, people, centre, personality);
  return {
    world,
    lag,
    operations: new Operations(world, lag, personality, queries),
    dashboard: dashboardOf(world, lag, personality, () => centre.catchUp()),
    people,
    centre,
  };
}
