// What reading a file found: a list of bounded height with the place of each, errors before what is only worth a look.
import { type ReactNode, useState } from 'react';
import type { FileFinding } from '../../shared/contract/criteria-library.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Section } from '../parts/page.tsx';
import { Pick } from '../parts/pick.tsx';
import { countOf, FINDING_FILTERS, type FindingFilter, inSight, placeOf } from '../state/file-findings.ts';
import { useWords } from '../state/words.ts';

/** Rows at once: a file can be wrong in thousands of places, and nobody reads more before mending the first. */
const AT_ONCE = 100;

export function FindingsPart({ findings }: { readonly findings: readonly FileFinding[] }): ReactNode {
  const { t, count } = useWords();
  const [filter, setFilter] = useState<FindingFilter>('all');
  const [most, setMost] = useState(AT_ONCE);
  const errors = countOf(findings, 'error');
  const isMixed = errors > 0 && errors < findings.length;
  const found = inSight(findings, isMixed ? filter : 'all');
  const shown = found.slice(0, most);
  const left = found.length - shown.length;
  return (
    <Section title={t('load.findings')}>
      {isMixed ? (
        <Pick
          label={t('load.findings.show')}
          hideLabel={true}
          value={filter}
          options={FINDING_FILTERS.map((each) => ({
            value: each,
            label: t(`load.findings.${each}`, { count: count(countOf(findings, each)) }),
          }))}
          onChange={(chosen) => {
            setFilter(chosen);
            setMost(AT_ONCE);
          }}
        />
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="load-findings" aria-label={t('load.findings')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="place">
                {t('load.place')}
              </th>
              <th scope="col">{t('load.what')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((finding, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a finding can stand twice in one place, and the list never changes its order
              <Finding key={at} finding={finding} />
            ))}
          </tbody>
        </table>
      </section>
      <div className="row">
        <p className="soft small" role="status">
          {t('load.findings.count', { count: count(shown.length), all: count(found.length) })}
        </p>
        {left > 0 ? (
          <Button small={true} kind="quiet" onPress={() => setMost((now) => now + AT_ONCE)}>
            {t('load.findings.more', { count: count(Math.min(left, AT_ONCE)) })}
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

function Finding({ finding }: { readonly finding: FileFinding }): ReactNode {
  const words = useWords();
  const { t, of } = words;
  const { severity, path } = finding;
  return (
    <tr>
      <td className="small">
        {placeOf(finding, words)}
        {path === '' ? null : <span className="hash soft load-path">{path}</span>}
      </td>
      <td>
        <span className={`load-severity small ${severity}`}>
          <Icon name={severity === 'error' ? 'stop' : 'warn'} /> {t(`load.${severity}`)}
        </span>{' '}
        <span className="breaks">{of(finding)}</span>
      </td>
    </tr>
  );
}

/** What the file has and the set has no place for. */
export function LeftOut({ leftOut }: { readonly leftOut: readonly string[] }): ReactNode {
  const { t, count } = useWords();
  return (
    <Section title={t('load.left', { count: count(leftOut.length) })} words={t('load.left.words')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="load-findings" aria-label={t('load.left', { count: leftOut.length })} tabIndex={0}>
        <ul className="load-left small">
          {[...new Set(leftOut)].map((each) => (
            <li key={each} className="breaks">
              {each}
            </li>
          ))}
        </ul>
      </section>
    </Section>
  );
}
