// The content of the minutes as a page of text: prose runs on, every fact is a locked chip that shows where it comes from.
import { Fragment, type ReactNode, useMemo, useState } from 'react';
import type { ChangedSentence } from '../../shared/minutes/changes.ts';
import type { Minutes, Paragraph } from '../../shared/minutes/content.ts';
import { useWords } from '../state/words.ts';
import { type Fact, FactSource } from './fact-source.tsx';

/** Which fact is looked at: the paragraph, and the place of the part in it. */
type Place = { readonly paragraph: string; readonly at: number };

export function MinutesContent(props: {
  readonly minutes: Minutes;
  readonly changes: readonly ChangedSentence[];
}): ReactNode {
  const { minutes, changes } = props;
  const { t } = useWords();
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const changed = useMemo(() => new Map(changes.map((change) => [change.id, change])), [changes]);
  const sentence = (paragraph: Paragraph): ReactNode => {
    const open = place?.paragraph === paragraph.id ? place.at : undefined;
    return (
      <Sentence
        key={paragraph.id}
        paragraph={paragraph}
        change={changed.get(paragraph.id)}
        open={open}
        onFact={(at) => setPlace(at === open || at === undefined ? undefined : { paragraph: paragraph.id, at })}
      />
    );
  };
  return (
    <article className="paper-text" lang="vi" aria-label={t('minutes.content')}>
      <header className="paper-head">
        <p>
          {minutes.superior === '' ? null : (
            <>
              {minutes.superior}
              <br />
            </>
          )}
          <span className="strong">{minutes.council}</span>
          <br />
          {minutes.number}
        </p>
        <p>
          <span className="strong">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</span>
          <br />
          <span className="strong">Độc lập - Tự do - Hạnh phúc</span>
        </p>
      </header>
      <p className="paper-title">{minutes.title}</p>
      <p className="paper-subject">{minutes.subject}</p>
      {minutes.fields.map((field) => (
        <div key={field.id} className="paper-field">
          <p className="strong">{field.label}</p>
          {field.paragraphs.map(sentence)}
        </div>
      ))}
      {sentence(minutes.closing)}
      <div className="paper-signers">
        {minutes.signatories.map(({ field, title, role, name }) => (
          <p key={field}>
            <span className="strong">{title}</span>
            <br />
            {role}
            <br />
            <span className="strong">{name}</span>
          </p>
        ))}
      </div>
      <ul className="soft small">
        {minutes.appendices.map((appendix) => (
          <li key={appendix.number}>{t('minutes.appendix', { number: appendix.number, title: appendix.title })}</li>
        ))}
      </ul>
    </article>
  );
}

function Sentence(props: {
  readonly paragraph: Paragraph;
  readonly change: ChangedSentence | undefined;
  readonly open: number | undefined;
  readonly onFact: (at: number | undefined) => void;
}): ReactNode {
  const { paragraph, change, open, onFact } = props;
  const { t } = useWords();
  const part = open === undefined ? undefined : paragraph.parts[open];
  const looks = [paragraph.heading === true ? 'strong' : 'prose', change === undefined ? '' : 'changed'];
  return (
    <>
      <p className={looks.filter(Boolean).join(' ')} id={`sentence-${paragraph.id}`} tabIndex={-1}>
        {paragraph.parts.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the sentence
          <Fragment key={at}>
            {typeof each === 'string' ? each : <FactChip fact={each} isOpen={at === open} onPress={() => onFact(at)} />}
          </Fragment>
        ))}
        {change === undefined ? null : <span className="tag warn">{t('minutes.changed')}</span>}
      </p>
      {part === undefined || typeof part === 'string' ? null : (
        <FactSource fact={part} change={change} onClose={() => onFact(undefined)} />
      )}
    </>
  );
}

function FactChip(props: { readonly fact: Fact; readonly isOpen: boolean; readonly onPress: () => void }): ReactNode {
  const { fact, isOpen, onPress } = props;
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot break over lines inside a sentence
    <span
      role="button"
      tabIndex={0}
      className="fact"
      aria-expanded={isOpen}
      aria-label={t('minutes.fact', { value: fact.value })}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) onPress();
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPress();
      }}
    >
      {fact.value}
    </span>
  );
}
