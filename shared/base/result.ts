// A refusal is a value: a code with parameters, worded in Vietnamese and English in `shared/lang`.

/** What was refused and where. Parameters are words and whole numbers only, so that every surface can print them. */
export type Refusal = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refusal = (code: string, params: Refusal['params'] = {}): Refusal => ({ code, params });

export const refuse = (code: string, params: Refusal['params'] = {}): Result<never> => ({
  ok: false,
  refusal: { code, params },
});
