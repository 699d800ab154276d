/** How the command ends. */
export const exitCodes = {
  /** Done, and nothing is wrong. */
  ok: 0,
  /** It could not be done, or something is wrong. */
  failed: 1,
  /** The command line, or a file it names, is wrong; nothing was asked of the API. */
  usage: 2,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;

/** Something that a user can act on: printed as text, without a stack. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  constructor(
    message: string,
    readonly exitCode: number = exitCodes.failed,
  ) {
    super(message);
  }
}

export const wrongUsage = (message: string): CommandFailure => new CommandFailure(message, exitCodes.usage);
