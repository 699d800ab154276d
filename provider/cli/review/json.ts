/** Reading JSON of unknown shape: what is not as expected is undefined, never an exception. */
import type { Properties } from "../../kinds/normalForm";
import { isObject } from "../../values/empty";

export const record = (value: unknown): Properties | undefined => (isObject(value) ? value : undefined);

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const texts = (value: unknown): readonly string[] => list(value).filter((entry) => typeof entry === "string");
