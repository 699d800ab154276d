/** Time zones are IANA names. `Intl` knows which exist and which are other names of the same zone. */

const canonical = new Map<string, string | undefined>();

/** The zone's canonical name (Asia/Calcutta and Asia/Kolkata give the same), or undefined if there is none. */
export function canonicalZone(name: string): string | undefined {
  if (!canonical.has(name)) canonical.set(name, resolve(name));
  return canonical.get(name);
}

const threeLetterNames: ReadonlySet<string> = new Set([
  "CET",
  "EET",
  "EST",
  "GMT",
  "HST",
  "MET",
  "MST",
  "PRC",
  "ROC",
  "ROK",
  "UCT",
  "UTC",
  "WET",
]);

function resolve(name: string): string | undefined {
  // Intl also takes offsets such as "+02:00"; those are no zones: they know no daylight saving.
  if (!/^[A-Za-z]/.test(name)) return undefined;
  // And it reads three letters that are no IANA name in its own way: "BST" as Dhaka's time.
  if (/^[a-z]{3}$/i.test(name) && !threeLetterNames.has(name.toUpperCase())) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
