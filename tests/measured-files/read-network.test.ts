import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MultiGraph } from 'graphology';
import { write } from 'graphology-gexf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARGEST, weightOf } from '../../connector/measured-files/network-file.ts';
import { readNetwork } from '../../connector/measured-files/read-network.ts';
import { quarterOf } from '../../connector/privacy/period.ts';
import { openStore } from '../../connector/store/open.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samspill-files-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(ties: string, people?: string, directed = false) {
  const { names, from, to, weights, units } = await readNetwork({
    ties,
    directed,
    ...(people !== undefined && { people }),
  });
  const pairs = [...from].map((person, at) => [names[person], names[to[at] ?? -1], weights?.[at]]);
  return { names, pairs, units: units && [...units.unitOf].map((unit) => units.names[unit] ?? null) };
}

async function refusal(ties: string, people?: string): Promise<string> {
  return read(ties, people).then(
    () => 'was read',
    (error: unknown) => (error instanceof Error ? error.message : 'something else was thrown'),
  );
}

describe('a table of ties', () => {
  test('columns in any order and case, others left alone, self-ties and repeats as they stand', async () => {
    const path = file('any.csv', 'Weight,note,TO,from\n2,x,b,a\n1.5,,a,b\n9,,a,a\n');
    expect(await read(path)).toEqual({
      names: ['a', 'b'],
      pairs: [
        ['a', 'b', 2],
        ['b', 'a', 1.5],
        ['a', 'a', 9],
      ],
      units: undefined,
    });
  });

  test.each([
    ['Windows lines', 'from,to\r\na,b\r\n'],
    ['old Mac lines', 'from,to\ra,b\r'],
    ['no last line break', 'from,to\na,b'],
    ['a byte order mark', '\uFEFFfrom,to\na,b\n'],
    ['semicolons, as Norwegian spreadsheets write', 'from;to\na;b\n'],
    ['tabs', 'from\tto\na\tb\n'],
    ['quotes', '"from","to"\n"a","b"\n'],
    ['empty lines', 'from,to\n\na,b\n\n'],
    ["Gephi's names", 'Source,Target\na,b\n'],
    ["tnet's names", 'i,j\na,b\n'],
    ['the line that Excel wants before', 'sep=;\r\nfrom;to\r\na;b\r\n'],
    ['that line in quotes after a byte order mark', '\uFEFF"sep=\t"\nfrom\tto\na\tb\n'],
    ['that line, and names with what others divide by', 'SEP=,\n"from",to\na,b\n'],
  ])('with %s', async (_kind, content) => {
    expect((await read(file('form.csv', content))).pairs).toEqual([['a', 'b', undefined]]);
  });

  test('a name may hold commas, quotes, line breaks and any script', async () => {
    const path = file('names.csv', 'from,to\n"Ås, ""vest""","to\nlinjer"\n👩‍🔧,مرحبا\n');
    expect((await read(path)).names).toEqual(['Ås, "vest"', 'to\nlinjer', '👩‍🔧', 'مرحبا']);
  });

  test('with a header alone nobody is tied', async () => {
    expect(await read(file('empty.csv', 'from,to\n'))).toEqual({ names: [], pairs: [], units: undefined });
  });

  test.each([
    ['nothing at all', '', 'line 1, column from, to: expected a header line with these columns.'],
    ['no header', 'a,b\n', 'line 1, column from: expected a header line that has this column.'],
    ['one column twice', 'from,to,from\n', 'line 1, column from: expected this column once.'],
    ['an empty name', 'from,to\na,b\nc,\n', 'line 3, column to: expected a person.'],
    ['a negative weight', 'from,to,weight\na,b,-1\n', 'line 2, column weight: expected a number of 0 or more'],
    ['NaN', 'from,to,weight\na,b,NaN\n', 'line 2, column weight: expected a number of 0 or more'],
    ['an infinite weight', 'from,to,weight\na,b,1e999\n', 'line 2, column weight: expected a number of 0 or more'],
    ['a missing weight', 'from,to,weight\na,b,\n', 'line 2, column weight: expected a number of 0 or more'],
    ['too few cells', 'from,to,weight\na,b,1\na,b\n', 'line 3, column 3: expected as many cells as the header has.'],
    ['an open quote', 'from,to\na,"b\n', 'expected every quote to be closed.'],
    ['a NUL in a name', 'from,to\na,b\nc\u0000d,e\n', 'line 3, column 2: expected text without control characters.'],
    ['UTF-16 without a mark', 'f\u0000r\u0000o\u0000m\u0000', 'line 1, column 2: expected text without control'],
    ['a fault after the line for Excel', 'sep=;\nfrom;to;weight\na;b;x\n', 'line 3, column weight: expected a number'],
    ['no header after it', 'sep=;\nfrom,to\na,b\n', 'line 2, column from: expected a header line that has this'],
    ['nothing after it', 'sep=;', 'line 1, column from, to: expected a header line with these columns.'],
  ])('with %s is refused with line and column', async (_kind, content, expected) => {
    const said = await refusal(file('bad.csv', content));
    expect(said).toMatch(/^bad\.csv, line/);
    expect(said).toContain(expected);
  });

  test('with semicolons, as Norwegian spreadsheets write it, has decimal commas; with commas it has none', async () => {
    expect((await read(file('nb.csv', 'from;to;weight\r\nÅse, N.;Ola;1,5\r\nOla;Kari;2.25\r\n'))).pairs).toEqual([
      ['Åse, N.', 'Ola', 1.5],
      ['Ola', 'Kari', 2.25],
    ]);
    expect(await refusal(file('en.csv', 'from,to,weight\na,b,"1,5"\n'))).toContain('line 2, column weight');
    expect(await refusal(file('nb.csv', 'from;to;weight\na;b;1.500,5\n'))).toContain('line 2, column weight');
    expect(await refusal(file('long.csv', 'from;to\na;b;c;d\n'))).toContain('line 2, column 3: expected as many cells');
  });

  test('in an old encoding is refused with the line, and nobody is quoted', async () => {
    const bytes = Buffer.concat([Buffer.from('from,to\na,b\nk'), Buffer.from([0xe5]), Buffer.from('re,b\n')]);
    expect(await refusal(file('latin.csv', bytes))).toBe(
      'latin.csv, line 3, column 2: expected text in UTF-8 (in a spreadsheet: save as "CSV UTF-8").',
    );
  });

  test('cut in the middle of a letter is refused', async () => {
    const bytes = Buffer.concat([Buffer.from('from,to\na,b'), Buffer.from([0xc3])]);
    expect(await refusal(file('cut.csv', bytes))).toContain('expected text in UTF-8');
  });

  test('of one endless line is refused before it is held whole', async () => {
    expect(await refusal(file('endless.csv', `from,to\n${'a'.repeat(200_000)}`))).toContain(
      'expected a line of at most 64 KiB',
    );
  });

  test('a file that is not there is refused', async () => {
    expect(await refusal(join(folder, 'absent.csv'))).toBe('absent.csv cannot be read: expected a readable file.');
  });

  test('a database is refused, by what it begins with and not by its name', async () => {
    const said = await refusal(file('innocent.csv', 'SQLite format 3\u0000…'));
    expect(said).toContain('is a database');
  });
});

