// What a command of the command line is, and how it answers.
import type { Refusal } from '../../shared/base/result.ts';
import type { Given, Spec } from './options.ts';

export type Output = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** 0: it holds. 1: the input is bad. Wrong usage (2) is thrown as `WrongUsage`. */
export type ExitCode = 0 | 1;
export type Command = {
  readonly spec: Spec;
  readonly run: (given: Given, output: Output) => Promise<ExitCode>;
};

/** Bad input: a sentence in both languages on standard error, or one JSON line on standard output. */
export function refuseInput(
  output: Output,
  json: boolean,
  refused: Refusal,
  sentence: { readonly vi: string; readonly en: string },
): ExitCode {
  if (json) output.out(`${JSON.stringify({ ok: false, refusal: refused, ...sentence })}\n`);
  else output.err(`${sentence.vi}\n${sentence.en}\n`);
  return 1;
}
