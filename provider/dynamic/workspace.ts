// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

/**
 * What the engine's state refers to for a workspace: a bare `require` of this module where the package is installed, the text
 * of these methods where it is linked. So they only delegate, by literal names, and must keep working for ever.
 */
import type { KindHost } from "./kindHost";

type Host = typeof import("./host");

const provider: KindHost = {
  configure(request) {
    return (require("pulumi-callab/dynamic/host") as Host).Workspace.configure(request);
  },
  check(olds, news) {
    return (require("pulumi-callab/dynamic/host") as Host).Workspace.check(olds, news);
  },
  diff(id, olds, news) {
    return (require("pulumi-callab/dynamic/host") as Host).Workspace.diff(id, olds, news);
  },
  create(inputs) {
    return (require("pulumi-callab/dynamic/host") as Host).Workspace.create(inputs);
  },
  read(id, props) {
    return (require("pulumi-callab/dynamic/host") as Host).Workspace.read(id, props);
  },
  update(id, olds, news) {
    return (require("pulumi-callab/dynamic/host") as Host).Workspace.update(id, olds, news);
  },
  delete(id, props) {
    return (require("pulumi-callab/dynamic/host") as Host).Workspace.delete(id, props);
  },
};

export = provider;
