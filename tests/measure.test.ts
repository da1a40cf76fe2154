import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DirectedGraph, UndirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, test } from 'vitest';
import { measure, measureInThread, type Watch, type Wish } from '../connector/measure.ts';
import { readNetwork } from '../connector/measured-files/read-network.ts';
import { openStore } from '../connector/store/open.ts';
import { hasReferences, numbersOf, referenceSet } from './network/reference-sets.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function measured(ties: string, people?: string, wish: Partial<Wish & Watch> = {}) {
  const folder = temporaryFolder();
  const tiesFile = join(folder, 'ties.csv');
  const peopleFile = join(folder, 'people.csv');
  const out = join(folder, 'out');
  writeFileSync(tiesFile, ties);
  if (people !== undefined) writeFileSync(peopleFile, people);
  let clock = 0;
  const summary = await measure({
    ties: tiesFile,
    ...(people === undefined ? {} : { people: peopleFile }),
    ...{ out, directed: false, weighted: false, exact: false, seed: 1, engine: { threads: 1 } },
    tell: () => undefined,
    now: () => (clock += 5),
    peakMegabytes: () => 64.4,
    ...wish,
  });
  return { out, summary, read: (name: string) => readFileSync(join(out, name), 'utf8') };
}

/** All but the summary, which tells of time and memory. */
const WRITTEN = ['people.csv', 'units.csv', 'unit-pairs.csv', 'network.svg', 'network.gexf'] as const;

/** A table as written, each row by its column names; no cell of these tests holds a comma. */
function rowsOf(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])));
}

/** Two triangles in two units, joined by c – d; g has no tie and no unit. */
const TIES = 'from,to,weight\na,b,2\nb,a,1\nb,c,1\na,c,1\nc,c,9\nd,e,1\ne,f,1\nd,f,1\nc,d,4\na,e,0\n';
const PEOPLE = 'person,unit\na,U1\nb,U1\nc,U1\nd,U2\ne,U2\nf,U2\ng,\n';

