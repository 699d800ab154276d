/**
 * In an emergency stop, the campaigns of which the program never heard that they are paused: the engine ends a run with its
 * first failure, and a campaign that waited for something that failed was never come to. They are named when the program ends.
 */
import type * as pulumi from "@pulumi/pulumi";
import { printable } from "../words/plainText";

const waiting = new Set<string>();

/** @param words what messages call the campaign */
export function expectStopped(resource: pulumi.Resource, words: string): void {
  if (waiting.size === 0) process.once("exit", tellWaiting);
  waiting.add(words);
  resource.urn.apply(() => waiting.delete(words));
}

function tellWaiting(): void {
  if (waiting.size === 0) return;
  const names = printable([...waiting].join(", "));
  console.error(
    `The emergency stop ended before these were known to be paused: ${names}. Unless a message says that they are, look at them in the dashboard, then run it again.`,
  );
}
