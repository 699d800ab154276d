/** An account behind the API: what a token reaches, and nothing that another one does. */
import { dashboardOf, type Dashboard } from "./dashboard";
import { ListLag } from "./lag";
import { Operations } from "./operations";
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
}

/** The parts of one account. */
export interface Account {
  readonly world: World;
  readonly lag: ListLag;
  readonly operations: Operations;
  readonly dashboard: Dashboard;
}

/** Opens an account on its store. */
export function openAccount({ store, clock, seed, personality, name = "" }: AccountSetting): Account {
  const world = new World(store, clock, seed, name);
  const lag = new ListLag();
  return {
    world,
    lag,
    operations: new Operations(world, lag, personality),
    dashboard: dashboardOf(world, lag, personality),
  };
}