describe("Samspill's own data folder", () => {
  test('is refused, and so is every file in it that is about people', async () => {
    const own = mkdtempSync(join(folder, 'data-'));
    const store = openStore(own);
    const period = quarterOf('2025-10-01');
    const path = store.period(period).database.location() ?? '';
    try {
      for (const handed of [own, join(own, 'periods'), path, join(own, 'samspill.sqlite')])
        expect(await refusal(handed)).toMatch(/is Samspill’s own data folder|is a database/);
      expect(await refusal(file('ties.csv', 'from,to\na,b\n'), path)).toContain('is a database');
      for (const beside of readdirSync(join(own, 'periods')))
        expect(await refusal(join(own, 'periods', beside))).not.toBe('was read');
    } finally {
      store.close();
    }
  });

  test('any other folder is no readable file', async () => {
    expect(await refusal(folder)).toContain('cannot be read: expected a readable file.');
  });
});

describe('people in a file of their own', () => {
  test('are all there are, the lonely included, in their order; an empty unit is none', async () => {
    const people = file('people.csv', 'person,unit\nc,Drift\na,\nb,Helse\n');
    expect(await read(file('few.csv', 'from,to\na,b\n'), people)).toEqual({
      names: ['c', 'a', 'b'],
      pairs: [['a', 'b', undefined]],
      units: ['Drift', null, 'Helse'],
    });
  });

  test('somebody unknown in the ties is refused with line and column', async () => {
    const people = file('people.csv', 'person,unit\na,\nb,\n');
    expect(await refusal(file('more.csv', 'from,to\na,b\na,kari\n'), people)).toBe(
      'more.csv, line 3, column to: expected somebody who stands in the file of people.',
    );
  });

  test('somebody who stands there twice is refused', async () => {
    const people = file('people.csv', 'person,unit\na,x\nb,x\na,y\n');
    expect(await refusal(file('few.csv', 'from,to\na,b\n'), people)).toBe(
      'people.csv, line 4, column person: expected another person than line 2.',
    );
  });
});

