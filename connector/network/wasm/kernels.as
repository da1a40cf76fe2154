// AssemblyScript: what runs long in the rooms of `..`, the same steps in the same order as the TypeScript of the same name, which
// says what they do and why, so that both give the same bytes; a change there is a change here. Built into one module by
// `npm run build:wasm`. Not named .ts, so that what checks TypeScript does not read it as such.

export { rankUp, rankDown } from './rank-sweeps';
export { lanePush, lanePull, laneTally } from './lane-search';
export { hops } from './hop-kernel';
export { lengths } from './length-kernel';
