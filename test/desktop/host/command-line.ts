// The switches of a process: those it was started with and those the application adds.
import { strict } from './strict.ts';

const given = process.argv.filter((each) => each.startsWith('--'));
const switches = new Map(
  given.map((each) => {
    const [name = '', value = ''] = each.slice(2).split(/=(.*)/);
    return [name, value];
  }),
);

export const commandLine = strict('app.commandLine', {
  appendSwitch: (name: string, value = '') => void switches.set(name, value),
  appendArgument: (_value: string) => {},
  hasSwitch: (name: string) => switches.has(name),
  getSwitchValue: (name: string) => switches.get(name) ?? '',
  removeSwitch: (name: string) => void switches.delete(name),
});
