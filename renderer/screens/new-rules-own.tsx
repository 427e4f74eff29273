// Rules kept by the agency under a name of its own, and rules taken from a file that somebody brings.
import { type ReactNode, useId, useState } from 'react';
import { ok, type Result } from '../../shared/base/result.ts';
import { RULES_TEXT_LIMIT, type RulesFileReport, type RulesProfile } from '../../shared/contract/rules-library.ts';
import { type CouncilRules, rulesConflicts } from '../../shared/council/rules.ts';
import { ruleName } from '../../shared/lang/rules-words.ts';
import { ActButton } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { ActWords, Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { differing } from '../state/rules-form.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';

type Props = {
  readonly rules: CouncilRules;
  readonly profile: RulesProfile | undefined;
  readonly take: (rules: CouncilRules) => void;
  /** After something was kept or discarded. */
  readonly onKept: () => void;
};

export function OwnRules(props: Props): ReactNode {
  const { t } = useWords();
  const id = useId();
  return (
    <section className="rule-group" aria-labelledby={id}>
      <div>
        <h3 id={id}>{t('rules.own')}</h3>
        <p className="soft small">{t('rules.own.words')}</p>
      </div>
      <div className="stack">
        <KeepOwn {...props} />
        <FromFile take={props.take} />
      </div>
    </section>
  );
}

function KeepOwn({ rules, profile, take, onKept }: Props): ReactNode {
  const { t, of } = useWords();
  const { client } = useHouse();
  const [name, setName] = useState('');
  const [done, setDone] = useState('');
  const mine = profile?.own === true ? profile.rules : undefined;
  const isWrong = rulesConflicts(rules).length > 0;
  const isChanged = mine !== undefined && (differing(rules, mine).length > 0 || rules.source !== mine.source);
  const kept = (saved: CouncilRules): void => {
    take(saved);
    setName('');
    setDone(t('rules.own.saved', { name: of(saved.name) }));
    onKept();
  };
  const save = async (given: CouncilRules) => await client.call('rules.save', { rules: given });
  return (
    <>
      {mine === undefined ? null : (
        <div className="row">
          <p className="breaks small">{of(mine.name)}</p>
          {isChanged ? (
            <ActButton
              doing={t('rules.own.saving')}
              label={t('rules.own.again.of', { name: of(mine.name) })}
              isDisabled={isWrong}
              act={() => save({ ...rules, name: mine.name })}
              onDone={(saved) => kept(saved.rules)}
            >
              {t('rules.own.again')}
            </ActButton>
          ) : null}
          <ActButton
            kind="quiet"
            doing={t('rules.own.discarding')}
            label={t('rules.own.discard.of', { name: of(mine.name) })}
            act={() => client.call('rules.discard', { id: mine.id })}
            onDone={() => {
              setDone(t('rules.own.discarded', { name: of(mine.name) }));
              onKept();
            }}
          >
            {t('rules.own.discard')}
          </ActButton>
        </div>
      )}
      <div className="rule-own">
        <TextLine label={t('rules.own.name')} value={name} onChange={setName} maxLength={200} />
        <ActButton
          doing={t('rules.own.saving')}
          isDisabled={isWrong || name.trim() === ''}
          // Under an id of its own: one name for both languages, as the agency wrote it.
          act={() => save({ ...rules, id: 'own', name: { vi: name, en: name } })}
          onDone={(saved) => kept(saved.rules)}
        >
          {t('rules.own.save')}
        </ActButton>
      </div>
      <p className="small soft" role="status">
        {done}
      </p>
    </>
  );
}

type Read = RulesFileReport | { readonly file: string; readonly not: 'large' | 'encoding' };

function FromFile({ take }: { readonly take: (rules: CouncilRules) => void }): ReactNode {
  const { t } = useWords();
  const { client } = useHouse();
  const act = useAct();
  const [read, setRead] = useState<Read | undefined>(undefined);
  const onFiles = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    setRead(undefined);
    const found = await act.run(async (): Promise<Result<Read>> => {
      if (file.size > RULES_TEXT_LIMIT) return ok({ file: file.name, not: 'large' });
      const text = textOf(await file.arrayBuffer());
      if (text === undefined) return ok({ file: file.name, not: 'encoding' });
      return await client.call('rules.read-file', { name: file.name.slice(-200), text });
    });
    if (found === undefined) return;
    setRead(found);
    if ('rules' in found && found.rules !== undefined) take(found.rules);
  };
  return (
    <>
      <FilePick
        label={t('rules.file')}
        button={t('rules.file.pick')}
        hint={t('rules.file.hint')}
        types={['.yaml', '.yml', '.json']}
        isDisabled={act.isBusy}
        onFiles={(files) => void onFiles(files)}
      />
      <ActWords act={act} doing={t('rules.file.reading')} />
      {read === undefined ? null : <FileWords read={read} />}
    </>
  );
}

/** UTF-8 only; other encodings are not guessed. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function FileWords({ read }: { readonly read: Read }): ReactNode {
  const { t, of, language } = useWords();
  const { file } = read;
  if ('not' in read)
    return (
      <Notice tone="stop">
        <p>{t(`rules.file.${read.not}`, { file })}</p>
      </Notice>
    );
  const { rules, findings } = read;
  return (
    <Notice tone={rules === undefined ? 'stop' : 'note'}>
      <p>
        {rules === undefined
          ? t('rules.file.broken', { file, count: findings.filter(({ severity }) => severity === 'error').length })
          : t('rules.file.taken', { file, name: of(rules.name) })}
      </p>
      <ul className="error-list small">
        {findings.map((each) => (
          <li key={`${each.line} ${each.path} ${each.code}`}>
            <span className="strong">
              {[
                ...(each.line === undefined ? [] : [t('rules.file.line', { line: each.line })]),
                ...(each.path === '' ? [] : [ruleName(each.path, language)]),
              ].join(', ')}
            </span>{' '}
            {each[language]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
