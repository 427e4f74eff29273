// The evidence of a platform in the order in which the council names it, and its revisions.
import type { Evidence, EvidenceRevision, Platform } from './state.ts';

/** By number, from 1. */
export const evidenceOf = ({ evidence }: Pick<Platform, 'evidence'>): readonly Evidence[] =>
  Object.values(evidence).sort((a, b) => a.number - b.number);

export const revisionOf = ({ revision, sha256, size, mediaType, title, origin }: Evidence): EvidenceRevision => ({
  ...{ revision, sha256, size, mediaType, title, origin },
});

/** Every revision of an item, the newest first. */
export const revisionsOf = (item: Evidence): readonly EvidenceRevision[] => [
  revisionOf(item),
  ...[...(item.earlier ?? [])].reverse(),
];
