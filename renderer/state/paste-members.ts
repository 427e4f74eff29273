// A list of members as people have it, in a letter or a spreadsheet, read into rows: name, position, unit, and a role where one is named.
import { cleanLine } from '../../shared/base/text.ts';
import type { Role } from '../../shared/council/roles.ts';

export type PastedMember = {
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly role?: Role;
};

/** Longest first: "Phó Chủ tịch" contains "Chủ tịch". */
const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^phó chủ tịch( hội đồng)?$/i, 'vice-chair'],
  [/^chủ tịch( hội đồng)?$/i, 'chair'],
  [/^(ủy viên|uỷ viên)( kiêm)? thư ký$|^thư ký( hội đồng)?$/i, 'secretary'],
  [/^thư ký hành chính$/i, 'administrative-secretary'],
  [/^((ủy|uỷ) viên )?phản biện( \d)?$/i, 'reviewer'],
  [/^(ủy|uỷ) viên( hội đồng)?$|^thành viên$/i, 'member'],
  [/^đại biểu mời$|^khách mời$/i, 'invited'],
  [/^quan sát viên$/i, 'observer'],
];
const roleOf = (words: string): Role | undefined => ROLE_WORDS.find(([pattern]) => pattern.test(words))?.[1];

const isHead = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(họ (và )?tên|full name|name)$/i.test(cell)) && cells.length > 1;

/** A spreadsheet gives tabs; else semicolons, else commas. */
function cellsOf(line: string): readonly string[] {
  const mark = ['\t', ';'].find((each) => line.includes(each)) ?? ',';
  return line.split(mark).map(cleanLine);
}

/** Lines without a name are passed over; a number in front of a name, or in a cell of its own, is no part of it. */
export function readMembers(text: string): readonly PastedMember[] {
  return text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map(cellsOf)
    .filter((cells) => !isHead(cells))
    .flatMap((cells) => {
      const told = /^\d+[.)]?$/.test(cells[0] ?? '') ? cells.slice(1) : cells;
      const at = told.findIndex((cell) => roleOf(cell) !== undefined);
      const role = at > 0 ? roleOf(told[at] ?? '') : undefined;
      const [first = '', position = '', ...units] = at > 0 ? told.filter((_, index) => index !== at) : told;
      const name = first.replace(/^\d+[.)]\s*/, '');
      const unit = units.filter(Boolean).join(', ');
      return name === ''
        ? []
        : [
            {
              name: name.slice(0, 200),
              position: position.slice(0, 200),
              unit: unit.slice(0, 200),
              ...(role === undefined ? {} : { role }),
            },
          ];
    })
    .slice(0, 60);
}
