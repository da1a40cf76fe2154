import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../connector/failure.ts';
import { readHrFile, readHrList, unitsFromHrFile } from '../../connector/microsoft-graph/hr-file.ts';
import { directoryOf, id, member, TITLES } from './invented-people.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ON = '2026-09-01';

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure && error.code === 'bad-input') return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a file from HR', () => {
  test('columns in any order, others beside them, commas or semicolons, any line ending, a mark before', () => {
    const read = [{ line: 2, person: 'kari@fjord.example', unit: 'Helse/Hjemme', title: 'Leder' }];
    for (const text of [
      'person,unit,title\nkari@fjord.example,Helse/Hjemme,Leder\n',
      '\uFEFFTitle;CANARY;Unit;PERSON\r\nLeder;CANARY; Helse / Hjemme ; kari@fjord.example \r\n',
      'unit,person,title\r"Helse/Hjemme",kari@fjord.example,"Leder"',
    ]) {
      expect(readHrFile(bytes(text))).toEqual(read);
    }
  });

  test('goes without titles and with empty lines', () => {
    expect(readHrFile(bytes(`person,unit\n\n${id(1)},Skole\n,\n`))).toEqual([
      { line: 3, person: id(1), unit: 'Skole', title: '' },
    ]);
    expect(readHrFile(bytes('person,unit\n'))).toEqual([]);
  });

  test.each([
    ['', /line 1, column person, unit: expected a header line/],
    ['person,title\nkari@fjord.example,x', /line 1, column unit: expected exactly one/],
    ['person,unit,unit\n', /line 1, column unit/],
    ['person,unit,title,title\n', /line 1, column title/],
    ['person,unit\nSECRET,Skole', /line 2, column person: expected a user name or address/],
    ['person,unit\n01020312345,Skole', /line 2, column person.*never a national identity number/],
    ['person,unit\na@b.example,Skole\nc@b.example,', /line 3, column unit: expected a path/],
    ['person,unit\na@b.example,Sko\u0007le', /line 2, column unit/],
    [`person,unit,title\na@b.example,Skole,${'x'.repeat(201)}`, /line 2, column title/],
    ['person,unit\na@b.example,Skole,SECRET', /line 2, column all: expected as many cells as the header, 2/],
    ['person,unit\na@b.example,Skole\nb@b.example,Skole\nA@B.example,Helse', /line 4, column person: .*line 2/],
    ['person,unit\na@b.example,"SECRET', /column all: expected quotes in pairs/],
  ])('%j is refused by line, column and form, unquoted', (text, expected) => {
    const said = refusal(() => readHrFile(bytes(text)));
    expect(said).toMatch(expected);
    expect(said).not.toMatch(/SECRET|0102|b\.example/i);
  });

  test('in another alphabet than UTF-8 is refused as a whole', () => {
    const latin = Uint8Array.from([...bytes('person,unit\na@b.example,R'), 0xe5, 0x64]);
    expect(refusal(() => readHrFile(latin))).toContain('UTF-8');
  });

  test('whatever it holds, it is read or refused in one sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          readHrFile(bytes(`person,unit\n${text}`));
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
    );
  });
});

describe('units from it', () => {
  const F3 = [{ skuId: '66b55226-6b4f-492c-910c-a3b7a3c9d993' }];
  const place = async (text: string) => {
    const directory = await directoryOf([
      member(1, { jobTitle: 'Leder' }),
      member(2),
      member(3, { assignedLicenses: F3 }),
      member(4),
    ]);
    return unitsFromHrFile({ directory, lines: readHrFile(bytes(text)), titles: TITLES, on: ON });
  };

  test('place people however they are written; who has no line has no unit', async () => {
    const { directory, remarks } = await place(
      `person,unit\nP1@gammel.example,A\n${id(2).toUpperCase()},B\nperson3@fjord.example,C\nnobody@fjord.example,D\n${id(77)},E`,
    );
    expect(directory.people.map(({ unit }) => unit)).toEqual(['A', 'B', 'C', '']);
    expect(directory.people.map(({ standing }) => standing)).toEqual(['leader', 'desk', 'frontline', 'desk']);
    expect(directory.people[3]?.placedBy).toEqual({ origin: 'hr-file', on: ON });
    expect(remarks.linesAboutNobody).toBe(2);
  });

  test('a title, where there is one, tells who leads and who is elected; licences tell the front line', async () => {
    const { directory } = await place(
      `person,unit,title\n${id(1)},A,Saksbehandler\n${id(2)},A,REKTOR\n${id(3)},A,Pleier\n${id(4)},A,Kommunestyrerepresentant`,
    );
    expect(directory.people.map(({ standing }) => standing)).toEqual(['desk', 'leader', 'frontline', 'elected']);
  });

  test('two lines that turn out to be one person are refused by their lines', async () => {
    const twice = `person,unit\n${id(1)},A\nperson2@fjord.example,B\nperson1@fjord.example,C`;
    const said = await place(twice).then(
      () => '',
      (error: unknown) => (error instanceof Failure ? error.message : ''),
    );
    expect(said).toMatch(/line 4, column person: expected another person than line 2/);
    expect(said).not.toContain('fjord');
  });
});

describe('a file from HR that lists who may be read', () => {
  test('needs no column but the person, and is read in lower case', () => {
    expect(readHrList(bytes(`Name;PERSON\nCANARY; Kari@Fjord.example \n;${id(1).toUpperCase()}\n`))).toEqual([
      'kari@fjord.example',
      id(1),
    ]);
    expect(readHrList(bytes("person,unit\no'hara@fjord.example,"))).toEqual(["o'hara@fjord.example"]);
  });

  test.each([
    ['', /line 1, column person: expected a header line/],
    ['name,unit\n', /line 1, column person: expected exactly one/],
    ['person\n', /line 2, column person: expected somebody/],
    ['person\nSECRET', /line 2, column person: expected a user name or address/],
    ['person\n01020312345', /never a national identity number/],
    [`person\n${'x'.repeat(100)}@fjord.example`, /line 2, column person/],
    ['person,unit\na@b.example', /line 2, column all: expected as many cells as the header, 2/],
    ['person\na@b.example\n\nA@B.example', /line 4, column person: expected another person than line 2/],
  ])('%j is refused, and not repeated', (text, expected) => {
    const message = refusal(() => readHrList(bytes(text)));
    expect(message).toMatch(expected);
    expect(message).not.toMatch(/SECRET|01020312345|b\.example/i);
  });
});
