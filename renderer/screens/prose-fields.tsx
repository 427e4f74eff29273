// The secretary's words in the minutes: all that may be edited, saved a moment after the last key and when a field is left.
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import type { Prose } from '../../shared/book/rulings.ts';
import { TextBlock, TextLine } from '../parts/field.tsx';
import { Refused } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

export function ProseFields({ prose }: { readonly prose: Prose }): ReactNode {
  const session = useSession();
  const { client, now } = useHouse();
  const { t, clock } = useWords();
  const [draft, setDraft] = useState(prose);
  const [recipients, setRecipients] = useState(prose.recipients.join('\n'));
  const [savedAt, setSavedAt] = useState<string | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const [refused, setRefused] = useState<Refusal | undefined>(undefined);
  const saved = useRef(JSON.stringify(prose));
  const { book } = session;
  const next: Prose = {
    ...draft,
    recipients: recipients
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
  const text = JSON.stringify(next);
  const latest = useRef({ text, next });
  useEffect(() => {
    latest.current = { text, next };
  });
  const going = useRef('');
  const save = useCallback(async (): Promise<void> => {
    const last = latest.current;
    if (last.text === saved.current || last.text === going.current) return;
    going.current = last.text;
    setSaving(true);
    const result = await client.call('prose.save', {
      book,
      prose: { ...last.next, recipients: [...last.next.recipients] },
    });
    if (going.current === last.text) going.current = '';
    setSaving(false);
    setRefused(result.ok ? undefined : result.refusal);
    if (!result.ok) return;
    saved.current = last.text;
    setSavedAt(now().toISOString());
  }, [client, book, now]);
  useEffect(() => {
    if (text === saved.current) return;
    const timer = setTimeout(() => void save(), 600);
    return () => clearTimeout(timer);
  }, [text, save]);
  // Moving on by a key takes the fields away: their words go with it.
  useEffect(() => () => void save(), [save]);
  const block = (name: 'presentation' | 'discussion' | 'recommendation') => ({
    label: t(`minutes.${name}`),
    value: draft[name],
    onChange: (value: string) => setDraft((all) => ({ ...all, [name]: value })),
    onLeave: () => void save(),
    maxLength: 20_000,
    rows: 4,
  });
  const words = savedAt === undefined ? '' : t('state.savedAt', { time: clock(savedAt) });
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
      <p className="soft small" role="status">
        {isSaving ? t('state.saving') : words}
      </p>
      {refused === undefined ? null : <Refused refusal={refused} />}
    </Section>
  );
}
