import { writeFileSync } from 'node:fs';
import { officePictures } from './office-pictures.ts';

/** `node bench/measure-pictures.ts`: writes docs/measures/*.svg, the pictures of connector/network/MEASURES.md. */
for (const [name, picture] of Object.entries(await officePictures()))
  writeFileSync(new URL(`../docs/measures/${name}`, import.meta.url), picture);
