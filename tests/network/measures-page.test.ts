import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chancesFrom, officePictures, ROLES } from '../../bench/office-pictures.ts';
import { drawnNetwork, OFFICE, officeNetwork } from '../../bench/office.ts';
import { agreement } from '../../connector/network/agreement.ts';
import { approximateBetweenness } from '../../connector/network/approximate-betweenness.ts';
import { backbone } from '../../connector/network/backbone.ts';
import { betweenness } from '../../connector/network/betweenness.ts';
import { brokerage } from '../../connector/network/brokerage.ts';
import { carriedBetweenUnits, concentration } from '../../connector/network/bridge-concentration.ts';
import { communities, louvain } from '../../connector/network/communities.ts';
import { weakComponents } from '../../connector/network/components.ts';
import { structuralHoles } from '../../connector/network/constraint.ts';
import { degrees } from '../../connector/network/degree.ts';
import { density, unitPairs } from '../../connector/network/density.ts';
import { diameter } from '../../connector/network/diameter.ts';
import { pathLengths } from '../../connector/network/distances.ts';
import { eiIndex } from '../../connector/network/ei-index.ts';
import { coreNumbers } from '../../connector/network/k-core.ts';
import { launchSeeds } from '../../connector/network/launch-seeds.ts';
import { modularity } from '../../connector/network/modularity.ts';
import { targetsOf } from '../../connector/network/network.ts';
import { pageRank } from '../../connector/network/pagerank.ts';
import { participation } from '../../connector/network/participation.ts';
import { reciprocity } from '../../connector/network/reciprocity.ts';
import { robustness } from '../../connector/network/robustness.ts';
import { seededRandom } from '../../connector/network/seeded-random.ts';
import { silhouette } from '../../connector/network/silhouette.ts';
import { spread } from '../../connector/network/spread.ts';
import { steps } from '../../connector/network/steps.ts';
import { unitDistances } from '../../connector/network/unit-distances.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('connector/network/MEASURES.md');
const [, anyNetwork = ''] = page.split('# Measures of any network');
const chapters = new Map(
  anyNetwork
    .split(/^## /m)
    .slice(1)
    .map((chapter) => [chapter.slice(0, chapter.indexOf('\n')), chapter]),
);

/** The chapter on a file; its line breaks are spaces. */
function chapterOn(file: string): string {
  const [title = ''] = [...chapters.keys()].filter((heading) => heading.includes(`\`${file}\``));
  return (chapters.get(title) ?? '').replaceAll('\n', ' ');
}

const network = officeNetwork();
const { unitOf, people } = OFFICE;
const undirected = { directed: false };
const [ANN, BO, CIA, DAG, EVA, FINN, GRO, HAL] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
/** As the page writes a figure. */
const two = (value: number | null | undefined): string =>
  String(Math.round((value ?? NaN) * 100) / 100).replace('-', '−');
const percent = (value: number | null | undefined): string => `${String(Math.round((value ?? NaN) * 100))} %`;
const whoHas = (values: ArrayLike<number>, value: number): string[] => people.filter((_, at) => values[at] === value);

describe('the office of MEASURES.md, measured', () => {
  test('degree', () => {
    const { out } = degrees(network);
    expect(whoHas(out, 3)).toEqual(['Cia', 'Dag', 'Finn']);
    expect(chapterOn('degree.ts')).toContain(
      `Cia, Dag and Finn have 3 partners, Gro has ${two(out[GRO])} and Hal has ${two(out[HAL])}`,
    );
  });

  test('reciprocity', () => {
    const drawn = drawnNetwork(3, [[0, 1], [1, 0], [1, 2]], true); // prettier-ignore
    expect(chapterOn('reciprocity.ts')).toContain(`2 of 3 ties are returned: reciprocity ${two(reciprocity(drawn))}`);
  });

  test('density', () => {
    const { ties } = unitPairs(network, unitOf, undirected);
    expect(chapterOn('density.ts')).toContain(
      `${String(network.targets.length / 2)} of 28 ties: ${percent(density(network))}. Within Water all ${two(ties[0])} of 3 are there, between Water and Roads ${two(ties[1])} of 9`,
    );
  });

  test('E-I, bridging share and its correction', () => {
    const { whole, units } = eiIndex(network, unitOf, undirected);
    const chapter = chapterOn('ei-index.ts');
    expect(chapter).toContain(
      `${two(whole.external)} ties leave a unit and ${two(whole.internal)} do not: E-I is ${two(whole.index)}`,
    );
    expect(units.bridgingShare[0]).toBeCloseTo(1 / 7, 12);
    expect(chapter).toContain(`1 of 7 leads out, ${percent(units.bridgingShare[0])}`);
    expect(chapter).toContain(`${percent(units.bridgingShare[0]! / units.correctedShare[0]!)} would be elsewhere`);
    const [water, roads, plans] = Array.from(units.correctedShare, (share) => share.toFixed(2));
    expect(chapter).toContain(`${water!} for Water, ${roads!} for Roads and ${plans!} for Plans`);
  });

  test('betweenness', async () => {
    const found = await betweenness(network, { directed: false, weighted: false });
    expect(chapterOn('betweenness.ts')).toContain(
      `Dag stands between ${two(found[DAG])} pairs, Cia between ${two(found[CIA])} and Finn between ${two(found[FINN])}. All others have 0`,
    );
    expect(whoHas(found, 0)).toEqual(['Ann', 'Bo', 'Eva', 'Gro', 'Hal']);
  });

  test('betweenness from a sample', async () => {
    const options = { directed: false, epsilon: 0.05, delta: 0.1, seed: 1 };
    const { values, halfWidths, draws } = await approximateBetweenness(network, options);
    expect(chapterOn('approximate-betweenness.ts')).toContain(
      `Of ${draws.toLocaleString('en')} pairs drawn, ${percent(values[DAG])} go through Dag. The exact share is ${percent(9 / 28)}, 9 of 28 pairs`,
    );
    const exact = await betweenness(network, { directed: false, weighted: false });
    for (const [at, value] of values.entries())
      expect(Math.abs(value - exact[at]! / 28)).toBeLessThanOrEqual(halfWidths[at]!);
  });

  test('structural holes', () => {
    const { constraint, effectiveSize, efficiency } = structuralHoles(network, undirected);
    const told = (at: number): string =>
      `constraint ${two(constraint[at])}, effective size ${two(effectiveSize[at])}, efficiency ${two(efficiency[at])}`;
    const chapter = chapterOn('constraint.ts');
    expect(chapter).toContain(`Ann's two partners are tied to each other: ${told(ANN)}`);
    expect(chapter).toContain(`Cia's third partner, Dag, knows neither Ann nor Bo: ${told(CIA)}`);
    expect([constraint[DAG], constraint[FINN]]).toEqual([Math.min(...constraint.slice(0, 7)), constraint[DAG]]);
  });

  test('brokerage by role', () => {
    const { gatekeeper, representative, coordinator } = brokerage(network, unitOf, undirected);
    expect(chapterOn('brokerage.ts')).toContain(
      `${two(gatekeeper[CIA])} times as gatekeeper and ${two(representative[CIA])} times as representative`,
    );
    expect(coordinator[CIA]).toBe(0);
  });

  test.each(ROLES)('the picture of a $role is one, and of no other role', ({ role, units }) => {
    const path = drawnNetwork(3, [[0, 1], [1, 2]], true); // prettier-ignore
    const found = brokerage(path, Int32Array.from(units), { directed: true });
    for (const { role: other } of ROLES) expect(found[other][1]).toBe(other === role ? 1 : 0);
    expect(found.total[1]).toBe(1);
  });

  test('participation', () => {
    const found = participation(network, unitOf);
    const chapter = chapterOn('participation.ts');
    expect(chapter).toContain(`Cia has two ties in Water and one in Roads: ${two(found[CIA])}`);
    expect(chapter).toContain(`Ann has all in one unit: ${two(found[ANN])}`);
    expect(chapter).toContain(`With three units it is at most ${two(1 - 1 / 3)}`);
  });

  test('cores and components', () => {
    const core = coreNumbers(network);
    expect(whoHas(core, 2)).toHaveLength(6);
    expect(chapterOn('k-core.ts')).toContain(`Gro has ${two(core[GRO])}, Hal has ${two(core[HAL])}`);
    const { sizes } = weakComponents(network);
    expect(chapterOn('components.ts')).toContain(
      `${String(sizes.length)} components: one of ${two(sizes[0])} people, and Hal`,
    );
  });

  test('PageRank', () => {
    const rank = pageRank(network, undirected);
    expect(percent(rank[DAG])).toBe(percent(rank[CIA]));
    expect(chapterOn('pagerank.ts')).toContain(
      `Finn has ${percent(rank[FINN])}, Cia and Dag ${percent(rank[CIA])}, Hal ${percent(rank[HAL])}`,
    );
  });

  test('communities, modularity, agreement', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const found = communities(network, { seed });
      expect([...found]).toEqual([1, 1, 1, 0, 0, 0, 0, 2]);
      expect([...louvain(network, { seed })]).toEqual([...found]);
      expect(chapterOn('communities.ts')).toContain('Both find 3 communities');
      expect(chapterOn('communities.ts')).toContain(
        `Modularity is ${two(modularity(network, found))}. That of the units is ${modularity(network, unitOf)!.toFixed(2)}`,
      );
      const { nmi, ari } = agreement(unitOf, found);
      expect(chapterOn('agreement.ts')).toContain(`NMI is ${two(nmi)} and ARI is ${two(ari)}`);
    }
  });

  test('silhouette', () => {
    const { ofPeople } = silhouette(network, unitOf);
    expect(chapterOn('silhouette.ts')).toContain(`Ann has ${two(ofPeople[ANN])}`);
    expect(chapterOn('silhouette.ts')).toContain(`Gro has ${two(ofPeople[GRO])}`);
  });

  test('backbone', () => {
    const weighed = drawnNetwork(4, [[0, 1, 8], [0, 2, 1], [0, 3, 1], [2, 3, 9]]); // prettier-ignore
    const stays = (level: number): number[][] => [0, 2].map((at) => [...targetsOf(backbone(weighed, level), at)]);
    expect(stays(0.05)).toEqual([[1], []]);
    // A tie stays at a level above its chance: 4 % for the 8, 10 % for the 9, as the page says.
    expect([stays(0.039), stays(0.041)]).toEqual([[[], []], [[1], []]]); // prettier-ignore
    expect([stays(0.099), stays(0.101)]).toEqual([[[1], []], [[1], [3]]]); // prettier-ignore
    expect(chapterOn('backbone.ts')).toMatch(/chance of 4 %.*chance of 10 %/);
  });

  test('distances', async () => {
    const away = steps(network, { holders: [ANN], directed: false });
    const { mean } = await pathLengths(network, { directed: false, sources: people.length, seed: 1 });
    const { means } = await unitDistances(network, unitOf, { directed: false, units: 3 });
    expect(away[HAL]).toBeNaN();
    expect(chapterOn('distances.ts')).toContain(
      `From Ann it is ${two(away[CIA])} step to Cia and ${two(away[GRO])} to Gro, and no way leads to Hal. On average it is ${two(mean)} steps, the diameter is ${two(await diameter(network))}. From Water to Roads it is ${two(means[1])} steps`,
    );
  });

  test('concentration and robustness', () => {
    const carried = carriedBetweenUnits(network, unitOf, undirected);
    const { few, carriedByFew, gini } = concentration(carried);
    expect(chapterOn('bridge-concentration.ts')).toContain(
      `The ${String(few)} who carry most carry ${percent(carriedByFew)}. Gini is ${two(gini)}`,
    );
    const gone = (scores: Float64Array) =>
      robustness(network, unitOf, { scores, gone: [1], rounds: 1, random: seededRandom(1) }).top;
    const left = gone(carried);
    expect(chapterOn('robustness.ts')).toContain(
      `Without Cia ${percent(left.giant[0])} of those left hang together, and ${percent(left.between[0])} of the ties between units are left`,
    );
    // Each of the eight is as likely to be the one who leaves.
    const byLot = people.map((_, one) => gone(Float64Array.from(people, (__, at) => (at === one ? 1 : 0))).giant[0]!);
    const mean = byLot.reduce((sum, share) => sum + share, 0) / byLot.length;
    expect(chapterOn('robustness.ts')).toContain(`${percent(mean)} hang together on average`);
  });

  test('spread: all ways in which ties do or do not pass it on, and the simulation beside them', () => {
    const chances = chancesFrom([DAG], () => 0.5);
    const mean = chances.reduce((sum, chance) => sum + chance, 0);
    const told = chapterOn('spread.ts');
    expect(told).toContain(`Cia has it in the end with ${percent(chances[CIA])}, Eva with ${percent(chances[EVA])}`);
    expect(told).toContain(`On average ${mean.toFixed(1)} of eight have it`);
    const played = spread(network, [DAG], { passing: { by: 'cascade', chance: 0.5 }, runs: 20_000, seed: 1 });
    expect(played.from).toBeLessThan(mean);
    expect(played.to).toBeGreaterThan(mean);
    expect(chances[BO]).toBe(chances[ANN]);
  });

  test('where to launch', () => {
    const launch = { candidateOf: unitOf, choose: 1, error: 0.1, risk: 0.05, seed: 1 };
    const shared = launchSeeds(network, { ...launch, passing: { by: 'shared-cascade' } });
    const always = launchSeeds(network, { ...launch, passing: { by: 'cascade', chance: 1 } });
    const [water, roads, plans] = OFFICE.units.map((_, unit) => {
      const members = [...unitOf.keys()].filter((at) => unitOf[at] === unit);
      const mean = chancesFrom(members, (to) => 1 / targetsOf(network, to).length).reduce((sum, one) => sum + one, 0);
      const played = spread(network, members, { passing: { by: 'shared-cascade' }, runs: 20_000, seed: 2 });
      expect(played.from).toBeLessThan(mean);
      expect(played.to).toBeGreaterThan(mean);
      return mean.toFixed(2);
    });
    // On paper from Roads: Gro surely, Cia with ⅓, and once Cia has it Ann and Bo with ½ + ½ · ¼ each.
    expect(Number(roads)).toBeCloseTo(3 + 1 + (1 / 3) * (1 + 2 * (5 / 8)), 12);
    expect([shared.chosen, always.chosen]).toEqual([[1], [2]]);
    expect(chapterOn('launch-seeds.ts')).toContain(
      `Roads reaches ${roads!} of eight, Water ${water!} and Plans ${plans!}`,
    );
    expect(chapterOn('launch-seeds.ts')).toContain(`all ${two(always.reach)} have it`);
    expect(chapterOn('launch-seeds.ts')).toContain(`with a chance of ${percent(shared.probability)}`);
    expect(chapterOn('launch-seeds.ts')).toContain(`at least ${percent(shared.atLeastOfBest)} of what`);
  });
});

