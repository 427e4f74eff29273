// Looks a word from outside up in a table of ours: what every object answers to ("constructor", "__proto__") is no entry.

export const ownOf = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