describe('GEXF', () => {
  function gexf(directed: boolean): string {
    const network = new MultiGraph();
    network.addNode('a', { unit: 'Helse' });
    network.addNode('b', { unit: 'Drift' });
    network.addNode('c', {});
    if (directed) network.addDirectedEdge('a', 'b', { weight: 2 });
    else network.addUndirectedEdge('a', 'b', { weight: 2 });
    network.addUndirectedEdge('b', 'c');
    return file('network.gexf', write(network));
  }

  test('what graphology wrote comes back, units and weights included', async () => {
    expect(await read(gexf(true))).toEqual({
      names: ['a', 'b', 'c'],
      pairs: [
        ['a', 'b', 2],
        ['b', 'c', 1],
      ],
      units: ['Helse', 'Drift', null],
    });
  });

  test('where direction is asked about, an undirected edge is a tie each way', async () => {
    expect((await read(gexf(false), undefined, true)).pairs).toEqual([
      ['a', 'b', 2],
      ['b', 'a', 2],
      ['b', 'c', 1],
      ['c', 'b', 1],
    ]);
  });

  test('a bad weight is refused where its edge stands', async () => {
    const path = file(
      'bad.gexf',
      '<gexf><graph>\n<nodes><node id="a"/><node id="b"/></nodes>\n<edges>\n  <edge source="a" target="b" weight="-1"/>\n</edges></graph></gexf>',
    );
    expect(await refusal(path)).toBe('bad.gexf, line 4, column 3: expected a weight that is a number of 0 or more.');
  });

  const NODES = '<gexf><graph>\n<nodes><node id="a"/></nodes>\n';
  test.each([
    ['no XML', 'from,to\na,b\n', 'line 1, column 1: expected a file of GEXF'],
    ['nothing', '', 'line 1, column 1: expected a file of GEXF'],
    ['other XML', '<?xml version="1.0"?>\n<svg/>', 'line 2, column 1: expected a file of GEXF'],
    ['an edge to nobody', `${NODES}<edges>\n <edge source="a" target="b"/></edges></graph></gexf>`, 'line 4, column 2'],
    ['a file cut short', `${NODES}<edges>`, 'line 3, column 1: expected a tag that is closed.'],
    ['tags crossed', `${NODES}<edges></graph></edges></gexf>`, 'line 3, column 8: expected tags closed in the order'],
    ['a NUL', `${NODES}<edges>\u0000</edges></graph></gexf>`, 'line 3, column 8: expected text without control'],
    ['a bare sign', `${NODES}<edges> a < b </edges></graph></gexf>`, 'line 3, column 11: expected well-formed XML.'],
  ])('%s is refused with line and column', async (_kind, content, expected) => {
    expect(await refusal(file('bad.gexf', content))).toContain(expected);
  });

  test('a file of people says who there is', async () => {
    const people = file('people.csv', 'person,unit\nc,Kultur\nb,Kultur\na,Helse\n');
    expect(await read(gexf(true), people)).toMatchObject({
      names: ['c', 'b', 'a'],
      pairs: [
        ['a', 'b', 2],
        ['b', 'c', 1],
      ],
      units: ['Kultur', 'Kultur', 'Helse'],
    });
    expect(await refusal(gexf(true), file('fewer.csv', 'person,unit\na,\nb,\n'))).toContain('everybody to stand in');
  });
});

