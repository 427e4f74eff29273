// One sheet of paper typed in for its member: a key a criterion, the photo of the sheet, and a code to compare.
import { type ReactNode, useEffect, useState } from 'react';
import { appliesOn, type Draft, type DraftItem } from '../../shared/book/ballot.ts';
import type { CriteriaView, PlatformView, PollView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { TextBlock } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { criteriaOnPaper, leftOnPaper, paperItems, paperTerms } from '../state/paper.ts';
import { nameOf, useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { PaperLine } from './paper-line.tsx';
import { PaperPhoto } from './paper-photo.tsx';

export function PaperEntry(props: {
  readonly platform: PlatformView;
  readonly poll: PollView;
  readonly criteria: CriteriaView;
  readonly seat: string;
  readonly onClose: () => void;
}): ReactNode {
  const { platform, poll, criteria, seat, onClose } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const results = useView('results', { book: session.book });
  const [draft, setDraft] = useState<Draft>({ items: {} });
  const [photo, setPhoto] = useState<string | undefined>(undefined);
  const terms = paperTerms(session, results?.ok === true ? results.value : undefined, poll, seat);
  const lines = criteriaOnPaper(criteria.set, terms.barred);
  const left = leftOnPaper(criteria.set, draft, terms);
  const put = (id: string, item: DraftItem): void =>
    setDraft((now) => ({ ...now, items: { ...now.items, [id]: item } }));
  useEffect(() => document.querySelector<HTMLElement>('.paper-line [data-stop="yes"]')?.focus(), []);
  const number = poll.paper[seat] ?? 0;
  const name = nameOf(session, seat);
  const all = lines.length;
  return (
    <Section title={t('paper.sheet', { number, name })} words={t('paper.sheet.words', { platform: platform.name })}>
      <p className="soft small">{t(terms.scale.of === 'points' ? 'paper.keys.points' : 'paper.keys')}</p>
      <p className="small strong" role="status">
        {t('scoring.done', { done: all - lines.filter(({ id }) => left.has(id)).length, all })}
      </p>
      <ol className="paper-lines">
        {lines.map((criterion) => (
          <PaperLine
            key={criterion.id}
            criterion={criterion}
            scale={terms.scale}
            applies={appliesOn(criteria.set, draft, terms, criterion)}
            item={draft.items[criterion.id] ?? {}}
            before={terms.before?.items[criterion.id]}
            onItem={(item) => put(criterion.id, item)}
          />
        ))}
      </ol>
      <TextBlock
        label={t('scoring.comment')}
        value={draft.comment ?? ''}
        onChange={(comment) => setDraft((now) => ({ ...now, comment }))}
        maxLength={4_000}
        rows={2}
      />
      <PaperPhoto photo={photo} onPhoto={setPhoto} />
      <div className="row">
        <ActButton
          kind="main"
          doing={t('paper.saving')}
          isDisabled={left.size > 0}
          act={() =>
            client.call('paper.enter', {
              book: session.book,
              poll: poll.poll,
              seat,
              items: paperItems(draft),
              comment: (draft.comment ?? '').trim(),
              ...(photo === undefined ? {} : { photo }),
            })
          }
          onDone={onClose}
        >
          {t('paper.save')}
        </ActButton>
        <Button kind="quiet" onPress={onClose}>
          {t('paper.drop')}
        </Button>
        {left.size === 0 ? null : <span className="soft small">{t('paper.left', { count: left.size })}</span>}
      </div>
    </Section>
  );
}
