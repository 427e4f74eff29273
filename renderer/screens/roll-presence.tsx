// One member's presence as five buttons, one stop of the keyboard: arrows walk, a letter marks and goes on to the next member.
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { PRESENCES, type Presence } from '../../shared/book/meeting-rulings.ts';
import type { SeatView } from '../../shared/contract/views.ts';
import { Refused } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useAct } from '../state/use-act.ts';
import { useChosen, useWords } from '../state/words.ts';

/** To the button at that place in another row of the roll; the first and last rows stay. */
function focusIn(group: Element, rows: number, at: number): void {
  const groups = [...document.querySelectorAll('.presences')];
  const next = groups[groups.indexOf(group) + rows] ?? (rows === 0 ? group : undefined);
  next?.querySelectorAll('button')[at]?.focus();
}

export function PresenceButtons({ seat }: { readonly seat: SeatView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const { settings } = useChosen();
  const act = useAct();
  const now = (PRESENCES as readonly string[]).indexOf(seat.presence);
  /** Where Tab comes in: what is marked, or the first. */
  const [stop, setStop] = useState<number | undefined>(undefined);
  const at = stop ?? Math.max(0, now);
  const mark = (presence: Presence): void => {
    // What is marked already is not written into the book again.
    if (presence !== seat.presence)
      void act.run(() => client.call('attendance.mark', { book: session.book, seat: seat.seat, presence, note: '' }));
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const group = event.currentTarget;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowRight: () => focusIn(group, 0, Math.min(PRESENCES.length - 1, at + 1)),
      ArrowLeft: () => focusIn(group, 0, Math.max(0, at - 1)),
      ArrowDown: () => focusIn(group, 1, at),
      ArrowUp: () => focusIn(group, -1, at),
    };
    const letter = settings.singleKeys
      ? PRESENCES.find((presence) => t(`presence.key.${presence}`).toLowerCase() === event.key.toLowerCase())
      : undefined;
    const step = steps[event.key];
    if (step === undefined && letter === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    step?.();
    if (letter === undefined) return;
    mark(letter);
    focusIn(group, 1, 0);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not lie in the cell */}
      <div
        className="presences"
        role="group"
        aria-label={t('attendance.presence.of', { name: seat.name })}
        onKeyDown={press}
        onBlur={() => setStop(undefined)}
      >
        {PRESENCES.map((presence, index) => (
          <button
            key={presence}
            type="button"
            className="presence"
            aria-pressed={presence === seat.presence}
            aria-label={t(`presence.${presence}`)}
            title={t(`presence.${presence}`)}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => setStop(index)}
            onClick={() => mark(presence)}
          >
            {t(`presence.short.${presence}`)}
          </button>
        ))}
      </div>
      {act.refused === undefined ? null : <Refused refusal={act.refused} />}
    </>
  );
}

/** The letters in one line above the roll; nothing where single keys are switched off. */
export function PresenceKeys(): ReactNode {
  const { t } = useWords();
  const { settings } = useChosen();
  return (
    <p className="soft small presence-keys">
      {settings.singleKeys
        ? PRESENCES.map((presence) => (
            <span key={presence}>
              <kbd>{t(`presence.key.${presence}`)}</kbd> {t(`presence.short.${presence}`)}
            </span>
          ))
        : null}
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('roll.keys.rows')}
      </span>
    </p>
  );
}
