// The sheets of a round as they are printed: taken from the book, laid out beside it, kept until the next print.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Item } from '../../shared/book/ballot.ts';
import { thresholdOf } from '../../shared/book/seating.ts';
import type { Platform, Poll, State } from '../../shared/book/state.ts';
import type { Criterion } from '../../shared/criteria/criteria-set.ts';
import { termsOf } from '../../shared/seal/judge-ballot.ts';
import type { BallotSheet, SheetCriterion, SheetsInput } from '../minutes/ballot-sheets.ts';
import type { LiveBook } from './live-book.ts';
import { keep } from './minutes-file.ts';
import type { Surroundings } from './surroundings.ts';

const MARK_WORDS: Readonly<Record<Item['mark'], string>> = {
  met: 'Đạt',
  'not-met': 'Không đạt',
  'not-applicable': 'Không áp dụng',
  scored: '',
};
const COMPARED: Readonly<Record<string, string>> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' };

const markWords = ({ mark, points }: Item): string => (mark === 'scored' ? `${points ?? 0} điểm` : MARK_WORDS[mark]);

/** 'Giá trị đo: 99,2 %; yêu cầu ≥ 95 %': a comma as it is written in Vietnamese. */
function measuredWords(state: State, platform: Platform, criterion: Criterion): string {
  if (criterion.kind !== 'measured') return '';
  const written = (value: string): string => `${value.replace('.', ',')} ${criterion.unit}`;
  const value = platform.measured[criterion.id]?.value;
  const threshold = thresholdOf(state, criterion);
  const wanted = threshold === null ? '' : `; yêu cầu ${COMPARED[criterion.comparator]} ${written(threshold)}`;
  return `Giá trị đo: ${value === undefined ? 'chưa có' : written(value)}${wanted}`;
}

/** 'Chỉ chấm khi B-01 Đạt'; 'Mức: 0 Kém; 50 Khá; đạt từ 50'. */
function asksWords(criterion: Criterion): readonly string[] {
  const on = (criterion.appliesWhen ?? []).map((each) => `${each.criterion} ${MARK_WORDS[each.mark]}`);
  const levels =
    criterion.kind === 'points'
      ? [
          `Mức: ${criterion.levels.map(({ points, name }) => `${points} ${name.vi}`).join('; ')}; đạt từ ${criterion.pass}`,
        ]
      : [];
  return [...(on.length === 0 ? [] : [`Chỉ chấm khi ${on.join('; ')}`]), ...levels];
}

function sheetOf(
  { state, opened }: LiveBook,
  poll: Poll,
  platform: Platform,
  seat: string,
  number: number,
): BallotSheet {
  const { barred, before } = termsOf(state, opened, poll, seat as never);
  const named = poll.secrecy !== 'secret';
  const person = state.persons[seat];
  const criterionOf = (criterion: Criterion): SheetCriterion => {
    const was = named ? before?.items[criterion.id] : undefined;
    return {
      id: criterion.id,
      statement: criterion.statement.vi,
      measured: [measuredWords(state, platform, criterion), ...asksWords(criterion)]
        .filter((text) => text !== '')
        .join('. '),
      // What is not to be judged is crossed there.
      notApplicable: criterion.notApplicable || criterion.appliesWhen !== undefined,
      barred: barred.includes(criterion.id),
      ...(was === undefined ? {} : { before: markWords(was) }),
    };
  };
  return {
    number,
    ...(named
      ? { member: { name: person?.name ?? '', position: person?.position ?? '', unit: person?.unit ?? '' } }
      : {}),
    groups: (state.criteria?.set.groups ?? []).map(({ name, criteria }) => ({
      name: name.vi,
      criteria: criteria.map(criterionOf),
    })),
  };
}

/** Undefined where there is nothing to print. */
export function sheetsIn(live: LiveBook, poll: string, version: string): SheetsInput | undefined {
  const { polls, platforms, described, opened } = live.state;
  const at = polls[poll];
  const platform = at?.subject.of === 'platform' ? platforms[at.subject.platform] : undefined;
  if (at?.subject.of !== 'platform' || platform === undefined || described === undefined || opened === undefined)
    return undefined;
  const numbered = Object.entries(at.paper).sort(([, a], [, b]) => a.number - b.number);
  return {
    superior: described.superior,
    council: described.council,
    subject: described.subject,
    platform: platform.name,
    round: at.subject.round,
    scale: opened.rules.scale.of,
    rehearsal: opened.bookKind === 'rehearsal',
    sheets: numbered.map(([seat, { number }]) => sheetOf(live, at, platform, seat, number)),
    date: new Date(at.origin.at),
    version,
  };
}

export type Prints = {
  readonly print: (
    live: LiveBook,
    poll: string,
  ) => Promise<Result<{ readonly sha256: string; readonly pages: number }>>;
  /** Whether a file is a print that was made here: blank forms, for the desk alone. */
  readonly nameOf: (book: string, sha256: string) => string | undefined;
};

/** The newest print of each round is kept as a file, until the application ends or the round is printed again. */
export function openPrints(around: Surroundings): Prints {
  const kept = new Map<string, string>();
  return {
    print: async (live, poll) => {
      const input = sheetsIn(live, poll, around.version);
      if (input === undefined) return refuse('poll-unknown');
      const printed = await around.minutes.sheets(input);
      if (!printed.ok) return printed;
      const saved = await keep(around, printed.value.pdf);
      if (!saved.ok) return saved;
      const place = `${live.id}/${poll}`;
      const before = kept.get(place);
      kept.set(place, saved.value.sha256);
      if (before !== undefined && before !== saved.value.sha256) await around.store.dropBlob(before);
      return ok({ sha256: saved.value.sha256, pages: printed.value.pages });
    },
    nameOf: (book, sha256) =>
      [...kept].some(([place, file]) => file === sha256 && place.startsWith(`${book}/`))
        ? 'phieu-danh-gia.pdf'
        : undefined,
  };
}
