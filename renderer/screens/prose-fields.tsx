// The secretary's words in the minutes: all that may be edited, saved a moment after the last key and when a field is left.
import { type ReactNode, useState } from 'react';
import type { Prose } from '../../shared/book/rulings.ts';
import { Button } from '../parts/button.tsx';
import { TextBlock, TextLine } from '../parts/field.tsx';
import { Refused } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { useWords } from '../state/words.ts';
import { type Saving, useProse } from './use-prose.ts';

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function ProseFields({ prose }: { readonly prose: Prose }): ReactNode {
  const { t } = useWords();
  const [draft, setDraft] = useState(prose);
  const [recipients, setRecipients] = useState(prose.recipients.join('\n'));
  const saving = useProse(prose, { ...draft, recipients: [...linesOf(recipients)] });
  const { save } = saving;
  const block = (name: 'presentation' | 'discussion' | 'recommendation') => ({
    label: t(`minutes.${name}`),
    hint: t(`minutes.${name}.hint`),
    value: draft[name],
    onChange: (value: string) => setDraft((all) => ({ ...all, [name]: value })),
    onLeave: () => void save(),
    maxLength: 20_000,
    rows: 4,
  });
  return (
    <Section title={t('minutes.prose')} words={t('minutes.prose.words')}>
      <TextLine
        label={t('minutes.number')}
        hint={t('minutes.number.hint')}
        value={draft.number}
        onChange={(number) => setDraft((all) => ({ ...all, number }))}
        onLeave={() => void save()}
        maxLength={60}
      />
      <TextBlock {...block('presentation')} />
      <TextBlock {...block('discussion')} />
      <TextBlock {...block('recommendation')} />
      <TextBlock
        label={t('minutes.recipients')}
        hint={t('minutes.recipients.hint')}
        value={recipients}
        onChange={setRecipients}
        onLeave={() => void save()}
        maxLength={8_000}
        rows={3}
      />
      <SavingWords saving={saving} />
    </Section>
  );
}

/** Where the words stand, honestly: being typed, being saved, saved at a time, or not saved and why. */
function SavingWords({ saving }: { readonly saving: Saving }): ReactNode {
  const { t, clock } = useWords();
  const { state, savedAt, refused, save } = saving;
  if (refused !== undefined)
    return (
      <div className="stack tight">
        <Refused refusal={refused} />
        <div className="row">
          <p className="small">{t('minutes.prose.unsaved')}</p>
          <Button small={true} onPress={() => void save()}>
            {t('minutes.prose.again')}
          </Button>
        </div>
      </div>
    );
  const words =
    state === 'saving'
      ? t('state.saving')
      : state === 'typing'
        ? t('minutes.prose.typing')
        : savedAt === undefined
          ? t('minutes.prose.untouched')
          : t('state.savedAt', { time: clock(savedAt) });
  return (
    <p className="soft small" role="status">
      {words}
    </p>
  );
}
