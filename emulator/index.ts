/**
 * A Callab API on this machine: for tests, for trying things out, for demonstrations.
 *
 * It serves the documented routes and the inferred ones (each marked as such), keeps its objects in a file if asked
 * to, refuses what the documentation does not allow, and can take on every oddity the documentation leaves open
 * (a *personality*) and every failure a network knows (*faults*).
 */
export { startEmulator } from "./start";
export { banner } from "./banner";
export { connectControl, type EmulatorControl, type Remote } from "./control";
export type { Emulator, EmulatorAccount, EmulatorOptions } from "./emulator";
export type { Dashboard } from "./dashboard";
export { faultNames } from "./faultRules";
export type { Fault, FaultMatch, FaultMoment, FaultName, FaultRule } from "./fault";
export type { StandingFault } from "./faults";
export type { Json, WireObject } from "./json";
export type { Duplicates } from "./judge";
export { describeSwitches, documented, type Personality, type PersonalityPatch, type SwitchName } from "./personality";
export {
  campaignIdsCanBeKnown,
  personalities,
  personalityOf,
  randomPersonality,
  type PersonalitySpec,
  type Preset,
} from "./presets";
export type { PeopleGroup } from "./people/book";
export type { LoggedRequest } from "./requestLog";
export { kinds, listedKinds, type Kind, type ListedKind, type RouteName } from "./kinds";
export { inferredRoutes, type Mark, type Operation, type ServedRoute } from "./routes";
export type { Double, StoredObject } from "./store";
export type { Clock } from "./world";
