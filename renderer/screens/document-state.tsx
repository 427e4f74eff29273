// The state of the document in words a lawyer accepts: what it carries, what that proves, what is missing for the next level.
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf, useSession } from '../state/session.ts';
import { FIELDS, signedBy } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';
import { useSigners } from './use-signers.ts';

/** One sentence: how many of how many signatures, whose comes next, and what was not checked. */
export function DocumentState(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const signers = useSigners();
  const { file } = session.minutes;
  const done = FIELDS.filter((field) => signedBy(session, field) !== undefined).length;
  const state = file === undefined ? 'draft' : done === 0 ? 'sealed' : done === 1 ? 'one' : 'two';
  const next = signers.find(({ signed }) => signed === undefined);
  return (
    <Notice tone={state === 'two' ? 'done' : 'note'}>
      <p className="strong">{t(`signing.state.${state}`, { name: nameOf(session, next?.seat) })}</p>
      {state === 'one' || state === 'two' ? <p>{t('signing.state.unchecked')}</p> : null}
      {session.kind === 'rehearsal' ? <p>{t('signing.state.rehearsal')}</p> : null}
    </Notice>
  );
}

/** Levels of an electronic signature by ETSI EN 319 142-1: what is reached, what is not, and what it would take. */
export function DocumentLevels(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { file } = session.minutes;
  const done = FIELDS.filter((field) => signedBy(session, field) !== undefined).length;
  const rows = [
    { level: 'sealed', is: file !== undefined },
    { level: 'basic', is: done === FIELDS.length },
    { level: 'time', is: false },
    { level: 'long', is: false },
  ] as const;
  return (
    <ul className="levels">
      {rows.map(({ level, is }) => (
        <li key={level} className={is ? 'is' : 'not'}>
          <Icon name={is ? 'done' : 'none'} />
          <span className="strong">{t(`signing.level.${level}`)}</span>
          <span className={is ? undefined : 'soft'}>
            {is
              ? t(`signing.level.${level}.is`)
              : level === 'basic'
                ? t('signing.level.basic.not', { done, all: FIELDS.length })
                : t(`signing.level.${level}.not`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
