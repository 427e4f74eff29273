// One bar made of parts, as long as what they are parts of; the parts differ by filling as well as by colour.
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { ReactNode } from 'react';
import { type Filling, fillOf } from './chart-patterns.tsx';

export type StackPart = { readonly filling: Filling; readonly count: number };

const WIDTH = 120;
const HEIGHT = 14;

/** @param words what the bar says; '' where the same numbers stand beside it in words */
export function ChartStack(props: {
  readonly parts: readonly StackPart[];
  readonly of: number;
  readonly words: string;
}): ReactNode {
  const { parts, of, words } = props;
  const scale = scaleLinear<number>({ domain: [0, Math.max(1, of)], range: [0, WIDTH - 1] });
  let from = 0;
  const placed = parts.map((part) => {
    const at = from;
    from += part.count;
    return { ...part, at };
  });
  return (
    <svg
      className="chart-stack"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
      aria-hidden={words === ''}
    >
      <Bar className="chart-ground" x={0.5} y={0.5} width={WIDTH - 1} height={HEIGHT - 1} />
      <Group left={0.5}>
        {placed
          .filter(({ count }) => count > 0)
          .map(({ filling, count, at }) => (
            <Bar
              key={filling}
              className={`chart-part ${filling}`}
              x={scale(at)}
              y={0.5}
              width={Math.max(1, scale(count))}
              height={HEIGHT - 1}
              fill={fillOf(filling)}
            />
          ))}
      </Group>
    </svg>
  );
}
