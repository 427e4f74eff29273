// The state of the document in words a lawyer accepts: what it carries, what that proves, what is missing for the next level.
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { nameOf, useSession } from '../state/session.ts';
import { fieldsOf, isReport, signedBy } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';
import { useSigners } from './use-signers.ts';

function stateOf(isSealed: boolean, done: number, all: number) {
  if (!isSealed) return 'draft';
  if (done === 0) return all === 1 ? 'unsigned' : 'sealed';
  if (done < all) return 'one';
  return all === 1 ? 'only' : 'two';
}

/** One sentence: how many of how many signatures, whose comes next, and what was not checked. */
export function DocumentState(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const signers = useSigners();
  const all = signers.length;
  const done = signers.filter(({ signed }) => signed !== undefined).length;
  const state = stateOf(session.minutes.file !== undefined, done, all);
  const next = signers.find(({ signed }) => signed === undefined);
  return (
    <Notice tone={state === 'two' || state === 'only' ? 'done' : 'note'}>
      <p className="strong">{t(`signing.state.${state}`, { name: nameOf(session, next?.seat) })}</p>
      {done > 0 ? <p>{t('signing.state.unchecked')}</p> : null}
      {session.kind === 'rehearsal' ? <p>{t('signing.state.rehearsal')}</p> : null}
    </Notice>
  );
}

/** Levels of an electronic signature by ETSI EN 319 142-1: what is reached, what is not, and what it would take. */
export function DocumentLevels(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { file } = session.minutes;
  const fields = fieldsOf(session);
  const done = fields.filter((field) => signedBy(session, field) !== undefined).length;
  const rows = [
    { level: 'sealed', is: file !== undefined },
    { level: 'basic', is: done === fields.length },
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
              ? t(level === 'basic' && isReport(session) ? 'signing.level.basic.is.unit' : `signing.level.${level}.is`)
              : level === 'basic'
                ? t('signing.level.basic.not', { done, all: fields.length })
                : t(`signing.level.${level}.not`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
