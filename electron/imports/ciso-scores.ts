// Scores of a CISO Assistant framework as points with levels, and the weights of its nodes in basis points.
import { under, type Value } from '../../shared/criteria/value.ts';
import type { Fields, Source } from './foreign-source.ts';
import type { Words } from './foreign-words.ts';

export type ScoreLevels = { readonly levels: readonly Value[]; readonly pass: string };

const WHOLE = /^(?:0|[1-9][0-9]{0,3})$/;
const LEVELS = 20;

type Placed = { readonly fields: Fields; readonly path: string };

/**
 * The scale becomes points from 0 to 100, each level under its own score and name. No framework says where met begins:
 * the highest level is assumed, so that nothing passes by an assumption.
 */
export function scoreLevels(
  source: Source,
  say: (fields: Fields, key: string, path: string) => Words,
  framework: Fields,
  path: string,
): ScoreLevels | undefined {
  const loseAll = (): undefined => {
    for (const key of ['min_score', 'max_score', 'scores_definition'])
      if (framework.has(key) && framework.get(key) !== null) source.lose(`framework.${key}`, under(path, key));
    return undefined;
  };
  const given = source.list(framework, 'scores_definition', path).map(([value, at]) => {
    const fields = source.map(value, at, 'score', ['score', 'name', 'description', 'translations']);
    return { fields, at, score: source.text(fields, 'score', at) };
  });
  if (given.length < 2 || given.length > LEVELS || given.some(({ score }) => !WHOLE.test(score))) return loseAll();
  const scores = given.map(({ score }) => Number(score));
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const points = scores.map((score) => Math.floor(((score - least) * 100) / (most - least)));
  if (points.some((each, at) => at > 0 && each <= (points[at - 1] ?? -1))) return loseAll();
  const levels = given.map(({ fields, at, score }, index): Value => {
    const [name, more] = [say(fields, 'name', at), say(fields, 'description', at)];
    const text = (language: 'vi' | 'en'): string =>
      [score, name[language], more[language]]
        .filter((each) => each !== '')
        .join('. ')
        .replace(/\s+/g, ' ');
    const english = name.en !== '' || more.en !== '' ? [['en', text('en')] as const] : [];
    return new Map<string, Value>([['points', String(points[index])], ['vi', text('vi')], ...english]);
  });
  source.warn('pass-assumed', under(path, 'scores_definition'));
  return { levels, pass: String(points.at(-1)) };
}

/** Weights in percent that make 100 become basis points; other whole weights stay as they are, as shares of their sum. */
export function weightsOf(source: Source, nodes: readonly Placed[], isScored: boolean): readonly number[] | undefined {
  const texts = nodes.map(({ fields, path }) => source.text(fields, 'weight', path));
  const carrying = texts.filter((text) => text !== '').length;
  if (carrying === 0) return undefined;
  // A node without a weight weighs 1 there.
  const weights = texts.map((text) => (text === '' ? 1 : WHOLE.test(text) ? Number(text) : 0));
  const sum = weights.reduce((total, each) => total + each, 0);
  if (!isScored || weights.some((each) => each === 0)) {
    for (const [at, { path }] of nodes.entries())
      if (texts[at] !== '') source.lose('node.weight', under(path, 'weight'));
    return undefined;
  }
  return sum === 100 ? weights.map((each) => each * 100) : weights;
}
