// The desk's acts on the library of criteria sets; nobody else may ask anything of it.
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { LibraryOutputs, SetUse } from '../../shared/contract/criteria-library.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import type { Card } from '../../shared/contract/views.ts';
import { type CriteriaSet, criteriaOf } from '../../shared/criteria/criteria-set.ts';
import type { Desk } from './desk.ts';
import type { SoundSet } from './library.ts';
import { consult, copySet, promulgate, saveDraft, signSet } from './library-acts.ts';
import { accept, exported, lookAt, opened, template } from './library-files.ts';

type Names = keyof LibraryOutputs | 'library.discard' | 'library.consult' | 'library.sign' | 'criteria.list';

/** From the cards, so that no book is opened for it but once after an update. */
const usesIn = (cards: readonly Card[], isMeant: (set: NonNullable<Card['set']>) => boolean): readonly SetUse[] =>
  cards.flatMap(({ book, subject, kind, openedAt, set }): readonly SetUse[] => {
    if (set === undefined || !isMeant(set)) return [];
    const { version, sha256, ballots, sealed } = set;
    return [{ book, subject, kind, openedAt, version, sha256, ballots, sealed }];
  });

const measuredIn = (set: CriteriaSet) =>
  criteriaOf(set).flatMap((criterion) => {
    if (criterion.kind !== 'measured') return [];
    const { id, statement, unit, comparator, threshold } = criterion;
    return [{ criterion: id, statement, unit, comparator, threshold }];
  });

function offeredSet({ sha256, set, state }: SoundSet): OutputOf<'criteria.list'>['sets'][number] {
  const measured = measuredIn(set);
  return {
    ...{ sha256, state, id: set.id, version: set.version, sample: set.sample, name: set.name },
    ...(set.promulgation === undefined ? {} : { promulgation: set.promulgation }),
    groups: set.groups.length,
    criteria: criteriaOf(set).length,
    open: measured.filter(({ threshold }) => threshold === null).map(({ threshold: _, ...rest }) => rest),
    measured,
    codes: criteriaOf(set).map(({ id }) => id),
  };
}

/** A card of an earlier version does not name its set: its book is read once, and the card is then like any other. */
async function cardsOf({ books }: Desk): Promise<readonly Card[]> {
  for (const { book, set } of await books.cards()) {
    if (set !== undefined) continue;
    const read = await books.open(book);
    if (read.ok) await books.saveCard(read.value);
  }
  return await books.cards();
}

async function discard(desk: Desk, key: string): Promise<Result<Record<string, never>>> {
  const { library } = desk;
  const cards = await cardsOf(desk);
  const dropped = await library.kept.drop(key, async (was) => {
    const hash = was.state === 'draft' ? undefined : library.hashOf(was.set);
    const count = hash === undefined ? 0 : usesIn(cards, ({ sha256 }) => sha256 === hash).length;
    return count > 0 ? refuse('set-in-use', { count }) : ok(null);
  });
  return dropped.ok ? ok({}) : dropped;
}

export const libraryHandlers = (desk: Desk): Pick<Handlers, Names> => {
  const { around, library } = desk;
  return {
    'criteria.list': async () => {
      const { sets, leftOut } = await library.sound();
      return ok({ sets: sets.map(offeredSet), leftOut });
    },
    'library.list': async () => ok(await library.list()),
    'library.open': async ({ id: link }, { key }) => await opened(around, library, link, key),
    'library.read-file': async (_, given) => await lookAt(around, library, given),
    'library.accept': async (_, given) => await accept(around, library, given),
    'library.save': async (_, given) => await saveDraft(around, library, given),
    'library.copy': async (_, given) => await copySet(around, library, given),
    'library.discard': async (_, { key }) => {
      if (around.library.sets.some(({ sha256 }) => sha256 === key)) return refuse('set-shipped');
      return await discard(desk, key);
    },
    'library.consult': async (_, given) => await consult(around, library, given),
    'library.promulgate': async (_, given) => await promulgate(around, library, given),
    'library.sign': async (_, given) => await signSet(around, library, given),
    'library.export': async ({ id: link }, given) => await exported(around, library, link, given),
    'library.template': async ({ id: link }, given) => await template(around, link, given),
    'library.uses': async (_, { id }) => ok({ uses: usesIn(await cardsOf(desk), (set) => set.id === id) }),
  };
};
