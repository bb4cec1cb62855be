export { foldNorwegian } from './fold-norwegian.js';
export { splitCompound, type Vocabulary } from './split-compound.js';
export { stemNorwegian } from './stem-norwegian.js';
export { tokenize } from './tokenize.js';
