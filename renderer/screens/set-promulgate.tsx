// Promulgation: what it means, the decision, and what still stands in its way; afterwards the decision and the hash.
import { type ReactNode, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { LibraryRecord } from '../../shared/contract/criteria-library.ts';
import { readDay } from '../../shared/lang/when.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { ActWords, Notice } from '../parts/notice.tsx';
import { Facts, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';
import { HashWords } from './hash-words.tsx';

type Decision = { readonly number: string; readonly date: string; readonly body: string };
type Attached = { readonly sha256: string; readonly name: string };

export function PromulgatePart(props: {
  readonly keyOf: string;
  readonly version: string;
  readonly errors: number;
  readonly isSample: boolean;
  /** Saves what is not saved yet: what is frozen is what the host has. */
  readonly flush: () => Promise<Result<unknown>>;
  readonly onErrors: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { keyOf, version, errors, isSample, flush, onErrors, onDone } = props;
  const { client } = useHouse();
  const { t } = useWords();
  const [decision, setDecision] = useState<Decision>({ number: '', date: '', body: '' });
  const [file, setFile] = useState<Attached | undefined>(undefined);
  const [isTried, setTried] = useState(false);
  const line = (name: keyof Decision) => ({
    label: t(`set.promulgate.${name}`),
    value: decision[name],
    onChange: (text: string) => setDecision((now) => ({ ...now, [name]: text })),
    error:
      wrongIn(decision, name, isTried) === undefined
        ? undefined
        : t(wrongIn(decision, name, isTried) ?? 'error.required'),
  });
  const isWhole = (['number', 'date', 'body'] as const).every((name) => wrongIn(decision, name, true) === undefined);
  const freeze = async (): Promise<Result<unknown>> => {
    const saved = await flush();
    if (!saved.ok) return saved;
    return await client.call('library.promulgate', {
      key: keyOf,
      promulgation: {
        number: cleanLine(decision.number),
        date: readDay(decision.date) ?? '',
        body: cleanLine(decision.body),
      },
      ...(file === undefined ? {} : { file }),
    });
  };
  return (
    <Section title={t('set.promulgate')}>
      <div className="stack tight">
        <h3>{t('set.promulgate.means')}</h3>
        <ul className="set-means">
          <li>{t('set.promulgate.means.frozen', { version })}</li>
          <li>{t('set.promulgate.means.hash')}</li>
          <li>{t('set.promulgate.means.next')}</li>
          <li>{t('set.promulgate.means.law')}</li>
        </ul>
      </div>
      {errors === 0 ? null : (
        <Notice tone="stop">
          <p>{t('set.promulgate.errors', { count: errors })}</p>
          <button type="button" className="link" onClick={onErrors}>
            {t('set.problems.list')}
          </button>
        </Notice>
      )}
      {isSample ? (
        <Notice tone="stop">
          <p>{t('set.promulgate.sample')}</p>
        </Notice>
      ) : null}
      <div className="cols three">
        <TextLine {...line('number')} maxLength={100} />
        <TextLine {...line('date')} maxLength={20} />
        <TextLine {...line('body')} maxLength={200} />
      </div>
      <DecisionFile file={file} onFile={setFile} />
      <div>
        {isWhole ? (
          <ActButton
            kind="main"
            doing={t('set.promulgate.doing')}
            isDisabled={errors > 0 || isSample}
            act={freeze}
            onDone={onDone}
          >
            {t('set.promulgate.act', { version })}
          </ActButton>
        ) : (
          <Button kind="main" isDisabled={errors > 0 || isSample} onPress={() => setTried(true)}>
            {t('set.promulgate.act', { version })}
          </Button>
        )}
      </div>
    </Section>
  );
}

function wrongIn(
  decision: Decision,
  name: keyof Decision,
  isTried: boolean,
): 'error.required' | 'error.date' | undefined {
  const text = cleanLine(decision[name]);
  if (text === '') return isTried ? 'error.required' : undefined;
  return name === 'date' && readDay(text) === undefined ? 'error.date' : undefined;
}

function DecisionFile(props: {
  readonly file: Attached | undefined;
  readonly onFile: (file: Attached | undefined) => void;
}): ReactNode {
  const { file, onFile } = props;
  const { upload } = useHouse();
  const { t } = useWords();
  const act = useAct();
  const take = async (given: File | undefined): Promise<void> => {
    if (given === undefined) return;
    const name = given.name.normalize('NFC').slice(0, 300);
    const taken = await act.run(() => upload(given, name));
    if (taken !== undefined) onFile({ sha256: taken.sha256, name });
  };
  return (
    <div className="stack tight">
      <FilePick
        label={file === undefined ? t('set.promulgate.file') : t('set.promulgate.file.picked', { name: file.name })}
        hint={t('set.promulgate.file.hint')}
        button={t('set.promulgate.file.pick')}
        types={['application/pdf', '.pdf', 'image/*']}
        isDisabled={act.isBusy}
        onFiles={([first]) => void take(first)}
      />
      {act.isBusy || act.refused !== undefined ? <ActWords act={act} doing={t('set.promulgate.file.taking')} /> : null}
      {file === undefined ? null : (
        <div>
          <Button kind="quiet" small={true} onPress={() => onFile(undefined)}>
            {t('set.promulgate.file.drop')}
          </Button>
        </div>
      )}
    </div>
  );
}

export function DecisionRead({ record }: { readonly record: LibraryRecord }): ReactNode {
  const { row, decisionFile } = record;
  const { t, day, size } = useWords();
  const decision = row.promulgation;
  const rows: (readonly [string, ReactNode])[] =
    decision === undefined
      ? []
      : [
          [t('set.promulgate.number'), t('set.promulgate.of', { number: decision.number, date: day(decision.date) })],
          [t('set.promulgate.body'), decision.body],
          [
            t('set.promulgate.file'),
            decisionFile === undefined ? (
              t('set.promulgate.file.none')
            ) : (
              <>
                {decisionFile.name} ({size(decisionFile.size)}) <HashWords hash={decisionFile.sha256} length={16} />
              </>
            ),
          ],
        ];
  return (
    <Section title={t('set.promulgate.facts')}>
      {decision === undefined ? <p className="soft">{t('set.promulgate.none')}</p> : null}
      <Facts
        rows={[
          ...rows,
          ...(row.sha256 === undefined
            ? []
            : [[t('set.promulgate.hash'), <HashWords key="hash" hash={row.sha256} />] as const]),
        ]}
      />
      {decision === undefined ? null : <p className="soft small">{t('set.promulgate.use')}</p>}
    </Section>
  );
}
