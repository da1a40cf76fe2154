// Plain JavaScript on purpose: it must run, and explain itself, on the Node that happens to be first on the path.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    'Samspill runs on its own pinned Node 24, which is not installed here: run `npm ci` in this folder, then try again.',
  );
  process.exit(1);
}
await import('./main.ts');
