// What the session was set up with, and evidence and measured values that may still be added.
import { type ReactNode, useState } from 'react';
import { readDecimal } from '../../shared/base/decimal.ts';
import type { PlatformView } from '../../shared/contract/views.ts';
import { type Criterion, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { comparatorOf, readDay } from '../../shared/lang/when.ts';
import { ActButton } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { Facts, Page, Section, Tag } from '../parts/page.tsx';
import { useShare } from '../parts/share-words.ts';
import { useHouse } from '../state/house.ts';
import { writeRoute } from '../state/route.ts';
import { isDesk, useSession, votingSeats } from '../state/session.ts';
import { codesOf, contractEvidence, type EvidenceForm, newEvidence } from '../state/session-form.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { EvidenceFields, EvidenceIntake } from './evidence-fields.tsx';
import { EvidenceTable } from './evidence-table.tsx';

export function PrepareScreen(): ReactNode {
  const session = useSession();
  const { t, of, day } = useWords();
  const share = useShare();
  const { decision, criteria, rules } = session;
  return (
    <Page title={session.subject}>
      <Section title={t('prepare.council')}>
        <Facts
          rows={[
            [t('new.council'), session.superior === '' ? session.council : `${session.superior} · ${session.council}`],
            [t('new.decision.number'), t('prepare.decision', { ...decision, date: day(decision.date) })],
            [t('new.place'), session.place],
            [
              t('new.members'),
              t('prepare.members', { count: session.seats.length, voting: votingSeats(session).length }),
            ],
            [
              t('new.criteria'),
              <span key="set">
                {criteria.sample ? <Tag tone="warn">{t('tag.sample')}</Tag> : null} {of(criteria.name)},{' '}
                {criteria.version} <span className="hash soft">{criteria.sha256.slice(0, 16)}</span>
              </span>,
            ],
            [
              t('prepare.rules'),
              t('prepare.rules.words', {
                threshold: share(rules.threshold),
                denominator: t(`new.rules.denominator.${rules.denominator}`).toLowerCase(),
                counting: t(`new.rules.counting.${rules.counting}`).toLowerCase(),
                quorum: share(rules.quorum.share),
                conclusion: share(rules.conclusion),
              }),
            ],
            [
              t('prepare.legal'),
              <ul key="legal">
                {session.legalBasis.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>,
            ],
          ]}
        />
      </Section>
      {session.platforms.map((platform) => (
        <Platform key={platform.platform} platform={platform} />
      ))}
      <div className="row">
        <a className="button main" href={writeRoute({ at: 'session', book: session.book, phase: 'attendance' })}>
          {t('prepare.next')}
        </a>
      </div>
    </Page>
  );
}

function Platform({ platform }: { readonly platform: PlatformView }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const criteria = useView('criteria', { book: session.book });
  const all = criteria?.ok === true ? criteriaOf(criteria.value.set) : [];
  const mayAdd = isDesk(session) && session.readOnly === undefined && session.meeting.closedAt === undefined;
  const measured = all.filter((each) => each.kind === 'measured');
  return (
    <Section title={platform.name}>
      <Facts
        rows={[
          [t('new.platform.owner'), platform.owner],
          [t('new.platform.enterprise'), platform.enterprise],
          [t('new.platform.address'), platform.address],
        ]}
      />
      {measured.length === 0 ? null : <h3>{t('new.measured')}</h3>}
      {measured.map((criterion) => (
        <Measure key={criterion.id} platform={platform} criterion={criterion} mayChange={mayAdd} />
      ))}
      <h3>{t('evidence.title')}</h3>
      <EvidenceTable evidence={platform.evidence} />
      {mayAdd ? <AddEvidence platform={platform} known={all.map(({ id }) => id)} /> : null}
    </Section>
  );
}

function Measure(props: {
  readonly platform: PlatformView;
  readonly criterion: Criterion & { readonly kind: 'measured' };
  readonly mayChange: boolean;
}): ReactNode {
  const { platform, criterion, mayChange } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t, of, decimal } = useWords();
  const known = platform.measured[criterion.id];
  const [typed, setTyped] = useState(known === undefined ? '' : decimal(known.value));
  const value = readDecimal(typed);
  const threshold = known?.threshold ?? criterion.threshold;
  return (
    <div className="stack tight">
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
            {t('prepare.measured.save', { id: criterion.id })}
          </ActButton>
        </div>
      ) : (
        <p>{known === undefined ? t('prepare.measured.none') : `${decimal(known.value)} ${criterion.unit}`}</p>
      )}
    </div>
  );
}

function AddEvidence(props: { readonly platform: PlatformView; readonly known: readonly string[] }): ReactNode {
  const { platform, known } = props;
  const session = useSession();
  const { client, now } = useHouse();
  const { t } = useWords();
  const [items, setItems] = useState<readonly EvidenceForm[]>([]);
  const number = platform.evidence.length + 1;
  const drop = (key: number): void => setItems((all) => all.filter((each) => each.key !== key));
  return (
    <div className="stack">
      {items.map((item) => {
        const unknown = codesOf(item.criteria).filter((id) => !known.includes(id));
        const errors: Readonly<Record<string, string | undefined>> = {
          title: item.title.trim() === '' ? t('error.required') : undefined,
          date: readDay(item.date) === undefined ? t('error.date') : undefined,
          criteria: unknown.length === 0 ? undefined : t('evidence.criteria.unknown', { ids: unknown.join(', ') }),
        };
        return (
          <div key={item.key} className="stack tight">
            <EvidenceFields
              item={item}
              number={number}
              onChange={(part) =>
                setItems((all) => all.map((each) => (each.key === item.key ? { ...each, ...part } : each)))
              }
              onRemove={() => drop(item.key)}
              errorAt={(place) => errors[place]}
            />
            <ActButton
              kind="main"
              doing={t('evidence.add')}
              isDisabled={Object.values(errors).some((error) => error !== undefined)}
              act={() =>
                client.call('evidence.add', {
                  book: session.book,
                  platform: platform.platform,
                  ...contractEvidence(item),
                })
              }
              onDone={() => drop(item.key)}
            >
              {t('evidence.add')}
            </ActButton>
          </div>
        );
      })}
      <EvidenceIntake
        onTaken={(file) =>
          setItems((all) => [...all, newEvidence((all.at(-1)?.key ?? 0) + 1, file, file.sha256, now())])
        }
      />
    </div>
  );
}
