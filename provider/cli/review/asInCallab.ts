/**
 * A mark in the place of a value that is as it is in Callab, and that the preview does not know: it is neither that nothing
 * is set, nor a secret. An object, since no value of a preview is this one.
 */
import type { Properties } from "../../kinds/normalForm";

export const AS_IN_CALLAB: Properties = Object.freeze({ value: "as in Callab" });

export const isAsInCallab = (value: unknown): boolean => value === AS_IN_CALLAB;
