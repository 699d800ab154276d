/**
 * The network between the provider and the emulator, in virtual time and without sockets: the emulator's own code
 * answers, and on the way there and back anything may go wrong. Besides the emulator's faults there are two of the
 * network itself: a request that is carried out long after its client gave up (`late`), and an address that nobody
 * answers (`refused`).
 */
import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from "axios";
import { exchange, type Desk, type Outgoing } from "../../emulator/exchange";
import { dashboardOf, type Dashboard } from "../../emulator/dashboard";
import type { FaultRule } from "../../emulator/fault";
import { Faults } from "../../emulator/faults";
import { ListLag } from "../../emulator/lag";
import { Operations } from "../../emulator/operations";
import type { Personality } from "../../emulator/personality";
import { RequestLog } from "../../emulator/requestLog";
import { Store } from "../../emulator/store";
import { World } from "../../emulator/world";
import type { ListedKindName } from "../../provider/kinds/schema";
import type { Life } from "./life";
import type { Chance } from "./random";
import type { VirtualTime } from "./virtualTime";

/** How the network behaves during one run. */
export interface Weather {
  /** Faults of the emulator. */
  readonly rules: readonly FaultRule[];
  /** Share of the writes that are carried out late, perhaps after their client gave up. */
  readonly late: number;
  /** How late, in milliseconds: the least and the most. */
  readonly lateMs: readonly [least: number, most: number];
  /** Share of the requests under way that are carried out though their process is killed. */
  readonly outlives: number;
  /** Share of the requests that find nobody at the address. */
  readonly refused: number;
}

export const fairWeather: Weather = { rules: [], late: 0, lateMs: [0, 0], outlives: 1, refused: 0 };

/** A campaign that was set to call again although nobody said so. */
export interface Resumption {
  readonly id: string;
  /** Name of the campaign in the update that did it. */
  readonly name: unknown;
  /** Status before; the same when the update was sent as when it was carried out. */
  readonly from: string;
  /** When the update was sent, in ms since the epoch. */
  readonly sentAt: number;
}

const TIMEOUT_MS = 30_000;

/** An API with its network. */
export class Network {
  readonly dashboard: Dashboard;
  readonly log = new RequestLog();
  /** Status changes that no update asked for by the present program should have made. */
  readonly resumptions: Resumption[] = [];
  readonly #store = new Store();
  readonly #world: World;
  readonly #faults: Faults;
  readonly #desk: Desk;
  #weather: Weather = fairWeather;

  constructor(
    readonly time: VirtualTime,
    readonly personality: Personality,
    readonly chance: Chance,
    seed: string,
  ) {
    const lag = new ListLag();
    this.#world = new World(this.#store, time.now, seed);
    this.#faults = new Faults(seed);
    const current = (): Personality => personality;
    this.dashboard = dashboardOf(this.#world, lag, current);
    this.#desk = {
      operations: new Operations(this.#world, lag, current),
      faults: this.#faults,
      log: this.log,
      clock: time.now,
      token: "emulator-token",
      latencyMs: 0,
      personality: current,
      closing: new AbortController().signal,
    };
  }

  /** Names a workspace, so that it is there where the API wants it to be. */
  addWorkspace(slug: string): void {
    this.#world.workspace(slug);
  }

  /** Under which name an object was sent, whatever the API has made of it. */
  sentName(kind: ListedKindName, id: string): string | undefined {
    return this.#store.sentKey(kind, id);
  }

  setWeather(weather: Weather): void {
    this.#weather = weather;
    this.#faults.clear();
    for (const rule of weather.rules) this.#faults.add(rule);
  }

  /** The way to the API for one process. */
  wayFor(life: Life, onRequest: () => void): AxiosAdapter {
    return (config) => {
      onRequest();
      return life.inside(life.isOver ? new Promise<never>(() => undefined) : this.#travel(config, life));
    };
  }

  #travel(config: InternalAxiosRequestConfig, life: Life): Promise<AxiosResponse<string>> {
    const { time, chance } = this;
    const weather = this.#weather;
    const fate = {
      up: chance.whole(1, 40),
      down: chance.whole(1, 40),
      refused: chance.happens(weather.refused),
      late: config.method !== "get" && chance.happens(weather.late) ? chance.whole(...weather.lateMs) : 0,
      // A process that dies while it sends: its request may be on its way already.
      sentWhenDead: chance.happens(weather.outlives),
    };
    const campaign = updated(config);
    const sent = { at: time.now(), status: campaign === undefined ? undefined : this.#statusOf(campaign) };
    return new Promise((resolve, reject) => {
      if (fate.refused) {
        time.after(fate.up, () => reject(Object.assign(broken("ECONNREFUSED"), { syscall: "connect" })));
        return;
      }
      time.after(TIMEOUT_MS, () => reject(broken("ETIMEDOUT")));
      time.after(fate.up + fate.late, () => {
        if (life.isOver && !fate.sentWhenDead) return;
        void this.#carryOut(config, sent).then(({ outgoing, stalled }) => {
          if (stalled) return;
          time.after(fate.down, () => {
            if (outgoing === "nothing") reject(broken("ECONNRESET"));
            else if (outgoing.promisedLength !== undefined) reject(broken("ECONNABORTED"));
            else {
              const { text, status, headers } = outgoing;
              resolve({ data: text, status, statusText: "", headers: { ...headers }, config });
            }
          });
        });
      });
    });
  }

  async #carryOut(
    config: InternalAxiosRequestConfig,
    sent: { readonly at: number; readonly status: string | undefined },
  ): Promise<{ outgoing: Outgoing; stalled: boolean }> {
    const path = pathOf(config);
    const text = typeof config.data === "string" ? config.data : "";
    const campaign = updated(config);
    const before = campaign === undefined ? undefined : this.#statusOf(campaign);
    const outgoing = await exchange(
      {
        method: (config.method ?? "get").toUpperCase(),
        path,
        authorization: String(config.headers.get("Authorization")),
        text,
        isGone: () => false,
      },
      this.#desk,
    );
    const entry = this.log.entries.at(-1);
    // What changed while the request was on its way cannot be held against it.
    if (campaign !== undefined && before === sent.status) this.#noteResumption(campaign, before, text, sent.at);
    return { outgoing, stalled: entry?.fault === "stall" };
  }

  #statusOf(id: string): string | undefined {
    const status = this.#world.find("Campaign", id)?.["status"];
    return typeof status === "string" ? status : undefined;
  }

  #noteResumption(id: string, from: string | undefined, text: string, sentAt: number): void {
    const to = this.#statusOf(id);
    if (from === undefined || from === to || (to !== "active" && from !== "completed")) return;
    const { name } = JSON.parse(text) as { name?: unknown };
    this.resumptions.push({ id, name, from, sentAt });
  }
}

const pathOf = (config: InternalAxiosRequestConfig): string => (config.url ?? "").split("/v1")[1] ?? "";

/** The ID of the campaign that a request updates. */
const updated = (config: InternalAxiosRequestConfig): string | undefined =>
  /^\/campaigns?\/update\/([^/]+)$/.exec(pathOf(config))?.[1];

const broken = (code: string): Error => Object.assign(new Error(code), { code });
