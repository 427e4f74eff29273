// One platform before the scoring: whose it is, what was measured, its evidence; values and evidence may still be added.
import { type ReactNode, useState } from 'react';
import { readDecimal } from '../../shared/base/decimal.ts';
import type { PlatformView } from '../../shared/contract/views.ts';
import { type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { comparatorOf } from '../../shared/lang/when.ts';
import { ActButton } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Facts, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isRecused } from '../state/recusal.ts';
import { isDesk, roundsOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { PrepareBefore } from './prepare-before.tsx';
import { AddEvidence } from './prepare-evidence.tsx';

type Measured = Criterion & { readonly kind: 'measured' };

export function PreparePlatform(props: { readonly platform: PlatformView; readonly number: number }): ReactNode {
  const session = useSession();
  // Recused, a member reads nothing of the platform on this screen either; the desk goes on keeping its papers.
  const isClosed = !isDesk(session) && isRecused(props.platform, session.me.seat);
  return isClosed ? <ClosedSection platform={props.platform} /> : <OpenPlatform {...props} />;
}

function ClosedSection({ platform }: { readonly platform: PlatformView }): ReactNode {
  const { t } = useWords();
  return (
    <Section title={platform.name}>
      <p>{t('recusal.closed', { name: platform.name })}</p>
      <p className="soft small">{t('recusal.closed.words')}</p>
    </Section>
  );
}

function OpenPlatform(props: { readonly platform: PlatformView; readonly number: number }): ReactNode {
  const { platform, number } = props;
  const session = useSession();
  const { t } = useWords();
  const criteria = useView('criteria', { book: session.book });
  const all = criteria?.ok === true ? criteriaOf(criteria.value.set) : [];
  const mayAdd = isDesk(session) && session.readOnly === undefined && session.meeting.closedAt === undefined;
  // The rules of the book take a value only until the platform's first round is opened.
  const mayMeasure = mayAdd && roundsOf(session, platform.platform).length === 0;
  const measured = all.filter((each): each is Measured => each.kind === 'measured');
  const thresholds = criteria?.ok === true ? criteria.value.thresholds : {};
  const facts = (
    [
      [t('new.platform.owner'), platform.owner],
      [t('new.platform.enterprise'), platform.enterprise],
      [t('new.platform.address'), platform.address],
    ] as const
  ).filter(([, value]) => value !== '');
  return (
    <Section title={platform.name} side={<span className="soft small">{t('new.platform', { number })}</span>}>
      {facts.length === 0 ? null : <Facts rows={facts} />}
      <PrepareBefore
        platform={platform}
        set={criteria?.ok === true ? criteria.value.set : undefined}
        mayName={mayAdd && session.meeting.openedAt === undefined}
      />
      {measured.length === 0 ? null : (
        <>
          <h3>{t('new.measured')}</h3>
          <ul className="measures">
            {measured.map((criterion) => (
              <li key={criterion.id}>
                <Measure
                  key={platform.measured[criterion.id]?.value ?? ''}
                  platform={platform}
                  criterion={criterion}
                  threshold={thresholds[criterion.id]?.threshold ?? null}
                  mayChange={mayMeasure}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>
        {t('evidence.title')}{' '}
        <span className="soft small">{t('evidence.count', { count: platform.evidence.length })}</span>
      </h3>
      <EvidenceTable evidence={platform.evidence} />
      {mayAdd ? <AddEvidence platform={platform} known={all.map(({ id }) => id)} /> : null}
    </Section>
  );
}

function Measure(props: {
  readonly platform: PlatformView;
  readonly criterion: Measured;
  readonly threshold: string | null;
  readonly mayChange: boolean;
}): ReactNode {
  const { platform, criterion, threshold, mayChange } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t, of, decimal } = useWords();
  const known = platform.measured[criterion.id];
  const [typed, setTyped] = useState(known === undefined ? '' : decimal(known.value));
  const value = readDecimal(typed);
  return (
    <div className="measure">
      <p>
        <span className="strong">{criterion.id}</span> {of(criterion.statement)}{' '}
        <span className="soft small">
          {threshold === null
            ? t('prepare.threshold.hand')
            : t('prepare.threshold', {
                comparator: comparatorOf(criterion.comparator),
                threshold: decimal(threshold),
                unit: criterion.unit,
              })}
        </span>
      </p>
      {mayChange ? (
        <div className="row bottom">
          <TextLine
            label={t('new.measured.value', { id: criterion.id, unit: criterion.unit })}
            value={typed}
            onChange={setTyped}
            numeric={true}
            maxLength={30}
            error={typed.trim() !== '' && value === undefined ? t('error.decimal') : undefined}
          />
          <ActButton
            doing={t('new.measured')}
            label={t('prepare.measured.save', { id: criterion.id })}
            isDisabled={value === undefined || value === known?.value}
            act={() =>
              client.call('value.measure', {
                book: session.book,
                platform: platform.platform,
                criterion: criterion.id,
                value: value ?? '',
                evidence: [],
              })
            }
          >
            {t('prepare.measured.write')}
          </ActButton>
        </div>
      ) : (
        <p className="strong">
          {known === undefined ? t('prepare.measured.none') : `${decimal(known.value)} ${criterion.unit}`}
        </p>
      )}
    </div>
  );
}
