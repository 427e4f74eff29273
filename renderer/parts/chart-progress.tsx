// How many criteria a seat has marked, as a bar with its quarters; never which mark.
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { ReactNode } from 'react';

const HEIGHT = 14;

/** The same numbers stand beside it in words. */
export function ChartProgress(props: {
  readonly done: number;
  readonly all: number;
  readonly isIn: boolean;
}): ReactNode {
  const { done, all, isIn } = props;
  const scale = scaleLinear<number>({ domain: [0, Math.max(1, all)], range: [0, 100] });
  const share = (count: number): string => `${scale(count)}%`;
  return (
    <svg className="chart-progress" height={HEIGHT} aria-hidden="true">
      <Bar className="chart-ground" y={0.5} width="100%" height={HEIGHT - 1} />
      <Group>
        <Bar
          className={isIn ? 'chart-in' : 'chart-going'}
          y={0.5}
          width={share(isIn ? all : Math.min(done, all))}
          height={HEIGHT - 1}
        />
        {[1, 2, 3].map((quarter) => (
          <Bar
            key={quarter}
            className="chart-tick"
            x={share((all * quarter) / 4)}
            y={HEIGHT - 4}
            width={1}
            height={3.5}
          />
        ))}
      </Group>
    </svg>
  );
}
