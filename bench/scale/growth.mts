/** How a figure grows with a size, as the exponent of a power: 1 is in step with it, 2 its square, 0 not at all. */

/** A figure at a size. */
export type Point = readonly [size: number, figure: number];

/**
 * The slope of the line that fits the logarithms best. Undefined where there are not two sizes to go by, or a figure is
 * nothing.
 */
export function exponent(points: readonly Point[]): number | undefined {
  if (new Set(points.map(([size]) => size)).size < 2 || points.some(([, figure]) => !(figure > 0))) return undefined;
  const logarithms = points.map(([size, figure]) => [Math.log(size), Math.log(figure)] as const);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(logarithms.map(([x]) => x)), mean(logarithms.map(([, y]) => y))];
  const rise = logarithms.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return rise / logarithms.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
}
