/** What the failure of one stack says of those that have not begun. */
export interface Failure {
  /** The kind of failure, or the first words of one that is of none. */
  readonly words: string;
  /** Whether every other stack would come to it, too: then no more are begun. */
  readonly isShared: boolean;
}

/** Failures that would meet every stack. All others are of one workspace: an object that somebody changed there, say. */
const shared: readonly (readonly [words: string, pattern: RegExp])[] = [
  ["the API does not accept the token", /HTTP 40[123]\b|There is no API token|The API token in /],
  ["mistakes in the program", /problems? in this program; nothing was changed/],
  ["the program does not run", /Running program '.*' failed with an unhandled exception|TSError|Cannot find module/],
  ["the API is out of reach", /HTTP 50[234]\b|nothing answers at this address|cannot be (found|reached)/],
];

/** Of a stack, by all that its engine printed. */
export function failureIn(output: string): Failure {
  const kind = shared.find(([, pattern]) => pattern.test(output));
  if (kind !== undefined) return { words: kind[0], isShared: true };
  const [, words = "see its log"] = /error: (.+)/.exec(output) ?? [];
  return { words: words.slice(0, 120), isShared: false };
}
