// How many criteria a seat has marked, as a bar with its quarters; never which mark.
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import type { ReactNode } from 'react';

const WIDTH = 200;
const HEIGHT = 14;

/** The same numbers stand beside it in words. */
export function ChartProgress(props: {
  readonly done: number;
  readonly all: number;
  readonly isIn: boolean;
}): ReactNode {
  const { done, all, isIn } = props;
  const scale = scaleLinear<number>({ domain: [0, Math.max(1, all)], range: [0, WIDTH - 1] });
  return (
    <svg className="chart-progress" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <Bar className="chart-ground" x={0.5} y={0.5} width={WIDTH - 1} height={HEIGHT - 1} />
      <Group left={0.5}>
        <Bar
          className={isIn ? 'chart-in' : 'chart-going'}
          x={0}
          y={0.5}
          width={scale(isIn ? all : Math.min(done, all))}
          height={HEIGHT - 1}
        />
        {[1, 2, 3].map((quarter) => (
          <Line
            key={quarter}
            className="chart-tick"
            from={{ x: scale((all * quarter) / 4), y: HEIGHT - 4 }}
            to={{ x: scale((all * quarter) / 4), y: HEIGHT - 0.5 }}
          />
        ))}
      </Group>
    </svg>
  );
}
