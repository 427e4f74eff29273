// Who signs the minutes: the secretary and the one who presided; of a hired unit's report one person.
import type { CouncilRules } from '../council/rules.ts';
import type { State } from './state.ts';

export type SignerField = 'ThuKy' | 'ChuToa';

/** Fields in the order in which they are signed (Decree 30/2020/NĐ-CP, form 1.9; domain, section 3, "a hired unit with one signer"). */
export const signerFieldsUnder = (body: CouncilRules['body'] | undefined): readonly SignerField[] =>
  body === 'hired-unit' ? ['ChuToa'] : ['ThuKy', 'ChuToa'];

export const signerFields = (state: State): readonly SignerField[] => signerFieldsUnder(state.opened?.rules.body);
