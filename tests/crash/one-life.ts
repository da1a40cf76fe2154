import { writeSync } from 'node:fs';
import { readTenantFolder } from '../../connector/demo-tenant/tenant-folder.ts';
import { oneStart } from './whole-life.ts';

/** One start of the product in a process of its own, saying each step aloud so that it can be killed there. */
const [source = '', folder = ''] = process.argv.slice(2);
const remains = await oneStart({
  world: await readTenantFolder(source),
  folder,
  step: (name) => {
    writeSync(1, `step ${name}\n`);
  },
});
writeSync(1, `remains ${JSON.stringify(remains)}\n`);
