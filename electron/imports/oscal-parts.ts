// The parts of an OSCAL control as texts: its statement, what guides, what to look at as evidence.
import { isMap, type Value } from '../../shared/criteria/value.ts';
import type { Fields, Source } from './foreign-source.ts';
import { plainMarkdown, tidy } from './foreign-words.ts';

export type PartTexts = { readonly statement: string; readonly guidance: string; readonly evidence: string };

const PART_KEYS = ['id', 'name', 'title', 'prose', 'parts', 'props', 'ns', 'class'];

type Reader = {
  readonly source: Source;
  /** Writes parameters out. */
  readonly insert: (text: string) => string;
};

/** The property of that name: the one without a class, else (unless only that will do) one for some special use. */
export function propOf(
  source: Source,
  fields: Fields,
  name: string,
  path: string,
  which: 'plain' | 'any' = 'any',
): string {
  const found = source
    .list(fields, 'props', path)
    .flatMap(([prop, at]) => (isMap(prop) && source.text(prop, 'name', at) === name ? [{ prop, at }] : []));
  const [best] = [...found.filter(({ prop }) => !prop.has('class')), ...(which === 'any' ? found : [])];
  return best === undefined ? '' : source.text(best.prop, 'value', best.at);
}

/** Properties beside those that are used, one kind of loss for each name. */
export function loseProps(source: Source, fields: Fields, kind: string, path: string, used: readonly string[]): void {
  for (const [prop, at] of source.list(fields, 'props', path)) {
    const name = isMap(prop) ? source.text(prop, 'name', at) : '';
    const isOther = isMap(prop) && (prop.has('class') || !used.includes(name));
    if (isOther) source.lose(`${kind}.props ${name}`, at);
  }
}

/** A part with those inside it, one line each, deeper ones further in. */
function flat({ source, insert }: Reader, value: Value, path: string, depth: number): string {
  const part = source.map(value, path, 'part', PART_KEYS);
  loseProps(source, part, 'part', path, ['label', 'method']);
  const prose = plainMarkdown(insert(source.text(part, 'prose', path)));
  const head = [propOf(source, part, 'label', path, 'plain'), plainMarkdown(insert(source.text(part, 'title', path)))];
  const line = [...head, prose].filter((text) => text !== '').join(' ');
  const inner = source
    .list(part, 'parts', path)
    .map(([each, at]) => flat({ source, insert }, each, at, line === '' ? depth : depth + 1));
  const indent = '  '.repeat(depth);
  const own =
    line === ''
      ? []
      : [
          line
            .split('\n')
            .map((each) => (each === '' ? '' : indent + each))
            .join('\n'),
        ];
  return [...own, ...inner].filter((text) => text !== '').join('\n');
}

const countIn = (part: Fields): number => {
  const inner = part.get('parts');
  return (
    1 +
    (Array.isArray(inner) ? inner.reduce((sum: number, each: Value) => sum + (isMap(each) ? countIn(each) : 0), 0) : 0)
  );
};

/** What the parts of a control say; `assessment-objective` repeats the statement piece by piece and is lost. */
export function readParts(source: Source, control: Fields, path: string, insert: Reader['insert']): PartTexts {
  const reader = { source, insert };
  const texts = { statement: [] as string[], guidance: [] as string[], evidence: [] as string[] };
  for (const [value, at] of source.list(control, 'parts', path)) {
    const part = isMap(value) ? value : new Map<string, Value>();
    const name = source.text(part, 'name', at);
    if (name === 'assessment-objective') source.lose('part assessment-objective', at, countIn(part));
    else if (name === 'statement') texts.statement.push(flat(reader, value, at, 0));
    else if (name === 'assessment-method' || name === 'assessment') {
      const method = propOf(source, part, 'method', at);
      const objects = flat(reader, value, at, 0).replace(/\n+/g, '\n');
      if (method !== '' || objects !== '')
        texts.evidence.push([method, objects].filter((text) => text !== '').join(': '));
    } else texts.guidance.push(flat(reader, value, at, 0));
  }
  const join = (list: readonly string[]): string => tidy(list.filter((text) => text !== '').join('\n'));
  return { statement: join(texts.statement), guidance: join(texts.guidance), evidence: join(texts.evidence) };
}
