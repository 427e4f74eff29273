// Roles at the council's table and who of them votes (domain, section 3).

export const ROLES = [
  'chair',
  'vice-chair',
  'secretary',
  'administrative-secretary',
  'reviewer',
  'member',
  'invited',
  'observer',
] as const;
export type Role = (typeof ROLES)[number];

const VOTING: ReadonlySet<Role> = new Set(['chair', 'vice-chair', 'secretary', 'reviewer', 'member']);

/** The secretary-member votes, the administrative secretary does not; invited attendees and observers never do. */
export const votes = (role: Role): boolean => VOTING.has(role);
