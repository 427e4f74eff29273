// The council's conclusions: one platform at a time, with a list of where each stands where there are several (J, K).
import { type ReactNode, useEffect, useState } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import { Page } from '../parts/page.tsx';
import { writeRoute } from '../state/route.ts';
import { isClosedHere, platformAtHand, useSession } from '../state/session.ts';
import { useKeys } from '../state/use-keys.ts';
import { useWords } from '../state/words.ts';
import { ConclusionPart } from './conclusion-part.tsx';
import { useResult } from './use-result.ts';

export function ConclusionScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { platforms, book } = session;
  const voting = session.polls.find(
    (poll) => poll.of === 'conclusion' && poll.step === 'open' && poll.voided === undefined,
  );
  const [chosen, setChosen] = useState(() => voting?.platform ?? platformAtHand(session)?.platform ?? '');
  const at = voting?.platform;
  useEffect(() => {
    // A vote that is opened is what everybody should see; what it came to stays until somebody goes on.
    if (at !== undefined) setChosen(at);
  }, [at]);
  const isWhole = platforms
    .filter((each) => !isClosedHere(session, each))
    .every(({ conclusion }) => conclusion !== undefined && conclusion.passed !== false);
  const shown = platforms.find(({ platform }) => platform === chosen) ?? platforms[0];
  useKeys(({ act }) => {
    if (platforms.length < 2 || (act !== 'next' && act !== 'previous')) return false;
    const place = platforms.findIndex(({ platform }) => platform === shown?.platform);
    const next = platforms[Math.min(platforms.length - 1, Math.max(0, place + (act === 'next' ? 1 : -1)))];
    if (next !== undefined) setChosen(next.platform);
    return true;
  });
  return (
    <Page title={t('conclusion.title')} words={t('conclusion.words')}>
      {platforms.length < 2 ? null : (
        <Standing platforms={platforms} shown={shown?.platform} onShow={(platform) => setChosen(platform)} />
      )}
      {shown === undefined ? null : <ConclusionPart key={shown.platform} platform={shown} />}
      {isWhole && voting === undefined ? (
        <p className="next-step">
          <span className="soft">{t('conclusion.next')}</span>{' '}
          <a className="button" href={writeRoute({ at: 'session', book, phase: 'minutes' })}>
            {t('minutes.title')}
          </a>
        </p>
      ) : null}
    </Page>
  );
}

function Standing(props: {
  readonly platforms: readonly PlatformView[];
  readonly shown: string | undefined;
  readonly onShow: (platform: string) => void;
}): ReactNode {
  const { platforms, shown, onShow } = props;
  const { t } = useWords();
  return (
    <div className="wide">
      <table className="standing">
        <thead>
          <tr>
            <th scope="col">{t('scoring.platform')}</th>
            <th scope="col">{t('conclusion.computed')}</th>
            <th scope="col">{t('conclusion.title')}</th>
          </tr>
        </thead>
        <tbody>
          {platforms.map((platform) => (
            <StandingRow
              key={platform.platform}
              platform={platform}
              isShown={platform.platform === shown}
              onShow={() => onShow(platform.platform)}
            />
          ))}
        </tbody>
      </table>
      <p className="soft small">{t('conclusion.keys')}</p>
    </div>
  );
}

function StandingRow(props: {
  readonly platform: PlatformView;
  readonly isShown: boolean;
  readonly onShow: () => void;
}): ReactNode {
  const { platform, isShown, onShow } = props;
  const session = useSession();
  const { t, of } = useWords();
  const isClosed = isClosedHere(session, platform);
  const result = useResult(platform.platform);
  const { conclusion } = platform;
  const word =
    conclusion === undefined
      ? 'none'
      : conclusion.passed === null
        ? conclusion.poll === undefined
          ? 'put'
          : 'voting'
        : conclusion.passed
          ? 'passed'
          : 'failed';
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" aria-current={isShown ? 'true' : undefined} onClick={onShow}>
          {platform.name}
        </button>
      </th>
      {isClosed ? (
        <td className="soft" colSpan={2}>
          {t('recusal.criterion.short')}
        </td>
      ) : (
        <>
          <td>{result === undefined ? t('conclusion.stand.uncounted') : of(result.outcome.name)}</td>
          <td className={word === 'passed' ? undefined : 'soft'}>{t(`conclusion.stand.${word}`)}</td>
        </>
      )}
    </tr>
  );
}
