// The head of form 1.9: agency and number on the left, nation and motto on the right, then the title of the minutes.
import type { Content } from 'pdfmake/interfaces.js';
import type { Minutes } from '../../shared/minutes/content.ts';
import type { Faces } from './fonts.ts';
import { centred, ruleUnder } from './lines.ts';
import { innerWidth, size } from './page.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** A rule under the agency and under the title is a third to a half as long as the text (Decree 30/2020, appendix I). */
const SHARE = 0.4;

function agency(minutes: Minutes, faces: Faces, room: number): Content[] {
  const superior =
    minutes.superior === '' ? [] : centred(minutes.superior, faces, { size: size.agency, face: 'normal', room }).nodes;
  const council = centred(minutes.council, faces, { size: size.agency, face: 'bold', room });
  return [
    ...superior,
    ...council.nodes,
    ruleUnder(council.widest * SHARE, room),
    { text: minutes.number, alignment: 'center', fontSize: size.body, margin: [0, 7, 0, 0] },
  ];
}

/** The rule under the motto is as long as the motto. No place-and-date line: form 1.9 has none. */
function nation(faces: Faces, room: number): Content[] {
  const motto = centred(MOTTO, faces, { size: size.motto, face: 'bold', room });
  return [
    ...centred(NATION, faces, { size: size.nation, face: 'bold', room }).nodes,
    ...motto.nodes,
    ruleUnder(motto.widest, room),
  ];
}

export function head(minutes: Minutes, faces: Faces): Content[] {
  const inner = innerWidth(false);
  const right = Math.ceil(faces.width(NATION, size.nation, 'bold')) + 4;
  const gap = 8;
  const left = inner - right - gap;
  const subject = centred(minutes.subject, faces, { size: size.title, face: 'bold', room: inner });
  return [
    {
      columns: [
        { width: left, stack: agency(minutes, faces, left) },
        { width: right, stack: nation(faces, right) },
      ],
      columnGap: gap,
    },
    { text: minutes.title, alignment: 'center', bold: true, fontSize: size.title, margin: [0, 24, 0, 2] },
    ...subject.nodes,
    ruleUnder(subject.widest * SHARE, inner),
    { text: '', margin: [0, 0, 0, 12] },
  ];
}
