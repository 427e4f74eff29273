// `hoidong host --data DIR --port N`: the host with its loopback door, until it is told to stop.
import { consoleLog, openHeadless, worded } from '../headless.ts';
import { type Command, refuseInput } from './command.ts';
import { WrongUsage, wholeNumber } from './options.ts';

const told = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });

export const host: Command = {
  spec: {
    usage: 'host --data DIR [--port N] [--json]',
    help: [
      '--data   thư mục giữ sổ và khóa / folder of books and keys',
      '--port   cổng trên 127.0.0.1, 0 là cổng trống bất kỳ / port on 127.0.0.1, 0 for any that is free (0)',
      '--json   in một dòng JSON khi đã mở / one line of JSON once open',
    ],
    flags: ['json'],
    values: ['data', 'port'],
    plain: [0, 0],
  },
  run: async (given, output) => {
    const data = given.values.get('data');
    if (data === undefined) throw new WrongUsage('--data wants a folder');
    const port = wholeNumber(given, 'port', 0, [0, 65_535]);
    const opened = await openHeadless({ data, log: consoleLog((line) => output.err(`${line}\n`)), door: { port } });
    if (!opened.ok) return refuseInput(output, given.flags.has('json'), opened.refusal, worded(opened.refusal));
    const { door, deskToken, close } = opened.value;
    const url = `${door?.origin}/#desk=${deskToken}`;
    output.out(given.flags.has('json') ? `${JSON.stringify({ ok: true, url, port: door?.port })}\n` : `${url}\n`);
    await told();
    await close();
    return 0;
  },
};
