// One bar made of parts, as long as what they are parts of; the parts differ by filling as well as by colour.
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { ReactNode } from 'react';
import { type Filling, fillOf } from './chart-patterns.tsx';

export type StackPart = { readonly filling: Filling; readonly count: number };

const HEIGHT = 14;

/** Widths in hundredths of the bar, so that fillings keep their shape at any size.
 * @param words what the bar says; '' where the same numbers stand beside it in words */
export function ChartStack(props: {
  readonly parts: readonly StackPart[];
  readonly of: number;
  readonly words: string;
}): ReactNode {
  const { parts, of, words } = props;
  const scale = scaleLinear<number>({ domain: [0, Math.max(1, of)], range: [0, 100] });
  let from = 0;
  const placed = parts.map((part) => {
    const at = from;
    from += part.count;
    return { ...part, at };
  });
  return (
    <svg className="chart-stack" height={HEIGHT} role="img" aria-label={words} aria-hidden={words === ''}>
      <Bar className="chart-ground" y={0.5} width="100%" height={HEIGHT - 1} />
      <Group>
        {placed
          .filter(({ count }) => count > 0)
          .map(({ filling, count, at }) => (
            <Bar
              key={filling}
              className={`chart-part ${filling}`}
              x={`${scale(at)}%`}
              y={0.5}
              width={`${scale(count)}%`}
              height={HEIGHT - 1}
              fill={fillOf(filling)}
            />
          ))}
      </Group>
    </svg>
  );
}
