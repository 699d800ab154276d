/** The file of a learned contract, as a command line names it. */
import { readContract } from "../contract/file";
import type { Contract } from "../contract/types";
import { wrongUsage } from "./failure";
import { wordedForCommand } from "./hints";

/** Throws a CommandFailure that says what is wrong with it. */
export function contractIn(file: string): Contract {
  const { contract, problems } = readContract(file);
  if (problems !== undefined) throw wrongUsage(problems.map(wordedForCommand).join("\n"));
  return contract;
}
