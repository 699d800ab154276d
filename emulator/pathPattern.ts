/** Whether a path fits a pattern such as `/campaigns/by-id/{id}`. */

/**
 * The values of the pattern's parameters, decoded, by name; undefined where the path does not fit. A parameter is never
 * empty. The rest of a path counts as it is written: another spelling of a letter is another path.
 */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const piece = given[index] ?? "";
    if (part.startsWith("{")) {
      if (piece === "") return undefined;
      parameters[part.slice(1, -1)] = decode(piece);
    } else if (part !== piece) return undefined;
  }
  return parameters;
}

function decode(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
