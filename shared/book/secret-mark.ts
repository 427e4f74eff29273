// Whether a title, a file's name or a label bears a mark of state secrets: such documents have no place on this machine.
// Degrees: tuyệt mật, tối mật, mật (Law on Protection of State Secrets, article 8).
import { foldText } from '../base/search-text.ts';

const MARK = /(^|[^\p{L}])(tuyệt\s+mật|tối\s+mật|\[\s*mật\s*\]|\(\s*mật\s*\))($|[^\p{L}])/iu;

export const bearsSecretMark = (title: string): boolean => MARK.test(title.normalize('NFC'));

/** Without its diacritics, as names of files often are; "tới mặt" is written with its own. */
const PLAIN_MARK = /(^| )(tuyet mat|toi mat)( |$)/;
/** The mark alone before the rest of a name: "MẬT_Báo cáo", but not "Mật khẩu" or "Mật mã". */
const LEADING = /^mật\s*[-–_.]+\s*(?!khẩu|mã|độ|ong)/iu;

/** Of a file's name, with the folders before it where there are any: words in it stand apart by any sign, or by capitals. */
export function nameBearsSecretMark(path: string): boolean {
  return path
    .normalize('NFC')
    .split(/[\\/]/)
    .some((part) => {
      const words = part.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[\s_.\-–+,]+/g, ' ');
      return bearsSecretMark(words) || PLAIN_MARK.test(words.toLowerCase()) || LEADING.test(part);
    });
}

const DEGREES: ReadonlySet<string> = new Set(['mat', 'toi mat', 'tuyet mat', 'secret', 'top secret', 'confidential']);

/** Of what stands in a column of labels: the degree alone is enough there. */
export const isSecretLabel = (label: string): boolean =>
  DEGREES.has(
    foldText(label)
      .replace(/[^a-z]+/g, ' ')
      .trim(),
  ) || nameBearsSecretMark(label);
