// What can be done with one set of the library: the next version, a file, a comparison, taking it away.
import { type ReactNode, useState } from 'react';
import type { LibraryRow } from '../../shared/contract/criteria-library.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { useHouse } from '../state/house.ts';
import { comparedWith, nameOf, olderFirst } from '../state/library.ts';
import { go, writeRoute } from '../state/route.ts';
import { useWords } from '../state/words.ts';
import { LibraryExport } from './library-export.tsx';

type Props = {
  readonly row: LibraryRow;
  readonly all: readonly LibraryRow[];
  readonly onDiscarded: () => void;
};

export function LibraryActs({ row, all, onDiscarded }: Props): ReactNode {
  const { t } = useWords();
  const { client } = useHouse();
  return (
    <div className="library-acts">
      <div className="stack tight">
        <h3>{t('library.copy')}</h3>
        <p className="soft small">{t('library.copy.words')}</p>
        <ActButton
          small={true}
          doing={t('library.copying')}
          act={() => client.call('library.copy', { key: row.key })}
          onDone={({ key }) => go({ at: 'page', page: 'library', item: key })}
        >
          {t('library.copy')}
        </ActButton>
      </div>
      <LibraryExport row={row} />
      <Compare row={row} all={all} />
      {row.state === 'shipped' ? null : <Discard row={row} onDiscarded={onDiscarded} />}
    </div>
  );
}

function Compare({ row, all }: Omit<Props, 'onDiscarded'>): ReactNode {
  const words = useWords();
  const { t } = words;
  const others = comparedWith(row, all);
  const [chosen, setChosen] = useState(others[0]?.key ?? '');
  const other = others.find(({ key }) => key === chosen) ?? others[0];
  return (
    <div className="stack tight">
      <h3>{t('library.compare')}</h3>
      {other === undefined ? (
        <p className="soft small">{t('library.compare.none')}</p>
      ) : (
        <>
          <Choice
            label={t('library.compare.with')}
            value={other.key}
            options={others.map((each) => ({
              value: each.key,
              label: `${nameOf(each, words)}, ${t('library.version', { version: each.version || '…' })}`,
            }))}
            onChange={setChosen}
          />
          <div className="row">
            <a
              className="button small"
              href={writeRoute({ at: 'page', page: 'library', pair: olderFirst(other, row) })}
            >
              {t('library.compare.go')}
            </a>
          </div>
        </>
      )}
    </div>
  );
}

/** Asked once more at its own place: nothing brings a draft back. */
function Discard({ row, onDiscarded }: Omit<Props, 'all'>): ReactNode {
  const { t } = useWords();
  const { client } = useHouse();
  const [isAsked, setAsked] = useState(false);
  return (
    <div className="stack tight">
      <h3>{t('library.discard')}</h3>
      {isAsked ? (
        <>
          <p role="status">{t(row.state === 'draft' ? 'library.discard.draft' : 'library.discard.frozen')}</p>
          <div className="row top">
            <ActButton
              kind="stop"
              small={true}
              doing={t('library.discarding')}
              act={() => client.call('library.discard', { key: row.key })}
              onDone={onDiscarded}
            >
              {t('library.discard.yes')}
            </ActButton>
            <Button kind="quiet" small={true} onPress={() => setAsked(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          <Button kind="stop" small={true} onPress={() => setAsked(true)}>
            {t('library.discard')}
          </Button>
        </div>
      )}
    </div>
  );
}
