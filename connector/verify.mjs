// Checks released figures from their file alone: `node verify.mjs releases.json`, on any Node from 20 on. It uses nothing
// of Samspill's, so that whoever reads these lines need not trust the rest. What it checks stands in docs/verify.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

// ρ a year at the level `standard`; `careful` may spend half.
const CONTACTS = { reach: 0.8, breadth: 0.2, brokerage: 0.2, steps: 0.1, channels: 0.1 };
const RHO_A_YEAR = { ...CONTACTS, apps: 0.6, staircase: 0.3, leaders: 0.2 };
const CELLS_A_PERSON = { reach: (columns) => columns, apps: (columns) => columns, steps: (columns) => columns / 2 };
const hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const parts = (fraction) => fraction.split('/').map(BigInt);
const asNumber = (fraction) => Number(parts(fraction)[0]) / Number(parts(fraction)[1]);
const canonical = (value) => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
};
const quarter = (date) => date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
const quarters = ({ from, to }) => [quarter(new Date(from)), quarter(new Date(Date.parse(to) - 1))];

/** What is wrong with an exported file, one sentence each; nothing when every promise holds. */
function faultsOf({ ledger, releases }) {
  const faults = ledger.length === releases.length ? [] : ['There is not one release for each entry of the ledger.'];
  let head = '0'.repeat(64);
  for (const [index, { hash: sealed, ...entry }] of ledger.entries()) {
    const must = (holds, fault) => holds || faults.push(`Release ${entry.number} (${entry.period.id}): ${fault}`);
    must(entry.number === index + 1 && entry.previousHash === head, 'the chain is broken before it.');
    must(hash(canonical(entry)) === sealed, 'its ledger entry was changed.');
    head = sealed;
    const before = ledger.slice(0, index);
    const overlaps = ({ period: { from, to } }) => from < entry.period.to && entry.period.from < to;
    must(!before.some(overlaps), 'some of its days were released before.');
    for (const { name } of entry.tables) must(isInBudget(name, entry, [...before, entry]), `${name} is too dear.`);
    const text = releases[index] ?? '';
    must(hash(text) === entry.contentHash, 'its figures were changed.');
    if (text === '') continue;
    const { period, level, tables, units } = JSON.parse(text);
    const told = [period, level, tables.map(({ name, rho }) => ({ name, rho }))];
    const costs = [entry.period, entry.level, entry.tables];
    must(canonical(told) === canonical(costs), 'its ledger entry tells other costs.');
    for (const table of tables) for (const fault of tableFaults(table, units)) must(false, `${table.name}: ${fault}`);
  }
  return faults;
}

/** In any four calendar quarters in a row, a release counting as soon as one of its days lies in them. */
function isInBudget(name, { period, level }, ledger) {
  const [first, last] = quarters(period);
  const limit = RHO_A_YEAR[name] * (level === 'careful' ? 0.5 : 1) + 1e-9;
  return [...Array(last - first + 4).keys()].every((step) => {
    const [start, end] = [first - 3 + step, first + step];
    const within = ledger.filter((it) => quarters(it.period)[0] <= end && quarters(it.period)[1] >= start);
    return sum(within.flatMap((it) => it.tables.filter((t) => t.name === name).map((t) => asNumber(t.rho)))) <= limit;
  });
}

function tableFaults({ name, rho, sigmaSquared, rows, columns, values }, units) {
  const faults = [];
  const must = (holds, fault) => holds || faults.push(fault);
  const [[variance, over], [price, part]] = [sigmaSquared, rho].map(parts);
  const cells = BigInt(Math.max(1, CELLS_A_PERSON[name]?.(columns.length) ?? 1));
  must(2n * price * variance === cells * part * over, 'its noise is not what it paid for: σ² = Δ² ÷ 2ρ.');
  const floor = Math.max(20, Math.ceil(11 * Math.sqrt(asNumber(sigmaSquared)) - 1e-9));
  const headsOf = new Map(units.map(({ unit, heads }) => [unit, heads]));
  const all = (paths) => sum(paths.map((path) => headsOf.get(path) ?? 0));
  const placed = rows.flatMap((row) => row.units);
  must(
    rows.every(({ heads }) => heads >= floor),
    `a row has fewer than ${floor} people.`,
  );
  must(new Set(placed).size === placed.length, 'a unit is in two rows, so rows do not add up to the whole.');
  must(
    placed.every((unit) => headsOf.has(unit)),
    'a row holds a unit that the directory has not.',
  );
  // Elected members are left out where contacts are counted, so there a row may have fewer people than its units.
  const isWhole = name !== 'leaders' && !(name in CONTACTS);
  const fits = (row) => name === 'leaders' || (isWhole ? row.heads === all(row.units) : row.heads <= all(row.units));
  must(rows.every(fits), 'a row does not have the people of its units.');
  must(!isWhole || placed.length === headsOf.size, 'a unit is in no row, so rows do not add up to the whole.');
  const outside = (row, column) => all(column.units.filter((unit) => !row.units.includes(unit)));
  const mayStand = (row, column) => name !== 'reach' || columns.length === 1 || outside(row, column) >= 50;
  const isFine = (value, row, column) =>
    value === null ? name === 'reach' : Number.isInteger(value) && mayStand(row, column);
  const areFine = rows.every((row, r) => columns.every((column, c) => isFine(values[r]?.[c], row, column)));
  must(areFine, 'a figure is no whole number, or stands where fewer than 50 people could be reached.');
  return faults;
}

const document = JSON.parse(readFileSync(process.argv[2] ?? 'releases.json', 'utf8'));
const faults = faultsOf(document);
const holds = `All ${document.ledger.length} releases hold. Head of the ledger: ${document.ledger.at(-1)?.hash}`;
console.log(faults.length === 0 ? holds : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
