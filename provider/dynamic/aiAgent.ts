// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

/**
 * What the engine's state refers to for an agent: a bare `require` of this module where the package is installed, the text
 * of these methods where it is linked. So they only delegate, by literal names, and must keep working for ever.
 */
import type { KindHost } from "./kindHost";

type Host = typeof import("./host");

const provider: KindHost = {
  configure(request) {
    return (require("pulumi-callab/dynamic/host") as Host).AiAgent.configure(request);
  },
  check(olds, news) {
    return (require("pulumi-callab/dynamic/host") as Host).AiAgent.check(olds, news);
  },
  diff(id, olds, news) {
    return (require("pulumi-callab/dynamic/host") as Host).AiAgent.diff(id, olds, news);
  },
  create(inputs) {
    return (require("pulumi-callab/dynamic/host") as Host).AiAgent.create(inputs);
  },
  read(id, props) {
    return (require("pulumi-callab/dynamic/host") as Host).AiAgent.read(id, props);
  },
  update(id, olds, news) {
    return (require("pulumi-callab/dynamic/host") as Host).AiAgent.update(id, olds, news);
  },
  delete(id, props) {
    return (require("pulumi-callab/dynamic/host") as Host).AiAgent.delete(id, props);
  },
};

export = provider;
