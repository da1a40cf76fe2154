import { expect, test } from 'vitest';
import { demoScope } from '../../connector/privacy/scope.ts';
import { markOfNobody } from '../../connector/privacy/mark.ts';
import { addObjection, objections } from '../../connector/store/marks.ts';
import { currentScope, saveScope } from '../../connector/store/scopes.ts';
import { filesWith, temporaryStore, thrownBy, untyped } from './temporary-store.ts';

const bytes = (fill: number) => (size: number) => new Uint8Array(size).fill(fill);
const scope = demoScope({
  organisation: 'Lillevik kommune',
  positiveGroupId: '0b6d1c2e-0f0f-4a5b-9a51-aa00bb11cc22',
  unitAttribute: 'department',
  sources: ['sent-items'],
  titles: { leader: ['Leder'], elected: [] },
  from: '2027-01-01',
  endsOn: '2028-01-01',
  random: bytes(1),
});

test('the newest scope is in force, and the earlier ones stay as history', () => {
  const store = temporaryStore();
  expect(currentScope(store)).toBeUndefined();
  saveScope(store, scope, '2027-01-01');
  expect(currentScope(store)).toEqual(scope);
  saveScope(store, { ...scope, level: 'careful' }, '2027-02-01');
  saveScope(store, { ...scope, level: 'careful' }, '2027-02-02');
  expect(currentScope(store)?.level).toBe('careful');
  expect(store.decisions.prepare('SELECT saved_at FROM scopes ORDER BY version').all()).toMatchObject([
    { saved_at: '2027-01-01' },
    { saved_at: '2027-02-01' },
  ]);
});

test('who is no longer a protected contact leaves no mark in the scopes that were', () => {
  const store = temporaryStore();
  const [first, second] = [markOfNobody(bytes(3)), markOfNobody(bytes(4))];
  saveScope(store, { ...scope, protectedContacts: [first, second] }, '2027-01-01');
  expect(filesWith(store.folder, first).length).toBeGreaterThan(0);
  saveScope(store, { ...scope, protectedContacts: [second] }, '2027-02-01');
  expect(filesWith(store.folder, first)).toEqual([]);
  expect(currentScope(store)?.protectedContacts).toEqual([second]);
});

test('a scope keeps only the fields it knows, and a document that is none is refused', () => {
  const store = temporaryStore();
  saveScope(store, { ...scope, note: 'kari.nordmann@example.org' }, '2027-01-01');
  expect(filesWith(store.folder, 'nordmann')).toEqual([]);
  expect(() => {
    saveScope(store, { ...scope, protectedContacts: [] }, '2027-02-01');
  }).toThrow(expect.objectContaining({ code: 'bad-input' }));
  expect(currentScope(store)).toEqual(scope);
});

test('objections are a set of marks and nothing else', () => {
  const store = temporaryStore();
  expect(objections(store)).toEqual(new Set());
  const marks = [markOfNobody(bytes(1)), markOfNobody(bytes(2))];
  for (const mark of [...marks, ...marks]) addObjection(store, mark);
  expect(objections(store)).toEqual(new Set(marks));
  const error = thrownBy(() => {
    addObjection(store, untyped('kari.nordmann@example.org'));
  });
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error.stack)).not.toContain('nordmann@');
  expect(objections(store).size).toBe(2);
});
