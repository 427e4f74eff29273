// The evidence of a platform as a list: number, title, kind, supplier, date, circulation, hash.
import type { ReactNode } from 'react';
import type { EvidenceView } from '../../shared/contract/views.ts';
import type { ScreenKey } from '../../shared/lang/screens-vi.ts';
import { useWords } from '../state/words.ts';

const KINDS: Readonly<Record<string, ScreenKey & `kind.${string}`>> = {
  'agency-dossier': 'kind.agency-dossier',
  'enterprise-dossier': 'kind.enterprise-dossier',
  survey: 'kind.survey',
  'test-result': 'kind.test-result',
  'public-data': 'kind.public-data',
};

export function EvidenceTable({ evidence }: { readonly evidence: readonly EvidenceView[] }): ReactNode {
  const { t, day, size } = useWords();
  if (evidence.length === 0) return <p className="soft">{t('evidence.none')}</p>;
  return (
    <div className="wide">
      <table className="evidence-table">
        <thead>
          <tr>
            <th scope="col" className="at">
              {t('new.member.number')}
            </th>
            <th scope="col">{t('evidence.name')}</th>
            <th scope="col" className="kind">
              {t('evidence.kind')}
            </th>
            <th scope="col" className="supplier">
              {t('evidence.supplier')}
            </th>
            <th scope="col" className="date">
              {t('evidence.date')}
            </th>
            <th scope="col" className="label">
              {t('evidence.label')}
            </th>
          </tr>
        </thead>
        <tbody>
          {evidence.map((item) => {
            const kind = KINDS[item.kind];
            return (
              <tr key={item.evidence}>
                <td>{item.number}</td>
                <th scope="row">
                  {item.title}
                  <br />
                  <span className="hash soft">
                    {size(item.size)} · SHA-256 {item.sha256.slice(0, 16)}…
                  </span>
                </th>
                <td>{kind === undefined ? item.kind : t(kind)}</td>
                <td>{item.supplier}</td>
                <td>{day(item.date)}</td>
                <td>{t(`label.${item.label}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
