// A criteria set as it will be: its head, its outcomes, and every group with its criteria and how they are judged.
import { type ReactNode, useState } from 'react';
import {
  type CriteriaGroup,
  type CriteriaSet,
  type Criterion,
  criteriaOf,
} from '../../shared/criteria/criteria-set.ts';
import { Button } from '../parts/button.tsx';
import { Facts, Section, Tag } from '../parts/page.tsx';
import { judgedWords, termsWords } from '../state/criterion-words.ts';
import { useWords } from '../state/words.ts';

/** Up to here the whole tree is open at once. */
const SMALL = 40;
const KINDS = ['pass-fail', 'measured', 'points'] as const;

export function SetTree({ set }: { readonly set: CriteriaSet }): ReactNode {
  const { t } = useWords();
  const isSmall = criteriaOf(set).length <= SMALL;
  const first = isSmall ? set.groups.map(({ id }) => id) : [];
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(first));
  const isAll = set.groups.every(({ id }) => open.has(id));
  const turn = (id: string, isOpen: boolean): void =>
    setOpen((now) => new Set(isOpen ? [...now, id] : [...now].filter((each) => each !== id)));
  return (
    <Section
      title={t('load.tree')}
      side={
        <Button small={true} kind="quiet" onPress={() => setOpen(new Set(isAll ? [] : set.groups.map(({ id }) => id)))}>
          {t(isAll ? 'load.tree.close' : 'load.tree.open')}
        </Button>
      }
    >
      <Head set={set} />
      <div>
        {set.groups.map((group) => (
          <Group key={group.id} group={group} isOpen={open.has(group.id)} onTurn={(isOpen) => turn(group.id, isOpen)} />
        ))}
      </div>
    </Section>
  );
}

function Head({ set }: { readonly set: CriteriaSet }): ReactNode {
  const { t, of, day, count } = useWords();
  const criteria = criteriaOf(set);
  const kinds = KINDS.map((kind) => [kind, criteria.filter((each) => each.kind === kind).length] as const)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => t(`load.tree.kinds.${kind}`, { count: count(number) }));
  const { promulgation, attribution } = set;
  return (
    <Facts
      rows={[
        [
          t('load.tree.name'),
          <>
            {set.name.vi} {set.sample ? <Tag tone="warn">{t('tag.sample')}</Tag> : null}
          </>,
        ],
        [t('load.tree.english'), set.name.en || t('load.tree.english.none')],
        [t('load.tree.id'), `${set.id}, ${set.version}`],
        ...(set.legalBasis.length === 0
          ? []
          : [
              [
                t('load.tree.basis'),
                <ul key="basis">
                  {set.legalBasis.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>,
              ] as const,
            ]),
        [
          t('load.tree.promulgation'),
          promulgation === undefined
            ? t('load.tree.promulgation.none')
            : t('library.decision', { ...promulgation, date: day(promulgation.date) }),
        ],
        ...(attribution === undefined ? [] : [[t('load.tree.attribution'), attribution] as const]),
        [t('load.tree.kinds'), kinds.join('; ')],
        [
          t('load.tree.outcomes'),
          <ol key="outcomes">
            {set.outcomes.map((rule) => (
              <li key={rule.outcome}>
                <span className="soft">
                  {rule.when.is === 'all-met-except-tag'
                    ? t('load.tree.when.all-met-except-tag', { tag: rule.when.tag })
                    : t(`load.tree.when.${rule.when.is}`)}
                  :
                </span>{' '}
                {of(rule.name)}
              </li>
            ))}
          </ol>,
        ],
      ]}
    />
  );
}

function Group(props: {
  readonly group: CriteriaGroup;
  readonly isOpen: boolean;
  readonly onTurn: (isOpen: boolean) => void;
}): ReactNode {
  const { group, isOpen, onTurn } = props;
  const { t, of } = useWords();
  const { id, name, criteria } = group;
  return (
    <details className="load-group" open={isOpen} onToggle={(event) => onTurn(event.currentTarget.open)}>
      <summary>{t('load.tree.group', { id, name: of(name), count: criteria.length })}</summary>
      {/* A set of five hundred criteria is drawn group by group. */}
      {isOpen ? (
        <div className="wide">
          <table className="load-tree">
            <caption className="unseen">{t('load.tree.of', { id })}</caption>
            <thead>
              <tr>
                <th scope="col" className="criterion">
                  {t('load.tree.criterion')}
                </th>
                <th scope="col" className="how">
                  {t('load.tree.how')}
                </th>
                <th scope="col" className="conditions">
                  {t('load.tree.conditions')}
                </th>
              </tr>
            </thead>
            <tbody>
              {criteria.map((criterion) => (
                <Row key={criterion.id} criterion={criterion} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </details>
  );
}

function Row({ criterion }: { readonly criterion: Criterion }): ReactNode {
  const words = useWords();
  const { t, of } = words;
  const { id, statement, guidance, evidence, tags, origin } = criterion;
  const beside = [
    ...(guidance === undefined ? [] : [t('load.tree.guidance', { words: of(guidance) })]),
    ...(evidence === undefined ? [] : [t('load.tree.evidence', { words: of(evidence) })]),
    ...(tags.length === 0 ? [] : [t('load.tree.tags', { tags: tags.join(', ') })]),
    ...(origin === undefined ? [] : [t('load.tree.origin', { origin })]),
  ];
  return (
    <tr>
      <th scope="row" className="breaks">
        <span className="strong">{id}</span> {of(statement)}
        {beside.map((each) => (
          <p key={each} className="soft small">
            {each}
          </p>
        ))}
      </th>
      <td className="small">
        {judgedWords(criterion, words).map((each) => (
          <p key={each}>{each}</p>
        ))}
      </td>
      <td className="small">
        {termsWords(criterion, words).map((each) => (
          <p key={each}>{each}</p>
        ))}
      </td>
    </tr>
  );
}
