// Single sheets as tables: each member's in the deciding round, and marks that came with an absent member's opinion.
import type { Item } from '../book/ballot.ts';
import type { Platform, SealedOpinion } from '../book/state.ts';
import { criteriaOf } from '../criteria/criteria-set.ts';
import { isCounted, mayBeShown, pollsOf } from '../results/session-result.ts';
import { sheetIn } from '../seal/opened.ts';
import { citeWords } from './cite-words.ts';
import type { Row, Table } from './content.ts';
import { type CountedSheet, resultAndSheets } from './counted-sheets.ts';
import { isOneReport } from './evaluators.ts';
import { column } from './score-table.ts';
import { insideSentence, type Material, nameOf } from './sentence.ts';
import { groundWords, MARK_WORDS } from './vietnamese.ts';

type Sheet = Pick<CountedSheet, 'items'>;

const COLUMNS = [
  column('TT', 'number'),
  column('Tiêu chí', 'text', 'left'),
  column('Đánh giá', 'short'),
  column('Nhận xét, lý do, minh chứng', 'text', 'left'),
];

const markWords = ({ mark, points }: Item): string => (mark === 'scored' ? `${points ?? 0} điểm` : MARK_WORDS[mark]);

function remarkOf(platform: Platform, item: Item): string {
  const items = Object.values(platform.evidence);
  const cites = (item.cites ?? []).map((cite) => citeWords(cite, items));
  const change = item.change ? `Lý do thay đổi: ${item.change}` : '';
  return [item.reason, item.remark, change, ...cites]
    .flatMap((text) => (text ? [insideSentence(text)] : []))
    .join('; ');
}

/**
 * Every criterion of the sheet stands in it once: those with something to say in rows of their own, the others named
 * together in the last row, with their points where marks are points. A row each would be pages of empty cells.
 */
function sheetRows({ state }: Material, platform: Platform, { items }: Sheet): readonly Row[] {
  const silent: string[] = [];
  const barred: string[] = [];
  const rows = (state.criteria ? criteriaOf(state.criteria.set) : []).flatMap((criterion): readonly Row[] => {
    const item = items[criterion.id];
    if (item === undefined) {
      barred.push(criterion.id);
      return [];
    }
    const remark = remarkOf(platform, item);
    if (remark === '' && (item.mark === 'met' || item.mark === 'scored')) {
      silent.push(item.mark === 'met' ? criterion.id : `${criterion.id}: ${item.points ?? 0}`);
      return [];
    }
    return [{ cells: [criterion.id, criterion.statement.vi, markWords(item), remark] }];
  });
  const which = rows.length > 0 ? 'Các tiêu chí còn lại' : 'Tất cả tiêu chí';
  const what = state.opened?.rules.scale.of === 'points' ? 'điểm, không kèm nhận xét' : 'Đạt, không kèm nhận xét';
  const list = silent.join(state.opened?.rules.scale.of === 'points' ? '; ' : ', ');
  return [
    ...rows,
    ...(silent.length === 0 ? [] : [{ style: 'note' as const, cells: [`${which}: ${what} (${list}).`] }]),
    ...(barred.length === 0
      ? []
      : [{ style: 'note' as const, cells: [`Không tham gia đánh giá do xung đột lợi ích: ${barred.join(', ')}.`] }]),
  ];
}

/** Sheets without names stand in the order of their texts. */
export function memberSheets(material: Material): readonly Table[] {
  const { state } = material;
  const captionOf = ({ seat, number, comment }: CountedSheet): string =>
    `${seat === undefined ? `Phiếu số ${number}` : `${isOneReport(state) ? '' : `TV${number}: `}${nameOf(state, seat)}`}${comment ? `. Nhận xét chung: ${comment}` : ''}`;
  return Object.values(state.platforms).flatMap((platform) =>
    (resultAndSheets(material, platform.platform)?.sheets ?? [])
      .filter(({ valid }) => valid)
      .map((sheet) => ({
        caption: `${platform.name} – ${captionOf(sheet)}`,
        columns: COLUMNS,
        rows: sheetRows(material, platform, sheet),
      })),
  );
}

function opinionTable(material: Material, platform: Platform, sealed: SealedOpinion): Table {
  const { state, opened } = material;
  const found = opened.get(sealed.entry);
  const sheet = sheetIn(found);
  const ground = found === undefined || found.valid ? groundWords('unopenable') : groundWords(found.code);
  return {
    caption: `${platform.name} – ${nameOf(state, sealed.seat)} (vắng mặt)${sheet?.comment ? `. Nhận xét chung: ${sheet.comment}` : ''}`,
    columns: COLUMNS,
    rows: sheet
      ? sheetRows(material, platform, sheet)
      : [{ style: 'note', cells: [`Không có đánh giá nào để nêu: ${ground}.`] }],
  };
}

/** Opened with the first round of the platform, counted nowhere; nothing before a round of it may be shown. */
export function opinionMarks(material: Material): readonly Table[] {
  const { state } = material;
  return Object.values(state.platforms).flatMap((platform) => {
    const isShown = pollsOf(state, platform.platform).some((poll) => isCounted(poll) && mayBeShown(state, poll));
    if (!isShown) return [];
    return Object.values(state.sealedOpinions)
      .filter((sealed) => sealed.platform === platform.platform && sealed.status === 'standing')
      .map((sealed) => opinionTable(material, platform, sealed));
  });
}
