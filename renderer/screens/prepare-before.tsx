// The last evaluation of a platform, found among the sessions of this machine and named before the meeting is opened.
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '../../shared/contract/methods.ts';
import type { BeforeView, PlatformView } from '../../shared/contract/views.ts';
import type { CriteriaSet } from '../../shared/criteria/criteria-set.ts';
import { ActButton } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { outcomeWords } from '../state/before.ts';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

type Found = OutputOf<'platform.earlier'>['found'];
type Props = {
  readonly platform: PlatformView;
  readonly set: CriteriaSet | undefined;
  /** The desk, until the meeting is opened. */
  readonly mayName: boolean;
};

/** Nothing at all where none was named and none can be. */
export function PrepareBefore({ platform, set, mayName }: Props): ReactNode {
  const { t } = useWords();
  if (platform.before === undefined && !mayName) return null;
  return (
    <>
      <h3>{t('before.title')}</h3>
      <p className="soft small">{t('before.words')}</p>
      {platform.before === undefined ? <p>{t('before.none')}</p> : <Named before={platform.before} set={set} />}
      {mayName ? <Find platform={platform} /> : null}
    </>
  );
}

function Named({ before, set }: { readonly before: BeforeView; readonly set: CriteriaSet | undefined }): ReactNode {
  const { t, day, of, count } = useWords();
  return (
    <p>
      {t('before.said', {
        day: before.at === '' ? t('before.undated') : day(before.at),
        version: before.version,
        outcome: outcomeWords(set, before.outcome, of),
      })}{' '}
      {t('before.counts', {
        same: count(Object.keys(before.marks).length),
        changed: count(before.changed.length),
      })}
    </p>
  );
}

function Find({ platform }: { readonly platform: PlatformView }): ReactNode {
  const { book } = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [found, setFound] = useState<Found | undefined>(undefined);
  if (found === undefined)
    return (
      <div className="row">
        <ActButton
          small={true}
          doing={t('before.finding')}
          label={t('before.find.of', { name: platform.name })}
          act={() => client.call('platform.earlier', { book, platform: platform.platform })}
          onDone={(given) => setFound(given.found)}
        >
          {t(platform.before === undefined ? 'before.find' : 'before.other')}
        </ActButton>
      </div>
    );
  if (found.length === 0) return <p role="status">{t('before.found.none', { name: platform.name })}</p>;
  return <Choose platform={platform} found={found} onNamed={() => setFound(undefined)} />;
}

function Choose(props: {
  readonly platform: PlatformView;
  readonly found: Found;
  readonly onNamed: () => void;
}): ReactNode {
  const { platform, found, onNamed } = props;
  const { book } = useSession();
  const { client } = useHouse();
  const { t, day } = useWords();
  const keyOf = (each: Found[number]): string => `${each.book} ${each.platform}`;
  const [chosen, setChosen] = useState(found[0] === undefined ? '' : keyOf(found[0]));
  const earlier = found.find((each) => keyOf(each) === chosen);
  if (earlier === undefined) return null;
  const name = () => {
    const { book: other, platform: there } = earlier;
    return client.call('platform.name-before', {
      book,
      platform: platform.platform,
      earlier: { book: other, platform: there },
    });
  };
  return (
    <div className="row bottom before-choose">
      <Choice
        label={t('before.choose')}
        value={chosen}
        options={found.map((each) => ({
          value: keyOf(each),
          label: t('before.choice', {
            day: each.at === '' ? t('before.undated') : day(each.at),
            name: each.name,
            subject: each.subject,
          }),
        }))}
        onChange={setChosen}
      />
      <ActButton doing={t('before.naming')} act={name} onDone={onNamed}>
        {t('before.name')}
      </ActButton>
    </div>
  );
}
