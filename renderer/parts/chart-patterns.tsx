// The fillings of all charts: solid, hatched, dotted and empty tell the parts apart where colours do not.
import type { ReactNode } from 'react';

export type Filling = 'met' | 'not-met' | 'not-applicable' | 'none';

/** For `fill`: an attribute, because a style sheet would look for the pattern in itself. */
export const fillOf = (filling: Filling): string => `url(#fill-${filling})`;

/** Once on a screen that has charts. */
export function ChartPatterns(): ReactNode {
  return (
    <svg className="chart-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="fill-met" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="fill-met" width="6" height="6" />
        </pattern>
        <pattern id="fill-not-met" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="ground-not-met" width="6" height="6" />
          <rect className="fill-not-met" width="3" height="6" />
        </pattern>
        <pattern id="fill-not-applicable" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect className="ground-aside" width="5" height="5" />
          <circle className="fill-aside" cx="2.5" cy="2.5" r="1.1" />
        </pattern>
        <pattern id="fill-none" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="ground-none" width="6" height="6" />
        </pattern>
      </defs>
    </svg>
  );
}