describe('measure on paper', () => {
  test('people', async () => {
    const { read } = await measured(TIES, PEOPLE);
    const [a, , c, d, , , g] = rowsOf(read('people.csv'));
    expect(a).toMatchObject({ person: 'a', unit: 'U1', degree: '2', strength: '2', betweenness: '0', k_core: '2' });
    expect(c).toMatchObject({ degree: '3', betweenness: '6', representative: '2', gatekeeper: '2', coordinator: '0' });
    expect(a?.['community']).toBe(c?.['community']);
    expect(a?.['community']).not.toBe(d?.['community']);
    expect(g).toMatchObject({ unit: '', degree: '0', betweenness: '0', k_core: '0' });
    for (const undefinedOne of ['constraint', 'effective_size', 'efficiency', 'participation', 'liaison', 'itinerant'])
      expect(g?.[undefinedOne], undefinedOne).toBe('');
  });

  test('units and pairs of units', async () => {
    const { read } = await measured(TIES, PEOPLE);
    const [first] = rowsOf(read('units.csv'));
    expect(first).toMatchObject({ unit: 'U1', size: '3', internal_ties: '3', external_ties: '1', ei_ties: '-0.5' });
    expect(Number(first?.['ei_tie_ends'])).toBeCloseTo(-5 / 7, 12);
    expect(first).toMatchObject({ internal_density: '1', external_density: String(1 / 9) });
    expect(read('unit-pairs.csv').trim().split('\n')).toEqual([
      'unit,other_unit,ties,weight,density,mean_steps,mean_steps_back',
      'U1,U1,3,3,1,0,0',
      `U1,U2,1,1,${String(1 / 9)},${String(5 / 3)},${String(5 / 3)}`,
      'U2,U2,3,3,1,0,0',
    ]);
  });

  test('the summary says how, and how much', async () => {
    const { summary, read } = await measured(TIES, PEOPLE);
    expect(summary).toMatchObject({
      ...{ seed: 1, directed: false, weighted: false, people: 7, peopleWithUnit: 6, units: 2, ties: 7 },
      rows: { read: 10, ofWeightZero: 1 },
      components: { count: 2, largest: 6, lonely: 1 },
      communities: { count: 3 },
      pathLengths: { mean: 54 / 30, longestInLargestComponent: 3, pairsByLength: [0, 14, 8, 8], sources: 7 },
      ...{ nmi: 1, ari: 1, reciprocity: null, betweenness: { method: 'exact' }, threads: 1, peakMegabytes: 64 },
    });
    expect(summary.modularityOfUnits).toBeCloseTo(5 / 14, 12);
    expect(JSON.parse(read('summary.json'))).toEqual(summary);
    expect(Object.keys(summary.milliseconds)).toContain('betweenness');
  });

  test('weights add up both ways, and make strength', async () => {
    const { read } = await measured(TIES, PEOPLE, { weighted: true });
    expect(rowsOf(read('people.csv')).map(({ degree, strength }) => `${degree!} ${strength!}`)).toEqual([
      ...['2 4', '2 4', '3 6', '3 6', '2 2', '2 2', '0 0'],
    ]);
    expect(rowsOf(read('unit-pairs.csv'))[1]).toMatchObject({ ties: '1', weight: '4' });
  });

  test('with direction both ways are told apart', async () => {
    const { summary, read } = await measured(TIES, PEOPLE, { directed: true });
    const [a, b] = rowsOf(read('people.csv'));
    expect(a).toMatchObject({ degree: '2', out_degree: '2', in_degree: '1' });
    expect(b).toMatchObject({ degree: '2', out_degree: '2', in_degree: '1' });
    expect(summary.ties).toBe(8);
    expect(summary.reciprocity).toBe(2 / 8);
    expect(rowsOf(read('unit-pairs.csv'))).toHaveLength(4);
  });

  test('without units everything that needs one is empty, and nothing else', async () => {
    const { summary, read } = await measured('from,to\na,b\n');
    const [a] = rowsOf(read('people.csv'));
    expect(a).toMatchObject({ unit: '', degree: '1', constraint: '1', liaison: '', participation: '' });
    expect(read('units.csv').trim().split('\n')).toHaveLength(1);
    expect(summary).toMatchObject({ units: 0, nmi: null, modularityOfUnits: null, silhouetteOfUnits: null, ei: null });
  });
});

