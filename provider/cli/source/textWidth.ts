/** How many columns a text takes in an editor: what decides whether a line is too long. */
const emoji = new RegExp("\\p{RGI_Emoji}", "gv");

const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

export function textWidth(value: string): number {
  if (/^[ -~]*$/.test(value)) return value.length;
  let width = 0;
  for (const character of value.replace(emoji, "  ")) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code >= 0x300 && code <= 0x36f)) continue;
    width += wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
  }
  return width;
}
