import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Whoever starts the build, a test run included, gets the same small React.
process.env['NODE_ENV'] = 'production';

/**
 * Builds the tab into teams-app/dist. One stylesheet and no inline script, so that the server's content security
 * policy needs a nonce only for the style tags that Griffel makes.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    // Fonts and pictures stay files: the policy allows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
});