describe('the page', () => {
  test.each([...chapters])(
    '%s says what it means, its range, how it is misread and what it is not for',
    (_, chapter) => {
      for (const heading of ['Means.', 'Range.', 'Common misreading.', 'Never to be used for'])
        expect(chapter).toContain(`**${heading}`);
    },
  );

  test('every picture is the one that the script makes, and stands on the page', async () => {
    const pictures = await officePictures();
    expect(readdirSync(new URL('../../docs/measures/', import.meta.url)).toSorted()).toEqual(
      Object.keys(pictures).toSorted(),
    );
    for (const [name, picture] of Object.entries(pictures)) {
      expect(read(`docs/measures/${name}`), name).toBe(picture);
      expect(page).toContain(`](../../docs/measures/${name})`);
      expect(picture).not.toMatch(/NaN|undefined|>\s*null/);
    }
  });

  test('reads at LIX 40 or easier', () => {
    const words = anyNetwork.replace(/^(?:#|!\[|\|).*$/gm, '').replace(/\[([^\]]*)\]\([^)]*\)|`[^`]*`|[*_]/g, '$1');
    const sentences = words.split(/[.:!?](?:\s|$)/).filter((sentence) => sentence.trim() !== '').length;
    const all = words.match(/\p{L}+/gu) ?? [];
    const long = all.filter((word) => word.length > 6).length;
    expect(all.length / sentences + (100 * long) / all.length).toBeLessThanOrEqual(40);
  });
});
