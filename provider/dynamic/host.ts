/** The host: one for each provider process, with a provider for each kind under its name. States refer to it for ever. */
import { kindNames, type KindName } from "../kinds/names";
import { kindHost, type KindHost } from "./kindHost";

const host = Object.fromEntries(kindNames.map((name) => [name, kindHost(name)])) as Readonly<
  Record<KindName, KindHost>
>;

export = host;
