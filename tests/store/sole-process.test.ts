import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { soleProcess } from '../../connector/store/sole-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { thrownBy } from './temporary-store.ts';

test('one at a time: the second is told so, and may as soon as the first lets go', () => {
  const folder = temporaryFolder();
  const letGo = soleProcess(folder);
  expect(thrownBy(() => soleProcess(folder))).toMatchObject({ code: 'already-running' });
  letGo();
  soleProcess(folder)();
});

test('a killed process leaves nothing to wait for', async () => {
  const folder = temporaryFolder();
  const room = JSON.stringify(join(import.meta.dirname, '../../connector/store/sole-process.ts'));
  const life = `const { soleProcess } = await import(${room});
    soleProcess(${JSON.stringify(folder)}); console.log('held'); setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', life]);
  await once(other.stdout, 'data');
  expect(() => soleProcess(folder)).toThrow('--data');
  other.kill('SIGKILL');
  await once(other, 'exit');
  soleProcess(folder)();
}, 20_000);
