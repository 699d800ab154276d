/**
 * The API's envelope `{ status, message, data }` (documented). Success is "ok" or "success"; most failures come
 * with HTTP 200 and status "error".
 */
import { JsonTooLarge, MOST_VALUES, readJson } from "./limits";
import { messageIn, saidIn } from "./said";

export type Envelope =
  | {
      readonly kind: "success";
      readonly data: unknown;
      /** What else the envelope holds, such as the numbers of pages. */
      readonly beside: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "failure"; readonly message: string | undefined }
  | {
      readonly kind: "unreadable";
      readonly what: string;
      /** What it says all the same. */
      readonly message?: string | undefined;
    };

/** Reads the text of an answer. What is no envelope tells nothing, whatever its HTTP status. */
export function readEnvelope(text: string): Envelope {
  if (text.trim() === "") return { kind: "unreadable", what: "an empty answer" };
  let body: unknown;
  try {
    body = readJson(text, MOST_VALUES);
  } catch (problem) {
    if (problem instanceof JsonTooLarge) return { kind: "unreadable", what: problem.message };
    return {
      kind: "unreadable",
      what: /^\s*</.test(text) ? "an HTML page instead of JSON" : "a broken or cut-off answer",
      message: saidIn(text),
    };
  }
  if (typeof body !== "object" || body === null || !("status" in body) || typeof body.status !== "string") {
    return { kind: "unreadable", what: "JSON without the API's envelope", message: messageIn(text) };
  }
  const status = body.status.toLowerCase();
  if (status === "ok" || status === "success") {
    if ("success" in body && body.success === false)
      return {
        kind: "unreadable",
        what: `an envelope that says both ${status} and success: false`,
        message: messageIn(text),
      };
    const beside = Object.fromEntries(Object.entries(body).filter(([key]) => !envelopeKeys.has(key)));
    return { kind: "success", data: "data" in body ? body.data : undefined, beside };
  }
  if (["error", "fail", "failed", "failure"].includes(status)) return { kind: "failure", message: messageOf(body) };
  return {
    kind: "unreadable",
    what: `an envelope with the unknown status "${body.status.slice(0, 40)}"`,
    message: messageIn(text),
  };
}

const envelopeKeys = new Set(["status", "message", "data"]);

/** The sample of a failure says "error" and nothing else: then what is in `data` may tell more. */
function messageOf(body: object): string | undefined {
  const message = "message" in body ? inWords(body.message) : undefined;
  const data = "data" in body ? inWords(body.data) : undefined;
  const parts = [message === "error" ? undefined : message, data].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : parts.join("; ");
}

function inWords(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}
