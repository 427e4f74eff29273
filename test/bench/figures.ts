// What the benches say of their times: medians, rounded, so that one slow round decides nothing.

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Two decimals. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

export const roundedAll = (figures: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]));

/** Milliseconds that `act` took, and what it gave. */
export async function timed<T>(act: () => Promise<T> | T): Promise<{ readonly ms: number; readonly value: T }> {
  const start = process.hrtime.bigint();
  const value = await act();
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, value };
}
