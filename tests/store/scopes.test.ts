import { expect, test } from 'vitest';
import { demoScope } from '../../connector/privacy/scope.ts';
import { markOfNobody } from '../../connector/privacy/mark.ts';
import { addObjection, objections } from '../../connector/store/marks.ts';
import { protectedMarks } from '../../connector/store/protected.ts';
import {
  currentScope,
  isUnlistedHeld,
  keptScopes,
  noteUnlistedForgotten,
  saveScope,
} from '../../connector/store/scopes.ts';
import { FEBRUARY, filesWith, temporaryFolder, temporaryStore, thrownBy, untyped } from './temporary-store.ts';

const bytes = (fill: number) => (size: number) => new Uint8Array(size).fill(fill);
const scope = demoScope({
  organisation: 'Lillevik kommune',
  positiveGroupId: '0b6d1c2e-0f0f-4a5b-9a51-aa00bb11cc22',
  unitAttribute: 'department',
  sources: ['sent-items'],
  titles: { leader: ['Leder'], elected: [] },
  from: '2027-01-01',
  endsOn: '2028-01-01',
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

test('what two bring into force at once is kept once', () => {
  const folder = temporaryFolder();
  const narrower = { ...scope, level: 'careful' };
  const inBetween = (step: string): void => {
    if (step === 'erase-excluded: committed') saveScope(temporaryStore({ folder }), narrower, '2027-02-01');
  };
  const store = temporaryStore({ folder, step: inBetween });
  saveScope(store, { ...scope, sources: ['sent-items', 'meetings'] }, '2027-01-01');
  store.period(FEBRUARY);
  saveScope(store, narrower, '2027-02-02');
  expect(keptScopes(store).map(({ savedAt }) => savedAt)).toEqual(['2027-01-01', '2027-02-01']);
});

test('protected contacts that an older document lists are kept apart from it', () => {
  const store = temporaryStore();
  const mark = markOfNobody(bytes(3));
  saveScope(store, { ...scope, protectedContacts: [mark] }, '2027-01-01');
  expect(protectedMarks(store)).toEqual(new Set([mark]));
  expect(store.decisions.prepare('SELECT text FROM scopes').get()?.['text']).not.toContain(mark);
  expect(currentScope(store)).toEqual(scope);
});

test('in production what stood by itself, in a pilot, counts for nothing', () => {
  const store = temporaryStore();
  saveScope(store, scope, '2027-01-01');
  expect([keptScopes(store).length, keptScopes(store, 'production').length]).toEqual([1, 0]);
});

test('another positive list is remembered until a run has forgotten who is not on it', () => {
  const store = temporaryStore();
  saveScope(store, scope, '2027-01-01');
  expect(isUnlistedHeld(store)).toBe(false);
  const other = { ...scope, positiveGroupId: '0b6d1c2e-0f0f-4a5b-9a51-aa00bb11cc23' };
  saveScope(store, other, '2027-02-01');
  saveScope(store, { ...other, level: 'careful' }, '2027-02-02');
  expect(isUnlistedHeld(store)).toBe(true);
  noteUnlistedForgotten(store);
  expect(isUnlistedHeld(store)).toBe(false);
});

test('a scope keeps only the fields it knows, and a document that is none is refused', () => {
  const store = temporaryStore();
  saveScope(store, { ...scope, note: 'kari.nordmann@example.org' }, '2027-01-01');
  expect(filesWith(store.folder, 'nordmann')).toEqual([]);
  expect(() => {
    saveScope(store, { ...scope, sources: [] }, '2027-02-01');
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
