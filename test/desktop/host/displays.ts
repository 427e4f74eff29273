// The screens of the machine: one, or two side by side with STANDIN_DISPLAYS=2.
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const display = (number: number) => {
  const bounds: Place = { x: (number - 1) * 1920, y: 0, width: 1920, height: 1080 };
  const workArea: Place = { ...bounds, height: 1040 };
  const { width, height } = bounds;
  return {
    id: number,
    label: `Stand-in ${number}`,
    bounds,
    workArea,
    size: { width, height },
    workAreaSize: { width, height: workArea.height },
    scaleFactor: 1,
    rotation: 0,
    internal: number === 1,
  };
};
type Display = ReturnType<typeof display>;

const all: readonly Display[] = Array.from({ length: Number(process.env['STANDIN_DISPLAYS'] ?? 1) }, (_, at) =>
  display(at + 1),
);
const primary = all[0] ?? display(1);

const holds = ({ bounds }: Display, x: number, y: number): boolean =>
  x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
const at = (x: number, y: number): Display => all.find((each) => holds(each, x, y)) ?? primary;

export const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => primary,
    getAllDisplays: () => [...all],
    getDisplayMatching: (place: Place) => at(place.x + place.width / 2, place.y + place.height / 2),
    getDisplayNearestPoint: ({ x, y }: { readonly x: number; readonly y: number }) => at(x, y),
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  }),
);
