// Who said what on one criterion, after the count: those who differ first, with remarks and cited evidence.
import type { ReactNode } from 'react';
import { type Item, MARKS } from '../../shared/book/ballot.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import type { Place } from '../evidence/evidence-pane.tsx';
import { MarkWord } from '../parts/mark-word.tsx';
import { useWords } from '../state/words.ts';
import { CitesList } from './cites-list.tsx';
import type { Sheet } from './matrix-row.tsx';

export type SaidProps = {
  readonly criterion: string;
  readonly sheets: readonly Sheet[];
  readonly evidence: readonly EvidenceView[];
  readonly nameOf: (seat: string) => string;
  readonly onPlace: (place: Place) => void;
};

const textsOf = (item: Item): readonly string[] =>
  [item.reason, item.remark].flatMap((text) => ((text ?? '').trim() === '' || text === undefined ? [] : [text]));

export function SaidList({ criterion, sheets, evidence, nameOf, onPlace }: SaidProps): ReactNode {
  const { t } = useWords();
  const marked = sheets.flatMap((sheet) => {
    const item = sheet.valid ? sheet.items[criterion] : undefined;
    return item === undefined ? [] : [{ seat: sheet.seat, item }];
  });
  // The smaller side first: it is the one that has to be heard.
  const sides = MARKS.map((mark) => ({ mark, said: marked.filter(({ item }) => item.mark === mark) }))
    .filter(({ said }) => said.length > 0)
    .sort((a, b) => a.said.length - b.said.length);
  if (sides.length === 0) return <p className="soft">{t('matrix.said.nobody')}</p>;
  return (
    <div className="said">
      {sides.map(({ mark, said }) => {
        const silent = said.filter(({ item }) => textsOf(item).length === 0 && (item.cites?.length ?? 0) === 0);
        const spoke = said.filter((each) => !silent.includes(each));
        return (
          <section key={mark} aria-label={t(`mark.${mark}`)}>
            <h4>
              <MarkWord mark={mark} /> <span className="soft">{said.length}</span>
            </h4>
            <ul className="stack tight">
              {spoke.map(({ seat, item }) => (
                <li key={seat}>
                  <p className="strong small">{nameOf(seat)}</p>
                  {textsOf(item).map((text) => (
                    <p key={text} className="prose">
                      {text}
                    </p>
                  ))}
                  {item.cites === undefined || item.cites.length === 0 ? null : (
                    <CitesList cites={item.cites} evidence={evidence} onOpen={onPlace} />
                  )}
                </li>
              ))}
            </ul>
            {silent.length === 0 ? null : (
              <p className="small soft">
                {t('matrix.said.silent', { names: silent.map(({ seat }) => nameOf(seat)).join(', ') })}
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}
