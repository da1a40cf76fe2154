import { describe, expect, it } from 'vitest';
import { hashOf, readRoute } from '../../teams-app/route.ts';

describe('a place', () => {
  it.each([
    ['#/overview', { screen: 'overview' }],
    ['/overview?period=2026-Q3', { screen: 'overview', period: '2026-Q3' }],
    ['#/bridges?period=2026-Q2', { screen: 'bridges', period: '2026-Q2' }],
    ['unit/teknisk-1a2b', { screen: 'unit', slug: 'teknisk-1a2b' }],
    ['#/unit', { screen: 'unit' }],
    ['#/unit/', { screen: 'unit' }],
    ['/about', { screen: 'about' }],
    ['#/adoption?section=ledger', { screen: 'adoption', section: 'ledger' }],
    ['bridges?period=2026-Q2&section=thin-bridges', { screen: 'bridges', period: '2026-Q2', section: 'thin-bridges' }],
    [
      '#/bridges?earlier=2025-Q4&later=2026-Q2&section=compare',
      { screen: 'bridges', earlier: '2025-Q4', later: '2026-Q2', section: 'compare' },
    ],
    // Two periods are laid beside each other on that screen alone.
    ['#/adoption?earlier=2025-Q4', { screen: 'adoption' }],
    ['#/unit/teknisk?section=unit-reach', { screen: 'unit', slug: 'teknisk', section: 'unit-reach' }],
    // What no heading could be called points at nothing.
    ['#/about?section=%3Cscript%3E', { screen: 'about' }],
    ['#/journey?section=', { screen: 'journey' }],
    ['#/me?section=me-held', { screen: 'me' }],
    ['#/office?section=office-gates', { screen: 'office', section: 'office-gates' }],
    ['#/office/scope?section=proposal-3', { screen: 'office', part: 'scope', section: 'proposal-3' }],
    ['#/unit/bl%C3%A5', { screen: 'unit', slug: 'blå' }],
    ['#/unit/%E0%A4', { screen: 'unit', slug: '%E0%A4' }],
  ])('%s is read', (place, route) => {
    expect(readRoute(place)).toEqual(route);
  });

  it.each(['', '/', '#', '#/nowhere', '/index.html', '//evil.example/overview/..'])('%s is none', (place) => {
    expect(readRoute(place)).toBeUndefined();
  });

  it('is written so that it reads the same', () => {
    for (const route of [
      { screen: 'overview' },
      { screen: 'overview', period: '2024-01-01--2024-04-01' },
      { screen: 'unit' },
      { screen: 'unit', slug: 'a/b ?#å' },
      { screen: 'about' },
      { screen: 'overview', period: '2026-Q2', section: 'channels' },
      { screen: 'journey', section: 'launches' },
      { screen: 'office' },
      { screen: 'office', part: 'watch', section: 'about-documents-dpia-3' },
      { screen: 'bridges', period: '2026-Q2', earlier: '2025-Q4', later: '2026-Q2' },
      { screen: 'unit', slug: 'a/b ?#å', section: 'unit-reach' },
    ] as const)
      expect(readRoute(hashOf(route))).toEqual(route);
  });
});
