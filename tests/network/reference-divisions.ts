import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { networkOf } from '../../connector/network/network-of.ts';
import { targetsOf, type Network } from '../../connector/network/network.ts';
import { asNetwork, columnOf, referenceSet } from './reference-sets.ts';

/** The set without its lonely people, as the reference has it; −1 where no unit is known for certain. */
export function divided(set: string, unit: string, weighted: boolean): { network: Network; unitOf: Int32Array } {
  if (set === 'email-eu-core-temporal') return temporal(weighted);
  const network = asNetwork(referenceSet(set), { directed: false, weighted });
  const names = columnOf(`${set}__nodes.csv`, unit);
  const numbers = [...new Set(names)];
  const unitOf = Int32Array.from(names, (name, person) =>
    targetsOf(network, person).length === 0 ? -1 : numbers.indexOf(name),
  );
  return { network, unitOf };
}

function temporal(weighted: boolean): { network: Network; unitOf: Int32Array } {
  const folder = '../shared/data/email-eu-core-temporal';
  const lines = gunzipSync(readFileSync(`${folder}/email-Eu-core-temporal.txt.gz`))
    .toString('latin1')
    .trim()
    .split('\n');
  const mails = lines.map((line) => line.split(' ').map(Number));
  const people = 1 + mails.reduce((most, [from, to]) => Math.max(most, from!, to!), 0);
  const from = Int32Array.from(mails, (mail) => mail[0]!);
  const to = Int32Array.from(mails, (mail) => mail[1]!);
  const weights = new Float64Array(mails.length).fill(1);
  const network = networkOf({ people, from, to, directed: false, ...(weighted ? { weights } : {}) });
  const unitOf = new Int32Array(people).fill(-1);
  for (const line of readFileSync(`${folder}/node_departments_derived.csv`, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [id, , department] = line.split(',');
    if (department !== '') unitOf[Number(id)] = Number(department);
  }
  return { network, unitOf };
}
