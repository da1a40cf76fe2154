/** One thing to time, and how many rows (or draws, requests, messages) it goes through. */
export interface Contestant {
  readonly name: string;
  readonly rows: number;
  readonly run: () => void | Promise<void>;
}

const ROUNDS = 5;

/**
 * Times contestants turn and turn about and prints each one's median processor time of five rounds, rows a second of
 * it, and its ratio to the last contestant's, the peer. Processor time, because neighbours on the machine then disturb
 * little; the wall-clock median stands beside it. One round before the first is not counted.
 *
 * @param what is gone through, in the plural
 * @throws Error when there is nobody to compare
 */
export async function compare(title: string, contestants: readonly Contestant[], what = 'rows'): Promise<void> {
  const rounds = contestants.map((): Times[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { run }] of contestants.entries()) {
      const times = await timesOf(run);
      if (round > 0) rounds[index]?.push(times);
    }
  }
  const medians = rounds.map((list) => ({
    processorMs: medianOf(list.map(({ processorMs }) => processorMs)),
    wallMs: medianOf(list.map(({ wallMs }) => wallMs)),
  }));
  const peer = medians.at(-1);
  if (peer === undefined) throw new Error('A benchmark needs a peer.');
  console.log(`\n${title}`);
  for (const [index, { name, rows }] of contestants.entries()) {
    const { processorMs, wallMs } = medians[index] ?? peer;
    const perSecond = Number(((rows / processorMs) * 1000).toPrecision(3)).toLocaleString('en');
    const ratio = (processorMs / peer.processorMs).toFixed(2);
    console.log(
      `  ${name.padEnd(42)}${processorMs.toFixed(0).padStart(6)} ms (wall ${wallMs.toFixed(0)})`.padEnd(70) +
        `${perSecond.padStart(12)} ${what}/s${ratio.padStart(7)} ×`,
    );
  }
}

interface Times {
  readonly processorMs: number;
  readonly wallMs: number;
}

async function timesOf(run: Contestant['run']): Promise<Times> {
  const [wall, used] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(used);
  return { processorMs: (user + system) / 1000, wallMs: performance.now() - wall };
}

function medianOf(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
