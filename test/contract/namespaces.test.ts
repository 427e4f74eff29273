// The networks that other tests stand on: machines hear one another, a cut one does not, and all that passes is heard.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { namespacesMissing, openSwitch, type Place } from '../helpers/namespaces.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { isMissing, toolOrSkip } from '../helpers/tools.ts';
import { captureWire, fieldsIn } from '../helpers/wire-capture.ts';

const missing = namespacesMissing();

/** Sends one text to a server there; what it answers, or nothing where it cannot be reached. */
function ask({ command: [program, ...words] }: Place, address: string, port: number, text: string): string {
  const script = `const s=require('net').connect({host:'${address}',port:${port},timeout:1500},()=>s.end('${text}'));let t='';
    s.on('data',d=>t+=d);s.on('end',()=>{process.stdout.write(t);process.exit()});s.on('error',()=>process.exit());s.on('timeout',()=>process.exit())`;
  return execFileSync(program, [...words, process.execPath, '-e', script], { encoding: 'utf8' });
}

async function echoIn({ command: [program, ...words] }: Place, port: number): Promise<void> {
  const script = `require('net').createServer({allowHalfOpen:true},s=>s.pipe(s)).listen(${port},'0.0.0.0',()=>console.log('open'))`;
  const child = spawn(program, [...words, process.execPath, '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
}

test.skipIf(missing !== undefined)(
  `[NW1] network namespaces: machines on one switch hear each other, one that is cut off hears nothing, tshark hears all${missing === undefined ? '' : ` (${missing})`}`,
  async (context) => {
    if (isMissing('tshark')) toolOrSkip(context, 'tshark');
    const network = openSwitch(2);
    onTestFinished(network.remove);
    const [one, two] = network.places as [Place, Place];
    const wire = await captureWire(network, tempFolder('wire'));
    await echoIn(one, 4_000);
    expect(ask(two, one.address, 4_000, 'plain words')).toBe('plain words');
    two.cut(true);
    expect(ask(two, one.address, 4_000, 'cut off')).toBe('');
    two.cut(false);
    expect(ask(two, one.address, 4_000, 'back')).toBe('back');
    const heard = await wire.end();
    expect(heard.bytes.includes('plain words')).toBe(true);
    expect(heard.bytes.includes('back')).toBe(true);
    expect(heard.bytes.includes('cut off')).toBe(false);
    expect(fieldsIn(heard.file, 'tcp.len > 0', 'ip.src').length).toBeGreaterThan(1);
  },
);
