/** The body of a request, read whole, up to a bound. */
import type { IncomingMessage } from "node:http";

/** Bytes of a body that are read; a longer one is refused. */
export const mostBytes = 64 * 1024 * 1024;

/** Methods whose bodies mean nothing: they are not read. */
const withoutBody: ReadonlySet<string | undefined> = new Set(["GET", "HEAD", "TRACE"]);

/**
 * The body as text, or undefined where it is longer than {@link mostBytes}: then the rest of it is not read.
 * @throws {Error} if the client goes away before its end.
 */
export async function readText(request: IncomingMessage): Promise<string | undefined> {
  if (withoutBody.has(request.method)) return "";
  if (Number(request.headers["content-length"]) > mostBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection stays when the loop is left: it still has to carry the refusal.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
