// How the page names who evaluates: a council, an expert group or a hired unit, and the people in it.
import type { State } from '../book/state.ts';
import type { Role } from '../council/roles.ts';
import type { CouncilRules } from '../council/rules.ts';

export type Evaluators = {
  /** "Hội đồng", at the head of a sentence. */
  readonly body: string;
  /** The same inside one. */
  readonly inside: string;
  /** "thành viên", after a number. */
  readonly member: string;
  /** "Thành viên Hội đồng", at the head of a list. */
  readonly members: string;
  /** "Thành viên", over a column of names. */
  readonly people: string;
  readonly roles: Readonly<Record<Role, string>>;
  /** "BIÊN BẢN"; form 1.9 is for minutes, one unit's word is a report. */
  readonly title: string;
  /** Symbol after the number where the session names none. */
  readonly symbol: string;
};

const COUNCIL: Evaluators = {
  body: 'Hội đồng',
  inside: 'Hội đồng',
  member: 'thành viên',
  members: 'Thành viên Hội đồng',
  people: 'Thành viên',
  roles: {
    chair: 'Chủ tịch Hội đồng',
    'vice-chair': 'Phó Chủ tịch Hội đồng',
    secretary: 'Ủy viên thư ký',
    'administrative-secretary': 'Thư ký hành chính',
    reviewer: 'Ủy viên phản biện',
    member: 'Ủy viên',
    invited: 'Đại biểu mời',
    observer: 'Quan sát viên',
  },
  title: 'BIÊN BẢN',
  symbol: 'BB-HĐĐG',
};

export const EVALUATORS: Readonly<Record<CouncilRules['body'], Evaluators>> = {
  council: COUNCIL,
  'expert-group': {
    body: 'Tổ chuyên gia',
    inside: 'Tổ chuyên gia',
    member: 'thành viên',
    members: 'Thành viên Tổ chuyên gia',
    people: 'Thành viên',
    roles: {
      ...COUNCIL.roles,
      chair: 'Tổ trưởng Tổ chuyên gia',
      'vice-chair': 'Tổ phó Tổ chuyên gia',
      secretary: 'Thành viên thư ký',
      reviewer: 'Thành viên phản biện',
      member: 'Thành viên',
    },
    title: 'BIÊN BẢN',
    symbol: 'BB-TCG',
  },
  'hired-unit': {
    body: 'Đơn vị đánh giá',
    inside: 'đơn vị đánh giá',
    member: 'người',
    members: 'Người đánh giá',
    people: 'Người đánh giá',
    roles: {
      ...COUNCIL.roles,
      chair: 'Đại diện đơn vị đánh giá',
      'vice-chair': 'Người đánh giá',
      secretary: 'Người đánh giá, thư ký',
      reviewer: 'Người đánh giá',
      member: 'Người đánh giá',
    },
    title: 'BÁO CÁO ĐÁNH GIÁ',
    symbol: 'BC-ĐVĐG',
  },
};

export const evaluatorsIn = (state: State): Evaluators => EVALUATORS[state.opened?.rules.body ?? 'council'];

/** One person reports for a unit: there is no meeting to have a quorum, no vote and nobody to preside. */
export const isOneReport = (state: State): boolean => state.opened?.rules.body === 'hired-unit';
