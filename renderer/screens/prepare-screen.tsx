// The session before it is opened: what is ready and what is missing at a glance, what it was set up with, and its evidence.
import type { ReactNode } from 'react';
import { Facts, Page, Section, Tag } from '../parts/page.tsx';
import { writeRoute } from '../state/route.ts';
import { isDesk, isUnpromulgated, useSession, votingSeats } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { PreparePlatform } from './prepare-platform.tsx';
import { Readiness } from './prepare-readiness.tsx';
import { PrepareRules } from './prepare-rules.tsx';

export function PrepareScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const mayEdit = isDesk(session) && session.meeting.openedAt === undefined && session.readOnly === undefined;
  return (
    <Page title={session.subject}>
      {isDesk(session) && session.meeting.openedAt === undefined ? <Readiness /> : null}
      <div className="row">
        <a className="button main" href={writeRoute({ at: 'session', book: session.book, phase: 'attendance' })}>
          {t('prepare.next')}
        </a>
        {mayEdit ? (
          <a className="button" href={writeRoute({ at: 'page', page: 'new', item: session.book })}>
            {t('prepare.edit')}
          </a>
        ) : null}
        {mayEdit ? <span className="soft small">{t('prepare.edit.words')}</span> : null}
        {session.meeting.openedAt === undefined ? null : <span className="soft small">{t('prepare.fixed')}</span>}
      </div>
      <SetUp />
      <PrepareRules />
      {session.platforms.map((platform, at) => (
        <PreparePlatform key={platform.platform} platform={platform} number={at + 1} />
      ))}
    </Page>
  );
}

function SetUp(): ReactNode {
  const session = useSession();
  const { t, of, day } = useWords();
  const { decision, criteria } = session;
  return (
    <Section title={t('prepare.council')}>
      <Facts
        rows={[
          [t('new.council'), session.superior === '' ? session.council : `${session.superior} · ${session.council}`],
          [t('new.decisionNumber'), t('prepare.decision', { ...decision, date: day(decision.date) })],
          [t('new.place'), session.place],
          [
            t('new.members'),
            t('prepare.members', { count: session.seats.length, voting: votingSeats(session).length }),
          ],
          [
            t('new.criteria'),
            <span key="set">
              {criteria.sample ? <Tag tone="warn">{t('tag.sample')}</Tag> : null}
              {isUnpromulgated(criteria) ? <Tag tone="warn">{t('tag.unpromulgated')}</Tag> : null} {of(criteria.name)},{' '}
              {criteria.version} <span className="hash soft">{criteria.sha256.slice(0, 16)}</span>
            </span>,
          ],
          [
            t('prepare.legal'),
            session.legalBasis.length === 0 ? (
              t('prepare.legal.none')
            ) : (
              <ul key="legal">
                {session.legalBasis.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </Section>
  );
}
