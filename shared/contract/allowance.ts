// An allowance that refills with time: so much at once, so much per second.

/** True as long as there is enough left. `now` in milliseconds; a clock set backwards gives nothing and takes nothing. */
export function allowance(
  limits: { readonly atOnce: number; readonly perSecond: number },
  now: () => number,
): (amount: number) => boolean {
  let left = limits.atOnce;
  let last = now();
  return (amount) => {
    const at = now();
    left = Math.min(limits.atOnce, left + (Math.max(0, at - last) * limits.perSecond) / 1000);
    last = at;
    if (amount > left) return false;
    left -= amount;
    return true;
  };
}
