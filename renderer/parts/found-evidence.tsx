// What a search found in the text of evidence: one group a file, the words around each hit, how far the reading is.
import type { ReactNode } from 'react';
import { Header, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { ReadingView, SearchHit } from '../../shared/contract/evidence-methods.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { useWords } from '../state/words.ts';

export const hitKey = ({ evidence, page }: SearchHit): string => `h ${evidence} ${page ?? 0}`;

/** Neighbours of one file. */
export function byFile(hits: readonly SearchHit[]): readonly (readonly SearchHit[])[] {
  const groups: SearchHit[][] = [];
  for (const hit of hits) {
    const last = groups.at(-1);
    if (last?.[0]?.evidence === hit.evidence) last.push(hit);
    else groups.push([hit]);
  }
  return groups;
}

export function FoundInFile({
  hits,
  session,
}: {
  readonly hits: readonly SearchHit[];
  readonly session: SessionView;
}): ReactNode {
  const { t } = useWords();
  const [first] = hits;
  if (first === undefined) return null;
  const platform = session.platforms.find((each) => each.platform === first.platform);
  const item = platform?.evidence.find(({ evidence }) => evidence === first.evidence);
  const isSheet = /spreadsheetml|ms-excel|csv/.test(item?.mediaType ?? '');
  const placeOf = ({ page }: SearchHit): string =>
    page === undefined ? t('find.whole') : t(isSheet ? 'find.sheet' : 'find.page', { page });
  return (
    <ListBoxSection id={`f ${first.evidence}`}>
      <Header className="found-file">
        {t('find.inside', { number: first.number, title: first.title, platform: platform?.name ?? '' })}
      </Header>
      {hits.map((hit) => (
        <ListBoxItem key={hitKey(hit)} id={hitKey(hit)} textValue={`${placeOf(hit)} ${hit.around.join('')}`}>
          <span className="found-aside">{placeOf(hit)}</span>{' '}
          <span>
            {hit.around.map((piece, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line, each where it stands
              at % 2 === 1 ? <mark key={at}>{piece}</mark> : piece,
            )}
          </span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}

/** How far the reading is, and which files cannot be searched, each with why. */
export function ReadingStand({
  reading,
  session,
}: {
  readonly reading: ReadingView | undefined;
  readonly session: SessionView;
}): ReactNode {
  const { t, say } = useWords();
  if (reading === undefined || reading.total === 0) return null;
  const { done, total, unread } = reading;
  const items = session.platforms.flatMap(({ evidence }) => evidence);
  return (
    <div className="found-stand small soft">
      <p role="status">{done < total ? t('find.reading', { done, total }) : t('find.read', { total })}</p>
      {unread.length === 0 ? null : (
        <details>
          <summary>{t('find.unread', { count: unread.length })}</summary>
          <ul>
            {unread.map(({ sha256, code }) => {
              const item = items.find((each) => each.sha256 === sha256);
              return (
                <li key={sha256}>
                  <span className="strong">
                    {item === undefined ? sha256.slice(0, 16) : `${item.number}. ${item.title}`}
                  </span>
                  {': '}
                  {say({ code, params: {} })}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );
}
