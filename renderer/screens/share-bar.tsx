// A small picture of a whole and its parts: a bar with the numbers in it, a mark where the rule draws its line, words below.
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../parts/icon.tsx';

export type SharePart = {
  readonly id: string;
  readonly words: string;
  readonly count: number;
  readonly tone: 'met' | 'fail' | 'aside' | 'open';
  readonly sign: IconName;
};

/** @param line where the rule draws its line, 0 to 1 of the whole, with its words */
export function ShareBar(props: {
  readonly label: string;
  readonly parts: readonly SharePart[];
  readonly line?: { readonly at: number; readonly words: string };
}): ReactNode {
  const { label, parts, line } = props;
  const there = parts.filter(({ count }) => count > 0);
  const words = parts.map(({ words: name, count }) => `${name}: ${count}`).join('; ');
  return (
    <div className="share">
      <div className="share-bar" role="img" aria-label={`${label}. ${words}${line ? `. ${line.words}` : ''}`}>
        {there.map(({ id, count, tone, sign }) => (
          <span key={id} className={`share-part ${tone}`} style={{ flexGrow: count }}>
            <Icon name={sign} />
            {count}
          </span>
        ))}
        {line === undefined ? null : <span className="share-line" style={{ left: `${line.at * 100}%` }} />}
      </div>
      <ul className="share-words small" aria-hidden="true">
        {parts.map(({ id, words: name, count, tone, sign }) => (
          <li key={id} className={tone}>
            <Icon name={sign} /> {name}: <span className="strong">{count}</span>
          </li>
        ))}
        {line === undefined ? null : (
          <li className="soft">
            <span className="share-key" /> {line.words}
          </li>
        )}
      </ul>
    </div>
  );
}
