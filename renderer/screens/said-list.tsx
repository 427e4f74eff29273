// Who said what on one criterion, after the count: the smaller side first, with remarks and cited evidence.
import type { ReactNode } from 'react';
import { type Item, MARKS } from '../../shared/book/ballot.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import type { Place } from '../evidence/cite-words.ts';
import { MarkWord } from '../parts/mark-word.tsx';
import { useWords } from '../state/words.ts';
import { CitesList } from './cites-list.tsx';
import type { Sheet } from './sheet-columns.ts';

export type SaidProps = {
  readonly criterion: string;
  readonly sheets: readonly Sheet[];
  /** With points: the sides are those that reach it and those that do not. */
  readonly passMark: number | undefined;
  readonly evidence: readonly EvidenceView[];
  readonly onPlace: (place: Place) => void;
};

type Marked = { readonly sheet: Sheet; readonly item: Item };
type Side = { readonly id: string; readonly words: ReactNode; readonly name: string; readonly said: readonly Marked[] };

const textsOf = (item: Item): readonly string[] =>
  [item.reason, item.remark].flatMap((text) => ((text ?? '').trim() === '' || text === undefined ? [] : [text]));

const isSilent = ({ item }: Marked): boolean =>
  item.mark !== 'scored' && item.change === undefined && textsOf(item).length === 0 && (item.cites?.length ?? 0) === 0;

export function SaidList({ criterion, sheets, passMark = 0, evidence, onPlace }: SaidProps): ReactNode {
  const { t } = useWords();
  const marked = sheets.flatMap((sheet): Marked[] => {
    const item = sheet.valid ? sheet.items[criterion] : undefined;
    return item === undefined ? [] : [{ sheet, item }];
  });
  const counted = marked.filter(({ sheet }) => !sheet.isReference);
  const written = marked.filter(({ sheet }) => sheet.isReference);
  const low = counted.filter(({ item }) => item.mark === 'scored' && (item.points ?? 0) < passMark);
  const high = counted.filter(({ item }) => item.mark === 'scored' && (item.points ?? 0) >= passMark);
  const all: readonly Side[] = [
    ...MARKS.filter((mark) => mark !== 'scored').map((mark) => ({
      id: mark,
      name: t(`mark.${mark}`),
      words: <MarkWord mark={mark} />,
      said: counted.filter(({ item }) => item.mark === mark),
    })),
    { id: 'low', name: t('results.below', { passMark }), words: t('results.below', { passMark }), said: low },
    { id: 'high', name: t('results.reached', { passMark }), words: t('results.reached', { passMark }), said: high },
  ];
  // The smaller side first: it is the one that has to be heard.
  const sides = all.filter(({ said }) => said.length > 0).sort((a, b) => a.said.length - b.said.length);
  if (sides.length === 0 && written.length === 0) return <p className="soft">{t('matrix.said.nobody')}</p>;
  return (
    <div className="said">
      {sides.map(({ id, name, words, said }) => (
        <section key={id} aria-label={name}>
          <h4>
            {words} <span className="soft">{said.length}</span>
          </h4>
          <Voices said={said} evidence={evidence} onPlace={onPlace} />
        </section>
      ))}
      {written.length === 0 ? null : (
        <section aria-label={t('results.opinions')}>
          <h4>{t('results.opinions')}</h4>
          <p className="soft small">{t('results.opinions.words')}</p>
          <ul className="stack tight">
            {written.map(({ sheet, item }) => (
              <li key={sheet.id}>
                <p className="strong small">{sheet.name}</p>
                <MarkOf item={item} />
                {textsOf(item).map((text) => (
                  <p key={text} className="prose">
                    {text}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function MarkOf({ item }: { readonly item: Item }): ReactNode {
  const { t } = useWords();
  return item.mark === 'scored' ? (
    <p>{t('results.points', { points: item.points ?? 0 })}</p>
  ) : (
    <MarkWord mark={item.mark} />
  );
}

function Voices(props: {
  readonly said: readonly Marked[];
  readonly evidence: readonly EvidenceView[];
  readonly onPlace: (place: Place) => void;
}): ReactNode {
  const { t } = useWords();
  const silent = props.said.filter(isSilent);
  const spoke = props.said
    .filter((each) => !isSilent(each))
    .sort((a, b) => (a.item.points ?? 0) - (b.item.points ?? 0));
  return (
    <>
      <ul className="stack tight">
        {spoke.map(({ sheet, item }) => (
          <li key={sheet.id}>
            <p className="strong small">
              {sheet.name}
              {item.mark === 'scored' ? `: ${t('results.points', { points: item.points ?? 0 })}` : ''}
            </p>
            {item.change === undefined ? null : (
              <p className="prose">
                <span className="soft">{t('results.changed')}</span> {item.change}
              </p>
            )}
            {textsOf(item).map((text) => (
              <p key={text} className="prose">
                {text}
              </p>
            ))}
            {item.cites === undefined || item.cites.length === 0 ? null : (
              <CitesList cites={item.cites} evidence={props.evidence} onOpen={props.onPlace} />
            )}
          </li>
        ))}
      </ul>
      {silent.length === 0 ? null : (
        <p className="small soft">
          {t('matrix.said.silent', { names: silent.map(({ sheet }) => sheet.name).join(', ') })}
        </p>
      )}
    </>
  );
}
