// States in which something does not go: a fault, a lost link, a read-only book, another tab, a store that may not last.
import { refuse } from '../../shared/base/result.ts';
import type { States } from './given.ts';

export const refusalStates: States = {
  fault: { instead: { session: refuse('fault', { number: 'F-0417' }) } },
  waiting: { instead: { session: 'never', home: 'never' } },
  'home-fault': { instead: { home: refuse('fault', { number: 'F-0417' }) } },
  'link-lost': { link: { word: 'lost' }, trust: { pending: 3 } },
  connecting: { link: { word: 'connecting' } },
  'link-refused': { link: { word: 'refused', why: { code: 'seat-not-held', params: {} } } },
  'read-only': {
    views: { session: (session) => ({ ...session, readOnly: { code: 'fault', params: { number: 'F-0417' } } }) },
  },
  elsewhere: { trust: { place: 'elsewhere' } },
  fleeting: { trust: { lasting: false } },
  uncovered: {
    views: { shell: (shell) => ({ ...shell, covered: false, worries: [{ code: 'sandbox-off', params: {} }] }) },
  },
  doubt: { trust: { doubt: { code: 'recording-forked', params: {} } } },
  'act-refused': { trust: { refused: [{ kind: 'vote-cast', code: 'not-present' }] } },
};