describe('lonely cases', () => {
  test.each([
    ['nobody', 'from,to,weight\n', undefined],
    ['nobody tied', 'from,to,weight\n', 'person,unit\na,U1\nb,U1\n'],
    ['one person', 'from,to,weight\na,a,2\n', 'person,unit\na,U1\n'],
    ['two people', 'from,to,weight\na,b,1\nb,a,2\n', 'person,unit\na,U1\nb,U2\n'],
    ['a unit of everybody', 'from,to,weight\na,b,3\n', 'person,unit\na,U1\nb,U1\n'],
    ['no units at all', 'from,to,weight\na,b,3\n', 'person,unit\na,\nb,\n'],
  ])('%s: no file says NaN, Infinity, null or undefined', async (_case, ties, people) => {
    for (const [directed, weighted] of [
      [false, false],
      [true, true],
    ] as const) {
      const { out, read } = await measured(ties, people, { directed, weighted });
      expect(readdirSync(out).sort()).toEqual([
        ...['network.gexf', 'network.svg', 'people.csv', 'summary.json', 'unit-pairs.csv', 'units.csv'],
      ]);
      for (const name of WRITTEN) expect(read(name), name).not.toMatch(/NaN|Infinity|null|undefined/);
      expect(read('summary.json')).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('what is written', () => {
  test('the same input and seed give the same bytes, whatever the number of threads', async () => {
    const one = await measured(TIES, PEOPLE);
    const two = await measured(TIES, PEOPLE, { engine: { threads: 2 } });
    for (const name of WRITTEN) expect(two.read(name)).toBe(one.read(name));
  });

  test('numbers read back as the same numbers, and a name that a spreadsheet would compute is text', async () => {
    const { read } = await measured('from,to\n"=1+1","a,b"\n"a,b",c\n');
    expect(read('people.csv')).toMatch(/^'=1\+1,,1,/m);
    expect(read('people.csv')).toMatch(/^"a,b",,2,/m);
  });

  test('the picture names units, escapes what they are called, and is well-formed', async () => {
    const { read } = await measured(TIES, PEOPLE.replaceAll('U1', '"<Helse & ""omsorg"">"'));
    const picture = read('network.svg');
    expect(picture).toContain('&lt;Helse &amp; &quot;omsorg&quot;&gt;');
    expect(picture).not.toContain('<Helse');
    expect(picture).toContain('role="img"');
  });

  test.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])(
    'the GEXF, read back (directed %s, weighted %s), is the same network with what was found of each',
    async (directed, weighted) => {
      const { out, read } = await measured(TIES, PEOPLE, { directed, weighted });
      const found = parse(directed ? DirectedGraph : UndirectedGraph, read('network.gexf'));
      const rows = rowsOf(read('people.csv'));
      expect(found.nodes()).toEqual(rows.map(({ person }) => person));
      for (const { person, ...cells } of rows) {
        const borne = found.getNodeAttributes(person);
        for (const [name, cell] of Object.entries(cells)) expect(String(borne[name] ?? ''), name).toBe(cell);
      }
      expect(found.getEdgeAttribute('c', 'd', 'weight')).toBe(weighted ? 4 : undefined);
      const again = await measured('', undefined, { ties: join(out, 'network.gexf'), directed, weighted });
      for (const name of WRITTEN) expect(again.read(name), name).toBe(read(name));
    },
  );

  test('a name of any signs comes back from the GEXF as it was', async () => {
    const names = ['a\nb', 'a b', '<&"\'>', '0', 'Ås 👩‍🔧', "'quoted'", 'label'];
    const cell = (name: string): string => `"${name.replaceAll('"', '""')}"`;
    const { out } = await measured(`from,to\n${names.map((name) => `${cell(name)},middle`).join('\n')}\n`);
    const back = await readNetwork({ ties: join(out, 'network.gexf'), directed: false });
    expect(back.names.toSorted()).toEqual([...names, 'middle'].toSorted());
  });

  test('an input is not replaced by a result, nor anything in the data folder', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'people.csv'), PEOPLE);
    const own = { people: join(folder, 'people.csv'), out: `${folder}/.` };
    await expect(measured(TIES, undefined, own)).rejects.toThrow('people.csv would be replaced by a result');
    const store = openStore(join(folder, 'data'));
    store.close();
    for (const out of [join(folder, 'data'), join(folder, 'data', 'periods')])
      await expect(measured(TIES, undefined, { out })).rejects.toThrow('own data folder');
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'people.csv']);
  });

  test('bad input writes nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bad.csv'), 'from,to\na,\n');
    const out = join(folder, 'out');
    await expect(measured('', undefined, { ties: join(folder, 'bad.csv'), out })).rejects.toThrow('line 2, column to');
    expect(existsSync(out)).toBe(false);
  });

  test('weights asked for and not there are refused', async () => {
    await expect(measured('from,to\na,b\n', undefined, { weighted: true })).rejects.toThrow('a column named weight');
  });

  test('a folder that is a file is refused', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'out'), '');
    await expect(measured(TIES, undefined, { out: join(folder, 'out') })).rejects.toThrow('is a file');
  });

  test('in a thread of its own the same, with progress told; a refusal crosses whole', async () => {
    const { out, read } = await measured(TIES, PEOPLE);
    const again = temporaryFolder();
    const wish = {
      ...{ ties: join(out, '..', 'ties.csv'), people: join(out, '..', 'people.csv'), out: join(again, 'out') },
      ...{ directed: false, weighted: false, exact: false, seed: 1 },
    };
    const doing: string[] = [];
    const tell = (what: string) => doing.push(what);
    const summary = await measureInThread({ ...wish, engine: { threads: 1 }, tell });
    expect(summary.people).toBe(7);
    expect(doing).toEqual(expect.arrayContaining(['reading', 'structural holes', 'silhouette of units', 'done']));
    expect(readdirSync(wish.out)).toHaveLength(6);
    for (const name of WRITTEN) expect(readFileSync(join(wish.out, name), 'utf8')).toBe(read(name));
    const bad = measureInThread({ ...wish, ties: join(again, 'none.csv'), engine: { threads: 1 }, tell });
    await expect(bad).rejects.toMatchObject({ code: 'bad-input', whoseMove: 'operator' });
  });

  test('a thread is ended in the middle of what never looks up, and nothing is written', async () => {
    const folder = temporaryFolder();
    const people = 3_000;
    const rows = Array.from({ length: 30 * people }, (_, n) => `${n % people},${(n * 7919 + (n >> 3)) % people}`);
    writeFileSync(join(folder, 'ties.csv'), `from,to\n${rows.join('\n')}\n`);
    const stopping = new AbortController();
    const stopped = new Error('stopped');
    const wish = {
      ...{ ties: join(folder, 'ties.csv'), out: join(folder, 'out') },
      ...{ directed: false, weighted: false, exact: false, seed: 1 },
      tell: (what: string): void => {
        if (what === 'communities') stopping.abort(stopped);
      },
    };
    const engine = { threads: 1, signal: stopping.signal };
    await expect(measureInThread({ ...wish, engine })).rejects.toBe(stopped);
    expect(readdirSync(folder)).toEqual(['ties.csv']);
  });

  test('told to stop, it stops and writes nothing', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    const stopped = new Error('stopped');
    const engine = { threads: 1, signal: AbortSignal.abort(stopped) };
    await expect(measured(TIES, PEOPLE, { out, engine })).rejects.toBe(stopped);
    expect(existsSync(out)).toBe(false);
  });
});

