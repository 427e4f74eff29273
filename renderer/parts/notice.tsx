// Says how something stands, where it arose: a note, a warning, a refusal with its code, an act under way.
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { Act } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';
import { Icon } from './icon.tsx';

export type Tone = 'note' | 'warn' | 'stop' | 'done';

export function Notice({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return (
    <div className={`notice ${tone}`} role={tone === 'stop' ? 'alert' : 'status'}>
      <Icon name={tone} />
      {children}
    </div>
  );
}

/** A refusal as a sentence; the code stands small, for support. */
export function Refused({ refusal }: { readonly refusal: Refusal }): ReactNode {
  const { t, say } = useWords();
  return (
    <Notice tone="stop">
      <p>{say(refusal)}</p>
      <small className="soft">{t('app.code', { code: refusal.code })}</small>
    </Notice>
  );
}

/** What came of an act: under way in words, or why not. */
export function ActWords({ act, doing }: { readonly act: Act; readonly doing: string }): ReactNode {
  const { t } = useWords();
  if (act.refused !== undefined) return <Refused refusal={act.refused} />;
  return (
    <p className="soft small" role="status">
      {act.isBusy ? t('state.working', { what: doing }) : ''}
    </p>
  );
}
