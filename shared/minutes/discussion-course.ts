// The talk about what was revealed: criteria that needed none because all agreed, and who remarked what on which criterion.
import type { Poll, Remark, State } from '../book/state.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import type { PlatformResult } from '../results/result-types.ts';
import { pollsOf } from '../results/session-result.ts';
import type { Paragraph } from './content.ts';
import { closeQuote, fact, hourOf, type Material, nameOf, paragraph } from './sentence.ts';
import { figure } from './vietnamese.ts';

/** More criteria than this are left to the tables. */
const LISTED = 12;

type Act = { readonly entry: string; readonly at: string; readonly criteria: string[] };

/** Criteria by the act that ended the talk about them, in the order of the acts. */
function actsOf({ discussed }: Poll): readonly Act[] {
  const acts = new Map<string, Act>();
  for (const [criterion, { entry, at }] of Object.entries(discussed)) {
    const act = acts.get(entry) ?? { entry, at, criteria: [] };
    act.criteria.push(criterion);
    acts.set(entry, act);
  }
  return [...acts.values()];
}

function settled(state: State, poll: Poll, result: PlatformResult): readonly Paragraph[] {
  const agreed = new Set(result.criteria.filter(({ dissent }) => dissent === 0).map(({ criterion }) => criterion));
  const order = state.criteria ? criteriaOf(state.criteria.set).map(({ id }) => id) : [];
  const inOrder = (criteria: readonly string[]) => order.filter((id) => criteria.includes(id));
  return actsOf(poll)
    .filter(({ criteria }) => criteria.every((id) => agreed.has(id)))
    .map(({ entry, at, criteria }) =>
      paragraph(
        `settled-${entry.slice(0, 16)}`,
        result.points
          ? 'Các tiêu chí mà mọi phiếu ở cùng một phía của mức điểm đạt được thống nhất, không thảo luận riêng: '
          : 'Các tiêu chí mà mọi phiếu đánh giá như nhau được thống nhất, không thảo luận riêng: ',
        fact('settled.count', figure(criteria.length), entry),
        ' tiêu chí',
        ...(criteria.length <= LISTED ? [' (', fact('settled', inOrder(criteria).join(', '), entry), ')'] : []),
        ', lúc ',
        fact('settled.at', hourOf(state, at), entry),
        '.',
      ),
    );
}

function talkedThrough(state: State, poll: Poll, result: PlatformResult): readonly Paragraph[] {
  const agreed = new Set(result.criteria.filter(({ dissent }) => dissent === 0).map(({ criterion }) => criterion));
  const acts = actsOf(poll).filter(({ criteria }) => !criteria.every((id) => agreed.has(id)));
  const done = new Set(acts.flatMap(({ criteria }) => criteria));
  if (done.size === 0) return [];
  const order = state.criteria ? criteriaOf(state.criteria.set).map(({ id }) => id) : [];
  return [
    paragraph(
      `discussed-${poll.poll}`,
      'Các tiêu chí đã thảo luận: ',
      fact('discussed', order.filter((id) => done.has(id)).join(', '), ...acts.map(({ entry }) => entry)),
      '.',
    ),
  ];
}

const remarkLine = (state: State, { seat, criterion, text = '', origin }: Remark): Paragraph =>
  paragraph(
    `remark-${origin.entry.slice(0, 16)}`,
    ...(criterion === undefined
      ? ['Ý kiến của ']
      : ['Về tiêu chí ', fact('criterion', criterion, origin.entry), ', ý kiến của ']),
    fact('person', nameOf(state, seat), origin.entry),
    ': “',
    fact('remark', text, origin.entry),
    closeQuote(text),
  );

/** In the order of the set, what is on the platform as a whole last; each in the order in which it was said. */
function remarks(state: State, platform: string): readonly Paragraph[] {
  const order = new Map(state.criteria ? criteriaOf(state.criteria.set).map(({ id }, at) => [id, at]) : []);
  const placeOf = ({ criterion }: Remark): number => order.get(criterion ?? '') ?? order.size;
  return Object.values(state.remarks)
    .filter((remark) => remark.platform === platform && remark.text !== undefined)
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((remark) => remarkLine(state, remark));
}

/** After each round what was settled and talked through; after the last one whatever was remarked on the platform. */
export function discussionParts({ state }: Material, poll: Poll, result: PlatformResult): readonly Paragraph[] {
  const platform = poll.subject.of === 'platform' ? poll.subject.platform : '';
  const isLast =
    pollsOf(state, platform)
      .filter(({ voided }) => voided === undefined)
      .at(-1) === poll;
  return [
    ...settled(state, poll, result),
    ...talkedThrough(state, poll, result),
    ...(isLast ? remarks(state, platform) : []),
  ];
}
