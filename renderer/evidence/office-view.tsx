// What a workbook or a word file says, without its looks: the recording device reads it, this page draws rows and paragraphs.
import { Fragment, type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { PlainBlock, PlainPart } from '../../shared/contract/evidence-methods.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Refused } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useWords } from '../state/words.ts';
import { PlainTable } from './plain-table.tsx';
import { Waiting } from './waiting.tsx';

/** Two stretches of one sheet, or of one text, as one. */
function joined(before: PlainPart | undefined, came: PlainPart): PlainPart {
  if (before === undefined || came.from === 0) return came;
  if (before.of === 'sheet' && came.of === 'sheet')
    return before.part === came.part ? { ...came, from: 0, rows: [...before.rows, ...came.rows] } : came;
  if (before.of === 'blocks' && came.of === 'blocks')
    return { ...came, from: 0, blocks: [...before.blocks, ...came.blocks] };
  return came;
}

export function OfficeView(props: {
  readonly book: string;
  readonly sha256: string;
  readonly title: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Stands below a refusal. */
  readonly otherwise: ReactNode;
}): ReactNode {
  const { book, sha256, title, page, onPage, otherwise } = props;
  const { client } = useHouse();
  const { t } = useWords();
  const [plain, setPlain] = useState<PlainPart | undefined>(undefined);
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const [isComing, setComing] = useState(true);
  const ask = useCallback(
    async (from: number, isHere: () => boolean): Promise<void> => {
      setComing(true);
      const answer = await client.call('evidence.plain', { book, sha256, part: Math.max(1, page), from });
      if (!isHere()) return;
      setComing(false);
      if (!answer.ok) return setRefusal(answer.refusal);
      setRefusal(undefined);
      setPlain((now) => joined(from === 0 ? undefined : now, answer.value));
    },
    [client, book, sha256, page],
  );
  useEffect(() => {
    let isHere = true;
    setPlain(undefined);
    void ask(0, () => isHere);
    return () => {
      isHere = false;
    };
  }, [ask]);
  if (refusal !== undefined)
    return (
      <div className="viewer">
        <Refused refusal={refusal} />
        {otherwise}
      </div>
    );
  if (plain === undefined) return <Waiting title={title} />;
  const shown = plain.of === 'sheet' ? plain.rows.length : plain.blocks.length;
  const more = shown < plain.total ? () => void ask(shown, () => true) : undefined;
  return (
    <div className="viewer">
      {plain.of === 'sheet' ? (
        <div className="viewer-bar">
          <Choice
            label={t('viewer.sheet')}
            value={`${plain.part}`}
            options={plain.sheets.map((name, at) => ({ value: `${at + 1}`, label: `${at + 1}. ${name}` }))}
            onChange={(part) => onPage(Number(part))}
          />
        </div>
      ) : null}
      <p className="small soft viewer-note">{t(plain.of === 'sheet' ? 'viewer.note.sheet' : 'viewer.note.document')}</p>
      {plain.of === 'sheet' ? (
        <PlainTable rows={plain.rows} title={title} total={plain.total} onMore={more} isComing={isComing} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="viewer-box" tabIndex={0} aria-label={title}>
          <div className="viewer-prose">
            {plain.blocks.length === 0 ? <p className="soft">{t('viewer.document.empty')}</p> : null}
            {plain.blocks.map((block, at) => {
              // Blocks are only added at the end.
              const key = `${at}`;
              return (
                <Fragment key={key}>
                  <PlainBlockView block={block} />
                </Fragment>
              );
            })}
            {more === undefined ? null : (
              <Button small={true} isDisabled={isComing} onPress={more}>
                {t('viewer.document.more')}
              </Button>
            )}
          </div>
        </section>
      )}
    </div>
  );
}

function PlainBlockView({ block }: { readonly block: PlainBlock }): ReactNode {
  switch (block.is) {
    case 'heading': {
      const Heading = block.level <= 1 ? 'h4' : block.level === 2 ? 'h5' : 'h6';
      return <Heading>{block.text}</Heading>;
    }
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'item':
      return (
        <p className="viewer-item" style={{ marginInlineStart: `${1 + Math.min(8, block.depth) * 1.25}rem` }}>
          {block.text}
        </p>
      );
    case 'table':
      return (
        <table className="viewer-table">
          <tbody>
            {block.rows.map((row, at) => {
              const key = `${at}`;
              return (
                <tr key={key}>
                  {row.map((cell, column) => {
                    const cellKey = `${column}`;
                    return <td key={cellKey}>{cell}</td>;
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      );
  }
}
