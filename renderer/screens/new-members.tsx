// Who sits at the council's table: seven seats to begin with.
import type { ReactNode } from 'react';
import { ROLES } from '../../shared/council/roles.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/page.tsx';
import type { FormProps } from '../state/session-form.ts';
import { type MemberForm, votingIn } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';

export function MembersFields({ form, change, errorAt }: FormProps): ReactNode {
  const { t } = useWords();
  const put = (key: number, part: Partial<MemberForm>): void =>
    change((now) => ({
      ...now,
      members: now.members.map((each) => (each.key === key ? { ...each, ...part } : each)),
    }));
  const voting = votingIn(form.members);
  const wrong = [errorAt('members.chair'), errorAt('members.secretary')].filter((each) => each !== undefined);
  return (
    <Section title={t('new.members')} words={t('new.members.words')}>
      <div className="members">
        {form.members.map((member, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not lie in the grid
          <div key={member.key} className="member" role="group" aria-label={t('new.member', { number: at + 1 })}>
            <span className="number soft">{at + 1}</span>
            <TextLine
              label={t('new.member.name')}
              value={member.name}
              onChange={(name) => put(member.key, { name })}
              error={errorAt(`member.${member.key}.name`)}
              maxLength={200}
            />
            <Choice
              label={t('new.member.role')}
              value={member.role}
              options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
              onChange={(role) => put(member.key, { role })}
            />
            <TextLine
              label={t('new.member.position')}
              value={member.position}
              onChange={(position) => put(member.key, { position })}
              maxLength={200}
            />
            <TextLine
              label={t('new.member.unit')}
              value={member.unit}
              onChange={(unit) => put(member.key, { unit })}
              maxLength={200}
            />
            <Button
              kind="quiet"
              label={t('new.member.remove', { number: at + 1 })}
              isDisabled={form.members.length <= 2}
              onPress={() =>
                change((now) => ({ ...now, members: now.members.filter(({ key }) => key !== member.key) }))
              }
            >
              {t('app.remove')}
            </Button>
          </div>
        ))}
      </div>
      {wrong.map((words) => (
        <Notice key={words} tone="stop">
          <p>{words}</p>
        </Notice>
      ))}
      {voting < 5 ? <Warning words={t('new.members.few', { count: voting })} /> : null}
      {voting % 2 === 0 ? <Warning words={t('new.members.even', { count: voting })} /> : null}
      <div className="row">
        <Button
          isDisabled={form.members.length >= 60}
          onPress={() =>
            change((now) => ({
              ...now,
              nextKey: now.nextKey + 1,
              members: [...now.members, { key: now.nextKey, name: '', position: '', unit: '', role: 'member' }],
            }))
          }
        >
          {t('new.member.add')}
        </Button>
      </div>
    </Section>
  );
}

function Warning({ words }: { readonly words: string }): ReactNode {
  return (
    <Notice tone="warn">
      <p>{words}</p>
    </Notice>
  );
}
