// The council's conclusions: one part for each platform, a list of where each stands where there are several.
import type { ReactNode } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import { Page } from '../parts/page.tsx';
import { writeRoute } from '../state/route.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { ConclusionPart } from './conclusion-part.tsx';
import { useResult } from './use-result.ts';

export function ConclusionScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const { platforms, book } = session;
  const isWhole = platforms.every(({ conclusion }) => conclusion !== undefined);
  const isVoting = session.polls.some((poll) => poll.of === 'conclusion' && poll.step === 'open');
  return (
    <Page title={t('conclusion.title')} words={t('conclusion.words')}>
      {platforms.length < 2 ? null : <Standing platforms={platforms} />}
      {platforms.map((platform) => (
        <ConclusionPart key={platform.platform} platform={platform} />
      ))}
      {isWhole && !isVoting ? (
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

function Standing({ platforms }: { readonly platforms: readonly PlatformView[] }): ReactNode {
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
            <StandingRow key={platform.platform} platform={platform} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StandingRow({ platform }: { readonly platform: PlatformView }): ReactNode {
  const { t, of } = useWords();
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
  const show = (): void => {
    const part = document.getElementById(`conclusion-${platform.platform}`);
    part?.scrollIntoView({ block: 'start' });
    part?.focus();
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={show}>
          {platform.name}
        </button>
      </th>
      <td>{result === undefined ? t('conclusion.stand.uncounted') : of(result.outcome.name)}</td>
      <td className={word === 'passed' ? undefined : 'soft'}>{t(`conclusion.stand.${word}`)}</td>
    </tr>
  );
}
