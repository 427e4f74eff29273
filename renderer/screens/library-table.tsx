// The sets of the library as a table: name, state, size, consultation, signature; acts of a row fold out under it.
import { type ReactNode, useState } from 'react';
import { excerptOf } from '../../shared/base/search-text.ts';
import type { LibraryRow, PackSignature } from '../../shared/contract/criteria-library.ts';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/page.tsx';
import { hitLine, nameOf, standingOf } from '../state/library.ts';
import { writeRoute } from '../state/route.ts';
import { useWords } from '../state/words.ts';
import { LibraryActs } from './library-acts.tsx';

const COLUMNS = ['set', 'state', 'size', 'consulted', 'signed', 'acts'] as const;

type Props = {
  readonly rows: readonly LibraryRow[];
  /** Also those that are sifted out: to compare with. */
  readonly all: readonly LibraryRow[];
  /** What is looked for, folded. */
  readonly wanted: readonly string[];
  readonly onDiscarded: (row: LibraryRow) => void;
};

export function LibraryTable({ rows, all, wanted, onDiscarded }: Props): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState<string | undefined>(undefined);
  return (
    <div className="wide">
      <table className="library">
        <caption className="unseen">{t('library.table')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={column}>
                {t(`library.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.key}>
            <Row
              row={row}
              wanted={wanted}
              isOpen={open === row.key}
              onFold={() => setOpen((now) => (now === row.key ? undefined : row.key))}
            />
            {open === row.key ? (
              <tr>
                <td colSpan={COLUMNS.length}>
                  <LibraryActs row={row} all={all} onDiscarded={() => onDiscarded(row)} />
                </td>
              </tr>
            ) : null}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row(props: {
  readonly row: LibraryRow;
  readonly wanted: readonly string[];
  readonly isOpen: boolean;
  readonly onFold: () => void;
}): ReactNode {
  const { row, wanted, isOpen, onFold } = props;
  const words = useWords();
  const { t, day, clock } = words;
  const name = nameOf(row, words);
  return (
    <tr className={isOpen ? 'folded-out' : undefined}>
      <th scope="row">
        <a className="breaks" href={writeRoute({ at: 'page', page: 'library', item: row.key })}>
          {name}
        </a>
        <p className="soft small breaks">
          {[
            ...(row.id === '' ? [] : [row.id]),
            ...(row.version === '' ? [] : [t('library.version', { version: row.version })]),
            ...(row.basedOn === undefined ? [] : [t('library.based', { version: row.basedOn.version })]),
            ...(row.savedAt === undefined
              ? []
              : [t('library.saved', { day: day(row.savedAt), time: clock(row.savedAt) })]),
          ].join(' · ')}
        </p>
        <Hit row={row} wanted={wanted} />
      </th>
      <td data-label={t('library.state')}>
        <Standing row={row} />
      </td>
      <td className="small" data-label={t('library.size')}>
        {t('library.groups', { groups: row.groups, criteria: row.criteria })}
      </td>
      <td className="small" data-label={t('library.consulted')}>
        <Consulted row={row} />
      </td>
      <td className="small" data-label={t('library.signed')}>
        {row.state === 'shipped' ? null : <Signed signature={row.signature} />}
      </td>
      <td>
        <Button
          small={true}
          expanded={isOpen}
          onPress={onFold}
          label={t('library.more.of', { name, version: row.version })}
        >
          {t('library.more')}
        </Button>
      </td>
    </tr>
  );
}

/** Where the words stand inside the set, if its name does not show them. */
function Hit({ row, wanted }: { readonly row: LibraryRow; readonly wanted: readonly string[] }): ReactNode {
  const { t } = useWords();
  const excerpt = excerptOf(hitLine(row, wanted) ?? '', wanted);
  if (excerpt === undefined) return null;
  return (
    <p className="small library-hit breaks">
      <span className="soft">{t('library.hit')}</span>
      {excerpt.before}
      <mark>{excerpt.hit}</mark>
      {excerpt.after}
    </p>
  );
}

function Standing({ row }: { readonly row: LibraryRow }): ReactNode {
  const { t, day } = useWords();
  const { promulgation, errors } = row;
  const standing = standingOf(row);
  return (
    <div className="stack tight">
      <p className="library-tags">
        {standing === 'sample' ? null : <Tag>{t(`library.${standing}`)}</Tag>}
        {row.sample ? (
          <Tag tone="warn" title={t('tag.sample.words')}>
            {t('tag.sample')}
          </Tag>
        ) : null}
      </p>
      {promulgation === undefined ? null : (
        <p className="small breaks">
          {t('library.decision', {
            number: promulgation.number,
            date: day(promulgation.date),
            body: promulgation.body,
          })}
        </p>
      )}
      {standing !== 'draft' ? null : (
        <p className={errors > 0 ? 'small waiting' : 'small soft'}>
          {errors > 0 ? t('library.errors', { count: errors }) : t('library.sound')}
        </p>
      )}
    </div>
  );
}

/** What comes along with the application is nobody's proposal. */
function Consulted({ row }: { readonly row: LibraryRow }): ReactNode {
  const { t } = useWords();
  const { state, answered, consulted } = row;
  if (consulted > 0) return t('library.answered', { answered, consulted });
  return state === 'shipped' ? null : <span className="soft">{t('library.consulted.none')}</span>;
}

/** A name in a certificate is nobody's until a root vouches for it, so the two never stand apart. */
function Signed({ signature }: { readonly signature: PackSignature | undefined }): ReactNode {
  const { t } = useWords();
  if (signature === undefined) return <span className="soft">{t('library.signed.none')}</span>;
  const { name, organisation, trusted } = signature;
  return (
    <>
      <span className="breaks">{organisation === '' ? name : t('library.signed.by', { name, organisation })}</span>
      <br />
      <span className={trusted ? 'soft' : 'waiting'}>
        {t(trusted ? 'library.signed.trusted' : 'library.signed.untrusted')}
      </span>
    </>
  );
}
