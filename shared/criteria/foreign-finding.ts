// What is found in a set written in the format of others, and what such a format cannot say of ours.

/** Each has a sentence in `shared/lang/foreign-finding-words.ts`. */
export type ForeignFindingCode =
  | 'oscal-no-catalog'
  | 'oscal-newer'
  | 'ciso-no-framework'
  | 'criteria-none'
  | 'category-unknown'
  | 'left-out'
  | 'vietnamese-missing'
  | 'rules-assumed'
  | 'pass-assumed'
  | 'statement-from-id'
  | 'parent-unknown'
  | 'id-changed'
  | 'text-cut'
  | 'kept-as-own';
