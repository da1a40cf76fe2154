// Plain JavaScript on purpose: it must run, and explain itself, on the Node that happens to be first on the path.
import { existsSync } from 'node:fs';

function refuse(sentence) {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ failed: 'bad-setting', whoseMove: 'operator', sentence })}\n`);
  }
  console.error(sentence);
  process.exit(1);
}

const isInstalled = existsSync(new URL('../node_modules/commander', import.meta.url));
const [major = 0] = process.versions.node.split('.').map(Number);
if (!isInstalled) refuse('Samspill is not installed here yet: run `npm ci` in its folder, then try again.');
if (major < 24) {
  refuse(
    `Samspill runs on its own Node 24, and this is Node ${major}: start it with \`npm start\` or \`npm run -s samspill -- …\`, after \`npm ci\`.`,
  );
}
await import('./main.ts');
