// The sheet a screen is printed on: one heading, its sections, and what to say while a view is on its way.
import { type ReactNode, useId } from 'react';
import type { Result } from '../../shared/base/result.ts';
import { useWords } from '../state/words.ts';
import { Refused } from './notice.tsx';

export function Page(props: {
  readonly title: string;
  readonly words?: string;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={props.narrow === true ? 'page narrow' : 'page'}>
      <div className="stack tight">
        <h1>{props.title}</h1>
        {props.words === undefined ? null : <p className="soft">{props.words}</p>}
      </div>
      {props.children}
    </div>
  );
}

export function Section(props: {
  readonly title: string;
  readonly words?: string;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="row">
        <h2 id={id}>{props.title}</h2>
        {props.side}
      </div>
      {props.words === undefined ? null : <p className="soft small">{props.words}</p>}
      {props.children}
    </section>
  );
}

/** Waits in words, shows a refusal, or hands the value on. */
export function Shown<T>(props: {
  readonly of: Result<T> | undefined;
  /** What is being waited for, in words. */
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  const { t } = useWords();
  if (props.of === undefined)
    return (
      <p className="soft" role="status">
        {t('state.waiting', { what: props.what })}
      </p>
    );
  return props.of.ok ? props.children(props.of.value) : <Refused refusal={props.of.refusal} />;
}

export function Tag(props: {
  readonly tone?: 'warn' | 'stop';
  readonly title?: string;
  readonly children: string;
}): ReactNode {
  return (
    <span className={`tag ${props.tone ?? ''}`} title={props.title}>
      {props.children}
    </span>
  );
}

export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }): ReactNode {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <Pair key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
