// The evidence of a platform as a list: narrowed by words, put in order, each file and each earlier revision to be opened.
import { type ReactNode, useDeferredValue, useState } from 'react';
import { foldText, holdsWords, searchWords } from '../../shared/base/search-text.ts';
import type { EvidenceView } from '../../shared/contract/views.ts';
import type { ScreenKey } from '../../shared/lang/screens-vi.ts';
import { BlobView, type Shown } from '../evidence/blob-view.tsx';
import { Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { useSession } from '../state/session.ts';
import { useTypeWords } from '../state/type-words.ts';
import { useWords } from '../state/words.ts';

const KINDS: Readonly<Record<string, ScreenKey & `kind.${string}`>> = {
  'agency-dossier': 'kind.agency-dossier',
  'enterprise-dossier': 'kind.enterprise-dossier',
  survey: 'kind.survey',
  'test-result': 'kind.test-result',
  'public-data': 'kind.public-data',
};

type Column = 'number' | 'title' | 'kind' | 'supplier' | 'date' | 'label' | 'size' | 'criteria';
const HEADS = [
  ['number', 'new.member.number'],
  ['title', 'evidence.name'],
  ['kind', 'evidence.kind'],
  ['supplier', 'evidence.supplier'],
  ['date', 'evidence.date'],
  ['label', 'evidence.label'],
  ['size', 'intake.type.size'],
  ['criteria', 'evidence.criteria'],
] as const satisfies readonly (readonly [Column, ScreenKey])[];
/** Fewer are seen at a glance. */
const MANY = 8;

type Row = {
  readonly item: EvidenceView;
  readonly kind: string;
  readonly label: string;
  readonly type: string;
  readonly criteria: string;
  readonly folded: string;
};
type Order = { readonly by: Column; readonly isDown: boolean };

const sortValue = ({ item, kind, label, criteria }: Row, by: Column): string | number =>
  by === 'kind' ? kind : by === 'label' ? label : by === 'criteria' ? criteria : item[by];

function inOrder(rows: readonly Row[], { by, isDown }: Order, language: string): readonly Row[] {
  const names = new Intl.Collator(language, { numeric: true });
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [sortValue(a, by), sortValue(b, by)];
    const found = typeof x === 'number' && typeof y === 'number' ? x - y : names.compare(String(x), String(y));
    return (isDown ? -found : found) || a.item.number - b.item.number;
  };
  return [...rows].sort(compare);
}

export function EvidenceTable({ evidence }: { readonly evidence: readonly EvidenceView[] }): ReactNode {
  const { t, language } = useWords();
  const { book } = useSession();
  const typeWords = useTypeWords();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const [order, setOrder] = useState<Order>({ by: 'number', isDown: false });
  const [shown, setShown] = useState<(Shown & { readonly name: string }) | undefined>(undefined);
  const [page, setPage] = useState(1);
  if (evidence.length === 0) return <p className="soft">{t('evidence.none')}</p>;
  const rows = evidence.map((item): Row => {
    const known = KINDS[item.kind];
    const words = {
      kind: known === undefined ? item.kind : t(known),
      label: t(`label.${item.label}`),
      type: typeWords(item.mediaType),
      criteria: item.criteria.length === 0 ? t('evidence.criteria.all') : item.criteria.join(', '),
    };
    const text = [item.number, item.title, item.supplier, ...Object.values(words), ...item.earlier.map((e) => e.title)];
    return { item, ...words, folded: foldText(text.join(' ')) };
  });
  const searched = searchWords(wanted);
  const found = inOrder(
    rows.filter(({ folded }) => holdsWords(folded, searched)),
    order,
    language,
  );
  const open = (one: Shown, name: string): void => {
    setPage(1);
    setShown({ ...one, name });
  };
  return (
    <div className="stack tight">
      {evidence.length < MANY ? null : (
        <div className="row bottom">
          <TextLine label={t('intake.filter')} value={typed} onChange={setTyped} />
          <span className="soft small" role="status">
            {t('intake.filtered', { count: found.length, all: evidence.length })}
          </span>
        </div>
      )}
      <div className={evidence.length > 20 ? 'wide tall' : 'wide'}>
        <table className="evidence-table">
          <thead>
            <tr>
              {HEADS.map(([by, head]) => (
                <Head key={by} by={by} words={t(head)} order={order} onOrder={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <Item key={row.item.evidence} row={row} onOpen={open} />
            ))}
          </tbody>
        </table>
      </div>
      {shown === undefined ? null : (
        <section className="evidence-shown" aria-label={shown.name}>
          <div className="row">
            <p className="strong breaks">{shown.name}</p>
            <Button kind="quiet" small={true} onPress={() => setShown(undefined)}>
              {t('app.close')}
            </Button>
          </div>
          <BlobView book={book} shown={shown} page={page} onPage={setPage} />
        </section>
      )}
    </div>
  );
}

function Head(props: {
  readonly by: Column;
  readonly words: string;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}): ReactNode {
  const { by, words, order, onOrder } = props;
  const isBy = order.by === by;
  return (
    <th scope="col" className={by} aria-sort={isBy ? (order.isDown ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="sort" onClick={() => onOrder({ by, isDown: isBy && !order.isDown })}>
        {words}
        <span aria-hidden="true">{isBy ? (order.isDown ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

function Item({ row, onOpen }: { readonly row: Row; readonly onOpen: (one: Shown, name: string) => void }): ReactNode {
  const { t, day, size } = useWords();
  const { item } = row;
  const { number, title, earlier } = item;
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">
        <button
          type="button"
          className="link"
          aria-label={t('intake.open', { number, title })}
          onClick={() => onOpen(item, `${number}. ${title}`)}
        >
          {title}
        </button>
        {item.revision === 1 ? null : (
          <span className="small soft"> {t('intake.revision', { number: item.revision })}</span>
        )}
        <br />
        <span className="hash soft">SHA-256 {item.sha256.slice(0, 16)}…</span>
        {earlier.length === 0 ? null : (
          <details className="small">
            <summary>{t('intake.earlier', { count: earlier.length })}</summary>
            <ul>
              {earlier.map((each) => (
                <li key={each.revision}>
                  <button
                    type="button"
                    className="link"
                    aria-label={t('intake.open.earlier', { number, revision: each.revision })}
                    onClick={() =>
                      onOpen(each, `${number}. ${each.title} (${t('intake.revision', { number: each.revision })})`)
                    }
                  >
                    {t('intake.revision', { number: each.revision })}
                  </button>{' '}
                  <span className="soft breaks">
                    {each.title} · {size(each.size)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <td>{row.kind}</td>
      <td>{item.supplier}</td>
      <td>{day(item.date)}</td>
      <td>{row.label}</td>
      <td>
        {row.type}
        <br />
        <span className="soft small">{size(item.size)}</span>
      </td>
      <td>{row.criteria}</td>
    </tr>
  );
}
