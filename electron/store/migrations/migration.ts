// What a migration is: one number for both files, and what each file's tables become.

/** SQL that takes each file from `number` - 1 to `number`; empty where that file does not change. */
export type Migration = { readonly number: number; readonly book: string; readonly keys: string };
