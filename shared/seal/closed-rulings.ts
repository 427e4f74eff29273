// Rulings whose words a recused seat is not shown: what they say of a platform, from which a page decides nothing for others.

/**
 * Kinds that may come without a body where a platform is closed to the reader. None of them closes, opens, counts or
 * sets aside; without the text of a conclusion a page neither votes on it nor reserves an opinion.
 */
export const CLOSED_RULINGS: ReadonlySet<string> = new Set([
  'value-measured',
  'evidence-added',
  'evaluated-before',
  'conclusion-put',
  'hands-counted',
]);
