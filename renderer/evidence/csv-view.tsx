// A CSV as a table: the first rows, more when they are asked for; formulas are text here.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../state/words.ts';
import { type ReadRows, readRows, separatorOf } from './csv-rows.ts';
import { PlainTable } from './plain-table.tsx';
import type { TextSource } from './text-stretch.ts';

/** Rows that one asking adds. */
const STEP = 200;
/** More rows make the page slow; the file is then for another program. */
const MOST_ROWS = 20_000;

type Read = ReadRows & { readonly stretches: number };

export function CsvView(props: {
  readonly text: TextSource;
  readonly first: string;
  readonly title: string;
}): ReactNode {
  const { text, first, title } = props;
  const { t } = useWords();
  const [read, setRead] = useState<Read>({ rows: [], rest: '', stretches: 0 });
  const [most, setMost] = useState(STEP);
  const [isComing, setComing] = useState(false);
  const [isLost, setLost] = useState(false);
  const separator = separatorOf(first);
  const isHere = useRef<boolean>(true);
  useEffect(() => {
    setMost(STEP);
    setRead({ ...readRows(first, separator, text.stretches === 1), stretches: 1 });
  }, [first, separator, text]);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const isWhole = read.stretches >= text.stretches;
  const more = async (): Promise<void> => {
    const next = most + STEP;
    setMost(next);
    if (isWhole || read.rows.length >= next) return;
    setComing(true);
    const came = await text.read(read.stretches).catch(() => undefined);
    if (!isHere.current) return;
    setComing(false);
    setLost(came === undefined);
    if (came === undefined) return;
    const stretches = read.stretches + 1;
    const add = readRows(read.rest + came, separator, stretches >= text.stretches);
    setRead({ rows: [...read.rows, ...add.rows], rest: add.rest, stretches });
  };
  const canMore = most < MOST_ROWS && (read.rows.length > most || !isWhole);
  return (
    <>
      <p className="small soft viewer-note">{t('viewer.note.csv')}</p>
      {isLost ? <p>{t('viewer.lost')}</p> : null}
      <PlainTable
        rows={read.rows.slice(0, most)}
        title={title}
        {...(isWhole ? { total: read.rows.length } : {})}
        onMore={canMore ? () => void more() : undefined}
        isComing={isComing}
      />
    </>
  );
}
