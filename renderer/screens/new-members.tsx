// Who sits at the council's table, as a table to type in: seven seats to begin with, or a list pasted from anywhere.
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { ROLES } from '../../shared/council/roles.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { adviceWords } from '../state/advice-words.ts';
import { type PastedMember, readMembers } from '../state/paste-members.ts';
import { emptyMember, type FormProps, type FormState, type MemberForm, votingIn } from '../state/session-form.ts';
import { useWords } from '../state/words.ts';
import { Place } from './form-place.tsx';
import { PasteMembers } from './new-paste.tsx';
import { TableCell } from './table-cell.tsx';

/** From a row on: what is pasted stands in the rows that are there, keeping their roles where it names none; more rows follow. */
export function putMembers(form: FormState, from: number, pasted: readonly PastedMember[]): FormState {
  const members = [...form.members];
  let { nextKey } = form;
  for (const [index, { name, position, unit, role }] of pasted.entries()) {
    const at = from + index;
    if (at >= 60) break;
    const row = members[at] ?? emptyMember(nextKey++);
    members[at] = { ...row, name, position, unit, role: role ?? row.role };
  }
  return { ...form, members, nextKey };
}

export function MembersTable({ form, change, errorAt }: FormProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const put = (key: number, part: Partial<MemberForm>): void =>
    change((now) => ({
      ...now,
      members: now.members.map((each) => (each.key === key ? { ...each, ...part } : each)),
    }));
  const voting = votingIn(form.members);
  const advice = adviceWords(
    words,
    form.rules,
    form.members.map(({ role }) => role),
  );
  const wrong = (['members.chair', 'members.secretary', 'members.voters'] as const).flatMap((place) => {
    const why = errorAt(place);
    return why === undefined ? [] : [{ place, why }];
  });
  const paste = (at: number, event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    change((now) => putMembers(now, at, readMembers(text)));
  };
  return (
    <div className="stack tight" data-place="members">
      <h3>{t('new.members')}</h3>
      <div className="wide">
        <table className="typing">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('new.member.number')}
              </th>
              <th scope="col" className="name">
                {t('new.member.name')}
              </th>
              <th scope="col" className="role">
                {t('new.member.role')}
              </th>
              <th scope="col">{t('new.member.position')}</th>
              <th scope="col">{t('new.member.unit')}</th>
              <td className="acts" />
            </tr>
          </thead>
          <tbody>
            {form.members.map((member, at) => (
              <tr key={member.key} aria-label={t('new.member', { number: at + 1 })} onKeyDown={upAndDown}>
                <th scope="row" className="number">
                  {at + 1}
                </th>
                <td>
                  <Place name={`member.${member.key}.name`}>
                    <TableCell
                      label={t('new.member.name')}
                      value={member.name}
                      onChange={(name) => put(member.key, { name })}
                      onPaste={(event) => paste(at, event)}
                      error={errorAt(`member.${member.key}.name`)}
                      maxLength={200}
                    />
                  </Place>
                </td>
                <td>
                  <Choice
                    hideLabel={true}
                    label={t('new.member.role')}
                    value={member.role}
                    options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
                    onChange={(role) => put(member.key, { role })}
                  />
                </td>
                <td>
                  <TableCell
                    label={t('new.member.position')}
                    value={member.position}
                    onChange={(position) => put(member.key, { position })}
                    maxLength={200}
                  />
                </td>
                <td>
                  <TableCell
                    label={t('new.member.unit')}
                    value={member.unit}
                    onChange={(unit) => put(member.key, { unit })}
                    maxLength={200}
                  />
                </td>
                <td>
                  <Button
                    kind="quiet"
                    small={true}
                    label={t('new.member.remove', { number: at + 1 })}
                    isDisabled={form.members.length <= (form.rules.body === 'hired-unit' ? 1 : 2)}
                    onPress={() =>
                      change((now) => ({ ...now, members: now.members.filter(({ key }) => key !== member.key) }))
                    }
                  >
                    {t('app.remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button
          isDisabled={form.members.length >= 60}
          onPress={() =>
            change((now) => ({
              ...now,
              nextKey: now.nextKey + 1,
              members: [...now.members, emptyMember(now.nextKey)],
            }))
          }
        >
          {t('new.member.add')}
        </Button>
        <span className="soft small">{t('new.members.count', { count: form.members.length, voting })}</span>
      </div>
      <PasteMembers onRead={(read) => change((now) => putMembers(now, 0, read))} />
      {wrong.map(({ place, why }) => (
        <Place key={place} name={place}>
          <Notice tone="stop">
            <p>{why}</p>
          </Notice>
        </Place>
      ))}
      {advice.map((text) => (
        <Warning key={text} words={text} />
      ))}
    </div>
  );
}

/** Up and down stay in the column, as in a spreadsheet; a list of choices keeps its own arrows. */
function upAndDown(event: KeyboardEvent<HTMLTableRowElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const cell = event.target instanceof HTMLInputElement ? event.target.closest('td') : null;
  const row = cell?.parentElement;
  if (step === 0 || cell === null || !(row instanceof HTMLTableRowElement)) return;
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  const input = next?.children[[...row.children].indexOf(cell)]?.querySelector('input');
  if (input === undefined || input === null) return;
  event.preventDefault();
  input.focus();
  input.select();
}

function Warning({ words }: { readonly words: string }): ReactNode {
  return (
    <Notice tone="warn">
      <p>{words}</p>
    </Notice>
  );
}