describe('Pajek', () => {
  const NET = '*Vertices 3\n1 "Kari Nordmann" 0.1 0.2\n2 Ola\n3\n';

  test('labels, numbers where there are none, arcs and edges, comments', async () => {
    const path = file('a.net', `${NET}% drawn\n*Arcs\n1 2 2.5\n*Edges\n2 3\n*Arcslist\n3 1 2\n`);
    expect(await read(path)).toEqual({
      names: ['Kari Nordmann', 'Ola', '3'],
      pairs: [
        ['Kari Nordmann', 'Ola', 2.5],
        ['Ola', '3', 1],
        ['3', 'Kari Nordmann', 1],
        ['3', 'Ola', 1],
      ],
      units: undefined,
    });
  });

  test('an empty label is none', async () => {
    expect((await read(file('d.net', '*Vertices 2\n1 ""\n2 b\n*Edges\n1 2\n'))).names).toEqual(['1', 'b']);
  });

  test('lines may end in any way, the last in none', async () => {
    for (const ending of ['\n', '\r\n', '\r'])
      expect((await read(file('c.net', `${NET}*Edges\n1 2 4`.replaceAll('\n', ending)))).pairs).toEqual([
        ['Kari Nordmann', 'Ola', 4],
      ]);
  });

  test('where direction is asked about, an edge is a tie each way', async () => {
    expect((await read(file('b.net', `${NET}*Edges\n1 2 4\n`), undefined, true)).pairs).toEqual([
      ['Kari Nordmann', 'Ola', 4],
      ['Ola', 'Kari Nordmann', 4],
    ]);
  });

  test.each([
    ['no vertices', '*Arcs\n1 2\n', 'line 1, column 1: expected *Vertices before ties.'],
    ['a vertex too many', `${NET}*Arcs\n1 4\n`, 'line 6, column 3: expected the number of a vertex'],
    ['a negative weight', `${NET}*Arcs\n1 2 -3\n`, 'line 6, column 5: expected a weight'],
    ['a matrix', `${NET}*Matrix\n0 1 1\n`, 'line 5, column 1: expected ties as *Arcs or *Edges'],
    ['one label twice', '*Vertices 2\n1 x\n2 x\n*Arcs\n', 'expected vertices with labels that differ.'],
    ['more people than may be', `*Vertices ${String(LARGEST.people + 1)}\n`, 'expected a number of vertices from 1 to'],
    ['nothing', '', 'line 1, column 1: expected *Vertices'],
    ['an open quote', '*Vertices 2\n1 "a\n2 "b"\n', 'line 2, column 3: expected a quote that is closed'],
    ['a NUL in a label', '*Vertices 2\n1 a\n2 b\u0000\n', 'line 3, column 4: expected text without control'],
    ['one endless line', `${NET}*Edges\n${'1 2 '.repeat(1_100_000)}`, 'line 6, column 1: expected a line of at most'],
  ])('%s is refused with line and column', async (_kind, content, expected) => {
    expect(await refusal(file('bad.net', content))).toContain(expected);
  });
});

describe('weights', () => {
  test.each([
    ['3', 3],
    ['2.5', 2.5],
    ['1e3', 1000],
    ['0', 0],
  ])('%s is a weight', (text, weight) => {
    expect(weightOf(text)).toBe(weight);
  });
  test.each(['', '-1', 'NaN', 'Infinity', '1,5', '0x10', '1 000', '1e999', 'null'])('%s is none', (text) => {
    expect(weightOf(text)).toBeUndefined();
  });
});

describe.skipIf(!existsSync('../shared'))('files of other people (skipped without ../shared)', () => {
  test('a file with old Mac lines and the names of Gephi', async () => {
    const { names, pairs } = await read('../shared/data/asoiaf/asoiaf-book1-edges.csv');
    expect([names.length, pairs.length]).toEqual([187, 684]);
  });
});