describe.skipIf(!hasReferences)('beside R and networkx (skipped without ../shared)', () => {
  const COLUMNS = [
    ['krackhardt-advice', false, false, { degree: 'degree_undirected', betweenness: 'betweenness_undirected' }],
    ['krackhardt-advice', true, false, { betweenness: 'betweenness_directed', pagerank: 'pagerank_directed_binary' }],
    ['asoiaf-book1', false, true, { strength: 'strength_undirected', constraint: 'constraint_undirected_weighted' }],
    ['email-eu-core', true, false, { betweenness: 'betweenness_directed', constraint: 'constraint_directed_binary' }],
  ] as const;

  test.each(COLUMNS)('%s, directed %s, weighted %s', async (name, directed, weighted, columns) => {
    const set = referenceSet(name);
    const rows = [...set.from].map(
      (from, at) => `${set.ids[from]!},${set.ids[set.to[at]!]!},${String(set.weights[at])}`,
    );
    const people = `person,unit\n${set.ids.map((id) => `${id},`).join('\n')}\n`;
    const { read } = await measured(`from,to,weight\n${rows.join('\n')}\n`, people, { directed, weighted });
    const found = rowsOf(read('people.csv'));
    for (const [column, reference] of Object.entries(columns)) {
      const expected = numbersOf(`${name}__nodes.csv`, reference);
      const differences = found.map((row, at) => {
        const [ours, theirs] = [row[column] === '' ? NaN : Number(row[column]), expected[at] ?? NaN];
        if (Number.isNaN(ours) && Number.isNaN(theirs)) return 0;
        return Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
      });
      expect(Math.max(...differences), column).toBeLessThan(1e-9);
    }
  });
});
