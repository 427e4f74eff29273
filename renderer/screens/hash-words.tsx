// A hash in groups of four: wraps well, and can be read aloud and compared group by group.
import { Fragment, type ReactNode } from 'react';

const GROUP = 4;

/** @param length first so many digits; the whole where it is left out */
export function HashWords({ hash, length }: { readonly hash: string; readonly length?: number }): ReactNode {
  const shown = hash.slice(0, length);
  const groups = shown.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
  return (
    <span className="hash groups">
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one hash never change their places
        <Fragment key={`${at} ${group}`}>
          {at === 0 ? '' : ' '}
          <span>{group}</span>
        </Fragment>
      ))}
      {shown.length < hash.length ? '…' : ''}
    </span>
  );
}
