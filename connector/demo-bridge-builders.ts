import { bridgeBuilderAnswer } from './api/bridge-answers.ts';

/**
 * Lets some of the invented municipality's people say yes to standing as bridge-builders, through the same route as anybody;
 * the first reading places them.
 *
 * @param address of the demo's own server
 * @param tokens of each who says yes
 * @throws ZodError where the server refuses
 */
export async function standInDemo(address: string, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    const response = await fetch(`${address}/api/bridge-builder`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ stands: true }),
    });
    bridgeBuilderAnswer.parse(await response.json());
  }
}
