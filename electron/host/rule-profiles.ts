// The profiles of council rules on this machine: the shipped ones, and the agency's own copies in the store's settings.

import { utf8 } from '../../shared/base/bytes.ts';
import { ok, type Result, refusal, refuse } from '../../shared/base/result.ts';
import { cleanLine } from '../../shared/base/text.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import type { RulesList } from '../../shared/contract/rules-library.ts';
import { type CouncilRules, councilRules } from '../../shared/council/rules.ts';
import { readRulesFile } from '../imports/rules-file.ts';
import { reportRules } from '../imports/rules-report.ts';
import { newId } from './fresh.ts';
import type { Surroundings } from './surroundings.ts';

export type RuleProfiles = {
  readonly list: () => Promise<RulesList>;
  /**
   * Durable when it resolves. Replaces the own profile of that id; all else becomes a new one under an id of its own.
   * Refuses `rules-nameless`, `rules-name-taken {name}`, `rules-too-many {most}`, and what the store refuses.
   */
  readonly save: (rules: CouncilRules) => Promise<Result<{ readonly rules: CouncilRules }>>;
  /** Refuses `rules-unknown`: a shipped profile is nobody's to discard. */
  readonly discard: (id: string) => Promise<Result<null>>;
};

const SETTING = 'own-rules';
const MOST = 100;

const folded = (name: string): string => name.toLocaleLowerCase('vi');

export function openRuleProfiles(around: Pick<Surroundings, 'store' | 'ciphers' | 'rules'>): RuleProfiles {
  const { store, rules: shipped } = around;
  let last: Promise<unknown> = Promise.resolve();
  /** The list is read, changed and written whole: one at a time. */
  const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act, act);
    last = next.catch(() => undefined);
    return await next;
  };
  /** As kept; what another version of the program wrote is not shown, and not thrown away either. */
  const kept = async (): Promise<readonly unknown[]> => {
    const read: unknown = JSON.parse((await store.readSetting(SETTING)) ?? '[]');
    return Array.isArray(read) ? read : [];
  };
  const readable = (all: readonly unknown[]): readonly CouncilRules[] =>
    all.flatMap((each) => {
      const read = councilRules.safeParse(each);
      return read.success ? [read.data] : [];
    });
  const isOf = (id: string) => (each: unknown) => readable([each])[0]?.id === id;

  return {
    list: async () => {
      const all = await kept();
      const own = readable(all);
      const unread = all.length - own.length;
      return {
        profiles: [
          ...shipped.profiles.map((rules) => ({ own: false, rules })),
          ...own.map((rules) => ({ own: true, rules })),
        ],
        leftOut: [
          ...shipped.leftOut,
          ...(unread === 0 ? [] : [{ file: '', why: refusal('rules-unreadable', { count: unread }) }]),
        ],
      };
    },
    save: (given) =>
      inTurn(async () => {
        const all = await kept();
        const own = readable(all);
        const at = all.findIndex(isOf(given.id));
        const name = { vi: cleanLine(given.name.vi), en: cleanLine(given.name.en) };
        if (name.vi === '' || name.en === '') return refuse('rules-nameless');
        const others = [...shipped.profiles, ...own].filter((each) => at < 0 || each.id !== given.id);
        if (others.some((each) => folded(each.name.vi) === folded(name.vi)))
          return refuse('rules-name-taken', { name: name.vi });
        if (at < 0 && own.length >= MOST) return refuse('rules-too-many', { most: MOST });
        const id = at < 0 ? `own-${newId(around)}` : given.id;
        const rules: CouncilRules = { ...given, id, name, source: cleanLine(given.source) };
        const next = at < 0 ? [...all, rules] : all.with(at, rules);
        const saved = await store.saveSetting(SETTING, JSON.stringify(next));
        return saved.ok ? ok({ rules }) : saved;
      }),
    discard: (id) =>
      inTurn(async () => {
        const all = await kept();
        const next = all.filter((each) => !isOf(id)(each));
        if (next.length === all.length) return refuse('rules-unknown');
        return await store.saveSetting(SETTING, JSON.stringify(next));
      }),
  };
}

type Names = 'rules.list' | 'rules.save' | 'rules.discard' | 'rules.read-file';

export const ruleHandlers = (profiles: RuleProfiles): Pick<Handlers, Names> => ({
  'rules.list': async () => ok(await profiles.list()),
  'rules.save': async (_, { rules }) => await profiles.save(rules),
  'rules.discard': async (_, { id }) => {
    const discarded = await profiles.discard(id);
    return discarded.ok ? ok({}) : discarded;
  },
  'rules.read-file': async (_, { name, text }) => {
    const { rules, findings } = reportRules(readRulesFile(utf8(text), name));
    return ok({
      file: name,
      ...(rules === undefined ? {} : { rules }),
      findings: findings.map(({ severity, code, path, line, vi, en }) => ({
        ...{ severity, code, path, vi, en },
        ...(line === undefined ? {} : { line }),
      })),
    });
  },
});
