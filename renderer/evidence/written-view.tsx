// Everything that is text: as it is written, as Markdown or as a table; of what could run somewhere else, its source.
import { type ReactNode, useState } from 'react';
import { Choice } from '../parts/field.tsx';
import { Refused } from '../parts/notice.tsx';
import { useWords } from '../state/words.ts';
import type { Address } from './byte-source.ts';
import { CsvView } from './csv-view.tsx';
import { MarkdownView } from './markdown-view.tsx';
import { TextView } from './text-view.tsx';
import { useText } from './use-text.ts';
import { Waiting } from './waiting.tsx';

const READINGS = ['text', 'markdown', 'table'] as const;
type Reading = (typeof READINGS)[number];

/** How it is read at first. Bytes do not tell these apart, so the title may help: each of them is as harmless. */
function readingOf(type: string, title: string): Reading {
  if (type === 'text/markdown' || /\.(md|markdown)$/i.test(title)) return 'markdown';
  return type === 'text/csv' || type === 'text/tab-separated-values' || /\.(csv|tsv)$/i.test(title) ? 'table' : 'text';
}

/** A page, a drawing or a program elsewhere; here its source. */
const isSource = (type: string, first: string): boolean =>
  /html|xml|svg|script/.test(type) || /^\s*(<\?xml|<!doctype|<html|<svg|<script)/i.test(first.slice(0, 500));

export function WrittenView(props: {
  readonly address: Address;
  readonly type: string;
  readonly title: string;
}): ReactNode {
  const { address, type, title } = props;
  const { t } = useWords();
  const [reading, setReading] = useState(() => readingOf(type, title));
  const opened = useText(address);
  if (opened.is === 'coming') return <Waiting title={title} />;
  if (opened.is === 'lost') return <p>{t('viewer.lost')}</p>;
  if (opened.is === 'refused') return <Refused refusal={opened.refusal} />;
  const { text, first } = opened;
  const View = reading === 'markdown' ? MarkdownView : reading === 'table' ? CsvView : TextView;
  return (
    <div className="viewer">
      <div className="viewer-bar">
        <Choice
          hideLabel={true}
          label={t('viewer.as')}
          value={reading}
          options={READINGS.map((value) => ({ value, label: t(`viewer.as.${value}`) }))}
          onChange={setReading}
        />
      </div>
      {isSource(type, first) ? <p className="small soft viewer-note">{t('viewer.note.source')}</p> : null}
      {text.encoding === 'windows-1258' ? <p className="small soft viewer-note">{t('viewer.note.encoding')}</p> : null}
      <View text={text} first={first} title={title} />
    </div>
  );
}
